import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { newRandom, type Random } from '../random.js';

/** A book whose finished PDF is changed. */
export interface SampleBook {
  name: string;
  edition: string;
  theme: string;
}

/** A plain book, a bilingual one with tables and pictures, one with readings; in both themes. */
export const sampleBooks: readonly SampleBook[] = [
  { name: 'plain', edition: 'zh-Hans', theme: 'literary' },
  { name: 'bilingual', edition: 'zh-Hans+en', theme: 'literary' },
  { name: 'readings', edition: 'zh-Hans@pinyin', theme: 'newspaper' },
];

/** Writes a publication with an issue of three stories: every kind of content, with different words for each seed. */
export function writeSample(root: string, { theme }: Pick<SampleBook, 'theme'>, seed: number): void {
  const random = newRandom(seed);
  const issue = join(root, 'manuscript', '2025-03-01');
  mkdirSync(join(issue, 'en'), { recursive: true });
  writeFileSync(join(root, 'manuscript', 'publication.yaml'), `title: 河谷日报\ntheme: ${theme}\n`);
  for (const [index, colour] of [0, 1].entries())
    writeFileSync(join(issue, `${index + 1}.png`), pictureBytes(random, colour));
  for (const number of [1, 2, 3]) {
    const { chinese, english } = storyOf(random, number);
    writeFileSync(join(issue, `0${number}.md`), chinese);
    writeFileSync(join(issue, 'en', `0${number}.md`), english);
  }
  writeFileSync(
    join(issue, 'issue.yaml'),
    'date: 2025-03-01\nsections:\n  - title: 要闻\n    articles: ["01", "02"]\n  - title: 副刊\n    articles: ["03"]\n',
  );
}

const characters = [
  ...'天地人山水江河湖海春夏秋冬年月日时车船路桥城市乡村田野学校医院工人农民老师学生书报新闻会议发展工业农业科学文化生活',
];
const words =
  'the river valley a bridge was built in spring and farmers came to see new water plan for every village'.split(
    ' ',
  );

const sentence = (random: Random, low: number, high: number) =>
  `${Array.from({ length: random.integer(low, high) }, (_, at) =>
    at > 0 && at % 9 === 0 && random.chance(0.6) ? '，' : random.pick(characters),
  ).join('')}。`;
const english = (random: Random, length: number) => {
  const text = Array.from({ length }, () => random.pick(words)).join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};
const name = (random: Random, length: number) =>
  Array.from({ length }, () => random.pick(characters)).join('');
const paragraph = (random: Random) =>
  Array.from({ length: random.integer(3, 7) }, () => sentence(random, 10, 40)).join('');

interface Pair {
  chinese: string;
  english: string;
}

/** A story and its translation, block by block. */
function storyOf(random: Random, number: number): Pair {
  const both: Pair[] = [
    { chinese: `# ${name(random, 6)}`, english: `# ${english(random, 4).slice(0, -1)}` },
    ...Array.from({ length: 2 }, () => ({ chinese: paragraph(random), english: english(random, 40) })),
    ...features(random, number),
    { chinese: `## ${name(random, 5)}`, english: `## ${english(random, 3).slice(0, -1)}` },
    ...Array.from({ length: 3 }, () => ({ chinese: paragraph(random), english: english(random, 50) })),
  ];
  const text = (language: keyof Pair) => both.map((pair) => pair[language]).join('\n\n');
  const notes = `[^a]: ${sentence(random, 12, 30)}`;
  return {
    chinese: `---\nkicker: ${name(random, 5)}\nbyline: 记者 ${name(random, 2)}\n---\n\n${text('chinese')}\n\n${notes}\n`,
    english: `${text('english')}\n\n[^a]: ${english(random, 12)}\n`,
  };
}

function features(random: Random, number: number): Pair[] {
  const items = (one: () => string) => [1, 2, 3].map((at) => `${at}. ${one()}`).join('\n');
  const table = (cell: () => string) =>
    ['| | | |', '|---|---|--:|', '| | | |', '| | | |', '| | | |']
      .map((row, at) => (at === 1 ? row : row.replace(/\| (?=\|)/g, () => `| ${cell()} `)))
      .join('\n');
  const list: Pair = {
    chinese: items(() => sentence(random, 5, 12)),
    english: items(() => english(random, 6)),
  };
  const link = 'https://example.org/a?b=1';
  return [
    {
      chinese: `${sentence(random, 8, 20)}他说[^a]，*${name(random, 3)}*与**${name(random, 3)}**，<u>${name(random, 2)}</u>的H<sub>2</sub>O与x<sup>2</sup>，${sentence(random, 5, 9)}见[网站](${link})。`,
      english: `${english(random, 9)} He said so.[^a] *${random.pick(words)}* and **${random.pick(words)}**, H<sub>2</sub>O and x<sup>2</sup>, see [site](${link}).`,
    },
    list,
    {
      chinese: table(() => name(random, random.integer(2, 4))),
      english: table(() => `${random.pick(words)} ${random.pick(words)}`),
    },
    ...(number < 3
      ? [
          {
            chinese: `![${name(random, 4)}](${number}.png)\n\n<!-- caption -->\n${name(random, 8)}`,
            english: `![${english(random, 3)}](../${number}.png)\n\n<!-- caption -->\n${english(random, 5)}`,
          },
        ]
      : []),
    { chinese: `> ${sentence(random, 20, 40)}`, english: `> ${english(random, 14)}` },
    ...(number === 2
      ? [
          {
            chinese: `<!-- verse -->\n${name(random, 5)}\\\n${name(random, 5)}\\\n${name(random, 5)}`,
            english: `<!-- verse -->\n${random.pick(words)} one\\\n${random.pick(words)} two\\\n${random.pick(words)} three`,
          },
          {
            chinese: `<ruby>${random.pick(characters)}<rt>xiān</rt></ruby>来了，${sentence(random, 8, 20)}`,
            english: english(random, 9),
          },
          {
            chinese: '```\nconst x = 12;\n  return x + 1;\n```',
            english: '```\nconst x = 12;\n  return x + 1;\n```',
          },
          { chinese: `${english(random, 24)}`, english: english(random, 24) },
        ]
      : []),
  ];
}

/** A PNG of three bands with a distinct corner: rotated, mirrored or exchanged it is a different one. */
function pictureBytes(random: Random, colour: number): Buffer {
  const [width, height] = [random.integer(150, 240), random.integer(90, 160)];
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + 3 * width);
    for (let x = 0; x < width; x++) {
      const isCorner = x < width / 3 && y < height / 3;
      const level = isCorner ? 30 : 120 + Math.floor((100 * (x + y)) / (width + height));
      row.set(colour === 0 ? [level, 200 - level / 2, 60] : [40, level, 255 - level / 3], 1 + 3 * x);
    }
    return row;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
