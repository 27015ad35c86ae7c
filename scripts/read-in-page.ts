import { readFileSync } from 'node:fs';
import type { ElementHandle } from 'puppeteer-core';
import { launchBrowser } from '../src/browser/launch';
import { serveSources } from '../src/browser/source-server';

export interface PageReading {
  /** From the choice of the file until its series are shown. */
  seconds: number;
  /** Seconds of a processor that all the browser's processes took meanwhile. */
  processor: number;
  /** The most memory of all the browser's processes beyond what they had before, in bytes; null outside Linux. */
  memory: number | null;
  /** The longest time without a frame while the file was read, in milliseconds. */
  longestFreeze: number;
  /** How many different shares of the progress were shown. */
  shares: number;
}

/** Chooses a file on the training page of a headless Chromium, as a visitor would, and watches the page meanwhile. */
export async function readInPage(path: string): Promise<PageReading> {
  const launched = await launchBrowser();
  const server = await serveSources();
  try {
    const page = await launched.browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(server.url);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#device')?.dataset.backend);
    await page.evaluate(watchFrames);
    const session = await page.browser().target().createCDPSession();
    const processes = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
    const busy = async () => (await processes()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    const memoryNow = memoryMeter((await processes()).map(({ id }) => id));
    const busyBefore = await busy();
    const before = memoryNow();
    let most = before;
    const sampling = setInterval(() => {
      const now = memoryNow();
      if (now !== null && most !== null) most = Math.max(most, now);
    }, 300);
    const input = (await page.$('input[name=data-files]')) as ElementHandle<HTMLInputElement>;
    const start = performance.now();
    await input.uploadFile(path);
    await page.waitForSelector('[name=remove-file]');
    const seconds = (performance.now() - start) / 1000;
    clearInterval(sampling);
    const processor = (await busy()) - busyBefore;
    const { longest, shares } = await page.evaluate(() => window.gatewaveFrames as Frames);
    return {
      seconds,
      processor,
      memory: before === null || most === null ? null : most - before,
      longestFreeze: longest,
      shares: shares.length,
    };
  } finally {
    await launched.close();
    await server.close();
  }
}

interface Frames {
  longest: number;
  shares: string[];
}

declare global {
  interface Window {
    gatewaveFrames?: Frames;
  }
}

/**
 * From now on the page notes the longest time between two of its frames, and the progress in each. A text, since tsx
 * would have functions in it call a helper that the page does not have.
 */
const watchFrames = `{
  const frames = { longest: 0, shares: [] };
  window.gatewaveFrames = frames;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    frames.longest = Math.max(frames.longest, now - last);
    last = now;
    const text = document.querySelector('.drop-zone .field')?.textContent;
    if (text && text !== frames.shares.at(-1)) frames.shares.push(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

/** @returns a function that gives the memory of these processes in bytes, what they share counted once. */
function memoryMeter(processes: readonly number[]): () => number | null {
  return () => {
    try {
      return processes.reduce((sum, id) => sum + proportionalSize(id), 0);
    } catch {
      return null;
    }
  };
}

/** Linux's "proportional set size": what processes share is divided among them. */
function proportionalSize(process: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'));
  return Number(found?.[1] ?? 0) * 1024;
}
