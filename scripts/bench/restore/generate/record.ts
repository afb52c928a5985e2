import type { Random } from '../../random.js';
import type { GoldStory } from '../gold.js';
import type { Layout } from './layout.js';
import { personName } from './words.js';

/** 议事录: a typescript with wide lines, with speakers before their words; few headings. */
export function recordLayout(layout: Layout, random: Random): Layout {
  const em = random.integer(60, 96) / 2;
  return {
    ...layout,
    titles: random.chance(0.5) ? 'before' : 'missing',
    isGappy: random.chance(0.6),
    indent: random.pick(['lost', 'none', 'wide']),
    setup: {
      ...layout.setup,
      em,
      indentEm: random.pick([0, 2]),
      style: random.pick(['full', 'kaiming', 'squeezed']),
    },
  };
}

/** Speeches of some persons, a few paragraphs each. */
export function inSpeeches(story: GoldStory, random: Random): GoldStory {
  const persons = [
    '主席',
    ...Array.from({ length: 3 }, () => personName(random)[0] + random.pick(['议员', '局长', '先生', '委员'])),
  ];
  const body = story.body.map((piece) =>
    piece.role === 'paragraph' && random.chance(0.5)
      ? { ...piece, text: `${random.pick(persons)}：${piece.text}` }
      : piece,
  );
  return { ...story, body };
}
