import { useSignal } from '@preact/signals';
import { useApp } from '../state/app';
import { type Example, examples, fetchExample } from '../state/examples';

/** Public data sets to begin with, in place of the generator's series. */
export function ExampleCards() {
  const { data } = useApp();
  const problem = useSignal('');
  const fetching = useSignal('');
  async function take(example: Example): Promise<void> {
    problem.value = '';
    fetching.value = example.name;
    try {
      await data.read(await fetchExample(example));
    } catch {
      problem.value = `${example.name} could not be fetched. Are you online?`;
    } finally {
      fetching.value = '';
    }
  }
  return (
    <div class="examples">
      <h3>Or public data</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              name="example"
              disabled={fetching.value !== '' || data.progress.value !== null}
              onClick={() => void take(example)}
            >
              {example.name}
              <small>{example.hint}</small>
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
