import { composeSource } from '../../intake/compose-source.js';
import { readPdf } from '../../intake/pdf/read-pdf.js';
import { cutJumps } from '../restore/generate/cut.js';
import type { GoldStory } from '../restore/gold.js';
import { newNewspaper, newStories } from './newspaper.js';
import { printNewspaper } from './print-newspaper.js';
import type { Ingredients, ReadIssue } from './read-issue.js';

/** A second page has room for as many stories that come from the first, whatever its layout. */
const most = 2;

/** 转版: two pages, some of whose stories begin on the first and end on the second, with （下转第二版） and （上接第一版）. */
export async function pagesWithJumps({ texts, random, pool, number }: Ingredients): Promise<ReadIssue> {
  const setting = { isVertical: number % 3 === 2 };
  const story = newStories(texts, random);
  const rests: GoldStory[] = [];
  const jumps: number[] = [];
  const begun = () => {
    const whole = story();
    if (rests.length === most) return whole;
    const cut = cutJumps([whole], random, { share: 0.7, pages: [1, 2] });
    rests.push(...cut.parts.slice(1));
    jumps.push(...cut.jumps);
    return whole;
  };
  const first = newNewspaper(begun, random, setting);
  const second = newNewspaper(() => rests.shift() ?? story(), random, setting);
  const printed = [await printNewspaper(first, pool), await printNewspaper(second, pool)] as const;
  const read = [];
  // A browser adds empty pages behind a wide vertical one.
  for (const { pdf } of printed) read.push(...(await readPdf(pdf, 'page.pdf')).pages.slice(0, 1));
  const before = first.pieces.length;
  return {
    source: composeSource(read, 'page.pdf'),
    newspaper: {
      pieces: [...first.pieces, ...second.pieces],
      cells: ['two pages'],
      jumps,
    },
    printed: {
      chars: [
        ...printed[0].chars,
        ...printed[1].chars.map((char) => ({ ...char, page: 1, piece: char.piece + before })),
      ],
    },
  };
}
