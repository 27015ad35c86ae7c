import { describe, expect, it } from 'vitest';
import { resultMarkdown } from '../../../src/benchmark/markdown';
import { makeResult, makeRow, wrongRow } from './rows';

describe('a result as Markdown', () => {
  const stock = makeRow({
    peer: 'tfjs',
    p50: 3650,
    p95: 12_340,
    note: 'measured and checked at 100 steps; times and dispatches are multiplied by 5',
    dispatches: 18_000,
    compile: null,
  });
  const text = resultMarkdown(makeResult([wrongRow, stock, makeRow()]), 'tfjs-webgpu');

  it('begins with what was measured where', () => {
    expect(text).toMatch(
      /^lavapipe: unnamed adapter, compatibility mode; Chrome 142, X11; Linux x86_64, 2 cores; 2026-11-25, commit 0123456789ab\.\n\n/,
    );
    expect(text).toContain(
      '**Forward**, article: BiLSTM, batch 32, 1 → 32 units, 500 steps\n\n| Library | Median |',
    );
  });

  it('has a row for each peer in the usual order, with its speed-up', () => {
    const rows = text.split('\n').filter((line) => /^\| (Gatewave|tf)/.test(line));
    expect(rows).toEqual([
      '| Gatewave, WebGPU | 10 ms | 12 ms | 9 ms | 3 | 40 ms | 30 ms | – | 5 | 2 MiB | 2.0e-7 | 365× |',
      '| tf.layers, WebGPU (1) | 3,650 ms | 12.3 s | 9 ms | 3 | 40 ms | – | – | 18,000 | 2 MiB | 2.0e-7 | 1× |',
      '| tf.layers, CPU (2) | – | – | – | 0 | – | – | – | – | – | wrong | – |',
    ]);
  });

  it('gives the notes on a row, and why one is wrong', () => {
    expect(text).toContain(
      '\n1. Measured and checked at 100 steps; times and dispatches are multiplied by 5.\n',
    );
    expect(text).toMatch(/\n2\. 'outputs' is off by 5\.0e-2, relative; at most 1e-5 is allowed\.$/);
  });

  it('has a table for each case and phase', () => {
    const result = makeResult([makeRow(), makeRow({ phase: 'train' })]);
    expect(resultMarkdown(result, 'gatewave-webgpu').match(/^\| Library/gm)).toHaveLength(2);
  });
});
