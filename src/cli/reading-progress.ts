import type { Progress } from '../data/formats/format';
import { secondsNow } from './pace';

/** In seconds. */
const interval = { terminal: 0.2, plain: 10 };

/** A sign of life while large files are read: a line that is written over on a terminal, else one now and then. */
export function readingProgress(
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = secondsNow,
): Progress {
  const startedAt = now();
  let toldAt = startedAt;
  return (read, inAll) => {
    const time = now();
    const isLast = read >= inAll;
    if (stream.isTTY) {
      if (isLast && toldAt > startedAt) stream.write('\r\u001b[K');
      if (isLast || time - toldAt < interval.terminal) return;
      stream.write(`\r\u001b[K${describe(read, inAll)}`);
    } else {
      if (isLast || time - toldAt < interval.plain) return;
      stream.write(`${describe(read, inAll)}\n`);
    }
    toldAt = time;
  };
}

function describe(read: number, inAll: number): string {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
  return `Reading   ${Math.floor((100 * read) / inAll)} %, ${megabytes(read)} of ${megabytes(inAll)} MB`;
}
