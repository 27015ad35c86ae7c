import { useEffect, useState } from 'preact/hooks';

export type Theme = 'light' | 'dark';

const query = '(prefers-color-scheme: dark)';

/** The colours that the page is in, for what CSS can't paint. */
export function useTheme(): Theme {
  const [isDark, setIsDark] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const update = () => setIsDark(media.matches);
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, []);
  return isDark ? 'dark' : 'light';
}
