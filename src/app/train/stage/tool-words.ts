import type { EditorMode } from '../state/editor';

/** What a tool is called, and what it has done to a stretch. */
export const toolWords: Record<EditorMode, { name: string; done: string }> = {
  hold: { name: 'Hold', done: 'held' },
  erase: { name: 'Erase', done: 'erased' },
  swap: { name: 'Swap', done: 'swapped' },
  stretch: { name: 'Stretch', done: 'stretched' },
  draw: { name: 'Draw', done: 'drawn' },
};

/** What became of a stretch. @param otherClass the class of the series that it was swapped with. */
export function changeWords(mode: EditorMode, otherClass: string | null): string {
  if (mode === 'hold') return 'held still';
  return mode === 'swap' ? `swapped with “${otherClass}”` : toolWords[mode].done;
}
