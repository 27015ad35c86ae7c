/** Of files whose programs look at the type, by their ending; the others are bytes. */
const types: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** Offers a file made in the page as a download. */
export function download(name: string, content: BlobPart): void {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click handler has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
