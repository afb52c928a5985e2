import { type Atrule, type CssNode, walk } from 'css-tree/dist/csstree.esm';
import { type Said, say } from '../../article/words/say.js';
import { type Sheet, sheetProblem } from './sheet.js';

/** Properties that an `@page` rule may not set in a book, and their replacements. */
const refused: Readonly<Record<string, Said>> = {
  size: say('write-trim'),
  margin: say('write-type-area'),
  bleed: say('write-press'),
  marks: say('write-press'),
};

/**
 * Checks `@page` rules of a designer's sheet: backgrounds of named pages are allowed; properties that chongpai itself
 * decides are refused.
 *
 * @throws a problem with its line.
 */
export function checkPageRules(sheet: Sheet): void {
  walk(sheet.tree, {
    visit: 'Atrule',
    enter(rule: Atrule) {
      if (rule.name !== 'page') return;
      const isNamed = rule.prelude !== null && /^[a-z]/i.test(preludeOf(sheet, rule));
      rule.block?.children.forEach((node) => void checkNode(sheet, node, isNamed));
    },
  });
}

function preludeOf({ css }: Sheet, { prelude }: Atrule): string {
  return prelude?.loc ? css.slice(prelude.loc.start.offset, prelude.loc.end.offset) : '';
}

function checkNode(sheet: Sheet, node: CssNode, isNamed: boolean): void {
  if (node.type === 'Atrule')
    throw sheetProblem(sheet, node, say('margin-box', node.name), say('style-furniture'));
  if (node.type !== 'Declaration') return;
  const property = node.property.replace(/^margin-.*/, 'margin');
  // A named page, such as the cover, may have any margins.
  if (property === 'margin' && isNamed) return;
  const note = refused[property];
  if (note) throw sheetProblem(sheet, node, say('page-property', node.property), note);
}
