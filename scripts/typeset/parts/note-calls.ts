import type { ElementContent } from 'hast';
import { h } from 'hastscript';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const isCall = (node: ElementContent) =>
  node.type === 'element' && [node.properties.className].flat().includes('note-call');

/** 注码 stay with the character before them: none may begin a line. */
export function keepCalls(content: readonly ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  let open: ElementContent[] | undefined;
  for (const node of content) {
    const before = kept.at(-1);
    if (!isCall(node)) {
      open = undefined;
      kept.push(node);
    } else if (open) open.push(node);
    else if (before?.type === 'text' && before.value !== '') {
      const { segment: last } = [...graphemes.segment(before.value)].at(-1)!;
      before.value = before.value.slice(0, -last.length);
      if (before.value === '') kept.pop();
      const span = h('span.keep', [{ type: 'text', value: last }, node]);
      open = span.children;
      kept.push(span);
    } else kept.push(node);
  }
  return kept;
}
