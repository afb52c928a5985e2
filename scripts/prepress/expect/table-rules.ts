import { type CssNode, generate, parse, type Rule, walk } from 'css-tree/dist/csstree.esm';

/** 表线: the rules that style sheets give to tables. */
export interface TableRules {
  /** Above the first row, below the head, below the last row. */
  top: boolean;
  head: boolean;
  bottom: boolean;
}

/** Parts of a table that may have borders. */
const parts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']);
/** Borders that are no line of their own. */
const isLine = (property: string) => /^border(?!-(?:collapse|spacing|.*radius|image))/.test(property);
const isNone = (value: string) =>
  /(?:^|\s)(?:none|hidden|transparent|0(?:px|pt|em|mm)?)(?=\s|!|$)/.test(value);

/**
 * The rules of tables as the last of the sheets has them. Undefined where borders of rows or cells, or of some tables
 * only, make others: a table then has some rule or ground.
 */
export function tableRulesOf(css: readonly string[]): TableRules | undefined {
  const rules: TableRules = { top: false, head: false, bottom: false };
  let isOther = false;
  for (const sheet of css)
    walk(parse(sheet), {
      visit: 'Rule',
      enter(rule: Rule) {
        for (const [part, isPlain] of partsIn(rule.prelude))
          rule.block.children.forEach((node) => {
            if (node.type !== 'Declaration') return;
            // Borders of rows are then not drawn, whatever sheets say (CSS 2.2, 17.6.1).
            if (node.property === 'border-collapse') isOther ||= generate(node.value) === 'separate';
            if (!isLine(node.property)) return;
            const isThere = !isNone(generate(node.value));
            if (isPlain && (part === 'table' || part === 'thead')) set(rules, part, node.property, isThere);
            else isOther ||= isThere || !isPlain;
          });
      },
    });
  return isOther ? undefined : rules;
}

/** The sides of an element that a property is about. */
function set(rules: TableRules, part: 'table' | 'thead', property: string, isThere: boolean): void {
  const isOfEnd = !/-(?:top|block-start|left|right|inline.*)/.test(property);
  const isOfStart = !/-(?:bottom|block-end|left|right|inline.*)/.test(property);
  if (part === 'thead' && isOfEnd) rules.head = isThere;
  if (part === 'table' && isOfStart) rules.top = isThere;
  if (part === 'table' && isOfEnd) rules.bottom = isThere;
}

/** Parts of tables that a list of selectors ends in, and whether it says nothing more of them. */
function partsIn(prelude: CssNode): [string, boolean][] {
  if (prelude.type !== 'SelectorList') return [];
  const found: [string, boolean][] = [];
  prelude.children.forEach((selector) => {
    if (selector.type !== 'Selector') return;
    let names: string[] = [];
    let isPlain = true;
    let isOfRest = false;
    selector.children.forEach((node) => {
      // The piece of a table that goes on on another page: its rules are beside those of the table.
      if (node.type === 'AttributeSelector' && node.name.name === 'data-split-from') isOfRest = true;
      if (node.type === 'Combinator') names = [];
      if (node.type === 'TypeSelector') names.push(node.name.toLowerCase());
      else isPlain = false;
    });
    if (isOfRest) return;
    for (const name of names) if (parts.has(name)) found.push([name, isPlain]);
  });
  return found;
}
