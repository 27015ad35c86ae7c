import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../../src/browser/launch';
import { servePages } from '../../src/browser/page-server';
import { type Installation, install, uninstall } from './install';

declare module 'vitest' {
  interface ProvidedContext {
    installation: Installation;
  }
}

/** Vitest's global set-up: the package, installed once for all tests of it, and a browser that can open what is there. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installation = await install();
  const server = await servePages(installation.folder);
  const browser = await launchBrowser({ connectable: true });
  console.log(`package tests run on ${browser.adapter} (${browser.executablePath})`);
  project.provide('installation', installation);
  project.provide('serverUrl', server.url);
  project.provide('browsers', [{ adapter: browser.adapter, endpoint: browser.endpoint }]);
  return async () => {
    await browser.close();
    await server.close();
    await uninstall(installation);
  };
}
