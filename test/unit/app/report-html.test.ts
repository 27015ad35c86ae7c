import { describe, expect, it } from 'vitest';
import { curvesFile } from '../../../src/app/train/keep/chart-svg';
import { describeTest, type ReportContent } from '../../../src/app/train/keep/report-content';
import { reportHtml } from '../../../src/app/train/keep/report-html';
import type { Dataset } from '../../../src/data/dataset';
import { sineMetadata } from '../../../src/data/sine-dataset';
import type { Predictions } from '../../../src/model/network/evaluation';
import { classificationReport } from '../../../src/model/report/metrics/report';
import { temperatureScaling } from '../../../src/model/report/metrics/temperature';
import { testResults } from '../../../src/model/report/run-report';
import type { EpochEvent } from '../../../src/model/training/events';
import { uneven } from '../../support/predictions';

const time = 4;
const wave = { amp: 1, freq: 1, loc: 1, length: 2 };
const test: Dataset = {
  count: 4,
  time,
  channels: 1,
  series: Float32Array.from({ length: 16 }, (_, i) => Math.sin(i)),
  labels: Int32Array.from([0, 1, 1, 0]),
  classNames: ['0', '1'],
  ...sineMetadata(
    ([0, 1, 1, 0] as const).map((label) => ({ ...wave, label })),
    time,
  ),
};
const predictions: Predictions = {
  count: 4,
  time,
  outputs: 1,
  probabilities: Float32Array.from([0.125, 0.875, 0.25, 0.75]),
  attention: Float32Array.from({ length: 16 }, (_, i) => [0.1, 0.6, 0.2, 0.1][i % 4]!),
  loss: 0.4321,
};
const predicted = [0, 1, 0, 1];
const epoch = (number: number): EpochEvent => ({
  type: 'epoch',
  epoch: number,
  trainLoss: 0.7 / number,
  trainAccuracy: 0.5,
  validationLoss: 0.8 / number,
  validationAccuracy: 0.625,
  learningRate: 1e-3,
  seconds: 1,
  improved: true,
});

function content(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    title: 'A network',
    date: '25 November',
    link: 'https://example.org/?a=1&b=2',
    data: 'Waves.',
    facts: [['Steps', '1,234']],
    recipe: [['units', '32']],
    epochs: [epoch(1), epoch(2)],
    results: testResults(test, predictions, { temperature: null, agreement: null }),
    threshold: 0.5,
    ...describeTest(test, predictions, predicted),
    ...changes,
  };
}

describe('the HTML report', () => {
  it('has the numbers of the run, with both confusions and both errors', () => {
    const html = reportHtml(content());
    for (const text of ['1,234', '0.4321', '50.0 %', '0.4000', '2 of 4 test series were misclassified.']) {
      expect(html).toContain(text);
    }
    expect(html).toMatch(/<th scope="row">normal<\/th><td class="hit"[^>]*>1<\/td><td[^>]*>1<\/td>/);
    expect(html).toContain('<th scope="row">3</th><td>flattened</td><td>normal</td><td>75.0 %</td>');
  });

  it('leads with balanced accuracy where the classes are uneven, and says what guessing gives', () => {
    const test = { loss: 1, ...classificationReport(uneven) };
    const results = {
      test,
      temperature: temperatureScaling(uneven, uneven),
      localisation: null,
      agreement: null,
    };
    const html = reportHtml(content({ results, classNames: uneven.classNames }));
    expect(html.indexOf('<dt>Balanced accuracy</dt><dd>80.6 %')).toBeLessThan(html.indexOf('<dt>Accuracy'));
    expect(html).toMatch(/95 % interval \d+\.\d % to \d+\.\d %/);
    expect(html).toContain('Always answering a, the largest class, would be right for 66.7 % of them.');
    expect(html).toContain('the expected calibration error is 0.2083');
    expect(html).toContain('dividing its logits by the temperature 0.39 would bring the error to 0.1437');
    // The ROC AUC of class b.
    expect(html).toContain('<td>0.9630</td><td>3</td>');
  });

  it('has the commonest mistakes in place of a matrix of many classes', () => {
    const classNames = Array.from({ length: 40 }, (_, k) => `class ${k}`);
    const labels = [...classNames.keys()];
    // Each is taken for the next.
    const probabilities = labels.flatMap((label) => labels.map((k) => (k === (label + 1) % 40 ? 1 : 0)));
    const test = { loss: 1, ...classificationReport({ labels, classNames, probabilities }) };
    const html = reportHtml(
      content({ results: { test, temperature: null, localisation: null, agreement: null }, classNames }),
    );
    expect(html).toContain('The 30 commonest of 40 kinds of mistakes');
    expect(html).toContain('<th scope="row">class 0</th><td>class 1</td><td>1</td>');
    expect(html).not.toContain('called class');
  });

  it('escapes names wherever they stand, and the link', () => {
    // Short enough for the name of a class to be shown whole.
    const evil = `<img onerror="f('1')">&`;
    const named: Dataset = { ...test, classNames: [evil, 'b'] };
    delete named.about;
    const html = reportHtml(
      content({
        title: evil,
        date: evil,
        data: evil,
        link: `https://example.org/?"onclick="x`,
        facts: [[evil, evil]],
        recipe: [[evil, evil]],
        results: testResults(named, predictions, { temperature: null, agreement: null }),
        ...describeTest(named, predictions, predicted),
      }),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('"onclick');
    expect(html.match(/&lt;img onerror=&quot;f\(&#39;1&#39;\)&quot;&gt;&amp;/g)?.length).toBeGreaterThan(9);
  });

  it('needs nothing beside it: no script, no address but the link', () => {
    const html = reportHtml(content());
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=/);
    expect(html.match(/https?:[^"<]+/g)).toEqual(['https://example.org/?a=1&amp;b=2']);
  });

  it('describes each picture in words', () => {
    const html = reportHtml(content());
    const pictures = html.match(/<svg[^>]*>/g) ?? [];
    expect(pictures).toHaveLength(2 + 4);
    for (const picture of pictures) expect(picture).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect(html).toContain('The frozen stretch is from step 1 to 2. The attention is highest at step 1.');
  });

  it('says so when the run was not tested', () => {
    const html = reportHtml(
      content({ results: null, series: [], errors: [], errorCount: 0, classNames: [] }),
    );
    expect(html).toContain('This run was not tested.');
    expect(html).not.toContain('misclassified');
  });
});

describe('the series of the report', () => {
  it('are one of each class that was classified correctly, then the wrong ones, the most certain first', () => {
    const sure = { ...predictions, probabilities: Float32Array.from([0.125, 0.875, 0.25, 0.9]) };
    const { series, errors, errorCount } = describeTest(test, sure, predicted);
    expect(series.map(({ title }) => title.match(/\d+/)?.[0])).toEqual(['1', '2', '4', '3']);
    expect(series.map(({ isRight }) => isRight)).toEqual([true, true, false, false]);
    expect(errors.map(({ number }) => number)).toEqual([4, 3]);
    expect(errorCount).toBe(2);
  });

  it('have the flat only where the series was held flat', () => {
    const { series } = describeTest(test, predictions, predicted);
    expect(series.map(({ regions }) => regions.map(({ start, end }) => [start, end]))).toEqual([
      [],
      [[1, 3]],
      [[1, 3]],
      [],
    ]);
  });
});

describe('the file of the curves', () => {
  it('is one self-contained SVG, also for a run of one epoch', () => {
    for (const epochs of [[epoch(1)], [epoch(1), epoch(2)]]) {
      const svg = curvesFile(epochs);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
      expect(svg).toContain('<style>');
      expect(svg).not.toMatch(/NaN|Infinity|var\(/);
    }
  });
});
