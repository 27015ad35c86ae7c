import { render } from 'preact';
import '../shared/theme.css';
import './benchmark.css';
import { keptResults } from './kept-results';
import { ResultsPage } from './results-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(<ResultsPage results={keptResults} />, root);
