import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { languages } from '../../scripts/article/words/sentence.js';
import { inOurWords } from '../../scripts/preview/words/trouble-words.js';
import { words } from '../../scripts/preview/words/words.js';
import { characterRules } from '../../scripts/restore/index.js';
import { ruleWords } from '../../scripts/rule-words.js';

/** The rules that restoring names in its ledger and its doubts. */
const named = readdirSync(join(packageRoot, 'scripts', 'restore'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const code = readFileSync(join(packageRoot, 'scripts', 'restore', file), 'utf8');
    return [...code.matchAll(/\b(?:ruleId|rule)(?::| =)[^\n]*/g)].flatMap(([line]) =>
      [...line.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, id]) => id!),
    );
  });

it('tells of every rule, in every language, why it acts', () => {
  const rules = [...new Set([...characterRules.map(({ id }) => id), ...named])];
  expect(rules).toEqual(expect.arrayContaining(['rejoin', 'replace', 'attach-title', 'override', 'reset']));
  expect(rules.filter((id) => !ruleWords[id])).toEqual([]);
});

it('asks what a rule leaves open, and says the remedy', () => {
  const asking = [...characterRules.filter(({ doubt }) => doubt).map(({ id }) => id), 'ambiguous', 'rejoin'];
  for (const id of asking) expect([id, ruleWords[id]?.asks, ruleWords[id]?.remedy]).not.toContain(undefined);
});

it('has all its sentences in every language, each in its own script', () => {
  const count = Object.keys(languages).length;
  const sentences = Object.values(ruleWords).flatMap(({ reason, brief, asks, remedy }) => [
    reason,
    brief ?? [],
    asks ?? [],
    remedy ?? [],
  ]);
  for (const forms of [...Object.values(words), ...sentences.filter(({ length }) => length > 0)]) {
    expect(forms).toHaveLength(count);
    expect(forms.every((form) => form.trim() !== '')).toBe(true);
  }
  const [hans, hant, english] = [0, 1, 2].map((at) => sentences.map((forms) => forms[at] ?? '').join(''));
  expect(hans).not.toMatch(/[這個沒與點為轉詞讀寫標題編輯複雜單橫]/u);
  expect(hant).not.toMatch(/[这没与为转词读写标题编辑复单横]/u);
  expect(english).not.toMatch(/[的不一是]/u);
});

/** What the code says of problems that a desk may have to tell: literals, each value an x. */
const told = [
  ...['article', 'edition', 'intake', 'typeset', 'preview'].flatMap((folder) =>
    readdirSync(join(packageRoot, 'scripts', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  ),
  ...['config.ts', 'design.ts', 'proof.ts', 'translate/read-translation.ts', 'translate/memory.ts'],
  ...['commands/start-issue.ts', 'commands/preview-links.ts'],
].flatMap((file) => {
  const code = readFileSync(join(packageRoot, 'scripts', file), 'utf8');
  const literals = code.matchAll(/\b(?:problem\(|note:)\s*(`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*')/g);
  return [...literals].map(([, literal]) => sampleOf(literal!.slice(1, -1).replace(/\\(.)/g, '$1')));
});

/** A template with x for each of its values; those with templates inside are told of as far as they go. */
function sampleOf(template: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < template.length; at++) {
    if (depth === 0 && template.startsWith('${', at)) text += 'x';
    if (template[at] === '{') depth++;
    if (depth === 0 && template[at] !== '$') text += template[at];
    if (template[at] === '}') depth--;
  }
  return depth === 0 ? text : '';
}

it('tells of every problem in the words of the desk’s language', () => {
  expect(told.length).toBeGreaterThan(70);
  for (const language of ['zh-Hans', 'zh-Hant'] as const)
    expect(told.filter((text) => text !== '' && !/\p{Script=Han}/u.test(inOurWords(text, language)))).toEqual(
      [],
    );
  expect(inOurWords('Unexpected key "kiker", expected one of kicker, deck', 'zh-Hans')).toBe(
    '没有“kiker”这一项，可用：kicker, deck',
  );
  expect(inOurWords('It cannot be written: the disk is full', 'zh-Hant')).toBe('寫不進去：磁碟已滿');
  expect(inOurWords('Something new', 'zh-Hans')).toBe('Something new');
});
