/**
 * A program is several plans strung together over a few buffers of their own: a training step, say. What one plan makes
 * another reads, without tensors between them. Everything is planned before anything is allocated: which buffer a value lies
 * in, from where to where, and so how many bytes there are. Making it ready (`prepared.ts`) is done once; running it is then
 * little more than encoding its dispatches.
 */
import { assertPlanFits, BYTES_PER_ELEMENT, type DeviceProfile, type Pass, type Plan, sizeOf } from '../plan';
import { uniformBytes } from '../record';
import { checkPasses } from './check';
import { placeDirectly } from './direct';
import { BINDING_ALIGNMENT, type Place, type PlacedPass, touched } from './place';
import { placeValues, type Value } from './placement';
import { gatherTransfers } from './transfers';

/** A plan as part of a program. */
export interface Part {
  plan: Plan;
  /** The program's names for what the plan shares with other parts, by the plan's own. All else is the part's alone. */
  names: Readonly<Record<string, string>>;
}

export interface ProgramSource {
  name: string;
  parts: readonly Part[];
  /** Values that lie in buffers which outlive a run of the program, such as parameters. */
  lasting: ReadonlyMap<string, Place>;
  /** The name of a value of zeros, which a copy from it does not need: if a dispatch reads it, it is a lasting one. */
  zeros: string;
  /** Other values that are read after a run. */
  results: readonly string[];
}

export interface Program {
  name: string;
  passes: PlacedPass[];
  /** Bytes of the buffers that hold values while the program runs, by name. Programs that run in turn may share them. */
  work: ReadonlyMap<string, number>;
  /** The uniform values of all dispatches, each at a multiple of 256 bytes. They never change. */
  uniforms: ArrayBuffer;
  /** Where the results lie. */
  results: ReadonlyMap<string, Place>;
  /** The plans, for their pipelines. */
  plans: Plan[];
}

/** The name of the buffer that `Program.uniforms` goes to. */
export const UNIFORMS = 'uniforms';

/** @throws Error when a plan reads what nothing made. */
export function planProgram(source: ProgramSource, device: DeviceProfile): Program {
  const { name, parts, results } = source;
  const elements = elementsOf(source);
  const direct = placeDirectly(neededPasses(parts.flatMap(renamed), source), source.lasting, elements);
  const { lasting } = direct;
  const passes = gatherTransfers(direct.passes, (value) => lasting.get(value)?.buffer);
  for (const value of lasting.keys()) elements.delete(value);
  const values = valuesOf(elements, passes);
  const { places: placed, buffers: work } = placeValues(values, passes, device.maxBufferSize);
  const place = (value: string): Place => {
    const found = lasting.get(value) ?? placed.get(value);
    if (!found) throw new Error(`${name}: nothing makes '${value}', which a plan reads.`);
    return found;
  };
  const uniforms = new UniformSlots();
  const program: Program = {
    name,
    passes: passes.map((pass) => lower(pass, place, uniforms)),
    work,
    uniforms: uniforms.bytes(),
    results: new Map(results.map((value) => [value, place(value)])),
    plans: parts.map(({ plan }) => plan),
  };
  checkPasses(program);
  return program;
}

/** @throws Error naming the buffer or the dispatch that is larger than the device allows. */
export function assertProgramFits({ plans }: Program, device: DeviceProfile): void {
  for (const plan of plans) assertPlanFits(plan, device);
}

export function dispatchCount({ passes }: Program): number {
  return passes.filter(({ kind }) => kind === 'dispatch').length;
}

const valueName = (part: number, { names }: Part, name: string): string => names[name] ?? `${part}: ${name}`;

/** The part's passes with the program's names. */
function renamed(part: Part, index: number): Pass[] {
  const rename = (name: string) => valueName(index, part, name);
  return part.plan.passes.map((pass): Pass => {
    if (pass.kind === 'copy') return { ...pass, from: rename(pass.from), to: rename(pass.to) };
    if (pass.kind === 'clear') return { ...pass, buffer: rename(pass.buffer) };
    return {
      ...pass,
      bindings: pass.bindings.map((binding) => ({ ...binding, buffer: rename(binding.buffer) })),
    };
  });
}

/** Without passes whose results nobody reads, and with clears in place of copies of zeros. */
function neededPasses(passes: readonly Pass[], { lasting, zeros, results }: ProgramSource): Pass[] {
  const needed = new Set([...lasting.keys(), ...results]);
  const kept: Pass[] = [];
  for (const pass of passes.toReversed()) {
    if (pass.kind === 'dispatch') {
      const { bindings } = pass;
      if (!bindings.some(({ buffer, access }) => access === 'read-write' && needed.has(buffer))) continue;
      for (const { buffer } of bindings) needed.add(buffer);
      kept.push(pass);
    } else if (pass.kind === 'clear') {
      if (needed.has(pass.buffer)) kept.push(pass);
    } else if (needed.has(pass.to)) {
      const { from, to: buffer, toOffset: offset, elements } = pass;
      needed.add(from);
      kept.push(from === zeros ? { kind: 'clear', buffer, offset, elements } : pass);
    }
  }
  return kept.reverse();
}

/** Sizes of what the plans make and does not last. */
function elementsOf({ parts, lasting }: ProgramSource): Map<string, number> {
  const elements = new Map<string, number>();
  parts.forEach((part, index) => {
    const own = [
      ...part.plan.outputs.map((spec) => ({ name: spec.name, elements: sizeOf(spec.shape) })),
      ...part.plan.scratch,
    ];
    for (const spec of own) {
      const name = valueName(index, part, spec.name);
      if (!lasting.has(name)) elements.set(name, spec.elements);
    }
  });
  return elements;
}

/** Those of the values that passes touch. */
function valuesOf(elements: ReadonlyMap<string, number>, passes: readonly Pass[]): Value[] {
  const spans = new Map<string, { first: number; last: number }>();
  passes.forEach((pass, index) => {
    for (const { value } of touched(pass)) {
      const span = spans.get(value);
      if (span) span.last = index;
      else spans.set(value, { first: index, last: index });
    }
  });
  return [...elements].flatMap(([name, count]) => {
    const span = spans.get(name);
    // A vec4 at least, since shaders may see the value as an array of those.
    const bytes = BYTES_PER_ELEMENT * 4 * Math.max(1, Math.ceil(count / 4));
    return span ? [{ name, bytes, ...span }] : [];
  });
}

function lower(pass: Pass, place: (value: string) => Place, uniforms: UniformSlots): PlacedPass {
  const part = (value: string, offset: number, elements: number | undefined): Place => {
    const whole = place(value);
    const skipped = offset * BYTES_PER_ELEMENT;
    const bytes = elements === undefined ? whole.bytes - skipped : elements * BYTES_PER_ELEMENT;
    return { buffer: whole.buffer, offset: whole.offset + skipped, bytes };
  };
  if (pass.kind === 'clear') return { kind: 'clear', to: part(pass.buffer, pass.offset, pass.elements) };
  if (pass.kind === 'copy') {
    return {
      kind: 'copy',
      from: part(pass.from, pass.fromOffset, pass.elements),
      to: part(pass.to, pass.toOffset, pass.elements),
    };
  }
  return {
    kind: 'dispatch',
    pass,
    places: pass.bindings.map(({ buffer, offset = 0, elements }) => part(buffer, offset, elements)),
    uniform: pass.uniform ? uniforms.add(uniformBytes(pass.uniform)) : null,
  };
}

/** Uniform values one after the other, equal ones once. */
class UniformSlots {
  private readonly slots = new Map<string, { bytes: Uint8Array; place: Place }>();
  private end = 0;

  add(buffer: ArrayBuffer): Place {
    const bytes = new Uint8Array(buffer);
    const key = bytes.join();
    const known = this.slots.get(key);
    if (known) return known.place;
    const place = { buffer: UNIFORMS, offset: this.end, bytes: bytes.length };
    this.slots.set(key, { bytes, place });
    this.end += Math.ceil(bytes.length / BINDING_ALIGNMENT) * BINDING_ALIGNMENT;
    return place;
  }

  bytes(): ArrayBuffer {
    const all = new Uint8Array(this.end);
    for (const { bytes, place } of this.slots.values()) all.set(bytes, place.offset);
    return all.buffer;
  }
}
