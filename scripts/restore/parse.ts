import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { Restoration } from '../article/restoration.js';
import { type RestoreOptions, restore } from './restore.js';
import { restorationTree } from './write/tree.js';

declare module 'vfile' {
  interface DataMap {
    /** Ledger, measures and stories of a file parsed by `restoreParse`. */
    restoration: Restoration;
  }
}

/**
 * A unified parser for raw newspaper text, instead of `remark-parse`: returns mdast whose positions point into the
 * source, `file.data.restoration` with the ledger, and a message for every doubt.
 *
 * @example
 * const markdown = await unified().use(restoreParse).use(remarkStringify).process(raw);
 */
export const restoreParse: Plugin<[RestoreOptions?], string, Root> = function restoreParse(
  this: Processor,
  options: RestoreOptions = {},
) {
  this.parser = (text: string, file: VFile): Root => {
    const restoration = restore({ ...options.reading, text }, options);
    const locate = location(text);
    file.data.restoration = restoration;
    for (const { start, end, ruleId, reason, candidates } of restoration.messages) {
      const from = locate.toPoint(start);
      const to = locate.toPoint(end);
      const message = file.message(reason, {
        ...(from && to ? { place: { start: from, end: to } } : {}),
        source: 'restore',
        ruleId,
      });
      if (candidates) message.expected = candidates;
    }
    return restorationTree(restoration.articles, restoration.furniture, locate);
  };
};
