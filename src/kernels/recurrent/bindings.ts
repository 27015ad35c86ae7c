/** What the shaders of a walk over time bind, in their order; only how they get weights and state depends on the layout. */
import { read, readWrite } from '../webgpu/passes';
import type { BindingRef } from '../webgpu/plan';
import type { RecurrentShape } from './shape';

/** @param weights the packed weights, unless told otherwise. @param states the buffers that the state is carried over in. */
export function forwardBindings(
  shape: RecurrentShape,
  weights = readWrite('weights'),
  states: readonly string[] = ['state'],
): BindingRef[] {
  return [
    weights,
    read('x'),
    // A shader declares the lengths in any case, and reads them only where there are some.
    read(shape.hasLengths ? 'lengths' : 'x'),
    readWrite('outputs'),
    ...states.map(readWrite),
    readWrite('reserve'),
  ];
}

/** Of the walks that read the shared form of the reserve. */
export function backwardBindings(shape: RecurrentShape, weights = readWrite('weights')): BindingRef[] {
  return [
    weights,
    read(shape.hasLengths ? 'lengths' : 'reserve'),
    read('reserve'),
    read('dOutputs'),
    readWrite('dState'),
    readWrite('dGates'),
  ];
}
