import { leaning, officeLength } from './leaning.js';
import { endsOrgan, isOfPlace } from './organs.js';
import { phraseStarts } from './phrase-starts.js';

/**
 * 标题断句: the cost of ending a line, by the sense of the words around its end, from 0. The unit is that of `balance` in
 * `typeset/lines/title-lines.browser.ts`. Only the order and rough distances matter; they were set by eye on headlines.
 */
export const breakCosts = {
  /** Behind a blank, which editors set between the clauses of a headline. */
  blank: 0,
  /** Behind ，；：。！？】 */
  clause: 0.03,
  /** Behind 、 */
  item: 0.12,
  /** Behind 的, 了 or 在…上; before a verb, a preposition, 和 or an opening mark. */
  phrase: 0.18,
  /** Between other words. */
  word: 0.4,
  /** Between a verb and its object, or an adverb and its verb. */
  object: 0.55,
  /** Inside of quotes or a long compound. */
  inside: 0.35,
  /** Between a place and its institution, or a title of office: 清溪县|人民医院, 法国|总统. */
  place: 0.75,
  /** Behind the number of a session, before the word that says what a compound is: 第三次|会议, 拓宽|工程. */
  head: 0.6,
  /** Before a figure that is no date, behind its verb: 增长|8.7%. */
  figure: 0.8,
  /** Behind the number of a section: 一、 */
  number: 0.9,
  /** Inside of what should stay together: 中央|总书记, 国家|安全. */
  unit: 1.5,
} as const;

/** Marks that open quotes, titles and brackets. */
export const openingMarks = '“‘《（「『【(';

/** The words beside a place. */
export interface Beside {
  before: string;
  after: string;
}

/** Cost of a line's end before an offset of a title. */
export function breakCost(text: string, at: number, beside: Beside): number {
  const head = text.slice(0, at);
  if (sectionNumber.test(head)) return breakCosts.number;
  if (/[\s\u3000]$/u.test(head)) return breakCosts.blank;
  const compound = compoundAt(text, at);
  const inside = openings(head) > 0 || compound > 0 ? breakCosts.inside : 0;
  const whole = compound > 0 && compound <= longestCompound ? breakCosts.unit : 0;
  // 推进会 is no verb.
  const isNoun = nounEnding.test(text[at + beside.after.length] ?? '');
  const words = isNoun ? { ...beside, after: '' } : beside;
  const own = costOfWords(head, text[at]!, words);
  return Math.max(own, costOfNames(text, at, own)) + Math.max(inside, whole);
}

/** The cost of parting an institution or a figure from the words before, which mean one thing with it. */
function costOfNames(text: string, at: number, own: number): number {
  if (own < breakCosts.word) return 0;
  if (/^\d(?![\d—–-]*[年月日])/u.test(text.slice(at))) return breakCosts.figure;
  // Behind a verb stands its object: 走进|大学.
  if (own > breakCosts.word) return 0;
  if (endsOrgan(text, at)) return breakCosts.unit;
  // 法国|总统
  if (isOfPlace(text, at) || officeLength(text, at) > 0) return breakCosts.place;
  return nthTime.test(text.slice(0, at)) || headNoun.test(text.slice(at)) ? breakCosts.head : 0;
}

function costOfWords(head: string, next: string, { before, after }: Beside): number {
  if (/[，；：。！？】：；,:;!?—…]$/u.test(head)) return breakCosts.clause;
  if (head.endsWith('、')) return breakCosts.item;
  const isAfterStart = phraseStarts.has(before);
  if (phraseStarts.has(after) || leaning.forward.has(after) || leaning.verbs.has(after))
    return isAfterStart ? breakCosts.object : breakCosts.phrase;
  if (/[的了着上中下里后前时]$/u.test(before) && before.length < 5) return breakCosts.phrase;
  if (openingMarks.includes(next)) return isAfterStart ? breakCosts.word : breakCosts.phrase;
  return isAfterStart ? breakCosts.object : breakCosts.word;
}

/** 第十八次, 第三届 */
const nthTime = /第[\d一二三四五六七八九十百]+[次届批轮]$/u;
const headNoun =
  /^(?:工程|工作|项目|计划|行动|活动|会议|制度|机制|体系|条例|办法|规定|方案|情况|仪式|典礼|大会|论坛|特展|系统|模式|案件|事件|问题|意见|综合楼)/u;

const nounEnding = /[会者率量度员案法]/u;

/** 一、 （二） 3. 第四条: a number without its text. */
const sectionNumber =
  /^\s*(?:[（(]?[一二三四五六七八九十百零〇\d]{1,4}[）)、.．,，]|第[一二三四五六七八九十百零〇\d]{1,4}[章节篇编条回部]|——)[\s\u3000]*$/u;

/** Number of quotes, titles and brackets that are open at the end of a text. */
function openings(head: string): number {
  let open = 0;
  for (const char of head) {
    if (openingMarks.includes(char)) open++;
    else if ('”’》）」』】)'.includes(char)) open--;
  }
  return open;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A longer one is a name of several words: 全国人民代表大会. */
const longestCompound = 4;

/** Length of the word around an offset by ICU's dictionary, which has many compounds; 0 between two words. */
function compoundAt(text: string, at: number): number {
  const found = segmenter.segment(text).containing(at);
  return found && found.index < at ? found.segment.length : 0;
}
