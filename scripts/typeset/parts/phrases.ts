import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** What parts phrases: an ideographic blank, or a blank between Chinese characters. */
const gap = /(\u3000|(?<=\p{Script=Han}) (?=\p{Script=Han}))/u;

/** A longer one fills lines of its own, and must be able to break at a page's foot, which a whole one never does. */
const longest = 40;

/** The phrases of a headline stay whole where they can: a line breaks between them first. */
export function phrases(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const parts = node.value.split(gap);
    return parts.map((part) =>
      part === '\u3000' || part === ' ' || part === '' || part.length > longest
        ? { type: 'text', value: part }
        : h('span.phrase', part),
    );
  });
}
