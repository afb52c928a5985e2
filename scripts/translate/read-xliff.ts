import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { problem } from '../article/problem.js';
import { say } from '../article/words/say.js';
import { type State, states } from './memory.js';
import type { Unit } from './unit.js';

/**
 * The units of an XLIFF 2 file, straight from chongpai or edited in a translator's tool: segments that the tool split
 * are joined, its inline marks are skipped, code that it moved to `originalData` is put back.
 *
 * @throws a problem if the text is not XLIFF 2.
 */
export function readXliff(text: string, path: string): { units: Unit[]; language: string } {
  const root = parse(text, path);
  const top = root.children.find((node) => node.type === 'element');
  if (!top || localName(top) !== 'xliff' || !/^2\./.test(top.attributes.version ?? ''))
    throw problem(say('not-xliff-2', top?.name, top?.attributes.version ?? ''), {
      path,
      ruleId: 'xliff',
      note: say('save-xliff-2'),
    });
  if (!top.attributes.trgLang)
    throw problem(say('no-target-language'), {
      path,
      ruleId: 'xliff',
    });
  // Other vocabularies may have units and segments of their own, whose names have a prefix.
  const prefix = top.name.slice(0, -'xliff'.length);
  return {
    units: [...descendants(top, `${prefix}unit`)].map((unit) => readUnit(unit, prefix)),
    language: top.attributes.trgLang,
  };
}

const localName = ({ name }: Element) => name.replace(/^.*:/, '');

function parse(text: string, path: string): Root {
  try {
    return fromXml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const { cause, place } = error as Error & { place?: Parameters<typeof problem>[1] & object };
    // The first line is the library's message, an excerpt follows.
    const [reason] = (cause instanceof Error ? cause : (error as Error)).message.split('\n');
    throw problem(say('no-xml', reason), {
      path,
      ruleId: 'xliff',
      ...(place && { place: place as never }),
    });
  }
}

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((node): node is Element => node.type === 'element');

function* descendants(element: Element, name: string): Generator<Element> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    else yield* descendants(child, name);
  }
}

/** A `segment` or an `ignorable` of a unit. */
interface Piece {
  source: string;
  target: string | undefined;
  /** Place of the target among those of its unit, from 1: the other language may have another order. */
  order: number;
  attributes: Element['attributes'];
  isText: boolean;
}

function readUnit(unit: Element, prefix: string): Unit {
  const code = new Map(
    [...descendants(unit, `${prefix}data`)].map(({ attributes, children }) => [
      attributes.id ?? '',
      children.map((child) => plain(child, new Map())).join(''),
    ]),
  );
  const pieces = elementsOf(unit)
    .filter((node) => [`${prefix}segment`, `${prefix}ignorable`].includes(node.name))
    .map((node, index): Piece => {
      const [source, target] = ['source', 'target'].map((name) =>
        elementsOf(node).find((child) => child.name === prefix + name),
      );
      const textOf = (element: Element | undefined) =>
        element?.children.map((child) => plain(child, code)).join('');
      return {
        source: textOf(source) ?? '',
        target: textOf(target),
        order: Number(target?.attributes.order ?? index + 1),
        attributes: node.attributes,
        isText: node.name === `${prefix}segment`,
      };
    });
  const segments = pieces.filter(({ isText }) => isText);
  const done = segments.filter(({ target }) => target !== undefined && target.trim() !== '');
  // Parts that a tool set aside as not translatable are the same in both languages; so are those not yet translated.
  const target = [...pieces]
    .sort((one, other) => one.order - other.order)
    .map((piece) => piece.target ?? piece.source)
    .join('');
  const state = leastState(segments);
  const isPart = done.length > 0 && done.length < segments.length;
  const isFuzzy = isPart || segments.some(({ attributes }) => /fuzzy/.test(attributes.subState ?? ''));
  return {
    id: unit.attributes.id ?? '',
    kind: (unit.attributes.type ?? '').replace(/^chongpai:/, '').replace('-', ' '),
    source: pieces.map(({ source }) => source).join(''),
    state: done.length > 0 && state === 'initial' ? 'translated' : state,
    ...(done.length > 0 && { target }),
    ...(isFuzzy && { isFuzzy: true }),
  };
}

/** The state of a unit: the least of the states that its segments give; where none gives one, translated. */
function leastState(segments: readonly Piece[]): State {
  return states.find((one) => segments.some(({ attributes }) => attributes.state === one)) ?? 'translated';
}

/** Text with its inline code: code that a tool replaced by `<ph dataRef="…"/>` and its kin is put back. */
function plain(node: ElementContent, code: ReadonlyMap<string, string>): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  if (node.type !== 'element') return '';
  const { attributes, children } = node;
  if (localName(node) === 'cp') {
    const point = Number.parseInt(attributes.hex ?? '', 16);
    return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  const aside = (name: string) => code.get(attributes[name] ?? '') ?? '';
  const inner = children.map((child) => plain(child, code)).join('');
  return `${aside('dataRef')}${aside('dataRefStart')}${inner}${aside('dataRefEnd')}`;
}
