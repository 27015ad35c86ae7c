/** The JSON lines of a measurement as Markdown. */
import { taskOps } from '../../src/benchmark/plans';
import type { Phase, Shape } from '../../src/benchmark/workload';
import { type DeviceModel, predictPlan } from '../../src/kernels/webgpu/cost-model';
import { dispatchCosts, realDevices } from '../../src/kernels/webgpu/device-models';
import type { DeviceProfile } from '../../src/kernels/webgpu/plan';
import type { HostMeasurement, Measurement, Pace, SpeedMeasurement, TorchMeasurement } from '../records';
import { shapeName, shapes } from '../shapes';
import { ReportError } from './errors';
import { milliseconds, seconds, share, table, times } from './format';

type Part<Name extends Measurement['part']> = Extract<Measurement, { part: Name }>;

/**
 * @param deviceName part of the name of a device that the cost model knows; default: found by the adapter's name.
 * @throws ReportError where the text holds no measurement, or the device is unknown.
 */
export function reportOf(text: string, fileName: string, deviceName?: string): string {
  const lines = readLines(text, fileName);
  const of = <Name extends Measurement['part']>(part: Name) =>
    lines.filter((line): line is Part<Name> => line.part === part);
  const [info] = of('info');
  if (!info) throw new ReportError(`${fileName} has no line "info", so nobody knows what was measured.`);
  const model = deviceName === undefined ? modelLike(info.device.adapter) : modelNamed(deviceName);
  const torch = [...of('torch'), ...of('torch-graph'), ...of('torch-plain'), ...of('torch-compiled')];
  return [
    introduction(info, model, of('torch-info')[0]),
    parityText(of('parity').at(-1)),
    speedTables(of('speed'), torch, info.profile, model),
    hostText(of('host')[0]),
    kernelTable(of('kernel'), info.profile, model),
    tuningTable(of('tuning')),
    trainingTable(of('train')),
    ceilingsText(of('ceilings')[0]),
    failures([...of('error'), ...of('exit')]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function readLines(text: string, fileName: string): Measurement[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      try {
        return JSON.parse(line) as Measurement;
      } catch (error) {
        throw new ReportError(`${fileName}, line ${number} is not JSON: ${(error as Error).message}`);
      }
    });
}

/** Dispatches are submitted by Dawn, without a browser's processes in between: the lower of the published costs. */
const withDispatches = (device: (typeof realDevices)[number]): DeviceModel => ({
  ...device,
  dispatchSeconds: dispatchCosts.low,
});

function modelNamed(name: string): DeviceModel {
  const found = realDevices.find((device) => device.name.toLowerCase().includes(name.toLowerCase()));
  if (!found) {
    const known = realDevices.map((device) => device.name).join('; ');
    throw new ReportError(`The cost model knows no device like '${name}'. It knows ${known}.`);
  }
  return withDispatches(found);
}

/** A device whose model number, such as H100 or 4070, stands in the adapter's name. */
function modelLike(adapter: string): DeviceModel | null {
  const words = adapter.toLowerCase().split(/[^a-z0-9]+/);
  const found = realDevices.find(({ name }) =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some((word) => /^[a-z]*\d+$/.test(word) && word.length > 1 && words.includes(word)),
  );
  return found ? withDispatches(found) : null;
}

function introduction(
  { device, node, platform }: Part<'info'>,
  model: DeviceModel | null,
  torch: Part<'torch-info'> | undefined,
): string {
  const { adapter, features, limits } = device;
  const against = torch
    ? `PyTorch ${torch.torch} on ${torch.device}${torch.cudnn === null ? '' : `, cuDNN ${torch.cudnn}`}.`
    : 'PyTorch did not run.';
  const predictions = model
    ? `Predictions are those for ${model.name}.`
    : 'The cost model does not know this device, so nothing is predicted.';
  const has = features.filter((feature) => ['subgroups', 'timestamp-query', 'shader-f16'].includes(feature));
  return (
    `**${adapter}**, Node ${node}, ${platform}. Features: ${has.join(', ') || 'none of those that matter'}; ` +
    `${limits.maxComputeInvocationsPerWorkgroup} invocations and ${limits.maxComputeWorkgroupStorageSize} bytes a workgroup. ` +
    `${against} ${predictions}`
  );
}

function parityText(parity: Part<'parity'> | undefined): string {
  if (!parity) return 'Parity was not measured.';
  const { cases, of, seed, summary, failures } = parity;
  const list = failures.map((line) => `    ${line}`).join('\n');
  return [`Parity, ${cases} of ${of} cases, seed ${seed}: ${summary}.`, list].filter(Boolean).join('\n\n');
}

/** What the plans of a phase should take together; empty where the device is unknown. */
function predicted(shape: Shape, phase: Phase, profile: DeviceProfile, model: DeviceModel | null): string {
  if (!model) return '–';
  const plans = taskOps({ shape, phase }, profile).map(({ plan }) => plan);
  return milliseconds(plans.reduce((sum, plan) => sum + predictPlan(plan, model).milliseconds, 0));
}

function speedTables(
  speeds: SpeedMeasurement[],
  torch: TorchMeasurement[],
  profile: DeviceProfile,
  model: DeviceModel | null,
): string {
  const one = (title: string, key: 'training' | 'forward', phase: Phase): string => {
    const rows = shapes.flatMap((shape) => {
      const name = shapeName(shape);
      const find = (tuned: boolean) => speeds.find((each) => each.shape === name && each.tuned === tuned);
      const [plain, tuned] = [find(false)?.[key], find(true)?.[key]];
      const ours = tuned ?? plain;
      if (!ours) return [];
      const peer = (part: TorchMeasurement['part']) =>
        torch.find((each) => each.part === part && each.shape === name)?.[key];
      const fastest = peer('torch');
      return [
        [
          name,
          milliseconds(plain?.inARow),
          milliseconds(tuned?.inARow),
          milliseconds(ours.alone),
          predicted(shape, phase, profile, model),
          milliseconds(fastest),
          milliseconds(key === 'forward' ? peer('torch-graph') : peer('torch-compiled')),
          milliseconds(peer('torch-plain')),
          fastest === undefined ? '–' : times(fastest / ours.inARow),
        ],
      ];
    });
    if (rows.length === 0) return '';
    const head = [
      'Shape',
      'By the rule',
      'Tuned',
      'One alone, read',
      'Predicted',
      'PyTorch, cuDNN',
      key === 'forward' ? 'CUDA graph' : 'torch.compile',
      'without cuDNN',
      'cuDNN / ours',
    ];
    return `**${title}**, milliseconds by the wall clock, many in a row:\n\n${table(head, rows)}`;
  };
  return [one('Training step', 'training', 'train'), one('BiLSTM forward', 'forward', 'forward')]
    .filter(Boolean)
    .join('\n\n');
}

function hostText(host: HostMeasurement | undefined): string {
  if (!host) return '';
  const { shape, training, forward } = host;
  const pace = ({ inARow, alone }: Pace) => `${milliseconds(inARow)} ms (one alone, ${milliseconds(alone)})`;
  return (
    `The host's part alone, on a device that executes nothing, ${shape}: ` +
    `a training step ${pace(training)}, a forward pass ${pace(forward)}.`
  );
}

function kernelTable(kernels: Part<'kernel'>[], profile: DeviceProfile, model: DeviceModel | null): string {
  if (kernels.length === 0) return '';
  const [{ shape: name, source }] = kernels as [Part<'kernel'>];
  const shape = shapes.find((each) => shapeName(each) === name);
  const predictions = new Map<string, number>();
  if (model && shape) {
    const plans = taskOps({ shape, phase: 'train' }, profile).map(({ plan }) => plan);
    for (const plan of plans)
      for (const pass of predictPlan(plan, { ...model, dispatchSeconds: 0 }).passes)
        predictions.set(`${plan.name} ${pass.label}`, pass.milliseconds);
  }
  const micro = (value: number | undefined) => (value === undefined ? '–' : (1000 * value).toFixed(1));
  const rows = kernels
    .filter((kernel) => kernel.shape === name)
    .map(({ op, label, milliseconds: each, flops, bytes }) => [
      op,
      label,
      micro(each),
      micro(predictions.get(`${op} ${label}`)),
      (flops / each / 1e6).toFixed(1),
      (bytes / each / 1e6).toFixed(1),
    ]);
  const head = ['Op', 'Pass', 'µs', 'Predicted µs', 'GFLOP/s', 'GB/s'];
  return `**Kernels of a training step**, ${name}, by ${source}:\n\n${table(head, rows)}`;
}

function tuningTable(tunings: Part<'tuning'>[]): string {
  const rows = tunings.map(({ shape, op, variants, chosen }) => [
    shape,
    op,
    chosen ?? 'none',
    variants.map(({ name, milliseconds: each }) => `${name} ${milliseconds(each ?? undefined)}`).join(', '),
  ]);
  if (rows.length === 0) return '';
  return `**Variants**, milliseconds:\n\n${table(['Shape', 'Op', 'Fastest', 'All'], rows)}`;
}

function trainingTable(runs: Part<'train'>[]): string {
  if (runs.length === 0) return '';
  const rows = runs.map((run) => [
    run.config,
    run.seed,
    seconds(run.seconds),
    run.steps,
    share(run.testAccuracy),
    share(run.validationAccuracy),
    run.bestEpoch,
  ]);
  const head = ['Configuration', 'Seed', 'Time', 'Steps', 'Test accuracy', 'Validation', 'Best epoch'];
  return `**Trained whole**, compilation included:\n\n${table(head, rows)}`;
}

function ceilingsText(ceilings: Part<'ceilings'> | undefined): string {
  if (!ceilings) return '';
  const { flopsPerSecond, bytesPerSecond } = ceilings;
  return (
    `Ceilings measured: ${(flopsPerSecond / 1e12).toPrecision(3)} TFLOP/s of multiply-adds, ` +
    `${(bytesPerSecond / 1e9).toPrecision(3)} GB/s of copying.`
  );
}

function failures(failed: (Part<'error'> | Part<'exit'>)[]): string {
  if (failed.length === 0) return '';
  const lines = failed.map((each) =>
    each.part === 'error'
      ? `- ${each.of}: ${each.message.split('\n')[0]}`
      : `- \`${each.command}\` ended with ${each.code === 124 ? 'its time limit' : `exit code ${each.code}`}`,
  );
  return `What failed:\n\n${lines.join('\n')}`;
}
