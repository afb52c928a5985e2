import { beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../scripts/prepress/finish.js';
import { withoutTextBoxes } from '../../scripts/prepress/read/text-boxes.js';
import { printDocuments } from './print-sample.js';
import { sampleBook, sampleFolios, sampleHtml } from './sample-book.js';

/** Readings, links and a form, whose elements of text stand in other elements than paragraphs. */
const mixedHtml = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>x</title>
<style>@page { size: 148mm 210mm; margin: 15mm }</style></head><body><h2>甲</h2>
<p><ruby>漢<rt>hàn</rt></ruby>字<span style="letter-spacing: -.1em">，</span>又<a href="#n1">注</a></p>
<p style="opacity: .5">淡<b>字</b></p><table><tr><th>辛</th></tr><tr><td>癸</td></tr></table><p id="n1">注文</p></body></html>`;

let printed: Buffer[];
beforeAll(async () => {
  printed = (await printDocuments([sampleHtml, mixedHtml])).map((pdf) => Buffer.from(pdf));
});

const numbersIn = (pdf: Uint8Array) =>
  new Set(
    Array.from(
      Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/(\d+) 0 obj\n/g),
      ([, number]) => Number(number),
    ),
  );

/** The same file, but its table of places is not where it says. */
function withoutPlace(pdf: Buffer): Buffer {
  const at = pdf.lastIndexOf('startxref\n') + 'startxref\n'.length;
  return Buffer.concat([pdf.subarray(0, at), Buffer.from('9\n'), pdf.subarray(pdf.indexOf('%%EOF', at))]);
}

describe('text boxes', () => {
  it('are taken out of a printed file, and nothing else is but the rows of its parent tree', () => {
    for (const pdf of printed) {
      const { bytes, boxes } = withoutTextBoxes(pdf);
      const left = numbersIn(bytes);
      const gone = [...numbersIn(pdf)].filter((number) => !left.has(number));
      expect(boxes.size).toBeGreaterThan(5);
      expect([...boxes.keys()].every((number) => gone.includes(number))).toBe(true);
      const others = gone.filter((number) => !boxes.has(number));
      for (const number of others)
        expect(pdf.toString('latin1')).toMatch(
          new RegExp(`\\n${number} 0 obj\\n\\[(?:\\d+ 0 R ?)+\\]\\nendobj`),
        );
    }
  });

  it('stay where a file is not written as the browser writes it', () => {
    for (const pdf of [withoutPlace(printed[0]!), Buffer.from('%PDF-1.7\n%%EOF'), Buffer.alloc(0)]) {
      const { bytes, boxes } = withoutTextBoxes(pdf);
      expect(bytes).toBe(pdf);
      expect(boxes.size).toBe(0);
    }
    const moved = Buffer.from(
      printed[0]!.toString('latin1').replace('/S /NonStruct', '/S /Nonstruct'),
      'latin1',
    );
    expect(withoutTextBoxes(moved).boxes.size).toBe(withoutTextBoxes(printed[0]!).boxes.size - 1);
  });

  it('give the finished file that they gave as dictionaries, byte by byte', async () => {
    for (const [index, pdf] of printed.entries()) {
      const options = { modified: new Date(0), labels: index === 0 ? sampleFolios : ['1'] };
      const finished = await finish(pdf, sampleBook, options);
      expect(Buffer.from(finished).equals(await finish(withoutPlace(pdf), sampleBook, options))).toBe(true);
    }
  });
});
