import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../article/ledger-file.js';
import { names, readTextFile } from '../article/manuscript.js';
import { readOverrides } from '../article/overrides-file.js';
import type { Measure, Piece, Restoration, Story } from '../article/restoration.js';
import { readSource } from '../intake/read-source.js';
import type { Proof, ProofLine, ProofPiece, ProofStory } from '../preview/proof.js';
import { setAgain } from '../preview/set-again.js';
import { type RestoreOptions, restore } from '../restore/index.js';

/** 校样: restores an issue's source as a build would, and lays open what was done. */
export async function proofOf(folder: string): Promise<Proof> {
  const path = join(folder, names.source);
  const source = await readSource(path);
  const overridesPath = join(folder, 'overrides.yaml');
  const overrides = readOverrides(readTextFile(overridesPath) ?? '', overridesPath);
  const restoration = restore(source, { overrides } as RestoreOptions);
  const { furniture, edits, messages: doubts, gaps, measures } = restoration;
  return {
    source: source.text,
    fingerprint: fingerprint(readFileSync(path)),
    stories: restoration.articles.map((story) => proofStory(story, source.text, restoration)),
    furniture,
    edits,
    doubts,
    gaps,
    measures,
    replaced: overrides.replace,
  };
}

function proofStory(story: Story, source: string, { edits, gaps, measures }: Restoration): ProofStory {
  const titles = (['kicker', 'headline', 'deck', 'byline'] as const).flatMap((part): ProofPiece[] => {
    const piece = story[part];
    return piece ? [{ part, ...piece }] : [];
  });
  const blocks = story.blocks.map(({ role, ...piece }): ProofPiece => ({ part: role, ...piece }));
  const measureOf = (offset: number): Measure | undefined =>
    measures.find(({ start, end }) => offset >= start && offset < end);
  const ends = gaps.map(({ start }) => start);
  const lines = blocks.flatMap((block: Piece): ProofLine[] =>
    setAgain(block, { source, edits, lineEnds: ends, measureOf }),
  );
  return { pieces: [...titles, ...blocks], lines, same: story.reset.same };
}
