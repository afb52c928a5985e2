import { PDFDict } from '@cantoo/pdf-lib';
import type { Book } from '../../typeset/book/galley.js';
import { closingParts } from '../../typeset/compose/closing.js';
import { keywordsOf } from '../book-facts.js';
import type { Finding } from '../finding.js';
import type { PageFacts } from '../page-facts.js';
import { isInside } from '../read/matrix.js';
import { dictOf, entry, infoOf, inherited, listOf, nameOf, numberOf, textOf } from '../read/pdf-file.js';
import { boxOf } from '../read/read-page.js';
import type { PdfPage, PdfReading } from '../read/read-pdf.js';

const remedy = 'Build again: something has changed the file since it was made.';
const pointsPerMm = 72 / 25.4;

/**
 * Checks that a file's metadata are the book's: title, author, language, direction, labels, boxes.
 *
 * @param white indices of the blank pages.
 * @param facts layout's facts page by page.
 */
export function checkDocument(
  reading: PdfReading,
  book: Book,
  { white, facts }: { white: ReadonlySet<number>; facts: readonly (PageFacts | undefined)[] },
): Finding[] {
  return [...checkFacts(reading, book), ...checkPages(reading, book, { white, facts })];
}

function checkFacts(reading: PdfReading, book: Book): Finding[] {
  const { file, xmp = '' } = reading;
  const info = infoOf(file);
  const direction = nameOf(dictOf(file.catalog, 'ViewerPreferences'), 'Direction') ?? 'L2R';
  const facts: [string, string | undefined, string | undefined][] = [
    ['title', reading.title, book.title],
    ['title in the metadata', inXmp(xmp, 'dc:title'), book.title],
    ['author', textOf(info, 'Author') ?? '', book.author],
    ['author in the metadata', inXmp(xmp, 'dc:creator') ?? '', book.author],
    ['subject', textOf(info, 'Subject') ?? '', book.subject],
    ['subject in the metadata', inXmp(xmp, 'dc:description') ?? '', book.subject],
    ['keywords', textOf(info, 'Keywords') ?? '', keywordsOf(book).join(', ')],
    ['keywords in the metadata', inXmp(xmp, 'pdf:Keywords') ?? '', keywordsOf(book).join(', ')],
    ['subjects in the metadata', inXmp(xmp, 'dc:subject') ?? '', keywordsOf(book).join(' / ')],
    ['language', reading.lang, book.lang],
    ['language in the metadata', inXmp(xmp, 'dc:language'), book.lang],
    ['direction', direction, book.progression === 'rtl' ? 'R2L' : 'L2R'],
  ];
  const findings = facts.flatMap(([name, found, expected]) =>
    found === expected ? [] : [finding(`${name} ${quoted(found)} of the file, expected ${quoted(expected)}`)],
  );
  if (!reading.labels) findings.push(finding('file without page labels, expected the folios'));
  return findings;
}

const quoted = (text: string | undefined) => (text ? `“${text}”` : 'none');

const finding = (what: string, page?: number): Finding => ({
  rule: 'document',
  ...(page !== undefined && { page }),
  message: `Unexpected ${what}${page === undefined ? '' : ` on page ${page}`}`,
  remedy,
});

/** The value of a property of XMP; where it has several (alternatives in languages), those that differ. */
function inXmp(xmp: string, property: string): string | undefined {
  const inside = new RegExp(`<${property}>([\\s\\S]*?)</${property}>`).exec(xmp)?.[1];
  if (inside === undefined) return undefined;
  const values = [...inside.matchAll(/<rdf:li[^>]*>([^<]*)</g)].map(([, value = '']) => value);
  const different = [...new Set(values.length > 0 ? values : [inside])].join(' / ');
  return different.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&',
  );
}

/**
 * Pages have the book's trim and are upright. A blank one is only before a required right-hand page, or, where the book
 * is bound in sheets, where some were planned to fill the last one; never after a closing part with a page of its own.
 */
function checkPages(
  reading: PdfReading,
  { trim, binding }: Book,
  { white, facts }: { white: ReadonlySet<number>; facts: readonly (PageFacts | undefined)[] },
): Finding[] {
  const [width, height] = [trim.widthMm * pointsPerMm, trim.heightMm * pointsPerMm];
  const most = binding?.multiple ?? 1;
  const closes = (page: PageFacts | undefined) => closingParts.some((part) => part === page?.ids?.[0]);
  const mayEnd = binding !== undefined && !facts.some(closes);
  let whites = 0;
  return reading.pages.flatMap((page, index) => {
    const findings = checkBoxes(page, { width, height, number: index + 1 });
    whites = white.has(index) ? whites + 1 : 0;
    if (whites > most || (whites > 0 && !mayEnd && index === reading.pages.length - 1))
      findings.push(finding('white page', index + 1));
    return findings;
  });
}

function checkBoxes(
  { dict }: PdfPage,
  { width, height, number }: { width: number; height: number; number: number },
): Finding[] {
  const findings: Finding[] = [];
  const media = boxOf(dict, 'MediaBox');
  for (const key of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) {
    const box = boxOf(dict, key);
    if (!box) continue;
    const isSize = Math.abs(box[2] - box[0] - width) < 1 && Math.abs(box[3] - box[1] - height) < 1;
    if (!isSize) findings.push(finding(`${key} that is not the trim size`, number));
    else if (media && !isInside(box, media, 1)) findings.push(finding(`${key} beside the others`, number));
  }
  const turn = inherited(dict, 'Rotate');
  if (turn && numberOf(dict.context.obj({ turn }), 'turn') !== 0)
    findings.push(finding('turn of the page', number));
  if (entry(dict, 'UserUnit')) findings.push(finding('scale of the page', number));
  return findings;
}

/** Actions that a document may run: only going to a place in it, or opening an address. */
const harmless = new Set(['GoTo', 'URI']);

/** 动作: nothing in a book of ours runs by itself, and links lead to the web or to a place in the book. */
export function checkActions({ file, pages }: PdfReading): Finding[] {
  const findings: Finding[] = [];
  const add = (what: string, page?: number) =>
    findings.push({
      rule: 'action',
      ...(page !== undefined && { page }),
      message: `Unexpected ${what}${page === undefined ? '' : ` of page ${page}`}, expected none`,
      remedy: 'Build again, and do not pass this file on: something else has written into it.',
    });
  const open = entry(file.catalog, 'OpenAction');
  if (open)
    add(
      open instanceof PDFDict
        ? `action ${nameOf(open, 'S') ?? ''} when the file is opened`
        : 'place at which the file is opened',
    );
  if (entry(file.catalog, 'AA')) add('actions of the document');
  if (entry(file.catalog, 'AcroForm')) add('form');
  if (entry(file.catalog, 'AF')) add('attached file');
  if (dictOf(dictOf(file.catalog, 'Names'), 'JavaScript')) add('scripts of the document');
  pages.forEach(({ dict }, index) => {
    if (entry(dict, 'AA')) add('actions', index + 1);
    for (const annotation of listOf(dict, 'Annots')) {
      const action = dictOf(annotation, 'A');
      const kind = nameOf(action, 'S');
      const isHarmless = kind === undefined || harmless.has(kind);
      if (!isHarmless || entry(annotation, 'AA') || entry(action, 'Next'))
        add(`action ${kind ?? ''} of a link`, index + 1);
    }
  });
  return findings;
}
