import { render } from 'preact';
import '../shared/theme.css';
import './benchmark.css';
import type { BenchmarkResult } from '../../benchmark/result';
import { ResultsPage } from './results-page';

// Part of the page since it was built: it shows them without a network, a worker or a GPU.
const files = import.meta.glob<BenchmarkResult>('../../../bench/results/*.json', {
  eager: true,
  import: 'default',
});

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(<ResultsPage results={Object.values(files)} />, root);
