import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { Matter } from './article.js';
import { schemaLine } from './files/schema-line.js';
import { type IssueFile, writeIssueFile } from './issue-file.js';
import { type ArticleLedger, fingerprint, type SourceLedger, writeLedger } from './ledger-file.js';
import { listArticles, names, readTextFile, removeFile, writeFileAtomically } from './manuscript.js';
import { writeArticle } from './markdown.js';
import { mergeIssue } from './merge/merge-issue.js';
import { mergeTexts } from './merge/merge-texts.js';
import { readLedger } from './read-issue.js';

/** The machine's restoration of a source, before it meets a person's edits. */
export interface IssueDraft {
  file: IssueFile;
  source: Omit<SourceLedger, 'written'>;
  articles: DraftArticle[];
}

export interface DraftArticle {
  id: string;
  matter: Matter;
  tree: Root;
  ledger: Omit<ArticleLedger, 'written'>;
  /** The machine's former version, where a person has edited it and it is known. */
  base?: string | undefined;
}

/** File names, relative to the issue's folder. */
export interface Written {
  written: string[];
  /** Files that a person edited, with the machine's new changes in them. */
  merged: string[];
  /** Proposals beside files that a person edited, or in place of files that a person deleted. */
  proposed: string[];
  /** Proposals that a person edited: they stay as they are. */
  kept: string[];
  /** Files written by the machine that no longer have a story. */
  removed: string[];
}

/**
 * Writes a draft into an issue's folder. A person's work there is never undone: an edited file gets the changes that do
 * not touch the same words, and for the others, or where the version that it began with is not known, a proposal beside
 * it; a deleted one gets a proposal in its place, and an edited proposal stays.
 */
export function writeIssue(folder: string, draft: IssueDraft): Written {
  const result: Written = { written: [], merged: [], proposed: [], kept: [], removed: [] };
  const former = readLedger<SourceLedger>(join(folder, names.sourceLedger));
  for (const article of draft.articles) writeDraft(folder, article, result);
  removeStale(folder, draft, result);
  if (mergeContents(folder, draft, { former, result })) return result;
  const text = schemaLine(folder, 'issue') + writeIssueFile(draft.file);
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
    stories: storiesOf(draft),
    ...rest,
  };
  writeFileAtomically(join(folder, names.sourceLedger), writeLedger(ledger));
  return result;
}

const storiesOf = ({ articles }: IssueDraft) => articles.map(({ id }) => id);

/**
 * Brings new, removed and moved stories into contents that a person has edited; true if this is done. The ids of
 * another source say nothing about its stories: then the machine's contents are proposed.
 */
function mergeContents(
  folder: string,
  draft: IssueDraft,
  { former, result }: { former: SourceLedger | undefined; result: Written },
): boolean {
  const path = join(folder, names.issue);
  const standing = readTextFile(path);
  const isEdited = standing !== undefined && former !== undefined && fingerprint(standing) !== former.written;
  if (!isEdited || former.source !== draft.source.source || !former.stories) return false;
  if (readTextFile(join(folder, names.proposal(names.issue))) !== undefined) return false;
  const text = mergeIssue(standing, {
    before: former.stories,
    after: storiesOf(draft),
    isThere: (id) => existsSync(join(folder, names.article(id))),
  });
  if (text !== standing) {
    writeFileAtomically(path, text);
    result.merged.push(names.issue);
  }
  const ledger = { written: former.written, stories: storiesOf(draft), ...draft.source };
  writeFileAtomically(join(folder, names.sourceLedger), writeLedger(ledger));
  return true;
}

function writeDraft(folder: string, { id, matter, tree, ledger, base }: DraftArticle, result: Written): void {
  const text = writeArticle({ matter, tree });
  const kept = writeLedger({ written: fingerprint(text), ...ledger });
  const standing = readTextFile(join(folder, names.article(id)));
  if (base !== undefined && standing !== undefined) {
    mergeDraft(folder, id, { base, standing, text, result });
    writeFileAtomically(join(folder, names.ledger(id)), kept);
    return;
  }
  const [own, proposed] = [names.ledger(id), names.proposal(names.ledger(id))].map(
    (name) => readLedger<ArticleLedger>(join(folder, name))?.written,
  );
  const name = place(folder, names.article(id), { text, own, proposed, result });
  if (name === undefined) return;
  const ledgerName = name === names.article(id) ? names.ledger(id) : names.proposal(names.ledger(id));
  writeFileAtomically(join(folder, ledgerName), kept);
}

interface Merge {
  base: string;
  standing: string;
  text: string;
  result: Written;
}

/** Brings the machine's changes into an edited article; where both changed the same words, a proposal has its own. */
function mergeDraft(folder: string, id: string, { base, standing, text, result }: Merge): void {
  const name = names.article(id);
  const proposal = names.proposal(name);
  const { mine, theirs } = mergeTexts(base, standing, text);
  if (mine !== standing) {
    writeFileAtomically(join(folder, name), mine);
    result.merged.push(name);
  }
  const suggested = readTextFile(join(folder, proposal));
  // An earlier proposal is still open: the new changes go into it as well.
  const wanted = suggested === undefined ? theirs : mergeTexts(base, suggested, text).mine;
  if (wanted === mine) removeProposal(folder, proposal);
  else if (wanted !== suggested) {
    writeFileAtomically(join(folder, proposal), wanted);
    result.proposed.push(proposal);
  }
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
  // The machine's text is still the one that the person edited: there is nothing new to propose.
  if (
    standing === text ||
    (standing !== undefined && own === fingerprint(text) && !isEdited && suggested === undefined)
  )
    return name;
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
