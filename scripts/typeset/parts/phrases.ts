import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** What parts phrases: an ideographic blank, or a blank between Chinese characters. */
const gap = /(\u3000|(?<=\p{Script=Han}) (?=\p{Script=Han}))/u;

/** The phrases of a headline stay whole where they can: a line breaks between them first. */
export function phrases(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const parts = node.value.split(gap);
    return parts.map((part) =>
      part === '\u3000' || part === ' ' || part === ''
        ? { type: 'text', value: part }
        : h('span.phrase', part),
    );
  });
}
