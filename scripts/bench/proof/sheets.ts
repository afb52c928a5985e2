import { VFileMessage } from 'vfile-message';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { preflight } from '../../prepress/preflight.js';
import type { Table } from '../table.js';
import { sampleBooks } from './books.js';
import { finishSample } from './catches.js';

/** A style sheet that harms a book. */
export interface HarmfulSheet {
  name: string;
  css: string;
  /** The sample that has what it harms: `plain`, where nothing is said. */
  book?: 'bilingual' | 'readings';
}

/** 28 ways in which a sheet of one's own takes from readers what the manuscript has. */
export const harmfulSheets: readonly HarmfulSheet[] = [
  { name: 'rows reversed', css: 'tbody { display: flex; flex-direction: column-reverse }' },
  { name: 'cells reversed', css: 'tr { display: flex; flex-direction: row-reverse }' },
  { name: 'items reversed', css: 'ol { display: flex; flex-direction: column-reverse }' },
  { name: 'numbers all alike', css: 'ol > li::marker { content: "9. " }' },
  { name: 'numbers gone', css: 'ol { list-style: none }' },
  { name: 'one number gone', css: 'ol > li:nth-child(2) { list-style: none }' },
  { name: 'quotation blended away', css: 'blockquote { mix-blend-mode: screen }' },
  { name: 'quotation faded', css: 'blockquote { opacity: .15 }' },
  { name: 'quotation transparent', css: 'blockquote { color: transparent }' },
  { name: 'quotation not shown', css: 'blockquote { display: none }' },
  { name: 'quotation invisible', css: 'blockquote { visibility: hidden }' },
  { name: 'quotation of one point', css: 'blockquote { font-size: 1pt !important }' },
  { name: 'quotation clipped', css: 'blockquote { clip-path: circle(2em) }' },
  { name: 'quotation masked', css: 'blockquote { mask-image: linear-gradient(transparent, transparent) }' },
  { name: 'quotation mirrored', css: 'blockquote { transform: scaleX(-1) }' },
  { name: 'quotation turned', css: 'blockquote { transform: rotate(180deg) }' },
  { name: 'quotation blurred', css: 'blockquote { filter: blur(4px) }' },
  { name: 'text light grey', css: 'p { color: #e8e8e8 }' },
  {
    name: 'black picture behind text',
    css: `p { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='10' height='10'%3E%3Crect width='10' height='10'/%3E%3C/svg%3E") }`,
  },
  {
    name: 'bar over headings',
    css: 'h2 { position: relative } h2::after { content: ""; position: absolute; inset: 0; background: #000 }',
  },
  { name: 'text before items', css: 'li::before { content: "新" }' },
  { name: 'picture of a pixel', css: 'img { width: 1px !important; height: 1px !important }' },
  { name: 'picture squeezed', css: 'img { width: 200px !important; height: 30px !important }' },
  { name: 'picture as a negative', css: 'img { filter: invert(1) }' },
  { name: 'emphasis levelled', css: 'em { text-emphasis: none }' },
  { name: 'bold levelled', css: 'strong { font-weight: 400 }' },
  { name: 'readings hidden', css: 'rt { visibility: hidden }', book: 'readings' },
  { name: 'blanks of English gone', css: ':lang(en) p { word-spacing: -.5em }', book: 'bilingual' },
];

/** The proof's verdict on a book with a harmful sheet: its findings' rules, or the reason that it was not made. */
export async function judgeSheet(
  { css, book }: HarmfulSheet,
  seed: number,
  pool: BrowserPool,
): Promise<string[]> {
  const sample = sampleBooks.find(({ name }) => name === (book ?? 'plain'))!;
  try {
    const finished = await finishSample(sample, { seed, css }, pool);
    const { pdf, expected, pages } = finished;
    const findings = await preflight(pdf, finished.book, { expected, pages });
    return [...new Set(findings.map(({ rule }) => rule))];
  } catch (error) {
    // Some are refused as they are read, with their line.
    if (error instanceof VFileMessage) return [`refused: ${error.ruleId}`];
    throw error;
  }
}

/** Every harmful sheet, and whether the proof tells of it. */
export async function proofOfSheets(seed: number, pool: BrowserPool): Promise<Table[]> {
  const rows: string[][] = [];
  for (const sheet of harmfulSheets) {
    const rules = await judgeSheet(sheet, seed, pool);
    rows.push([sheet.name, rules.length > 0 ? rules.join(', ') : 'MISSED']);
  }
  const told = rows.filter(([, rules]) => rules !== 'MISSED').length;
  return [
    {
      title: `Harmful style sheets that the proof tells: ${told} of ${rows.length}`,
      head: ['sheet', 'findings'],
      rows,
    },
  ];
}
