import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rootOf } from '../../scripts/bench/variants.js';
import { reasons } from '../../scripts/edition/convert/clause/conversion.js';
import { convertScript } from '../../scripts/edition/convert/convert-script.js';
import { getConverter } from '../../scripts/edition/convert/converter.js';
import { convertRaw } from '../../scripts/edition/convert/raw.js';
import { rowOf } from '../../scripts/edition/rows/index.js';

/** Sentences of government work reports and statutes, which are free, and the kinds of phrases that people report. */
const texts = ['press.txt', 'phrases.tsv'];
const lists = { 'zh-Hant-TW': 'differences.tsv', 'zh-Hant-HK': 'differences-hk.tsv' } as const;

/** Why the form of a character is not that of opencc-js. */
const because: Readonly<Record<number, string>> = {
  [reasons.default]: 'its phrase cuts a word',
  [reasons.word]: 'another word of its dictionaries',
  [reasons.phrase]: 'another phrase of its dictionaries',
  [reasons.part]: 'words inside of a word',
  [reasons.context]: 'context or rule',
  [reasons.name]: 'name',
  [reasons.model]: 'counted neighbours',
  [reasons.own]: 'word of the press',
};

it.each(Object.entries(lists))(
  'each place where %s differs from opencc-js in a word is listed in %s, with its reason',
  (id, name) => {
    const list = join(import.meta.dirname, name);
    const lines = [...new Set(sentences().flatMap((text) => differencesOf(text, id)))].sort();
    if (process.env.UPDATE) writeFileSync(list, `${lines.join('\n')}\n`);
    const known = new Set(readFileSync(list, 'utf8').split('\n'));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => !known.has(line))).toEqual([]);
  },
);

function sentences(): string[] {
  return texts.flatMap((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[0]!),
  );
}

/**
 * `before[character]after`, opencc-js's form, ours, and the reason. Glyphs of one and the same word are no difference.
 */
function differencesOf(text: string, id: string): string[] {
  const row = rowOf(id);
  const { out, why } = convertScript(text, getConverter(row));
  const raw = convertRaw(text, row);
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (rootOf(out[at]!) === rootOf(raw[at]!)) continue;
    const place = `${text.slice(Math.max(0, at - 3), at)}[${text[at]}]${text.slice(at + 1, at + 4)}`;
    found.push(`${place}\t${raw[at]}\t${out[at]}\t${because[why[at]!]}`);
  }
  return found;
}
