import type { Page } from 'puppeteer-core';

/** Drops a file on the page, as a person does who drags one from a folder. */
export async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    (name, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], name, { type: 'application/json' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    content,
  );
}
