import { join } from 'node:path';
import { listArticles } from '../../article/manuscript.js';
import { listIssues } from '../../article/source-files.js';
import { type Notebook, readNotebook } from '../../preview/decide/notebook.js';
import type { IssueState } from '../../preview/layout/workshop.js';

/** How far each issue of a publication has come, by its files and its notebook. */
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

/** One that cannot be read is told where its issue is shown. */
function notebookOf(folder: string): Partial<Notebook> {
  try {
    return readNotebook(folder);
  } catch {
    return {};
  }
}
