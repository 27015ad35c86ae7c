import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
  repository?: string | { url: string };
}

/**
 * Collects the licences of all packages whose code goes into a build. (Vite's own `build.license` skips the code of
 * workers.)
 */
export class Licenses {
  private readonly folders = new Set<string>();

  /** For the build, and for its workers. */
  readonly plugin: Plugin = {
    name: 'licenses',
    generateBundle: (_options, bundle) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      for (const id of chunks.flatMap(({ moduleIds }) => moduleIds)) {
        if (/[\\/]node_modules[\\/]/.test(id)) this.folders.add(packageFolder(id.replace(/^\0/, '')));
      }
    },
  };

  /** A package whose files are copied. @param folder of it. */
  add(folder: string): void {
    this.folders.add(folder);
  }

  async write(file: string): Promise<void> {
    const sections = [...this.folders].map(describe).sort();
    const title = '# Licences of the libraries that are part of these files';
    await writeFile(file, [title, ...new Set(sections)].join('\n\n'));
  }
}

function packageFolder(file: string): string {
  let folder = dirname(file);
  // A folder inside a package may have its own package.json, which only says how to read its files.
  while (!existsSync(join(folder, 'package.json')) || !manifestOf(folder).version) folder = dirname(folder);
  return folder;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function describe(folder: string): string {
  const { name, version, license, repository } = manifestOf(folder);
  const source = typeof repository === 'string' ? repository : repository?.url;
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`## ${name} ${version} (${license})`, ...(source ? [source] : []), ...texts].join('\n\n');
}
