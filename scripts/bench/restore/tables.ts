import type { Table } from '../table.js';
import { type Counts, calibrationError, f1, macroF1 } from './counts.js';
import type { PageSet } from './page-set.js';

const head = [
  '',
  'pages',
  'F1',
  'precision',
  'recall',
  'exact ¶',
  'spaces/1000',
  'roles F1',
  'titles',
  'jumps',
];
const sureHead = ['re-set lines', 'certain right', 'certain share', 'open right', 'ECE'];

export function totalTable(title: string, sets: readonly PageSet[]): Table {
  const rows = sets.map(({ name, counts }) => [...rowOf(name, counts), ...sureRow(counts)]);
  return { title, head: [...head, ...sureHead], rows };
}

/** Boundary F1 of the simple rules that people use, beside ours. */
export function peerTable(sets: readonly PageSet[]): Table {
  const names = [...sets[0]!.peers.keys()];
  return {
    title: 'Boundary F1 beside simple rules',
    head: ['', ...sets.map(({ name }) => name)],
    rows: [
      ['chongpai', ...sets.map(({ counts }) => f1(counts).toFixed(4))],
      ...names.map((name) => [name, ...sets.map((set) => f1(set.peers.get(name)!).toFixed(4))]),
    ],
  };
}

/** Figures by source of the words, the worst first. */
export function sourceTable({ name, counts }: PageSet): Table {
  const rows = Object.entries(counts.sources)
    .sort(([, a], [, b]) => f1(a) - f1(b))
    .map(([source, one]) => [
      source,
      f1(one).toFixed(4),
      String(one.hit),
      String(one.missed),
      String(one.extra),
    ]);
  return { title: `By source, ${name}`, head: ['source', 'F1', 'hit', 'missed', 'extra'], rows };
}

/** Figures by cell, the worst first and named in the title; and by role. */
export function cellTables({ name, counts, cells }: PageSet, leastPages: number): Table[] {
  const sorted = [...cells].sort(([, a], [, b]) => f1(a) - f1(b));
  const worst = sorted.find(([, one]) => one.pages >= leastPages);
  const roles = Object.entries(counts.roles).map(([role, one]) => [
    role,
    f1(one).toFixed(4),
    String(one.hit),
    String(one.missed),
    String(one.extra),
  ]);
  return [
    {
      title: `By cell, ${name}: the worst of ${leastPages} pages or more is ${worst?.[0]}`,
      head,
      rows: sorted.map(([cell, one]) => rowOf(cell, one)),
    },
    { title: `By role, ${name}`, head: ['role', 'F1', 'hit', 'missed', 'extra'], rows: roles },
  ];
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(4));

function rowOf(name: string, counts: Counts): string[] {
  return [
    name,
    String(counts.pages),
    f1(counts).toFixed(4),
    share(counts.hit, counts.hit + counts.extra),
    share(counts.hit, counts.hit + counts.missed),
    share(counts.exact, counts.paragraphs),
    ((counts.spaceErrors / Math.max(1, counts.gaps)) * 1000).toFixed(3),
    macroF1(counts).toFixed(4),
    share(counts.titlesRight, counts.titles),
    share(counts.jumpsRight, counts.jumps),
  ];
}

function sureRow(counts: Counts): string[] {
  const borders = counts.bins.reduce((sum, bin) => sum + (bin?.count ?? 0), 0);
  return [
    share(counts.linesSame, counts.lines),
    share(counts.certainRight, counts.certain),
    share(counts.certain, borders),
    share(counts.openRight, counts.open),
    calibrationError(counts).toFixed(4),
  ];
}
