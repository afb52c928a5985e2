import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Layout, PlacedLine } from '../../scripts/article/layout.js';
import type { Overrides } from '../../scripts/article/overrides-file.js';
import { allRules } from '../../scripts/restore/all-rules.js';
import { applyChanges, draftText, newDraft, pushLine } from '../../scripts/restore/draft.js';
import { areBlanksNoise } from '../../scripts/restore/measure/blanks.js';
import { habitsOf } from '../../scripts/restore/measure/habits.js';
import { splitLines } from '../../scripts/restore/measure/lines.js';
import { restore } from '../../scripts/restore/restore.js';
import { characterRules } from '../../scripts/restore/rules/index.js';
import type { CharacterRule, Rule } from '../../scripts/restore/rules/rule.js';
import { replace } from '../../scripts/restore/write/corrections.js';
import { outline } from './outline.js';

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
  pushLine(draft, 0, input.length);
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

/** Lines of a column, under each other, as recognition places them. */
function placed(text: string, confidences: readonly number[]): Layout {
  let start = 0;
  const lines = text.split('\n').map((line, index): PlacedLine => {
    const own = { start, end: start + line.length };
    start = own.end + 1;
    const box = { left: 0, top: index * 20, right: line.length * 10, bottom: index * 20 + 10 };
    const confidence = confidences[index] ?? 1;
    return {
      ...own,
      box,
      confidence,
      page: 0,
      direction: 'horizontal',
      size: 10,
      measure: [0, 170],
      column: 0,
    };
  });
  return { pages: [{ width: 200, height: 400, direction: 'horizontal' }], lines };
}

/** A restoration, and a line `?` for each message of the rule; decisions and facts of reading stand below `===`. */
function applyToPage(id: string | undefined, { input, output }: Case): string {
  const [text, facts = ''] = input.split('\n===\n') as [string, string?];
  const { told, confidence, ...overrides } = (parse(facts) ?? {}) as Facts;
  const layout = confidence && placed(text, confidence);
  const found = restore({ text, ...(told && { told }), ...(layout && { layout }) }, { overrides });
  const asked = found.messages
    .filter(({ ruleId }) => ruleId === id)
    .map(({ start, end }) => `? ${text.slice(start, end).split('\n')[0] || 'the text'}`);
  // A case may be about the question only.
  const isAboutQuestion = output.split('\n').every((line) => line.startsWith('? '));
  return [...(isAboutQuestion ? [] : outline(found)), ...asked].join('\n');
}

type Facts = Partial<Overrides> & { told?: string[]; confidence?: number[] };

const tables = await Promise.all(files.map(async (file) => [file, await readCases(file)] as const));

/** The rule that a file exports, if it is one's. */
async function ruleOf(file: string): Promise<Rule | undefined> {
  const exported = Object.values((await import(join(restoreFolder, file))) as Record<string, unknown>);
  return allRules.find((rule) => exported.includes(rule));
}

const homes = new Map(await Promise.all(files.map(async (file) => [file, await ruleOf(file)] as const)));

describe.each(tables)('%s', (file, table) => {
  const rule = homes.get(file);
  const character = characterRules.find((one) => one === rule);
  it.each(table)('$name', (one) => {
    expect(character ? applyRule(character, one) : applyToPage(rule?.id, one)).toBe(one.output);
  });
});

describe('rules', () => {
  it('each are one file, with code, sentences and cases', () => {
    const told = tables.flatMap(([file, table]) => (table.length > 0 ? [homes.get(file)?.id] : []));
    expect(allRules.map(({ id }) => id).filter((id) => !told.includes(id))).toEqual([]);
    // The file is named after the rule; that of the editor's own replacements tells how they are made.
    for (const [file, rule] of homes)
      if (rule && rule !== replace) expect(file).toBe(join(dirname(file), `${rule.id}.ts`));
  });

  it('have their sentences in their own file, and nowhere else', () => {
    const code = readdirSync(restoreFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\breason: \[/.test(file.endsWith('.ts') ? readFileSync(join(restoreFolder, file), 'utf8') : ''),
    );
    expect(code.length).toBe(allRules.length);
    expect(code.filter((file) => !homes.get(file))).toEqual([]);
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  });

  it('find nothing in a text without their signs', () => {
    const char = fc.constantFrom(
      ...'中日已未月县记者摄一二0Oo. 　，。：（）“”…—-"?%％ｆ·○\u200b\uf8e7﹁⽉ﬁ\ufffd',
    );
    const page = habitsOf('', { runs: [], blanksAreNoise: true });
    const some = fc.record({
      text: fc.array(char, { maxLength: 24 }).map((chars) => chars.join('')),
      kind: fc.constantFrom('text' as const, 'display' as const, 'byline' as const, 'table' as const),
    });
    fc.assert(
      fc.property(some, ({ text, kind }) => {
        const context = { kind, page: { ...page, spacesAreEditorial: false }, lineStarts: [0] };
        for (const { signs, change, doubt } of characterRules) {
          if (!signs || signs.test(text)) continue;
          expect(change?.(text, context) ?? []).toEqual([]);
          expect(doubt?.(text, context) ?? []).toEqual([]);
        }
      }),
    );
  });
});
