import { z } from 'zod';
import type { Box } from '../../article/layout.js';
import type { BoxedLine, BoxedPage } from '../boxed.js';
import { boxAroundAll, boxOf } from '../boxes.js';
import { joinWords } from '../join-words.js';
import { anyBox } from './any-box.js';
import type { JsonForm } from './json-form.js';

const symbol = z.object({
  text: z.string(),
  confidence: z.number().optional(),
  boundingBox: z.unknown().optional(),
  property: z
    .object({ detectedBreak: z.object({ type: z.union([z.string(), z.number()]) }).nullish() })
    .nullish(),
});
type Sign = z.infer<typeof symbol>;
const word = z.object({
  symbols: z.array(symbol).default([]),
  boundingBox: z.unknown().optional(),
  confidence: z.number().optional(),
});
const page = z.object({
  width: z.number().optional(),
  height: z.number().optional(),
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ words: z.array(word).default([]) })).default([]) }))
    .default([]),
});
const annotation = z.object({ description: z.string(), boundingPoly: z.unknown().optional() });
const response = z.object({
  fullTextAnnotation: z.object({ pages: z.array(page).optional(), text: z.string().optional() }).nullish(),
  textAnnotations: z.array(annotation).nullish(),
});
const wrapped = z.object({ responses: z.array(response) });

/** Google Cloud Vision: characters with the breaks behind them; or the text, and its words, where these are left out. */
export const googleVision: JsonForm = {
  name: 'Google Vision',
  keys: /"(?:fullTextAnnotation|textAnnotations)"\s*:/,
  unwrap: (value) => {
    const all = Array.isArray(value) ? value : [value];
    return all.flatMap((one) =>
      wrapped.safeParse(one).success ? (one as { responses: unknown[] }).responses : [one],
    );
  },
  shape: z.array(response).transform((responses) =>
    responses.flatMap(({ fullTextAnnotation: full, textAnnotations: parts }): BoxedPage[] => {
      const pages = (full?.pages ?? []).map(pageOf).filter(({ lines }) => lines.length > 0);
      if (pages.length > 0) return pages;
      const [whole, ...words] = parts ?? [];
      const text = full?.text ?? whole?.description ?? '';
      return text === '' ? [] : [{ lines: linesByText(text, words) }];
    }),
  ),
};

function pageOf({ width, height, blocks }: z.infer<typeof page>): BoxedPage {
  const paragraphs = blocks.flatMap((block) => block.paragraphs);
  const lines = paragraphs.flatMap(({ words }) => linesOf(words));
  const areShares = lines.every(({ box }) => !box || Math.max(box.right, box.bottom) <= 1);
  if (!areShares || !width || !height) return { width, height, lines };
  const scaled = ({ left, top, right, bottom }: Box) =>
    boxOf(left * width, top * height, right * width, bottom * height);
  return { width, height, lines: lines.map((line) => ({ ...line, box: line.box && scaled(line.box) })) };
}

/** Breaks that end a line, by their names and their numbers. */
const endsLine: ReadonlySet<unknown> = new Set(['LINE_BREAK', 'EOL_SURE_SPACE', 'HYPHEN', 3, 4, 5]);

function linesOf(words: readonly z.infer<typeof word>[]): BoxedLine[] {
  const lines: BoxedLine[] = [];
  let open: z.infer<typeof word>[] = [];
  const end = () => {
    if (open.length > 0) lines.push(lineOf(open));
    open = [];
  };
  for (const one of words) {
    open.push(one);
    if (one.symbols.some(({ property }) => endsLine.has(property?.detectedBreak?.type))) end();
  }
  end();
  return lines;
}

const boxOfWord = ({ boundingBox, symbols }: z.infer<typeof word>): Box | undefined =>
  anyBox(boundingBox) ?? boxAroundAll(symbols.flatMap((one: Sign) => anyBox(one.boundingBox) ?? []));

function lineOf(words: readonly z.infer<typeof word>[]): BoxedLine {
  const boxed = words.map((one) => ({
    text: one.symbols.map(({ text }) => text).join(''),
    box: boxOfWord(one),
  }));
  const sure = words.flatMap(({ symbols, confidence }) => [
    ...symbols.flatMap((one) => one.confidence ?? confidence ?? []),
  ]);
  return {
    text: joinWords(boxed),
    box: boxAroundAll(boxed.flatMap(({ box }) => box ?? [])),
    ...(sure.length > 0 && { confidence: sure.reduce((sum, one) => sum + one, 0) / sure.length }),
  };
}

/** The lines of a text, each with the words that it begins with, as many as it has characters. */
function linesByText(text: string, words: readonly z.infer<typeof annotation>[]): BoxedLine[] {
  let next = 0;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const length = line.replace(/\s/gu, '').length;
      const own: Box[] = [];
      for (let seen = 0; seen < length && next < words.length; next++) {
        const { description, boundingPoly } = words[next]!;
        seen += description.replace(/\s/gu, '').length;
        own.push(...[anyBox(boundingPoly)].filter((box) => box !== undefined));
      }
      return { text: line, box: boxAroundAll(own) };
    });
}
