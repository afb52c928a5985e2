import { type Atrule, type CssNode, walk } from 'css-tree/dist/csstree.esm';
import { type Sheet, sheetProblem } from './sheet.js';

/** What an `@page` rule may not say in a book, and what to write instead. */
const refused: Readonly<Record<string, string>> = {
  size: 'Write it as trim: in manuscript/publication.yaml (trim: A5, trim: 140x203).',
  margin:
    'The type area is a whole number of characters and lines: write --width-share, --em and --line in :root.',
  bleed: 'The press file has its bleed: see press: in manuscript/publication.yaml.',
  marks: 'The press file has its marks: see press: in manuscript/publication.yaml.',
};

/**
 * `@page` rules of a designer's sheet: backgrounds of named pages hold; what chongpai itself decides is refused.
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
    throw sheetProblem(
      sheet,
      node,
      `Unexpected margin box @${node.name}, expected none`,
      'Running heads and folios are on the page already: style .running-head and .folio.',
    );
  if (node.type !== 'Declaration') return;
  const property = node.property.replace(/^margin-.*/, 'margin');
  // A page of a name of its own, as the cover, has what margins it likes.
  if (property === 'margin' && isNamed) return;
  const note = refused[property];
  if (note) throw sheetProblem(sheet, node, `Unexpected ${node.property} of @page in a style sheet`, note);
}
