import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { channelOf, signalStyle } from '../../shared/channels';
import { areaPath, linePath, ticks } from '../../shared/chart-geometry';
import { SeriesPlot } from '../../shared/series-plot';
import { attentionTop, focusOf, sayFocus } from '../series/attention';
import { type DrawnPoint, type Edit, flatStretches } from '../series/drawing';
import { TimeAxis } from '../series/time-axis';
import type { LiveAnswer } from '../series/use-live-inspection';
import type { Editor } from './editor';
import { type PlotFrame, pointAt, xOf, yOf } from './plot-geometry';

const width = 1000;
const height = 300;

interface SeriesEditorProps {
  editor: Editor;
  live: { answer: ReadonlySignal<LiveAnswer | null> };
}

/** The plot that is dragged over: the series, and behind it where the model looks. */
export function SeriesEditor({ editor, live }: SeriesEditorProps) {
  const time = editor.time.value;
  const frame: PlotFrame = { width, height, time, range: editor.range.value, padding: 22 };
  const found = live.answer.value;
  const attention = found?.inspection.time === time ? found.inspection.attention : null;
  const stretches = flatStretches(editor.drawing.value, time);
  const surprise = editor.surprise.value;
  if (surprise?.flat && editor.isRevealed.value) {
    const { start, length } = surprise.flat;
    stretches.push({ start, end: Math.min(time, start + length) });
  }
  const [low, high] = frame.range;
  const names = editor.channelNames.value;
  const channel = editor.channel.value;
  const drawn = channelOf(editor.series.value, names.length, channel);
  const colour = signalStyle(channel, names.length);
  const focus = attention && focusOf(attention);
  const x = (step: number) => xOf(frame, step);
  const flats = stretches.map(({ start, end }) => `${start} to ${end - 1}`).join(', ');
  return (
    <figure class="series-editor">
      <div class="plane" data-mode={editor.mode.value}>
        <svg
          class="series-plot"
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${names.length === 1 ? 'Your series' : `${names[channel]} of your series`} of ${time} steps${flats && `, held flat at steps ${flats}`}. ${focus ? sayFocus(focus, time) : ''}`}
          {...useDrag(editor, frame)}
        >
          {stretches.map(({ start, end }) => (
            <rect
              key={start}
              class="region"
              x={x(start)}
              width={Math.max(2, x(end - 1) - x(start))}
              y={0}
              height={height}
            />
          ))}
          {low <= 0 && high >= 0 && (
            <line class="zero" x1={0} x2={width} y1={yOf(frame, 0)} y2={yOf(frame, 0)} />
          )}
          {attention && <path class="attention" d={attentionArea(attention, x)} />}
          <path class="signal" style={colour} d={linePath(drawn, x, (value) => yOf(frame, value))} />
        </svg>
        {!editor.isTouched.value && (
          <p class="drag-hint" aria-hidden="true">
            {editor.mode.value === 'flatten' ? 'Drag across the line to hold it flat' : 'Draw over the line'}
          </p>
        )}
      </div>
      <TimeAxis ticks={ticks(0, time - 1, 5).filter(Number.isInteger)} placeOf={(step) => x(step) / width} />
      {names.length > 1 && (
        <SeriesPlot
          label={`All ${names.length} channels of your series`}
          series={editor.series.value}
          channels={names.length}
          {...(attention && { attention, attentionTop: attentionTop(attention) })}
        />
      )}
      <figcaption>
        <ul class="legend">
          <li class="of-signal" style={colour}>
            {names.length === 1 ? 'series' : names[channel]}
          </li>
          <li class="of-attention">attention</li>
          <li class="of-region">held flat</li>
        </ul>
        <span class="where">{focus ? sayFocus(focus, time) : ''}</span>
      </figcaption>
    </figure>
  );
}

function attentionArea(attention: Float32Array, x: (step: number) => number): string {
  const top = attentionTop(attention);
  return areaPath(attention, x, (weight) => height * (1 - weight / top), height);
}

/** Handlers for a drag with a mouse, a pen or a finger. */
function useDrag(editor: Editor, frame: PlotFrame) {
  /** Where the drag began; null when there is none. */
  const start = useRef<DrawnPoint | null>(null);
  /** The flat that this drag makes. */
  const dragged = useRef<Edit | null>(null);
  const at = (event: PointerEvent, plot: Element): DrawnPoint => {
    const { left, top, width: w, height: h } = plot.getBoundingClientRect();
    return pointAt(frame, ((event.clientX - left) / w) * width, ((event.clientY - top) / h) * height);
  };
  const end = () => {
    start.current = null;
    dragged.current = null;
  };
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const plot = event.currentTarget as Element;
      plot.setPointerCapture(event.pointerId);
      start.current = at(event, plot);
      if (editor.mode.value === 'draw') editor.begin({ kind: 'draw', points: [start.current] });
    },
    onPointerMove(event: PointerEvent) {
      if (!start.current) return;
      const plot = event.currentTarget as Element;
      if (editor.mode.value === 'draw') {
        const between = event.getCoalescedEvents?.() ?? [];
        editor.drawOn((between.length > 0 ? between : [event]).map((one) => at(one, plot)));
        return;
      }
      const [from] = start.current;
      const [to] = at(event, plot);
      // A click alone holds nothing.
      if (!dragged.current && to === from) return;
      const edit: Edit = { kind: 'flatten', from, to };
      if (dragged.current) editor.change(edit);
      else editor.begin(edit);
      dragged.current = edit;
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
