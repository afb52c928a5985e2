import { type CssNode, type Declaration, walk } from 'css-tree/dist/csstree.esm';
import type { VFileMessage } from 'vfile-message';
import { say } from '../../article/words/say.js';
import { type Sheet, sheetMessage } from './sheet.js';

const generic =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|math|emoji|inherit|initial|unset|revert)$/i;

/** Families that the book lacks: the browser would use the machine's fonts, and the proof would not hold. */
export function unknownFamilies(sheet: Sheet, own: readonly string[]): VFileMessage[] {
  const messages: VFileMessage[] = [];
  walk(sheet.tree, {
    visit: 'Declaration',
    enter(node: Declaration) {
      if (node.property !== 'font-family' || node.value.type !== 'Value') return;
      for (const name of familiesOf(node.value))
        if (!/^chongpai-/.test(name) && !own.includes(name) && !generic.test(name))
          messages.push(told(sheet, node, name));
    },
  });
  return messages;
}

function familiesOf(value: CssNode): string[] {
  if (value.type !== 'Value') return [];
  const names: string[][] = [[]];
  value.children.forEach((node) => {
    if (node.type === 'Operator') names.push([]);
    else if (node.type === 'String') names.at(-1)!.push(node.value);
    else if (node.type === 'Identifier') names.at(-1)!.push(node.name);
  });
  return names.map((words) => words.join(' ')).filter((name) => name !== '');
}

const told = (sheet: Sheet, node: Declaration, name: string): VFileMessage =>
  sheetMessage(sheet, node, [say('unknown-font', name), say('bring-font', name)]);
