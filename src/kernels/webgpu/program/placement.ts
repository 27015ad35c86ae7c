/**
 * Where a program's values lie. In one dispatch WebGPU lets a buffer be read or written, not both, not even in ranges that do
 * not meet; nor can a buffer be copied to itself. So values that a pass reads and values that it writes lie in different
 * buffers, of which three or four are enough. Within a buffer, values that are needed at different times may lie in the same
 * place.
 */
import type { Pass } from '../plan';
import { BINDING_ALIGNMENT, type Place, touched } from './place';

/** A value of a program, and the first and the last pass that touches it. */
export interface Value {
  name: string;
  bytes: number;
  first: number;
  last: number;
}

interface WorkBuffer {
  bytes: number;
  values: { value: Value; offset: number }[];
}

/** Places all values, the largest first, each where it makes the buffers grow least. */
export function placeValues(
  values: readonly Value[],
  passes: readonly Pass[],
  maxBufferSize: number,
): { places: Map<string, Place>; buffers: Map<string, number> } {
  const opposed = opposites(passes);
  const buffers: WorkBuffer[] = [];
  const places = new Map<string, Place>();
  for (const value of values.toSorted((a, b) => b.bytes - a.bytes || a.first - b.first)) {
    const enemies = opposed.get(value.name);
    let best = { index: buffers.length, offset: 0, growth: aligned(value.bytes) };
    buffers.forEach((buffer, index) => {
      if (enemies && buffer.values.some((other) => enemies.has(other.value.name))) return;
      const offset = firstGap(buffer, value);
      const growth = Math.max(0, offset + aligned(value.bytes) - buffer.bytes);
      if (buffer.bytes + growth > maxBufferSize) return;
      if (growth < best.growth || (growth === best.growth && best.index === buffers.length)) {
        best = { index, offset, growth };
      }
    });
    buffers[best.index] ??= { bytes: 0, values: [] };
    const buffer = buffers[best.index] as WorkBuffer;
    buffer.values.push({ value, offset: best.offset });
    buffer.bytes += best.growth;
    places.set(value.name, { buffer: workName(best.index), offset: best.offset, bytes: value.bytes });
  }
  return { places, buffers: new Map(buffers.map(({ bytes }, index) => [workName(index), bytes])) };
}

const workName = (index: number): string => `work ${index}`;
const aligned = (bytes: number): number => Math.ceil(bytes / BINDING_ALIGNMENT) * BINDING_ALIGNMENT;

/** For each value, those that a pass reads while it writes the value, or the other way round. */
function opposites(passes: readonly Pass[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (value: string, other: string): void => {
    const others = found.get(value);
    if (others) others.add(other);
    else found.set(value, new Set([other]));
  };
  for (const pass of passes) {
    const all = touched(pass);
    for (const read of all) {
      if (read.writes) continue;
      for (const written of all) {
        if (!written.writes) continue;
        add(read.value, written.value);
        add(written.value, read.value);
      }
    }
  }
  return found;
}

/** The lowest offset at which the value meets no other that is needed at the same time. */
function firstGap({ values }: WorkBuffer, { bytes, first, last }: Value): number {
  const taken = values
    .filter(({ value }) => value.first <= last && first <= value.last)
    .sort((a, b) => a.offset - b.offset);
  let offset = 0;
  for (const other of taken) {
    if (offset + aligned(bytes) <= other.offset) break;
    offset = Math.max(offset, other.offset + aligned(other.value.bytes));
  }
  return offset;
}
