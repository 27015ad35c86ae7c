/** Offers a file made in the page as a download. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read it only after the click handler has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
