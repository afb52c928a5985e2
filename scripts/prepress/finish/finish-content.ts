import { promisify } from 'node:util';
import { deflate, type ZlibOptions } from 'node:zlib';
import { type PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { PdfFile } from '../read/pdf-file.js';
import { readStructure } from '../read/read-structure.js';
import type { Unboxed } from '../read/text-boxes.js';
import { joinOutline } from './join-outline.js';
import { joinSequences } from './join-sequences.js';
import { markContent } from './mark-content.js';
import { dropStrays } from './mend-links.js';
import { numberForms } from './number-forms.js';
import { readContents } from './read-contents.js';
import { rewrite } from './rewrite.js';
import { pagesToTheLeft } from './right-to-left.js';
import { joinFragments } from './tree/join-fragments.js';
import { levelHeadings } from './tree/level-headings.js';
import { mendStructure } from './tree/mend-structure.js';
import { moorFigures } from './tree/moor-figures.js';
import { nameNotes } from './tree/name-notes.js';
import { writeStructure } from './write-structure.js';

/**
 * Repairs the structure tree of a printed file, and adapts the marks in the pages' content.
 *
 * @param above the ranks of the headings that are open before the file, if it is a part of a book
 */
export async function finishContent(
  file: PdfFile,
  boxes: Unboxed['boxes'],
  above: readonly number[] = [],
): Promise<void> {
  const pages = file.getPages().map(({ node }) => node);
  const root = readStructure(file, pages, boxes);
  if (!root) return;
  dropStrays(file, root);
  const contents = readContents(file, pages);
  numberForms(file, root, contents);
  const decorations = pages.map(() => new Set<number>());
  for (const { page, scan } of contents)
    for (const { mcid, hasContent } of scan.sequences) if (!hasContent) decorations[page]!.add(mcid);
  nameNotes(root);
  moorFigures(root);
  joinOutline(file, joinFragments(root));
  mendStructure(root, (page, mcid) => decorations[page]!.has(mcid));
  levelHeadings(root, above);
  const toTheLeft = pagesToTheLeft(pages);
  joinSequences(root, contents, (page) => toTheLeft[page]!);
  const types = writeStructure(file, root, { pages, contents });
  // Compressed beside this thread, while it goes on to the next page.
  const compressed = contents.map((content) => {
    const marks = markContent({ ...content.scan, added: content.added }, (mcid) =>
      types[content.page]!.get(mcid),
    );
    return compress(rewrite(content.bytes, [...marks, ...content.lines]), { level: 9 });
  });
  for (const [index, { page, form }] of contents.entries())
    replaceContent(file, pages[page]!, { data: await compressed[index]!, form });
}

const compress = promisify<Uint8Array, ZlibOptions, Buffer>(deflate);

function replaceContent(
  file: PdfFile,
  page: PDFDict,
  { data, form }: { data: Uint8Array; form: PDFRef | undefined },
): void {
  const { context } = file;
  const own = form && (context.lookup(form) as PDFRawStream).dict;
  const dict = own ?? context.obj({});
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(data.length));
  const stream = PDFRawStream.of(dict, data);
  const key = PDFName.of('Contents');
  const old = form ?? page.get(key);
  if (old instanceof PDFRef) context.assign(old, stream);
  else page.set(key, context.register(stream));
}
