import { type ArgsDef, defineCommand } from 'citty';
import { pickSine } from '../../data/sine-config';
import type { TunedOp } from '../../kernels/webgpu/tuner';
import { valuesOf } from '../arguments';
import { readConfiguration, trainingFlags } from '../configuration';
import { exitCodes } from '../errors';
import { prepareFile } from '../files';
import { createDisplay } from '../progress';
import { seriesFlags } from '../read-series';
import { readOptions } from '../reading-flags';
import { readRunData } from '../run-data';
import { describeDevice } from '../training-job';
import { keepTuning, tuningFile, tuningOptions } from '../tuning-file';
import { configFlags, deviceFlags, jsonFlag, withRuntime } from './shared';

/** The flags that change the shapes of a run. */
const shapeFlags = {
  'batch-size': trainingFlags['batch-size'],
  units: trainingFlags.units,
  'attention-units': trainingFlags['attention-units'],
  score: trainingFlags.score,
};

const args = {
  ...configFlags,
  ...seriesFlags,
  data: {
    ...seriesFlags.data,
    description: 'the series you will train on, for their number and length; read as "train" reads them',
  },
  runtime: deviceFlags.runtime,
  adapter: deviceFlags.adapter,
  ...jsonFlag,
  ...shapeFlags,
} as const satisfies ArgsDef;

export const tune = defineCommand({
  meta: {
    name: 'tune',
    description: 'Measure which variants of the kernels are the fastest on this device, for "train" to use',
  },
  args,
  async run({ args: given, rawArgs }): Promise<number> {
    const flags = Object.fromEntries(Object.keys(shapeFlags).map((name) => [name, given[name]]));
    const { config, recorded } = await readConfiguration(given, flags);
    const paths = { train: valuesOf('data', rawArgs, args), validation: [], test: [] };
    const data = await readRunData({ paths, reading: readOptions(given), folds: undefined }, recorded);
    const file = tuningFile();
    await prepareFile(file, 'Name a file elsewhere with GATEWAVE_TUNING.');
    const display = createDisplay(given.json ?? false);
    const where = { backend: 'webgpu', runtime: given.runtime, adapter: given.adapter } as const;
    return withRuntime(where, async ({ session, host }) => {
      const device = await session.initialise('webgpu', await tuningOptions({ tune: true }));
      display.report({ type: 'device', ...host, ...device }, `Device   ${describeDevice(device, host)}`);
      await (data
        ? session.load(data.dataset, data.given)
        : session.generate(pickSine(config), config.seed ?? 0));
      const { ops, remembered } = await session.tune(config);
      for (const op of ops) display.report({ type: 'tuned', ...op }, describeTuned(op));
      await keepTuning(remembered);
      display.report({ type: 'remembered', file }, `\nRemembered in ${file}`);
      return exitCodes.success;
    });
  },
});

/** The op and its shape, then a line for each variant: its name, its median time, and whether it was chosen. */
export function describeTuned({ op, shape, variants, chosen }: TunedOp): string {
  const lines = variants.map(({ name, milliseconds, failure }) => {
    const time =
      milliseconds === null ? `cannot run: ${failure}` : `${milliseconds.toFixed(2).padStart(10)} ms`;
    return `  ${name.padEnd(16)}${time}${name === chosen ? '  chosen' : ''}`;
  });
  return [`\n${op}: ${shape}`, ...lines].join('\n');
}
