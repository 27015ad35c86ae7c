import type { ComponentChildren } from 'preact';
import { indexOfLargest, largestMagnitude } from '../../../data/largest';
import type { Scaling } from '../../../data/preparation/preparation';
import { formatPercent } from '../../shared/format';
import { verdictOf } from '../series/verdict';
import { Formulas } from './formula';
import { bracketed, formatNumber, logitNumbers, stepNumbers, stepsWith } from './numbers';
import { type Part, partTitles, type Shown } from './shown';

/** What a part computes: in words, as equations, and with the numbers of the series that is shown. */
export function Explanation({ part, shown }: { part: Part; shown: Shown }) {
  const Content = contents[part];
  return (
    <>
      <h3>{partTitles[part]}</h3>
      <Content {...shown} />
    </>
  );
}

const preparations: Record<Scaling, { text: string; formula: string }> = {
  none: {
    text: 'It sees the values as they are: this model was trained without scaling.',
    formula: 'x_t = s_t',
  },
  max: {
    text: 'First the series is divided by its largest magnitude, so that high and low ones look alike and only the shape counts.',
    formula: 'x_t = frac{s_t}{max_r | s_r |}',
  },
  zscore: {
    text: 'First the series is brought to mean 0 and deviation 1, so that only the shape counts, not its level or size.',
    formula: 'x_t = frac{s_t − μ}{σ}',
  },
  standardise: {
    text: 'First each channel is brought to mean 0 and deviation 1, by figures of all the series it was trained on, so that level and size still count.',
    formula: 'x_t = frac{s_t − μ}{σ}',
  },
};

const contents: Record<Part, (shown: Shown) => preact.JSX.Element> = {
  series: ({ selected, inspection, preparation, step }) => {
    const seen = inspection.prepared.length / inspection.time;
    const value = inspection.prepared[step * seen] ?? 0;
    const original = selected.series[step * selected.channels] ?? 0;
    const { text, formula } = preparations[preparation.scaling];
    const largest = largestMagnitude(selected.series);
    const isDivided = preparation.scaling === 'max' && !preparation.decimation;
    return (
      <>
        <p>
          The network reads the series one step at a time. {text}
          {preparation.differences && ' Beside each value it sees how much that differs from the one before.'}
        </p>
        <Formulas lines={[formula]} />
        <Numbers step={step}>
          <Formulas
            lines={[
              isDivided
                ? `x_{${step}} = frac{${formatNumber(original)}}{${formatNumber(largest)}} = ${formatNumber(value)}`
                : `x_{${step}} = ${formatNumber(value)}`,
            ]}
          />
        </Numbers>
      </>
    );
  },

  lstm: ({ inspection, step }) => {
    const { forward, backward } = stepNumbers(inspection, step);
    return (
      <>
        <p>
          An LSTM walks along the series with a memory c. At each step three gates, numbers between 0 and 1,
          decide what to write to it (i), what to keep (f), and what to show (o). One LSTM walks forwards,
          another backwards, so that each step knows what comes before and after it.
        </p>
        <Formulas
          lines={[
            'i_t = σ ( x_t W_i + h_{t − 1} U_i + b_i )',
            'f_t = σ ( x_t W_f + h_{t − 1} U_f + b_f )',
            'o_t = σ ( x_t W_o + h_{t − 1} U_o + b_o )',
            'g_t = tanh ( x_t W_g + h_{t − 1} U_g + b_g )',
            'c_t = f_t ⊙ c_{t − 1} + i_t ⊙ g_t',
            'h_t = o_t ⊙ tanh ( c_t )',
            'y_t = [ h_t^→ , h_t^← ]',
          ]}
        />
        <Numbers step={step}>
          <p>
            {inspection.features / 2} units per direction. The strongest outputs are{' '}
            {formatNumber(forward.value)} (forwards, unit {forward.unit + 1}) and{' '}
            {formatNumber(backward.value)} (backwards, unit {backward.unit + 1}). Green is above 0, purple
            below.
          </p>
        </Numbers>
      </>
    );
  },

  scores: ({ inspection, step, score }) => {
    const { score: value, largestScore, largestScoreStep } = stepNumbers(inspection, step);
    return (
      <>
        <p>
          {score === 'additive'
            ? 'How much does this step matter? A small layer looks at its outputs, and a learned vector v turns what it finds into one number, the score. The same layer looks at every step.'
            : 'How much does this step matter? A learned vector q is compared with its outputs: the better they match, the higher the score. The same vector is used at every step.'}
        </p>
        <Formulas
          lines={[
            score === 'additive' ? 'e_t = v^⊤ tanh ( W y_t + b )' : 'e_t = frac{q · y_t}{sqrt{"features"}}',
          ]}
        />
        <Numbers step={step}>
          <Formulas lines={[`e_{${step}} = ${formatNumber(value)}`]} />
          <p>
            The largest score is {formatNumber(largestScore)}, at step {largestScoreStep}. A score by itself
            means nothing; what counts is how far it is above the others.
          </p>
        </Numbers>
      </>
    );
  },

  softmax: ({ inspection, step }) => {
    const { exponential, exponentialSum, attention, evenAttention } = stepNumbers(inspection, step);
    return (
      <>
        <p>
          The scores become shares of attention, all above 0, which add up to 100 %. A score that is higher by
          1 makes a share 2.7 times as large, so a few steps can take nearly all.
        </p>
        <Formulas lines={['α_t = frac{exp ( e_t )}{Σ_r exp ( e_r )}']} />
        <Numbers step={step}>
          <Formulas
            lines={[
              `α_{${step}} = frac{${formatNumber(exponential)}}{${formatNumber(exponentialSum)}} = ${formatNumber(attention)}`,
            ]}
          />
          <p>
            (The largest score was subtracted from all first, which changes nothing but keeps the numbers
            small.) Even attention would be {formatPercent(evenAttention)} a step; here{' '}
            {stepsWith(inspection.attention, 0.9)} of {inspection.time} steps have 90 % of it.
          </p>
        </Numbers>
      </>
    );
  },

  context: ({ inspection, step }) => {
    const { context, hidden, features, attention } = inspection;
    const strongest = indexOfLargest(context.map(Math.abs));
    const share = attention[step] ?? 0;
    const output = hidden[step * features + strongest] ?? 0;
    return (
      <>
        <p>
          The outputs of all steps are averaged, each step weighted with its attention. So however long the
          series is, one list of {features} numbers is left: mostly what the BiLSTM said where the attention
          is. The left half comes from the forward direction, the right half from the backward one.
        </p>
        <Formulas lines={['z = Σ_t α_t y_t']} />
        <Numbers step={step}>
          <p>
            The largest is number {strongest + 1}, {formatNumber(context[strongest] ?? 0)}. This step adds to
            it
          </p>
          <Formulas
            lines={[
              `α_{${step}} y_{${step} , ${strongest + 1}} = ${formatNumber(share)} · ${bracketed(output)} = ${formatNumber(share * output)}`,
            ]}
          />
        </Numbers>
      </>
    );
  },

  class: ({ inspection, names }) => {
    const verdict = verdictOf(inspection.probabilities, names);
    const isBinary = inspection.probabilities.length === 1;
    const { towards, away, bias, logit, countTowards, countAway } = logitNumbers(inspection);
    const name = (isBinary ? names[1] : verdict.name) || 'class 1';
    return (
      <>
        <p>
          Each of the {inspection.features} numbers has a learned weight: it speaks for a class or against it.
          Their sum, the logit, becomes a probability. {!isBinary && 'Each class has weights of its own.'}
        </p>
        <Formulas
          lines={
            isBinary
              ? ['p = σ ( w · z + b )', 'σ ( a ) = frac{1}{1 + exp ( − a )}']
              : ['a_k = w_k · z + b_k', 'p_k = frac{exp ( a_k )}{Σ_j exp ( a_j )}']
          }
        />
        <Numbers>
          <p>
            {countTowards} of the numbers speak for “{name}” and add up to {formatNumber(towards)};{' '}
            {countAway} speak against it and add up to {formatNumber(away)}.
          </p>
          <Formulas
            lines={[
              `${formatNumber(towards)} + ${bracketed(away)} + ${bracketed(bias)} = ${formatNumber(logit)}`,
              isBinary
                ? `p = σ ( ${formatNumber(logit)} ) = ${formatNumber(inspection.probabilities[0] ?? 0)}`
                : `p = ${formatNumber(verdict.probability)}`,
            ]}
          />
        </Numbers>
      </>
    );
  },
};

interface NumbersProps {
  /** The step that the numbers belong to; absent: the whole series. */
  step?: number;
  children: ComponentChildren;
}

/** The equation with the current numbers. */
function Numbers({ step, children }: NumbersProps) {
  return (
    <div class="numbers">
      <h4>{step === undefined ? 'For this series' : `At step ${step}`}</h4>
      {children}
    </div>
  );
}
