import { render } from 'preact';
import '../shared/theme.css';
import './benchmark.css';
import { BenchmarkPage } from './benchmark-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(<BenchmarkPage />, root);
