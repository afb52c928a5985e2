import { isAsciiDigit, isHan, isLatin, isSpace } from '../../text/characters.js';
import { foldLine } from '../../text/fold.js';
import { isArticle, isItemStart, isNumberedHeading } from '../../text/press/items.js';
import { closers, lineStartProhibited, openers } from '../../text/prohibition.js';
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

/** How a line ends, brackets and quotation marks apart. */
export function endClass(text: string): End {
  let at = text.length - 1;
  while (at > 0 && (closers.has(text[at]!) || isSpace(text[at]!))) at--;
  const isClosed = at < text.length - 1;
  const last = foldLine(text[at]!);
  if (last === '。') return isClosed ? ends.stopClosed : ends.stop;
  if (last === '！' || last === '？') return isClosed ? ends.questionClosed : ends.question;
  if ('，、；'.includes(last)) return ends.comma;
  if (last === '：') return ends.colon;
  if ('—…'.includes(last)) return ends.dash;
  if (isClosed) return text.at(-1) === '”' || text.at(-1) === '」' ? ends.quotation : ends.bracket;
  if ('的了和与是为将把被对向从及在以由使让给但而并或且于至其该这那'.includes(last)) return ends.particle;
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

/** How a line begins. */
export function startClass(text: string): LineLooks['begins'] {
  const first = foldLine(text[0]!);
  if ('●■◆▲△★☆□◇○•·◎◘'.includes(first)) return begins.bullet;
  if (lineStartProhibited.has(first)) return begins.prohibited;
  if (first === '（') return begins.round;
  if (first === '【') return begins.square;
  if (openers.has(first)) return begins.quotation;
  if ('—…'.includes(first)) return begins.dash;
  if (/^[A-H][.、．]/u.test(text)) return begins.option;
  if (isArticle(text)) return begins.article;
  if (isNumberedHeading(text)) return begins.number;
  if (isItemStart(text)) return begins.item;
  if ('的了着们等级业者性化度'.includes(first)) return begins.particle;
  if (isHan(first)) return begins.han;
  return isAsciiDigit(first) ? begins.digit : isLatin(first) ? begins.latin : begins.other;
}
