import { join } from 'node:path';
import { diffArrays } from 'diff';
import { listProposals, readTextFile } from '../../article/manuscript.js';
import type { Proposal } from '../../preview/layout/proof.js';

/** 待合: the passages in which proposals differ from their manuscripts, each with the block before it for its place. */
export function proposalsIn(folder: string): Proposal[] {
  return listProposals(folder).flatMap((proposal) => {
    const file = proposal.replace('.proposal.', '.');
    const parts = file.endsWith('.md') ? blocksOf : linesOf;
    const [mine, theirs] = [file, proposal].map((name) => readTextFile(join(folder, name)));
    return mine === undefined || theirs === undefined
      ? []
      : differences(parts(mine), parts(theirs)).map((passage) => ({ file, proposal, ...passage }));
  });
}

/** Blocks with the empty lines behind them. */
const blocksOf = (text: string) => text.match(/.+?(?:(?:\r?\n){2,}|$)/gs) ?? [];

/** The contents of an issue are a line a section. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function differences(mine: string[], theirs: string[]): { mine: string; theirs: string }[] {
  const passages: { mine: string; theirs: string }[] = [];
  let before = '';
  let open: { mine: string; theirs: string } | undefined;
  for (const { added, removed, value } of diffArrays(mine, theirs)) {
    if (!added && !removed) {
      open = undefined;
      before = value.at(-1) ?? before;
      continue;
    }
    if (!open) {
      open = { mine: before, theirs: before };
      passages.push(open);
    }
    open[removed ? 'mine' : 'theirs'] += value.join('');
  }
  return passages;
}
