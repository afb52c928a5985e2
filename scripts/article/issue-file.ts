import type { Point } from 'unist';
import { Document, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { readYaml, titleText } from './yaml.js';

/** Id of an article: its file's name without `.md`. ASCII, because ids of PDF destinations are made of it. */
export const articleId = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/** The keys of `issue.yaml`. */
export const issueSchema = z.strictObject({
  title: titleText.optional(),
  date: z.string().refine(isDate, 'expected a date such as 2025-02-26').optional(),
  publisher: titleText.optional(),
  cover: z.string().optional(),
  sections: z
    .array(
      z.strictObject({
        title: titleText.optional(),
        articles: z.array(z.string().regex(articleId, 'expected the name of a file without .md')).default([]),
      }),
    )
    .default([]),
});

/** `issue.yaml`: the contents of an issue, in order. The one place where the order of stories is kept. */
export type IssueFile = z.infer<typeof issueSchema>;

/**
 * @throws a problem with line and column when it is not an issue file.
 */
export function readIssueFile(text: string, path: string): IssueFile {
  return readYaml(issueSchema, text, { path }) as IssueFile;
}

/**
 * The place of an article's id in the text of an issue file, under `articles`.
 *
 * @param time which of its places: 0 for the first.
 */
export function placeOfArticle(text: string, id: string, time: 0 | 1): Point | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter });
  const found: number[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || key.value !== 'articles' || !isSeq(value)) return;
      for (const item of value.items)
        if (isScalar(item) && item.value === id && item.range) found.push(item.range[0]);
    },
  });
  const offset = found[time];
  if (offset === undefined) return undefined;
  const { line, col } = lineCounter.linePos(offset);
  return { line, column: col };
}

/** One line a section's articles, so that moving a story is a change of one line. */
export function writeIssueFile(issue: IssueFile): string {
  const document = new Document(issue);
  visit(document, {
    Pair: (_, { value }) => {
      if (isSeq(value) && value.items.every((item) => !('items' in (item as object)))) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** True if an ISO 8601 date exists in the calendar. */
export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
  );
}

/** The date that an issue's folder is named after, as in jinchang-2025-02-26. */
export function dateInName(id: string): string | undefined {
  const date = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(id)?.[0];
  return date !== undefined && isDate(date) ? date : undefined;
}
