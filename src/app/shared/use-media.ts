import { useEffect, useState } from 'preact/hooks';

/** Whether the page is dark; canvases cannot use `light-dark()`. */
export function useDark(): boolean {
  return useMedia('(prefers-color-scheme: dark)');
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setMatches(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
