import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { HeadlessPort, HeadlessReply } from '../app/headless';
import { Exchange } from '../browser/exchange';
import { type LaunchedBrowser, launchBrowser } from '../browser/launch';
import { servePages } from '../browser/page-server';
import { remoteSession } from '../model/session/remote';
import { decodeWire, encodeWire, type WireCallback } from '../model/session/wire';
import type { Runtime, RuntimeOptions } from './runtime';

const startTimeout = 60_000; // ms

/** Seen from dist/cli as from src/cli. */
const pages = resolve(import.meta.dirname, '../../dist/cli/pages');

/**
 * Serves the headless page, opens it in a browser with WebGPU and connects to the session in it.
 * @throws BrowserError when there is no such browser.
 */
export async function openHeadless({ adapter, log }: RuntimeOptions): Promise<Runtime> {
  const launched = await launchBrowser({ ...(adapter && { adapter }), handleSignals: false, log });
  const exchange = new Exchange();
  const server = await servePages(pages, (request, response) => exchange.handle(request, response));
  const close = async (): Promise<void> => {
    await Promise.allSettled([launched.close(), server.close()]);
  };
  try {
    const page = await launched.browser.newPage();
    const faults = watchFaults(page, launched);
    page.setDefaultTimeout(startTimeout);
    await faults.orFault(page.goto(`${server.url}headless.html`));
    await faults.orFault(page.waitForFunction('window.gatewave'));
    const call = await connect(page, faults, exchange);
    const session = remoteSession(call);
    const browser = { version: await launched.browser.version(), adapter: launched.adapter };
    return { session, host: { browser }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Faults {
  /** The result, or the first fault in the browser, since a crashed page would never answer. */
  orFault<Result>(result: Promise<Result>): Promise<Result>;
}

function watchFaults(page: Page, { browser }: LaunchedBrowser): Faults {
  const fault = new Promise<never>((_resolve, reject) => {
    page.on('error', (error) => reject(new Error(`The browser's page crashed: ${error.message}`)));
    page.on('pageerror', (error) => reject(error instanceof Error ? error : new Error(String(error))));
    browser.on('disconnected', () => reject(new Error('The browser ended before the work was done.')));
    page.on('response', (response) => {
      if (response.status() >= 400)
        reject(new Error(`${response.url()} answered with status ${response.status()}.`));
    });
  });
  // There may be nobody waiting when the fault occurs.
  fault.catch(() => {});
  return { orFault: (result) => Promise.race([result, fault]) };
}

type Call = (method: Parameters<HeadlessPort['call']>[0], given: unknown[]) => Promise<unknown>;

/** What calls the page. */
async function connect(page: Page, faults: Faults, exchange: Exchange): Promise<Call> {
  const callbacks: WireCallback[] = [];
  await page.exposeFunction('gatewaveCallback', (callback: number, text: string) =>
    callbacks[callback]?.(decodeWire({ text, arrays: [] })),
  );
  return async (method, given) => {
    const { text, arrays } = encodeWire(given, (callback) => callbacks.push(callback) - 1);
    const slot = exchange.open(arrays);
    const sent = { text, sizes: arrays.map((bytes) => bytes.length) };
    const answer = page.evaluate(
      (name, message, place) => window.gatewave.call(name, message, place),
      method,
      sent,
      `${exchange.path}${slot}/`,
    );
    const answered = await faults.orFault(answer).catch((error: unknown) => {
      exchange.close(slot);
      throw error;
    });
    const reply = decodeWire({ text: answered, arrays: exchange.close(slot) }) as HeadlessReply;
    if ('error' in reply) throw Object.assign(new Error(reply.error.message), { name: reply.error.name });
    return reply.value;
  };
}
