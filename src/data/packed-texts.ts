import { GrowingInt32 } from './formats/growing';

/**
 * A column of texts as a single one. Millions of texts take several times the memory of their letters and are copied
 * between threads one by one, for seconds; these two are copied at once.
 */
export interface PackedTexts {
  /** All texts, one after the other. */
  text: string;
  /** `[count]`: where each of them ends. */
  ends: Int32Array;
}

/** @returns undefined where there is no such text. */
export function textAt({ text, ends }: PackedTexts, index: number): string | undefined {
  const end = ends[index];
  return end === undefined ? undefined : text.slice(index === 0 ? 0 : ends[index - 1], end);
}

/** Packs texts into one. */
export function packTexts(texts: Iterable<string>): PackedTexts {
  const packer = new TextPacker();
  for (const text of texts) packer.push(text);
  return packer.packed();
}

/** All texts, one by one; each is made when it is asked for. */
export function* unpackTexts(packed: PackedTexts): Generator<string> {
  for (let index = 0; index < packed.ends.length; index++) yield textAt(packed, index) as string;
}

/** How many texts are joined at once. */
const joinedAtOnce = 4096;

/** Takes texts one by one. What they were cut out of, such as a slice of a file, is soon given up. */
export class TextPacker {
  private readonly joined: string[] = [];
  private latest: string[] = [];
  private readonly ends = new GrowingInt32();
  private length = 0;

  /** How many texts there are. */
  get size(): number {
    return this.ends.size;
  }

  push(text: string): void {
    this.latest.push(text);
    this.length += text.length;
    this.ends.push(this.length);
    if (this.latest.length < joinedAtOnce) return;
    this.joined.push(this.latest.join(''));
    this.latest = [];
  }

  packed(): PackedTexts {
    return { text: [...this.joined, ...this.latest].join(''), ends: this.ends.view().slice() };
  }
}
