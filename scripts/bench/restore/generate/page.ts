import { han } from '../../../text/characters.js';
import { pattern } from '../../../text/pattern.js';
import type { Random } from '../../random.js';
import type { CorpusText, GoldPiece, GoldStory } from '../gold.js';
import { newTail, newTitle } from './titles.js';
import { clauseOf, personName, places } from './words.js';

const halfMark = pattern('gu')`(?<=[${han}”])[:,;]`;

/** Takes a story out of a document: consecutive paragraphs, with a title made of their clauses. */
export function newStory(text: CorpusText, number: number, random: Random): GoldStory {
  const usable = text.paras.filter((para) => para.text.length >= 2 && para.text.length <= 900);
  const count = Math.min(usable.length, random.integer(3, 14));
  const from = random.integer(0, usable.length - count);
  const body: GoldPiece[] = usable.slice(from, from + count).map((para) => ({
    role: para.role === 'subhead' ? 'crosshead' : 'paragraph',
    story: number,
    text: tidy(para.text),
  }));
  while (body.length > 0 && body.at(-1)!.role === 'crosshead') body.pop();
  if (body.length === 0) body.push({ role: 'paragraph', story: number, text: tidy(usable[from]!.text) });
  if (random.chance(0.6)) body.splice(0, body.length, ...body.flatMap((piece) => shorten(piece, random)));
  addCrossheads(body, number, random);
  const first = body[0]!;
  if (first.role === 'paragraph' && random.chance(0.45) && !/^第.{1,9}条/u.test(first.text))
    first.text = dateline(random) + first.text;
  else if (first.role === 'paragraph' && random.chance(0.4) && !/^第.{1,9}条/u.test(first.text))
    first.text = `${random.pick(newsDays)}，${first.text}`;
  markLists(body);
  const tail = random.chance(0.25) ? newTail(number, random) : undefined;
  const last = body.at(-1)!;
  if (tail && random.chance(0.5) && last.role === 'paragraph') last.text += tail.text;
  else if (tail) body.push(tail);
  return { number, title: newTitle(body, number, random), body };
}

/** Text as an editor today would print it: spaces around numbers are layout, the one after 第…条 is text. */
function tidy(text: string): string {
  return text
    .trim()
    .replace(/[０-９Ａ-Ｚａ-ｚ]|(?<=[０-９])．(?=[０-９])/gu, (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    )
    .replace(/(?<=\d)．(?=\d)/gu, '.')
    .replace(halfMark, (mark) => ({ ':': '：', ',': '，', ';': '；' })[mark]!)
    .replace(/(?<=[一二三四五六七八九])[○0]+(?=[一二三四五六七八九年])/gu, (zeros) =>
      '〇'.repeat(zeros.length),
    )
    .replace(
      /(?<=^第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)[ \u3000\t]+/u,
      '\u3000',
    )
    .replace(/(?<=[^\u0000-\u00ff])[ \t]+|[ \t]+(?=[^\u0000-\u00ff])/gu, '')
    .replace(/(?<=\d)[ ](?=\d)/gu, '');
}

/** （一）…；（二）…；: numbered neighbours are items of a list. */
function markLists(body: GoldPiece[]): void {
  const isItem = ({ text }: GoldPiece) =>
    /^(?:（[一二三四五六七八九十]+）|\d+[.．、])[^。]*[；。]$/u.test(text);
  const items = body.map(isItem);
  body.forEach((piece, index) => {
    if (items[index] && (items[index - 1] || items[index + 1])) piece.role = 'list';
  });
}

/** News has shorter paragraphs than reports: splits one after a sentence. */
function shorten(piece: GoldPiece, random: Random): GoldPiece[] {
  if (piece.role !== 'paragraph' || piece.text.length < 160) return [piece];
  const sentences = piece.text.match(/[^。！？]*[。！？]+[”’）]*|[^。！？]+$/gu) ?? [piece.text];
  const parts: string[] = [];
  let most = random.integer(40, 160);
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= most)
      parts[parts.length - 1] = last + sentence;
    else {
      parts.push(sentence);
      most = random.integer(40, 160);
    }
  }
  return parts.map((text) => ({ ...piece, text }));
}

/** 小标题: an occasional one, or one every few paragraphs in one form. */
function addCrossheads(body: GoldPiece[], story: number, random: Random): void {
  if (body.length < 6 || !random.chance(0.4)) return;
  const form = newForm(random);
  const isLong = random.chance(0.4);
  const step = random.integer(2, 6);
  const most = random.integer(1, 6);
  // A label over the first of them, or over each: 【新闻回放】.
  const label = random.chance(0.1) ? random.pick(labels) : '';
  let count = 0;
  for (
    let at = random.chance(0.15) ? 0 : random.integer(1, 3);
    at < body.length && count < most;
    at += step + 1
  ) {
    const clause = clauseOf(body[at]!, random, [4, isLong ? 24 : 14]);
    const second = clauseOf(body[at]!, random, [4, 12]);
    if (!clause || body[at]!.role !== 'paragraph') continue;
    body.splice(at, 0, { role: 'crosshead', story, text: form(clause, second ?? '', ++count) });
    if (label !== '' && count === 1) body.splice(at++, 0, { role: 'crosshead', story, text: label });
  }
}

/** 栏目: names of a story's parts. */
const labels = [
  '【新闻回放】',
  '新闻背景',
  '相关链接',
  '【提要】',
  '■记者手记',
  '【专家观点】',
  '延伸阅读：',
];

/** 导语: the time with which news begins. */
const newsDays = ['昨日', '昨天', '近日', '日前', '今天', '连日来', '昨日上午', '本周'];

type Form = (clause: string, second: string, count: number) => string;

function newForm(random: Random): Form {
  const numerals = '一二三四五六';
  return random.weighted<Form>([
    [(clause) => clause, 4],
    [(clause) => (clause.length >= 8 ? `${clause.slice(0, 4)}\u3000${clause.slice(4)}` : clause), 2],
    [(clause, second) => `${clause}\u3000${second}`.trim(), 2],
    [(clause, _, count) => `${numerals[count - 1]}、${clause}`, 1],
    [(clause, second, count) => `（${numerals[count - 1]}）${clause}，${second || clause}`, 1],
    [(clause, second) => `${clause.slice(0, 5)}：${second || clause}`, 1],
    [(clause) => `“${clause.slice(0, 3)}”${clause.slice(3)}`, 0.7],
    [(clause) => `${clause}？`, 0.7],
    [(clause) => `■${clause}`, 0.7],
    [(clause) => `【${clause.slice(0, 8)}】`, 0.4],
    [(clause, second) => `关注“${clause}”：${second || clause}`, 0.5],
    [(clause, second) => `${second || clause}《${clause}》`, 0.5],
    [(clause, second) => `新闻背景：${clause}${second}`, 0.5],
    [(clause, second) => `${clause}，${second || clause}`, 0.5],
  ]);
}

function dateline(random: Random): string {
  const name = personName(random);
  const day = `${random.integer(1, 12)}月${random.integer(1, 28)}日`;
  return random.weighted([
    [`本报讯（记者${name}）`, 4],
    [`本报讯`, 1],
    [`新华社${random.pick(places)}${day}电（记者${name}、${personName(random)}）`, 3],
    [`本报${random.pick(places)}${day}电（记者${name}）`, 1],
  ] as const);
}
