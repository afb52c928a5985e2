import { type Declaration, type WalkContext, walk } from 'css-tree/dist/csstree.esm';
import { say } from '../../article/words/say.js';
import { type Sheet, sheetProblem } from './sheet.js';

/** Letters, figures and Chinese characters; ornaments and rules are none. */
const word = /[\p{L}\p{N}]/u;

/**
 * Text that a sheet adds with `content:` would stand on paper and in no manuscript.
 *
 * @throws a problem with its line.
 */
export function checkContent(sheet: Sheet): void {
  walk(sheet.tree, {
    visit: 'Declaration',
    enter(this: WalkContext, node: Declaration) {
      if (node.property !== 'content' || node.value.type !== 'Value' || this.atrule?.name === 'page') return;
      node.value.children.forEach((part) => {
        const adds =
          (part.type === 'String' && word.test(part.value)) ||
          (part.type === 'Function' && /^(?:attr|counters?|target-)/i.test(part.name));
        if (adds) throw sheetProblem(sheet, node, say('text-in-content'), say('write-into-article'));
      });
    },
  });
}
