import { once } from 'node:events';
import puppeteer from 'puppeteer-core';
import type { AdapterName } from './adapters';
import { type Executable, type Launch, type Launched, launchOptions } from './launch-options';

/** What Firefox needs for WebGPU on every system, in workers, and on a CPU. */
const webgpuPreferences = {
  'dom.webgpu.enabled': true,
  'dom.webgpu.workers.enabled': true,
  'gfx.webgpu.ignore-blocklist': true,
};

/**
 * Starts a Firefox, which is driven by WebDriver BiDi. It is not connected by a pipe, so it outlives a process that
 * is killed.
 */
export async function launchFirefox(
  { executablePath }: Executable,
  _adapter: AdapterName,
  { headless, connectable, profile, env }: Launch,
): Promise<Launched> {
  const browser = await puppeteer.launch({
    ...launchOptions,
    browser: 'firefox',
    executablePath,
    headless,
    userDataDir: profile,
    env,
    extraPrefsFirefox: webgpuPreferences,
  });
  const endpoint = connectable ? browser.wsEndpoint() : '';
  if (connectable) await browser.disconnect();
  const close = async () => {
    await browser.close();
    const child = browser.process();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    // It was disconnected, so it was not asked to close.
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  };
  return { browser, endpoint, close };
}
