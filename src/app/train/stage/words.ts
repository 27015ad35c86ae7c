import type { RunStatus } from '../state/run';
import type { RunRecord } from '../state/run-record';

/** What stands above the stage. */
export interface StageWords {
  title: string;
  lead: string;
}

/** What the page shows at this moment, in a headline and a sentence or two. */
export function stageWords(
  status: RunStatus,
  {
    isOwn,
    isLoaded,
    shared,
    isDoubting,
  }: { isOwn: boolean; isLoaded: boolean; shared: Pick<RunRecord, 'file'> | null; isDoubting: boolean },
): StageWords {
  const series = isOwn || shared?.file ? 'series' : 'wave';
  if (isDoubting) {
    return {
      title: 'Does it really look there?',
      lead: `Attention is only what the network says of itself. So hide a stretch of the ${series}, drag it about, and see whether the answer holds.`,
    };
  }
  if (shared) {
    return {
      title: 'A trained network, as it was sent to you',
      lead: `It came with the link and answers here, in your browser. Drag across the ${series}, and see what it says.`,
    };
  }
  if (status === 'ended') {
    return {
      title: 'This is what it has learned',
      lead: `The network shown is the one that did best on series it does not train on. ${isOwn ? 'Change this series' : 'Hold another piece of the wave'}, and see what it says.`,
    };
  }
  if (status !== 'idle') {
    return {
      title: 'It has forgotten everything, and is learning',
      lead: `It is told only which ${series === 'wave' ? 'waves' : 'series'} belong to which class, not why. The orange hill, its attention, is flat at first.`,
    };
  }
  if (isLoaded) {
    return {
      title: 'Your network at work',
      lead: `Drag across the ${series}, and see what it says.`,
    };
  }
  if (isOwn) {
    return {
      title: 'Teach a network to tell your series apart',
      lead: 'It learns the classes here, in your browser, and shows where in each series it looks.',
    };
  }
  return {
    title: 'Hold a piece of the wave. The network will notice.',
    lead: 'A small neural network has read this wave and says whether a stretch of it stood still. The orange hill is where it looked. Drag across the wave to hold another piece.',
  };
}
