import { expect, test } from 'vitest';
import { createLatest } from '../../../src/app/train/state/latest';

/** Work that ends on command. */
function manual() {
  const asked: number[] = [];
  const ends: ((result: string | Error) => void)[] = [];
  const answers: string[] = [];
  const problems: string[] = [];
  const latest = createLatest<number, string>({
    work(input) {
      asked.push(input);
      return new Promise((resolve, reject) =>
        ends.push((result) => (result instanceof Error ? reject(result) : resolve(result))),
      );
    },
    onAnswer: (output, input) => answers.push(`${input}: ${output}`),
    onProblem: ({ message }) => problems.push(message),
  });
  const end = async (call: number, result: string | Error) => {
    ends[call]?.(result);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { latest, asked, answers, problems, end };
}

test('works on one thing at a time, and of those waiting only on the last', async () => {
  const { latest, asked, answers, end } = manual();
  for (const input of [1, 2, 3, 4]) latest.ask(input);
  expect(asked).toEqual([1]);
  await end(0, 'a');
  expect(asked).toEqual([1, 4]);
  await end(1, 'b');
  expect(answers).toEqual(['1: a', '4: b']);
  latest.ask(5);
  expect(asked).toEqual([1, 4, 5]);
});

test('goes on after a problem', async () => {
  const { latest, asked, answers, problems, end } = manual();
  latest.ask(1);
  latest.ask(2);
  await end(0, new Error('no model'));
  expect(problems).toEqual(['no model']);
  expect(asked).toEqual([1, 2]);
  await end(1, 'b');
  expect(answers).toEqual(['2: b']);
});

test('what was dropped is not answered, and blocks nothing', async () => {
  const { latest, asked, answers, end } = manual();
  latest.ask(1);
  latest.ask(2);
  latest.drop();
  latest.ask(3);
  expect(asked).toEqual([1, 3]);
  await end(0, 'late');
  expect(asked).toEqual([1, 3]);
  await end(1, 'c');
  expect(answers).toEqual(['3: c']);
});
