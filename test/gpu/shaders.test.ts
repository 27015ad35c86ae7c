import { expect, it } from 'vitest';
import type { Compiled } from '../pages/shaders';
import { openPage } from '../support/page';

// Tint, which compiles WGSL, is the same for all adapters of a Chromium.
it('compiles every shader as its file has it, with every cell', async () => {
  await using opened = await openPage('test/pages/blank.html');
  const call = "import('/test/pages/shaders.ts').then((module) => module.compileAll())";
  const compiled = (await opened.page.evaluate(call)) as Compiled[];
  const names = compiled.map(({ name }) => name);
  for (const cell of ['lstm_cell', 'gru_cell', 'gru_reset_before_cell']) {
    expect(names).toContain(`recurrent_rows_gradient, ${cell}`);
  }
  expect(compiled.filter(({ messages }) => messages.length > 0)).toEqual([]);
});
