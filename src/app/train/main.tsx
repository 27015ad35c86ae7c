import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './train.css';
import { openSession } from '../session-worker';
import { TrainPage } from './train-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(<TrainPage session={openSession()} />, root);
