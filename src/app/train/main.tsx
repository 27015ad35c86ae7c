import { render } from 'preact';
import 'uplot/dist/uPlot.min.css';
import './train.css';
import { openSession } from '../session-worker';
import { TrainPage } from './train-page';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
/** `?backend=cpu` or `?backend=webgpu` in the address chooses; otherwise WebGPU is taken where it is there. */
const backend = new URLSearchParams(location.search).get('backend');
const choice = backend === 'cpu' || backend === 'webgpu' ? backend : 'auto';
render(<TrainPage session={openSession()} choice={choice} />, root);
