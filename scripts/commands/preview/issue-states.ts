import { join } from 'node:path';
import { listArticles } from '../../article/manuscript.js';
import { listIssues } from '../../article/source-files.js';
import { type Notebook, readNotebook } from '../../preview/decide/notebook.js';
import type { IssueState } from '../../preview/layout/workshop.js';

/** The state of work on each issue of a publication, from its files and its notebook. */
export function issueStates(root: string): IssueState[] {
  const manuscript = join(root, 'manuscript');
  return listIssues(manuscript).map((id) => {
    const folder = join(manuscript, id);
    const { history = [], stories = [], remarks = [] } = notebookOf(folder);
    return {
      id,
      stories: listArticles(folder).length,
      read: stories.length,
      validated: stories.filter(({ state }) => state === 'validated').length,
      decisions: history.filter(({ undone }) => undone === undefined).length,
      remarks: remarks.length,
    };
  });
}

/** A file that cannot be read counts for nothing here; the desk reports it when the issue is opened. */
function notebookOf(folder: string): Partial<Notebook> {
  try {
    return readNotebook(folder);
  } catch {
    return {};
  }
}
