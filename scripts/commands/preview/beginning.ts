import { basename, join } from 'node:path';
import type { Issue } from '../../article/issue.js';
import { dateInName } from '../../article/issue-file.js';
import { names } from '../../article/manuscript.js';
import { parseArticle, writeArticle } from '../../article/markdown.js';
import type { Overrides } from '../../article/overrides-file.js';
import type { Source } from '../../article/source.js';
import type { Place } from '../../config.js';
import { type RestoredStories, restoreStories } from '../../restore/index.js';

/** A source of fewer characters is restored whole in half a second. */
const longSource = 40_000;
/** Characters of the beginning: some screens of the proof, a few spreads of pages. */
const firstCharacters = 8_000;

/** 开头: the beginning of a long source, restored in memory; nothing of it is written. */
export interface Beginning extends RestoredStories {
  source: Source;
}

/**
 * Restores the beginning of a source that takes seconds to restore whole, so that a person sees it at once. Evidence
 * further down may change a line end of it later. Undefined for a shorter source.
 */
export function beginningOf(source: Source, overrides: Partial<Overrides>): Beginning | undefined {
  if (source.text.length < longSource) return undefined;
  const end = source.text.lastIndexOf('\n', firstCharacters);
  if (end <= 0) return undefined;
  const { layout: _, ...rest } = source;
  const first: Source = { ...rest, text: source.text.slice(0, end + 1) };
  const { restoration, stories } = restoreStories(first, { overrides });
  // Doubts about words that stand further down are none.
  return { source: first, restoration: { ...restoration, messages: [] }, stories };
}

/** An issue of such a beginning, to be set. */
export function issueOfBeginning({ stories }: Beginning, folder: string, { publication }: Place): Issue {
  const articles = stories.map((story, index) => {
    const id = String(index + 1).padStart(2, '0');
    return parseArticle(id, join(folder, names.article(id)), writeArticle(story));
  });
  const id = basename(folder);
  const date = dateInName(id);
  const { title, publisher } = publication;
  return {
    id,
    title,
    ...(date !== undefined && { date }),
    ...(publisher !== undefined && { publisher }),
    sections: [{ id: 's1', articles }],
    tally: { edits: {}, open: 0 },
    messages: [],
    told: [],
  };
}
