import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './stage.css';
import { useApp } from '../state/app';
import { AnswerPanel } from './answer-panel';
import { Doubt } from './doubt';
import { StagePlot } from './stage-plot';
import { Tools } from './tools';
import { stageWords } from './words';

interface StageProps {
  /** Beside the plot once the network learns. */
  learning: ComponentChildren;
  /** Below the plot. */
  children: ComponentChildren;
}

/** One large series with a network at work on it: to try, to doubt, and to watch it learn. */
export function Stage({ learning, children }: StageProps) {
  const { run, data, model, shared, stage } = useApp();
  const status = run.status.value;
  const words = stageWords(status, {
    isOwn: data.file.value !== null,
    isLoaded: model.file.value !== null,
    shared: shared.result.value?.record ?? null,
    isDoubting: stage.isDoubting.value,
  });
  const isLearning = status !== 'idle' && status !== 'ended';
  const section = useRef<HTMLElement>(null);
  // On a phone Train is below the plot, where nobody would see what it does.
  useEffect(() => {
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (isLearning && top < -innerHeight / 4) section.current?.scrollIntoView();
  }, [isLearning]);
  return (
    <section
      class="stage"
      id="try"
      aria-labelledby="stage-title"
      ref={section}
      data-phase={isLearning ? 'learning' : status}
    >
      <div class="stage-head">
        <h1 id="stage-title">{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <div class="card stage-card">
        <StagePlot />
        <AnswerPanel>
          {status !== 'idle' && learning}
          <div class="doubt-place">
            {!isLearning && (
              <>
                <Doubt />
                <Further />
              </>
            )}
          </div>
        </AnswerPanel>
        <Tools />
        {children}
      </div>
    </section>
  );
}

/** Leads to the network's parts, with this series going through them. */
function Further() {
  const { stage } = useApp();
  if (!stage.live.answer.value || stage.isDoubting.value) return null;
  return <a href="#explain">How it came to that</a>;
}
