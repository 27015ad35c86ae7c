import { useEffect, useRef, useState } from 'preact/hooks';

/** The text at most once a second, for a screen reader; its last state is never left out. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState(text);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + 1000 - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setSpoken(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
}
