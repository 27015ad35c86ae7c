import { secondsNow } from './pace';

/** Says on standard error how far work is, once it takes long: a line that renews itself on a terminal, new lines elsewhere. */
export class LongWork {
  private readonly began: number;
  private told: number;
  private shown = false;

  /** @param what is being done, such as `Reading series.csv`. */
  constructor(
    private readonly what: string,
    private readonly stream: NodeJS.WritableStream & { isTTY?: boolean } = process.stderr,
    private readonly now = secondsNow,
  ) {
    this.began = this.now();
    this.told = this.began;
  }

  /** @param unit of the two numbers; without one, they are told as a share. */
  at(done: number, total: number, unit?: string): void {
    const now = this.now();
    // Short work needs no words.
    if (now - this.began < 2 || now - this.told < (this.stream.isTTY ? 0.2 : 5)) return;
    this.told = now;
    const far = unit
      ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit}`
      : `${Math.floor((100 * done) / total)} %`;
    this.shown = true;
    this.stream.write(this.stream.isTTY ? `\r${this.what}: ${far}\u001b[K` : `${this.what}: ${far}\n`);
  }

  /** Takes an unfinished line off the terminal. */
  end(): void {
    if (this.shown && this.stream.isTTY) this.stream.write('\r\u001b[K');
  }
}
