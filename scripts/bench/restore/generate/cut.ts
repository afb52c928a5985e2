import type { Random } from '../../random.js';
import type { GoldPiece, GoldStory } from '../gold.js';

/** How many of the longer stories jump, and between which pages; any if absent. */
interface Jumps {
  share?: number;
  pages?: readonly [here: number, there: number];
}

/** Splits some stories: （下转二版） at the end of one part, （上接一版） at the beginning of the other. */
export function cutJumps(
  stories: readonly GoldStory[],
  random: Random,
  { share = 0.08, pages }: Jumps = {},
): { parts: GoldStory[]; jumps: number[] } {
  const parts = [...stories];
  const jumps: number[] = [];
  for (const story of stories) {
    const paragraphs = story.body.filter(({ role }) => role === 'paragraph').length;
    if (paragraphs < 5 || !random.chance(share)) continue;
    const half = story.body.findIndex(
      ({ role }, at) => at >= 2 && role === 'paragraph' && story.body[at - 1]!.role === 'paragraph',
    );
    if (half < 0) continue;
    const [to, from] = newMarks(random, pages);
    const rest = random.chance(0.5) ? cutInside(story, half, random) : story.body.splice(half);
    if (random.chance(0.7)) {
      story.body.at(-1)!.text += to;
      rest[0]!.text = from + rest[0]!.text;
      rest[0]!.isFlush = true;
    } else {
      story.body.push({ role: 'jump', story: story.number, text: to });
      rest.unshift({ role: 'jump', story: story.number, text: from });
    }
    jumps.push(story.number);
    parts.push({ number: story.number, title: [], body: rest });
  }
  return { parts, jumps };
}

/** Cuts in mid-sentence, as a full column does. */
function cutInside(story: GoldStory, half: number, random: Random): GoldPiece[] {
  const rest = story.body.splice(half);
  const [first] = rest;
  const { length } = first!.text;
  if (length < 40) return rest;
  let at = random.integer(15, length - 15);
  // A mark begins no line, so no part either; nor is a number split.
  while (at < length && /[，。、；：！？”）》\d%]/u.test(first!.text[at]!)) at++;
  if (at >= length - 2) return rest;
  story.body.push({ ...first!, text: first!.text.slice(0, at) });
  return [{ ...first!, text: first!.text.slice(at) }, ...rest.slice(1)];
}

const numerals = '一二三四五六七八';

function newMarks(random: Random, pages?: readonly [number, number]): [string, string] {
  const [here, there] = pages ?? [random.integer(1, 4), random.integer(5, 8)];
  const gap = random.chance(0.1) ? '\u3000' : '';
  return random.pick([
    [`（下转${numerals[there - 1]}版）`, `（上接${numerals[here - 1]}版）`],
    [`（下转第${numerals[there - 1]}版）`, `（上接第${numerals[here - 1]}版）`],
    [`（下转${there}版）`, `（上接${here}版）`],
    [`（下转第${gap}${there}${gap}版）`, `（上接第${gap}${here}${gap}版）`],
    [`下转第${there}版`, `上接第${here}版`],
    [`（下转A${there}版）`, `（紧接A${here}版）`],
    [`（转${numerals[there - 1]}版）`, `（接${numerals[here - 1]}版）`],
    [`【下转A${there}】`, `【上接A${here}】`],
    [`（下转第${numerals[there - 1]}版·要闻）`, `（上接第${numerals[here - 1]}版·要闻）`],
  ]);
}
