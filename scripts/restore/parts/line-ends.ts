import { isAsciiDigit, isHan, isLatin, isSpace } from '../../text/characters.js';
import { byUnit } from '../../text/ends.js';
import { foldedUnit } from '../../text/fold.js';
import { isArticle, isItemStart, isNumberedHeading } from '../../text/press/items.js';
import { isCloser, lineStartProhibited, openers } from '../../text/prohibition.js';
import { feature } from './feature.js';
import type { End, LineLooks } from './view.js';

/** Words before the names of features of a line's end, by the page's punctuation. */
export const punctuations: readonly string[] = ['', 'old ', 'no marks '];

const endOf = (name: string): End => ({
  own: punctuations.map((marks) => feature(`${marks}ends ${name}`)),
  before: punctuations.map((marks) => feature(`${marks}before ends ${name}`)),
});
const beginOf = (name: string): LineLooks['begins'] => ({
  own: feature(`begins ${name}`),
  after: feature(`after begins ${name}`),
});

/** The ends of lines, with that of none before a page's first line. */
export const ends = {
  stop: endOf('stop'),
  stopClosed: endOf('stop closed'),
  question: endOf('question'),
  questionClosed: endOf('question closed'),
  comma: endOf('comma'),
  colon: endOf('colon'),
  dash: endOf('dash'),
  quotation: endOf('quotation'),
  bracket: endOf('bracket'),
  particle: endOf('particle'),
  han: endOf('Han'),
  digit: endOf('digit'),
  latin: endOf('Latin'),
  other: endOf('other'),
  none: endOf('none'),
};

/** The ends by their mark, alone and with closing marks behind it. */
const endsByMark = byUnit<readonly [End, End]>([
  ['。', [ends.stop, ends.stopClosed]],
  ['！？', [ends.question, ends.questionClosed]],
  ['，、；', [ends.comma, ends.comma]],
  ['：', [ends.colon, ends.colon]],
  ['—…', [ends.dash, ends.dash]],
]);
const closedEnds = byUnit([['”」', ends.quotation]]);
const lastParticles = byUnit([
  ['的了和与是为将把被对向从及在以由使让给但而并或且于至其该这那', ends.particle],
]);

/** How a line ends, brackets and quotation marks apart. */
export function endClass(text: string): End {
  let at = text.length - 1;
  while (at > 0 && (isCloser(text.charCodeAt(at)) || isSpace(text.charCodeAt(at)))) at--;
  const isClosed = at < text.length - 1;
  const last = foldedUnit(text, at);
  const marked = endsByMark.get(last);
  if (marked) return marked[isClosed ? 1 : 0];
  if (isClosed) return closedEnds.get(text.charCodeAt(text.length - 1)) ?? ends.bracket;
  const particle = lastParticles.get(last);
  if (particle) return particle;
  if (isHan(last)) return ends.han;
  return isAsciiDigit(last) ? ends.digit : isLatin(last) ? ends.latin : ends.other;
}

/** The beginnings of lines, with that of none behind a page's last line. */
export const begins = {
  bullet: beginOf('bullet'),
  prohibited: beginOf('prohibited'),
  round: beginOf('（'),
  square: beginOf('【'),
  quotation: beginOf('quotation'),
  dash: beginOf('dash'),
  option: beginOf('option'),
  article: beginOf('article'),
  number: beginOf('number'),
  item: beginOf('item'),
  particle: beginOf('particle'),
  han: beginOf('Han'),
  digit: beginOf('digit'),
  latin: beginOf('Latin'),
  other: beginOf('other'),
  none: beginOf('none'),
};

const beginsByMark = byUnit<LineLooks['begins']>([
  ['●■◆▲△★☆□◇○•·◎◘', begins.bullet],
  [lineStartProhibited, begins.prohibited],
  ['（', begins.round],
  ['【', begins.square],
  [openers, begins.quotation],
  ['—…', begins.dash],
]);
const firstParticles = byUnit([['的了着们等级业者性化度', begins.particle]]);

/** How a line begins. */
export function startClass(text: string): LineLooks['begins'] {
  const first = foldedUnit(text, 0);
  const marked = beginsByMark.get(first);
  if (marked) return marked;
  if (isLatin(first) && /^[A-H][.、．]/u.test(text)) return begins.option;
  if (isArticle(text)) return begins.article;
  if (isNumberedHeading(text)) return begins.number;
  if (isItemStart(text)) return begins.item;
  const particle = firstParticles.get(first);
  if (particle) return particle;
  if (isHan(first)) return begins.han;
  return isAsciiDigit(first) ? begins.digit : isLatin(first) ? begins.latin : begins.other;
}
