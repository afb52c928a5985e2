import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { packageRoot } from '../../scripts/article/package-root.js';
import { say } from '../../scripts/article/words/say.js';
import { languages } from '../../scripts/article/words/sentence.js';
import { speak } from '../../scripts/preview/words/say.browser.js';
import { sayTrouble } from '../../scripts/preview/words/tell-trouble.browser.js';
import { words } from '../../scripts/preview/words/words.js';
import { allRules } from '../../scripts/restore/all-rules.js';
import { pageRules } from '../../scripts/restore/doubts/index.js';
import { characterRules } from '../../scripts/restore/index.js';
import { ruleWords } from '../../scripts/rule-words.js';

/** The rules named by restoring in its ledger and its doubts. */
const named = readdirSync(join(packageRoot, 'scripts', 'restore'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const code = readFileSync(join(packageRoot, 'scripts', 'restore', file), 'utf8');
    return [...code.matchAll(/\b(?:ruleId|rule|ownRule)(?::| =)[^\n]*/g)].flatMap(([line]) =>
      [...line.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, id]) => id!),
    );
  });

it('tells of every rule, in every language, why it acts', () => {
  const rules = [...new Set([...allRules.map(({ id }) => id), ...named])];
  expect(rules).toEqual(expect.arrayContaining(['rejoin', 'replace', 'attach-title', 'override', 'reset']));
  expect(rules.filter((id) => !ruleWords[id])).toEqual([]);
});

it('asks what a rule leaves open, and says the remedy', () => {
  const asking = [
    ...characterRules.filter(({ doubt }) => doubt).map(({ id }) => id),
    ...pageRules.map(({ id }) => id),
    'ambiguous',
    'rejoin',
  ];
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

it('says a problem and its remedy as two sentences', () => {
  vi.stubGlobal('document', { documentElement: {} });
  const repeated = { reason: '', said: say('words-repeated'), saidNote: say('change-manuscript') };
  speak('en');
  expect(sayTrouble(repeated)).toMatch(/place\. Change the manuscript itself\.$/);
  expect(sayTrouble({ reason: 'Is it there?', note: 'Look again.' })).toBe('Is it there? Look again.');
  expect(sayTrouble({ reason: 'Out of memory' })).toBe('Out of memory');
  speak('zh-Hans');
  expect(sayTrouble(repeated)).toMatch(/位置。改稿件。$/);
  vi.unstubAllGlobals();
});
