import type { Random } from '../random.js';
import { manuscriptKinds } from './manuscript-kinds.js';

const phrases =
  '会议强调，|记者日前从市政府获悉，|一大早，|今年以来，|金昌市|金川区|永昌县|河西堡镇|广大干部群众|代表们认为，|据介绍，|下一步，|与此同时，|他说：|戈壁滩上|车间里机器轰鸣，|工人们正在赶制订单。|发展态势良好，|项目顺利推进，|群众得到了实惠。|效果十分明显；|任务已经完成。|同比增长5.3％，|达到1.2万人次，|“十四五”规划|——这是第一次|（见图）|……|GDP增长|www.jinchang.gov.cn/a/b?c=1|Made in China|𠮷野家|été|（محمد بن سلمان）|与יצחק הרצוג会谈，|[ˈʈ͡ʂʊŋ˥]|一家👨‍👩‍👧来了'.split(
    '|',
  );
const names = '王明|李华|张伟|王芳|刘洋|陈静|王明'.split('|');

/** A random article as Markdown: mixed structure, and many traps for pagination, repetition above all. */
export function randomArticle(random: Random): string {
  const blocks: string[] = random.chance(0.9) ? [`# ${words(random, 2).replace(/[^\p{L}]/gu, '')}`] : [];
  const notes: string[] = [];
  const count = random.integer(3, 14);
  for (let index = 0; index < count; index++) blocks.push(random.pick(kinds)(random, notes));
  return [...blocks, ...notes].join('\n\n');
}

type Kind = (random: Random, notes: string[]) => string;

/** Running text of a number of phrases. */
function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(phrases)).join('');
}

/** Occasionally the call of a note, sometimes of a long one. */
function call(random: Random, notes: string[]): string {
  if (!random.chance(0.2)) return '';
  const id = `n${notes.length + 1}`;
  const more = random.chance(0.2) ? `\n\n    ${words(random, 5)}` : '';
  notes.push(`[^${id}]: ${words(random, random.integer(1, random.chance(0.1) ? 120 : 25))}${more}`);
  return `[^${id}]`;
}

const paragraph: Kind = (random) => `${words(random, random.integer(1, 30))}完。`;

const kinds: Kind[] = [
  ...manuscriptKinds,
  paragraph,
  paragraph,
  paragraph,
  (random) => Array.from({ length: random.integer(10, 120) }, () => random.pick(names)).join('、'),
  (random) => Array.from({ length: random.integer(3, 12) }, () => '同一段话又说了一遍。').join('\n\n'),
  (random) =>
    Array.from(
      { length: random.integer(2, 6) },
      () => `${words(random, 2)}\\\n唱起那首老歌\\\n我的家乡`,
    ).join('\n\n'),
  (random) => random.pick(['哈', '一二', '甲乙丙']).repeat(random.integer(30, 300)),
  (random) => `## ${random.pick(names)}的小标题`,
  (random) =>
    Array.from(
      { length: random.integer(2, 10) },
      (_, at) => `${at + 1}. ${words(random, random.integer(1, 8))}`,
    ).join('\n'),
  (random) =>
    Array.from(
      { length: random.integer(2, 6) },
      () => `- ${words(random, 2)}\n  - ${words(random, random.integer(1, 10))}`,
    ).join('\n'),
  (random) => `> ${words(random, random.integer(2, 20))}\n>\n> > ${words(random, random.integer(1, 12))}`,
  (random) =>
    `| 单位 | 说明 |\n|---|---|\n${Array.from(
      { length: random.integer(1, 24) },
      () => `| ${random.pick(names)} | ${words(random, random.integer(1, 6)).replaceAll('|', '')} |`,
    ).join('\n')}`,
  (random) =>
    `这里有*${words(random, 2).replaceAll('*', '')}*，还有**${random.pick(names)}**，和 \`npm run build\`。`,
  (random, notes) =>
    `${words(random, random.integer(1, 8))}说到这里${call(random, notes)}，${words(random, random.integer(1, 8))}${call(random, notes)}`,
  (random, notes) =>
    Array.from(
      { length: random.integer(2, 6) },
      (_, at) =>
        `${at + 1}. ${words(random, random.integer(1, 6))}${call(random, notes)}\n\n   ${words(random, 4)}\n   - ${words(random, 5)}\n     - ${words(random, 6)}${call(random, notes)}`,
    ).join('\n'),
  (random, notes) =>
    `| 甲 | 乙 | 丙 |\n|---|:-:|--:|\n${Array.from(
      { length: random.integer(1, 12) },
      () =>
        `| ${random.pick(names)}${call(random, notes)} | ${words(random, random.integer(1, 9)).replaceAll('|', '')}${call(random, notes)} | ${random.pick(names)} |`,
    ).join('\n')}`,
  (random) =>
    `\`\`\`\n${Array.from({ length: random.integer(1, 12) }, () => `x = ${random.integer(1, 99)}  # ${random.pick(names)}`).join('\n')}\n\`\`\``,
];
