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

/** Takes the token of a server that was started anew, which its page tells. */
async function renewToken(): Promise<void> {
  const page = await (await fetch('/')).text();
  const [, fresh = ''] = /<meta name="token" content="([^"]+)">/.exec(page) ?? [];
  document.querySelector('meta[name=token]')?.setAttribute('content', fresh);
}

const token = () => document.querySelector<HTMLMetaElement>('meta[name=token]')?.content ?? '';

/** Path and query of something that belongs to a book. */
export function addressOf(
  path: string,
  choice: Partial<Choice> & {
    desk?: string;
    beginning?: string;
    of?: string | undefined;
    more?: string;
    output?: string;
    language?: string;
  },
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

/** A state of 校样. */
export interface ProofState {
  /** `null` where an issue has no source. */
  proof?: Proof | null;
  /** The revision that it has at least. */
  revision?: number;
  error?: Trouble;
  /** The received text without the revision: two states with the same text are the same. */
  text: string;
}

/** 校样 of an issue, or the beginning of it where that is quicker. */
export async function readProof(issue: string, beginning = false): Promise<ProofState> {
  const query = { issue, ...(beginning && { beginning: 'yes' }) };
  const text = await (await fetch(addressOf('/proof', query))).text();
  return { ...JSON.parse(text), text: text.replace(/,"revision":\d+\}$/, '}') };
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
  /** True while a person is writing: a page that is loaded anew would lose the words. */
  isWriting: () => boolean;
}

/**
 * Follows the server and calls `changed` after every change. A restarted server has a new token, so the page is loaded
 * anew. A tab that nobody sees lets go of its connection: a browser has six of them for all tabs together.
 */
export function followChanges({ changed, connection, progress, isWriting }: Followed): void {
  let known: string | undefined;
  let events: EventSource | undefined;
  const open = () => {
    events = new EventSource('/changes');
    events.addEventListener('changed', ({ data }) => {
      const { started } = JSON.parse(data) as { started: string };
      known ??= started;
      if (known === started) changed();
      else if (!isWriting()) location.reload();
      else {
        known = started;
        void renewToken().then(changed);
      }
    });
    events.addEventListener('progress', ({ data }) => progress(JSON.parse(data)));
    events.addEventListener('open', () => connection(true));
    events.addEventListener('error', () => connection(false));
  };
  document.addEventListener('visibilitychange', () => {
    events?.close();
    if (!document.hidden) open();
  });
  open();
}
