import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getInstalledBrowsers } from '@puppeteer/browsers';
import { Launcher } from 'chrome-launcher';
import type { AdapterName } from './adapters';
import { installChromeForTesting, installFromNpm, installWithApt } from './install';
import type { Executable } from './launch-options';

/** One place to get a browser from. */
export interface Source {
  name: string;
  /** Set if this source means downloading and installing. */
  installs?: boolean;
  /** Adapters whose drivers come with it. */
  drivers?: AdapterName[];
  /** @throws Error with the reason if there is none to be had */
  find(log: (line: string) => void): Promise<Executable[]>;
}

export type BrowserKind = 'chromium' | 'firefox';

/** The browser named by a variable, ours before puppeteer's, if one is. */
export function explicitSource(env: NodeJS.ProcessEnv, kind: BrowserKind): Source | undefined {
  const variables = {
    chromium: ['GATEWAVE_CHROME', 'PUPPETEER_EXECUTABLE_PATH'],
    firefox: ['GATEWAVE_FIREFOX'],
  };
  const variable = variables[kind].find((name) => env[name]);
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
export const sources: Readonly<Record<BrowserKind, readonly Source[]>> = {
  chromium: [
    { name: "the system's Chrome, Chromium or Edge", find: async () => systemChromiums() },
    { name: "puppeteer's cache", find: puppeteerChromiums },
    {
      name: "Debian's packages",
      installs: true,
      drivers: ['lavapipe'],
      find: (log) => installWithApt('/usr/bin/chromium', ['mesa-vulkan-drivers', 'libegl1'], log),
    },
    { name: 'Chrome for Testing', installs: true, find: installChromeForTesting },
    { name: 'the npm registry', installs: true, find: installFromNpm },
  ],
  firefox: [
    { name: "the system's Firefox", find: async () => existing(firefoxPaths) },
    { name: "puppeteer's cache", find: () => puppeteerBrowsers(/^firefox$/) },
    {
      name: "Debian's packages",
      installs: true,
      drivers: ['firefox'],
      find: (log) => installWithApt('/usr/bin/firefox-esr', ['mesa-vulkan-drivers'], log),
    },
  ],
};

const chromiumPaths = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

const firefoxPaths = [
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

function systemChromiums(): Executable[] {
  return existing([...launcherInstallations(), ...chromiumPaths]);
}

/** The paths among these that lead to an executable file; of several to the same file, the first. */
function existing(paths: string[]): Executable[] {
  const found = paths.filter(isExecutable);
  const byFile = new Map(found.map((path) => [realpathSync(path), path]).reverse() as [string, string][]);
  return [...byFile.values()].reverse().map((executablePath) => ({ executablePath }));
}

/** chrome-launcher knows desktop files, the PATH, the registry and CHROME_PATH; it throws if it finds nothing. */
function launcherInstallations(): string[] {
  try {
    return Launcher.getInstallations();
  } catch {
    return [];
  }
}

async function puppeteerChromiums(): Promise<Executable[]> {
  return puppeteerBrowsers(/^(chrome|chromium|chrome-headless-shell)$/);
}

async function puppeteerBrowsers(names: RegExp): Promise<Executable[]> {
  const cacheDir = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const installed = await getInstalledBrowsers({ cacheDir });
  return installed
    .filter(({ browser }) => names.test(browser))
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
