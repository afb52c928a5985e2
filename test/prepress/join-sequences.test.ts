import { expect, it } from 'vitest';
import { joinSequences } from '../../scripts/prepress/finish/join-sequences.js';
import { markContent } from '../../scripts/prepress/finish/mark-content.js';
import { rewrite } from '../../scripts/prepress/finish/rewrite.js';
import { contentScan } from '../../scripts/prepress/finish/scan-content.js';
import { isElement, type StructureElement } from '../../scripts/prepress/read/read-structure.js';
import { tokenize } from '../../scripts/prepress/read/tokenize.js';

const piece = (mcid: number) => `/P <</MCID ${mcid}>> BDC\n(${mcid}) Tj\nEMC\n`;
const element = (type: string, kids: (number | StructureElement)[]): StructureElement => ({
  ...{ type, lang: undefined, alt: undefined, parent: undefined, dict: undefined },
  kids: kids.map((kid) => (typeof kid === 'number' ? { page: 0, mcid: kid } : kid)),
});
const numbersOf = ({ kids }: StructureElement): unknown[] =>
  kids.map((kid) => (isElement(kid) ? numbersOf(kid) : 'mcid' in kid && kid.mcid));

it('makes pieces of an element one sequence where nothing is between them in the tree or on the page', () => {
  const bytes = Buffer.from(
    `${[0, 1, 2].map(piece).join('')}0 0 9 9 re\n${[3, 4, 5, 6, 7, 8].map(piece).join('')}`,
  );
  const scan = contentScan(() => false);
  tokenize(bytes, scan.hear);
  const stream = { page: 0, bytes, scan: scan.end(), added: [], lines: [] };
  // 3 has a path before it, 5 is of another element, 7 and 8 are the letters of a reading.
  const root = element('P', [0, 1, 2, 3, 4, element('Span', [5]), 6, element('RT', [7, 8])]);
  joinSequences(root, [stream]);
  expect(numbersOf(root)).toEqual([0, 1, [2], 3, [4, 5]]);
  const written = rewrite(
    bytes,
    markContent(stream.scan, () => 'P'),
  );
  expect(Buffer.from(written).toString()).toBe(
    '/P <</MCID 0>> BDC\n(0) Tj\n\n(1) Tj\n\n(2) Tj\nEMC\n0 0 9 9 re\n' +
      '/P <</MCID 1>> BDC\n(3) Tj\n\n(4) Tj\nEMC\n/P <</MCID 2>> BDC\n(5) Tj\nEMC\n' +
      '/P <</MCID 3>> BDC\n(6) Tj\nEMC\n/P <</MCID 4>> BDC\n(7) Tj\nEMC\n/P <</MCID 5>> BDC\n(8) Tj\nEMC\n',
  );
});
