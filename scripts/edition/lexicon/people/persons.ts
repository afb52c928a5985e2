import { isAllHan } from '../../../text/characters.js';
import { simplify } from '../own-words.js';
import { formIn } from './name-forms.js';
import {
  addressEnd,
  isAddressed,
  isAnnounced,
  isIntroduced,
  isSurname,
  speakerAt,
  trapSurnames,
} from './name-scores.js';
import { isFresh, isSeenAlone, type Named, namedAt, remember } from './named-before.js';

/** 人名: the persons of a clause. */

/** Surnames that are too rare, or too common as words, to be looked for in a text; in a list of names they count. */
const rarer = new Set(
  '毕柯宿焦文邢樊霍常乔赖康温施牛倪庄殷翁关兰安齐裴鲁耿左成伍申景舒童欧葛纪章苗虞詹阮季祝盛骆柴蒙辛管路聂项',
);

/** True if a word looks like a person's full name: a surname and one or two characters; or a foreign one with a dot. */
export function isPersonName(name: string): boolean {
  if (name.includes('·')) return name.split('·').every(isAllHan);
  return isAllHan(name) && [2, 3].includes([...name].length) && isKnown(simplify(name)[0]!);
}

const isKnown = (char: string) => isSurname(char) || rarer.has(char);

export interface Clause {
  text: string;
  start: number;
  end: number;
  /** End of the word that begins at each offset, both counted from `start`. */
  ends: Int32Array;
  /** 1 where a word is a person that no list has. */
  people: Uint8Array;
}

/** A person named in a clause; offsets are into the text. */
export interface Person {
  start: number;
  end: number;
}

/** Verbs of which a person is the subject: 余重申. */
const says = /^(?:说|称|指|表示|认为|强调|回应|重申|补充|续|透露|坦言|直言|又|则|亦|已|曾|没有|未有)/;

/** Before a lone surname that is followed by an address: 和于主任, not 怯于医生. */
const joins = /(?:^|[\s，。：；、（(“「！？和与跟给找请让对向被由的是])$/;

/** The persons in a clause: found by the segmentation, announced by a title, or followed by a word like 先生. */
export function findPersons(
  clause: Clause,
  named: Named = { surnames: new Map(), people: new Map(), givenNames: new Map(), block: 0 },
): Person[] {
  const { text, start, end, ends, people } = clause;
  const found: Person[] = [];
  for (let at = 0; start + at < end; at = ends[at]!) {
    if (people[at] === 1) {
      named.surnames.set(text[start + at]!, named.block);
      found.push({ start: start + at, end: start + ends[at]! });
      if (isIntroduced(text, start + at, start + ends[at]!))
        remember(named, text.slice(start + at, start + ends[at]!));
      continue;
    }
    if (!isSurname(text[start + at]!)) continue;
    const speaker = speakerAt(text, start + at);
    if (speaker) remember(named, speaker);
    const name = named.people.size > 0 ? namedAt(named, text, start + at, end) : undefined;
    if (speaker || name) {
      found.push({ start: start + at, end: start + at + (speaker ?? name)!.length });
      continue;
    }
    const isTrap = trapSurnames.has(text[start + at]!);
    if (ends[at] !== at + 1) {
      // 学生|游行: a word that begins with such a surname is none, or stands on the list of persons.
      // 特首高于, 姓高干: a word that is no name.
      const isName = ends[at]! - at <= 4 && !'于干'.includes(text[start + ends[at]! - 1]!);
      if (!isTrap && isName && isAnnounced(text, start + at))
        found.push({ start: start + at, end: start + ends[at]! });
    } else if (isTrap) {
      if (!isSurnameAlone(text, start + at, named) && !isSeenAlone(text, start + at, named)) continue;
      named.surnames.set(text[start + at]!, named.block);
      found.push({ start: start + at, end: start + at + 1 });
    } else if (isAnnounced(text, start + at) && !isAdverb(text, start + at)) {
      const length = 1 + givenName(clause, at + 1);
      found.push({ start: start + at, end: start + at + length });
      remember(named, text.slice(start + at, start + at + length));
    }
  }
  return found;
}

/** 局长曾于立法会, 学生向往: the surname is also a word of verbs. */
const isAdverb = (text: string, at: number) =>
  (text[at] === '曾' && functionWords.includes(text[at + 1] ?? '，')) || text[at] === '向';

/** Surnames whose other word no address follows: 不如钟署长. */
const isNoVerb: ReadonlySet<string> = new Set('钟范姜岳朴郁涂');

/** 余先生; and 余重申, where the text has named an 余 before. */
function isSurnameAlone(text: string, at: number, named: Named): boolean {
  const isJoined =
    joins.test(text.slice(Math.max(0, at - 1), at)) || isAnnounced(text, at) || isNoVerb.has(text[at]!);
  if (isJoined && isAddressed(text, at + 1) && (text[at] !== '于' || isWhole(text, at + 1))) return true;
  // The other meaning of 钟 is a bell, which does not speak.
  return (
    (isFresh(named, text[at]!) || text[at] === '钟') && says.test(text.slice(at + 1, at + 3)) && isJoined
  );
}

/** 于主任说; not 于主席台, 于法官的提问下, where it is a preposition. */
const isWhole = (text: string, at: number) =>
  /^(?:[，。：；、）」”\s]|$|等|和|与|说|称|指|表示|认为|透露|在|对|又|也|还|就|告诉|介绍)/.test(
    text.slice(addressEnd(text, at), addressEnd(text, at) + 2),
  );

/** Given names of people whom a names file has, where they stand as words of their own: 世杰 of 黃世杰. */
function keepGivenNames({ text, start, end, ends }: Clause, { givenNames }: Named, write: Write): void {
  for (let at = 0; start + at < end; at = ends[at]!) {
    const first = start + at;
    const form = givenNames.get(text.slice(first, Math.min(end, first + 2)));
    const isWhole = ends[at] === at + 2 || (ends[at] === at + 1 && ends[at + 1] === at + 2);
    // 李世杰 is somebody else.
    if (form === undefined || !isWhole || (at > 0 && isKnown(text[first - 1]!))) continue;
    for (const [index, char] of [...form].entries()) write(first + index, char, true);
  }
}

type Write = (at: number, form: string, isGiven: boolean) => void;

/** Writes the forms of names over what words made of them. */
export function keepNames(clause: Clause, named: Named, write: Write): void {
  if (named.givenNames.size > 0) keepGivenNames(clause, named, write);
  for (const { start, end } of findPersons(clause, named))
    for (let index = start; index < end; index++) {
      const form = formIn(clause.text[index]!, index > start);
      if (form) write(index, form, index > start);
    }
}

/** A given name is two characters that are no word together, a word of two, or one before a longer word. */
function givenName({ text, start, end, ends }: Clause, at: number): number {
  const length = end - start;
  if (at >= length) return 0;
  const first = ends[at]! - at;
  // 老邓|终于, 特首高|于公
  if (first === 2) return text[start + at + 1] === '于' || text[start + at] === '于' ? 0 : 2;
  if (first > 2) return 0;
  const isLonger =
    at + 1 < length && ends[at + 1] === at + 2 && !functionWords.includes(text[start + at + 1]!);
  // 特首高于公务员
  if (!isLonger && text[start + at] === '于') return 0;
  return isLonger ? 2 : 1;
}

/** Words that follow a name, and end none: 杨光|于2019年. */
const functionWords = '于在和与将已曾是的';
