import type { Group } from '../groups.js';
import { visibleLength } from './labels.js';
import { emptyHead, type Head } from './story.js';

const storyStart =
  /^(?:(?:本报|新华社|中新社|据新华社|本台|中新网|人民网)[^，。]{0,24}?(?:讯|电)|[（(【]?(?:上接|接|紧接)第?[一二三四五六七八九十\dA-Z]{1,4}版)/u;

/** 电头 or 接版: only the first paragraph of a story begins like this. */
export function beginsStory(text: string): boolean {
  return storyStart.test(text);
}

/** Tells kicker, headline, deck and byline in a title's lines, which stand in the order in which they are read. */
export function parseHead(cluster: readonly Group[]): Head {
  const head = emptyHead();
  for (const group of cluster) {
    if (group.label === 'deck') head.deck.push(group);
    else if (group.label === 'byline') head.byline.push(group);
    else if (head.deck.length > 0) head.deck.push(group);
    else head.headline.push(group);
  }
  const first = head.headline[0];
  if (head.headline.length >= 2 && first && isKicker(first.text, head.headline[1]!.text)) {
    head.kicker.push(head.headline.shift()!);
  }
  return head;
}

/** 眉题: says who, when and where, and leaves the sentence open for the headline. */
function isKicker(text: string, headline: string): boolean {
  if (/(?:时|中|上|会上|期间)?(?:指出|强调|要求|表示|提出|宣布|透露)$/u.test(text.trim())) return true;
  if (/[：—]$/u.test(text.trim())) return true;
  return (
    /[ \u3000]/u.test(headline.trim()) &&
    !/[ \u3000]/u.test(text.trim()) &&
    visibleLength(text) < visibleLength(headline) * 0.75
  );
}
