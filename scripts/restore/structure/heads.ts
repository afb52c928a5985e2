import { opensWithDateline } from '../../text/press/datelines.js';
import { isContinuedFrom } from '../../text/press/jumps.js';
import { endsWithSaying } from '../../text/press/names.js';
import { withoutLetterSpacing } from '../rules/letter-spacing.js';
import type { Group } from '../write/groups.js';
import { visibleLength } from './labels.js';
import { emptyHead, type Head } from './story.js';

/** 电头 or 接版: only the first paragraph of a story begins like this. */
export function beginsStory(text: string): boolean {
  return opensWithDateline(text) || isContinuedFrom(text);
}

/** Tells kicker, headline, deck and byline in a title's lines, which stand in the order in which they are read. */
export function parseHead(cluster: readonly Group[]): Head {
  const head = emptyHead();
  const lines = cluster.filter(({ label }) => label === 'crosshead' || label === 'headline');
  head.kicker.push(...cluster.filter(({ label }) => label === 'kicker'));
  head.deck.push(...cluster.filter(({ label }) => label === 'deck'));
  head.byline.push(...cluster.filter(({ label }) => label === 'byline'));
  const [first, second] = lines;
  const text = (group: Group) => withoutLetterSpacing(group.text);
  if (head.kicker.length === 0 && first && second && isKicker(text(first), text(second)))
    head.kicker.push(lines.shift()!);
  const [main, next, ...more] = lines;
  if (main) head.headline.push(main);
  if (!main || !next) return head;
  if (next.goesWith || isSecondLine(main.text, next.text)) {
    head.headline.push(next);
    head.rest.push(...more);
  } else if (more.length === 0 && head.deck.length === 0) head.deck.push(next);
  else head.rest.push(next, ...more);
  return head;
}

/** The two lines of a headline are set to about the same width. */
function isSecondLine(first: string, second: string): boolean {
  const [short, long] = [visibleLength(first), visibleLength(second)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return short >= 4 && short >= long * 0.45;
}

/** 眉题: says who, when and where, and leaves the sentence open for the headline. */
function isKicker(text: string, headline: string): boolean {
  if (endsWithSaying(text)) return true;
  if (/[：—]$/u.test(text.trim())) return true;
  return (
    /[ \u3000]/u.test(headline.trim()) &&
    !/[ \u3000]/u.test(text.trim()) &&
    visibleLength(text) < visibleLength(headline) * 0.75
  );
}
