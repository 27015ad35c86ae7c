import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SeriesPlot } from '../../shared/series-plot';
import { useApp } from '../state/app';
import type { ExamplePicture } from '../state/example-pictures';
import { type Example, examples } from '../state/examples';

/** Small data sets to begin with, in place of the waves. */
export function ExampleCards() {
  const { data } = useApp();
  const problem = useSignal('');
  const fetching = useSignal('');
  async function take(example: Example): Promise<void> {
    problem.value = '';
    fetching.value = example.name;
    try {
      await data.read(await example.files());
    } catch {
      problem.value = `${example.name} could not be fetched. Are you online?`;
    } finally {
      fetching.value = '';
    }
  }
  return (
    <div class="stack examples">
      <h3>Or one of these</h3>
      <ul class="example-list">
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              name="example"
              disabled={fetching.value !== '' || data.progress.value !== null}
              onClick={() => void take(example)}
            >
              {example.name}
              <small>{example.question}</small>
              <Picture example={example} />
              <small>{example.size}</small>
            </button>
            <p class="quiet">
              <a href={example.source.address}>{example.source.name}</a>,{' '}
              <a href={example.license.address}>{example.license.name}</a>
            </p>
          </li>
        ))}
      </ul>
      {problem.value && (
        <p class="field-problem" role="alert">
          {problem.value}
        </p>
      )}
    </div>
  );
}

/** A series of each of two classes, side by side. */
function Picture({ example }: { example: Example }) {
  const pictures = useSignal<ExamplePicture[]>([]);
  // Each in a task of its own: some are generated.
  useEffect(() => {
    setTimeout(() => {
      pictures.value = example.picture();
    });
  }, [pictures, example]);
  return (
    <span class="example-picture">
      {pictures.value.map(({ className, values, channels }) => (
        <SeriesPlot
          key={className}
          label={`A series of class ${className}`}
          series={values}
          channels={channels}
          height={48}
        />
      ))}
    </span>
  );
}
