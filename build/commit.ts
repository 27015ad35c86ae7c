import { execFileSync } from 'node:child_process';

/** The sources' commit, with a + where files differ from it; null outside a git repository. */
export function commitOf(root: string): string | null {
  // The checkout may belong to another user than the one who builds, as in a container.
  const trusted = ['-c', 'safe.directory=*'];
  const git = (...args: string[]) =>
    execFileSync('git', [...trusted, ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain') ? '+' : '');
  } catch {
    return null;
  }
}
