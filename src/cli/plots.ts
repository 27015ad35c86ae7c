import { join } from 'node:path';
import type { AttentionPlotSpec } from '../app/attention-plot';
import { channelNamesOf, type Dataset } from '../data/dataset';
import { indexOfLargest } from '../data/largest';
import { isSineDataset } from '../data/sine-dataset';
import type { Predictions } from '../model/network/evaluation';
import { predictedClasses } from '../model/report/metrics/output';
import { writeOutput } from './files';

const plotPrefix = 'attention-';
/** More plots than this are counted, not named. */
const mostNamed = 8;

/** A plot and the name of its files, without the ending. */
export interface NamedPlot {
  name: string;
  spec: AttentionPlotSpec;
}

/**
 * One test series of each class with its attention: the first that was predicted correctly or, if there is none, the
 * first. With generated series, class 0 is "normal" and class 1 "anomalous".
 */
export function choosePlots(test: Dataset, predictions: Predictions): NamedPlot[] {
  const { labels, classNames, time, channels, lengths } = test;
  const isSine = isSineDataset(test);
  const predicted = predictedClasses({ labels, probabilities: predictions.probabilities, classNames });
  const called = isSine ? ['normal', 'anomalous'] : classNames;
  return classNames.flatMap((_, label) => {
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    const row = rows.find((candidate) => predicted[candidate] === label) ?? rows[0];
    if (row === undefined) return [];
    const steps = lengths?.[row] ?? time;
    const regions = test.regions?.[row];
    const verdict = `predicted ${called[predicted[row]!]}`;
    return [
      {
        name: plotPrefix + (isSine ? called[label] : `class-${label}`),
        spec: {
          title: `Test series ${row}, ${called[label]}: ${verdict}, probability ${certainty(predictions, row).toFixed(3)}`,
          series: test.series.subarray(row * time * channels, (row * time + steps) * channels),
          channelNames: channelNamesOf(test),
          attention: predictions.attention.subarray(row * time, row * time + steps),
          ...(regions && { regions }),
        },
      },
    ];
  });
}

/** The names of a run's files in a line: many plots are told by how many they are. */
export function listFiles(files: readonly string[]): string {
  const plots = files.filter((file) => file.startsWith(plotPrefix));
  if (plots.length <= mostNamed) return files.join(', ');
  const others = files.filter((file) => !plots.includes(file));
  return `${others.join(', ')}, ${plots.length} attention plots (${plots[0]} to ${plots.at(-1)})`;
}

/** Draws each plot and writes it as SVG and PNG; returns the names of the files. */
export async function writePlots(folder: string, plots: readonly NamedPlot[]): Promise<string[]> {
  // Not loaded before it is needed: it brings a library for plots, and one for pictures.
  const { drawPlot } = await import('./draw');
  const written: string[] = [];
  for (const { name, spec } of plots) {
    const { svg, png } = drawPlot(spec);
    await writeOutput(join(folder, `${name}.svg`), svg);
    await writeOutput(join(folder, `${name}.png`), png);
    written.push(`${name}.svg`, `${name}.png`);
  }
  return written;
}

/** Probability of the class that was predicted. */
function certainty({ outputs, probabilities }: Predictions, row: number): number {
  const shares = probabilities.subarray(row * outputs, (row + 1) * outputs);
  return outputs === 1 ? Math.max(shares[0]!, 1 - shares[0]!) : shares[indexOfLargest(shares)]!;
}
