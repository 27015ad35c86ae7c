import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish, type Outcome, tiny, Workshop } from '../support/command';

const workshop = new Workshop();

beforeAll(() => workshop.write('tiny.json', { ...tiny, epochs: 1 }));
afterAll(() => workshop.remove());

function run(...args: string[]): Promise<Outcome> {
  return finish(workshop.start(args, { GATEWAVE_TUNING: workshop.at('tuning', 'choices.json') }));
}

/** The variants that a training run used, by op. */
async function trained(folder: string, ...flags: string[]): Promise<Record<string, string>> {
  const { code, errors } = await run('train', '--config', 'tiny.json', '--out', folder, ...flags);
  expect(errors).toBe('');
  expect(code).toBe(0);
  return workshop.readJson<{ variants: Record<string, string> }>(folder, 'report.json').variants;
}

describe('tune', () => {
  it('measures the variants of a run, and train uses what it found', async () => {
    const { code, out, errors } = await run('tune', '--config', 'tiny.json', '--json');
    expect(errors).toBe('');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    const told = lines.map((line) => JSON.parse(line) as { type: string; op: string; chosen: string });
    const tuned = told.filter(({ type }) => type === 'tuned');
    expect(tuned.map(({ op }) => op)).toEqual([
      'lstm training',
      'attention training',
      'attention gradient',
      'lstm gradient',
      'lstm',
      'attention',
    ]);
    const chosen = Object.fromEntries(tuned.map(({ op, chosen }) => [op, chosen]));
    expect(await trained('tuned')).toEqual(chosen);
  });

  it('is followed, whatever it found, except with --no-tune', async () => {
    const [[device, choices]] = Object.entries(
      workshop.readJson<Record<string, Record<string, string>>>('tuning', 'choices.json'),
    ) as [[string, Record<string, string>]];
    const stepwise = Object.keys(choices).map((key) => [
      key,
      key.startsWith('lstm') ? 'alternating' : 'of last year',
    ]);
    workshop.write('tuning/choices.json', { [device]: Object.fromEntries(stepwise) });
    const rule = await trained('rule', '--no-tune');
    expect(rule.lstm).not.toBe('alternating');
    expect(await trained('stepwise')).toEqual({
      ...rule,
      lstm: 'alternating',
      'lstm training': 'alternating',
      'lstm gradient': 'alternating',
    });
  });
});
