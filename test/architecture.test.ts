import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which folders of scripts/ a folder may import from; the table of scripts/README.md. */
const mayImport: Record<string, string[]> = {
  text: [],
  article: ['text'],
  intake: ['article', 'text'],
  restore: ['article', 'text'],
  edition: ['article', 'text'],
  translate: ['article', 'text'],
  chromium: ['article'],
  typeset: ['article', 'text', 'chromium'],
  prepress: ['typeset', 'article', 'text', 'chromium'],
  preview: ['article', 'typeset', 'text', 'chromium'],
};
/** Libraries that only one place may name, so that replacing them is a change of one place. */
const onlyIn: [RegExp, RegExp][] = [
  [/^pagedjs/, /^typeset\/pages\/paged\.browser\.ts$/],
  [/^opencc-js/, /^edition\//],
  [/^@cantoo\/pdf-lib/, /^prepress\//],
];
const scripts = join(import.meta.dirname, '../scripts');
const files = readdirSync(scripts, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

const imports = files.flatMap((file) => {
  const code = readFileSync(join(scripts, file), 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({ file, to: match[1]! }));
});

describe('architecture', () => {
  it('keeps each folder to the imports it may have', () => {
    const wrong = imports.filter(({ file, to }) => {
      const from = file.split('/')[0]!;
      const allowed = mayImport[from];
      if (!allowed || !to.startsWith('..')) return false;
      const target = join(file, '..', to).split('/')[0]!;
      return target !== from && !allowed.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('names each replaceable library in one place', () => {
    const wrong = imports.filter(({ file, to }) =>
      onlyIn.some(([library, place]) => library.test(to) && !place.test(file)),
    );
    expect(wrong).toEqual([]);
  });
});
