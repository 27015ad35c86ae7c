import { useMemo, useState } from 'preact/hooks';
import type { Dataset } from '../../../data/dataset';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatPercent } from '../../shared/format';
import { className } from '../series/class-name';
import { useApp } from '../state/app';
import { CalibrationChart } from './calibration-chart';
import { CurveChart } from './curve-chart';
import { hardestClasses, mostCurves, operatingPoint, rankingCurves } from './ranking-curves';
import type { CurvePoint } from './thin-curve';
import { ThresholdControl } from './threshold-control';
import './ranking.css';

/** What other thresholds would give. */
export function RankingPanel() {
  const { results } = useApp();
  const current = results.results.value;
  const report = results.report.value;
  /** The class whose curves were asked for; null: those of the hardest. */
  const [choice, setChoice] = useState<number | null>(null);
  const chosen = choice !== null && choice < (report?.classes.length ?? 0) ? choice : null;
  const curves = useMemo(() => {
    if (!current || !report) return null;
    return rankingCurves(
      current.test,
      current.predictions,
      chosen === null ? hardestClasses(report) : [chosen],
    );
  }, [current, chosen]);
  if (!current || !report || !curves) return null;
  const { test } = current;
  const isBinary = report.classNames.length === 2;
  const marks = isBinary ? operatingPoint(report.confusion) : { roc: null, precisionRecall: null };
  const positive = isBinary ? className(test, 1) : 'the class';
  const positives = test.labels.reduce((total, label) => total + (label === 1 ? 1 : 0), 0) / test.count;
  return (
    <div class={`ranking ${isBinary ? 'has-threshold' : ''}`}>
      {isBinary ? (
        <ThresholdControl test={test} predictions={current.predictions} />
      ) : (
        <>
          <p>
            With {report.classNames.length} classes the most probable one is the answer, so there is no
            threshold to set. Each line is one class against all others.
          </p>
          {report.classNames.length > mostCurves && (
            <ClassChoice test={test} report={report} chosen={chosen} onChoose={setChoice} />
          )}
        </>
      )}
      <div class="curve-pair">
        {curves.roc.length > 0 ? (
          <CurveChart
            title="ROC curve"
            help={`Finding more ${isBinary ? `${positive} series` : 'series of a class'} costs more false alarms. Top left is perfect.`}
            xLabel={isBinary ? `wrongly called ${positive}` : 'false alarms'}
            yLabel={isBinary ? `${positive} series found` : 'found'}
            curves={curves.roc}
            guess={{ from: [0, 0], to: [1, 1] }}
            mark={marks.roc}
            describe={(point) =>
              `${thresholdOf(point)}${formatPercent(point.y)} found, ${formatPercent(point.x)} false alarms`
            }
          />
        ) : (
          <p class="quiet">No ROC curve: all test series belong to one class.</p>
        )}
        {curves.precisionRecall.length > 0 ? (
          <CurveChart
            title="Precision and recall"
            help={`How many of the series called ${isBinary ? positive : 'a class'} really are. Top right is perfect.`}
            xLabel={isBinary ? `recall: ${positive} series found` : 'recall'}
            yLabel={isBinary ? 'precision: alarms that are right' : 'precision'}
            curves={curves.precisionRecall}
            guess={isBinary ? { from: [0, positives], to: [1, positives] } : undefined}
            mark={marks.precisionRecall}
            describe={(point) =>
              point.x === 0 && point.y === 1
                ? `${thresholdOf(point)}none is called ${positive}`
                : `${thresholdOf(point)}precision ${formatPercent(point.y)}, recall ${formatPercent(point.x)}`
            }
          />
        ) : (
          <p class="quiet">No precision-recall curve: no test series is {positive}.</p>
        )}
        <CalibrationChart calibration={report.calibration} temperature={results.temperature.value} />
      </div>
    </div>
  );
}

interface ClassChoiceProps {
  test: Dataset;
  report: ClassificationReport;
  chosen: number | null;
  onChoose(label: number | null): void;
}

/** Which classes' curves are drawn, where there are too many for one picture. */
function ClassChoice({ test, report, chosen, onChoose }: ClassChoiceProps) {
  return (
    <label class="field curve-choice">
      Curves of
      <select
        name="curve-class"
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : Number(value))}
      >
        <option value="">the {mostCurves} classes that it tells apart worst</option>
        {report.classes.map(({ rocAuc }, label) =>
          rocAuc === null ? null : (
            <option key={label} value={label}>
              {className(test, label)} (ROC AUC {rocAuc.toFixed(4)})
            </option>
          ),
        )}
      </select>
    </label>
  );
}

function thresholdOf({ threshold }: CurvePoint): string {
  if (Number.isNaN(threshold)) return 'Now: ';
  return Number.isFinite(threshold) ? `Threshold ${threshold.toFixed(3)}: ` : 'Above every probability: ';
}
