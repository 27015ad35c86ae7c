import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { type AdapterName, adapterLaunch } from './adapters';
import { type Executable, type Launch, type Launched, launchOptions } from './launch-options';

/** Starts a Chromium connected by a pipe, so that it ends with this process, however that ends. */
export async function launchChromium(
  { executablePath, headlessShell }: Executable,
  adapter: AdapterName,
  { headless, connectable, profile, env }: Launch,
): Promise<Launched> {
  const browser = await puppeteer.launch({
    ...launchOptions,
    executablePath,
    headless: headless && headlessShell ? 'shell' : headless,
    userDataDir: profile,
    pipe: true,
    env,
    args: [
      '--remote-debugging-pipe',
      ...(connectable ? ['--remote-debugging-port=0'] : []),
      ...chromiumArgs(adapter),
    ],
  });
  const endpoint = connectable ? await devToolsEndpoint(profile) : '';
  return { browser, endpoint, close: () => browser.close() };
}

/** The flags for a browser that only shows our pages on this adapter. */
export function chromiumArgs(adapter: AdapterName): string[] {
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

/** Chromium refuses to run its sandbox as root; in some containers nobody can use it. */
function withoutSandbox(): boolean {
  return process.getuid?.() === 0 || Boolean(process.env.GATEWAVE_NO_SANDBOX);
}

async function devToolsEndpoint(profile: string): Promise<string> {
  const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}
