import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';
import type { Layout } from './layout.js';
import { personName, places } from './words.js';

/** A page of the Republic: set on a grid in Traditional characters, without indents and without prohibition. */
export function oldLayout(layout: Layout, random: Random): Layout {
  return {
    ...layout,
    indent: random.chance(0.8) ? 'lost' : 'wide',
    titles: 'before',
    frames: 'hidden',
    spacing: random.chance(0.8) ? 'single' : 'double',
    isGappy: false,
    setup: {
      ...layout.setup,
      em: random.pick([16, 16, 16, 15, 12, 11, 32, 10]),
      style: 'full',
      hangs: false,
      isGrid: true,
      indentEm: 0,
      raggedEm: 0,
    },
  };
}

/** 旧式标点: one mark for nearly all, or none; a pen name under the title or at the end; items with a mark before them. */
export function inOldStyle(story: GoldStory, random: Random): GoldStory {
  const habit = random.weighted<(text: string) => string>([
    [(text) => text.replace(/[，。；：！？]/gu, '、').replace(/[“”‘’（）《》]/gu, ''), 6],
    [(text) => text.replace(/[，；：]/gu, '、').replace(/[“”‘’]/gu, ''), 2],
    [(text) => text.replace(/[，。；：！？“”‘’、]/gu, ''), 1],
    [(text) => text, 1],
  ]);
  const mark = random.chance(0.25) ? random.pick([...'◘▲◎●']) : '';
  const body = story.body
    .filter(({ role }) => role !== 'table')
    .map((piece) => ({ ...piece, text: piece.role === 'crosshead' ? piece.text : mark + habit(piece.text) }));
  const first = story.number;
  const isSigned = random.chance(0.6);
  const pen = personName(random).slice(random.integer(0, 1));
  const isSent = random.chance(0.15);
  const name = isSent ? `（${pen}自${random.pick(places)}寄）` : `（${pen}）`;
  const headline = story.title.find(({ role }) => role === 'headline');
  const title: GoldPiece[] =
    headline && mark === '' ? [{ ...headline, text: habit(headline.text).slice(0, 14) }] : [];
  if (title.length > 0 && isSigned)
    title.push({
      role: 'byline',
      story: first,
      text: name,
      ...(isSent && random.chance(0.6) && { measureEm: 2 }),
    });
  else if (random.chance(0.4) && body.length > 0) body.at(-1)!.text += name;
  if (random.chance(0.25)) body.push(...newBox(first, random));
  if (random.chance(0.1))
    body.push({ role: 'caption', story: first, text: newPictureName(random), keepsLines: true });
  return random.chance(0.15) ? inSerial({ ...story, title, body }, random) : { ...story, title, body };
}

/** 报耳: a box beside the paper's name or between stories, a few characters a line, often under a heading. */
function newBox(story: number, random: Random): GoldPiece[] {
  const [heading, text] = random.pick([
    ['', '此处招登广告价格面议'],
    ['定报价格', '每三日出一张逐期寄阅全年大洋二元半年大洋一元一角邮费在内'],
    ['广告刊例', '每三英寸宽二英寸高为一格每期刊资大洋三角封面加倍'],
    ['定报诸君鉴', '请向本馆发行部接洽款到即寄'],
    ['征求旧报', '如蒙割爱当以重价相酬请函本馆编辑部'],
  ] as const);
  const box: GoldPiece = { role: 'paragraph', story, text, measureEm: random.pick([2, 2, 3, 4, 6, 8]) };
  return heading === '' ? [box] : [{ role: 'crosshead', story, text: heading }, box];
}

function newPictureName(random: Random): string {
  const mark = random.pick(['▲▲', '◀▶', '◘◘', '▼▼']);
  return `${mark[0]}${personName(random)}${random.pick(['之戏装', '化妆小影', '近影', '之书法', '女士'])}${mark[1]}`;
}

/** 连载: number, author, chapter and its couplet under the title; （未完） at the end. */
function inSerial({ number, title, body }: GoldStory, random: Random): GoldStory {
  const line = (text: string): GoldPiece => ({ role: 'crosshead', story: number, text });
  const words = body.map(({ text }) => text.replace(/[，。；：！？、“”]/gu, '')).join('');
  const clause = () => words.slice((random.next() * (words.length - 8)) | 0).slice(0, 7);
  const count = random.pick([...'一二三四五六七八九十']);
  const couplet = random.chance(0.6) ? [line(`第${count}回`), line(clause()), line(clause())] : [];
  return {
    number,
    title: [
      ...title.filter(({ role }) => role === 'headline'),
      { role: 'byline', story: number, text: `${personName(random)}${random.pick(['著', '', '戏作'])}` },
    ],
    body: [
      ...(random.chance(0.2) ? [line('禁止转载')] : []),
      ...(random.chance(0.5) ? [line(`（${count}）`)] : []),
      ...couplet,
      ...body,
      { role: 'credit', story: number, text: random.pick(['（未完）', '（待续）']) },
    ],
  };
}
