import type { ComponentChildren } from 'preact';
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
  const isLarge = names.length > mostCells;
  const Table = isLarge ? Mistakes : Matrix;
  return (
    <div class="confusion stack">
      <h3>Which were mistaken for which</h3>
      <p class="quiet">
        {isLarge &&
          `The commonest mistakes among ${names.length} classes; report.json has the whole matrix. `}
        Select a number to see its series.
      </p>
      <Table report={report} names={names} onShow={onShow} />
    </div>
  );
}

/** Cells coloured by their share of the class: large ones that say it, too, or small ones for many classes. */
function Matrix({ report: { confusion, classes, classNames }, names, onShow }: ConfusionProps) {
  const isRoomy = names.length <= mostRoomy;
  return (
    <ScrollTable class={isRoomy ? 'roomy' : 'compact'} label="Which were mistaken for which">
      <thead>
        <tr>
          <td class="corner">true ↓ called →</td>
          {names.map((name, k) => (
            <th scope="col" key={classNames[k]}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {confusion.map((row, label) => {
          const support = classes[label]?.support ?? 0;
          return (
            <tr key={classNames[label]}>
              <th scope="row">
                {names[label]}
                {isRoomy && <small>{formatCount(support)} series</small>}
              </th>
              {row.map((count, predicted) => {
                const share = support === 0 ? 0 : count / support;
                return (
                  <td key={classNames[predicted]} class={label === predicted ? 'hit' : ''}>
                    {count === 0 && !isRoomy ? (
                      <span class="quiet">·</span>
                    ) : (
                      <Cell {...{ label, predicted, count, share, names, onShow }}>
                        {isRoomy && (
                          <small>
                            <span aria-hidden="true">{label === predicted ? '✓ ' : '✗ '}</span>
                            {support === 0 ? '–' : formatPercent(share)}
                          </small>
                        )}
                      </Cell>
                    )}
                  </td>
                );
              })}
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
    <ScrollTable
      class="mistakes"
      label="The commonest mistakes"
      columns={['Series', 'of class', 'taken for']}
    >
      <tbody>
        {pairs.slice(0, mostPairs).map(({ label, predicted, count }) => (
          <tr key={`${label}-${predicted}`}>
            <td>
              <Cell {...{ label, predicted, count, names, onShow }} share={0} />
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
  /** Of the class's series, which colours the cell. */
  share: number;
  names: readonly string[];
  onShow: Show;
  /** Below the count. */
  children?: ComponentChildren;
}

/** A count that leads to its series. */
function Cell({ label, predicted, count, share, names, onShow, children }: CellProps) {
  const series = `series that ${count === 1 ? 'is' : 'are'} ${names[label]}`;
  return (
    <button
      type="button"
      name={`cell-${label}-${predicted}`}
      style={{ '--share': `${Math.round(100 * share)}%` }}
      onClick={() => onShow(label, predicted)}
    >
      <span class="count">{formatCount(count)}</span>
      <span class="visually-hidden">
        {' '}
        {series}, called {names[predicted]}: show them.{' '}
      </span>
      {children}
    </button>
  );
}
