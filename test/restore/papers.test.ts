import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restore } from '../../scripts/restore/restore.js';
import { outline } from './outline.js';

/**
 * Small pages of many newspapers and their habits, in words of our own: the printed lines, a line `---`, and what an
 * editor makes of them. With UPDATE=1 the second half is written anew; read it before you commit it.
 */
const folder = join(import.meta.dirname, 'papers');
const papers = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe('pages of many newspapers', () => {
  it.each(papers)('%s', (file) => {
    const path = join(folder, file);
    const [input, wanted] = readFileSync(path, 'utf8').split(/^---\n/m);
    const found = `${outline(restore({ text: input! })).join('\n')}\n`;
    if (process.env.UPDATE === '1') writeFileSync(path, `${input}---\n${found}`);
    else expect(found).toBe(wanted);
  });
});
