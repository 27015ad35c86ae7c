import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapterNames } from '../../../src/browser/adapters';
import type { Choice, ChoiceCache } from '../../../src/browser/cache';
import { BrowserError } from '../../../src/browser/errors';
import type { Source } from '../../../src/browser/explicit-source';
import { type ResolveOptions, type RunEnvironment, resolveBrowser } from '../../../src/browser/resolve';
import { sources } from '../../../src/browser/sources';

function memoryCache(): ChoiceCache {
  const entries = new Map<string, Choice>();
  return { get: (key) => entries.get(key), set: (key, choice) => void entries.set(key, choice) };
}

const source = (name: string, paths: string[], more: Partial<Source> = {}): Source => ({
  name,
  find: async () => paths.map((executablePath) => ({ executablePath })),
  ...more,
});

/** A machine where each path offers the adapters listed for it, and where nothing is remembered. */
function machine(offers: Record<string, string[]>, more: Partial<RunEnvironment> = {}) {
  const probed: string[] = [];
  const environment: Partial<RunEnvironment> = {
    env: {},
    obstacle: () => undefined,
    cache: memoryCache(),
    probe: async ({ executablePath }, adapter) => {
      probed.push(`${executablePath} ${adapter}`);
      return offers[executablePath]?.includes(adapter) ? undefined : 'no adapter';
    },
    ...more,
  };
  return {
    probed,
    resolve: (options: ResolveOptions = {}) => resolveBrowser({ log: () => {}, ...options }, environment),
  };
}

describe('resolveBrowser', () => {
  it('knows the sources in their order, those that install last', () => {
    expect(sources.firefox.map(({ name }) => name)).toEqual([
      "the system's Firefox",
      "puppeteer's cache",
      "Debian's packages",
    ]);
    expect(sources.chromium.map(({ name }) => name)).toEqual([
      "the system's Chrome, Chromium or Edge",
      "puppeteer's cache",
      "Debian's packages",
      'Chrome for Testing',
      'the npm registry',
    ]);
    expect(sources.chromium.map(({ installs = false }) => installs)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('takes the first browser that works, with its fastest adapter', async () => {
    const { resolve, probed } = machine(
      { second: ['swiftshader', 'lavapipe'], third: ['hardware'] },
      { sources: [source('a', ['first', 'second']), source('b', ['third'])] },
    );
    const found = await resolve();
    expect(found.executable.executablePath).toBe('second');
    expect(found.adapter).toBe('lavapipe');
    expect(probed).toEqual([
      'first hardware',
      'first lavapipe',
      'first swiftshader',
      'second hardware',
      'second lavapipe',
    ]);
    expect(found.tried).toHaveLength(4);
  });

  it('keeps looking for a browser with the requested adapter', async () => {
    const offers = { first: ['swiftshader'], second: ['lavapipe'] };
    const { resolve } = machine(offers, { sources: [source('a', ['first', 'second'])] });
    expect(await resolve({ adapter: 'lavapipe' })).toMatchObject({
      executable: { executablePath: 'second' },
      adapter: 'lavapipe',
    });
  });

  it('takes the wish from GATEWAVE_ADAPTER, and refuses an unknown one', async () => {
    const offers = { first: [...adapterNames] };
    const fromEnv = (GATEWAVE_ADAPTER: string) =>
      machine(offers, { env: { GATEWAVE_ADAPTER }, sources: [source('a', ['first'])] }).resolve();
    expect((await fromEnv('swiftshader')).adapter).toBe('swiftshader');
    expect((await fromEnv('')).adapter).toBe('hardware');
    await expect(fromEnv('voodoo')).rejects.toThrow(
      "GATEWAVE_ADAPTER is 'voodoo', but must be one of auto, hardware, lavapipe, swiftshader, firefox.",
    );
  });

  it('looks for Firefox only when it was asked for', async () => {
    const { resolve, probed } = machine({ first: ['firefox'] }, { sources: [source('a', ['first'])] });
    await expect(resolve()).rejects.toThrow('GATEWAVE_CHROME');
    expect(probed).not.toContain('first firefox');
    expect((await resolve({ adapter: 'firefox' })).adapter).toBe('firefox');
  });

  it('does not take a Chromium that a variable names for Firefox', async () => {
    const sources = [source('system', ['firefox'])];
    const offers = { firefox: ['firefox'], [process.execPath]: ['firefox'] };
    const named = (env: NodeJS.ProcessEnv) =>
      machine(offers, { env, sources }).resolve({ adapter: 'firefox' });
    expect((await named({ GATEWAVE_CHROME: process.execPath })).executable.executablePath).toBe('firefox');
    expect((await named({ GATEWAVE_FIREFOX: process.execPath })).executable.executablePath).toBe(
      process.execPath,
    );
    await expect(machine({}, { sources }).resolve({ adapter: 'firefox' })).rejects.toThrow(
      'GATEWAVE_FIREFOX',
    );
  });

  it('does not probe an adapter that the machine cannot have', async () => {
    const { resolve, probed } = machine(
      { first: [...adapterNames] },
      {
        sources: [source('a', ['first'])],
        obstacle: (adapter) => (adapter === 'hardware' ? 'no GPU' : undefined),
      },
    );
    const found = await resolve();
    expect(probed).toEqual(['first lavapipe']);
    expect(found.tried).toEqual([{ what: 'first, hardware', reason: 'no GPU' }]);
  });

  describe('with a browser named by a variable', () => {
    // Node itself is an executable that exists and is not a browser.
    const other = [source('system', ['other'])];
    const offers = { other: [...adapterNames], [process.execPath]: ['swiftshader'] };

    it.each(['GATEWAVE_CHROME', 'PUPPETEER_EXECUTABLE_PATH'])('%s is taken', async (variable) => {
      const { resolve } = machine(offers, { env: { [variable]: process.execPath }, sources: other });
      expect(await resolve()).toMatchObject({
        executable: { executablePath: process.execPath },
        adapter: 'swiftshader',
      });
    });

    it("prefers ours over puppeteer's", async () => {
      const env = { GATEWAVE_CHROME: process.execPath, PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
      const found = await machine(offers, { env, sources: other }).resolve();
      expect(found.executable.executablePath).toBe(process.execPath);
    });

    it.each(['GATEWAVE_CHROME', 'PUPPETEER_EXECUTABLE_PATH'])(
      'a missing %s is an error, with no other browser tried',
      async (variable) => {
        const { resolve, probed } = machine(offers, {
          env: { [variable]: '/nowhere/chrome' },
          sources: other,
        });
        await expect(resolve()).rejects.toThrow(BrowserError);
        await expect(resolve()).rejects.toThrow(
          `${variable}=/nowhere/chrome: there is no executable file at this path`,
        );
        expect(probed).toEqual([]);
      },
    );

    it('one without an adapter is an error, with no other browser tried', async () => {
      const env = { GATEWAVE_CHROME: process.execPath };
      const { resolve, probed } = machine({ other: [...adapterNames] }, { env, sources: other });
      await expect(resolve()).rejects.toThrow(`${process.execPath}, swiftshader: no adapter`);
      expect(probed.some((line) => line.startsWith('other'))).toBe(false);
    });

    it.each([
      ['a program that is not a browser', '#!/bin/sh\nexit 0\n', /, swiftshader: /],
      [
        'a browser without its libraries',
        '#!/bin/sh\necho "libnss3.so: not there" >&2\nexit 127\n',
        /libnss3/,
      ],
      ['a file that cannot be run', '#!/nowhere/interpreter\n', /it does not run: /],
    ])('the real probe finds out %s', async (_name, script, reason) => {
      const folder = mkdtempSync(join(tmpdir(), 'gatewave-test-'));
      try {
        const path = join(folder, 'chrome');
        writeFileSync(path, script, { mode: 0o755 });
        const env = { GATEWAVE_CHROME: path };
        const environment = { env, sources: other, cache: memoryCache(), obstacle: () => undefined };
        const resolving = resolveBrowser({ adapter: 'swiftshader' }, environment);
        await expect(resolving).rejects.toThrow(reason);
        await expect(resolving).rejects.toThrow(BrowserError);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });

  describe('installing', () => {
    const install = source('packages', ['installed'], { installs: true });
    const offers = { installed: ['swiftshader'] };

    it('happens only when nothing else works', async () => {
      const found = await machine(offers, { sources: [source('system', ['old']), install] }).resolve();
      expect(found.executable.executablePath).toBe('installed');
      const { resolve, probed } = machine(
        { old: ['swiftshader'], ...offers },
        { sources: [source('system', ['old']), install] },
      );
      expect((await resolve()).executable.executablePath).toBe('old');
      expect(probed.join()).not.toContain('installed');
    });

    it.each([
      ['the option', { install: false }, {}],
      ['GATEWAVE_NO_INSTALL', {}, { GATEWAVE_NO_INSTALL: '1' }],
    ])('is kept off by %s', async (_name, options, env) => {
      const { resolve, probed } = machine(offers, { env, sources: [install] });
      await expect(resolve(options)).rejects.toThrow(/packages: not tried, because/);
      expect(probed).toEqual([]);
    });

    it('is left out where it could not bring the adapter, unless its drivers do', async () => {
      let hasDriver = false;
      const obstacle: RunEnvironment['obstacle'] = () => (hasDriver ? undefined : 'no driver');
      const withDrivers = source('packages with drivers', [], {
        installs: true,
        drivers: ['lavapipe'],
        find: async () => {
          hasDriver = true;
          return [{ executablePath: 'fresh' }];
        },
      });
      const { resolve } = machine({ fresh: ['lavapipe'] }, { sources: [install, withDrivers], obstacle });
      const found = await resolve({ adapter: 'lavapipe' });
      expect(found.executable.executablePath).toBe('fresh');
      expect(found.tried).toEqual([{ what: 'packages', reason: 'not tried: no driver' }]);
    });
  });

  it('lists in its error each thing tried, the reason, and what to do', async () => {
    const broken = source('packages', [], {
      installs: true,
      find: async () => {
        throw new Error('only root may install packages');
      },
    });
    const { resolve } = machine({}, { sources: [source('system', ['old']), source('cache', []), broken] });
    const message = await resolve({ adapter: 'swiftshader' }).catch((error: Error) => error.message);
    expect(message).toContain("No browser with the WebGPU adapter 'swiftshader' was found. Tried:");
    expect(message).toContain('  - old, swiftshader: no adapter');
    expect(message).toContain('  - cache: none found');
    expect(message).toContain('  - packages: only root may install packages');
    expect(message).toContain('GATEWAVE_CHROME');
    expect(message).not.toContain('GATEWAVE_NO_SANDBOX');
  });

  it('remembers the choice for the same wish, not for another', async () => {
    const cache = memoryCache();
    const environment = { cache, sources: [source('a', ['first'])] };
    const { resolve, probed } = machine({ first: [...adapterNames] }, environment);
    await resolve({ adapter: 'lavapipe' });
    await resolve({ adapter: 'lavapipe' });
    expect(probed).toEqual(['first lavapipe']);
    await resolve({ adapter: 'swiftshader' });
    expect(probed).toEqual(['first lavapipe', 'first swiftshader']);
    const explicit = { ...environment, env: { GATEWAVE_CHROME: '/nowhere/chrome' } };
    await expect(machine({}, explicit).resolve({ adapter: 'lavapipe' })).rejects.toThrow('/nowhere/chrome');
  });
});
