import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** 计量单位 and measure words that follow a figure in tables. */
const units =
  '(?:[万亿千百]?(?:元|美元|吨|人|户|亩|米|个|头|只|台|辆|件|所|家|次|倍|度|岁|株|千瓦时?|公里|公斤|公顷|平方米|平方公里|立方米)|年|月|日|时|分|秒|位|名|%|％|‰|℃|°|[kcm]?m[²³]?|k?g|kW)';
const figure = new RegExp(
  String.raw`[+\-−±＋－]?[\d０-９]+(?:[.,:：/·×~～–—-][\d０-９]+)*(?:${units}|(?=[^\d]|$))(?!\p{M})`,
  'gu',
);
/** A number of more characters may be broken: an account, an address. */
const longest = 16;

/** Keeps a figure in a cell on one line with its unit: 1,000.5万元. */
export function keepFigures(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node) => {
    if (node.type === 'element' && node.properties.className?.toString() === 'address') return [node];
    if (node.type === 'element') return [{ ...node, children: keepFigures(node.children) }];
    return node.type === 'text' ? partsOf(node.value) : [node];
  });
}

function partsOf(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(figure)) {
    if (found.length < 2 || found.length > longest) continue;
    if (index > at) parts.push({ type: 'text', value: text.slice(at, index) });
    parts.push(h('span.keep', found));
    at = index + found.length;
  }
  if (at < text.length) parts.push({ type: 'text', value: text.slice(at) });
  return parts;
}
