import { adaptBlocks, type PlacedDoubt } from '../adapt-tree.js';
import type { Adaptation } from './adapt-texts.js';
import { markdownBlocks } from './markdown-blocks.js';
import { applyChanges } from './offset-map.js';

/**
 * Adapts a Markdown text to an edition. Only prose changes: blank lines, markup, code, addresses, keys of the front
 * matter, newlines and the end of the file stay byte for byte.
 */
export function convertMarkdown(
  text: string,
  adaptation: Adaptation,
): { text: string; doubts: PlacedDoubt[] } {
  const changes: { start: number; end: number; replacement: string }[] = [];
  const { blocks, bare } = markdownBlocks(text, (start, length, replacement) =>
    changes.push({ start, end: start + length, replacement }),
  );
  const doubts = adaptBlocks(blocks, adaptation);
  for (const { start, end, label, empty } of bare)
    if (changes.some((change) => change.start > start && change.end < end))
      changes.push({ start: end - empty, end, replacement: `[${label}]` });
  changes.sort((a, b) => a.start - b.start);
  return { text: applyChanges(text, changes), doubts };
}
