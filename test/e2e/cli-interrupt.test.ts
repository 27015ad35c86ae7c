import { type ChildProcess, execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish, type Outcome, tiny, Workshop } from '../support/command';

const workshop = new Workshop();

beforeAll(async () => {
  workshop.write('endless.json', { ...tiny, epochs: 10_000, patience: 10_000 });
  await workshop.run('generate', '--config', 'endless.json', '--out', 'series.csv');
});
afterAll(() => workshop.remove());

/** The browser processes that this run of the command started. */
function browserProcesses(child: ChildProcess, kind = ''): number[] {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8', maxBuffer: 2 ** 26 }).split(
    '\n',
  );
  return processes
    .filter((line) => line.includes(`gatewave-profile-${child.pid}-`) && line.includes(kind))
    .map((line) => Number.parseInt(line, 10));
}

/** A browser's processes end a moment after the command. */
function expectNoBrowser(child: ChildProcess): Promise<void> {
  return expect.poll(() => browserProcesses(child), { timeout: 20_000 }).toEqual([]);
}

/** Trains without end; resolves after the first epoch. */
async function startEndless(out: string): Promise<{ child: ChildProcess; end: Promise<Outcome> }> {
  const child = workshop.start(['train', '--config', 'endless.json', '--out', out, '--json']);
  const end = finish(child);
  for await (const line of createInterface({ input: child.stdout! })) {
    if ((JSON.parse(line) as { type: string }).type === 'epoch') {
      // Leaving the loop paused the stream.
      setImmediate(() => child.stdout?.resume());
      return { child, end };
    }
  }
  throw new Error(`The training ended by itself: ${(await end).errors}`);
}

describe('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s leaves the best model and how far it got',
    async (signal) => {
      const out = `stopped-${signal}`;
      const { child, end } = await startEndless(out);
      expect(browserProcesses(child)).not.toEqual([]);
      child.kill(signal);
      const { code, errors } = await end;
      expect(code).toBe(130);
      expect(errors).toMatch(/^Stopping after the steps in flight/);
      await expectNoBrowser(child);
      const report = workshop.readJson<{ reason: string; epochs: number; test: null }>(out, 'report.json');
      expect(report).toMatchObject({ reason: 'stopped', test: null });
      expect(report.epochs).toBeGreaterThanOrEqual(1);
      expect(workshop.read(out, 'history.csv').trimEnd().split('\n')).toHaveLength(report.epochs + 1);
      const { code: loaded } = await workshop.run(
        'evaluate',
        '--model',
        out,
        '--data',
        'series.csv',
        '--json',
      );
      expect(loaded).toBe(0);
    },
  );

  it('that is repeated ends everything, with the same exit code up to the last moment', async () => {
    const { child, end } = await startEndless('killed');
    child.kill('SIGINT');
    await new Promise((done) => setTimeout(done, 600));
    const repeat = setInterval(() => child.kill('SIGINT'), 1);
    const { code } = await end.finally(() => clearInterval(repeat));
    expect(code).toBe(130);
    await expectNoBrowser(child);
  });

  it('that takes the command alone takes the browser with it', async () => {
    const { child, end } = await startEndless('murdered');
    child.kill('SIGKILL');
    await end;
    await expectNoBrowser(child);
  });
});

describe('a crash', () => {
  it('of the page ends with exit code 1 and one message', async () => {
    const { child, end } = await startEndless('crashed');
    for (const renderer of browserProcesses(child, '--type=renderer')) process.kill(renderer, 'SIGKILL');
    const { code, errors } = await end;
    expect(errors).toMatch(/^gatewave: internal error: The browser's page crashed.*\n$/);
    expect(code).toBe(1);
    await expectNoBrowser(child);
  });
});
