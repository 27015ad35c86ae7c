import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './glossary.css';

/** What the words mean that cannot be avoided. */
const meanings = {
  attention:
    'How much each moment of a series counts towards the answer. The shares of all moments add up to 1. It is part of how the network computes, and no proof of why it answers as it does.',
  epoch: 'One pass through all the training series.',
  loss: 'How wrong the network’s probabilities are: 0 if it is sure and right every time, 0.69 if it tosses a coin between two classes, more if it is sure and wrong.',
  seed: 'The number that all chance comes from: the waves, the split, the first weights. The same seed on the same device gives the same run.',
  validation:
    'Series that the network does not learn from. They show during the training whether it also copes with what it has not seen, and which epoch to keep.',
} as const;

interface TermProps {
  word: keyof typeof meanings;
  /** As it stands in the sentence; default: the word. */
  children?: ComponentChildren;
}

/** A word that says what it means when it is pressed. */
export function Term({ word, children }: TermProps) {
  const id = useId();
  return (
    <>
      <button type="button" class="term" popovertarget={id} title="What does this mean?">
        {children ?? word}
      </button>
      <span popover id={id} class="meaning" role="note">
        <strong>{word}</strong> {meanings[word]}
      </span>
    </>
  );
}
