import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getInstalledBrowsers } from '@puppeteer/browsers';
import { Launcher } from 'chrome-launcher';
import type { AdapterName } from './adapters';
import { installChromeForTesting, installFromNpm, installWithApt } from './install';
import type { Executable } from './process';

/** One place to get a browser from. */
export interface Source {
  name: string;
  /** Set where looking there means to download and install. */
  installs?: boolean;
  /** Adapters whose drivers come along. */
  drivers?: AdapterName[];
  /** @throws Error with the reason where there is none to be had */
  find(log: (line: string) => void): Promise<Executable[]>;
}

/** The browser named by a variable, ours before puppeteer's, if one is. */
export function explicitSource(env: NodeJS.ProcessEnv): Source | undefined {
  const variable = ['GATEWAVE_CHROME', 'PUPPETEER_EXECUTABLE_PATH'].find((name) => env[name]);
  const executablePath = variable && env[variable];
  if (!executablePath) return undefined;
  return {
    name: `${variable}=${executablePath}`,
    find: async () => {
      if (!isExecutable(executablePath)) throw new Error('there is no executable file at this path');
      return [{ executablePath }];
    },
  };
}

/** Where browsers are looked for, in order, when no variable names one. */
export const sources: readonly Source[] = [
  { name: "the system's Chrome, Chromium or Edge", find: async () => systemBrowsers() },
  { name: "puppeteer's cache", find: puppeteerBrowsers },
  { name: "Debian's packages", installs: true, drivers: ['lavapipe'], find: installWithApt },
  { name: 'Chrome for Testing', installs: true, find: installChromeForTesting },
  { name: 'the npm registry', installs: true, find: installFromNpm },
];

const wellKnownPaths = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

function systemBrowsers(): Executable[] {
  const paths = [...launcherInstallations(), ...wellKnownPaths].filter(isExecutable);
  // Several names may lead to one file.
  const byFile = new Map(paths.map((path) => [realpathSync(path), path]).reverse() as [string, string][]);
  return [...byFile.values()].reverse().map((executablePath) => ({ executablePath }));
}

/** chrome-launcher knows desktop files, the PATH, the registry and CHROME_PATH; it throws where it finds nothing. */
function launcherInstallations(): string[] {
  try {
    return Launcher.getInstallations();
  } catch {
    return [];
  }
}

async function puppeteerBrowsers(): Promise<Executable[]> {
  const cacheDir = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const installed = await getInstalledBrowsers({ cacheDir });
  return installed
    .filter(({ browser }) => /^chrom/.test(browser) && browser !== 'chromedriver')
    .map(({ browser, executablePath }) => ({
      executablePath,
      headlessShell: browser === 'chrome-headless-shell',
    }));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
