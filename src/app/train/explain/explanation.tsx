import type { ComponentChildren } from 'preact';
import { indexOfLargest, largestMagnitude } from '../../../data/largest';
import type { Scaling } from '../../../data/preparation/preparation';
import { verdictOf } from '../series/verdict';
import { Formulas } from './formula';
import { bracketed, formatNumber, logitNumbers, softmaxNumbers } from './numbers';
import { type Part, partTitles, type Shown } from './shown';

/** What a part computes: in words, as equations, and with the numbers of the series that is shown. */
export function Explanation({ part, shown }: { part: Part; shown: Shown }) {
  const { text, formulas, numbers } = contents[part](shown);
  return (
    <>
      <h3>{partTitles[part]}</h3>
      <p>{text}</p>
      <Formulas lines={formulas} />
      <div class="numbers">
        <h4>{part === 'class' ? 'For this series' : `At step ${shown.step}`}</h4>
        {numbers}
      </div>
    </>
  );
}

interface Content {
  text: string;
  formulas: string[];
  /** The same with the numbers of the series. */
  numbers: ComponentChildren;
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

const contents: Record<Part, (shown: Shown) => Content> = {
  series: ({ selected, inspection, preparation, step }) => {
    const { scaling, decimation, differences } = preparation;
    const { text, formula } = preparations[scaling];
    const value = inspection.prepared[(step * inspection.prepared.length) / inspection.time] ?? 0;
    const original = selected.series[step * selected.channels] ?? 0;
    const quotient = `frac{${formatNumber(original)}}{${formatNumber(largestMagnitude(selected.series))}} =`;
    const isDivided = scaling === 'max' && !decimation;
    return {
      text: `The network reads the series one step at a time. ${text} ${differences ? 'Beside each value it sees how much that differs from the one before.' : ''}`,
      formulas: [formula],
      numbers: <Formulas lines={[`x_{${step}} = ${isDivided ? quotient : ''} ${formatNumber(value)}`]} />,
    };
  },

  lstm: ({ inspection: { hidden, features }, step }) => {
    const units = features / 2;
    const strongest = (offset: number) => {
      const outputs = hidden.subarray(step * features + offset, step * features + offset + units);
      const unit = indexOfLargest(outputs.map(Math.abs));
      return `${formatNumber(outputs[unit] ?? 0)} (unit ${unit + 1})`;
    };
    return {
      text: 'An LSTM walks along the series with a memory c. At each step three gates, numbers between 0 and 1, decide what to write to it (i), what to keep (f), and what to show (o). One LSTM walks forwards, another backwards, so that each step knows what comes before and after it.',
      formulas: [
        'i_t = σ ( x_t W_i + h_{t − 1} U_i + b_i )',
        'f_t = σ ( x_t W_f + h_{t − 1} U_f + b_f )',
        'o_t = σ ( x_t W_o + h_{t − 1} U_o + b_o )',
        'g_t = tanh ( x_t W_g + h_{t − 1} U_g + b_g )',
        'c_t = f_t ⊙ c_{t − 1} + i_t ⊙ g_t',
        'h_t = o_t ⊙ tanh ( c_t )',
        'y_t = [ h_t^→ , h_t^← ]',
      ],
      numbers: (
        <p>
          {units} units per direction. The strongest outputs are {strongest(0)} forwards and{' '}
          {strongest(units)} backwards. Green is above 0, purple below.
        </p>
      ),
    };
  },

  scores: ({ inspection: { scores }, step, score }) => {
    const largest = indexOfLargest(scores);
    return {
      text:
        score === 'additive'
          ? 'How much does this step matter? A small layer looks at its outputs, and a learned vector v turns what it finds into one number, the score. The same layer looks at every step.'
          : 'How much does this step matter? A learned vector q is compared with its outputs: the better they match, the higher the score. The same vector is used at every step.',
      formulas: [
        score === 'additive' ? 'e_t = v^⊤ tanh ( W y_t + b )' : 'e_t = frac{q · y_t}{sqrt{"features"}}',
      ],
      numbers: (
        <>
          <Formulas lines={[`e_{${step}} = ${formatNumber(scores[step] ?? 0)}`]} />
          <p>
            The largest score is {formatNumber(scores[largest] ?? 0)}, at step {largest}. A score by itself
            means nothing; what counts is how far it is above the others.
          </p>
        </>
      ),
    };
  },

  softmax: ({ inspection, step }) => {
    const { exponential, sum } = softmaxNumbers(inspection, step);
    const share = formatNumber(inspection.attention[step] ?? 0);
    return {
      text: 'The scores become shares of attention, all above 0, which add up to 100 %. A score that is higher by 1 makes a share 2.7 times as large, so a few steps can take nearly all.',
      formulas: ['α_t = frac{exp ( e_t )}{Σ_r exp ( e_r )}'],
      numbers: (
        <>
          <Formulas
            lines={[`α_{${step}} = frac{${formatNumber(exponential)}}{${formatNumber(sum)}} = ${share}`]}
          />
          <p>
            The largest score was subtracted from all first, which changes nothing but keeps the numbers
            small. Even attention would be {formatNumber(1 / inspection.time)} at each step.
          </p>
        </>
      ),
    };
  },

  context: ({ inspection: { context, hidden, features, attention }, step }) => {
    const strongest = indexOfLargest(context.map(Math.abs));
    const share = attention[step] ?? 0;
    const output = hidden[step * features + strongest] ?? 0;
    const product = `${formatNumber(share)} · ${bracketed(output)} = ${formatNumber(share * output)}`;
    return {
      text: `The outputs of all steps are averaged, each step weighted with its attention. So however long the series is, one list of ${features} numbers is left: mostly what the BiLSTM said where the attention is. The left half comes from the forward direction, the right half from the backward one.`,
      formulas: ['z = Σ_t α_t y_t'],
      numbers: (
        <>
          <p>
            The largest is number {strongest + 1}, {formatNumber(context[strongest] ?? 0)}. This step adds to
            it
          </p>
          <Formulas lines={[`α_{${step}} y_{${step} , ${strongest + 1}} = ${product}`]} />
        </>
      ),
    };
  },

  class: ({ inspection: { contributions, bias, probabilities, features }, names }) => {
    const isBinary = probabilities.length === 1;
    const verdict = verdictOf(probabilities, names);
    const { towards, away } = logitNumbers(contributions);
    const logit = formatNumber(towards.sum + away.sum + bias);
    return {
      text: `Each of the ${features} numbers has a learned weight: it speaks for a class or against it. Their sum, the logit, becomes a probability. ${isBinary ? '' : 'Each class has weights of its own.'}`,
      formulas: isBinary
        ? ['p = σ ( w · z + b )', 'σ ( a ) = frac{1}{1 + exp ( − a )}']
        : ['a_k = w_k · z + b_k', 'p_k = frac{exp ( a_k )}{Σ_j exp ( a_j )}'],
      numbers: (
        <>
          <p>
            {towards.count} of the numbers speak for “{(isBinary ? names[1] : verdict.name) || 'class 1'}” and
            add up to {formatNumber(towards.sum)}; {away.count} speak against it and add up to{' '}
            {formatNumber(away.sum)}.
          </p>
          <Formulas
            lines={[
              `${formatNumber(towards.sum)} + ${bracketed(away.sum)} + ${bracketed(bias)} = ${logit}`,
              isBinary
                ? `p = σ ( ${logit} ) = ${formatNumber(probabilities[0] ?? 0)}`
                : `p = ${formatNumber(verdict.probability)}`,
            ]}
          />
        </>
      ),
    };
  },
};
