/** Predicts the article's training step on GPUs that are not available here: `npm run predict -- --help`. */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { presets, type Shape } from '../src/benchmark/workload';
import { type AdapterName, adapterNames, parseAdapterChoice } from '../src/browser/adapters';
import { BrowserError } from '../src/browser/errors';
import { launchBrowser } from '../src/browser/launch';
import { serveSources } from '../src/browser/source-server';
import { type PassPrediction, predictPlan } from '../src/kernels/webgpu/cost-model';
import {
  dispatchCosts,
  type Hardware,
  realDevices,
  softwareModel,
} from '../src/kernels/webgpu/device-models';
import { countDispatches, type Plan } from '../src/kernels/webgpu/plan';
import type { MeasuredStep } from '../test/pages/predict';
import { deviceProfile } from '../test/support/device-profile';
import { watchErrors } from '../test/support/watch';
import { ArgumentError, readOptions } from './options';

const help = `npm run predict -- [options]

  --adapter NAME  one of ${adapterNames.join(', ')}: also measures the training step there and compares
  --batch N, --time N, --units N
                  another shape than the article's, which has a batch of 32, 500 steps and 32 units

Prints Markdown: what the cost model predicts for the shape on GPUs that have not been measured, dispatch by dispatch,
for every variant, and for tf.js's own layers by the number of their dispatches. Exit code 2: bad arguments, or no browser.`;

/** A module that needs the shaders, which only Vite can import. */
async function load<Module>(path: string): Promise<Module> {
  const root = resolve(import.meta.dirname, '..');
  return (await runnerImport<Module>(resolve(root, path), { root, configFile: false })).module;
}

const { taskOps, tunableOps } = await load<typeof import('../src/benchmark/plans')>('src/benchmark/plans.ts');

let shape: Shape;

const profileOf = ({ offers }: Hardware) => deviceProfile({ lanes: 'units', ...offers });

type Phase = 'forward' | 'train';

/**
 * For tf.layers, whose steps of time each have their own: dispatches as `npm run bench` counts them at 500 steps, and its engine's
 * ops, 28 forward and 141 in all for a step and direction, of which many, such as reshapes, dispatch nothing.
 */
function stock(phase: Phase): { dispatches: number; ops: number } {
  const { time } = shape;
  return phase === 'forward'
    ? { dispatches: (18_255 * time) / 500, ops: 28 * 2 * time }
    : { dispatches: (53_485 * time) / 500, ops: 141 * 2 * time };
}

const plansOf = (phase: Phase, device: Hardware): Plan[] =>
  taskOps({ shape, phase }, profileOf(device)).map(({ plan }) => plan);
const dispatchesOf = (plans: readonly Plan[]) => plans.reduce((sum, plan) => sum + countDispatches(plan), 0);

function print(title: string, head: string[], rows: (string | number)[][]): void {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  console.log(`\n**${title}**\n`);
  console.log([line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}

const show = (milliseconds: number) => Number(milliseconds.toPrecision(2)).toLocaleString('en');
const ends = (of: (dispatchSeconds: number) => number) =>
  `${show(of(dispatchCosts.low))}–${show(of(dispatchCosts.high))}`;

function total(plans: readonly Plan[], device: Hardware, dispatchSeconds: number): number {
  return plans.reduce((sum, plan) => sum + predictPlan(plan, { ...device, dispatchSeconds }).milliseconds, 0);
}

function printTotals(): void {
  const rows = (['forward', 'train'] as const).flatMap((phase) =>
    realDevices.map((device) => {
      const plans = plansOf(phase, device);
      return [
        phase === 'train' ? 'training step' : 'BiLSTM forward',
        device.name,
        dispatchesOf(plans),
        show(total(plans, device, 0)),
        ends((seconds) => total(plans, device, seconds)),
        ends((seconds) => 1000 * stock(phase).dispatches * seconds),
        ends((seconds) => 1000 * stock(phase).ops * seconds),
      ];
    }),
  );
  const head = [
    '',
    'Device',
    'Dispatches',
    'Work',
    'Predicted',
    "tf.layers' dispatches",
    "tf.layers' engine ops",
  ];
  print('Predictions, not measurements: milliseconds', head, rows);
}

/** Merges the passes of one label. */
function byLabel(passes: readonly PassPrediction[]): Map<string, PassPrediction & { count: number }> {
  const all = new Map<string, PassPrediction & { count: number }>();
  for (const { label, milliseconds, bound } of passes) {
    const sum = all.get(label) ?? { label, bound, milliseconds: 0, count: 0 };
    all.set(label, { ...sum, milliseconds: sum.milliseconds + milliseconds, count: sum.count + 1 });
  }
  return all;
}

/** Without the dispatches' own cost, which is the same for all. */
function printPasses(): void {
  const perDevice = realDevices.map((device) =>
    byLabel(
      plansOf('train', device).flatMap((plan) => predictPlan(plan, { ...device, dispatchSeconds: 0 }).passes),
    ),
  );
  const labels = [...new Set(perDevice.flatMap((passes) => [...passes.keys()]))];
  const rows = labels.map((label) => [
    label,
    ...perDevice.map((passes) => {
      const pass = passes.get(label);
      return pass ? `${(1000 * pass.milliseconds).toFixed(1)} (${pass.bound})` : '–';
    }),
  ]);
  const head = ['Pass', ...realDevices.map(({ name }) => name)];
  print('Predicted work of a training step, without the cost of a dispatch: microseconds', head, rows);
}

function printVariants(): void {
  const rows = tunableOps({ shape, phase: 'train' }).flatMap((op) => {
    const perDevice = realDevices.map(
      (device) => new Map(op.variants(profileOf(device)).map(({ name, plan }) => [name, plan()])),
    );
    const names = [...new Set(perDevice.flatMap((plans) => [...plans.keys()]))];
    return names.map((name) => [
      op.name,
      name,
      ...realDevices.map((device, index) => {
        const plan = perDevice[index]!.get(name);
        return plan ? ends((seconds) => total([plan], device, seconds)) : '–';
      }),
    ]);
  });
  const head = ['Op', 'Variant', ...realDevices.map(({ name }) => name)];
  print('Predicted variants: milliseconds', head, rows);
}

async function measure(adapter: AdapterName): Promise<MeasuredStep> {
  const launched = await launchBrowser({ adapter });
  const server = await serveSources();
  try {
    const page = await launched.browser.newPage();
    page.setDefaultTimeout(0);
    const errors: string[] = [];
    await watchErrors(page, errors);
    await page.goto(`${server.url}test/pages/blank.html`);
    const call = `import('/test/pages/predict.ts').then((m) => m.measureStep(${JSON.stringify(shape)}))`;
    const measured = (await page.evaluate(call)) as MeasuredStep;
    if (errors.length > 0) throw new Error(`Errors while measuring:\n${errors.join('\n')}`);
    return measured;
  } finally {
    await launched.close();
    await server.close();
  }
}

async function printConfrontation(adapter: AdapterName): Promise<void> {
  const { ceilings, dispatchMilliseconds, cores, vectorWidth, plans, variants } = await measure(adapter);
  const dispatchSeconds = dispatchMilliseconds / 1000;
  const model = softwareModel({ name: adapter, ceilings, dispatchSeconds, cores, vectorWidth });
  const predicted = byLabel(plans.flatMap(({ plan }) => predictPlan(plan, model).passes));
  const timed = plans.flatMap(({ timings }) => timings);
  const measured = byLabel(timed.map((timing) => ({ ...timing, bound: 'arithmetic' })));
  const sum = (passes: Iterable<{ milliseconds: number }>) =>
    [...passes].reduce((total, { milliseconds }) => total + milliseconds, 0);
  const all = sum(predicted.values()) / sum(timed);
  const rows = [...predicted.values()].map(({ label, count, milliseconds, bound }) => {
    const ratio = milliseconds / measured.get(label)!.milliseconds;
    const times = [milliseconds, measured.get(label)!.milliseconds, ratio, ratio / all];
    return [label, count, bound, ...times.map((time) => time.toFixed(2))];
  });
  rows.push([
    'all',
    timed.length,
    '',
    ...[sum(predicted.values()), sum(timed), all, 1].map((time) => time.toFixed(2)),
  ]);
  const { flopsPerSecond, bytesPerSecond } = ceilings;
  const measuredOf =
    `${(flopsPerSecond / 1e9).toFixed(0)} GFLOP/s, ${(bytesPerSecond / 1e9).toFixed(1)} GB/s and ` +
    `${(1000 * dispatchMilliseconds).toFixed(1)} µs a dispatch measured`;
  const compared = ['Predicted', 'Measured', 'Predicted / measured'];
  const title = `Training step on ${adapter}, ${measuredOf}: milliseconds`;
  print(title, ['Pass', 'Dispatches', 'Bound', ...compared, 'Its share'], rows);
  const whole = variants.map(({ op, name, plan, milliseconds }) => {
    const guess = predictPlan(plan, model).milliseconds;
    return [op, name, ...[guess, milliseconds, guess / milliseconds].map((time) => time.toFixed(2))];
  });
  print(`Variants on ${adapter}: milliseconds`, ['Op', 'Variant', ...compared], whole);
}

function readRequest(): { adapter: AdapterName | undefined; shape: Shape } {
  const options = {
    adapter: { type: 'string' },
    batch: { type: 'string' },
    time: { type: 'string' },
    units: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const values = readOptions(options, help);
  const [article] = presets.article;
  const shape = { ...article };
  for (const name of ['batch', 'time', 'units'] as const) {
    const text = values[name];
    if (text === undefined) continue;
    if (!/^[1-9]\d{0,5}$/.test(text)) {
      throw new ArgumentError(`--${name} is '${text}', but must be a whole number from 1 to 999999.`);
    }
    shape[name] = Number(text);
  }
  if (values.adapter === undefined) return { adapter: undefined, shape };
  const choice = parseAdapterChoice(values.adapter, '--adapter');
  if (choice === 'auto') throw new BrowserError(`--adapter must name one of ${adapterNames.join(', ')}.`);
  return { adapter: choice, shape };
}

try {
  const request = readRequest();
  const { adapter } = request;
  shape = request.shape;
  printTotals();
  printPasses();
  printVariants();
  if (adapter) await printConfrontation(adapter);
} catch (error) {
  if (!(error instanceof BrowserError || error instanceof ArgumentError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
