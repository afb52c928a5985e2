import { hasHan } from '../../../text/characters.js';
import { foldLine } from '../../../text/fold.js';
import { isContact, isDay, isImprint } from '../../../text/press/imprint.js';
import { isItemStart, isNumberAlone, isSalutation } from '../../../text/press/items.js';
import { isColumnName } from '../../../text/press/masthead.js';
import { isByline, isCaption, isCredit, isOldAuthor } from '../../../text/press/names.js';
import { isSignature } from '../../../text/press/signatures.js';
import { looksLikeNames, looksLikeTail } from '../../../text/press/tails.js';
import { remember } from '../../../text/remember.js';
import { visibleLength } from '../../../text/visible.js';
import { punctuationOf } from '../../measure/evidence.js';
import type { Line } from '../../measure/lines.js';
import { pieceNumbers } from '../../numbers/pieces.js';
import type { Found } from './found.js';
import { usualLength } from './usual-length.js';
import { verseAt } from './verse.js';

const {
  around,
  brokenShare,
  differentEnds,
  fullQuantile,
  leastFree,
  leastMean,
  leastProse,
  leastSigned,
  longestAuthor,
  longestFree,
  longestName,
  mostFilled,
  mostFree,
  shortFree,
  unevenShare,
  wholeShare,
} = pieceNumbers;

/**
 * 新诗: lines of different lengths that do not end at a column edge: much shorter than the surrounding prose, or, without
 * prose around, uneven and unpunctuated. An author's name with a title above it separates one poem from the next.
 */
export function freeVerseAt(lines: readonly Line[], from: number): Found {
  const strict = strictVerseAt(lines, from);
  return strict.isFound ? strict : (looseVerseAt(lines, from) ?? strict);
}

function strictVerseAt(lines: readonly Line[], from: number): Found {
  if (!isFreeLine(lines[from]!.text)) return { to: from, isFound: false };
  const before = lines[from - 1];
  // The last line of a paragraph is short, too.
  if (before && isUnended(before.text) && !isAuthor(before)) {
    const usual = usualLength(lines, from, from, fullQuantile);
    if (before.text.length >= usual * shortFree) return { to: from, isFound: false };
  }
  const run = runFrom(lines, from);
  if (run.some(isAuthor)) {
    const author = run.findIndex(isAuthor);
    // The lines before an author and a title may be another poem.
    const end = from + author - 1;
    return end > from && isVerse(lines, from, end)
      ? { to: end, isFound: true }
      : { to: Math.max(from + author + 1, from), isFound: false };
  }
  const to = from + run.length;
  return { to, isFound: isVerse(lines, from, to) };
}

/**
 * 母亲弯着腰，把自己 | 交给一片金黄: under title and author lines with commas within them, of which many end short of the
 * longest in the middle of a sentence. No measure breaks prose so.
 */
function looseVerseAt(lines: readonly Line[], from: number): Found | undefined {
  if (from < 2 || !isAuthor(lines[from - 1]!) || isColumnName(lines[from - 1]!.text)) return undefined;
  const usual = usualLength(lines, from, from, fullQuantile);
  const most = usual >= leastProse ? Math.min(longestFree, usual * shortFree) : longestFree;
  const isOne = (line: Line) =>
    line.text.length <= most && isLooseLine(line.text) && !isAuthor(line) && !isColumnName(line.text);
  let to = from;
  while (to < Math.min(lines.length, from + mostFree) && isOne(lines[to]!)) to++;
  // The title of the next piece stands above its author.
  if (to < lines.length && isAuthor(lines[to]!)) to--;
  if (to - from < leastFree) return undefined;
  const own = lines.slice(from, to).map(({ text }) => text);
  const longest = Math.max(...own.map(visibleLength));
  const broken = own.filter((text) => isUnended(text) && visibleLength(text) <= longest - 2);
  return broken.length >= own.length * brokenShare ? { to, isFound: true } : undefined;
}

/** A line of at most two clauses. */
const isLooseLine = (text: string) => isFreeLine(text.replace(/(?<=\p{sc=Han})，(?=\p{sc=Han})/u, ''));

function runFrom(lines: readonly Line[], from: number): Line[] {
  let to = from;
  // Poems in a regular form are found by that form.
  while (to < Math.min(lines.length, from + mostFree) && isFreeLine(lines[to]!.text)) {
    if (to > from && verseAt(lines, to).isFound) break;
    to++;
  }
  return lines.slice(from, to);
}

/** 署名 of a poem: one name, alone on its line, or behind the writer's school or place: 高二（5）班　柳如烟. */
export function isAuthor({ text }: Line): boolean {
  if (isOldAuthor(text)) return true;
  if (text.length > longestAuthor) return false;
  if (/[ \u3000]/u.test(text)) return isNameBehindUnit(foldLine(text));
  return text.length <= longestName && (nameless.test(text) || looksLikeNames(text));
}
const nameless = /^(?:前人|佚名|無名氏|无名氏)$/u;

function isNameBehindUnit(folded: string): boolean {
  const name = unitAndName.exec(folded)?.[1];
  return name !== undefined && looksLikeNames(name);
}
const unitAndName = /^[^，。；：、 ]{2,16}(?:[班级社村镇乡县市校学院队局厂店部旗州省]|[）)]) +([^ ]{2,3})$/u;

/** True for a line without a mark at its end. */
const isUnended = (text: string) => !/[。！？：”…—]$/u.test(text);

/** A possible line of a poem: words, and at most one mark at the end. */
function isFreeLine(text: string): boolean {
  if (text.length > longestFree || text.length < 2 || !hasHan(text)) return false;
  if (
    /[：（）()【】《》「」『』◘\d０-９A-Za-z \u3000]|[，。！？、；…—]./u.test(
      foldLine(text).replace(/[…—]{2}$/u, '—'),
    )
  )
    return false;
  return !isNumberAlone(text) && !isKnownForm(text);
}

/** True for lines of a newspaper's forms, which are no verse: items, names, captions, dates, contacts. */
export const isKnownForm = remember(
  (text): boolean =>
    isItemStart(text) ||
    isSalutation(text) ||
    isByline(text) ||
    isCredit(text) ||
    isCaption(text) ||
    isImprint(text) ||
    isContact(text) ||
    isDay(text) ||
    isSignature(text) ||
    looksLikeTail(text),
);

/** …柳大娘一开口就唱：: the text says that verse follows. */
function isSung(lines: readonly Line[], from: number): boolean {
  const before = lines
    .slice(Math.max(0, from - 2), from)
    .map(({ text }) => text)
    .join('');
  if (/[：:]$/u.test(before)) return /[唱吟诵誦咏詠诗詩歌谣謠曲]/u.test(before);
  return /[。！]$/u.test(before) && told.test(before);
}
/** 我写下这几行诗的时候，窗外正飘着雪。 */
const told =
  /[写寫][^。]{0,8}(?:[几幾]行|[诗詩])|(?:[诗詩]|歌|民谣|民謠)(?:是这样|是這樣|里|裡|中)[写寫唱说說]/u;

function isVerse(lines: readonly Line[], from: number, to: number): boolean {
  const own = lines.slice(from, to).map(({ text }) => text);
  const isSigned = from > 0 && (isAuthor(lines[from - 1]!) || isSung(lines, from));
  if (own.length < (isSigned ? leastSigned : leastFree)) return false;
  const lengths = own.map(visibleLength);
  const longest = Math.max(...lengths);
  if (lengths.reduce((sum, length) => sum + length, 0) < own.length * leastMean) return false;
  const ends = new Set(own.map((text) => text.replace(/[，。！？、；…—]+$/u, '').at(-1)));
  if (ends.size < own.length * differentEnds) return false;
  const usual = usualLength(lines, from, to, fullQuantile);
  if (usual >= leastProse) return longest <= usual * shortFree && isModernAround(lines, from, to);
  if (own.length < lines.length * wholeShare) return false;
  // Lines that fill a measure are prose without marks.
  if (
    longest >= leastProse &&
    lengths.filter((length) => length >= longest - 1).length > own.length * mostFilled
  )
    return false;
  const isBare = own.every((text) => !/[，。！？、]$/u.test(text));
  // Under an author's name a line that is two characters shorter tells enough.
  const short = lengths.filter((length) => length < (isSigned ? longest - 1 : longest * shortFree)).length;
  return isBare && short >= own.length * unevenShare;
}

/** Narrow columns without modern punctuation have short lines in prose, too. */
function isModernAround(lines: readonly Line[], from: number, to: number): boolean {
  const near = [...lines.slice(Math.max(0, from - around), from), ...lines.slice(to, to + around)];
  const marked = near.filter(({ text }) => /[，。,.]/u.test(text)).length;
  return marked * 2 >= near.length && punctuationOf(near) === 'modern';
}

/** 例: a name, the text before, `---`, the text after; `?` marks a question. */
export const cases = `
## a poem between two pieces of prose
他常常想起小时候在镍都背诵过的那首诗，
诗里写的是春天的江南和远方的故乡。
乡路
马小芹
那条路还在
弯弯曲曲伸向山坳
母亲站在路口
把炊烟站成一棵树
我走得再远
也走不出她的目光
清明
赵一凡
每到清明，我总要回老家一趟。山坡上的桃
花开了，父亲的坟前长满了青草。
---
paragraph: 他常常想起小时候在镍都背诵过的那首诗，诗里写的是春天的江南和远方的故乡。
***
headline: 乡路
byline: 马小芹
verse: 那条路还在
弯弯曲曲伸向山坳
母亲站在路口
把炊烟站成一棵树
我走得再远
也走不出她的目光
***
headline: 清明
byline: 赵一凡
paragraph: 每到清明，我总要回老家一趟。山坡上的桃花开了，父亲的坟前长满了青草。
`;
