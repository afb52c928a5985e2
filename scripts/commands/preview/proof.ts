import { join } from 'node:path';
import { readIssueFile } from '../../article/issue-file.js';
import { type ArticleLedger, fingerprint } from '../../article/ledger-file.js';
import { listArticles, names, readTextFile } from '../../article/manuscript.js';
import { readArticleText } from '../../article/markdown/known-articles.js';
import { readLedger } from '../../article/read-issue.js';
import type { Piece, Restoration, Story } from '../../article/restoration.js';
import type { Source } from '../../article/source.js';
import type { Proof, ProofPiece, ProofStory } from '../../preview/layout/proof.js';
import { overridesOf, readIssueSource } from '../../read-issue-source.js';
import { isRestored, restorationOf } from '../../redraft.js';
import { beginningOf } from './beginning.js';
import { asWritten, blocksOf } from './manuscript-text.js';
import { proposalsIn } from './proposals.js';
import { listScans } from './scans.js';

/**
 * 校样: restores an issue's source as a build would, and shows every change; where a person has edited the manuscript,
 * its text is shown. The manuscript must have been made of this source and these overrides.
 */
export async function proofOf(folder: string): Promise<Proof> {
  const source = (await readIssueSource(folder))!;
  const decided = overridesOf(folder);
  const restoration = restorationOf(source, decided);
  const lineAt = newLineCounter(source.text);
  const manuscripts = manuscriptsIn(folder);
  let { edits } = restoration;
  const stories = restoration.articles.map((story): ProofStory => {
    const made = proofStory(story, lineAt);
    const manuscript = manuscripts.find(({ ledger }) => isMadeOf(ledger, story));
    if (!manuscript) return made;
    const { id, text, isEdited } = manuscript;
    const article = readArticleText(id, join(folder, names.article(id)), text);
    if (!isEdited) return { ...made, id, pieces: placed(made.pieces, blocksOf(article)) };
    const written = asWritten(made, article, { source: source.text, edits });
    ({ edits } = written);
    return { ...made, id, pieces: written.pieces };
  });
  return {
    ...sourceOf(source, restoration, lineAt),
    stories: inOrder(stories, folder),
    edits,
    scans: await listScans(folder),
    proposals: proposalsIn(folder),
    replaced: decided.overrides.replace ?? [],
  };
}

/**
 * The beginning of a long source that is not restored yet, to be read while that is done; undefined where the proof
 * itself is quick, or where a person's text stands in the manuscript.
 */
export async function proofOfBeginning(folder: string): Promise<Proof | undefined> {
  const source = (await readIssueSource(folder))!;
  const decided = overridesOf(folder);
  if (isRestored(source, decided) || manuscriptsIn(folder).some(({ isEdited }) => isEdited)) return undefined;
  const beginning = beginningOf(source, decided.overrides);
  if (!beginning) return undefined;
  const { restoration } = beginning;
  const lineAt = newLineCounter(beginning.source.text);
  return {
    ...sourceOf(beginning.source, restoration, lineAt),
    isBeginning: true,
    stories: restoration.articles.map((story) => proofStory(story, lineAt)),
    edits: restoration.edits,
    scans: [],
    proposals: [],
    replaced: [],
  };
}

/** The part of a proof that comes from its source alone. */
function sourceOf(source: Source, restoration: Restoration, lineAt: LineAt) {
  const { furniture, messages, gaps, measures } = restoration;
  return {
    source: source.text,
    fingerprint: source.fingerprint,
    furniture: furniture.map((piece) => proofPiece('furniture', piece, lineAt)),
    doubts: messages.map((doubt) => ({ ...doubt, line: lineAt(doubt.start) })),
    gaps,
    measures,
    ...(source.layout && { places: source.layout }),
  };
}

/** The stories in the order of `issue.yaml`, which a person may have changed. */
function inOrder(stories: readonly ProofStory[], folder: string): ProofStory[] {
  const path = join(folder, names.issue);
  const { sections } = readIssueFile(readTextFile(path) ?? '', path);
  const order = sections?.flatMap(({ articles }) => articles) ?? [];
  const rank = ({ id = '' }: ProofStory) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...stories].sort((a, b) => rank(a) - rank(b));
}

/** The articles of an issue that were made of its source. */
function manuscriptsIn(folder: string) {
  return listArticles(folder).flatMap((id) => {
    const ledger = readLedger<ArticleLedger>(join(folder, names.ledger(id)));
    const text = readTextFile(join(folder, names.article(id)));
    return ledger && text !== undefined
      ? [{ id, ledger, text, isEdited: fingerprint(text) !== ledger.written }]
      : [];
  });
}

/** True for the ledger of a story: both have the same first words of the source; what a person added has no place. */
function isMadeOf({ pieces }: ArticleLedger, { headline, blocks }: Story): boolean {
  const first = [headline, ...blocks].find((piece) => (piece?.ranges.length ?? 0) > 0)?.ranges[0]?.[0];
  return first !== undefined && pieces.some(({ ranges }) => ranges[0]?.[0] === first);
}

/** Pieces with their places in the manuscript, where they are the same. */
function placed(pieces: readonly ProofPiece[], blocks: ReturnType<typeof blocksOf>): ProofPiece[] {
  if (pieces.length !== blocks.length) return [...pieces];
  return pieces.map((piece, index) => {
    const { file, line, block } = blocks[index]!;
    return { ...piece, file, line, block };
  });
}

function proofPiece(part: string, piece: Piece, lineAt: LineAt): ProofPiece {
  const { text, ranges, entry } = piece;
  const lines = ranges.map(([start]) => lineAt(start));
  return { part, text, ranges, lines, ...(entry !== undefined && { entry }) };
}

function proofStory(story: Story, lineAt: LineAt): ProofStory {
  const titles = (['kicker', 'headline', 'deck', 'byline'] as const).flatMap((part): ProofPiece[] => {
    const piece = story[part];
    return piece ? [proofPiece(part, piece, lineAt)] : [];
  });
  const blocks = story.blocks.map(({ role, ...piece }) => proofPiece(role, piece, lineAt));
  return { pieces: [...titles, ...blocks] };
}

/** Number of the line that contains an offset. */
type LineAt = (offset: number) => number;

/** Line numbers by offset, for many questions about one source. */
function newLineCounter(source: string): LineAt {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
