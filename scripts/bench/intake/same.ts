import type { Source } from '../../article/source.js';
import { restoreMarkdown } from '../../commands/restore/restore-text.js';
import { composeSource } from '../../intake/compose-source.js';
import type { PrintedPage } from '../../intake/printed-page.js';
import type { Table } from '../table.js';
import { type ResultForm, without } from './result-form.js';

/** For each form: pages whose Markdown is the PDF's, and that of the PDF without what the form has no room for. */
export type SameCounts = Map<string, { lacks: string; whole: number; control: number }>;

/** Compares the Markdown of a form with that of the PDF's pages that it was written from. */
export function countSame(
  counts: SameCounts,
  { id, lacks }: ResultForm,
  { other, read }: { other: Source; read: readonly PrintedPage[] },
): void {
  const { markdown } = restoreMarkdown(other);
  const isSame = (pages: readonly PrintedPage[]) =>
    restoreMarkdown(composeSource(pages, 'page.pdf')).markdown === markdown;
  const own = counts.get(id) ?? { lacks: lacks.join(', '), whole: 0, control: 0 };
  counts.set(id, own);
  const isWhole = isSame(read);
  own.whole += isWhole ? 1 : 0;
  own.control += (lacks.length === 0 ? isWhole : isSame(without(read, lacks))) ? 1 : 0;
}

export function sameTable(counts: SameCounts, pages: number): Table {
  return {
    title: `Pages of ${pages} whose Markdown is the same as out of the PDF`,
    head: ['form', 'has no', 'as the PDF', 'as the PDF without that'],
    rows: [...counts].map(([form, { lacks, whole, control }]) => [
      form,
      lacks || '–',
      String(whole),
      String(control),
    ]),
  };
}
