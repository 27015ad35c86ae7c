/** Benchmarks on the benchmark page, in a headless browser. */
import type { BenchmarkState } from '../../src/app/benchmark/use-benchmark';
import type { BenchmarkResult } from '../../src/benchmark/result';
import type { Progress } from '../../src/benchmark/runner';
import type { AdapterChoice } from '../../src/browser/adapters';
import { type LaunchedBrowser, launchBrowser } from '../../src/browser/launch';
import { serveSources } from '../../src/browser/source-server';
import type { BenchmarkHost } from './host';

/** @throws BrowserError when there is no browser with the adapter. */
export async function openBrowser(adapter: AdapterChoice): Promise<BenchmarkHost> {
  const launched = await launchBrowser({ adapter });
  const server = await serveSources();
  return {
    adapter: launched.adapter,
    run: (query, onProgress) => runPage(launched, `${server.url}benchmark.html?${query}`, onProgress),
    async close() {
      await launched.close();
      await server.close();
    },
  };
}

/** Opens the page, which starts by itself, and waits until it is done. */
async function runPage(
  { browser }: LaunchedBrowser,
  url: string,
  onProgress: (progress: Progress) => void,
): Promise<BenchmarkResult> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.exposeFunction('gatewaveProgress', (progress: string) => onProgress(JSON.parse(progress)));
  await page.goto(url);
  const ended = await page.waitForFunction(() => {
    const state = window.gatewaveBenchmark;
    return state && state.state !== 'running' ? state : null;
  });
  const state = (await ended.jsonValue()) as BenchmarkState;
  await page.close();
  if (state.state !== 'done') throw new Error(`The benchmark ended: ${JSON.stringify(state)}`);
  return state.result;
}
