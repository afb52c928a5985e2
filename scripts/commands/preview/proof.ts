import { join } from 'node:path';
import { names, readTextFile } from '../../article/manuscript.js';
import { readOverrides } from '../../article/overrides-file.js';
import type { Measure, Piece, Restoration, Story } from '../../article/restoration.js';
import type { Proof, ProofLine, ProofPiece, ProofStory } from '../../preview/layout/proof.js';
import { setAgain } from '../../preview/layout/set-again.js';
import { readIssueSource } from '../../read-issue-source.js';
import { type RestoreOptions, restoreStories } from '../../restore/index.js';

/** 校样: restores an issue's source as a build would, and shows every change. */
export async function proofOf(folder: string): Promise<Proof> {
  const source = (await readIssueSource(folder))!;
  const overridesPath = join(folder, names.overrides);
  const overrides = readOverrides(readTextFile(overridesPath) ?? '', overridesPath);
  const { restoration } = restoreStories(source, { overrides } as RestoreOptions);
  const { furniture, edits, messages, gaps, measures } = restoration;
  const lineAt = newLineCounter(source.text);
  return {
    source: source.text,
    fingerprint: source.fingerprint,
    stories: restoration.articles.map((story) =>
      proofStory(story, { source: source.text, lineAt, restoration }),
    ),
    furniture: furniture.map((piece) => proofPiece('furniture', piece, lineAt)),
    edits,
    doubts: messages.map((doubt) => ({ ...doubt, line: lineAt(doubt.start) })),
    gaps,
    measures,
    replaced: overrides.replace,
  };
}

interface Proofing {
  source: string;
  lineAt: (offset: number) => number;
  restoration: Restoration;
}

function proofPiece(part: string, piece: Piece, lineAt: Proofing['lineAt']): ProofPiece {
  const { text, ranges } = piece;
  return { part, text, ranges, lines: ranges.map(([start]) => lineAt(start)) };
}

function proofStory(story: Story, { source, lineAt, restoration }: Proofing): ProofStory {
  const { edits, gaps, measures } = restoration;
  const titles = (['kicker', 'headline', 'deck', 'byline'] as const).flatMap((part): ProofPiece[] => {
    const piece = story[part];
    return piece ? [proofPiece(part, piece, lineAt)] : [];
  });
  const blocks = story.blocks.map(({ role, ...piece }) => proofPiece(role, piece, lineAt));
  const measureOf = (offset: number): Measure | undefined =>
    measures.find(({ start, end }) => offset >= start && offset < end);
  const ends = gaps.map(({ start }) => start);
  const lines = blocks.flatMap((block: Piece): ProofLine[] =>
    setAgain(block, { source, edits, lineEnds: ends, measureOf }),
  );
  return { pieces: [...titles, ...blocks], lines, same: story.reset.same };
}

/** Line numbers by offset, for many questions about one source. */
function newLineCounter(source: string): (offset: number) => number {
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
