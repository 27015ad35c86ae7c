/** Colours of the curves, in the form that a canvas takes. */
export interface ChartColors {
  ink: string;
  quiet: string;
  line: string;
  validation: string;
  surface: string;
  accent: string;
}

const names = ['ink', 'quiet', 'line', 'validation', 'surface', 'accent'] as const;

/** What the page's custom properties are at this moment; a property's own text may still be a `light-dark()`. */
export function readColors(place: HTMLElement): ChartColors {
  const probe = document.createElement('span');
  place.append(probe);
  const entries = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries) as ChartColors;
}

/** Calls back when the theme changes. @returns a function that stops this. */
export function onThemeChange(callback: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', callback);
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    scheme.removeEventListener('change', callback);
    observer.disconnect();
  };
}
