/** Writes the table of hyper-parameters in docs/data-formats.md; a test says when it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { hyperParameterNames, hyperParameters } from '../src/data/hyper-parameters';
import { defaultSineConfig } from '../src/data/sine-config';
import { completeConfig } from '../src/model/report/complete-config';
import { resolveRecipe } from '../src/model/training/recipes';

export const tableFile = 'docs/data-formats.md';

/** The file with the table as it must be. */
export function withParameterTable(text: string): string {
  return text.replace(
    /(<!-- Made from [^\n]*-->\n)[\s\S]*?(<!-- end of the table -->)/,
    (_, begin: string, end: string) => `${begin}\n${table()}\n\n${end}`,
  );
}

function table(): string {
  const names = ['general', 'robust', 'article'] as const;
  const values = names.map((name) => {
    const config = { ...defaultSineConfig, recipe: name };
    return completeConfig(config, { recipe: resolveRecipe(config), seed: 0 }, false);
  });
  const rows = hyperParameterNames.map((name) => {
    const parameter = hyperParameters[name];
    const choices =
      parameter.kind === 'choice'
        ? ` ${Object.keys(parameter.options)
            .map((option) => `\`"${option}"\``)
            .join(', ')}`
        : '';
    return `| \`${name}\` | ${values.map((config) => config[name]).join(' | ')} | ${parameter.help}${choices} |`;
  });
  return [`| Key | ${names.join(' | ')} | Meaning |`, '|---|---|---|---|---|', ...rows].join('\n');
}

if (process.argv[1]?.endsWith('parameter-table.ts')) {
  writeFileSync(tableFile, withParameterTable(readFileSync(tableFile, 'utf8')));
}
