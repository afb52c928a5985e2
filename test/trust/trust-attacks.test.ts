import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attack } from '../../scripts/bench/attacks/attack.js';
import { kinds } from '../../scripts/bench/attacks/kinds/index.js';
import { newRange, type Range } from '../../scripts/bench/attacks/range.js';
import { tryAttack } from '../../scripts/bench/attacks/try-attack.js';

let range: Range;
beforeAll(async () => {
  range = await newRange();
});
afterAll(() => range.close());

const tried = (attack: Partial<Attack>) => tryAttack({ name: 'x', ends: 'told', ...attack }, range);

describe('the judge of attacks', () => {
  // Shell lines take the place of a failing chongpai.
  it.each<[string, Partial<Attack>, RegExp]>([
    ['a file in TMPDIR', { shell: 'touch "$TMPDIR/left"' }, /left in TMPDIR: left/],
    ['a process', { shell: "sh -c 'sleep 9; :' $TMPDIR >/dev/null 2>&1 &" }, /left a process/],
    ['a changed manuscript', { shell: 'echo 乙 >> manuscript/a/01.md' }, /01\.md changed/],
    ['half a file', { shell: ': > manuscript/a/01.md.1.tmp' }, /is left/],
    ['a bug', { shell: 'echo "This is a bug of chongpai" >&2; exit 1' }, /called a bug/],
    ['a trace', { shell: 'printf "Error\\n    at x (y:1)\\n"; exit 1' }, /a trace/],
    ['silence', { shell: 'exit 1' }, /refused without a word/],
    ['another end', { shell: 'exit 0', ends: /no picture/ }, /done \(0\), expected/],
    ['other words', { shell: 'echo sorry; exit 1', ends: /no picture/ }, /sorry/],
    ['a signal', { shell: 'kill -9 $$' }, /killed/],
    [
      'a request',
      { shell: `${process.execPath} -e 'fetch(process.argv[1])' "$SERVER"` },
      /asked the server for/,
    ],
  ])('notices %s', async (_, attack, expected) => {
    const { faults } = await tried({ ...attack, env: { SERVER: range.server } });
    expect(faults.join('\n')).toMatch(expected);
  });

  it('finds nothing where nothing is wrong', async () => {
    expect((await tried({ shell: 'echo done' })).faults).toEqual([]);
  });
});

describe('one attack of some kinds', () => {
  it.each(['sources', 'streams', 'translations'])('%s is held', async (name) => {
    const [attack] = await kinds.find((kind) => kind.name === name)!.attacks(range.server);
    expect((await tryAttack(attack!, range)).faults).toEqual([]);
  });
});
