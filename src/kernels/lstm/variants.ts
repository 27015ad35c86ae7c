import type { LSTMAttributes } from '../names';
import type { DeviceProfile } from '../webgpu/plan';

/** Everything that an LSTM's plan depends on, beside the device. */
export interface LSTMShape extends LSTMAttributes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  hasState: boolean;
  hasLengths: boolean;
}

/**
 * How a walk over time is laid out.
 * 'rows': sequence family, an invocation walks four batch rows alone (`lstm_rows.wgsl`);
 * 'units': sequence family, a workgroup walks four batch rows, lanes over units (`lstm_units.wgsl`);
 * 'alternating': step family, one dispatch per time step (`lstm_alternating.wgsl`).
 */
export type LSTMLayout = 'rows' | 'units' | 'alternating';

const BYTES_PER_WEIGHT_VECTOR = 16;
/** Private arrays of more units compile too slowly in software and spill on a GPU. */
const MOST_ROWS_UNITS = 64;

/** Packed weights of the forward pass, in vec4s. */
export function weightVectors({ directions, inputDim, units }: LSTMShape): number {
  return directions * (inputDim + units + 1) * units;
}

/** The layouts of a family that a device can run for a shape, the preferred one first. */
export function lstmLayouts(shape: LSTMShape, device: DeviceProfile): LSTMLayout[] {
  const { family, units } = shape;
  const uniform = weightVectors(shape) * BYTES_PER_WEIGHT_VECTOR <= device.maxUniformBufferBindingSize;
  // The kernels are unrolled by 8.
  const rowsFit = uniform && units % 8 === 0 && units <= MOST_ROWS_UNITS;
  // The backward pass keeps four vec4s a unit in workgroup memory.
  const unitsFit = 64 * units <= device.maxComputeWorkgroupStorageSize;
  const layouts: LSTMLayout[] = [];
  if (family !== 'step') {
    if (unitsFit) layouts.push('units');
    if (rowsFit && device.lanes === 'rows') layouts.unshift('rows');
    else if (rowsFit) layouts.push('rows');
  }
  if (family !== 'sequence') layouts.push('alternating');
  return layouts;
}

/**
 * @throws Error when the sequence family is forced for more units than fit into the device's workgroup memory.
 */
export function chooseLayout(shape: LSTMShape, device: DeviceProfile): LSTMLayout {
  const [layout] = lstmLayouts(shape, device);
  if (!layout) {
    throw new Error(
      `lstm: the sequence family needs ${64 * shape.units} bytes of workgroup memory for ${shape.units} units, but ` +
        `this device has ${device.maxComputeWorkgroupStorageSize}. Use the step family, or leave the choice to the plan.`,
    );
  }
  return layout;
}

/** Operations of one dispatch are bounded, because drivers kill a shader that runs for seconds. */
const MOST_STEPS = 512;
const MOST_OPERATIONS_OF_A_WORKGROUP = 2 ** 32;

/** Turns of loops that an invocation of a sequence kernel takes for one step, forward or backward, at most. */
function loopTurns({ inputDim, units }: LSTMShape, layout: LSTMLayout): number {
  if (layout === 'rows') return units * (units / 4 + 4 + inputDim) + 2 * inputDim + 1;
  const unitsPerLane = Math.ceil(units / unitsWorkgroup(units));
  return unitsPerLane * (units + inputDim + 4) + inputDim + 1;
}

/** The most time steps that one dispatch of a sequence kernel walks. */
export function chunkSteps(shape: LSTMShape, layout: LSTMLayout, { maxLoopTurns }: DeviceProfile): number {
  const { inputDim, units } = shape;
  const operationsPerStep = 2 * 4 * 4 * units * (inputDim + units);
  // Beside the steps, a dispatch loads and stores the state.
  const turns = maxLoopTurns - 16 * units;
  const most = Math.min(MOST_OPERATIONS_OF_A_WORKGROUP / operationsPerStep, turns / loopTurns(shape, layout));
  return Math.max(1, Math.min(MOST_STEPS, Math.floor(most)));
}

/** Lanes over units: as many as there are, up to what a workgroup may have; each takes several if need be. */
export function unitsWorkgroup(units: number): number {
  return Math.min(256, Math.ceil(units / 4) * 4);
}
