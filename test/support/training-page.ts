import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openPage, type TestPage } from './page';

export type Config = Record<string, string | number>;

/** A task that takes a few seconds and is learned in part. */
export const smallRun: Config = {
  num_points: 40,
  dataset_size: 300,
  units: 8,
  attention_units: 8,
  epochs: 3,
  patience: 0,
  warmup_steps: 10,
  learning_rate: 0.01,
  seed: 5,
};

/** A task that runs until it is stopped. */
export const longRun: Config = { ...smallRun, epochs: 500 };

/** Opens the built training page with these keys in its address. */
export async function openTraining(
  config: Config,
  options: Omit<Parameters<typeof openPage>[1], 'built'> = {},
): Promise<TestPage> {
  const query = new URLSearchParams(Object.entries(config).map(([key, value]) => [key, String(value)]));
  const opened = await openPage(`index.html?${query}`, { built: true, ...options });
  opened.page.setDefaultTimeout(60_000);
  // What was rendered when the page was built does nothing yet.
  await opened.page.waitForSelector('#details');
  return opened;
}

export function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());
}

export async function waitForDevice(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#device')?.dataset.backend);
}

/** Clicks a button by its name, once it can be clicked and has stopped moving. */
export async function press(page: Page, name: string): Promise<void> {
  const selector = `[name="${name}"]:not([disabled]):not([aria-disabled=true])`;
  await page.waitForSelector(selector);
  await page.locator(selector).click();
}

export async function waitForStatus(page: Page, beginning: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.control-bar [role=status]')?.textContent?.startsWith(wanted),
    { timeout: 0 },
    beginning,
  );
}

/** Opens a folded part of the page, and waits until it is there. */
export async function openFold(page: Page, id: string): Promise<void> {
  await page.waitForSelector(`#${id}`);
  await page.$eval(`#${id}`, (fold) => {
    (fold as HTMLDetailsElement).open = true;
  });
  await page.waitForSelector(`#${id} > :nth-child(2)`);
}

/** Trains to the end, and waits for the results. */
export async function train(page: Page): Promise<void> {
  await waitForDevice(page);
  await press(page, 'play');
  await waitForStatus(page, 'Training has ended');
  await waitForResults(page);
}

/** Waits until all parts of the results are there and nothing below them moves. */
export async function waitForResults(page: Page): Promise<void> {
  await openFold(page, 'results');
  await page.waitForSelector('.results[aria-busy=false] [name="cell-0-0"]');
}

/** Training steps that the page says are done. */
export function stepsDone(page: Page): Promise<number> {
  return page.evaluate(readSteps);
}

/** Waits until more steps than these are done. */
export async function waitForSteps(page: Page, moreThan: number): Promise<void> {
  await page.waitForFunction(`(${readSteps})() > ${moreThan}`);
}

/** The steps shown in the page; NaN before a run. */
function readSteps(): number {
  return Number.parseInt(
    (document.querySelector('[data-standing=Step]')?.textContent ?? '').replaceAll(',', ''),
    10,
  );
}

/** The files that the page offers as downloads. */
export interface Downloads extends Disposable {
  /** Waits for a file whose name has this ending, and returns its path. */
  wait(ending: string): Promise<string>;
}

/** Directs the page's downloads to a folder that is removed afterwards. */
export async function catchDownloads(page: Page): Promise<Downloads> {
  const folder = mkdtempSync(join(tmpdir(), 'gatewave-downloads-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    ...(page.browserContext().id && { browserContextId: page.browserContext().id as string }),
  });
  return {
    async wait(ending) {
      for (let attempt = 0; attempt < 1_200; attempt++) {
        const name = readdirSync(folder).find((file) => file.endsWith(ending));
        if (name) return join(folder, name);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(
        `No file *${ending} was downloaded; there are: ${readdirSync(folder).join(', ') || 'none'}.`,
      );
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
