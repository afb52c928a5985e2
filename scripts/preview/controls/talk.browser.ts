import type { Notebook } from '../decide/notebook.js';
import type { ShownBook } from '../layout/lay-out.js';
import type { Proof } from '../layout/proof.js';
import type { BookState } from '../layout/show-book.js';
import type { Trouble } from '../layout/trouble.js';
import type { Comparison, IssueState, Shelf } from '../layout/workshop.js';
import type { LayoutProgress } from '../server/progress.js';

/** The book to show. */
export interface Choice {
  issue: string;
  edition: string;
  theme?: string | undefined;
}

const token = () => document.querySelector<HTMLMetaElement>('meta[name=token]')?.content ?? '';

/** Path and query of something that belongs to a book. */
export function addressOf(
  path: string,
  choice: Partial<Choice> & { desk?: string; of?: string | undefined; more?: string; output?: string },
): string {
  const known = Object.entries(choice).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${path}?${new URLSearchParams(known)}`;
}

export async function readShelf(): Promise<Shelf & { issue: string }> {
  return (await fetch('/shelf')).json();
}

export async function readIssues(): Promise<IssueState[]> {
  const { issues } = (await (await fetch('/issues')).json()) as { issues?: IssueState[] };
  return issues ?? [];
}

export async function readBook(choice: Choice): Promise<BookState> {
  return (await fetch(addressOf('/book', { ...choice }))).json();
}

/** The first pages of a long book that is shown for the first time. */
export async function readHead(choice: Choice): Promise<ShownBook | undefined> {
  const { book } = (await (await fetch(addressOf('/head', { ...choice }))).json()) as { book?: ShownBook };
  return book ?? undefined;
}

/** 校样 as received text: two states with the same text are the same; `null` where an issue has no source. */
export async function readProof(
  issue: string,
): Promise<{ proof?: Proof | null; error?: Trouble; text: string }> {
  const text = await (await fetch(addressOf('/proof', { issue }))).text();
  return { ...JSON.parse(text), text };
}

/** 工作记录 of an issue, where it can be read. */
export async function readNotebook(issue: string): Promise<{ notebook?: Notebook; error?: Trouble }> {
  return (await fetch(addressOf('/notebook', { issue }))).json();
}

export async function readComparison(issue: string): Promise<{ comparison?: Comparison; error?: Trouble }> {
  return (await fetch(addressOf('/compare', { issue }))).json();
}

/** Sends a change; this requires the token. */
export async function send<T>(path: string, body: string | Blob, type = 'application/json'): Promise<T> {
  const headers = { 'content-type': type, 'x-chongpai-token': token() };
  return (await fetch(path, { method: 'POST', headers, body })).json();
}

interface Followed {
  changed: () => void;
  connection: (isAlive: boolean) => void;
  /** Called while a book is laid out. */
  progress: (progress: LayoutProgress) => void;
}

/** Follows the server and calls `changed` after every change. A restarted server has a new token. */
export function followChanges({ changed, connection, progress }: Followed): void {
  const events = new EventSource('/changes');
  let wasLost = false;
  events.addEventListener('changed', () => {
    if (wasLost) location.reload();
    else changed();
  });
  events.addEventListener('progress', ({ data }) => progress(JSON.parse(data)));
  events.addEventListener('open', () => connection(true));
  events.addEventListener('error', () => {
    wasLost = true;
    connection(false);
  });
}
