import { channelOf, signalStyle } from '../../shared/channels';
import { areaPath, linePath, ticks } from '../../shared/chart-geometry';
import { Term } from '../../shared/glossary';
import { SeriesPlot, type Stretch } from '../../shared/series-plot';
import { attentionTop, focusOf, sayFocus } from '../series/attention';
import { TimeAxis } from '../series/time-axis';
import { useApp } from '../state/app';
import { Handles } from './handles';
import { type PlotFrame, xOf, yOf } from './plot-geometry';
import { changeWords, toolWords } from './tool-words';
import { useDrag } from './use-drag';

const width = 1000;
const height = 300;
/** Height of the strip that shows occlusion. */
const stripHeight = 48;

/** The plot that is dragged over: the series, behind it where the network looks, below it what the answer needs. */
export function StagePlot() {
  const { editor, stage } = useApp();
  const time = editor.time.value;
  const frame: PlotFrame = { width, height, time, range: editor.range.value, padding: 22 };
  const isDoubting = stage.isDoubting.value;
  const masked = stage.masked.value;
  const found = (masked ? stage.liveMasked : stage.live).answer.value;
  const attention = found?.inspection.time === time ? found.inspection.attention : null;
  const changed = editor.changed.value;
  const hidden = isDoubting ? stage.hidden.value : null;
  const names = editor.channelNames.value;
  const channel = editor.channel.value;
  const all = masked ?? editor.series.value;
  const x = (step: number) => xOf(frame, step);
  const y = (value: number) => yOf(frame, value);
  const line = (series: Float32Array) => linePath(channelOf(series, names.length, channel), x, y);
  const colour = signalStyle(channel, names.length);
  const [low, high] = frame.range;
  const mode = editor.mode.value;
  const set = (stretch: Stretch) => {
    if (isDoubting) stage.hidden.value = stretch;
    else editor.change(stretch);
  };
  const drag = useDrag({
    frame,
    stretch: isDoubting ? hidden : changed,
    onStretch: set,
    pen: mode === 'draw' && !isDoubting ? { begin: editor.draw, go: editor.drawOn } : null,
  });
  const said = [
    `${names.length === 1 ? 'A series' : `${names[channel]} of a series`} of ${time} steps`,
    changed &&
      `${changeWords(changed.kind, editor.otherClass.value)} from step ${changed.start} to ${changed.end - 1}`,
    hidden && `hidden from step ${hidden.start} to ${hidden.end - 1}`,
  ];
  return (
    <figure class="stage-plot">
      <div class="plane" data-mode={isDoubting ? 'hide' : mode}>
        <svg
          class="series-plot"
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${said.filter(Boolean).join(', ')}. ${attention ? sayFocus(focusOf(attention), time) : ''}`}
          {...drag}
        >
          {changed && <Band class="region" frame={frame} stretch={changed} />}
          {low <= 0 && high >= 0 && <line class="zero" x1={0} x2={width} y1={y(0)} y2={y(0)} />}
          {attention && <path class="attention" d={attentionArea(attention, x)} />}
          {masked && <path class="signal was" d={line(editor.series.value)} />}
          <path class="signal" style={colour} d={line(all)} />
          {hidden && <Band class="hidden" frame={frame} stretch={hidden} />}
        </svg>
        {isDoubting
          ? hidden && <Handles frame={frame} stretch={hidden} what="hidden" onStretch={set} />
          : changed && (
              <Handles frame={frame} stretch={changed} what={toolWords[changed.kind].done} onStretch={set} />
            )}
      </div>
      {isDoubting && <Strip time={time} />}
      <TimeAxis ticks={ticks(0, time - 1, 5).filter(Number.isInteger)} placeOf={(step) => x(step) / width} />
      {names.length > 1 && (
        <SeriesPlot
          label={`All ${names.length} channels of the series`}
          series={all}
          channels={names.length}
          {...(attention && { attention, attentionTop: attentionTop(attention) })}
        />
      )}
      <figcaption>
        <ul class="legend">
          <li class="of-signal" style={colour}>
            {names.length === 1 ? 'series' : names[channel]}
          </li>
          <li class="of-attention">
            <span>
              <Term word="attention" />: where it looks
            </span>
          </li>
          {isDoubting && <li class="of-occlusion">occlusion: what its answer needs</li>}
          {changed && <li class="of-region">{changeWords(changed.kind, editor.otherClass.value)}</li>}
        </ul>
      </figcaption>
    </figure>
  );
}

interface BandProps {
  class: string;
  frame: PlotFrame;
  stretch: Stretch;
}

function Band({ class: name, frame, stretch: { start, end } }: BandProps) {
  const left = xOf(frame, start);
  return (
    <rect class={name} x={left} width={Math.max(2, xOf(frame, end - 1) - left)} y={0} height={frame.height} />
  );
}

/** How far the answer falls where a stretch is hidden, step by step; its space is there before it is known. */
function Strip({ time }: { time: number }) {
  const { stage } = useApp();
  const effect = stage.occlusion.value?.effect;
  const frame: PlotFrame = { width, height: stripHeight, time, range: [0, 1], padding: 0 };
  const top = effect ? Math.max(1, ...effect) : 1;
  return (
    <svg
      class="occlusion-strip series-plot"
      viewBox={`0 0 ${width} ${stripHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {effect?.length === time && (
        <path
          class="occlusion"
          d={areaPath(
            effect,
            (step) => xOf(frame, step),
            (fall) => stripHeight * (1 - Math.max(0, fall) / top),
            stripHeight,
          )}
        />
      )}
    </svg>
  );
}

function attentionArea(attention: Float32Array, x: (step: number) => number): string {
  const top = attentionTop(attention);
  return areaPath(attention, x, (weight) => height * (1 - weight / top), height);
}
