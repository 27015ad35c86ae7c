import type { NamedFile } from './parts';

/** A public data set that comes with the project. */
export interface Example {
  name: string;
  /** What it is about, and how large it is. */
  hint: string;
  source: { name: string; address: string };
  license: { name: string; address: string };
  /** Each comes in a file of its own, only when it is asked for. */
  files: { name: string; load(): Promise<{ default: string }> }[];
}

const ccBy4 = { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' };

export const examples: readonly Example[] = [
  {
    name: 'Synthetic Control',
    hint: 'Is a process under control, or does it drift, jump or swing? 600 charts, 6 classes',
    source: {
      name: 'R. Alcock, UCI Machine Learning Repository',
      address: 'https://doi.org/10.24432/C59G75',
    },
    license: ccBy4,
    files: [
      {
        name: 'SyntheticControl_TRAIN.ts',
        load: () => import('../../../../examples/data/synthetic-control/SyntheticControl_TRAIN.ts?raw'),
      },
      {
        name: 'SyntheticControl_TEST.ts',
        load: () => import('../../../../examples/data/synthetic-control/SyntheticControl_TEST.ts?raw'),
      },
    ],
  },
  {
    name: 'Japanese Vowels',
    hint: 'Which of 9 men is speaking? 640 utterances of 7 to 29 steps, 12 channels',
    source: {
      name: 'M. Kudo, J. Toyama and M. Shimbo, UCI Machine Learning Repository',
      address: 'https://doi.org/10.24432/C5NS47',
    },
    license: ccBy4,
    files: [
      {
        name: 'JapaneseVowels_TRAIN.ts',
        load: () => import('../../../../examples/data/japanese-vowels/JapaneseVowels_TRAIN.ts?raw'),
      },
      {
        name: 'JapaneseVowels_TEST.ts',
        load: () => import('../../../../examples/data/japanese-vowels/JapaneseVowels_TEST.ts?raw'),
      },
    ],
  },
];

/** The files of an example, as if they had been chosen. @throws Error where they cannot be fetched. */
export function fetchExample({ files }: Example): Promise<NamedFile[]> {
  return Promise.all(
    files.map(async ({ name, load }) => {
      const { default: text } = await load();
      return { name, file: new File([text], name) };
    }),
  );
}
