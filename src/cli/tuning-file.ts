/** The tuner's choices between runs: the headless browser starts each time with an empty profile, so a file keeps them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../browser/cache';
import type { WebGPUOptions } from '../kernels/webgpu/device';
import type { TuningReport } from '../model/session/api';
import { writeOutput } from './files';

type Tuning = TuningReport['remembered'];

const schema = z.record(z.string(), z.record(z.string(), z.string()));

/** Where the choices are, unless GATEWAVE_TUNING names another file. */
export function tuningFile(): string {
  return process.env.GATEWAVE_TUNING || join(cacheFolder, 'tuning.json');
}

/** What a session is to use. @param tune whether measured choices are wanted. */
export async function tuningOptions({ tune }: { tune: boolean }): Promise<WebGPUOptions> {
  return tune ? { remembered: await readTuning() } : { tune: false };
}

/** Adds to the file; choices of other devices stay. @throws CommandError when it cannot be written. */
export async function keepTuning(found: Tuning): Promise<void> {
  const tuning = await readTuning();
  for (const [device, choices] of Object.entries(found)) tuning[device] = { ...tuning[device], ...choices };
  await writeOutput(tuningFile(), `${JSON.stringify(tuning, null, 2)}\n`);
}

/** Empty if there is no file or it is damaged: its content can be measured again. */
async function readTuning(): Promise<Tuning> {
  try {
    return schema.parse(JSON.parse(await readFile(tuningFile(), 'utf8')));
  } catch {
    return {};
  }
}
