import { segment } from '../lexicon/segment.js';
import { newTrie, none, type Trie } from '../lexicon/trie.js';
import { getWords } from '../lexicon/words.js';
import { readingWords } from './reading-table.js';

interface ReadingWords {
  trie: Trie;
  /** By index: the syllables that a word changes, by their place in it. */
  changes: [at: number, syllable: string][][];
  /** Index of the first of our own words, of which no neighbour knows better. */
  firstOwn: number;
}

/** Words that are in neither dictionary. */
const ownWords =
  '还钱0huán 还债0huán 还贷0huán 还书0huán 还礼0huán 还本0huán 还给0huán 归还1huán 偿还1huán 还得起0huán1de 还得清0huán1de 还得上0huán1de ' +
  '还不起0huán 还不清0huán 还不上0huán 弯曲1qū 和面0huó 都市0dū 都市里0dū 数了数0shǔ2shǔ 数一数0shǔ2shǔ 量一量0liáng2liáng 量了量0liáng2liáng ' +
  '成绩差2chà 质量差2chà 效果差2chà 条件差2chà 态度差2chà 环境差2chà 基础差2chà 水平差2chà 视力差2chà 素质差2chà 记性差2chà 脾气差2chà 身体差2chà 很差1chà 太差1chà 更差1chà 较差1chà 最差1chà 稍差1chà 不差1chà 越差1chà 变差1chà 差生0chà 差评0chà 差劲0chà ' +
  '长得0zhǎng1de 长长0zhǎng 落枕0lào 任县0rén 教我0jiāo 教你0jiāo 教他0jiāo 教她0jiāo 教您0jiāo 教孩子0jiāo 教学生0jiāo 教大家0jiāo 教我们0jiāo 教你们0jiāo 教他们0jiāo 教她们0jiāo 教咱们0jiāo 一石米1dàn 一石粮1dàn 一石谷1dàn 二石米1dàn 二石粮1dàn 二石谷1dàn 两石米1dàn 两石粮1dàn 两石谷1dàn 三石米1dàn 三石粮1dàn 三石谷1dàn 五石米1dàn 五石粮1dàn 五石谷1dàn 十石米1dàn 十石粮1dàn 十石谷1dàn 百石米1dàn 百石粮1dàn 百石谷1dàn 千石米1dàn 千石粮1dàn 千石谷1dàn 万石米1dàn 万石粮1dàn 万石谷1dàn ' +
  '姓任1rén 姓单1shàn 姓解1xiè 姓仇1qiú 姓曾1zēng 姓华1huà 姓查1zhā 姓朴1piáo 姓盖1gě 姓区1ōu 姓缪1miào 姓宁1nìng 姓纪1jǐ 姓葛1gě 姓种1chóng 姓乐1yuè 姓折1shé 姓薄1bó 姓冼1xiǎn 姓覃1qín ' +
  '姓燕1yān 姓过1guō 姓卜1bǔ 姓尉1wèi 姓翟1zhái 姓那1nā';

let table: ReadingWords | undefined;

function getTable(): ReadingWords {
  if (table) return table;
  const entries = `${readingWords} ${ownWords}`.split(' ').map((entry) => /^(\D+?)(\d.*)$/.exec(entry)!);
  const trie = newTrie(entries.reduce((sum, [, word]) => sum + word!.length, 0));
  const changes = entries.map(([, word, syllables], index) => {
    trie.add(word!, index);
    return [...syllables!.matchAll(/(\d)(\D+)/g)].map(([, at, syllable]): [number, string] => [
      Number(at),
      syllable!,
    ]);
  });
  table = { trie, changes, firstOwn: entries.length - ownWords.split(' ').length };
  return table;
}

/**
 * Readings of words that the built-in dictionary lacks or gives differently (心脏 zàng), by place in a Simplified
 * clause. A word counts where it begins and ends with words of the segmentation, or is inside one of them. Also
 * returns the places of one-character words, and those that our own words decide.
 */
export function wordReadings(clause: string): {
  readings: Map<number, string>;
  alone: number[];
  certain: number[];
} {
  const { trie, changes, firstOwn } = getTable();
  const certain: number[] = [];
  const found = new Map<number, string>();
  const ends = new Int32Array(clause.length + 1);
  segment(clause, [0, clause.length], getWords(), ends);
  const wordEnds = endOfEach(ends, clause.length);
  const alone: number[] = [];
  for (let at = 0; at < clause.length; at = ends[at]!) if (ends[at] === at + 1) alone.push(at);
  for (let start = 0; start < clause.length; start++) {
    let node = 1;
    let best = none;
    for (let at = start; at < clause.length && node !== 0; at++) {
      node = trie.step(node, clause.charCodeAt(at));
      const value = trie.valueAt(node);
      if (value !== none && fits(wordEnds, start, at + 1)) best = value;
    }
    if (best === none) continue;
    for (const [at, syllable] of changes[best]!) {
      found.set(start + at, syllable);
      if (best >= firstOwn) certain.push(start + at);
    }
  }
  return { readings: found, alone, certain };
}

/** For each offset, the end of its word. */
function endOfEach(ends: Int32Array, length: number): Int32Array {
  const all = new Int32Array(length + 1);
  for (let at = 0; at < length; at = ends[at]!) all.fill(ends[at]!, at, ends[at]!);
  return all;
}

function fits(wordEnds: Int32Array, start: number, end: number): boolean {
  if (wordEnds[start]! >= end) return true;
  const isStart = start === 0 || wordEnds[start - 1] === start;
  return isStart && wordEnds[end - 1] === end;
}
