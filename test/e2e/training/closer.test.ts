import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPage } from '../../support/page';
import { openFold, openTraining, press, smallRun, text, train } from '../../support/training-page';

/** The attention drawn behind the series on the stage. */
const drawnAttention = (page: Page): Promise<string | null> =>
  page.$eval('#try path.attention', (path) => path.getAttribute('d'));

/** Drags across the plot; start and end are shares of its width. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const plot = await page.$('#try .plane svg');
  const box = await plot?.boundingBox();
  if (!box) throw new Error('There is no plot to drag over.');
  await page.mouse.move(box.x + from * box.width, box.y + 0.3 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, box.y + 0.5 * box.height, { steps: 8 });
  await page.mouse.up();
}

describe('a closer look at a network that was trained here', () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTraining(smallRun);
    await train(opened.page);
    await opened.page.$eval('#try', (section) => section.scrollIntoView());
    await opened.page.waitForSelector('#try .answer[data-state=answered]');
  });
  afterAll(() => opened.close());

  it('the answer and the attention follow a wave that is held by hand, and back', async () => {
    const { page } = opened;
    const before = await drawnAttention(page);
    expect(await text(page, '#try .verdict')).toMatch(/normal|flattened/i);
    await drag(page, 0.1, 0.3);
    await page.waitForFunction(
      (last) => document.querySelector('#try path.attention')?.getAttribute('d') !== last,
      {},
      before,
    );
    await press(page, 'clear');
    await page.waitForFunction(
      (last) => document.querySelector('#try path.attention')?.getAttribute('d') === last,
      {},
      before,
    );
  });

  it('each part of the network says what it computes, with its equation and its numbers', async () => {
    const { page } = opened;
    await openFold(page, 'explain');
    const said = new Set<string>();
    for (const part of ['series', 'lstm', 'scores', 'softmax', 'context', 'class']) {
      await press(page, `part-${part}`);
      await page.waitForFunction(
        (name) => document.querySelector(`[name=part-${name}]`)?.getAttribute('aria-expanded') === 'true',
        {},
        part,
      );
      expect(await page.$$eval('#explanation math', (formulas) => formulas.length)).toBeGreaterThan(0);
      said.add(await text(page, '#explanation'));
    }
    expect(said.size).toBe(6);
    // Equations are MathML, which the browser lays out and a screen reader reads.
    const namespace = await page.$eval('#explanation math', ({ namespaceURI }) => namespaceURI);
    expect(namespace).toBe('http://www.w3.org/1998/Math/MathML');
  });
});
