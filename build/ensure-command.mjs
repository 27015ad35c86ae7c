import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainPath } from './plain-path.mjs';

const root = resolve(import.meta.dirname, '..');
const sources = ['src', 'shaders', 'build', 'headless.html', 'package.json'];

/** Builds the command in a checkout where it was not built yet, or a source has changed since. */
export function ensureCommand() {
  const built = changed(join(root, 'dist/cli/main.js'));
  if (sources.every((name) => newest(join(root, name)) < built)) return;
  process.stderr.write('Building the command ...\n');
  const plain = plainPath(root);
  const { href } = pathToFileURL(join(plain, 'node_modules/tsx/dist/loader.mjs'));
  const keep = ['--preserve-symlinks', '--preserve-symlinks-main'];
  const { status } = spawnSync(
    process.execPath,
    [...keep, '--import', href, join(plain, 'build/command.ts')],
    {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) process.exit(1);
}

/** When the file, or the last of all files in the folder, was changed. */
function newest(path) {
  if (!statSync(path).isDirectory()) return changed(path);
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => changed(join(entry.parentPath, entry.name))));
}

function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
