/** Takes the picture of the training page that the README and the docs show: `npm run page-picture -- --help`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../src/browser/launch';
import { serveSources } from '../src/browser/source-server';
import { ArgumentError, readOptions } from './options';

const help = `npm run page-picture -- [options]

  --out FILE  default docs/training-page.png

Opens the training page as it is in the sources, holds a piece of the wave, doubts the answer, and trains the preset "quick" on
the fastest adapter, which takes a minute or more. Writes a PNG of four moments of that. Exit code 2: bad arguments.`;

/** What the browser's window shows, and how large that is drawn. */
const screen = { width: 1280, height: 860 };
const scale = 0.7;

function options() {
  const usual = resolve(import.meta.dirname, '../docs/training-page.png');
  try {
    return readOptions(
      { out: { type: 'string', default: usual }, help: { type: 'boolean', default: false } },
      help,
    );
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator(`[name="${name}"]:not([disabled])`).click();
}

async function waitForStatus(page: Page, pattern: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      new RegExp(wanted).test(document.querySelector('.control-bar [role=status]')?.textContent ?? ''),
    { timeout: 0 },
    pattern,
  );
}

/** The top of the page, without the ring around what was pressed last. */
async function look(page: Page): Promise<string> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo({ top: 0, behavior: 'instant' });
  });
  await page.mouse.move(0, 0);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  return page.screenshot({ encoding: 'base64' });
}

async function fourMoments(page: Page): Promise<string[]> {
  const trying = await look(page);
  await press(page, 'doubt');
  await press(page, 'hide-strongest');
  await page.waitForSelector('[data-change]');
  const doubting = await look(page);
  await press(page, 'play');
  // What is drawn next is the attention after an epoch.
  await waitForStatus(page, '^Epoch 1:');
  const before = await page.$eval('#try path.attention', (path) => path.getAttribute('d'));
  await page.waitForFunction(
    (old) => document.querySelector('#try path.attention')?.getAttribute('d') !== old,
    { timeout: 0 },
    before,
  );
  const learning = await look(page);
  await waitForStatus(page, '^Training has ended');
  await page.waitForSelector('.what-next a');
  return [trying, doubting, learning, await look(page)];
}

/** @param pictures PNGs in base64. @returns one PNG, two beside two. */
async function together(page: Page, pictures: readonly string[]): Promise<Uint8Array> {
  const gap = 10;
  const [width, height] = [screen.width * scale, screen.height * scale];
  await page.setViewport({ width: 2 * width + 3 * gap, height: 2 * height + 3 * gap });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('');
  await page.setContent(
    `<body style="display: grid; grid-template-columns: auto auto; gap: ${gap}px; margin: ${gap}px">
      <style>img { outline: 2px solid #d5d5cf }</style>${images}`,
  );
  return page.screenshot();
}

const { out } = options();
const launched = await launchBrowser();
const server = await serveSources();
try {
  const page = await launched.browser.newPage();
  await page.setViewport({ ...screen, deviceScaleFactor: scale });
  await page.goto(server.url);
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#device')?.dataset.backend);
  await page.waitForSelector('#details');
  const pictures = await fourMoments(page);
  writeFileSync(out, await together(page, pictures));
} finally {
  await launched.close();
  await server.close();
}
