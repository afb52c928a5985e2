import type { Role } from '../../article/article.js';
import { han } from '../../text/characters.js';
import { pattern } from '../../text/pattern.js';
import type { Random } from '../random.js';

const halfMark = pattern('gu')`(?<=[${han}”])[:,;]`;

/** Text for the generator: a document's paragraphs with their roles. */
export interface CorpusText {
  id: string;
  paras: { role: string; text: string }[];
}

export type GoldRole = Role | 'headline' | 'kicker' | 'deck' | 'byline' | 'furniture';

/** A part of the page as the editor wrote it. */
export interface GoldPiece {
  role: GoldRole;
  /** The story it belongs to; −1 for furniture. */
  story: number;
  text: string;
}

/** A story before it is set: its title's parts and its body, in reading order. */
export interface GoldStory {
  number: number;
  title: GoldPiece[];
  body: GoldPiece[];
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志鹏雪梅';
export const places = ['北京', '兰州', '金昌', '武威', '上海', '西宁', '成都', '武汉'];

export function personName(random: Random): string {
  const chars = [...given];
  return random.pick([...surnames]) + random.pick(chars) + (random.chance(0.6) ? random.pick(chars) : '');
}

/** Takes a story out of a document: consecutive paragraphs, with a title made of clauses that stand in them. */
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
  addCrosshead(body, number, random);
  const first = body[0]!;
  if (first.role === 'paragraph' && random.chance(0.45) && !/^第.{1,9}条/u.test(first.text))
    first.text = dateline(random) + first.text;
  markLists(body);
  return { number, title: newTitle(body, number, random), body };
}

/** What an editor of today would print: blanks round numbers are the sources' layout, the one after 第…条 is text. */
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

/** （一）…；（二）…；: neighbours that count are a list's items. */
function markLists(body: GoldPiece[]): void {
  const isItem = ({ text }: GoldPiece) =>
    /^(?:（[一二三四五六七八九十]+）|\d+[.．、])[^。]*[；。]$/u.test(text);
  const items = body.map(isItem);
  body.forEach((piece, index) => {
    if (items[index] && (items[index - 1] || items[index + 1])) piece.role = 'list';
  });
}

function addCrosshead(body: GoldPiece[], story: number, random: Random): void {
  if (body.length < 6 || !random.chance(0.35)) return;
  const at = random.integer(2, body.length - 2);
  const clause = clauseOf(body[at]!, random, [4, 14]);
  if (clause && body[at]!.role === 'paragraph') {
    const text =
      random.chance(0.4) && clause.length >= 8 ? `${clause.slice(0, 4)}\u3000${clause.slice(4)}` : clause;
    body.splice(at, 0, { role: 'crosshead', story, text });
  }
}

export function clauseOf(
  piece: GoldPiece,
  random: Random,
  [least, most]: readonly [number, number],
): string | undefined {
  const clauses = piece.text
    .split(/[，。；：！？、“”（）《》—…\s]/u)
    .filter(
      (clause) => clause.length >= least && clause.length <= most && !/[\dA-Za-z０-９]|^第.*条/u.test(clause),
    );
  return clauses.length > 0 ? random.pick(clauses) : undefined;
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

function newTitle(body: readonly GoldPiece[], story: number, random: Random): GoldPiece[] {
  const paragraphs = body.filter(({ role }) => role === 'paragraph');
  if (paragraphs.length === 0) return [];
  const clause = () => clauseOf(random.pick(paragraphs), random, [7, 18]);
  const headline = clause() ?? clause() ?? clause();
  if (!headline) return [];
  const pieces: GoldPiece[] = [];
  const add = (role: GoldRole, text: string) => pieces.push({ role, story, text });
  if (random.chance(0.15))
    add(
      'kicker',
      `${personName(random)}在${random.pick(places)}调研时${random.pick(['强调', '指出', '要求'])}`,
    );
  const second = random.chance(0.25) ? clause() : undefined;
  add('headline', second && second !== headline ? `${headline}\u3000${second}` : headline);
  const deck = random.chance(0.15) ? clauseOf(random.pick(paragraphs), random, [8, 22]) : undefined;
  if (deck) add('deck', `——${deck}`);
  if (random.chance(0.2)) {
    const names = random.chance(0.4)
      ? `${personName(random)}\u3000${personName(random)}`
      : personName(random);
    add('byline', `${random.pick(['记者', '本报记者'])}\u3000${names}`);
  }
  return pieces;
}
