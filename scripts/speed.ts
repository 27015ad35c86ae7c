/**
 * Times the article's network on our kernels and on tf.layers, in one page after the other of one browser:
 * `npm run speed [-- --adapter NAME]`. Stock layers are measured at 100 time steps and multiplied by 5, because their
 * time grows with the steps and 500 of them take minutes.
 */
import { parseArgs } from 'node:util';
import { parseAdapterChoice } from '../src/browser/adapters';
import { BrowserError } from '../src/browser/errors';
import { launchBrowser } from '../src/browser/launch';
import { startServer } from '../src/browser/server';
import type { Timing } from '../test/pages/speed';

const ourSteps = 500;
const stockSteps = 100;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { adapter: { type: 'string' } } });
  const adapter = parseAdapterChoice(values.adapter ?? process.env.GATEWAVE_ADAPTER ?? 'auto', '--adapter');
  const server = await startServer();
  try {
    const launched = await launchBrowser({ adapter });
    try {
      const measure = async (call: string): Promise<Timing[]> => {
        const page = await launched.browser.newPage();
        await page.goto(`${server.url}test/pages/blank.html`);
        const timings = (await page.evaluate(
          `import('/test/pages/speed.ts').then((page) => page.${call})`,
        )) as Timing[];
        await page.close();
        return timings;
      };
      console.log(
        `${launched.adapter} (${launched.executablePath}); batch 32, 32 units, bidirectional, input 1`,
      );
      const ours = await measure(`ours(${ourSteps}, 7)`);
      const stock = await measure(`stock(${stockSteps}, 3)`);
      ours.forEach((our, index) => {
        const other = stock[index]!;
        const ourMedian = median(our.runs);
        const stockMedian = median(other.runs);
        const ratio = (stockMedian * (ourSteps / stockSteps)) / ourMedian;
        console.log(
          `${our.name}: gatewave ${ourMedian.toFixed(0)} ms at ${ourSteps} steps (first ${our.warmup.toFixed(0)} ms), ` +
            `tf.layers ${stockMedian.toFixed(0)} ms at ${stockSteps} steps (first ${other.warmup.toFixed(0)} ms); ` +
            `tf.layers × ${ourSteps / stockSteps} / gatewave = ${ratio.toFixed(1)}`,
        );
      });
    } finally {
      await launched.close();
    }
  } finally {
    await server.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
