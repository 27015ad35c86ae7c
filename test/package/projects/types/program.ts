import type { Rank, Tensor, Tensor3D } from '@tensorflow/tfjs-core';
import { type LayersModel, sequential } from '@tensorflow/tfjs-layers';
import { AttentionPooling, fuse, type LSTMOptions, lstm, lstmOps, tune } from 'gatewave';
import { type Reading, type RunConfig, readDataset, textFile } from 'gatewave/data';
import type { Classifier, TrainingEvent } from 'gatewave/model';
import { type DeviceProfile, type Plan, planOf } from 'gatewave/plan';

declare const x: Tensor3D;
declare const device: DeviceProfile;
declare const classifier: Classifier;

const options: LSTMOptions = { goBackwards: true };
const { outputs } = lstm(x, { kernel: x, recurrentKernel: x, bias: x }, options);
export const rank: Tensor<Rank.R3> = outputs;
export const fused: LayersModel = fuse(sequential({ layers: [new AttentionPooling({ units: 4 })] }));

const [op] = lstmOps({ batch: 1, time: 2, inputDim: 3, units: 4, bidirectional: false });
export const plan: Plan | undefined = op && planOf(op, device);
export const tuned: Promise<{ op: string }[]> = tune(op ? [op] : []);

export const config: Partial<RunConfig> = { units: 4, scaling: 'max' };
export const reading: Promise<Reading> = readDataset([textFile('a text', 'a,1,2')]);
export const parameters: number = classifier.sizes.units;
export const told = (event: TrainingEvent): string => event.type;

// Each of these is a mistake only if the types are found.
// @ts-expect-error: an activation that does not exist
export const wrongActivation: LSTMOptions = { activation: 'swish' };
// @ts-expect-error: a scaling that does not exist
export const wrongScaling: Partial<RunConfig> = { scaling: 'min' };
// @ts-expect-error: a pass is not a number
export const wrongPlan: Plan = { name: '', outputs: [], scratch: [], passes: [1] };
