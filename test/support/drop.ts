import type { Page } from 'puppeteer-core';

/** Drops a file on the page, as a person does who drags one from a folder. */
export async function drop(page: Page, name: string, content: string | number[]): Promise<void> {
  await page.evaluate(
    (name, content) => {
      const dataTransfer = new DataTransfer();
      const part = typeof content === 'string' ? content : new Uint8Array(content);
      dataTransfer.items.add(new File([part], name, { type: 'application/json' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    content,
  );
}
