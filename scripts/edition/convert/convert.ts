import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFileMessage } from 'vfile-message';
import type { CharacterDecision } from '../../article/overrides-file.js';
import { isHan } from '../../text/characters.js';
import { adaptTree } from '../adapt-tree.js';
import type { Change } from '../change.js';
import type { Doubt } from '../doubt.js';
import { type Name, type NamesFile, readNames, unusedMessage } from '../lexicon/names.js';
import type { ChineseRow } from '../row.js';
import { type ChineseEdition, type ChineseId, rowOf } from '../rows/index.js';
import { type Adaptation, adaptTexts } from './adapt-texts.js';
import { type Block, joinBlock, offsetIn } from './block.js';
import { doubtMessage } from './doubt-message.js';
import { applyChanges, newOffsetMap, type OffsetMap } from './offset-map.js';
import { rankDoubts } from './rank-doubts.js';

export type { ChineseEdition, ChineseId, ChineseRow, Doubt, NamesFile, OffsetMap };

/** A caller's options for a conversion. */
export interface ConvertOptions {
  /** 专名表: contents of names files; of two that disagree, the first decides. */
  names?: readonly NamesFile[];
  /** Glyphs of the house, `{臺: '台'}`, over those of the edition; `false` for OpenCC's standard. */
  houseStyle?: Readonly<Record<string, string>> | false;
  /** Words of the region: 软件 → 軟體. */
  vocabulary?: boolean;
  /** Least chance of an error, from 0 to 1, for which a spot is reported; 0.04 is usual, 0.01 reports twice as many. */
  leastRisk?: number;
  /** 定字: forms of single characters in some words, ahead of the dictionaries and after the names. */
  characters?: readonly CharacterDecision[];
}

export interface ConvertResult {
  text: string;
  /** Offsets of the source and of the result, both ways. */
  map: OffsetMap;
  /** Spots that a person should look at; offsets are into the source. */
  doubts: Doubt[];
  /** Names that contradict each other, are in the other script, or do not occur in the text. */
  messages: VFileMessage[];
}

/**
 * 繁简转换: converts a plain text to the script, the glyphs and the marks of an edition. Text that is already in that
 * script comes back as it was.
 *
 * @throws a problem for an id that no edition has.
 */
export function convert(text: string, edition: ChineseEdition, options: ConvertOptions = {}): ConvertResult {
  const adaptation = { ...adaptationOf(edition, options), used: new Set<Name>() };
  const blocks = plainBlocks(text);
  const joined = blocks.map(joinBlock);
  const adapted = adaptTexts(
    joined.map((block) => block.text),
    adaptation,
  );
  const changes: Change[] = [];
  const doubts: Doubt[] = [];
  for (const [index, block] of blocks.entries()) {
    const at = (unit: number) => offsetIn(block, joined[index]!, unit)!;
    for (const { start, end, replacement } of adapted[index]!.changes)
      changes.push(...splitChange({ start, end, replacement }, at));
    for (const doubt of adapted[index]!.doubts)
      doubts.push({ ...doubt, start: at(doubt.start), end: at(Math.max(doubt.start, doubt.end - 1)) + 1 });
  }
  return {
    text: applyChanges(text, changes),
    map: newOffsetMap(changes),
    doubts: rankDoubts(doubts),
    messages: nameMessages(adaptation),
  };
}

/** Messages about the names after a text was adapted. */
export function nameMessages({ names, used }: Pick<Adaptation, 'names' | 'used'>): VFileMessage[] {
  const unused = used ? names.list.filter((name) => !used.has(name)) : [];
  return [...names.messages, ...unused.map(unusedMessage)];
}

/** The paragraphs of a plain text. A line that ends in a Han character continues in the next. */
function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const match of text.matchAll(/\n/g)) {
    const end = match.index + 1;
    if (isHan(text.charCodeAt(match.index - 1)) && isHan(text.charCodeAt(end))) continue;
    blocks.push({ pieces: [{ text: text.slice(start, end), offset: start }] });
    start = end;
  }
  if (start < text.length) blocks.push({ pieces: [{ text: text.slice(start), offset: start }] });
  return blocks;
}

/** A change of a block as changes of the text, which has newlines that the block omits. */
function splitChange({ start, end, replacement }: Change, at: (unit: number) => number): Change[] {
  const first = at(start);
  const last = at(end - 1) + 1;
  if (last - first === end - start) return [{ start: first, end: last, replacement }];
  if (replacement.length !== end - start) return [{ start: first, end: last, replacement }];
  return [...replacement].map((char, index) => ({
    start: at(start + index),
    end: at(start + index) + 1,
    replacement: char,
  }));
}

/** The same for Markdown trees, as a unified plugin. Open questions become messages of the file. */
export const remarkConvert: Plugin<[ConvertOptions & { edition: ChineseEdition }], Root> = ({
  edition,
  ...options
}) => {
  const adaptation = adaptationOf(edition, options);
  return (tree, file) => {
    for (const doubt of adaptTree(tree, adaptation)) file.messages.push(doubtMessage(doubt, file));
  };
};

/** An edition with a caller's choices, ready for texts. */
export function adaptationOf(
  edition: ChineseEdition,
  { names = [], houseStyle, vocabulary, leastRisk, characters }: ConvertOptions,
): Adaptation {
  const row = rowOf(edition);
  return { row, names: readNames(names, row.id), houseStyle, vocabulary, leastRisk, characters };
}
