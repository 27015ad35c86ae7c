/** Where the page has what the command's options say. */
const controls: Record<string, string> = {
  label: 'The class of a series',
  header: 'The first row',
  rows: 'A row is',
  id: 'Column that names the series',
  time: 'Column of the time',
  channels: 'Columns of the channels',
  group: 'Column of groups',
  window: 'Window',
  stride: 'Stride',
  purity: 'Purity',
  axes: 'Order of the axes',
};

/** A sentence about files as the page says it: it names controls in place of the command's options. */
export function onPage(text: string): string {
  return text
    .replace(/\(([^()]*--[^()]*) says? otherwise\)/g, '(change it under $1)')
    .replace(/--(?:no-)?([a-z]+)(?: NAME| A,B)?/g, (option, name: string) =>
      controls[name] ? `“${controls[name]}”` : option,
    );
}
