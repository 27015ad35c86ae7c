import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Pixels at the top that a bar which stays in view may cover. */
const covered = 120;

/** Scrolls an element into view, if it is not, when something new is said in it: whoever dropped a file may be far from it. */
export function useBroughtIntoView<Element extends HTMLElement>(said: string): RefObject<Element> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (!said || !element.current) return;
    const { top, bottom } = element.current.getBoundingClientRect();
    if (top < covered || bottom > innerHeight) element.current.scrollIntoView({ block: 'center' });
  }, [said]);
  return element;
}
