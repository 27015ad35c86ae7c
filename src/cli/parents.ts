/** What becomes of a command when npm or npx, which started it, is ended. */
import { readFileSync } from 'node:fs';

const interval = 250; // ms

/** npm sets it for all that it starts. */
const npmVariable = 'npm_execpath';

/**
 * Calls `gone` when the npm that started this process ends before it. npm does not hand on what ends it: it starts a
 * command by way of a shell, gives a SIGTERM to that shell, which dies of it and tells nobody, and dies of a SIGHUP itself.
 * What reaches the command is that it, or the shell above it, has another parent than before.
 * @returns what ends the watch.
 */
export function watchNpm(gone: () => void, env = process.env, read = ancestors): () => void {
  // On Windows a process keeps the number of a parent that is gone.
  if (!env[npmVariable] || process.platform === 'win32') return () => {};
  const known = read();
  const timer = setInterval(() => {
    if (read() === known) return;
    clearInterval(timer);
    gone();
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** The processes above this one: the shell and npm, or npm alone where the shell gave its place to the command. */
function ancestors(): string {
  const { ppid } = process;
  return `${ppid} ${parentOf(ppid)}`;
}

/** Known from Linux alone; elsewhere the shell that npm calls gives its place to the command. */
function parentOf(pid: number): string {
  try {
    // The name of the program, in brackets, may have anything in it, and three fields follow.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S+ (\d+) .*$/s, '$1');
  } catch {
    return '';
  }
}
