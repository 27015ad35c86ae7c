import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { getInstalledBrowsers } from '@puppeteer/browsers';
import { Launcher } from 'chrome-launcher';
import { type BrowserKind, isExecutable, type Source } from './explicit-source';
import { installChromeForTesting, installFromNpm, installWithApt } from './install';
import type { Executable } from './launch-options';

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
