import type { Counts } from '../restore/counts.js';
import type { Table } from '../table.js';

/** Counts of pages that were read in one way. */
export interface Way {
  name: string;
  counts: Counts;
  followed: number;
  rightlyFollowed: number;
  lost: number;
  invented: number;
  stories: number;
  whole: number;
  cells: Map<string, [right: number, all: number]>;
}

/** For each peer and direction of the page: line ends that are continued correctly, and all line ends. */
export type PeerCounts = Map<string, Map<string, [right: number, all: number]>>;

export function peerTable(counts: PeerCounts): Table {
  const kinds = ['horizontal', 'vertical'];
  return {
    title: 'Line ends of a PDF that continue correctly, compared with other tools (their text, unrestored)',
    head: ['', ...kinds],
    rows: [...counts].map(([name, own]) => [
      name,
      ...kinds.map((kind) => {
        const [right, all] = own.get(kind) ?? [0, 0];
        return all === 0 ? '–' : (right / all).toFixed(4);
      }),
    ]),
  };
}

export function orderTable(ways: readonly Way[], title: string): Table {
  return {
    title,
    head: [
      '',
      'pages',
      'lines',
      'continued correctly',
      'characters lost',
      'characters added',
      'stories',
      'whole',
    ],
    rows: ways.map(({ name, counts, followed, rightlyFollowed, lost, invented, stories, whole }) => [
      name,
      String(counts.pages),
      String(followed),
      (rightlyFollowed / Math.max(1, followed)).toFixed(4),
      String(lost),
      String(invented),
      String(stories),
      (whole / Math.max(1, stories)).toFixed(4),
    ]),
  };
}

export function cellTable(ways: readonly Way[]): Table {
  const names = [...new Set(ways.flatMap(({ cells }) => [...cells.keys()]))].sort();
  return {
    title: 'Order of lines by features of the page',
    head: ['', ...ways.map(({ name }) => name)],
    rows: names.map((cell) => [
      cell,
      ...ways.map(({ cells }) => {
        const [right, all] = cells.get(cell) ?? [0, 0];
        return all === 0 ? '–' : (right / all).toFixed(4);
      }),
    ]),
  };
}
