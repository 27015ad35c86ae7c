import { Fold } from '../shared/fold';
import { percentOf } from '../shared/format';
import { DataSettings } from './data/data-settings';
import { YoursSection } from './data/yours-section';
import { ExplainSection } from './explain/explain-section';
import { KeepSection } from './keep/keep-section';
import { ResumeOffer } from './keep/resume-offer';
import { ModelPanel } from './model/model-panel';
import { RecordPanel } from './record/record-panel';
import { ResultsSection } from './results/results-section';
import { useApp } from './state/app';
import { Curves } from './training/curves';

/** Below the first screen: series of one's own, and everything there is to know, folded. */
export function LowerPage() {
  return (
    <>
      <ResumeOffer />
      <YoursSection>
        <RecordPanel />
      </YoursSection>
      <section class="stack details" id="details" aria-labelledby="details-title">
        <h2 id="details-title">Details</h2>
        <Fold id="results" title="How well it does" note={<ResultsNote />}>
          {() => <ResultsSection />}
        </Fold>
        <Fold id="curves" title="How it learned" note="loss and accuracy, epoch by epoch">
          {() => <Curves />}
        </Fold>
        <Fold id="explain" title="How it decides" note="the six parts of the network, with their equations">
          {() => <ExplainSection />}
        </Fold>
        <Fold id="settings" title="All settings" note="the data, the network, and how it is trained">
          {() => (
            <div class="settings">
              <DataSettings />
              <ModelPanel />
            </div>
          )}
        </Fold>
        <Fold id="keep" title="Keep" note="a link, the model, a report, earlier runs">
          {() => <KeepSection />}
        </Fold>
      </section>
    </>
  );
}

/** By itself, so that what is in the fold is not drawn again for each figure. */
function ResultsNote() {
  const report = useApp().results.report.value;
  return (
    <>{report ? `${percentOf(report.accuracy)} of the test series right` : 'once it has been trained'}</>
  );
}
