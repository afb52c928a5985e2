import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { problem } from '../article/problem.js';
import { didYouMean } from '../article/yaml.js';
import { adaptTexts } from './adapt-texts.js';
import { adaptTree } from './adapt-tree.js';
import { type Block, joinBlock } from './block.js';
import { configs } from './converter.js';
import type { Doubt } from './doubt.js';
import { doubtMessage } from './doubt-message.js';
import { type NamesFile, readNames } from './names.js';
import { applyChanges, newOffsetMap, type OffsetMap } from './offset-map.js';

export type { Doubt, NamesFile, OffsetMap };

/** What a caller may decide about a conversion. */
export interface ConvertOptions {
  /** 专名表: contents of names files; of two that disagree, the first decides. */
  names?: readonly NamesFile[];
  /** Glyphs of the house, `{臺: '台'}`, over those of the edition; `false` for OpenCC's standard. */
  houseStyle?: Readonly<Record<string, string>> | false;
  /** Words of the region: 软件 → 軟體. */
  vocabulary?: boolean;
}

export interface ConvertResult {
  text: string;
  /** Offsets of the source and of the result, both ways. */
  map: OffsetMap;
  /** Spots that a person should look at; offsets are into the source. */
  doubts: Doubt[];
}

/**
 * 繁简转换: a plain text in the script, the glyphs and the marks of an edition. Text that is in that script already comes
 * back as it was.
 *
 * @param edition zh-Hant-TW, zh-Hant-HK, zh-Hant or zh-Hans.
 * @throws a problem for any other edition.
 */
export function convert(text: string, edition: string, options: ConvertOptions = {}): ConvertResult {
  const adaptation = adaptationOf(edition, options);
  const lines = text.split(/(?<=\n)/);
  const blocks = lines.reduce<Block[]>((all, line) => {
    const last = all.at(-1);
    // A line that ends in mid-sentence goes on in the next.
    if (last && /\p{Script=Han}\r?\n$/u.test(last.pieces.at(-1)!.text)) last.pieces.push({ text: line });
    else all.push({ pieces: [{ text: line }] });
    return all;
  }, []);
  const joined = blocks.map(joinBlock);
  const adapted = adaptTexts(
    joined.map((block) => block.text),
    adaptation,
  );
  const changes = [];
  const doubts: Doubt[] = [];
  let base = 0;
  for (const [index, { pieces }] of blocks.entries()) {
    const starts = pieces.map((_, piece) =>
      pieces.slice(0, piece).reduce((sum, { text }) => sum + text.length, base),
    );
    const at = (unit: number) => starts[joined[index]!.units[unit]!.piece]! + joined[index]!.units[unit]!.at;
    for (const { start, end, replacement } of adapted[index]!.changes)
      changes.push({ start: at(start), end: at(end - 1) + 1, replacement });
    for (const doubt of adapted[index]!.doubts)
      doubts.push({ ...doubt, start: at(doubt.start), end: at(Math.max(doubt.start, doubt.end - 1)) + 1 });
    base = starts.at(-1)! + pieces.at(-1)!.text.length;
  }
  return { text: applyChanges(text, changes), map: newOffsetMap(changes), doubts };
}

/** The same for Markdown trees, as a unified plugin. What is left open becomes messages of the file. */
export const remarkConvert: Plugin<[ConvertOptions & { edition: string }], Root> = ({
  edition,
  ...options
}) => {
  const adaptation = adaptationOf(edition, options);
  return (tree, file) => {
    for (const doubt of adaptTree(tree, adaptation)) file.messages.push(doubtMessage(doubt, file));
  };
};

export function adaptationOf(edition: string, { names = [], houseStyle, vocabulary }: ConvertOptions) {
  const known = Object.keys(configs);
  if (!known.includes(edition))
    throw problem(`Unexpected edition "${edition}", expected one of ${known.join(', ')}`, {
      ruleId: 'usage',
      ...didYouMean(edition, known),
    });
  return { editionId: edition, names: readNames(names, edition), houseStyle, vocabulary };
}
