import type { Random } from '../../random.js';
import type { GoldPiece, GoldRole } from '../gold.js';
import { clauseOf, personName, places } from './words.js';

/** A headline says what the first paragraph does, more often than not. */
const fromLead = 0.5;

/** A story's words, from which titles are made. */
interface Words {
  random: Random;
  /** A clause of the story within a range of lengths; '' if it has none. */
  clause(least: number, most: number): string;
}

function wordsOf(body: readonly GoldPiece[], random: Random): Words {
  const paragraphs = body.filter(({ role }) => role === 'paragraph');
  return {
    random,
    clause(least, most) {
      for (let turn = 0; turn < 4 && paragraphs.length > 0; turn++) {
        const place = random.chance(fromLead) ? 0 : random.integer(0, paragraphs.length - 1);
        const found = clauseOf(paragraphs[place]!, random, [least, most]);
        if (found) return found;
      }
      return '';
    },
  };
}

/** 标题: kicker, headline, deck, byline in reading order; [] where the story has too few words for one. */
export function newTitle(body: readonly GoldPiece[], story: number, random: Random): GoldPiece[] {
  const words = wordsOf(body, random);
  const headline = newHeadline(words);
  if (headline.length < 5) return [];
  const pieces: GoldPiece[] = [];
  const add = (role: GoldRole, text: string) => pieces.push({ role, story, text });
  if (random.chance(0.12)) add('kicker', newKicker(words));
  add('headline', headline);
  const deck = random.chance(0.12) ? words.clause(8, 24) : '';
  if (deck) add('deck', `——${deck}`);
  if (random.chance(0.4)) add('byline', newByline(random));
  return pieces;
}

/** Editors use a story's words, but seldom whole clauses of it, and sometimes none of them. */
function newHeadline(words: Words): string {
  const { random, clause } = words;
  const plain = () => phrase(words);
  const year = random.integer(1955, 2025);
  return random.weighted<() => string>([
    [plain, 5],
    [() => gist(words), 3],
    [() => [plain(), plain()].filter(Boolean).join('\u3000'), 4],
    [() => [phrase(words, [4, 8]), phrase(words, [4, 8]), plain()].filter(Boolean).join('\u3000'), 0.5],
    [() => `${clause(2, 6) || random.pick(places)}：${plain()}`, 1.5],
    [() => `【${clause(3, 8) || '一线调研'}】${plain()}`, 1],
    [() => `“${clause(2, 5) || '云上'}”${plain()}`, 1],
    [() => `${plain()}${random.integer(2, 99)}${random.pick(['%', '亿元', '万人', '个'])}`, 1],
    [
      () => `${year}年${random.pick(places)}${random.pick(['政府工作报告', '统计公报', '工作会议召开'])}`,
      0.7,
    ],
    [() => `${personName(random)}${random.pick(['会见', '看望', '致信', '谈'])}${plain()}`, 1],
    [() => `${plain()}${random.pick(['？', '！', '……', '综述', '侧记', '启事'])}`, 0.7],
    [() => `${random.integer(1, 9)}. ${plain()}`, 0.2],
  ])();
}

/** A clause, or the beginning of one with the end of another. */
function phrase({ random, clause }: Words, [least, most]: readonly [number, number] = [7, 18]): string {
  const own = clause(least, most);
  const other = random.chance(0.4) ? clause(least, most) : '';
  if (own.length < 6 || other.length < 6) return own;
  return own.slice(0, random.integer(3, own.length - 2)) + other.slice(-random.integer(2, other.length - 3));
}

/** Words from here and there: an editor seldom takes a clause as it stands. */
function gist({ random, clause }: Words): string {
  return Array.from({ length: random.integer(3, 5) }, () => {
    const own = clause(4, 18);
    const at = random.integer(0, Math.max(0, own.length - 4));
    return own.slice(at, at + random.integer(2, 4));
  }).join('');
}

function newKicker(words: Words): string {
  const { random, clause } = words;
  const who = `${personName(random)}在${random.pick(places)}`;
  return random.weighted<() => string>([
    [() => `${who}调研时${random.pick(['强调', '指出', '要求'])}`, 3],
    [() => `【${clause(3, 8) || '新春走基层'}】`, 1],
    [() => `${clause(6, 14) || who}${random.pick(['：', '——'])}`, 1],
    [() => clause(6, 12) || `${who}`, 1],
  ])();
}

/** 署名: with titles and places, or only names. */
export function newByline(random: Random): string {
  const names = Array.from(
    {
      length: random.weighted([
        [1, 6],
        [2, 3],
        [3, 1],
      ] as const),
    },
    () => personName(random),
  ).join(random.pick(['\u3000', '\u3000', '、']));
  return random.weighted<() => string>([
    [() => `${random.pick(['记者', '本报记者', '特约记者', '本报评论员', '通讯员'])}\u3000${names}`, 6],
    [() => `本报记者\u3000${personName(random)}\u3000通讯员\u3000${names}`, 2],
    [() => `□${random.pick(['', '\u3000'])}${random.pick(['本报记者', '记者', ''])}\u3000${names}`, 2],
    [
      () =>
        `${random.pick([...'●■◎'])}${random.pick(['本报特约撰稿', '本报记者', '本刊记者'])}\u3000${names}`,
      1,
    ],
    [
      () =>
        `${random.pick(['本报记者', '记者'])}${personName(random)}${random.pick(['发自', '报道于'])}${random.pick(places)}`,
      1,
    ],
    [() => names, 1.5],
    [() => `${random.pick(['作者：', '文/', '撰文/', '作者：□特约记者\u3000'])}${personName(random)}`, 1],
    [() => `（${random.pick(['新文化报\u3000记者\u3000', '本报记者\u3000', ''])}${personName(random)}）`, 1],
  ])();
}

/** 文末: a line at a story's end about its author; it closes the story before, and begins none. */
export function newTail(story: number, random: Random): GoldPiece {
  const [name, place] = [personName(random), random.pick(places)];
  const day = `${random.integer(1, 12)}月${random.integer(1, 28)}日`;
  const text = random.weighted([
    [`（据新华社${place}${day}电）`, 3],
    [`（本报${place}${day}电）`, 2],
    [`（作者为${place}大学教授）`, 1],
    [`（${place}市\u3000${name}）`, 1],
    [`（${name}）`, 1],
    [`（记者${name}）`, 2],
    [`（据《${place}日报》）`, 1],
    [`（${name}\u3000文/图）`, 1],
    [random.pick(['（完）', '(完)']), 1],
  ] as const);
  return { role: 'credit', story, text };
}
