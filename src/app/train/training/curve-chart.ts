import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartColors, onThemeChange, readColors } from './chart-colors';
import type { Curve, CurveView } from './curve-view';

export interface ChartOptions {
  kind: 'loss' | 'accuracy';
  height: number;
  /** Called when the pointer moves; with null when it leaves. */
  onHover(step: number | null): void;
}

/** A chart of one quantity over the steps of a run. */
export interface CurveChart {
  draw(view: CurveView): void;
  /** Marks a step with a line; null removes it. */
  mark(step: number | null): void;
  destroy(): void;
}

const font = '12px system-ui, sans-serif';

/**
 * Draws into an element and follows its width and the theme. The loss shows the epochs above, the accuracy the steps
 * below.
 */
export function createCurveChart(place: HTMLElement, { kind, height, onHover }: ChartOptions): CurveChart {
  let colors: ChartColors = readColors(place);
  let view: CurveView | null = null;
  let marked: number | null = null;
  const isLoss = kind === 'loss';
  const guessing = () => {
    if (!view) return null;
    return isLoss ? view.guessing : Math.exp(-view.guessing);
  };
  const plot = new uPlot(
    {
      width: Math.max(1, place.clientWidth),
      height,
      padding: [isLoss ? 0 : 10, 18, isLoss ? 8 : 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: false, y: false },
        sync: { key: 'training', scales: ['x', null] },
      },
      scales: {
        x: { time: false, range: () => [0, view?.lastStep ?? 100] },
        y: { range: () => [0, isLoss ? (view?.lossTop ?? 1) : 1] },
      },
      axes: axesOf(
        isLoss,
        () => colors,
        () => view,
      ),
      series: [
        {},
        { stroke: () => transparent(colors.quiet), width: 1, points: { show: false } },
        { stroke: () => colors.ink, width: 2, points: { show: false } },
        {
          stroke: () => colors.validation,
          width: 2,
          spanGaps: true,
          points: { show: true, size: 6, fill: () => colors.validation, stroke: () => colors.validation },
        },
      ],
      hooks: {
        drawAxes: [
          (chart) => {
            const level = guessing();
            if (level !== null) drawLevel(chart, level, colors);
          },
        ],
        draw: [
          (chart) => {
            if (marked !== null) drawMark(chart, marked, colors);
          },
        ],
        setCursor: [
          (chart) => {
            const left = chart.cursor.left ?? -1;
            onHover(left < 0 ? null : Math.max(1, Math.round(chart.posToVal(left, 'x'))));
          },
        ],
      },
    },
    [[], [], [], []],
    place,
  );
  const sizes = new ResizeObserver(() => plot.setSize({ width: Math.max(1, place.clientWidth), height }));
  sizes.observe(place);
  const endTheme = onThemeChange(() => {
    colors = readColors(place);
    plot.redraw();
  });
  return {
    draw(next) {
      view = next;
      const { columns }: Curve = next[kind];
      plot.setData([columns.step, columns.training, columns.smooth, columns.validation]);
    },
    mark(step) {
      marked = step;
      plot.redraw(false);
    },
    destroy() {
      endTheme();
      sizes.disconnect();
      plot.destroy();
    },
  };
}

/** Steps below or none, values at the left, epochs above. The colours and what is drawn change. */
function axesOf(isLoss: boolean, colors: () => ChartColors, view: () => CurveView | null): uPlot.Axis[] {
  const quiet = () => colors().quiet;
  const line = () => colors().line;
  return [
    {
      show: !isLoss,
      side: 2,
      stroke: quiet,
      font,
      size: 26,
      gap: 4,
      space: 60,
      grid: { show: false },
      ticks: { show: true, stroke: line, size: 4, width: 1 },
      values: (_, steps) => steps.map((step) => (Number.isInteger(step) ? step.toLocaleString('en') : '')),
    },
    {
      stroke: quiet,
      font,
      size: 46,
      gap: 6,
      grid: { stroke: line, width: 1 },
      ticks: { show: false },
      ...(isLoss
        ? { space: 34, values: (_: uPlot, ticks: number[]) => ticks.map((tick) => tick.toFixed(1)) }
        : {
            splits: () => [0, 0.25, 0.5, 0.75, 1],
            values: (_: uPlot, ticks: number[]) => ticks.map((tick) => `${100 * tick} %`),
          }),
    },
    {
      scale: 'x',
      side: 0,
      stroke: quiet,
      font,
      size: isLoss ? 22 : 0,
      gap: 4,
      grid: { stroke: line, width: 1 },
      ticks: { show: false },
      splits: () => view()?.marks.map(({ step }) => step) ?? [],
      values: () => view()?.marks.map(({ value }) => (isLoss ? `${value}` : '')) ?? [],
    },
  ];
}

function transparent(color: string): string {
  return color.replace(/^rgb\((.*)\)$/, (_, parts: string) =>
    parts.includes(',') ? `rgba(${parts}, 0.45)` : `rgb(${parts} / 0.45)`,
  );
}

/** A dashed line that shows what guessing gets. */
function drawLevel(chart: uPlot, level: number, colors: ChartColors): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const y = Math.round(chart.valToPos(level, 'y', true));
  ctx.save();
  ctx.strokeStyle = colors.quiet;
  ctx.fillStyle = colors.quiet;
  ctx.lineWidth = ratio;
  ctx.setLineDash([5 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = `${12 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ctx.fillText('guessing', bbox.left + bbox.width - 4 * ratio, y - 3 * ratio);
  ctx.restore();
}

function drawMark(chart: uPlot, step: number, colors: ChartColors): void {
  const { ctx, bbox } = chart;
  const x = Math.round(chart.valToPos(step, 'x', true));
  ctx.save();
  ctx.strokeStyle = colors.accent;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
