import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { listOf, type PdfFile, textOf } from '../read/pdf-file.js';
import { destinationResolver, readLinks } from '../read/read-navigation.js';

/** Gives every link a description of its target (PDF/UA-1 §7.18.5): its address, or the page. */
export function describeLinks(file: PdfFile): void {
  const pages = file.getPages().map(({ node }) => node);
  const resolve = destinationResolver(file, pages);
  for (const page of pages) {
    for (const { uri, destination, dict } of readLinks(page, resolve)) {
      if (textOf(dict, 'Contents')) continue;
      const words = uri ?? (destination ? `→ ${destination.page + 1}` : '→');
      dict.set(PDFName.of('Contents'), PDFHexString.fromText(words));
    }
    if (listOf(page, 'Annots').some((annotation) => annotation instanceof PDFDict))
      page.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
}
