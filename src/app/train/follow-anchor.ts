/**
 * Goes to the element that the address names: opens what it is folded in, and scrolls to it. Links to anchors do the
 * rest: they change the address.
 */
export function followAnchor(): void {
  addEventListener('hashchange', goToAnchor);
  goToAnchor();
}

function goToAnchor(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const element = id && document.getElementById(id);
  if (!element) return;
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  // What has been opened is there a moment later.
  requestAnimationFrame(() => element.scrollIntoView());
}
