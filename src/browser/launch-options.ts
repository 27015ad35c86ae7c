import type { Browser } from 'puppeteer-core';

/** A browser on this machine and what it needs to run. */
export interface Executable {
  executablePath: string;
  /** Set for the builds that only have Chrome's old headless mode. */
  headlessShell?: boolean;
  /** Environment variables that this build needs in addition to ours. */
  env?: Record<string, string>;
}

/** How to start a browser of either kind. */
export interface Launch {
  headless: boolean;
  /** Other processes may `puppeteer.connect`. */
  connectable: boolean;
  /** An empty folder. */
  profile: string;
  env: NodeJS.ProcessEnv;
}

export interface Launched {
  browser: Browser;
  endpoint: string;
  close(): Promise<void>;
}

/** A training run or a benchmark is one long call, and signals are for `startBrowser` to handle. */
export const launchOptions = {
  protocolTimeout: 0,
  handleSIGHUP: false,
  handleSIGINT: false,
  handleSIGTERM: false,
} as const;
