import { type Declaration, type WalkContext, walk } from 'css-tree/dist/csstree.esm';
import { say } from '../../article/words/say.js';
import { isOrnament } from '../compose/generated-characters.js';
import { type Sheet, sheetProblem } from './sheet.js';

/**
 * Refuses text that a sheet adds with `content:`: it would be printed without being in a manuscript.
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
          (part.type === 'String' && !isOrnament(part.value)) ||
          (part.type === 'Function' && /^(?:attr|counters?|target-)/i.test(part.name));
        if (adds) throw sheetProblem(sheet, node, say('text-in-content'), say('write-into-article'));
      });
    },
  });
}
