import { DataError } from '../../errors';
import { DatasetBuilder } from '../dataset-builder';
import type { DataFile, Progress, Reading, ReadOptions } from '../format';
import { isArray } from '../numpy/header';
import { labelIgnored } from '../own-labels';
import { isText } from '../table/text';
import { findFolders, findTable, type Layout } from './layout';
import { type Matrix, readMatrix } from './matrix';

/**
 * Reads files that are one series each: a folder a class, or with a table that says which label each has.
 * @returns undefined when the files are not arranged so.
 */
export async function readOneASeries(
  files: readonly DataFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<Reading | undefined> {
  if (files.length < 2) return undefined;
  const layout =
    (await findTable(files, options)) ?? (await findFolders(files, (head) => isArray(head) || isText(head)));
  return layout && (await readSeries(layout, options, progress));
}

async function readSeries(layout: Layout, options: ReadOptions, progress: Progress): Promise<Reading> {
  const inAll = layout.series.reduce((sum, { file }) => sum + file.size, 0);
  const guesses = new Set(layout.guesses);
  let first: Matrix | undefined;
  let builder: DatasetBuilder | undefined;
  let missing = 0;
  let read = 0;
  for (const { file, label, group, place } of layout.series) {
    const matrix = await readMatrix(file, options);
    first ??= matrix;
    builder ??= new DatasetBuilder({
      channels: matrix.channels,
      channelNames: matrix.names,
      classNames: options.classNames,
    });
    checkSame(first, matrix, layout.series[0]?.file.name as string, file.name);
    const facts = {
      ...(options.label !== 'none' && { label }),
      group,
      id: file.name.replace(/\.[^./]+$/, ''),
    };
    builder.add(matrix.values.length / matrix.channels, facts, () => place).set(matrix.values);
    for (const value of matrix.values) if (Number.isNaN(value)) missing += 1;
    for (const guess of matrix.guesses) guesses.add(guess);
    read += file.size;
    progress(read, inAll);
  }
  if (!builder) throw new DataError('The table names no files.');
  return {
    dataset: builder.build(layout.about),
    found: {
      format: 'one-a-series',
      label: options.label === 'none' ? null : layout.label,
      missing,
      guesses: [...guesses],
      warnings:
        layout.label === 'folder'
          ? [...layout.warnings, ...labelIgnored('The files', options, 'their folders are the labels')]
          : layout.warnings,
    },
  };
}

function checkSame(first: Matrix, other: Matrix, firstName: string, name: string): void {
  const isSame = other.channels === first.channels && String(other.names) === String(first.names);
  if (isSame) return;
  const describe = ({ channels, names }: Matrix): string =>
    names
      ? `the channels ${names.slice(0, 8).join(', ')}`
      : `${channels} ${channels === 1 ? 'channel' : 'channels'}`;
  throw new DataError(
    `${name} has ${describe(other)}; ${firstName} has ${describe(first)}. All series must have the same.`,
  );
}
