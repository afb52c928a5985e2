import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Restoration } from '../../scripts/article/restoration.js';
import { areBlanksNoise } from '../../scripts/restore/measure/blanks.js';
import { habitsOf } from '../../scripts/restore/measure/habits.js';
import { splitLines } from '../../scripts/restore/measure/lines.js';
import { restore } from '../../scripts/restore/restore.js';
import { characterRules } from '../../scripts/restore/rules/index.js';
import type { CharacterRule } from '../../scripts/restore/rules/rule.js';
import { applyChanges, draftText, newDraft, pushSource } from '../../scripts/restore/write/draft.js';

const folder = join(import.meta.dirname, 'cases');
const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');

interface Case {
  name: string;
  input: string;
  output: string;
}

function readCases(file: string): Case[] {
  const sections = readFileSync(join(folder, file), 'utf8').split(/^## /m).slice(1);
  return sections.map((section) => {
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
  // Cases have no measure: blanks at every seam are what the rule is about here.
  const page = { ...context.page, spacesAreEditorial: false };
  if (rule.change) applyChanges(draft, rule.id, rule.change(draftText(draft), { ...context, page }));
  const text = draftText(draft);
  const doubts = rule.doubt?.(text, context) ?? [];
  return [text, ...doubts.map(({ start, end }) => `? ${text.slice(start, end)}`)].join('\n');
}

/** A whole restoration, one piece a line. */
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

describe.each(files)('%s', (file) => {
  const rule = characterRules.find(({ id }) => id === file.slice(0, -3));
  it.each(readCases(file))('$name', (one) => {
    expect(rule ? applyRule(rule, one) : outline(restore({ text: one.input }))).toBe(one.output);
  });
});

describe('character rules', () => {
  it('each has a case file', () => {
    expect(characterRules.map(({ id }) => `${id}.md`).filter((file) => !files.includes(file))).toEqual([]);
  });
});
