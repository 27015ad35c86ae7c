import * as Plot from '@observablehq/plot';
import type { Region } from '../data/dataset';
import { channelOf, mostLanes } from './shared/channels';

/** A series, and where a model looked in it. */
export interface AttentionPlotSpec {
  title: string;
  /** [time, channels] */
  series: ArrayLike<number>;
  /** Default: one channel without a name. */
  channelNames?: readonly string[];
  /** [time]; adds up to 1. */
  attention: ArrayLike<number>;
  /** Marked stretches of the series. */
  regions?: readonly Region[];
}

/** From the palette of Okabe and Ito, whose colours can be told apart with every kind of colour blindness. */
const colours = { attention: '#d55e00', region: '#f0e442' };
/** Those of the page's light theme. */
const channelColours = ['#0072b2', '#00785a', '#b0487f', '#8a7400', '#4c4c55', '#6a4fb8'];
const font = 'system-ui, sans-serif';
const width = 800;
const margins = { marginLeft: 64, marginRight: 20 };
const headHeight = 52;
/** A single channel's, and the least of each of several. */
const [signalHeight, laneHeight] = [210, 64];
const attentionHeight = 150;

/**
 * Draws the signal and, below it on the same time axis, the attention; marked regions are shaded through both. The SVG
 * is self-contained: it needs no style sheet and has a white background.
 * @param document makes the elements; default: the page's.
 */
export function drawAttentionPlot(
  spec: AttentionPlotSpec,
  document: Document = globalThis.document,
): SVGSVGElement {
  const { channelNames = ['signal'] } = spec;
  const lanes = Math.min(channelNames.length, mostLanes);
  const lane = Math.max(laneHeight, signalHeight / lanes);
  const height = headHeight + lanes * lane + attentionHeight;
  const svg = element(document, 'svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'font-family': font,
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const title = element(document, 'title', {});
  title.textContent = spec.title;
  svg.append(
    title,
    element(document, 'rect', { width, height, fill: 'white' }),
    ...drawHead({ ...spec, document }),
  );
  for (let channel = 0; channel < lanes; channel++) {
    svg.append(place(drawSignal({ ...spec, document }, channel, lane), headHeight + channel * lane));
  }
  svg.append(place(drawAttention({ ...spec, document }), headHeight + lanes * lane));
  return svg;
}

type Drawn = AttentionPlotSpec & { document: Document };

function drawSignal(
  { series, channelNames = ['signal'], attention, regions, document }: Drawn,
  channel: number,
  height: number,
): SVGSVGElement {
  const channels = channelNames.length;
  const isOnly = channels === 1;
  return panel(height, attention.length, {
    document,
    marginBottom: isOnly ? 14 : 4,
    ...(!isOnly && { marginTop: 8 }),
    x: { axis: null },
    y: { label: channelNames[channel] ?? '', labelArrow: 'none', nice: true, ticks: isOnly ? 5 : 2 },
    marks: [
      ...shade(regions),
      Plot.ruleY([0], { stroke: '#bbb' }),
      Plot.lineY(channelOf(series, channels, channel), {
        x: (_, step) => step,
        y: (value) => value,
        stroke: channelColours[channel % channelColours.length] as string,
        strokeWidth: 1.75,
      }),
    ],
  });
}

function drawAttention({ attention, regions, document }: Drawn): SVGSVGElement {
  const step = { x: (_: number, index: number) => index };
  return panel(attentionHeight, attention.length, {
    document,
    marginBottom: 40,
    x: { label: 'Time step', labelAnchor: 'center', labelArrow: 'none' },
    y: { label: 'Attention', labelArrow: 'none', nice: true, ticks: 4, zero: true },
    marks: [
      ...shade(regions),
      Plot.areaY(attention, { ...step, y: (value) => value, fill: colours.attention, fillOpacity: 0.25 }),
      Plot.lineY(attention, { ...step, y: (value) => value, stroke: colours.attention, strokeWidth: 1.75 }),
      Plot.ruleY([0], { stroke: '#888' }),
    ],
  });
}

function panel(panelHeight: number, time: number, options: Plot.PlotOptions): SVGSVGElement {
  return Plot.plot({
    ...margins,
    ...options,
    width,
    height: panelHeight,
    x: { ...options.x, domain: [0, Math.max(1, time - 1)] },
    y: { ...options.y, grid: true },
    style: { fontFamily: font, fontSize: '12px', background: 'none', color: '#333' },
  }) as SVGSVGElement;
}

function shade(regions: AttentionPlotSpec['regions'] = []): Plot.Markish[] {
  if (regions.length === 0) return [];
  // A step extends half the way to its neighbours.
  const x1 = ({ start }: Region) => start - 0.5;
  const x2 = ({ end }: Region) => end - 0.5;
  return [Plot.rectX(regions, { x1, x2, fill: colours.region, fillOpacity: 0.35, clip: true })];
}

/** The title, and below it the legend. */
function drawHead({ title, channelNames = ['signal'], regions = [], document }: Drawn): SVGElement[] {
  const heading = element(document, 'text', {
    x: margins.marginLeft,
    y: 20,
    'font-size': 15,
    'font-weight': 600,
    fill: '#222',
  });
  heading.textContent = title;
  const entries = [
    ...(channelNames.length === 1
      ? [{ name: channelNames[0] as string, colour: channelColours[0] as string, opacity: 1 }]
      : []),
    { name: 'attention', colour: colours.attention, opacity: 1 },
    ...[...new Set(regions.map(({ name }) => name))].map((name) => ({
      name,
      colour: colours.region,
      opacity: 0.6,
    })),
  ];
  const key = entries.flatMap(({ name, colour, opacity }, index) => {
    const x = margins.marginLeft + index * 96;
    const label = element(document, 'text', { x: x + 18, y: 42, 'font-size': 12, fill: '#333' });
    label.textContent = name;
    return [
      element(document, 'rect', { x, y: 33, width: 12, height: 10, fill: colour, 'fill-opacity': opacity }),
      label,
    ];
  });
  return [heading, ...key];
}

function place(inner: SVGSVGElement, y: number): SVGSVGElement {
  inner.setAttribute('y', String(y));
  return inner;
}

function element<Name extends 'svg' | 'rect' | 'text' | 'title'>(
  document: Document,
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
