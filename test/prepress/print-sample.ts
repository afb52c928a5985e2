import { launchBrowser } from '../../scripts/chromium/browser.js';
import { withTab } from '../../scripts/chromium/with-tab.js';
import { tagFragments } from '../../scripts/prepress/tag-fragments.js';
import { tagParagraphs } from '../../scripts/prepress/tag-paragraphs.js';
import { subsetFonts } from '../../scripts/typeset/fonts/fonts.js';

const faces = [
  { family: 'serif-test', weight: 400, file: 'NotoSerifSC_400Regular.ttf' },
  { family: 'serif-test', weight: 700, file: 'NotoSerifSC_700Bold.ttf' },
];

/** Prints documents with the real browser and real fonts, subset to their characters as the build does it. */
export async function printDocuments(documents: readonly string[]): Promise<Uint8Array[]> {
  const printer = await launchBrowser();
  try {
    const { css } = await subsetFonts(faces, documents.join(''));
    return await withTab(printer.browser, async (tab) => {
      const pdfs: Uint8Array[] = [];
      for (const html of documents) {
        await tab.setContent(html.replace('</head>', `<style>${css}</style></head>`));
        await tab.evaluate(() => document.fonts.ready);
        await tagFragments(tab);
        await tagParagraphs(tab);
        pdfs.push(
          await tab.pdf({
            preferCSSPageSize: true,
            printBackground: true,
            tagged: true,
            outline: true,
            timeout: 0,
          }),
        );
      }
      return pdfs;
    });
  } finally {
    await printer.close();
  }
}
