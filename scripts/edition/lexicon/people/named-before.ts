import { hasNameForm } from './name-forms.js';

/** Who a story has named so far. */
export interface Named {
  /** Surnames of its people, with the number of the block that named one last. */
  surnames: Map<string, number>;
  /** Number of the block that is read. */
  block: number;
  /**
   * Full names with a character that has another form in words, each with the first block that introduces it; found once
   * by a title, they count everywhere.
   */
  people: Map<string, number>;
  /** Given names of people of a names file, each with its form: 世杰 of 黃世杰. */
  givenNames: Map<string, string>;
}

/** A person who is not named for so many blocks is forgotten: a list of sayings, or a book, is no story about one. */
const memory = 12;

export const isFresh = ({ surnames, block }: Named, surname: string): boolean =>
  Math.abs(block - (surnames.get(surname) ?? Number.NEGATIVE_INFINITY)) <= memory;

/** Keeps a full name for the rest of the story. 杰 stays as words of the press have it. */
export function remember({ people, block }: Named, name: string): void {
  if (name.length !== 3 || people.has(name)) return;
  for (let at = 0; at < name.length; at++)
    if (name[at] !== '杰' && hasNameForm(name[at]!)) people.set(name, block);
}

/** The full name at an offset, if the story has named that person. */
export const namedAt = ({ people }: Named, text: string, at: number, end: number): string | undefined => {
  const name = text.slice(at, Math.min(end, at + 3));
  return people.has(name) ? name : undefined;
};

/** Characters before and behind, with which one is no surname: 半句钟, 钟声, 余下, 涂上. */
const inWords: Readonly<Record<string, readonly [before: RegExp, behind: RegExp]>> = {
  钟: [/[0-9点分秒刻个句半多闹座挂敲撞这那眼看口子修粒一时]$/, /^[声表头楼塔响摆]/],
  余: [
    /[0-9０-９〇一二两三四五六七八九十百千万亿几数其之业剩残多有还只仅月日天周年岁里米倍人个次]$/,
    /^[0-9一二三四五六七八九十下人名]/,
  ],
  涂: [/[乱抹喷粉]$/, /^[上了在抹着改满成]/],
  游: [/[夜同共漫畅旧重一手壮外背出旅远神郊春]$/, /^[去到过玩毕历绳水向遍完泳览行客戏不]/],
  范: [/[规示模典师防]$/, /^[围例]/],
  岳: [/[山五]$/, /^[父母]/],
  谷: [/[山河峡低幽空稻五]$/, /^[底地口内物]/],
  姜: [/[生老嫩片]$/, /^[片丝末汤茶汁糖蒜葱块]/],
  朴: [/[质淳纯古简]$/, /^[素实]/],
  郁: [/[忧抑浓]$/, /^[闷结]/],
};

/** A surname that the story has named, as a word by itself: 披露游受查. */
export function isSeenAlone(text: string, at: number, named: Named): boolean {
  const words = inWords[text[at]!];
  if (!words || !isFresh(named, text[at]!)) return false;
  return !words[0].test(text.slice(at - 1, at)) && !words[1].test(text.slice(at + 1, at + 2));
}
