import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../article/package-root.js';
import { convertRaw } from '../../edition/convert/raw.js';
import { vocabularyWords } from '../../edition/lexicon/vocabulary.js';
import { rowOf } from '../../edition/rows/index.js';
import { readTexts } from '../forms/read-texts.js';
import type { BenchOptions, Table } from '../table.js';

/** A word seen less often is a slip of somebody's. */
const least = 5;
/** The share of uses from which on a word is Taiwan's too, in that sense or in another. */
const leastShare = 0.08;
/** A word seen so often is Taiwan's too, however common the other one is: 運行 beside 執行. */
const common = 200;

/**
 * Makes `edition/lexicon/shared-words.ts` anew: words that `vocabulary` would replace although Taiwan's own texts use
 * them: 設備, 權限, 連接. They are counted in the folder `traditional/` of the data, as `npm run bench -- forms` says.
 */
export async function benchVocabulary({ data }: BenchOptions): Promise<Table[]> {
  const row = rowOf('zh-Hant-TW');
  const text = fold(readTexts(join(data, 'traditional')).join('\n'));
  const counted = vocabularyWords(row, new Set()).map(([word, replacement]) => ({
    word,
    replacement,
    own: countOf(text, fold(convertRaw(word, row))),
    other: countOf(text, fold(replacement)),
  }));
  const shared = counted.filter(
    ({ own, other }) => own >= common || (own >= least && own / (own + other) >= leastShare),
  );
  writeFileSync(
    join(packageRoot, 'scripts', 'edition', 'lexicon', 'shared-words.ts'),
    `/** Words of the mainland that Taiwan uses too. Made by \`npm run bench -- vocabulary\`, which says from what. */\nexport const sharedVocabulary =\n  '${shared.map(({ word }) => word).join(' ')}';\n`,
  );
  const rows = shared.map(({ word, replacement, own, other }) => [
    word,
    String(own),
    replacement,
    String(other),
  ]);
  return [
    {
      title: `${shared.length} of ${counted.length} words stay`,
      head: ['word', 'seen', 'other', 'seen'],
      rows,
    },
  ];
}

/** One glyph for what the texts print in two. */
const fold = (text: string) => text.replace(/台/g, '臺').replace(/裡/g, '裏');

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count++;
  return count;
}
