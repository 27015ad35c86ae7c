/** The code samples of the README and of docs/, for the tests that run them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * What a comment before a block can say about it:
 * - `<!-- sample: continues -->`: the block goes on where the one before it of the same language ended;
 * - `<!-- sample: needs WebGPU -->`: it runs in the browser, not in Node;
 * - `<!-- sample: part of FILE -->`: its lines stand in that file, in this order; a line of `…` skips some;
 * - `<!-- sample: not run: REASON -->`. Markers hold for a whole chain of blocks, and stand before its first one.
 */
export type Marker =
  | { kind: 'continues' }
  | { kind: 'WebGPU' }
  | { kind: 'part'; file: string }
  | { kind: 'not run'; reason: string };

export interface Sample {
  /** Relative to the root, as `docs/ops.md`. */
  file: string;
  /** Line of the opening fence, from 1. */
  line: number;
  /** The language that the fence names; empty if it names none. */
  language: string;
  code: string;
  marker: Marker | undefined;
}

/** The pages that people wrote: the README and docs/, without what TypeDoc makes. */
export function documentationFiles(): string[] {
  const folders = ['docs', 'docs/start'];
  const pages = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  return ['README.md', ...pages.sort()];
}

/** All code blocks of all pages; blocks that continue another are joined to it. */
export function readSamples(): Sample[] {
  return documentationFiles().flatMap((file) =>
    joinChains(extractSamples(readFileSync(join(root, file), 'utf8'), file)),
  );
}

/** @throws Error for a marker that means nothing and for a fence that is never closed. */
export function extractSamples(markdown: string, file: string): Sample[] {
  const samples: Sample[] = [];
  let open: { fence: string; sample: Sample; lines: string[] } | undefined;
  let marker: Marker | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open) {
      if (line.trim() === open.fence) {
        samples.push({ ...open.sample, code: unindent(open.lines) });
        open = undefined;
      } else open.lines.push(line);
      continue;
    }
    const comment = /^\s*<!-- sample: (.*) -->$/.exec(line)?.[1];
    const fence = /^\s*(```+)([\w-]*)/.exec(line);
    if (comment !== undefined) marker = parseMarker(comment, `${file}:${index + 1}`);
    else if (fence) {
      const [, marks = '', language = ''] = fence;
      open = { fence: marks, sample: { file, line: index + 1, language, code: '', marker }, lines: [] };
      marker = undefined;
    } else if (line.trim() !== '') marker = undefined;
  }
  if (open) throw new Error(`${file}:${open.sample.line}: this block is never closed.`);
  return samples;
}

function parseMarker(text: string, where: string): Marker {
  if (text === 'continues') return { kind: 'continues' };
  if (text === 'needs WebGPU') return { kind: 'WebGPU' };
  const [, file] = /^part of (\S+)$/.exec(text) ?? [];
  if (file) return { kind: 'part', file };
  const [, reason] = /^not run: (\S.*)$/.exec(text) ?? [];
  if (reason) return { kind: 'not run', reason };
  throw new Error(`${where}: no marker of a sample is "${text}".`);
}

function unindent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return `${lines.map((line) => line.slice(indent)).join('\n')}\n`;
}

function joinChains(samples: Sample[]): Sample[] {
  const chains: Sample[] = [];
  for (const sample of samples) {
    if (sample.marker?.kind !== 'continues') {
      chains.push(sample);
      continue;
    }
    const start = chains.findLast(({ language }) => language === sample.language);
    if (!start) throw new Error(`${sample.file}:${sample.line}: there is no block that this one continues.`);
    start.code += sample.code;
  }
  return chains;
}
