import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/prepress/finding.js';
import { finish } from '../../scripts/prepress/finish.js';
import { preflight } from '../../scripts/prepress/preflight.js';
import { readPdf } from '../../scripts/prepress/read/read-pdf.js';
import { failedProof } from '../../scripts/proof.js';
import type { Book } from '../../scripts/typeset/book/galley.js';
import { editGlyph, mutate } from './mutate.js';
import { printDocuments } from './print-sample.js';
import { documentOf, sampleBook } from './sample-book.js';

/** 着重号 at text that has bullets and hyphens of its own; words that break at soft hyphens, and at hard ones. */
const html = `<style>em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right }</style>
<p>这里有<em>着重，号•的‐词语</em>，•，还有<em>•‐</em>。</p><p>${'一行排满了再换行，'.repeat(6)}<em>${'很长的着重'.repeat(12)}</em></p>
<p lang="en" style="inline-size:8em">${'inter&shy;na&shy;tion&shy;al&shy;i&shy;za&shy;tion of well-known words, '.repeat(3)}</p>`;
const text = html.replace(/<style>.*<\/style>|<[^>]*>|&shy;|\s/g, '');
const book: Book = { ...sampleBook, passages: [{ id: 'a', name: '01.md', text }] };
const horizontal = documentOf([{ html }]);
const vertical = horizontal.replace('class="area"', 'class="area" style="writing-mode: vertical-rl"');

let pdfs: Uint8Array[];
beforeAll(async () => {
  const printed = await printDocuments([horizontal, vertical]);
  // A page with an arabic label would have to print it.
  pdfs = await Promise.all(printed.map((one) => finish(one, book, { modified: new Date(0), labels: ['i'] })));
});

describe.each([
  ['lines', 0],
  ['columns', 1],
])('what the browser adds to a text in %s', (_, index) => {
  it('says nothing, and bullets and hyphens of the text are all there', async () => {
    expect(await preflight(pdfs[index]!, book)).toEqual([]);
    const reading = await readPdf(pdfs[index]!);
    const glyphs = reading.pages[0]!.content().glyphs;
    const silent = glyphs.filter((glyph) => glyph.text === '');
    const kinds = new Set(silent.map(({ raw, size }) => `${raw} ${size.toFixed(2)}`));
    // 6 characters, and 60: punctuation has no dots.
    expect(silent.filter(({ raw }) => raw === '•')).toHaveLength(66);
    expect([...kinds].sort()).toEqual(['‐ 10.50', '• 5.25']);
  });

  it('is no hiding place: a character of the text that is made to say nothing is lost', async () => {
    const silenced = await mutate(pdfs[index]!, (file) =>
      editGlyph(file, { page: 0, index: 7 }, (show) => `/Span <</ActualText ()>> BDC ${show} EMC`),
    );
    const found = await preflight(silenced, book);
    expect(found).toMatchObject([{ rule: 'lost', characters: '•' }]);
  });
});

describe('a proof that fails', () => {
  it('tells the first findings, and how many more there are', () => {
    const findings = Array.from(
      { length: 15 },
      (_, index): Finding => ({ rule: 'lost', message: `finding ${index + 1}`, remedy: 'Print again.' }),
    );
    const { reason, note } = failedProof(findings);
    expect(reason.split('\n')).toHaveLength(14);
    expect(reason).toMatch(/^The proof found 15 faults, expected none\n[\s\S]*finding 12\n {2}… and 3 more$/);
    expect(note).toBe('Print again.');
    expect(failedProof(findings.slice(0, 12)).reason).not.toContain('more');
  });
});
