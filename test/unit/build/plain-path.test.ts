/** A checkout may lie anywhere. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainPath } from '../../../build/plain-path.mjs';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'gatewave-places-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('plainPath', () => {
  it('leaves a path as it is where nothing takes its characters for parts of an address', () => {
    expect(plainPath('/home/ada/my series')).toBe('/home/ada/my series');
  });

  it.each(['a#b', 'a?b', 'a%20b'])('is that of a link to %s', (name) => {
    const odd = join(folder, name);
    mkdirSync(odd);
    const plain = plainPath(odd);
    expect(plain).not.toMatch(/[#?%]/);
    expect(realpathSync(plain)).toBe(odd);
  });
});
