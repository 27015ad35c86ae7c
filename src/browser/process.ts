import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { type AdapterName, adapterLaunch } from './adapters';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import type { Executable } from './launch-options';
import { isRunning } from './running';

export interface StartOptions {
  /** Default true. */
  headless?: boolean;
  /** Exit this process, and so the browser, on SIGINT, SIGTERM and SIGHUP. Default true; with false the caller closes. */
  handleSignals?: boolean;
  /** Also listen on a port, so that other processes may `puppeteer.connect` to `endpoint`. Default false. */
  connectable?: boolean;
}

export interface RunningBrowser {
  /** Disconnected if it is Firefox and `connectable`, since Firefox serves one client at a time. */
  browser: Browser;
  /** WebSocket address for `puppeteer.connect`; empty unless `connectable`. */
  endpoint: string;
  /** Ends the browser and removes its profile; safe to call twice. */
  close(): Promise<void>;
}

const profilePrefix = 'gatewave-profile-';
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Starts a browser with the given adapter and a fresh profile. */
export async function startBrowser(
  executable: Executable,
  adapter: AdapterName,
  { headless = true, handleSignals = true, connectable = false }: StartOptions = {},
): Promise<RunningBrowser> {
  removeAbandonedProfiles();
  const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`));
  const removeProfile = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  const removeOnExit = () => rmSync(profile, removeProfile);
  const stop = (signal: NodeJS.Signals) => process.exit(128 + signals[signal as keyof typeof signals]);
  try {
    const launch = adapter === 'firefox' ? launchFirefox : launchChromium;
    const { browser, endpoint, close } = await launch(executable, adapter, {
      headless,
      connectable,
      profile,
      // The browser's own temporary files are removed with the profile. (macOS: the path would be too long for a
      // socket.)
      env: {
        ...browserEnv(executable, adapter),
        ...(process.platform === 'linux' && { TMPDIR: profile }),
      },
    });
    process.on('exit', removeOnExit);
    if (handleSignals) for (const name of Object.keys(signals)) process.on(name, stop);
    return {
      browser,
      endpoint,
      close: async () => {
        await close();
        await rm(profile, removeProfile);
        process.off('exit', removeOnExit);
        for (const name of Object.keys(signals)) process.off(name, stop);
      },
    };
  } catch (error) {
    await rm(profile, removeProfile);
    throw error;
  }
}

export function browserEnv(executable: Executable, adapter: AdapterName): NodeJS.ProcessEnv {
  return { ...process.env, ...executable.env, ...adapterLaunch(adapter).env };
}

/** A process that was killed could not remove its profile, so the next one does. */
function removeAbandonedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(name.startsWith(profilePrefix) && name.slice(profilePrefix.length).split('-')[0]);
    if (!owner || isRunning(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It is another user's, who will do it.
    }
  }
}
