import { basename } from 'node:path';
import { type CssNode, generate, type Rule, walk } from 'css-tree/dist/csstree.esm';
import type { Finding, FindingRule } from './prepress/finding.js';
import type { Sheet } from './typeset/sheets/sheet.js';

/** Properties that can take from readers what a finding misses. */
const colours = /^(?:color|background|opacity|mix-blend-mode|-webkit-text-|border-color)/;
const hides = /^(?:visibility|display|filter|mask|-webkit-mask|clip|overflow|opacity|text-transform)/;
const moves =
  /^(?:display|flex|order$|grid|float|position|inset|top|right|bottom|left|transform|rotate|scale|translate|direction|unicode-bidi|writing-mode|columns|margin|z-index)/;
const sizes = /^(?:font|width|height|max-|min-|inline-size|block-size|text-indent|zoom|object-|aspect-ratio)/;
const spaces = /^(?:letter-spacing|word-spacing|white-space|line-height|text-indent|font-kerning|text-align)/;
const generated = /^(?:content|list-style|counter|quotes)/;
const marks = /^(?:text-emphasis|text-decoration|font|color|border)/;
const readings = /^(?:ruby|visibility|display|font|position)/;

/** A frame is drawn beside its picture. */
const frames = /^(?:padding|border|outline|box-)/;
/** 阴影: the browser draws a blurred one with unseen letters of its own. */
const shadows = /^text-shadow/;

const anyOf = (...kinds: RegExp[]) => kinds;

/** Declarations that may cause a finding of a rule; other rules are never a sheet's fault. */
const causes: Partial<Record<FindingRule, readonly RegExp[]>> = {
  hidden: anyOf(colours, hides, sizes, shadows),
  covered: anyOf(colours, moves, spaces, generated, shadows, marks),
  turned: anyOf(moves),
  size: anyOf(sizes, moves),
  'out-of-order': anyOf(moves, shadows),
  'blank-glyph': anyOf(hides),
  clipped: anyOf(hides, sizes, moves),
  'outside-page': anyOf(moves, sizes, spaces),
  'outside-type-area': anyOf(moves, sizes, spaces),
  picture: anyOf(sizes, hides, moves, colours, frames),
  label: anyOf(generated, hides, moves),
  reading: anyOf(readings),
  emphasis: anyOf(marks),
  'table-rule': anyOf(marks, hides),
  blank: anyOf(spaces, hides),
  joined: anyOf(moves),
  added: anyOf(generated),
  stray: anyOf(generated, hides, moves),
  lost: anyOf(hides, moves, sizes),
  wrong: anyOf(hides, generated),
  doubled: anyOf(hides, moves, shadows),
  swapped: anyOf(moves),
  tag: anyOf(hides, moves),
  note: anyOf(sizes, moves),
};

/** So many rules are named: with more, none is the likely one. */
const mostNamed = 3;

/**
 * 原因: findings that a style sheet of the publication's own may have caused name its rule and line before their remedy:
 * “custom.css:3 says p { color: #eee }”. A rule may be the cause if it says something of that kind of elements around
 * the place.
 */
export function withCauses(findings: readonly Finding[], sheet: Sheet | undefined): Finding[] {
  if (!sheet) return [...findings];
  const rules = rulesOf(sheet.tree);
  return findings.map((finding) => {
    const kinds = causes[finding.rule];
    if (!kinds) return finding;
    const likely = rules.filter(
      ({ properties, ends }) =>
        properties.some((property) => kinds.some((kind) => kind.test(property))) && mayMatch(ends, finding),
    );
    if (likely.length === 0) return finding;
    const named = likely
      .slice(0, mostNamed)
      .map(({ line, text }) => ({ place: `${basename(sheet.path)}:${line}`, text }));
    return { ...finding, causes: named };
  });
}

/** A rule of a sheet. */
interface SheetRule {
  line: number;
  text: string;
  properties: string[];
  /** For each selector the names and classes of what it selects: ['blockquote'], ['p', '.lead']. */
  ends: string[][];
}

function rulesOf(tree: CssNode): SheetRule[] {
  const rules: SheetRule[] = [];
  walk(tree, {
    visit: 'Rule',
    enter(rule: Rule) {
      if (rule.prelude.type !== 'SelectorList') return;
      const properties: string[] = [];
      rule.block.children.forEach((node) => {
        if (node.type === 'Declaration') properties.push(node.property.toLowerCase());
      });
      const ends: string[][] = [];
      rule.prelude.children.forEach((selector) => {
        ends.push(endOf(selector));
      });
      const text = generate(rule)
        .replace(/(?<=\{)|(?=\})/g, ' ')
        .replace(/(?=\{)/, ' ');
      const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
      rules.push({ line: rule.loc?.start.line ?? 1, text: shown, properties, ends });
    },
  });
  return rules;
}

/** Names and classes of the last part of a selector. */
function endOf(selector: CssNode): string[] {
  let names: string[] = [];
  if (selector.type !== 'Selector') return names;
  selector.children.forEach((node) => {
    if (node.type === 'Combinator') names = [];
    if (node.type === 'TypeSelector') names.push(node.name.toLowerCase());
    if (node.type === 'ClassSelector') names.push(`.${node.name}`);
  });
  return names;
}

/** Elements that hold no text are named by what finding they make. */
const own: Partial<Record<FindingRule, readonly string[]>> = {
  picture: ['img', 'figure'],
  reading: ['rt', 'ruby'],
  label: ['li', 'ol', 'ul'],
};

function mayMatch(ends: readonly string[][], { rule, around }: Finding): boolean {
  if (!around && !own[rule]) return true;
  const there = new Set([...(around ?? []), ...(own[rule] ?? [])]);
  return ends.some((names) => names.every((name) => name === '*' || there.has(name)));
}
