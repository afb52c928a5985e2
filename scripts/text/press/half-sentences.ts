import { charactersOf, endsWith } from '../ends.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { isLineStartProhibited } from '../prohibition.js';
import { opensWithDateline } from './datelines.js';
import { numeral } from './words.js';

const time =
  '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上?|深夜|夜间?|当天|起|前|后|底|末|初|中旬|上旬|下旬|以来)';
const dayFirst = pattern(
  'u',
)`^(?:${numeral}{4}年)?(?:${numeral}{1,3}月)?(?:${numeral}{1,3}日|月)?(?:至${numeral}{1,3}日)?${time}?，`;

/** True if a sentence begins here with its day: 2月25日，金昌… Such a line is a caption or text, not a title. */
export const opensWithDay = (text: string) => {
  const folded = foldLine(text).slice(0, 40);
  if (!/^ *[\d一二三四五六七八九十〇]/u.test(folded)) return false;
  const dense = folded.replaceAll(' ', '');
  return dayFirst.test(dense) && /^[^，]*[年月日]/u.test(dense);
};

/** 导语: words with which news says when, near its beginning. */
const newsDay = pattern(
  'u',
)`^[^。！？]{0,18}(?:昨[日天晚晨]|近日|日前|今[日天晨]|即日起|连日来|本周|上周|下周|${numeral}{1,3}日(?:[上下]午|晚|，))`;

/** True if a line says near its beginning when something happened, as news does. */
export const saysWhen = (text: string) => {
  const folded = foldLine(text).slice(0, 32);
  return /[昨今日周]/u.test(folded) && newsDay.test(folded);
};

/** 虚词 that ask for what follows: no phrase ends with them. */
const unfinished =
  /(?:[的和与及或把被将对由以而但若]|为了|通过|按照|根据|包括|例如|其中|以便|不仅|如果|虽然|尽管|随着|关于|由于|因为|或者|以及|并且|而且)$/u;
/** Last characters of those words. */
const unfinishedEnds = charactersOf('的和与及或把被将对由以而但若了过照据括如中便仅果然管着于为者且');
/** … although words end with the same characters. */
const finished = pattern(
  'u',
)`(?:目的|有的放矢|[饱总共亲缓柔中温调][和]|[参给赠][与]|[普波涉顾触兼埃提危殃遍]及|[部名干闯主健老小上中少大]将|[反针校核应面相绝结成配派]对|[自理缘事]由|[可得难足予加所何]以|[不非]但|[然从反因进]而|一[把被]|[车火]把|[棉毛夹]被|[假不何自突]若)$`;

/**
 * 半句, by its beginning: whether a line goes on from another, or begins a sentence as no title does: with a mark that
 * begins no line, with a 电头, with a day and a comma.
 */
export function beginsInside(text: string): boolean {
  if (isLineStartProhibited(text.charCodeAt(0)) && text[0] !== '·' && text[0] !== '•') return true;
  return opensWithDay(text) || opensWithDateline(text);
}

/** The mark that would close a bracket that this line opens, or leaves open; '' if all are closed. */
export function openBracket(text: string): string {
  const folded = foldLine(text);
  const pairs = ['【】', '《》'];
  return pairs.find(([from, to]) => folded.lastIndexOf(from!) > folded.lastIndexOf(to!))?.[1] ?? '';
}

/**
 * 半句, by its end: whether a phrase that ends with this line breaks off, or is a whole sentence, as no title is.
 *
 * @param hasStops whether this page ends its sentences with 。
 */
export function breaksOff(text: string, hasStops: boolean): boolean {
  const folded = foldLine(text.trim());
  if (/[（《〈【〔“‘「『，、；]$/u.test(folded) || (hasStops && /。$/u.test(folded))) return true;
  if (/《[^》]*$|（[^）]*$|【[^】]*$/u.test(folded)) return true;
  return endsWith(folded, unfinishedEnds) && unfinished.test(folded) && !finished.test(folded);
}

const needsMore = pattern(
  'u',
)`[，。、；][^，。！？；：]{0,24}(?:[的和与及或把被将对由以而但若为]|为了|通过|按照|根据|包括|例如|其中|或者|以及|并且|而且)$`;

/** True if a line of prose ends with a word that must be continued: …发黄。为 | 查明原因. */
export function endsUnfinished(text: string): boolean {
  const folded = foldLine(text).slice(-40);
  return (
    endsWith(folded, unfinishedEnds) &&
    needsMore.test(folded) &&
    !finished.test(folded) &&
    !/(?:作|行|成|认|人|称|变|视|分|最|更|较)为$/u.test(folded)
  );
}
