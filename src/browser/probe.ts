import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AdapterName } from './adapters';
import { chromiumArgs } from './chromium';
import type { Executable } from './launch-options';
import { browserEnv, startBrowser } from './process';
import { type AdapterSighting, judgeSighting } from './sighting';

const timeoutMs = 30_000;

/** A text, not a function: helpers that a TypeScript loader adds to a function would be missing in the page. */
const lookAtAdapter = `(async () => {
  const gpu = navigator.gpu;
  const adapter = await gpu?.requestAdapter() ?? await gpu?.requestAdapter({ featureLevel: 'compatibility' });
  if (!adapter) return null;
  const device = await adapter.requestDevice();
  device.destroy();
  const gl = new OffscreenCanvas(1, 1).getContext('webgl');
  const debugInfo = gl?.getExtension('WEBGL_debug_renderer_info');
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  return {
    vendor,
    architecture,
    description,
    isFallback: isFallbackAdapter ?? false,
    renderer: debugInfo ? gl.getParameter(debugInfo.UNMASKED_RENDERER_WEBGL) : '',
  };
})()`;

/**
 * Starts the browser and asks a page in it for the adapter.
 * @returns why it is unusable, or undefined when it works
 */
export async function probeAdapter(
  executable: Executable,
  adapter: AdapterName,
): Promise<string | undefined> {
  try {
    await assertRuns(executable, adapter);
  } catch (error) {
    return `it does not run: ${(error as Error).message}`;
  }
  try {
    return judgeSighting(adapter, await seeAdapter(executable, adapter));
  } catch (error) {
    const [firstLine] = (error as Error).message.split('\n');
    return [firstLine, await lastWords(executable, adapter)].filter(Boolean).join('; ');
  }
}

async function seeAdapter(executable: Executable, adapter: AdapterName): Promise<AdapterSighting> {
  // WebGPU needs a secure context, such as an empty page from 127.0.0.1.
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>probe</title>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const running = await startBrowser(executable, adapter).catch((error: unknown) => {
    server.close();
    throw error;
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    });
    const look = async () => {
      const page = await running.browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return (await page.evaluate(lookAtAdapter)) as AdapterSighting;
    };
    return await Promise.race([look(), timeout]);
  } finally {
    clearTimeout(timer);
    await running.close();
    server.close();
  }
}

/**
 * Throws if the executable cannot run at all, since puppeteer, driving it through a pipe, would then end this
 * process.
 */
async function assertRuns(executable: Executable, adapter: AdapterName): Promise<void> {
  // On Windows Chrome has no such flag and opens a window.
  if (process.platform !== 'win32') await runBriefly(executable, adapter, ['--version']);
}

/** A Chromium that exits at once says why on standard error, which the pipe hides, so it is started once more without. */
async function lastWords(executable: Executable, adapter: AdapterName): Promise<string> {
  if (adapter === 'firefox') return '';
  const profile = await mkdtemp(join(tmpdir(), 'gatewave-probe-'));
  try {
    const args = [
      '--headless',
      `--user-data-dir=${profile}`,
      ...chromiumArgs(adapter),
      '--dump-dom',
      'about:blank',
    ];
    await runBriefly(executable, adapter, args);
    return '';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @throws Error with the most informative line of the program's output, when it fails or takes too long */
async function runBriefly(executable: Executable, adapter: AdapterName, args: string[]): Promise<void> {
  const options = { env: browserEnv(executable, adapter), timeout: 10_000, killSignal: 'SIGKILL' } as const;
  try {
    await promisify(execFile)(executable.executablePath, args, options);
  } catch (error) {
    const { message, stderr } = error as Error & { stderr?: string };
    const lines = (stderr || message).split('\n').filter((line) => line.trim());
    throw new Error(
      lines.find((line) => /error while loading|sandbox|FATAL/i.test(line)) ?? lines.at(-1) ?? message,
    );
  }
}
