import './print.css';

/** Opens what a printed report is made of, waits until it is there, and prints; the style sheet leaves out the rest. */
export async function printReport(): Promise<void> {
  for (const id of ['results', 'curves']) {
    const fold = document.getElementById(id);
    if (fold instanceof HTMLDetailsElement) fold.open = true;
  }
  while (!document.querySelector('.results[aria-busy=false]') || !document.querySelector('.curves svg')) {
    await new Promise(requestAnimationFrame);
  }
  print();
}
