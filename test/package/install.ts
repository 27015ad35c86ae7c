import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The package as `npm pack` makes it, installed beside some projects that use it. */
export interface Installation {
  /** Has node_modules, and a folder for each of test/package/projects. */
  folder: string;
  tarball: string;
}

/**
 * Packs the package, installs it with tf.js into a temporary folder, and builds those of the projects there that need
 * it.
 */
export async function install(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'gatewave-package-'));
  await command('npm', ['run', 'build:package'], root);
  await command('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const tarball = (await readdir(folder)).map((name) => join(folder, name))[0] as string;

  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await command('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], folder);

  const projects = join(import.meta.dirname, 'projects');
  await cp(projects, folder, { recursive: true });
  for (const project of ['vite', 'esbuild', 'import-map', 'node']) {
    for (const file of ['program.js', 'page.js']) await cp(join(projects, file), join(folder, project, file));
  }
  await command(bin('vite'), ['build', '--base', './'], join(folder, 'vite'));
  await esbuild(['page.js', '--outfile=bundle.js'], join(folder, 'esbuild'));
  await serveWithoutBundler(folder, join(folder, 'import-map'));
  return { folder, tarball };
}

/**
 * tf.js's own modules import CommonJS ones, which no browser can load: they are bundled, as CDNs such as esm.sh do.
 * Our package's files are used as they are.
 */
async function serveWithoutBundler(folder: string, page: string): Promise<void> {
  const packages = {
    core: '@tensorflow/tfjs-core',
    layers: '@tensorflow/tfjs-layers',
    cpu: '@tensorflow/tfjs-backend-cpu',
    webgpu: '@tensorflow/tfjs-backend-webgpu',
  };
  const entries = Object.entries(packages).map(([name, path]) => `${name}=${path}`);
  await esbuild([...entries, '--splitting', '--outdir=tfjs'], page);
  await cp(join(folder, 'node_modules/gatewave'), join(page, 'gatewave'), { recursive: true });
}

/** Bundles as a user would: `esbuild ENTRY --bundle --format=esm`. */
export async function esbuild(args: string[], folder: string): Promise<void> {
  await command(bin('esbuild'), [...args, '--bundle', '--format=esm', '--log-level=warning'], folder);
}

/** A program of this project's own dependencies. */
export function bin(name: string): string {
  return join(root, 'node_modules/.bin', name);
}

/** @returns what it wrote to standard output. @throws Error with all that it wrote when it fails */
export async function command(program: string, args: string[], folder: string): Promise<string> {
  // Tests run with NODE_ENV=test, which bundlers would compile in.
  const env = { ...process.env, NODE_ENV: 'production' };
  // With it, npm would keep development dependencies out of reach of scripts.
  if (program === 'npm') env.NODE_ENV = 'development';
  try {
    return (await run(program, args, { cwd: folder, env, maxBuffer: 2 ** 26 })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout}${stderr}`);
  }
}

export async function uninstall({ folder }: Installation): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
