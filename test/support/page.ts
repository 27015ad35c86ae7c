import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { inject } from 'vitest';
import type { AdapterName } from '../../src/browser/adapters';
import { watchErrors } from './watch';

/** A page of the app in one of the browsers that the global set-up started. */
export interface TestPage extends AsyncDisposable {
  page: Page;
  adapter: AdapterName;
  /** What went wrong in the page so far. A test that provokes an error checks it here and removes it. */
  errors: string[];
  /** Closes the page. @throws Error when anything went wrong in it */
  close(): Promise<void>;
}

function connect({ adapter, endpoint }: { adapter: AdapterName; endpoint: string }): Promise<Browser> {
  return puppeteer.connect({
    browserWSEndpoint: endpoint,
    protocolTimeout: 0,
    ...(adapter === 'firefox' && { protocol: 'webDriverBiDi' }),
  });
}

/** The adapters to run a test on: `describe.each(testAdapters())('on %s', ...)`. */
export function testAdapters(): AdapterName[] {
  return inject('browsers').map(({ adapter }) => adapter);
}

/**
 * One of them, Chromium's fastest where there is one: for what our own code decides and not the adapter. That the kernels
 * compute the same on all of them is what the parity tests are for.
 */
export function oneAdapter(): AdapterName {
  const all = testAdapters();
  return all.find((adapter) => adapter !== 'firefox') ?? (all[0] as AdapterName);
}

/** This worker's browser with the adapter. */
function browserOf(adapter = inject('browsers')[0]?.adapter) {
  const browsers = inject('browsers').filter((browser) => browser.adapter === adapter);
  const chosen = browsers[Number(process.env.VITEST_POOL_ID ?? 0) % browsers.length];
  if (!chosen) throw new Error(`No browser runs with the adapter ${adapter}.`);
  return chosen;
}

interface PageOptions {
  /** Default: the fastest there is. */
  adapter?: AdapterName;
  /** Opens the built app instead of the development server's. */
  built?: boolean;
  /** A separate browser, instead of the one that all tests share. */
  browser?: Browser;
}

/**
 * Opens a page that fails its test on any console error, any uncaught exception and any WebGPU error, in the page and in its workers.
 * `await using page = await openPage('headless.html')`, or close() it in afterAll.
 * @param path below the served root, without a leading slash
 */
export async function openPage(path: string, options: PageOptions = {}): Promise<TestPage> {
  const chosen = browserOf(options.adapter);
  const browser = options.browser ?? (await connect(chosen));
  // A context of its own, so that no storage is left over from another test.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  await watchErrors(page, errors);

  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    // Late messages of the GPU process and the workers.
    await wait(50);
    await context.close();
    if (!options.browser) await browser.disconnect();
    if (errors.length > 0) throw new Error(`Errors in ${path} on ${chosen.adapter}:\n${errors.join('\n')}`);
  };
  try {
    await page.goto(new URL(path, inject(options.built ? 'builtUrl' : 'serverUrl')).href);
  } catch (error) {
    errors.push(String(error));
    await close();
  }
  return { page, adapter: chosen.adapter, errors, close, [Symbol.asyncDispose]: close };
}
