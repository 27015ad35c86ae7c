/** What every file format is made of; see `readDataset`, which goes through the list of them. */
import type { Dataset } from '../dataset';

/** A file, wherever it is: on a disk, in a browser, inside an archive. */
export interface DataFile {
  /** Its name, with the folders below the one that was named or dropped: `walking/001.csv`. */
  name: string;
  /** In bytes. */
  size: number;
  /** The bytes [start, end); `end` is at most `size`. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** What the user says about the files; all that is absent is guessed from them, and what was guessed is told. */
export interface ReadOptions {
  /** Where the label is: the first or the last column, nowhere, or the column or field of this name. */
  label?: 'first' | 'last' | 'none' | (string & {});
  /** The same for files with columns, where nothing is said: where it was in the series that these go with. */
  usualLabel?: string;
  /** Whether the first row of a table holds names. */
  header?: boolean;
  /** What a row of a table is: a series, or a moment of one. */
  rows?: 'series' | 'moments';
  /**
   * Columns of a table by name or, where it has no header, by number (1-based): the series a row belongs to, its
   * moment, and the channels.
   */
  id?: string;
  time?: string;
  channels?: readonly string[];
  /** Column whose equal values must end in the same part, such as a person. */
  group?: string;
  /** Cuts a log, a row a moment, into windows of this many steps; never done without being asked for. */
  window?: number;
  /** Steps from one window to the next; absent: the window's length. */
  stride?: number;
  /** Smallest share that a window's most frequent label must have; a window with less is left out. Absent: 0. */
  purity?: number;
  /** Order of the axes of an array of numbers: series, channels, time or series, time, channels. */
  axes?: 'nct' | 'ntc';
  /** The classes that labels may be, in the order of their indices, such as a model's. Absent: those in the files. */
  classNames?: readonly string[];
  /** Length of the series that are asked for, such as a model's: a table of just as many columns has no label. */
  steps?: number;
}

/** What was found in the files, with the choices that were made. */
export interface Found {
  /** Name of the format, such as `csv` or `csv-long`. */
  format: string;
  /** Where the labels are: 'first', 'last' or a column's name; null: the series have none, or the format has one place for them. */
  label: string | null;
  /** Missing values within the series. */
  missing: number;
  /** The choices that were guesses, a sentence each, with the option that changes it. */
  guesses: string[];
  /** What to know before using the series, a sentence each, with advice. */
  warnings: string[];
}

export interface Reading {
  dataset: Dataset;
  found: Found;
}

/** Hears how far the reading is; ends it by throwing, which `AbortSignal.throwIfAborted` does. */
export type Progress = (bytesRead: number, bytesInAll: number) => void;

export interface Format {
  name: string;
  /** Whether its files have columns, any of which may be the label. */
  hasColumns?: boolean;
  /**
   * Whether the file is of this format, by its content; the name may only decide between formats whose content
   * looks the same.
   * @param head the file's first bytes, up to 64 KiB.
   */
  recognise(head: Uint8Array, fileName: string): boolean;
  /** @throws DataError with file, line and column of the first thing that is wrong, and what was expected there. */
  read(file: DataFile, options: ReadOptions, progress: Progress): Promise<Reading>;
}
