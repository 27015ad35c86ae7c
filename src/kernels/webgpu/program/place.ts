/** Where a program's values lie, and passes in these terms. */
import type { DispatchPass, Pass } from '../plan';

/** WebGPU binds a part of a buffer only at a multiple of this many bytes, whatever the device. */
export const BINDING_ALIGNMENT = 256;

/** Where a value lies, in bytes. */
export interface Place {
  buffer: string;
  offset: number;
  bytes: number;
}

export interface PlacedDispatch {
  kind: 'dispatch';
  pass: DispatchPass;
  /** In the order of the pass's bindings. */
  places: Place[];
  /** Of the pass's uniform values, if it has any. */
  uniform: Place | null;
}

export type PlacedPass =
  | PlacedDispatch
  | { kind: 'copy'; from: Place; to: Place }
  | { kind: 'clear'; to: Place };

/** What a pass reads and writes. */
export function touched(pass: Pass): { value: string; writes: boolean }[] {
  if (pass.kind === 'clear') return [{ value: pass.buffer, writes: true }];
  if (pass.kind === 'copy') {
    return [
      { value: pass.from, writes: false },
      { value: pass.to, writes: true },
    ];
  }
  return pass.bindings.map(({ buffer, access }) => ({ value: buffer, writes: access === 'read-write' }));
}
