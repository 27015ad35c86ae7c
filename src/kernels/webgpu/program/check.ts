/** What WebGPU demands of the places of a program's passes. */
import { BINDING_ALIGNMENT, type Place, type PlacedPass } from './place';

/** @throws Error naming the pass, for a program that WebGPU would refuse. */
export function checkPasses({ name, passes }: { name: string; passes: readonly PlacedPass[] }): void {
  for (const pass of passes) {
    const fault = faultOf(pass);
    if (fault) throw new Error(`${name}: ${fault}`);
  }
}

function faultOf(pass: PlacedPass): string | null {
  if (pass.kind === 'clear') return null;
  if (pass.kind === 'copy') {
    const { from, to } = pass;
    return from.buffer === to.buffer ? `a copy reads and writes '${from.buffer}'.` : null;
  }
  const { label, bindings } = pass.pass;
  const bound = pass.places.map((place, index) => ({
    ...place,
    writes: bindings[index]!.access === 'read-write',
  }));
  for (const [index, place] of bound.entries()) {
    if (place.offset % BINDING_ALIGNMENT !== 0) return `'${label}' binds at ${place.offset} bytes.`;
    if (!place.writes) continue;
    for (const [other, second] of bound.entries()) {
      if (other === index || second.buffer !== place.buffer) continue;
      if (!second.writes) return `'${label}' reads and writes '${place.buffer}'.`;
      if (overlap(place, second)) return `'${label}' writes to the same part of '${place.buffer}' twice.`;
    }
  }
  return null;
}

function overlap(a: Place, b: Place): boolean {
  return a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;
}
