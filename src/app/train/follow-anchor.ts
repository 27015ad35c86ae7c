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
  stayAt(element);
}

/** How long what has been opened may take to be there. */
const settling = 2000;

/** Scrolls to an element, again while it grows, until the visitor does anything. */
function stayAt(element: Element): void {
  const growth = new ResizeObserver(() => element.scrollIntoView());
  growth.observe(element);
  const end = () => growth.disconnect();
  setTimeout(end, settling);
  for (const deed of ['wheel', 'pointerdown', 'keydown']) addEventListener(deed, end, { once: true });
}
