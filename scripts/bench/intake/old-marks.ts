import { decodeSource } from '../../intake/read-source.js';
import { inTraditional } from '../restore/generate/traditional.js';
import { newNewspaper, newStories } from './newspaper.js';
import { printNewspaper } from './print-newspaper.js';
import type { Ingredients, ReadIssue } from './read-issue.js';

/** 竖排标点: marks of a text, each followed by its form in a vertical line. */
const usualForms = '「﹁」﹂『﹃』﹄（︵）︶《︽》︾：︰';
const allForms = `${usualForms}，︐、︑。︒；︔！︕？︖`;

/** A vertical page in Traditional characters whose text layer has the forms of marks; its truth has the marks. */
export async function pageWithOldMarks({ texts, random, pool, number }: Ingredients): Promise<ReadIssue> {
  const forms = number % 2 === 0 ? usualForms : allForms;
  const formOf = new Map(
    Array.from({ length: forms.length / 2 }, (_, at) => [forms[at * 2]!, forms[at * 2 + 1]!]),
  );
  const printed = (text: string) => text.replace(/\p{P}/gu, (mark) => formOf.get(mark) ?? mark);
  // 旧式标点: one mark for nearly all.
  const isOfOneMark = random.chance(0.5);
  const written = (text: string) => inOldMarks(text, isOfOneMark);
  const newspaper = newNewspaper(newStories(texts, random), random, { isVertical: true, written, printed });
  const page = await printNewspaper(newspaper, pool);
  return { source: await decodeSource(page.pdf, 'page.pdf'), newspaper, printed: page };
}

function inOldMarks(text: string, isOfOneMark: boolean): string {
  const quoted = inTraditional(text).replace(/[“”‘’]/gu, (mark) => '「」『』'['“”‘’'.indexOf(mark)]!);
  return isOfOneMark ? quoted.replace(/[，；。]/gu, '、') : quoted;
}
