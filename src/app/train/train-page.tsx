import { DataPanel } from './data/data-panel';
import { Gallery } from './data/gallery';
import { DeviceNote } from './device-note';
import { ExplainSection } from './explain/explain-section';
import { KeepSection } from './keep/keep-section';
import { ResumeOffer } from './keep/resume-offer';
import { ModelPanel } from './model/model-panel';
import { ResultsSection } from './results/results-section';
import { useApp } from './state/app';
import { ControlBar } from './training/control-bar';
import { Curves } from './training/curves';
import { LiveAttention } from './training/live-attention';
import { TrySection } from './try/try-section';

/** What was wrong with the address that the page was opened with. */
function AddressProblem() {
  const { settings } = useApp();
  const problem = settings.addressProblem.value;
  if (!problem) return null;
  return (
    <p class="problem" role="alert" data-problem="address">
      {problem} The page uses its usual values there.
    </p>
  );
}

/** What the page is for, with the data that it has now. */
function Hero() {
  const isOwn = useApp().data.file.value !== null;
  return (
    <div class="hero">
      <h1>Teach a network to {isOwn ? 'tell your series apart' : 'spot what is wrong'}</h1>
      <p class="lead">
        {isOwn
          ? 'A small neural network learns the classes of your series'
          : 'Some of these waves were held flat for a while. A small neural network learns to tell which'}
        , here in your browser, on your graphics card, and shows you where in each {isOwn ? 'series' : 'wave'}{' '}
        it looked.
      </p>
    </div>
  );
}

/** From data to a trained model, and why it answers as it does, on one page. */
export function TrainPage() {
  return (
    <>
      <a class="skip" href="#train">
        Skip to the training
      </a>
      <header class="top">
        <nav aria-label="Pages">
          <strong>Gatewave</strong>
          <a href="index.html" aria-current="page">
            Train
          </a>
          <a href="benchmark.html">Benchmark</a>
        </nav>
        <Hero />
        <AddressProblem />
        <DeviceNote />
        <ResumeOffer />
      </header>
      <ControlBar />
      <div class="workbench">
        <div class="settings">
          <DataPanel />
          <ModelPanel />
        </div>
        <div class="main">
          <Gallery />
          <Curves />
          <LiveAttention />
        </div>
      </div>
      <ResultsSection />
      <TrySection />
      <ExplainSection />
      <KeepSection />
    </>
  );
}
