import { generatedTasks } from '../../../data/generated';
import { rowOf } from '../series/series-parts';

/** Series of two classes of a data set, to be drawn small. */
export interface ExamplePicture {
  className: string;
  /** [steps, channels] */
  values: ArrayLike<number>;
  channels: number;
}

/** The first of two classes, rounded, since the files themselves are fetched only when they are asked for. */
export const publicPictures = {
  control: [
    {
      className: '2',
      channels: 1,
      values: [
        0.4, 0.3, 0.4, 1.6, 1.4, 1, 0.6, -0.5, -0.7, -1.5, -1, -0.8, -0.4, -0.2, 0.1, 1.2, 1.4, 0.8, 0.1, 0.3,
        -0.6, -0.8, -1.3, -2, -1.1, -0.2, 0.5, 0.8, 1.6, 1.3, 0.7, 1, -0.2, -0.6, -1.2, -2.1, -1, -1.1, 0,
        0.3, 1.4, 0.7, 1.7, 0.9, -0.3, -0.4, -1.5, -1.6, -0.9, -1, -0.9, -0.7, 0.8, 1.1, 0.5, 1.5, 1.1, 0.1,
        -0.1, -0.7,
      ],
    },
    {
      className: '5',
      channels: 1,
      values: [
        0, -1.3, -0.5, 0, -1, -0.8, -0.3, -1.1, -0.3, -1.1, -1.4, -1.5, -1.5, -1.5, -0.9, -0.8, -1.3, -1.5,
        -1.4, -0.4, -1, -1.2, -1.7, 0, -0.9, 0.1, -0.4, 1, 1.5, 0.5, 1.4, 0, 1.2, 0.8, -0.1, 0.1, 0.1, 1, 0.8,
        1.7, 0.3, 0, 1.1, 0.8, 1.4, 0.7, 1.6, -0.3, -0.2, 0.4, 1.6, 1.6, 0.9, 0.7, 1.6, 0.4, 0.2, -0.2, 0.2,
        0.9,
      ],
    },
  ],
  vowels: [
    {
      className: '1',
      channels: 3,
      values: [
        1.9, -0.2, 0.3, 1.9, -0.2, 0.2, 1.9, -0.2, 0.3, 1.7, -0.2, 0.2, 1.7, -0.3, 0.2, 1.7, -0.3, 0.2, 1.6,
        -0.3, 0.2, 1.6, -0.3, 0.1, 1.6, -0.4, 0.2, 1.6, -0.5, 0.2, 1.5, -0.5, 0.1, 1.4, -0.5, 0, 1.3, -0.5, 0,
        1.2, -0.5, 0, 1.2, -0.5, -0.1, 1.2, -0.5, -0.1, 1.2, -0.5, 0.1, 1.3, -0.6, 0.2, 1.3, -0.6, 0.2, 1.3,
        -0.6, 0.2,
      ],
    },
    {
      className: '2',
      channels: 3,
      values: [
        1.1, -0.6, 0.2, 1.1, -0.5, 0.2, 1.3, -0.5, 0.1, 1.2, -0.5, 0, 1.1, -0.5, 0, 1.3, -0.5, -0.1, 1.2,
        -0.8, -0.1, 1.3, -1.1, 0.1, 1.2, -1.2, 0.3, 0.9, -1.2, 0.3, 0.8, -1.2, 0.3, 0.9, -1.2, 0.3, 0.9, -1.3,
        0.5, 0.8, -1.3, 0.5, 0.8, -1.3, 0.6, 0.7, -1.3, 0.7, 0.6, -1.3, 0.7, 0.6, -1.3, 0.8,
      ],
    },
  ],
} satisfies Record<string, ExamplePicture[]>;

/** The first series of each class of generated data. */
export function picturesOf(task: keyof typeof generatedTasks): ExamplePicture[] {
  const dataset = generatedTasks[task](8, 0);
  return dataset.classNames.map((className, label) => ({
    className,
    channels: 1,
    values: rowOf(dataset, dataset.labels.indexOf(label)),
  }));
}
