import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';
import type { Layout } from './layout.js';
import { personName } from './words.js';

/** A page of the Republic: set on a grid in Traditional characters, without indents and without prohibition. */
export function oldLayout(layout: Layout, random: Random): Layout {
  return {
    ...layout,
    indent: random.chance(0.8) ? 'lost' : 'wide',
    titles: 'before',
    frames: 'hidden',
    spacing: random.chance(0.8) ? 'single' : 'double',
    isGappy: false,
    isOld: true,
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
  const name = `（${personName(random).slice(random.integer(0, 1))}）`;
  const headline = story.title.find(({ role }) => role === 'headline');
  const title: GoldPiece[] =
    headline && mark === '' ? [{ ...headline, text: habit(headline.text).slice(0, 14) }] : [];
  if (title.length > 0 && isSigned) title.push({ role: 'byline', story: first, text: name });
  else if (random.chance(0.4) && body.length > 0) body.at(-1)!.text += name;
  return { ...story, title, body };
}
