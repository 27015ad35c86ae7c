import type { TestProject } from 'vitest/node';
import type { AdapterName } from '../../src/browser/adapters';
import { BrowserError } from '../../src/browser/errors';
import { type LaunchedBrowser, launchBrowser } from '../../src/browser/launch';
import { serveSources } from '../../src/browser/source-server';
import { buildCommand, serveBuild } from './built-app';
import { E2E_WORKERS } from './e2e-workers';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the app is served; ends with a slash. */
    serverUrl: string;
    /** Where the built app is served, as `npm run preview` does; ends with a slash. */
    builtUrl: string;
    /** The running browsers, the preferred one first; those of one adapter are for a worker each. */
    browsers: { adapter: AdapterName; endpoint: string }[];
  }
}

/** Vitest's global set-up: the servers and one browser per adapter for all test files of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isEndToEnd = project.name === 'e2e';
  const [browsers, built] = await Promise.all([
    isEndToEnd ? launchFastest() : launchForParity(),
    serveBuild(),
    isEndToEnd && buildCommand(),
  ]);
  const running = new Set(browsers.map(({ adapter, executablePath }) => `${adapter} (${executablePath})`));
  for (const browser of running) console.log(`${project.name} tests run on ${browser}`);
  const server = await serveSources();
  project.provide('serverUrl', server.url);
  project.provide('builtUrl', built.url);
  project.provide(
    'browsers',
    browsers.map(({ adapter, endpoint }) => ({ adapter, endpoint })),
  );
  return async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.close();
    await built.close();
  };
}

/** One for each worker: pages of one browser would take the keyboard from each other. */
async function launchFastest(): Promise<LaunchedBrowser[]> {
  const browsers: LaunchedBrowser[] = [];
  // One after the other: the first may have to be installed.
  while (browsers.length < E2E_WORKERS) browsers.push(await launchBrowser({ connectable: true }));
  return browsers;
}

/**
 * Chromium's two software adapters and Firefox, as far as they are there: each has another shader compiler, and so is
 * another opinion. A machine with none of them tests on what it has, and GATEWAVE_ADAPTER picks one.
 */
async function launchForParity(): Promise<LaunchedBrowser[]> {
  const fastest = await launchBrowser({ connectable: true });
  if (process.env.GATEWAVE_ADAPTER && process.env.GATEWAVE_ADAPTER !== 'auto') return [fastest];
  const browsers: LaunchedBrowser[] = [];
  for (const adapter of ['lavapipe', 'swiftshader', 'firefox'] as const) {
    if (adapter === fastest.adapter) {
      browsers.push(fastest);
      continue;
    }
    try {
      browsers.push(await launchBrowser({ adapter, install: false, connectable: true }));
    } catch (error) {
      if (!(error instanceof BrowserError)) throw error;
      console.log(`gpu tests do not run on ${adapter}: ${error.message}`);
    }
  }
  if (browsers.length === 0) return [fastest];
  if (!browsers.includes(fastest)) await fastest.close();
  return browsers;
}
