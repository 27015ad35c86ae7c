import type { ComponentChildren } from 'preact';
import { isSineDataset } from '../../../data/sine-dataset';
import { mistakes } from '../../../model/report/metrics/confusion';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatCount, formatPercent } from '../../shared/format';
import { ScrollTable } from '../../shared/scroll-table';
import { className } from '../series/class-name';
import { useApp } from '../state/app';

/** With more classes, cells have room for their count alone. */
const mostRoomy = 4;
/** With more classes, a matrix is too large to look at. */
const mostCells = 30;
/** The most pairs of classes that stand in for it. */
const mostPairs = 20;

/** Shows the series of a true and a predicted class. */
type Show = (label: number, predicted: number) => void;

interface ConfusionProps {
  report: ClassificationReport;
  /** As shown. */
  names: string[];
  onShow: Show;
}

/** How many series of each class were called which; each number leads to its series. */
export function ConfusionTable({ onShow }: { onShow: Show }) {
  const { results } = useApp();
  const report = results.report.value;
  const test = results.results.value?.test;
  if (!report || !test) return null;
  const names = report.classNames.map((_, label) => className(test, label));
  const classes = names.length;
  const Table = classes > mostCells ? Mistakes : classes > mostRoomy ? CompactMatrix : RoomyMatrix;
  return (
    <div class="confusion">
      <h3 id="confusion-title">Which were mistaken for which</h3>
      <p class="quiet">
        {classes > mostCells
          ? `The commonest mistakes among ${classes} classes; report.json has the whole matrix. `
          : ''}
        Select a number to see its series.
      </p>
      <Table report={report} names={names} isSine={isSineDataset(test)} onShow={onShow} />
    </div>
  );
}

/** Large cells with counts and shares. */
function RoomyMatrix({ report, names, isSine, onShow }: ConfusionProps & { isSine: boolean }) {
  return (
    <div class="scroll">
      <table aria-labelledby="confusion-title">
        <thead>
          <tr>
            <td />
            {names.map((name, k) => (
              <th scope="col" key={report.classNames[k]}>
                called {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.confusion.map((row, label) => {
            const support = report.classes[label]?.support ?? 0;
            return (
              <tr key={report.classNames[label]}>
                <th scope="row">
                  {isSine ? '' : 'class '}
                  {names[label]}
                  <small>{formatCount(support)} series</small>
                </th>
                {row.map((count, predicted) => {
                  const share = support === 0 ? 0 : count / support;
                  return (
                    <td key={report.classNames[predicted]}>
                      <Cell {...{ label, predicted, count, share, names, onShow }}>
                        <small>
                          <span aria-hidden="true">{label === predicted ? '✓ ' : '✗ '}</span>
                          {support === 0 ? '–' : formatPercent(share)}
                        </small>
                      </Cell>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Small cells, coloured by their share of the class; what never happened is not a button. */
function CompactMatrix({ report, names, onShow }: ConfusionProps) {
  return (
    <ScrollTable class="compact" label="Which were mistaken for which">
      <thead>
        <tr>
          <td class="corner">true ↓ called →</td>
          {names.map((name, k) => (
            <th scope="col" key={report.classNames[k]}>
              <span class="upright">{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.confusion.map((row, label) => {
          const support = report.classes[label]?.support ?? 0;
          return (
            <tr key={report.classNames[label]}>
              <th scope="row">{names[label]}</th>
              {row.map((count, predicted) => (
                <td key={report.classNames[predicted]} class={label === predicted ? 'hit' : ''}>
                  {count === 0 ? (
                    <span class="never">·</span>
                  ) : (
                    <Cell {...{ label, predicted, count, names, onShow }} share={count / support} />
                  )}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}

/** The pairs of classes that were confused most often. */
function Mistakes({ report, names, onShow }: ConfusionProps) {
  const pairs = mistakes(report.confusion);
  if (pairs.length === 0) return <p>No series was taken for one of another class.</p>;
  return (
    <ScrollTable class="mistakes" label="The commonest mistakes">
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col">of class</th>
          <th scope="col">taken for</th>
        </tr>
      </thead>
      <tbody>
        {pairs.slice(0, mostPairs).map(({ label, predicted, count }) => (
          <tr key={`${label}-${predicted}`}>
            <td>
              <Cell {...{ label, predicted, count, names, onShow }} />
            </td>
            <td>{names[label]}</td>
            <td>{names[predicted]}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

interface CellProps {
  label: number;
  predicted: number;
  count: number;
  /** Of the class's series, which colours the cell of a matrix; absent outside of one. */
  share?: number;
  names: readonly string[];
  onShow: Show;
  /** Below the count, which is then a large one. */
  children?: ComponentChildren;
}

/** A count that leads to its series. */
function Cell({ label, predicted, count, share, names, onShow, children }: CellProps) {
  const inMatrix = share !== undefined && {
    class: 'confusion-cell',
    style: { '--share': `${Math.round(100 * share)}%` },
  };
  return (
    <button
      type="button"
      name={`cell-${label}-${predicted}`}
      onClick={() => onShow(label, predicted)}
      {...inMatrix}
    >
      {children ? <span class="count">{formatCount(count)}</span> : formatCount(count)}
      <span class="visually-hidden">{describe(names, label, predicted, count)}</span>
      {children}
    </button>
  );
}

/** What follows a count for those who cannot see where it stands. */
function describe(names: readonly string[], label: number, predicted: number, count: number): string {
  const series = `series that ${count === 1 ? 'is' : 'are'} ${names[label]}`;
  return ` ${series}, called ${names[predicted]}: show them. `;
}
