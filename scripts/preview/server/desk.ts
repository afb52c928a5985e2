import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Layout } from '../layout/lay-out.js';
import type { BookStates } from '../layout/show-book.js';
import type { Heads } from '../layout/show-head.js';
import type { Shelf, Workshop } from '../layout/workshop.js';
import type { Changes } from './changes.js';
import type { Gate } from './guard.js';
import type { OnceARevision } from './once-a-revision.js';
import type { Progress } from './progress.js';

/** Everything that the routes work with. */
export interface Desk {
  workshop: Workshop;
  layout: Layout;
  progress: Progress;
  changes: Changes;
  gate: Gate;
  /** Different after each start, by which a tab knows that its token is old. */
  started: string;
  states: BookStates;
  heads: Heads;
  once: OnceARevision;
  /** The last readable one: a mistake in the publication's file must not empty the menus. */
  shelf(): Shelf;
}

/** One request, with everything needed for its answer. */
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  desk: Desk;
  query: URLSearchParams;
}
