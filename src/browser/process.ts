import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type AdapterName, adapterLaunch } from './adapters';

/** A Chromium on this machine and what it needs to run. */
export interface Executable {
  executablePath: string;
  /** Set for the builds that only have Chrome's old headless mode. */
  headlessShell?: boolean;
  /** Environment that this build needs on top of ours. */
  env?: Record<string, string>;
}

export interface StartOptions {
  /** Default true. */
  headless?: boolean;
  /** Exit this process, and so the browser, on SIGINT, SIGTERM and SIGHUP. Default true; with false the caller closes. */
  handleSignals?: boolean;
  /** Also listen on a port, so that other processes may `puppeteer.connect` to `endpoint`. Default false. */
  connectable?: boolean;
}

export interface RunningBrowser {
  browser: Browser;
  /** WebSocket address for `puppeteer.connect`; empty unless `connectable`. */
  endpoint: string;
  /** Ends the browser and removes its profile; safe to call twice. */
  close(): Promise<void>;
}

const profilePrefix = 'gatewave-profile-';
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Starts a Chromium with the given adapter and a fresh profile.
 * The browser hangs on a pipe to this process, so it ends with it, however that ends.
 */
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
    const browser = await puppeteer.launch({
      executablePath: executable.executablePath,
      headless: headless && executable.headlessShell ? 'shell' : headless,
      userDataDir: profile,
      pipe: true,
      // A training run or a benchmark is one long call.
      protocolTimeout: 0,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      env: {
        ...browserEnv(executable, adapter),
        // Chromium's own temporary files go with the profile. (macOS: the path would be too long for a socket.)
        ...(process.platform === 'linux' && { TMPDIR: profile }),
      },
      args: [
        '--remote-debugging-pipe',
        ...(connectable ? ['--remote-debugging-port=0'] : []),
        ...browserArgs(adapter),
      ],
    });
    process.on('exit', removeOnExit);
    if (handleSignals) for (const name of Object.keys(signals)) process.on(name, stop);
    return {
      browser,
      endpoint: connectable ? await devToolsEndpoint(profile) : '',
      close: async () => {
        await browser.close();
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

/** The flags for a browser that does nothing but show our pages on this adapter. */
export function browserArgs(adapter: AdapterName): string[] {
  return [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    ...(withoutSandbox() ? ['--no-sandbox'] : []),
    ...adapterLaunch(adapter).args,
  ];
}

export function browserEnv(executable: Executable, adapter: AdapterName): NodeJS.ProcessEnv {
  return { ...process.env, ...executable.env, ...adapterLaunch(adapter).env };
}

/** Chromium refuses to run its sandbox as root; in some containers there is none for anybody. */
function withoutSandbox(): boolean {
  return process.getuid?.() === 0 || Boolean(process.env.GATEWAVE_NO_SANDBOX);
}

async function devToolsEndpoint(profile: string): Promise<string> {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** A process that was killed outright could not remove its profile: the next one does. */
function removeAbandonedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(name.startsWith(profilePrefix) && name.slice(profilePrefix.length).split('-')[0]);
    if (owner && !isRunning(owner)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
