import { describe, expect, it } from 'vitest';
import { finish } from '../../scripts/prepress/finish.js';
import { type PdfReading, readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { descendants, isObjectReference } from '../../scripts/prepress/read/read-structure.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook } from './sample-book.js';

const options = { modified: new Date(0), labels: ['i'] };

const css = `<style>.three { column-count: 3; column-gap: 6mm; column-fill: auto; block-size: 32pt; text-indent: 0 }
a { display: inline } sup { font-size: .7em; line-height: 0 }
.row { text-indent: 0; padding-left: 3em } .row span { display: inline-block; width: 3em; margin-left: -3em }</style>`;
/** A column has two lines: the link of many words is in two columns. */
const columns = documentOf([
  {
    html: `${css}<p>${'表格在上面，'.repeat(20)}</p>
<p class="three">一二三四五六七八九十<sup><a href="#n">②</a></sup>，${'说到这里，'.repeat(2)}<a href="https://example.org/">金昌日报的网页很长很长很长</a>${'好'.repeat(9)}</p><p id="n">注</p>
<p class="row"><a href="#n"><span aria-hidden="true">7</span>看注这一行</a></p>`,
  },
]);

/** For each area of a link on the first page the words on it. */
function wordsOn({ pages }: PdfReading): string[] {
  const { links, content } = pages[0]!;
  const { glyphs } = content();
  return links.map(({ box: [left, bottom, right, top] }) =>
    glyphs
      .filter(({ box }) => {
        const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
        return x > left - 1 && x < right + 1 && y > bottom - 3 && y < top + 3;
      })
      .map(({ text }) => text)
      .join(''),
  );
}

describe('links of a paragraph that goes on in another column', () => {
  it('have areas on their own words only', async () => {
    const [printed] = await printDocuments([columns]);
    const before = await readPdf(printed!);
    const after = await readPdf(await finish(printed!, sampleBook, options));
    // The browser still does it: otherwise there is nothing to mend.
    expect(before.pages[0]!.links.length).toBeGreaterThan(after.pages[0]!.links.length);
    const [call, ...words] = wordsOn(after);
    expect(call).toBe('②');
    // The folio of a row keeps the areas that the browser makes for its box and its words, though readers do not hear it.
    expect(words.slice(-3)).toEqual(['看注这一行', '7', '7']);
    expect(words.slice(0, -3).join('')).toBe('金昌日报的网页很长很长很长');
    const told = [...descendants(after.structure!)].flatMap(({ kids }) => kids.filter(isObjectReference));
    expect(new Set(told.map(({ object }) => object))).toEqual(
      new Set(after.pages[0]!.links.map(({ dict }) => dict)),
    );
  });
});
