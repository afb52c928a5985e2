import { PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import type { Book } from '../../typeset/book/galley.js';
import { pageLayoutOf } from '../book-facts.js';
import type { Finding } from '../finding.js';
import { dictOf, entry, listOf, nameOf, numberOf, numbersOf, textOf } from '../read/pdf-file.js';
import type { PdfReading } from '../read/read-pdf.js';

const remedy = 'Build again: something has changed the file since it was made.';

const words = (text: string) => new Set(text.split(' '));

/**
 * The entries that our files have, by kind of dictionary (ISO 32000-1 tables 28, 30, 150, 153, 164, 173, 193, 206,
 * 323), and those in which programs keep private data that no reader sees. Any other entry could run, open, cover or
 * rename something.
 */
const known = {
  catalog: words(
    'Type Pages Outlines Dests Names MarkInfo StructTreeRoot Lang ViewerPreferences Metadata PageLabels PageLayout ' +
      'OutputIntents Version Extensions PieceInfo LastModified ' +
      // Other checks report these by name.
      'OpenAction AA AcroForm AF OCProperties',
  ),
  preferences: words('DisplayDocTitle Direction'),
  names: words('Dests JavaScript EmbeddedFiles'),
  page: words(
    'Type Parent Resources Contents MediaBox CropBox TrimBox BleedBox ArtBox Rotate UserUnit Group StructParents Tabs ' +
      'Annots AA Thumb LastModified PieceInfo Metadata',
  ),
  link: words('Type Subtype Rect Border F A Dest StructParent Contents P NM M AA AP H'),
  entry: words('Title Parent Prev Next First Last Count Dest A SE'),
} as const;

/**
 * 条目: the dictionaries of the file have only the entries and values that our books have.
 *
 * @param said what property lists in the content of pages say, by the index of the page.
 */
export function checkEntries(
  { file, pages }: PdfReading,
  book: Book,
  said: ReadonlyMap<number, ReadonlySet<string>>,
): Finding[] {
  const { catalog } = file;
  const findings = [
    ...foreign(catalog, 'catalog', 'the file'),
    ...foreign(dictOf(catalog, 'ViewerPreferences'), 'preferences', 'the file'),
    ...foreign(dictOf(catalog, 'Names'), 'names', 'the file'),
  ];
  const layout = pageLayoutOf(book);
  if (nameOf(catalog, 'PageLayout') !== layout)
    findings.push(
      finding(`arrangement of pages ${nameOf(catalog, 'PageLayout') ?? 'of none'}, expected ${layout}`),
    );
  for (const [index, keys] of said)
    findings.push(finding(`entry ${[...keys].join(', ')} in the marks of the content`, index + 1));
  pages.forEach(({ dict }, index) => {
    findings.push(...foreign(dict, 'page', 'the page', index + 1));
    if (listOf(dict, 'Annots').length > 0 && nameOf(dict, 'Tabs') !== 'S')
      findings.push(finding('order of links, expected that of the text', index + 1));
    for (const annotation of listOf(dict, 'Annots'))
      if (annotation instanceof PDFDict && nameOf(annotation, 'Subtype') === 'Link')
        findings.push(...checkLink(annotation, index + 1));
  });
  for (const item of outlineOf(dictOf(catalog, 'Outlines'))) {
    findings.push(...foreign(item, 'entry', 'the outline'));
    if (entry(item, 'A') && nameOf(dictOf(item, 'A'), 'S') !== 'GoTo')
      findings.push(
        finding(`action ${nameOf(dictOf(item, 'A'), 'S')} of the outline, expected a place in the book`),
      );
  }
  return findings;
}

function foreign(dict: PDFDict | undefined, kind: keyof typeof known, of: string, page?: number): Finding[] {
  const keys = dict?.keys().map((key) => key.decodeText()) ?? [];
  return keys.filter((key) => !known[kind].has(key)).map((key) => finding(`entry ${key} of ${of}`, page));
}

const finding = (what: string, page?: number): Finding => ({
  rule: 'document',
  ...(page !== undefined && { page }),
  message: `Unexpected ${what}${page === undefined ? '' : ` on page ${page}`}`,
  remedy,
});

/** Flags of an annotation: invisible, hidden, not shown (ISO 32000-1 table 165). */
const unseen = 1 | 2 | 32;

/** 链接: a link paints nothing, is not hidden, and has a target. */
function checkLink(link: PDFDict, page: number): Finding[] {
  const findings = foreign(link, 'link', 'a link', page);
  const [, , width = 1] = numbersOf(link, 'Border');
  if (width !== 0) findings.push(finding('border of a link', page));
  if (((numberOf(link, 'F') ?? 0) & unseen) !== 0) findings.push(finding('link that is not shown', page));
  const uri = textOf(dictOf(link, 'A'), 'URI');
  const said = textOf(link, 'Contents');
  if (uri !== undefined && said !== undefined && said !== uri)
    findings.push(finding(`words “${said}” of a link to ${uri}`, page));
  if (uri === undefined && said !== undefined && !/^→(?: \d+)?$/u.test(said))
    findings.push(finding(`words “${said}” of a link within the book`, page));
  return findings;
}

/** All entries of an outline; a circular one is read only once. */
function* outlineOf(root: PDFDict | undefined): Generator<PDFDict> {
  const open: (PDFObject | undefined)[] = [entry(root, 'First')];
  const seen = new Set<PDFObject>();
  while (open.length > 0) {
    const item = open.pop();
    if (!(item instanceof PDFDict) || seen.has(item)) continue;
    seen.add(item);
    yield item;
    open.push(entry(item, 'Next'), entry(item, 'First'));
  }
}
