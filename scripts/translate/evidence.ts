import { pinyin } from 'pinyin-pro';
import { hanRun } from '../text/characters.js';
import { readNumeral } from './numeral.js';

/** Likeness of two blocks: from -1 (the other lacks what one names) over 0 (nothing is known) to 1 (same facts). */
export type Likeness = (source: number, target: number) => number;

/**
 * Likeness by what a Chinese text and its translation share to the letter: figures, and names in pinyin. A token that
 * many blocks have says little about one.
 */
export function likenessOf(sources: readonly string[], targets: readonly string[]): Likeness {
  const spoken = sources.map(speak);
  const figures = sources.map(figuresOf);
  const found = targets.map((text) => {
    const marks = [...new Set([...figuresOf(text), ...namesOf(text)])];
    return marks.map((mark) => holders(mark, { spoken, figures })).filter(({ size }) => size > 0);
  });
  return (source, target) => {
    let [all, shared] = [0, 0];
    for (const blocks of found[target]!) {
      const weight = Math.log(1 + sources.length / blocks.size);
      all += weight;
      if (blocks.has(source)) shared += weight;
    }
    // Few tokens, shared or not, prove little.
    return all === 0 ? 0 : (2 * (shared / all) - 1) * Math.min(1, all / 3);
  };
}

/** The source blocks that contain each figure or name. */
function holders(
  mark: string,
  { spoken, figures }: { spoken: readonly string[]; figures: readonly Set<string>[] },
): Set<number> {
  const isFigure = /^\d/.test(mark);
  return new Set(
    [...spoken.keys()].filter((index) =>
      isFigure ? figures[index]!.has(mark) : spoken[index]!.includes(mark),
    ),
  );
}

/** Figures without thousands separators; those of Chinese numerals too. Single digits are everywhere and left out. */
function figuresOf(text: string): Set<string> {
  const arabic = [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([figure]) => figure.replaceAll(',', ''));
  const chinese = [...text.matchAll(/[〇零一二三四五六七八九十百千]{2,}/g)].flatMap(
    ([numeral]) => readNumeral(numeral) ?? [],
  );
  return new Set([...arabic, ...chinese.map(String)].filter((figure) => figure.length > 1));
}

const speak = (text: string) =>
  pinyin((text.match(hanRun) ?? []).join(''), { toneType: 'none', type: 'array' }).join('');

/** Capitalised words that may be names. */
function namesOf(text: string): string[] {
  return [...text.matchAll(/\b\p{Lu}\p{Ll}{3,}\b/gu)].map(([word]) => word.toLowerCase());
}
