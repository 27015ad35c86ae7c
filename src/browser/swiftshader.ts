/** SwiftShader without the browser that it comes with: the file that describes its driver to a Vulkan loader. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BrowserError } from './errors';
import { explicitSource } from './explicit-source';

/** Where a Chromium's files are when its program is a script elsewhere, as Debian's is. */
const chromiumFolders = [
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];

interface SearchOptions {
  /** Called with what is being downloaded. */
  log: (line: string) => void;
  /** Default: the process's. */
  env?: NodeJS.ProcessEnv;
  /** Default: where Debian and others put a Chromium. */
  folders?: readonly string[];
}

/**
 * The driver of SwiftShader, which lies beside every Chromium: of the browser that a variable names, of one that is
 * installed, or of one that is installed now, as for a run in a browser.
 * @throws BrowserError when there is none.
 */
export async function findSwiftShader({
  log,
  env = process.env,
  folders = chromiumFolders,
}: SearchOptions): Promise<string> {
  const explicit = explicitSource(env, 'chromium');
  const known = explicit ? undefined : driverIn(folders);
  if (known) return known;
  // Not loaded before they are needed: they bring the libraries that find and install browsers.
  const { sources } = await import('./sources');
  const reasons: string[] = [];
  for (const source of explicit ? [explicit] : sources.chromium) {
    if (source.installs && env.GATEWAVE_NO_INSTALL) continue;
    try {
      for (const { executablePath } of await source.find(log)) {
        const driver = driverIn([dirname(realpathSync(executablePath)), ...folders]);
        if (driver) return driver;
        reasons.push(`${executablePath}: no ${driverName} beside it`);
      }
    } catch (error) {
      reasons.push(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new BrowserError(
    [
      'No driver of SwiftShader was found; it lies beside every Chromium. Install Chrome or Chromium, or set GATEWAVE_CHROME to the path of one. Tried:',
      ...reasons.map((reason) => `  - ${reason}`),
    ].join('\n'),
  );
}

const driverName = 'vk_swiftshader_icd.json';

function driverIn(folders: readonly string[]): string | undefined {
  return folders.map((folder) => join(folder, driverName)).find((path) => existsSync(path));
}
