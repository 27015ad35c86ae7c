import { render } from 'preact';
import { BenchmarkPage } from './benchmark-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(<BenchmarkPage />, root);
