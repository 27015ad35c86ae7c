/** What a source of browsers is, and the one that a variable names. Light: the others bring libraries that install. */
import { accessSync, constants, statSync } from 'node:fs';
import type { AdapterName } from './adapters';
import type { Executable } from './launch-options';

/** One place to get a browser from. */
export interface Source {
  name: string;
  /** Set if this source means downloading and installing. */
  installs?: boolean;
  /** Adapters whose drivers come with it. */
  drivers?: AdapterName[];
  /** @throws Error with the reason if there is none to be had */
  find(log: (line: string) => void): Promise<Executable[]>;
}

export type BrowserKind = 'chromium' | 'firefox';

/** The browser named by a variable, ours before puppeteer's, if one is. */
export function explicitSource(env: NodeJS.ProcessEnv, kind: BrowserKind): Source | undefined {
  const variables = {
    chromium: ['GATEWAVE_CHROME', 'PUPPETEER_EXECUTABLE_PATH'],
    firefox: ['GATEWAVE_FIREFOX'],
  };
  const variable = variables[kind].find((name) => env[name]);
  const executablePath = variable && env[variable];
  if (!executablePath) return undefined;
  return {
    name: `${variable}=${executablePath}`,
    find: async () => {
      if (!isExecutable(executablePath)) throw new Error('there is no executable file at this path');
      return [{ executablePath }];
    },
  };
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
