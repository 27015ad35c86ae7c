import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import {
  Browser,
  computeExecutablePath,
  detectBrowserPlatform,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import { cacheFolder } from './cache';
import type { Executable } from './launch-options';

const run = promisify(execFile);

/** The last release that runs on Node 20. */
const sparticuz = '@sparticuz/chromium@147.0.0';

/**
 * A browser from Debian, and Mesa's drivers for WebGPU on the CPU.
 * @param executablePath of the browser; its last part is the package's name, too
 * @param drivers packages
 * @throws Error with the reason where it cannot be done
 */
export async function installWithApt(
  executablePath: string,
  drivers: string[],
  log: (line: string) => void,
): Promise<Executable[]> {
  if (!isDebian()) throw new Error('this is not Debian');
  if (process.getuid?.() !== 0) throw new Error('only root may install packages');
  const debianPackages = [basename(executablePath), ...drivers];
  log(`Installing ${debianPackages.join(', ')} with apt-get (about 250 MB) ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrExplain('apt-get', ['update'], { env });
  await runOrExplain('apt-get', ['install', '-y', '--no-install-recommends', ...debianPackages], { env });
  return [{ executablePath }];
}

/** Google's Chrome for Testing, into our cache folder. @throws Error with the reason where it cannot be done */
export async function installChromeForTesting(log: (line: string) => void): Promise<Executable[]> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is none for ${process.platform} ${process.arch}`);
  const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
  const build = { browser: Browser.CHROME, platform, buildId, cacheDir: join(cacheFolder, 'chrome') };
  if (!existsSync(computeExecutablePath(build))) {
    log(`Downloading Chrome for Testing ${buildId} (about 180 MB) ...`);
    await install(build);
  }
  return [{ executablePath: computeExecutablePath(build) }];
}

/** A Chromium from the npm registry that carries its own libraries. @throws Error with the reason where it cannot be done */
export async function installFromNpm(log: (line: string) => void): Promise<Executable[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('it is made for Linux on x64 only');
  const folder = join(cacheFolder, 'sparticuz');
  const files = join(folder, 'files');
  if (!existsSync(files)) {
    const unpacking = join(folder, 'unpacking');
    await rm(unpacking, { recursive: true, force: true });
    await mkdir(unpacking, { recursive: true });
    log(`Downloading ${sparticuz} from the npm registry (about 70 MB) ...`);
    await runOrExplain('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      sparticuz,
    ]);
    // It unpacks into the folder for temporary files, and includes its libraries only if it believes it runs on AWS
    // Lambda.
    await runOrExplain(
      process.execPath,
      ['--input-type=module', '--eval', "import c from '@sparticuz/chromium'; await c.executablePath();"],
      { cwd: folder, env: { ...process.env, TMPDIR: unpacking, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
    );
    await rename(unpacking, files);
  }
  return [
    {
      executablePath: join(files, 'chromium'),
      headlessShell: true,
      env: { LD_LIBRARY_PATH: join(files, 'al2023', 'lib'), FONTCONFIG_PATH: join(files, 'fonts') },
    },
  ];
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

async function runOrExplain(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  try {
    await run(command, args, { ...options, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    const reason = stderr?.split('\n').findLast((line) => line.trim()) ?? message;
    throw new Error(`'${command} ${args.slice(0, 2).join(' ')}' failed: ${reason.trim()}`);
  }
}
