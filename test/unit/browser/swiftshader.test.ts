/** Where SwiftShader's driver is looked for. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { findSwiftShader } from '../../../src/browser/swiftshader';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-swiftshader-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A browser's program and, if it has one, the driver beside it. */
function browser(name: string, driver: boolean): string {
  const program = join(folder, name, 'chrome');
  mkdirSync(join(folder, name));
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  if (driver) writeFileSync(join(folder, name, 'vk_swiftshader_icd.json'), '{}');
  return program;
}

const log = vi.fn();

describe("SwiftShader's driver", () => {
  it('is found in a known folder', async () => {
    browser('known', true);
    const found = findSwiftShader({ log, env: {}, folders: [join(folder, 'none'), join(folder, 'known')] });
    expect(await found).toBe(join(folder, 'known/vk_swiftshader_icd.json'));
  });

  it('is that of the browser that a variable names, also through a link', async () => {
    const link = join(folder, 'link');
    symlinkSync(browser('named', true), link);
    const env = { GATEWAVE_CHROME: link };
    const found = findSwiftShader({ log, env, folders: [join(folder, 'known')] });
    expect(await found).toBe(join(folder, 'named/vk_swiftshader_icd.json'));
  });

  it('that is missing is an error which names the places', async () => {
    const program = browser('bare', false);
    const found = findSwiftShader({ log, env: { GATEWAVE_CHROME: program }, folders: [] });
    await expect(found).rejects.toThrow(
      /^No driver of SwiftShader.*\n.*bare\/chrome: no vk_swiftshader_icd.json beside it$/,
    );
    await expect(found).rejects.toHaveProperty('name', 'BrowserError');
  });
});
