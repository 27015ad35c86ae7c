import { useApp } from '../state/app';
import { article } from '../state/presets';

const sources: [text: string, address: string][] = [
  [`${article.author} 2025, ${article.title} (the task of the waves)`, article.link],
  ['Hochreiter & Schmidhuber 1997, Long short-term memory', 'https://doi.org/10.1162/neco.1997.9.8.1735'],
  ['Schuster & Paliwal 1997, Bidirectional recurrent neural networks', 'https://doi.org/10.1109/78.650093'],
  [
    'Bahdanau, Cho & Bengio 2015, Neural machine translation by jointly learning to align and translate',
    'https://arxiv.org/abs/1409.0473',
  ],
  [
    'Vaswani et al. 2017, Attention is all you need (the scaled dot score)',
    'https://arxiv.org/abs/1706.03762',
  ],
  ['Jain & Wallace 2019, Attention is not explanation', 'https://arxiv.org/abs/1902.10186'],
];

/** Why this model for these series, what its attention does not prove, and who thought of its parts. */
export function Essay() {
  const { data } = useApp();
  const isOwn = data.file.value !== null;
  const thing = isOwn ? 'pattern' : 'frozen stretch';
  return (
    <div class="essay">
      <div class="essay-text">
        <h3>Why attention suits {isOwn ? 'patterns' : 'frozen stretches'} that may be anywhere</h3>
        <p>
          {isOwn
            ? 'What tells the classes of your series apart may be anywhere in them, and may be short.'
            : 'What gives a frozen stretch away is small: a few steps where the wave stops, and where it starts again.'}{' '}
          A network without attention answers from its last state. What it saw early on must then survive
          every step that follows, hundreds of them, and learning to carry it that far is hard.
        </p>
        <p>
          Attention is a shortcut. Every step is scored in the same way wherever it is, the steps that matter
          get most of the weight, and they reach the answer directly. So what was learned from a {thing} at
          the beginning also finds one at the end.
        </p>
        <p>
          A word of caution: attention shows which states the answer was averaged from. It is a good hint, not
          always an explanation. Each state has walked along the whole series, so a step far from the {thing}{' '}
          may still know of it, and a network can answer correctly while looking elsewhere.
        </p>
      </div>
      <details class="sources">
        <summary>Where these ideas come from</summary>
        <ul>
          {sources.map(([text, address]) => (
            <li key={address}>
              <a href={address} rel="noreferrer">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
