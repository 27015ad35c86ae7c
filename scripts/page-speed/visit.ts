/** One visit to the built training page, as a visitor would make it, and how the page behaves meanwhile. */
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';

/** What makes the machine slow. */
export interface Conditions {
  /** How many times slower the page's thread is. */
  slowdown: number;
  /** null: as fast as the server is. */
  network: { bitsPerSecond: number; latencyMilliseconds: number } | null;
}

/** Milliseconds, where nothing else is said. */
export interface Visit {
  firstPaint: number;
  largestPaint: number;
  /** Until the page knows what it trains on. */
  device: number;
  /** Gzipped, of all that is fetched before the worker's script. */
  bytes: number;
  /** Tasks over 50 ms, by the part of the visit. */
  tasks: Record<Phase, number[]>;
  /** Sum of the layout shifts without a recent click, by the part of the visit. */
  shifts: Record<Phase, number>;
  /** From each move of a drag over the stage to the frame that shows the answer. */
  answers: number[];
}

export const phases = ['start', 'drag', 'training', 'results'] as const;
export type Phase = (typeof phases)[number];

interface Taken {
  tasks: number[];
  shift: number;
}

export const viewport = { width: 1440, height: 900 };
const moves = 60;

/** @param whole false: only the start and the drag. */
export async function visit(
  browser: Browser,
  url: string,
  { slowdown, network }: Conditions,
  whole: boolean,
): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.setViewport(viewport);
    await page.emulateCPUThrottling(slowdown);
    if (network) {
      const { bitsPerSecond, latencyMilliseconds: latency } = network;
      await page.emulateNetworkConditions({
        upload: bitsPerSecond / 8,
        download: bitsPerSecond / 8,
        latency,
      });
    }
    await page.evaluateOnNewDocument(observe);
    const bytes = bytesBeforeWorker(page);
    const tasks = {} as Visit['tasks'];
    const shifts = {} as Visit['shifts'];
    let device = Number.NaN;
    let before = Number.NaN;
    await walk(page, url, whole, async (phase) => {
      if (phase === 'start') {
        device = (await page.evaluate('performance.now()')) as number;
        before = await bytes();
      }
      await wait(1_000);
      const taken = (await page.evaluate('observed.take()')) as Taken;
      tasks[phase] = taken.tasks;
      shifts[phase] = taken.shift;
    });
    const paints = (await page.evaluate('observed.paints()')) as { first: number; largest: number };
    const answers = (await page.evaluate('observed.answers')) as number[];
    return {
      firstPaint: paints.first,
      largestPaint: paints.largest,
      device,
      bytes: before,
      tasks,
      shifts,
      answers,
    };
  } finally {
    await context.close();
  }
}

/**
 * Opens the page, drags over the stage, trains two epochs and looks at the results.
 * @param whole false: without the training. @param onEnd called at the end of each part.
 */
export async function walk(
  page: Page,
  url: string,
  whole: boolean,
  onEnd: (phase: Phase) => Promise<void>,
): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('#details');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#device')?.dataset.backend);
  await onEnd('start');
  await page.evaluate('window.observed?.watchAnswers()');
  await drag(page);
  await onEnd('drag');
  if (!whole) return;
  await trainTwoEpochs(page);
  await onEnd('training');
  await page.evaluate(`document.querySelector('[name=stop]')?.click()`);
  await page.waitForSelector('.run-state[data-status=ended]');
  await open(page, 'results');
  await page.waitForSelector('.results[aria-busy=false] [name="cell-0-0"]');
  await onEnd('results');
}

/** Draws a stretch over the wave, move by move, at the pace of a hand. */
async function drag(page: Page): Promise<void> {
  const box = await (await page.$('#try .plane svg'))?.boundingBox();
  if (!box) throw new Error('There is no plot to drag over.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 0.1 * box.width, y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(box.x + (0.1 + (0.7 * move) / moves) * box.width, y);
    await wait(30);
  }
  await page.mouse.up();
}

/** With the folds opened meanwhile. */
async function trainTwoEpochs(page: Page): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await page.locator('[name=play]').click();
  await page.waitForSelector('.run-state[data-status=running]');
  const folds = await page.$$eval('#details > details', (all) => all.map(({ id }) => id));
  for (const fold of folds.filter((id) => id !== 'results')) {
    await open(page, fold);
    await wait(500);
  }
  // By then it may have come to its end.
  await page.waitForFunction(() => {
    const said = document.querySelector('.control-bar [role=status]')?.textContent ?? '';
    return said.startsWith('Training has ended') || Number(/^Epoch (\d+)/.exec(said)?.[1] ?? 0) >= 2;
  });
}

async function open(page: Page, fold: string): Promise<void> {
  await page.locator(`#${fold}:not([open]) > summary`).click();
  await page.waitForSelector(`#${fold} > :nth-child(2)`);
}

/** @returns a function that gives the gzipped bytes of all that was fetched before the worker's script. */
function bytesBeforeWorker(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  let isWorkerAsked = false;
  page.on('request', (request) => {
    isWorkerAsked ||= /\/session-worker-[^/]*\.js$/.test(request.url());
  });
  page.on('response', (response) => {
    if (isWorkerAsked || !response.url().startsWith('http')) return;
    sizes.push(response.buffer().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Runs in the page before anything else. A text, since tsx would have functions call a helper that the page does not have. */
const observe = `{
  let tasks = [];
  let shift = 0;
  let largest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  window.observed = {
    answers: [],
    take() {
      const taken = { tasks, shift };
      tasks = [];
      shift = 0;
      return taken;
    },
    paints: () => ({ first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime, largest }),
    watchAnswers() {
      let movedAt = null;
      addEventListener('pointermove', ({ timeStamp }) => { movedAt ??= timeStamp; }, { capture: true });
      // The frame's own task, which paints, is over when a message that it posted arrives.
      const painted = new MessageChannel();
      const waiting = [];
      painted.port1.onmessage = () => observed.answers.push(performance.now() - waiting.shift());
      new MutationObserver(() => {
        if (movedAt === null) return;
        waiting.push(movedAt);
        movedAt = null;
        requestAnimationFrame(() => painted.port2.postMessage(null));
      }).observe(document.querySelector('#try path.attention'), { attributeFilter: ['d'] });
    },
  };
}`;
