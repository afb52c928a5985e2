import type { Random } from '../random.js';
import type { GoldStory } from './page.js';

/** Some stories go on elsewhere: （下转二版） at the end of one part, （上接一版） at the beginning of the other. */
export function cutJumps(
  stories: readonly GoldStory[],
  random: Random,
): { parts: GoldStory[]; jumps: number[] } {
  const parts = [...stories];
  const jumps: number[] = [];
  for (const story of stories) {
    const paragraphs = story.body.filter(({ role }) => role === 'paragraph').length;
    if (paragraphs < 5 || !random.chance(0.06)) continue;
    const half = story.body.findIndex(
      ({ role }, at) => at >= 2 && role === 'paragraph' && story.body[at - 1]!.role === 'paragraph',
    );
    if (half < 0) continue;
    const [to, from] = random.pick([
      ['（下转二版）', '（上接一版）'],
      ['下转第4版', '上接第1版'],
      ['（下转A3版）', '（紧接A1版）'],
    ] as const);
    const rest = story.body.splice(half);
    if (random.chance(0.5)) {
      story.body.at(-1)!.text += to;
      rest[0]!.text = from + rest[0]!.text;
    } else {
      story.body.push({ role: 'jump', story: story.number, text: to });
      rest.unshift({ role: 'jump', story: story.number, text: from });
    }
    jumps.push(story.number);
    parts.push({ number: story.number, title: [], body: rest });
  }
  return { parts, jumps };
}
