import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** The phrases of a headline (parted by 　) stay whole where they can: a line breaks between them first. */
export function phrases(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type !== 'text') return [node];
    const parts = node.value.split(/(\u3000)/u);
    return parts.map((part) =>
      part === '\u3000' || part === '' ? { type: 'text', value: part } : h('span.phrase', part),
    );
  });
}
