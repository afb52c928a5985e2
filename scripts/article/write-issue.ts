import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { Matter } from './article.js';
import { type IssueFile, writeIssueFile } from './issue-file.js';
import { type ArticleLedger, fingerprint, type SourceLedger, writeLedger } from './ledger-file.js';
import { listArticles, names, readTextFile, removeFile, writeFileAtomically } from './manuscript.js';
import { writeArticle } from './markdown.js';
import { readLedger } from './read-issue.js';

/** The machine's restoration of a source, before it meets a person's edits. */
export interface IssueDraft {
  file: IssueFile;
  source: Omit<SourceLedger, 'written'>;
  articles: { id: string; matter: Matter; tree: Root; ledger: Omit<ArticleLedger, 'written'> }[];
}

/** File names, relative to the issue's folder. */
export interface Written {
  written: string[];
  /** Proposals beside files that a person edited, or in place of files that a person deleted. */
  proposed: string[];
  /** Proposals that a person edited: they stay as they are. */
  kept: string[];
  /** Files written by the machine that no longer have a story. */
  removed: string[];
}

/**
 * Writes a draft into an issue's folder. A person's work there is never undone: an edited file gets a proposal beside
 * it, a deleted one a proposal in its place, and an edited proposal stays.
 */
export function writeIssue(folder: string, draft: IssueDraft): Written {
  const result: Written = { written: [], proposed: [], kept: [], removed: [] };
  const former = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  for (const { id, matter, tree, ledger } of draft.articles) {
    const text = writeArticle({ matter, tree });
    const [own, proposed] = [names.ledger(id), names.proposal(names.ledger(id))].map(
      (name) => readLedger<ArticleLedger>(join(folder, name))?.written,
    );
    const name = place(folder, names.article(id), { text, own, proposed, result });
    if (name === undefined) continue;
    const kept = writeLedger({ written: fingerprint(text), ...ledger });
    const ledgerName = name === names.article(id) ? names.ledger(id) : names.proposal(names.ledger(id));
    writeFileAtomically(join(folder, ledgerName), kept);
  }
  removeStale(folder, draft, result);
  const text = writeIssueFile(draft.file);
  const { written: own, proposed } = former ?? {};
  const name = place(folder, names.issue, { text, own, proposed, result });
  // Last, because its fingerprint of the source marks all of the above as done.
  const { source, encoding, ...rest } = draft.source;
  const isProposed = name === names.proposal(names.issue);
  const ledger: SourceLedger = {
    source,
    encoding,
    written: isProposed || name === undefined ? (own ?? '') : fingerprint(text),
    ...(isProposed && { proposed: fingerprint(text) }),
    ...(name === undefined && proposed !== undefined && { proposed }),
    ...rest,
  };
  writeFileAtomically(join(folder, names.sourceLedger), writeLedger(ledger));
  return result;
}

interface Placement {
  text: string;
  /** Fingerprint of the machine's last version. */
  own: string | undefined;
  /** The same for its proposal. */
  proposed: string | undefined;
  result: Written;
}

/**
 * Writes a text under its name, or as a proposal if a person edited or deleted that file; returns the name written,
 * or nothing where a person edited the proposal.
 */
function place(folder: string, name: string, { text, own, proposed, result }: Placement): string | undefined {
  const proposal = names.proposal(name);
  const standing = readTextFile(join(folder, name));
  const isDeleted = standing === undefined && own !== undefined;
  const isOurs = standing === undefined || fingerprint(standing) === own || standing === text;
  const suggested = readTextFile(join(folder, proposal));
  const isEdited = suggested !== undefined && suggested !== text && fingerprint(suggested) !== proposed;
  const mayWrite = isOurs && !isDeleted;
  if (isEdited) result.kept.push(proposal);
  else if (mayWrite) removeProposal(folder, proposal);
  if (standing === text) return name;
  if (!mayWrite && isEdited) return undefined;
  const chosen = mayWrite ? name : proposal;
  writeFileAtomically(join(folder, chosen), text);
  result[mayWrite ? 'written' : 'proposed'].push(chosen);
  return chosen;
}

function removeProposal(folder: string, proposal: string): void {
  removeFile(join(folder, proposal));
  removeFile(join(folder, proposal.replace(/\.md$/, '.ledger.json')));
}

/** Removes articles that a shorter restoration no longer has: only unedited ones, never a person's. */
function removeStale(folder: string, draft: IssueDraft, result: Written): void {
  const current = new Set(draft.articles.map(({ id }) => id));
  for (const id of listArticles(folder).filter((id) => !current.has(id))) {
    const path = join(folder, names.article(id));
    const ledgerPath = join(folder, names.ledger(id));
    if (!existsSync(ledgerPath)) continue;
    if (fingerprint(readTextFile(path) ?? '') !== readLedger<ArticleLedger>(ledgerPath)?.written) continue;
    removeFile(path);
    removeFile(ledgerPath);
    result.removed.push(names.article(id));
  }
}
