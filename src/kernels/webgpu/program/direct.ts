/**
 * Values that are made where they will last. A kernel's result is often cut into pieces, each copied to its place: where the
 * places are side by side, in the order of the pieces, the kernel can write there at once. A copy costs the host nearly as much
 * as a dispatch, and it ends the compute pass.
 */
import { BYTES_PER_ELEMENT, type CopyPass, type Pass } from '../plan';
import { BINDING_ALIGNMENT, type Place, touched } from './place';

/**
 * @param elements of the values that are only there while the program runs.
 * @returns the passes without the copies that are not needed, and the lasting places with those of the values added.
 */
export function placeDirectly(
  passes: readonly Pass[],
  lasting: ReadonlyMap<string, Place>,
  elements: ReadonlyMap<string, number>,
): { passes: Pass[]; lasting: Map<string, Place> } {
  const places = new Map(lasting);
  const needless = new Set<Pass>();
  for (const [value, count] of elements) {
    const copies = passes.filter((pass): pass is CopyPass => pass.kind === 'copy' && pass.from === value);
    const place = joinedPlace(copies, places, count);
    if (!place || !mayLieThere(value, place, copies, passes, places)) continue;
    places.set(value, place);
    for (const copy of copies) needless.add(copy);
  }
  return { passes: passes.filter((pass) => !needless.has(pass)), lasting: places };
}

/** Where the copies bring the whole of a value, if they bring it to one stretch that can be bound. */
function joinedPlace(
  copies: readonly CopyPass[],
  places: ReadonlyMap<string, Place>,
  elements: number,
): Place | null {
  let end = 0;
  let found: Place | null = null;
  for (const copy of copies.toSorted((a, b) => a.fromOffset - b.fromOffset)) {
    const target = places.get(copy.to);
    if (!target || copy.fromOffset !== end) return null;
    const offset = target.offset + (copy.toOffset - end) * BYTES_PER_ELEMENT;
    found ??= { buffer: target.buffer, offset, bytes: elements * BYTES_PER_ELEMENT };
    if (found.buffer !== target.buffer || found.offset !== offset) return null;
    end += copy.elements;
  }
  // Shaders may see the value as an array of vec4.
  const isBound = elements % 4 === 0 && found && found.offset >= 0 && found.offset % BINDING_ALIGNMENT === 0;
  return isBound && end === elements ? found : null;
}

/** Whether nobody else touches the place while the value lies there, and no pass reads and writes its buffer then. */
function mayLieThere(
  value: string,
  place: Place,
  copies: readonly CopyPass[],
  passes: readonly Pass[],
  places: ReadonlyMap<string, Place>,
): boolean {
  const isOwn = (pass: Pass) => touched(pass).some((each) => each.value === value);
  const [first, last] = [passes.findIndex(isOwn), passes.findLastIndex(isOwn)];
  const firstCopy = passes.indexOf(copies[0] as Pass);
  return passes.slice(first, last + 1).every((pass, index) => {
    if (copies.includes(pass as CopyPass)) return true;
    const all = touched(pass);
    const own = all.filter((each) => each.value === value);
    // What was copied would change.
    if (first + index > firstCopy && own.some(({ writes }) => writes)) return false;
    return all.every((each) => {
      const other = each.value === value ? undefined : places.get(each.value);
      if (other?.buffer !== place.buffer) return true;
      const overlaps = other.offset < place.offset + place.bytes && place.offset < other.offset + other.bytes;
      return !overlaps && own.every(({ writes }) => writes === each.writes);
    });
  });
}
