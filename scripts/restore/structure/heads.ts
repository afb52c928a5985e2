import { opensWithDateline } from '../../text/press/datelines.js';
import { isContinuedFrom } from '../../text/press/jumps.js';
import type { Group } from '../write/groups.js';
import { emptyHead, type Head } from '../write/story.js';

/** 电头 or 接版: only the first paragraph of a story begins like this. */
export function beginsStory(text: string): boolean {
  return opensWithDateline(text) || isContinuedFrom(text);
}

/** Sorts a title's groups by label; if none is a headline, the first with words becomes one. */
export function parseHead(title: readonly Group[]): Head {
  const head = emptyHead();
  for (const group of title) {
    if (group.label === 'headline') head.headline.push(group);
    else if (group.label === 'kicker') head.kicker.push(group);
    else if (group.label === 'deck') head.deck.push(group);
    else head.byline.push(group);
  }
  if (head.headline.length > 0) return head;
  const main = head.kicker.pop() ?? head.deck.shift();
  if (main) head.headline.push(main);
  return head;
}
