import { useApp } from './state/app';
import { type Step, steps } from './state/steps';

const labels: Record<Step, string> = { try: 'Try', learn: 'Learn', yours: 'Yours', details: 'Details' };

/** The pages, and the steps of a visit, of which the one that is due is marked. */
export function Top() {
  const { dueStep } = useApp();
  return (
    <header class="top">
      <nav aria-label="Pages">
        <a class="home" href="index.html" aria-current="page">
          Gatewave
        </a>
        <a href="benchmark.html">Benchmark</a>
      </nav>
      <nav aria-label="Steps">
        <ol class="row steps">
          {steps.map((step, i) => (
            <li key={step} class={i < steps.indexOf(dueStep.value) ? 'done' : ''}>
              <a href={`#${step}`} aria-current={step === dueStep.value ? 'step' : undefined}>
                {labels[step]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </header>
  );
}
