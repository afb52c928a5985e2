import { join } from 'node:path';
import type { Article } from '../article/article.js';
import { names, readTextFile } from '../article/manuscript.js';
import { parseArticle } from '../article/markdown.js';
import { align } from './align.js';
import { knownPairs, type Memory, readMemory, recall, type State, shortPrint } from './memory.js';
import { blockSegments, matterSegments, type Segment } from './segment.js';

/** Unit of exchange with a translator: a segment of the source with its translation. */
export interface Unit {
  /** "01.5f2c9a01": the article, and a hash of its text when the id was given. It stays when the text changes. */
  id: string;
  /** See `Segment`. */
  kind: string;
  source: string;
  /** Absent where nothing is translated yet. */
  target?: string;
  state: State;
  /** The source as it was translated, if it has changed since. */
  formerSource?: string;
  /** The file marks it as still to be reviewed. */
  isFuzzy?: boolean;
}

/** A unit of an article as it is on disk. */
export interface PlacedUnit extends Unit {
  segment: Segment;
  /** Its translation in the file; absent for front matter, and where there is none. */
  translation?: Segment;
}

/** An article as a translator sees it. */
export interface ArticleUnits {
  article: Article;
  /** Undefined where it was not begun. */
  translation: Article | undefined;
  memory: Memory;
  units: PlacedUnit[];
}

/** The id of the article that a unit belongs to. */
export const articleOf = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf('.')));

/** The units of an article with the translations that `folder` (`…/en`) holds. */
export function unitsOf(article: Article, folder: string): ArticleUnits {
  const path = join(folder, names.article(article.id));
  const text = readTextFile(path);
  const translation = text === undefined ? undefined : parseArticle(article.id, path, text);
  const memory = readMemory(folder, article.id);
  const blocks = blockSegments(article);
  const segments = [...matterSegments(article), ...blocks.filter(({ isInPicture }) => !isInPicture)];
  const found = translation ? pairUp(blocks, translation, memory) : new Map<Segment, Segment>();
  const lines = translation ? matterSegments(translation) : [];
  const recalled = recall(memory, segments);
  const ids = new Set<string>(memory.segments.map(({ id }) => id));
  const units = segments.map((segment, index): PlacedUnit => {
    const { kind, markdown } = segment;
    const entry = recalled[index];
    const own = found.get(segment) ?? lines.find((line) => line.kind === kind);
    const isChanged = own && entry && entry.source !== markdown;
    return {
      id: entry?.id ?? newId(article.id, segment, ids),
      kind,
      source: markdown,
      state: own ? (entry?.state ?? 'translated') : 'initial',
      segment,
      ...(own && { target: own.markdown }),
      ...(own?.range && { translation: own }),
      ...(isChanged && { formerSource: entry.source, isFuzzy: true }),
    };
  });
  return { article, translation, memory, units };
}

function pairUp(blocks: readonly Segment[], translation: Article, memory: Memory): Map<Segment, Segment> {
  const targets = blockSegments(translation);
  const pairs = new Map<Segment, Segment>();
  for (const { source, target } of align(blocks, targets, knownPairs(memory, blocks, targets)))
    if (source !== undefined && target !== undefined) pairs.set(blocks[source]!, targets[target]!);
  return pairs;
}

/** An id that is not taken: repeated texts of an article are numbered. */
function newId(article: string, { kind, markdown }: Segment, taken: Set<string>): string {
  const base = `${article}.${shortPrint(`${kind}\n${markdown}`).slice(0, 8)}`;
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
