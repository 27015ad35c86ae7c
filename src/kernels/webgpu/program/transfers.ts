/**
 * Brings copies and clears together. Each one ends the compute pass, and the next dispatch begins another, which costs the host
 * about as much as a dispatch: so they are moved next to one another where nothing in between minds.
 */
import type { Pass } from '../plan';
import { touched } from './place';

/**
 * The same passes in an order with the same results. The start of a program is as good a place as beside a transfer.
 *
 * @param bufferOf the buffer of a value that shares it with others: what is done to one of them is done to all.
 */
export function gatherTransfers(
  passes: readonly Pass[],
  bufferOf: (value: string) => string | undefined,
): Pass[] {
  const opposed: Opposed = (a, b) => {
    const places = (pass: Pass) =>
      touched(pass).map(({ value, writes }) => ({ place: bufferOf(value) ?? value, writes }));
    const others = places(b);
    return places(a).some(({ place, writes }) =>
      others.some((other) => other.place === place && (writes || other.writes)),
    );
  };
  const moved: Pass[] = [];
  for (const pass of sunk(raised(passes, opposed), opposed)) {
    const joined = joinedClear(moved.at(-1), pass);
    if (joined) moved.pop();
    moved.push(joined ?? pass);
  }
  return moved;
}

/** Whether one of two passes writes what the other touches. */
type Opposed = (a: Pass, b: Pass) => boolean;

/** Each transfer as early as beside another one, or at the start. */
function raised(passes: readonly Pass[], opposed: Opposed): Pass[] {
  const result: Pass[] = [];
  for (const pass of passes) {
    let place = result.length;
    if (pass.kind !== 'dispatch') {
      for (let at = place; at > 0 && !opposed(result[at - 1]!, pass); at--) {
        // Elsewhere it would only end another compute pass.
        if (at === 1 || result[at - 2]!.kind !== 'dispatch') place = at - 1;
      }
    }
    result.splice(place, 0, pass);
  }
  return result;
}

/** Each transfer as late as beside another one. */
function sunk(passes: readonly Pass[], opposed: Opposed): Pass[] {
  const result: Pass[] = [];
  const leading = passes.findIndex(({ kind }) => kind === 'dispatch');
  for (const [index, pass] of [...passes.entries()].reverse()) {
    let place = 0;
    // At the start of the program it is well placed.
    if (pass.kind !== 'dispatch' && index >= leading) {
      for (let at = 0; at < result.length && !opposed(result[at]!, pass); at++) {
        if (at + 1 < result.length && result[at + 1]!.kind !== 'dispatch') place = at + 1;
      }
    }
    result.splice(place, 0, pass);
  }
  return result;
}

/** Two clears of one stretch as one. */
function joinedClear(a: Pass | undefined, b: Pass): Pass | null {
  if (a?.kind !== 'clear' || b.kind !== 'clear' || a.buffer !== b.buffer) return null;
  if (a.offset + a.elements !== b.offset) return null;
  return { ...a, elements: a.elements + b.elements };
}
