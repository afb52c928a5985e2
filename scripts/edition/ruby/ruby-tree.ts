import type { PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Edition, RubyKind } from '../../article/edition.js';
import type { Ruby } from '../../article/markdown/html/ruby.js';
import { isAllHan } from '../../text/characters.js';
import { type NamesFile, readNames } from '../lexicon/names.js';
import { readOwnReadings } from './own-readings.js';
import { bopomofo } from './ruby-bopomofo.js';
import { readingOfPerson, readingsOf } from './ruby-readings.js';
import { type WordPlace, wordPlaces } from './word-places.js';

export interface RubyOptions {
  kind: RubyKind;
  edition: Pick<Edition, 'lang' | 'readings'>;
  /** Names files; lines `pinyin: 单于 = chán yú` in them overrule all dictionaries. */
  files: readonly NamesFile[];
}

/**
 * Puts readings beside the Chinese characters of a tree, block by block, since words decide readings. Readings in the
 * manuscript stay.
 */
export function addReadings(tree: Root, { kind, edition, files }: RubyOptions): VFileMessage[] {
  const own = readOwnReadings(files);
  for (const { output, kind: list } of readNames(files, edition.lang).list)
    if (
      list === 'person' &&
      isAllHan(output) &&
      [...output].length >= 2 &&
      [...output].length <= 4 &&
      !own.readings.has(output)
    )
      own.readings.set(output, readingOfPerson(output));
  visit(tree, 'ruby', (node) => {
    if (kind === 'bopomofo') node.reading = bopomofo(node.reading);
  });
  visit(tree, ['heading', 'paragraph', 'tableCell'], (block) => {
    const texts: Text[] = [];
    visit(block, 'text', (node) => void texts.push(node));
    const whole = texts.map(({ value }) => value).join('');
    const readings = readingsOf(whole, { readings: edition.readings, own: own.readings });
    // 注音符號 are in columns of their own.
    const places = kind === 'pinyin' ? wordPlaces(whole, own.readings.keys()) : [];
    let at = 0;
    const made = new Map<Text, PhrasingContent[]>();
    for (const node of texts) {
      const characters = [...node.value];
      const end = at + characters.length;
      made.set(
        node,
        annotate(characters, { readings: readings.slice(at, end), places: places.slice(at, end), kind }),
      );
      at = end;
    }
    visit(block, 'text', (node, index, parent) => {
      if (parent?.type === 'ruby') return undefined;
      const nodes = made.get(node);
      if (!nodes || !parent || index === undefined) return undefined;
      (parent.children as PhrasingContent[]).splice(index, 1, ...nodes);
      made.delete(node);
      return index + nodes.length;
    });
  });
  return own.messages;
}

interface Annotation {
  readings: readonly (string | undefined)[];
  places: readonly (WordPlace | undefined)[];
  kind: RubyKind;
}

function annotate(characters: readonly string[], { readings, places, kind }: Annotation): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  characters.forEach((character, index) => {
    const pinyin = readings[index];
    const reading = pinyin && kind === 'bopomofo' ? bopomofo(pinyin) : pinyin;
    const last = nodes.at(-1);
    const word = places[index];
    if (reading)
      nodes.push({
        type: 'ruby',
        reading,
        ...(word && { word }),
        children: [{ type: 'text', value: character }],
      } satisfies Ruby);
    else if (last?.type === 'text') last.value += character;
    else nodes.push({ type: 'text', value: character });
  });
  return nodes;
}
