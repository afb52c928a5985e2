import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Restoration } from '../../scripts/article/restoration.js';
import { applyChanges, draftText, newDraft, pushSource } from '../../scripts/restore/draft.js';
import { areBlanksNoise } from '../../scripts/restore/measure/blanks.js';
import { habitsOf } from '../../scripts/restore/measure/habits.js';
import { splitLines } from '../../scripts/restore/measure/lines.js';
import { restore } from '../../scripts/restore/restore.js';
import { characterRules } from '../../scripts/restore/rules/index.js';
import type { CharacterRule } from '../../scripts/restore/rules/rule.js';

const restoreFolder = join(import.meta.dirname, '../../scripts/restore');

/** Files of the restoration that have cases; a rule has its own. */
const files = readdirSync(restoreFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => readFileSync(join(restoreFolder, file), 'utf8').includes('export const cases'))
  .sort();

interface Case {
  name: string;
  input: string;
  output: string;
}

/**
 * Cases of a file: a heading, the input, a line `---`, the output. Those whose heading ends with `(display)` are read
 * as headlines. Equal input and output mean an exception that the rule must leave alone.
 */
async function readCases(file: string): Promise<Case[]> {
  const { cases } = (await import(join(restoreFolder, file))) as { cases: string };
  return cases
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [name, ...lines] = section.split('\n');
      const [input, output] = lines.join('\n').split(/^---$/m);
      return {
        name: name!.trim(),
        input: input!.replace(/^\n+|\n+$/g, ''),
        output: output!.replace(/^\n+|\n+$/g, ''),
      };
    });
}

/** The text after the rule, and a line `? suspect` for each doubt. */
function applyRule(rule: CharacterRule, { name, input }: Case): string {
  const draft = newDraft(input);
  pushSource(draft, 0, input.length);
  const kind = name.endsWith('(display)') ? 'display' : 'text';
  const context = {
    kind,
    page: habitsOf(input, { runs: [], blanksAreNoise: areBlanksNoise(splitLines(input)) }),
    lineStarts: [0],
  } as const;
  // Cases have no measure: spaces at every seam are the subject of the rule here.
  const page = { ...context.page, spacesAreEditorial: false };
  if (rule.change) applyChanges(draft, rule.id, rule.change(draftText(draft), { ...context, page }));
  const text = draftText(draft);
  const doubts = rule.doubt?.(text, context) ?? [];
  return [text, ...doubts.map(({ start, end }) => `? ${text.slice(start, end)}`)].join('\n');
}

/** A whole restoration for cases of structure: each block on a line, with its role before it. */
function outline({ articles, furniture }: Restoration): string {
  const lines = articles.flatMap((story, index) => [
    ...(index > 0 ? ['***'] : []),
    ...(['kicker', 'headline', 'deck', 'byline', 'dateline'] as const).flatMap((part) =>
      story[part] ? [`${part}: ${story[part].text}`] : [],
    ),
    ...story.blocks.map(({ role, text }) => `${role}: ${text}`),
  ]);
  return [...lines, ...furniture.map(({ text }) => `furniture: ${text}`)].join('\n');
}

const tables = await Promise.all(files.map(async (file) => [file, await readCases(file)] as const));

describe.each(tables)('%s', (file, table) => {
  const rule = characterRules.find(({ id }) => file === join('rules', `${id}.ts`));
  it.each(table)('$name', (one) => {
    expect(rule ? applyRule(rule, one) : outline(restore({ text: one.input }))).toBe(one.output);
  });
});

describe('character rules', () => {
  it('each has its cases in its own file, which is named after it', () => {
    const wanted = characterRules.map(({ id }) => join('rules', `${id}.ts`));
    const told = tables.flatMap(([file, table]) => (table.length > 0 ? [file] : []));
    expect(wanted.filter((file) => !told.includes(file))).toEqual([]);
  });
});
