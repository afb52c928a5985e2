import type { Element } from 'xast';
import { childrenOf, elementsOf } from '../xml/parse.js';
import { numberIn } from './number-forms.js';

/** A level of a list: what stands before its paragraphs. */
interface Level {
  form: string;
  /** `第%1条`, with the numbers of levels. */
  pattern: string;
  start: number;
}

interface List {
  /** Lists that go on counting have the same. */
  counters: number[];
  levels: Level[];
}

const valOf = (element: Element, name: string): string | undefined =>
  childrenOf(element, name)[0]?.attributes['w:val'] ?? undefined;

/** A list has at most nine levels. */
const mostLevels = 9;

/**
 * The numbers that a word processor writes before paragraphs, from its parts for lists and for styles: they are in no
 * paragraph of the file, and are text. Bullets are none.
 *
 * @returns what stands before a paragraph; to be asked for each, in the order of the file
 */
export function paragraphNumbers(
  numbering: Element | undefined,
  styles: Element | undefined,
): (paragraph: Element) => string {
  const lists = numbering ? listsOf(numbering) : new Map<string, List>();
  const ofStyles = new Map<string, Element>();
  for (const style of styles ? elementsOf(styles, 'style') : []) {
    const [own] = elementsOf(style, 'numPr');
    if (own) ofStyles.set(style.attributes['w:styleId'] ?? '', own);
  }
  return (paragraph) => {
    const [about] = childrenOf(paragraph, 'pPr');
    if (!about) return '';
    const place = childrenOf(about, 'numPr')[0] ?? ofStyles.get(valOf(about, 'pStyle') ?? '');
    const list = place && lists.get(valOf(place, 'numId') ?? '');
    const depth = Number((place && valOf(place, 'ilvl')) ?? 0);
    return list?.levels[depth] ? numberAt(list, depth) : '';
  };
}

function listsOf(numbering: Element): Map<string, List> {
  const kinds = new Map<string, List>();
  for (const kind of elementsOf(numbering, 'abstractNum')) {
    const levels: Level[] = [];
    for (const level of childrenOf(kind, 'lvl')) {
      const depth = Number(level.attributes['w:ilvl']);
      if (depth >= 0 && depth < mostLevels)
        levels[depth] = {
          form: valOf(level, 'numFmt') ?? 'decimal',
          pattern: valOf(level, 'lvlText') ?? '',
          start: Number(valOf(level, 'start') ?? 1),
        };
    }
    kinds.set(kind.attributes['w:abstractNumId'] ?? '', { counters: [], levels });
  }
  const lists = new Map<string, List>();
  for (const list of elementsOf(numbering, 'num')) {
    const kind = kinds.get(valOf(list, 'abstractNumId') ?? '');
    if (!kind) continue;
    const starts = childrenOf(list, 'lvlOverride').flatMap((own) => {
      const start = valOf(own, 'startOverride');
      return start === undefined ? [] : [[Number(own.attributes['w:ilvl']), Number(start)] as const];
    });
    // A list that begins anew has its own numbers.
    const levels = kind.levels.map((level, depth) => {
      const start = starts.find(([at]) => at === depth)?.[1];
      return start === undefined ? level : { ...level, start };
    });
    lists.set(list.attributes['w:numId'] ?? '', starts.length > 0 ? { counters: [], levels } : kind);
  }
  return lists;
}

function numberAt({ counters, levels }: List, depth: number): string {
  const { form, pattern } = levels[depth]!;
  for (let at = 0; at < depth; at++) counters[at] ??= levels[at]?.start ?? 1;
  counters[depth] = counters[depth] === undefined ? levels[depth]!.start : counters[depth] + 1;
  counters.length = depth + 1;
  if (form === 'bullet') return '';
  const text = pattern.replace(/%(\d)/gu, (_, number) => {
    const at = Number(number) - 1;
    return numberIn(levels[at]?.form ?? 'decimal', counters[at] ?? 1);
  });
  // Behind 一、 and （一） nothing stands, behind 第一条 and 1. a blank.
  return text === '' || /[、，：）)】〕]$/u.test(text)
    ? text
    : `${text}${/[\w.]$/u.test(text) ? ' ' : '\u3000'}`;
}
