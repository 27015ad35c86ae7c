import type { SineConfig } from '../../../data/sine-config';

/** How one number of the generator is shown; the slider covers the usual values, the field takes all allowed ones. */
export interface DataControl {
  key: keyof SineConfig;
  label: string;
  help?: string;
  unit?: string;
  min: number;
  max: number;
  step: number;
  logarithmic?: boolean;
}

/** Numbers drawn for each series, from a range in steps. */
export interface RangeGroup {
  name: 'loc' | 'length' | 'freq' | 'amp';
  legend: string;
  help: string;
  unit: string;
  controls: readonly DataControl[];
}

export const sizeControls: readonly DataControl[] = [
  {
    key: 'num_points',
    label: 'Points',
    unit: 'a series',
    help: 'Time steps of each wave. More show finer detail and take longer.',
    min: 20,
    max: 2000,
    step: 1,
    logarithmic: true,
  },
  {
    key: 'dataset_size',
    label: 'Series',
    help: '70 % are for training, 10 % for validation, 20 % for the test.',
    min: 100,
    max: 20_000,
    step: 1,
    logarithmic: true,
  },
  {
    key: 'normal_anomalous_ratio',
    label: 'Normal share',
    help: 'How many of the series are normal; in the others a stretch is frozen.',
    min: 0,
    max: 1,
    step: 0.01,
  },
];

const fraction = { min: 0, max: 1, step: 0.01 };
const fractionStep = { min: 0.01, max: 0.2, step: 0.01 };

export const rangeGroups: readonly RangeGroup[] = [
  {
    name: 'loc',
    legend: 'Frozen stretch: start',
    help: 'Where the frozen stretch begins, as a share of the series: 0 is its start, 1 its end.',
    unit: 'of the series',
    controls: [
      { key: 'min_loc', label: 'Earliest start', ...fraction },
      { key: 'max_loc', label: 'Latest start', ...fraction },
      { key: 'step_loc', label: 'Step between starts', ...fractionStep },
    ],
  },
  {
    name: 'length',
    legend: 'Frozen stretch: length',
    help: 'How long the value stays frozen, as a share of the series; at most to its end.',
    unit: 'of the series',
    controls: [
      { key: 'min_length', label: 'Shortest stretch', ...fraction },
      { key: 'max_length', label: 'Longest stretch', ...fraction },
      { key: 'step_length', label: 'Step between lengths', ...fractionStep },
    ],
  },
  {
    name: 'freq',
    legend: 'Frequency',
    help: 'How often a wave goes up and down over the whole series.',
    unit: 'periods',
    controls: [
      { key: 'min_freq', label: 'Fewest periods', min: 0, max: 20, step: 0.1 },
      { key: 'max_freq', label: 'Most periods', min: 0, max: 20, step: 0.1 },
      { key: 'step_freq', label: 'Step between frequencies', min: 0.01, max: 1, step: 0.01 },
    ],
  },
  {
    name: 'amp',
    legend: 'Amplitude',
    help: 'How high a wave rises above zero.',
    unit: '',
    controls: [
      { key: 'min_amp', label: 'Lowest wave', min: 0, max: 50, step: 0.5 },
      { key: 'max_amp', label: 'Highest wave', min: 0, max: 50, step: 0.5 },
      { key: 'step_amp', label: 'Step between heights', min: 0.01, max: 1, step: 0.01 },
    ],
  },
];
