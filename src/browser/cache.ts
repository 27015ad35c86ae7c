import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { AdapterName } from './adapters';
import type { Executable } from './launch-options';

/** Seen from dist/cli as from src/browser. */
const root = resolve(import.meta.dirname, '../..');
const isInstalled = basename(dirname(root)) === 'node_modules';

/** Everything found or downloaded goes here: removing the folder forgets it. */
export const cacheFolder = join(isInstalled ? dirname(root) : join(root, 'node_modules'), '.cache/gatewave');

export interface Choice {
  executable: Executable;
  adapter: AdapterName;
}

/** Remembers which browser was chosen in which circumstances. */
export interface ChoiceCache {
  get(key: string): Choice | undefined;
  set(key: string, choice: Choice): void;
}

interface Entry extends Choice {
  /** Changes when the browser is updated. */
  stamp: string;
}

/** The cache in a file; an entry holds as long as its executable is unchanged. */
export function fileCache(file = join(cacheFolder, 'browser.json')): ChoiceCache {
  const read = (): Record<string, Entry> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>;
    } catch {
      return {};
    }
  };
  return {
    get(key) {
      const entry = read()[key];
      return entry && entry.stamp === stampOf(entry.executable) ? entry : undefined;
    },
    set(key, { executable, adapter }) {
      const entries = { ...read(), [key]: { executable, adapter, stamp: stampOf(executable) } };
      const draft = `${file}.${process.pid}`;
      try {
        mkdirSync(resolve(file, '..'), { recursive: true });
        writeFileSync(draft, JSON.stringify(entries, null, 2));
        renameSync(draft, file);
      } catch {
        // A folder that cannot be written to costs a probe each time, nothing else.
      }
    },
  };
}

function stampOf({ executablePath }: Executable): string {
  const { mtimeMs, size } = statSync(executablePath, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return `${mtimeMs} ${size}`;
}
