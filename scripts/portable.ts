/** Packs what measures a GPU on a bare machine: `npm run portable -- --help`. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { nodeBundle } from '../build/node-bundle';
import { ArgumentError, readOptions } from './options';

const help = `npm run portable -- --out DIR [options]

Packs into DIR what measures a GPU on an x86-64 Linux machine that has a Vulkan driver, but neither Node, a browser nor a
network: this Node, Dawn, our kernels, and the same model in PyTorch. Copy DIR there and run "bash DIR/run.sh", which takes
ten minutes at most and prints JSON lines; npm run portable-report makes tables of them. Pack on x86-64 Linux.

  --vulkan-loader   also takes along this machine's libvulkan.so.1, for a machine that has a driver but no loader
  --uncompressed    leaves Node and Dawn as they are: quicker, but three times as large`;

const root = resolve(import.meta.dirname, '..');

/** This machine cannot be used; the message says why. */
class PackError extends Error {}

interface Request {
  out: string;
  vulkanLoader: boolean;
  uncompressed: boolean;
}

function readRequest(): Request {
  const options = {
    out: { type: 'string' },
    'vulkan-loader': { type: 'boolean', default: false },
    uncompressed: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readOptions(options, help);
  if (!values.out) throw new ArgumentError(`Name the folder with --out.\n\n${help}`);
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new PackError(
      `The pack holds this machine's Node, so make it on x86-64 Linux, not on ${process.platform} ${process.arch}.`,
    );
  // npm runs this in the package's folder, wherever it was called.
  const out = resolve(process.env.INIT_CWD ?? '.', values.out);
  return { out, vulkanLoader: values['vulkan-loader'], uncompressed: values.uncompressed };
}

async function bundle(out: string): Promise<void> {
  const more = {
    resolve: { alias: { webgpu: join(root, 'portable/dawn.ts') } },
    build: {
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'bundle.mjs', codeSplitting: false } },
    },
  };
  await build(nodeBundle(root, 'portable/main.ts', out, more));
}

/** The addon for this machine, from the package `webgpu`. */
function dawnAddon(): string {
  const dist = join(dirname(createRequire(import.meta.url).resolve('webgpu/package.json')), 'dist');
  const addon = readdirSync(dist, { recursive: true, encoding: 'utf8' }).find((name) =>
    /linux-x64.*\.node$/.test(name),
  );
  if (!addon) throw new PackError(`There is no Dawn for x86-64 Linux in ${dist}. Run npm ci.`);
  return join(dist, addon);
}

function put(file: string, target: string, uncompressed: boolean): void {
  copyFileSync(file, target);
  if (uncompressed) return;
  try {
    execFileSync('xz', ['-T0', '-6', '-f', target]);
  } catch (error) {
    throw new PackError(
      `Packing needs xz (Debian: apt install xz-utils), or --uncompressed. (${(error as Error).message})`,
    );
  }
}

function vulkanLoader(): string {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib/x86_64-linux-gnu'];
  const found = folders.map((folder) => join(folder, 'libvulkan.so.1')).find((file) => existsSync(file));
  if (!found)
    throw new PackError('This machine has no libvulkan.so.1 to take along (Debian: apt install libvulkan1).');
  return found;
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

async function main({ out, vulkanLoader: wantsLoader, uncompressed }: Request): Promise<void> {
  mkdirSync(out, { recursive: true });
  for (const name of ['node', 'node.xz', 'dawn.node', 'dawn.node.xz', 'lib', 'peers', 'bundle.mjs'])
    rmSync(join(out, name), { recursive: true, force: true });
  await bundle(out);
  put(dawnAddon(), join(out, 'dawn.node'), uncompressed);
  put(process.execPath, join(out, 'node'), uncompressed);
  copyFileSync(join(root, 'portable/run.sh'), join(out, 'run.sh'));
  cpSync(join(root, 'portable/peers'), join(out, 'peers'), { recursive: true });
  if (wantsLoader) {
    mkdirSync(join(out, 'lib'));
    copyFileSync(vulkanLoader(), join(out, 'lib/libvulkan.so.1'));
  }
  // Node takes the bundle for a module whatever lies above it.
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n');
  console.log(`${(bytesBelow(out) / 1e6).toFixed(1)} MB in ${out}. There: bash run.sh`);
}

try {
  await main(readRequest());
} catch (error) {
  if (!(error instanceof PackError || error instanceof ArgumentError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
