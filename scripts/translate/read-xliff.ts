import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { problem } from '../article/problem.js';
import { type State, states } from './memory.js';
import type { Unit } from './unit.js';

/**
 * The units of an XLIFF 2 file, from chongpai or through a translator's tool: segments that it has split are joined, its
 * inline marks are passed over.
 *
 * @throws a problem for what is no XLIFF 2.
 */
export function readXliff(text: string, path: string): { units: Unit[]; language: string } {
  const root = parse(text, path);
  const top = root.children.find((node) => node.type === 'element');
  if (top?.name !== 'xliff' || !/^2\./.test(top.attributes.version ?? ''))
    throw problem(
      `Unexpected <${top?.name ?? ''}${top?.attributes.version ? ` version="${top.attributes.version}"` : ''}>, expected XLIFF 2.0 or 2.1`,
      { path, ruleId: 'xliff', note: 'Have the translator’s tool save XLIFF 2, as it was exported.' },
    );
  return {
    units: [...unitsIn(top)].map(readUnit),
    language: top.attributes.trgLang ?? '',
  };
}

function parse(text: string, path: string): Root {
  try {
    return fromXml(text);
  } catch (error) {
    const { reason, place } = error as { reason?: string; place?: Parameters<typeof problem>[1] & object };
    throw problem(`This is no XML: ${reason ?? (error as Error).message}`, {
      path,
      ruleId: 'xliff',
      ...(place && { place: place as never }),
    });
  }
}

function* unitsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.name === 'unit') yield child;
    else yield* unitsIn(child);
  }
}

function readUnit(unit: Element): Unit {
  const parts = unit.children.filter(
    (node): node is Element => node.type === 'element' && /^(?:segment|ignorable)$/.test(node.name),
  );
  const segments = parts.filter(({ name }) => name === 'segment');
  const sourceOf = (part: Element) => textOf(part, 'source') ?? '';
  const isTranslated = segments.length > 0 && segments.every((part) => textOf(part, 'target') !== undefined);
  // What a tool has cut off as no text to translate is the same in both languages.
  const target = parts.map((part) => textOf(part, 'target') ?? sourceOf(part)).join('');
  const state = states.find((one) => one === segments[0]?.attributes.state) ?? 'translated';
  return {
    id: unit.attributes.id ?? '',
    kind: (unit.attributes.type ?? '').replace(/^chongpai:/, '').replace('-', ' '),
    source: parts.map(sourceOf).join(''),
    state: isTranslated && state === 'initial' ? 'translated' : (state as State),
    ...(isTranslated && target.trim() !== '' && { target }),
    ...(segments.some((part) => /fuzzy/.test(part.attributes.subState ?? '')) && { isFuzzy: true }),
  };
}

function textOf(segment: Element, name: string): string | undefined {
  const found = segment.children.find((node) => node.type === 'element' && node.name === name);
  return found?.type === 'element' ? found.children.map(plain).join('') : undefined;
}

function plain(node: ElementContent): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  if (node.type !== 'element') return '';
  if (node.name === 'cp') return String.fromCodePoint(Number.parseInt(node.attributes.hex ?? '20', 16));
  return node.children.map(plain).join('');
}
