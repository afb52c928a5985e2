import { VFileMessage } from 'vfile-message';
import type { BrowserPool } from '../../chromium/browser-pool.js';
import { preflight } from '../../prepress/preflight.js';
import type { Table } from '../table.js';
import { sampleBooks } from './books.js';
import { finishSample } from './catches.js';
import { harmfulSheets, type OwnSheet, ordinarySheets } from './own-sheets.js';

/** The proof's verdict on a book with a sheet: the rules of its findings, or the reason why no book was made. */
export async function judgeSheet(
  { css, book }: OwnSheet,
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

/** Tests whether the proof reports every harmful sheet, and what it reports about every ordinary one. */
export async function proofOfSheets(seed: number, pool: BrowserPool): Promise<Table[]> {
  const verdicts = async (sheets: readonly OwnSheet[], none: string) => {
    const rows: string[][] = [];
    for (const sheet of sheets)
      rows.push([sheet.name, (await judgeSheet(sheet, seed, pool)).join(', ') || none]);
    return rows;
  };
  const harmful = await verdicts(harmfulSheets, 'MISSED');
  const ordinary = await verdicts(ordinarySheets, 'none');
  const told = harmful.filter(([, rules]) => rules !== 'MISSED').length;
  const alarms = ordinary.filter(([, rules]) => rules !== 'none').length;
  return [
    {
      title: `Harmful style sheets that the proof reports: ${told} of ${harmful.length}`,
      head: ['sheet', 'findings'],
      rows: harmful,
    },
    {
      title: `Ordinary style sheets in which the proof finds a fault: ${alarms} of ${ordinary.length}`,
      head: ['sheet', 'findings'],
      rows: ordinary,
    },
  ];
}
