/** What a measurement prints: one JSON object a line, told apart by `part`. */
import type { VariantTiming } from '../src/kernels';
import type { DeviceProfile } from '../src/kernels/webgpu/plan';
import type { DeviceDescription } from '../src/model/device/open-device';

export type Measurement =
  | { part: 'info'; node: string; platform: string; device: DeviceDescription; profile: DeviceProfile }
  | {
      part: 'parity';
      seed: number;
      /** Cases done, of so many. */
      cases: number;
      of: number;
      failed: number;
      summary: string;
      /** The lines of the table that failed. */
      failures: string[];
      seconds: number;
    }
  | { part: 'ceilings'; flopsPerSecond: number; bytesPerSecond: number }
  | { part: 'tuning'; shape: string; op: string; variants: VariantTiming[]; chosen: string | null }
  | SpeedMeasurement
  | HostMeasurement
  | {
      part: 'kernel';
      shape: string;
      op: string;
      label: string;
      milliseconds: number;
      flops: number;
      bytes: number;
      source: string;
    }
  | { part: 'epoch'; seed: number; epoch: number; seconds: number; validationAccuracy: number }
  | TrainMeasurement
  | { part: 'torch-info'; torch: string; device: string; cudnn: number | null }
  | TorchMeasurement
  /** A part that failed. */
  | { part: 'error'; of: string; message: string }
  /** Written by run.sh where a part did not end with exit code 0; 124 is the time limit. */
  | { part: 'exit'; command: string; code: number };

/** Milliseconds a run: many runs queued in a row with one reading at the end, and one run alone with its reading. */
export interface Pace {
  inARow: number;
  alone: number;
}

export interface Paces {
  training: Pace;
  forward: Pace;
}

export interface SpeedMeasurement extends Paces {
  part: 'speed';
  shape: string;
  /** Whether the tuner chose the variants, or the rule did. */
  tuned: boolean;
}

/** The same on Dawn's null device, which executes nothing: what is left is the host's cost. */
export interface HostMeasurement extends Paces {
  part: 'host';
  shape: string;
}

export interface TrainMeasurement {
  part: 'train';
  config: string;
  seed: number;
  /** From the start of the training, compilation included, to its end. */
  seconds: number;
  steps: number;
  bestEpoch: number;
  validationAccuracy: number | null;
  testAccuracy: number;
  variants: Record<string, string>;
}

/** The same in PyTorch; 'torch-plain' without cuDNN, 'torch-compiled' by torch.compile, 'torch-graph' replayed from a CUDA graph. */
export interface TorchMeasurement {
  part: 'torch' | 'torch-plain' | 'torch-compiled' | 'torch-graph';
  shape: string;
  /** Milliseconds by the wall clock, many in a row. Absent where it was not measured. */
  training?: number;
  forward?: number;
  /** The same by CUDA events. */
  trainingEvents?: number;
  forwardEvents?: number;
  error?: string;
}

export function say(measurement: Measurement): void {
  console.log(JSON.stringify(measurement));
}
