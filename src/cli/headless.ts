import type { Page } from 'puppeteer-core';
import type { AttentionPlotSpec } from '../app/attention-plot';
import type { HeadlessReply, HeadlessSession } from '../app/headless';
import type { AdapterChoice, AdapterName } from '../browser/adapters';
import { type LaunchedBrowser, launchBrowser } from '../browser/launch';
import { startServer } from '../browser/server';
import { decodeWire, encodeWire } from '../model/session/wire';
import type { TrainingEvent } from '../model/training/events';

/** A training session in a headless browser. */
export interface Headless {
  session: HeadlessSession;
  /** What was started: the browser's name and version, and the WebGPU adapter it was asked for. */
  browser: { version: string; adapter: AdapterName };
  /** Draws a plot in the page: the text of an SVG file, and the same as PNG. */
  draw(spec: AttentionPlotSpec): Promise<{ svg: string; png: Uint8Array }>;
  /** Ends the browser and the server. */
  close(): Promise<void>;
}

export interface HeadlessOptions {
  adapter: AdapterChoice | undefined;
  /** Told what is being downloaded, where no browser is found. */
  log: (line: string) => void;
}

/** Screen pixels for each unit of the plots, for a PNG that is sharp in print. */
const plotResolution = 2;

const startTimeout = 180_000; // ms

/**
 * Serves the application, opens its headless page in a browser with WebGPU and connects to the session in it.
 * @throws BrowserError when there is no such browser.
 */
export async function openHeadless({ adapter, log }: HeadlessOptions): Promise<Headless> {
  const launched = await launchBrowser({ ...(adapter && { adapter }), handleSignals: false, log });
  const server = await startServer();
  const close = async (): Promise<void> => {
    await Promise.allSettled([launched.close(), server.close()]);
  };
  try {
    const page = await launched.browser.newPage();
    const faults = watchFaults(page, launched);
    // A first start bundles the dependencies.
    page.setDefaultTimeout(startTimeout);
    await page.setViewport({ width: 1024, height: 768, deviceScaleFactor: plotResolution });
    await faults.orFault(page.goto(`${server.url}headless.html`));
    await faults.orFault(page.waitForFunction('window.gatewave'));
    const session = await connect(page, faults);
    const browser = { version: await launched.browser.version(), adapter: launched.adapter };
    return { session, browser, draw: (spec) => faults.orFault(draw(page, spec)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Faults {
  /** The result, or the first thing that broke in the browser: of a crashed page no answer would ever come. */
  orFault<Result>(result: Promise<Result>): Promise<Result>;
}

function watchFaults(page: Page, { browser }: LaunchedBrowser): Faults {
  const fault = new Promise<never>((_resolve, reject) => {
    page.on('error', (error) => reject(new Error(`The browser's page crashed: ${error.message}`)));
    page.on('pageerror', (error) => reject(error instanceof Error ? error : new Error(String(error))));
    browser.on('disconnected', () => reject(new Error('The browser ended before the work was done.')));
    page.on('response', (response) => {
      if (response.status() >= 400) reject(new Error(`${response.url()} answers ${response.status()}.`));
    });
  });
  // Nobody may be waiting at the moment of the fault.
  fault.catch(() => {});
  return { orFault: (result) => Promise.race([result, fault]) };
}

/** The session's methods, called in the page. */
async function connect(page: Page, faults: Faults): Promise<HeadlessSession> {
  let receive: (event: TrainingEvent) => void = () => {};
  await page.exposeFunction('gatewaveEvent', (text: string) => receive(decodeWire(text) as TrainingEvent));

  async function call(method: keyof HeadlessSession, ...given: unknown[]): Promise<never> {
    const answer = page.evaluate((name, text) => window.gatewave.call(name, text), method, encodeWire(given));
    const reply = decodeWire(await faults.orFault(answer)) as HeadlessReply;
    if ('value' in reply) return reply.value as never;
    if ('error' in reply) throw Object.assign(new Error(reply.error.message), { name: reply.error.name });
    // JSON has no undefined: a method without a result answers {}.
    return undefined as never;
  }

  return {
    initialise: (choice, options = {}) => call('initialise', choice, options),
    generate: (config, seed) => call('generate', config, seed),
    load: (dataset) => call('load', dataset),
    tune: (config) => call('tune', config),
    plan: (config, data) => call('plan', config, ...(data ? [data] : [])),
    train: (config, onEvent) => {
      receive = onEvent;
      return call('train', config);
    },
    stop: () => call('stop'),
    part: (name) => call('part', name),
    predict: (data) => call('predict', data),
    modelInfo: () => call('modelInfo'),
    exportModel: () => call('exportModel'),
    importModel: (source) => call('importModel', source),
  };
}

async function draw(page: Page, spec: AttentionPlotSpec): Promise<{ svg: string; png: Uint8Array }> {
  const svg = await page.evaluate((text) => window.gatewave.draw(text), encodeWire(spec));
  const element = await page.waitForSelector('svg');
  if (!element) throw new Error('The plot is not in the page.');
  const png = await element.screenshot({ type: 'png' });
  await element.dispose();
  return { svg, png };
}
