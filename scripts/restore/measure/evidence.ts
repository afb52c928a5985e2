import { isAsciiDigit, isHan, isLatin, isSpace } from '../../text/characters.js';
import { closers, lineStartProhibited, sentenceEnds } from '../../text/prohibition.js';
import { isContinuedOn } from '../structure/jumps.js';
import type { Line } from './lines.js';
import type { Evidence } from './page.js';

/** 句末 hazards, measured on government reports, statutes and the sample: share of a character's occurrences that end a paragraph. */
const endShares: Record<string, number> = {
  '。': 0.25,
  '！': 0.3,
  '!': 0.3,
  '？': 0.12,
  '?': 0.12,
  '：': 0.05,
  ':': 0.05,
  '；': 0.05,
  ';': 0.05,
  '…': 0.1,
  '—': 0.05,
  '）': 0.006,
  ')': 0.006,
  '》': 0.004,
  '〉': 0.004,
  '，': 0.0003,
  ',': 0.0003,
  '、': 0.00005,
};
const endShareOther = 0.0004;

const listHead =
  /^“?(（[一二三四五六七八九十百]{1,3}）|\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百千零〇\d]{1,7}[章节条编]|[①-⑳●■◆▲△★☆□◇○•]|[一二三四五六七八九十]是)/;
/** 一、…… as a heading is numbered. */
const numbering =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2}，|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百\d]{1,4}[章节编部分]|\d{1,2}[.．、](?!\d))/u;
const dateline =
  /^(本报|新华社|中新社|人民日报|据新华社)[^，。]{0,14}?(讯|电)|^(本报讯|［[^］]+讯］|【[^】]+】|（记者|\(记者)/;
/** 摄 after a name ends a caption as a stop ends a sentence. */
const creditEnd = /[ \u3000](?:摄|供图|文\/图)[）)]?$|[（(]资料(?:图|照)片?[）)]$/u;
const captionHead = /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?，|[上下左右题]?图(?:为|是))/u;
const jumpHead = /^[（(【]?(上接|下转|紧接|接)第?[一二三四五六七八九十\dA-Z０-９]{1,4}版/;
/** Somebody's Markdown: an item, a quotation, a heading. */
const markup = /^(?:[-*+>]|#{1,6})[ ]/u;
/** 称呼: stands alone on its line. */
const salutation = /^(?:各位|同志们|朋友们|女士们|先生们|尊敬的)[^，。；]{0,16}[！：:!]$/u;
/** 问答: whoever speaks. */
const speaker = /^(?:问|答|记者|主持人|本报记者)[：:]/u;
/** 题注: when a statute was passed and amended; a paragraph without a stop. */
const enactment = /^(?:\d{4}|[一二三四五六七八九〇○]{4})年.{2,7}日.{6}/u;
const enacted = /(?:通过|公布|施行|修正|修订)$/u;
/** 第…条 with the blank that statutes put behind it, which a mere reference lacks. */
const spacedArticle =
  /^第[一二三四五六七八九十百千零〇\d]{1,9}[条章节编](?:之[一二三四五六七八九十]+)?[ \u3000]/u;
const unlikelyStart = /^[的了着们等级业者性化性度]/;

/** Weighs the characters at the lines' borders. */
export function weighLines(lines: readonly Line[]): Evidence {
  const make = () => new Float64Array(lines.length);
  const evidence: Evidence = { end: make(), stay: make(), start: make(), heading: make(), gap: make() };
  const oldStyle = hasOldPunctuation(lines);
  lines.forEach((line, index) => {
    const share = endShare(line.text, oldStyle);
    evidence.end[index] = Math.log(share);
    evidence.stay[index] = Math.log(1 - share);
    evidence.start[index] = startWeight(line.text, lines[index - 1]?.text);
    evidence.heading[index] = headingWeight(line.text, evidence.start[index]!);
  });
  return evidence;
}

/** 旧式标点: where 、 serves as comma and stop alike, it ends paragraphs too. */
function hasOldPunctuation(lines: readonly Line[]): boolean {
  let stops = 0;
  let pauses = 0;
  for (const { text } of lines) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === fullStop || code === comma) stops++;
      else if (code === pause) pauses++;
    }
  }
  return pauses > 3 * stops;
}

const [fullStop, comma, pause] = [...'。，、'].map((mark) => mark.charCodeAt(0));

function endShare(text: string, oldStyle: boolean): number {
  let at = text.length - 1;
  while (at > 0 && (closers.has(text[at]!) || isSpace(text[at]!))) at--;
  const last = text[at]!;
  if (oldStyle && last === '、') return 0.08;
  if (/[版页）)】]$/u.test(text) && isContinuedOn(text)) return 0.9;
  if (creditEnd.test(text)) return 0.5;
  if (/^…+$/u.test(text)) return 0.8;
  if (enacted.test(text)) return 0.05;
  if (at < text.length - 1) {
    if (sentenceEnds.has(last)) return 0.3;
    if (last === '…' || last === '—') return 0.1;
    return endShares[text.at(-1)!] ?? 0.004;
  }
  return endShares[last] ?? endShareOther;
}

function startWeight(text: string, before: string | undefined): number {
  if (jumpHead.test(text)) return 4;
  if (dateline.test(text)) return 3;
  if (captionHead.test(text.replaceAll(' ', ''))) return 2.5;
  if (/^…+$/u.test(text)) return 2;
  if (markup.test(text)) return 3;
  if (salutation.test(text)) return 2;
  if (speaker.test(text)) return 2.5;
  if (spacedArticle.test(text) && !/[，、《“（]$/u.test(before ?? '')) return 4.5;
  // An item follows a complete sentence, a colon or another item; inside a sentence （一） only cites one.
  if (listHead.test(text)) return before === undefined || /[。！？：；!?:;”）]$/u.test(before) ? 4.5 : 0.5;
  const first = text[0]!;
  if (lineStartProhibited.has(first)) return -7;
  if (unlikelyStart.test(text)) return -2.5;
  return first === '“' || first === '「' ? 0.4 : 0;
}

/** A heading is short, has no stop at its end, few marks inside, and maybe blanks between its phrases. */
function headingWeight(text: string, start: number): number {
  const visible = [...text].filter((char) => !isSpace(char.charCodeAt(0)));
  const dense = visible.join('');
  const length = visible.length;
  let weight = headingBase;
  if (length < 2) weight -= 4;
  if (length > 34) weight -= (length - 34) * 0.3;
  if (length <= 24) weight += 0.5;
  const last = visible.at(-1) ?? '';
  if (sentenceEnds.has(last)) weight -= last === '。' ? 5 : 0.5;
  if ('，、；,;：:'.includes(last)) weight -= 6;
  if (lineStartProhibited.has(visible[0] ?? '')) weight -= 6;
  const isNumbered = numbering.test(dense);
  let marks = 0;
  for (const char of visible) if ('，。；,;'.includes(char)) marks++;
  weight -= isNumbered ? Math.max(0, marks - 1) : marks * 1.2;
  if (dateline.test(dense) || article.test(dense) || speaker.test(dense)) return weight - 3;
  if (hasPhraseSpaces(text)) weight += 2;
  // What begins like a block may be a heading as well as a paragraph; a numbered one without marks is.
  if (start > 0) weight += start;
  if (isNumbered && !/[。；]/u.test(dense)) weight += 1;
  if (enactment.test(dense)) weight -= 3;
  if (length <= 26 && /(?:强调|指出|要求|表示|提出)$/u.test(dense.slice(-2))) weight += 2;
  if (dense.startsWith('——') && length > 4) weight += 2;
  if (/^(记者|本报记者|通讯员|文\/|图\/)/.test(dense) && length < 24) weight += 2;
  if (isHan(last) && /[的了和与在是为将把被对向从及]/.test(last)) weight -= 2.5;
  if (isAsciiDigit(last) || isLatin(last)) weight -= 0.5;
  return weight;
}

/** Log share of headings among lines, less what it takes that one is as long as it happens to be. */
const headingBase = -5;
const article = /^第[一二三四五六七八九十百千零〇\d]{1,9}条/u;

function hasPhraseSpaces(text: string): boolean {
  return /[\u3400-\u9fff”’》][ \u3000]+[\u3400-\u9fff“‘《]/.test(text);
}
