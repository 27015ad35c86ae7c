/** Where the page has what the command's options say, and what it calls their values. */
const controls: Record<string, { name: string; values?: Record<string, string> }> = {
  label: {
    name: 'The class of a series',
    values: { first: 'in the first column', last: 'in the last column', none: 'nowhere: no labels' },
  },
  header: { name: 'The first row' },
  rows: { name: 'A row is', values: { series: 'a series', moments: 'a moment' } },
  id: { name: 'Column that names the series' },
  time: { name: 'Column of the time' },
  channels: { name: 'Columns of the channels' },
  group: { name: 'Column of groups' },
  window: { name: 'Window' },
  stride: { name: 'Stride' },
  purity: { name: 'Purity' },
  axes: { name: 'Order of the axes' },
};

const option = /--(?:no-)?([a-z]+)(?: (NAME|A,B|first|last|none|series|moments)\b)?/g;

/** A sentence about files as the page says it: it names controls in place of the command's options, each once. */
export function onPage(text: string): string {
  const named = new Set<string>();
  return text
    .replace(/\(([^()]*--[^()]*) says? otherwise\)/g, '(change it under $1)')
    .replace(option, (found, key: string, value: string | undefined) => {
      const control = controls[key];
      if (!control) return found;
      const said = value && control.values?.[value];
      if (said && named.has(key)) return `“${said}”`;
      named.add(key);
      return said ? `“${control.name}”: “${said}”` : `“${control.name}”`;
    });
}

/** Whether a sentence names an option beside the label's. */
export function namesMore(text: string): boolean {
  return [...text.matchAll(option)].some(([, key = '']) => key !== 'label' && controls[key]);
}
