import { problem } from '../../article/problem.js';
import { say } from '../../article/words/say.js';
import type { BenchOptions, Table } from '../table.js';
import type { AttackKind } from './attack.js';
import { kinds } from './kinds/index.js';
import { newRange, type Range } from './range.js';
import { type Outcome, tryAttack } from './try-attack.js';

/** Attacks by strangers' files and faults of the machine, each on chongpai as a separate process. */
export async function benchAttacks({ kinds: wanted }: BenchOptions): Promise<Table[]> {
  const names = kinds.map(({ name }) => name);
  for (const name of wanted ?? [])
    if (!names.includes(name))
      throw problem(say('unknown-bench', name, names.join(', ')), { ruleId: 'usage' });
  const range = await newRange();
  const rows: string[][] = [];
  try {
    for (const kind of kinds)
      if (!wanted || wanted.includes(kind.name)) rows.push(rowOf(kind, await tryKind(kind, range)));
  } finally {
    await range.close();
  }
  return [
    {
      title: 'Attacks: strangers’ files and broken machines',
      head: ['kind', 'attacks', 'done', 'refused', 'not tried', 'faults', 'slowest, s', 'what failed'],
      rows,
    },
  ];
}

async function tryKind({ attacks }: AttackKind, range: Range): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const attack of await attacks(range.server)) outcomes.push(await tryAttack(attack, range));
  return outcomes;
}

function rowOf({ name }: AttackKind, outcomes: readonly Outcome[]): string[] {
  const tried = outcomes.filter(({ end }) => end !== 'not tried');
  const failed = outcomes.filter(({ faults }) => faults.length > 0);
  const count = (end: Outcome['end']) => `${outcomes.filter((one) => one.end === end).length}`;
  const slowest = tried.reduce((a, b) => (a.seconds > b.seconds ? a : b), tried[0] ?? outcomes[0]!);
  return [
    name,
    `${tried.length}`,
    count('done'),
    count('refused'),
    count('not tried'),
    `${failed.length}`,
    `${slowest.seconds.toFixed(1)} ${slowest.name}`,
    failed
      .map((one) => `${one.name}: ${one.faults.join(', ')}`)
      .join('; ')
      .replaceAll('|', '\\|')
      .replaceAll('\n', ' ~ '),
  ];
}
