import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeNames } from '../../scripts/preview/decide/change-names.js';
import { changeOverrides } from '../../scripts/preview/decide/change-overrides.js';
import type { Entry } from '../../scripts/preview/decide/decision.js';

describe('decisions in a file', () => {
  it('can be taken back from whatever was written meanwhile', () => {
    const entry: fc.Arbitrary<Entry> = fc.oneof(
      fc.record({
        list: fc.constantFrom('join' as const, 'break' as const),
        value: fc.stringMatching(/^[甲乙]{1,4}\|[丙丁]{1,4}$/),
      }),
      fc.record({
        list: fc.constant('role' as const),
        value: fc.record({ text: fc.stringMatching(/^[甲乙：# ]{0,5}丙$/), role: fc.constant('lead') }),
      }),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), entry, entry, (before, mine, theirs) => {
        const path = 'overrides.yaml';
        const start = changeOverrides('', { add: before, remove: [] }, path).text;
        const made = changeOverrides(start, { add: [mine], remove: [] }, path);
        const other = changeOverrides(made.text, { add: [theirs], remove: [] }, path);
        const undone = changeOverrides(other.text, { add: made.remove, remove: made.add }, path);
        expect(undone.text).toBe(changeOverrides(start, { add: other.add, remove: [] }, path).text);
      }),
    );
  });

  it('leave every other line of an overrides file as it is, in whatever form it is written', () => {
    const text = [
      '# mine',
      'keep:   [ 2 + 4,   "甲" ]   # remark',
      'role:',
      '    - {text: 本报地址,    role: furniture}',
      '    # about the next',
      '    -   text: 某某',
      '        role: lead',
      'join:',
      '- 起好步？|人民期待',
      '# tail',
      '',
    ];
    for (const newline of ['\n', '\r\n']) {
      const before = text.join(newline);
      const change = (add: Entry[], remove: Entry[], of = before) =>
        changeOverrides(of, { add, remove }, 'o.yaml').text;
      const entries: [Entry, line: number, words: string][] = [
        [{ list: 'keep', value: '乙, 丙' }, 1, 'keep:   [ 2 + 4,   "甲", "乙, 丙" ]   # remark'],
        [{ list: 'role', value: { text: '新', role: 'lead' } }, 7, '    - { text: 新, role: lead }'],
        [{ list: 'join', value: '甲|乙' }, 9, '- 甲|乙'],
      ];
      for (const [entry, line, words] of entries) {
        const after = change([entry], []);
        expect(after).toBe(text.toSpliced(line, line === 1 ? 1 : 0, words).join(newline));
        expect(change([], [entry], after)).toBe(before);
      }
      const lead: Entry = { list: 'role', value: { text: '某某', role: 'lead' } };
      expect(change([], [lead])).toBe(text.toSpliced(5, 2).join(newline));
    }
    // A flow at the root, or an empty list, is written in our form; a remark outlives the last entry.
    const added = (of: string) =>
      changeOverrides(of, { add: [{ list: 'keep', value: '乙' }], remove: [] }, 'o').text;
    expect(added('{keep: [甲]}\n')).toBe('{keep: [甲, 乙]}\n');
    expect(added('keep: []\n')).toBe('keep:\n  - 乙\n');
    const last = changeOverrides(
      '# mine\nkeep:\n  - 乙\n',
      { add: [], remove: [{ list: 'keep', value: '乙' }] },
      'o',
    );
    expect(last.text).toBe('# mine\n');
  });

  it('leave a names file as it is but for their line', () => {
    const made = changeNames('# 人名\n鍾南山\n', { add: ['范圍 = 范围'], remove: [] });
    expect(made.text).toBe('# 人名\n鍾南山\n范圍 = 范围\n');
    expect(changeNames(made.text, { add: [], remove: made.add }).text).toBe('# 人名\n鍾南山\n');
    const dos = changeNames('# 人名\r\n\r\n鍾南山', { add: ['范圍 = 范围'], remove: [] });
    expect(dos.text).toBe('# 人名\r\n\r\n鍾南山\r\n范圍 = 范围\r\n');
  });
});
