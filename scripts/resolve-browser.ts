/** Prints which browser and which adapter Gatewave uses on this machine: `tsx scripts/resolve-browser.ts [--adapter=NAME]`. */
import { parseArgs } from 'node:util';
import { parseAdapterChoice } from '../src/browser/adapters';
import { BrowserError } from '../src/browser/errors';
import { resolveBrowser } from '../src/browser/resolve';

const { adapter } = parseArgs({ options: { adapter: { type: 'string' } } }).values;
try {
  const found = await resolveBrowser(adapter ? { adapter: parseAdapterChoice(adapter, '--adapter') } : {});
  for (const { what, reason } of found.tried) console.log(`not ${what}: ${reason}`);
  console.log(`browser: ${found.executable.executablePath}`);
  console.log(`adapter: ${found.adapter}`);
} catch (error) {
  if (!(error instanceof BrowserError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
