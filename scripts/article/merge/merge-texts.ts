import { diff3Merge } from 'node-diff3';

/** Two results of a merge, which differ only where both sides changed the same words. */
export interface Merged {
  /** With a person's words at those places, */
  mine: string;
  /** and with the machine's. */
  theirs: string;
}

/** Longest passage that is merged character by character: comparing longer ones takes seconds. */
const longest = 12_000;

/**
 * 三方合并: brings the changes that the machine has made to its own version since into a person's: block by block, and
 * character by character in a block that both have changed.
 *
 * @param base the machine's version that the person began with
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  const newline = mine.includes('\r\n') ? '\r\n' : '\n';
  const plain = (text: string) => text.replace(/\r\n?/g, '\n');
  const merged = mergeTokens(
    blocksOf(plain(base)),
    blocksOf(plain(mine)),
    blocksOf(plain(theirs)),
    (sides) =>
      sides.some(({ length }) => length > longest)
        ? undefined
        : mergeTokens([...sides[0]], [...sides[1]], [...sides[2]], () => undefined),
  );
  const ending = /\n*$/.exec(plain(mine))![0] || '\n';
  const written = (text: string) => (text.trimEnd() + ending).replaceAll('\n', newline);
  return { mine: written(merged.mine), theirs: written(merged.theirs) };
}

/** Blocks with the empty lines behind them. */
function blocksOf(text: string): string[] {
  const blocks = text.match(/.+?(?:\n{2,}|$)/gs) ?? [];
  return blocks.map((block) => (block.endsWith('\n\n') ? block : `${block.trimEnd()}\n\n`));
}

type Sides = readonly [base: string, mine: string, theirs: string];

function mergeTokens(
  base: string[],
  mine: string[],
  theirs: string[],
  closer: (sides: Sides) => Merged | undefined,
): Merged {
  const results = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true }).map(({ ok, conflict }) => {
    if (!conflict) return { mine: ok!.join(''), theirs: ok!.join('') };
    const sides = [conflict.o.join(''), conflict.a.join(''), conflict.b.join('')] as const;
    return closer(sides) ?? { mine: sides[1], theirs: sides[2] };
  });
  return {
    mine: results.map((one) => one.mine).join(''),
    theirs: results.map((one) => one.theirs).join(''),
  };
}
