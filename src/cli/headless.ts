import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { AttentionPlotSpec } from '../app/attention-plot';
import type { HeadlessPort, HeadlessReply } from '../app/headless';
import type { AdapterChoice, AdapterName } from '../browser/adapters';
import { Exchange } from '../browser/exchange';
import { type LaunchedBrowser, launchBrowser } from '../browser/launch';
import { servePages } from '../browser/page-server';
import type { SessionApi } from '../model/session/api';
import { remoteSession } from '../model/session/remote';
import { decodeWire, encodeWire, type WireCallback } from '../model/session/wire';

/** A training session in a headless browser. */
export interface Headless {
  session: SessionApi;
  /** What was started: the browser's name and version, and the WebGPU adapter it was asked for. */
  browser: { version: string; adapter: AdapterName };
  /** Draws a plot in the page: the text of an SVG file, and the same as PNG. */
  draw(spec: AttentionPlotSpec): Promise<{ svg: string; png: Uint8Array }>;
  /** Ends the browser and the server. */
  close(): Promise<void>;
}

export interface HeadlessOptions {
  adapter: AdapterChoice | undefined;
  /** Called with what is being downloaded when no browser is found. */
  log: (line: string) => void;
}

/** Screen pixels for each unit of the plots, for a PNG that is sharp in print. */
const plotResolution = 2;

const startTimeout = 60_000; // ms

/** Seen from dist/cli as from src/cli. */
const pages = resolve(import.meta.dirname, '../../dist/cli/pages');

/**
 * Serves the headless page, opens it in a browser with WebGPU and connects to the session in it.
 * @throws BrowserError when there is no such browser.
 */
export async function openHeadless({ adapter, log }: HeadlessOptions): Promise<Headless> {
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
    await page.setViewport({ width: 1024, height: 768, deviceScaleFactor: plotResolution });
    await faults.orFault(page.goto(`${server.url}headless.html`));
    await faults.orFault(page.waitForFunction('window.gatewave'));
    const call = await connect(page, faults, exchange);
    const session = remoteSession(call);
    const browser = { version: await launched.browser.version(), adapter: launched.adapter };
    return { session, browser, draw: (spec) => faults.orFault(draw(page, call, spec)), close };
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

async function draw(
  page: Page,
  call: Call,
  spec: AttentionPlotSpec,
): Promise<{ svg: string; png: Uint8Array }> {
  const svg = (await call('draw', [spec])) as string;
  const element = await page.waitForSelector('svg');
  if (!element) throw new Error('The plot is not in the page.');
  const png = await element.screenshot({ type: 'png' });
  await element.dispose();
  return { svg, png };
}
