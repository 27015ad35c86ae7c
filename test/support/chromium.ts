import puppeteer, { type Browser } from 'puppeteer-core';
import { resolveBrowser } from '../../src/browser/resolve';

/** A Chromium with no switches but these, for what the tests' own browsers do not have or do. */
export async function launchWith(args: string[]): Promise<Browser> {
  const { executable } = await resolveBrowser();
  return puppeteer.launch({
    executablePath: executable.executablePath,
    headless: executable.headlessShell ? 'shell' : true,
    env: { ...process.env, ...executable.env },
    args,
  });
}
