import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOverrides } from '../../scripts/article/overrides-file.js';
import { formatMessage } from '../../scripts/article/problem.js';
import type { Restoration } from '../../scripts/article/restoration.js';
import { readSource } from '../../scripts/intake/read-source.js';
import { isStale } from '../../scripts/read-issue-source.js';
import { redraft } from '../../scripts/redraft.js';
import { restore } from '../../scripts/restore/index.js';

const path = join(import.meta.dirname, '../../manuscript/jinchang-2025-02-26/source.txt');
const text = readFileSync(path, 'utf8');
const blocks = ({ articles }: Restoration) => articles.flatMap((story) => story.blocks);
const withText = (restoration: Restoration, words: string) =>
  blocks(restoration).find((block) => block.text.includes(words));
const overridden = (yaml: string) => restore({ text }, { overrides: readOverrides(yaml, 'overrides.yaml') });
const stale = ({ messages }: Restoration) => messages.filter(({ ruleId }) => ruleId === 'override');

describe('overrides', () => {
  it('join and break where a person says, at a line end or inside a line', () => {
    const joined = overridden('join: [各方瞩目。|展望2025年]');
    expect(withText(joined, '各方瞩目。')!.text).toContain('瞩目。展望2025年，目标');
    const broken = overridden('break: [起好步？|人民期待, "大会开幕。|在热"]');
    expect(withText(broken, '人民期待')!.text).toMatch(/^人民期待，各方瞩目。$/u);
    expect(withText(broken, '在热烈的掌声中，市长')!.text).toMatch(/^在热烈/u);
    expect(stale(joined).concat(stale(broken))).toEqual([]);
  });

  it('say what a block is, furniture too', () => {
    const found = overridden(`role:
  - {text: 10时许，开幕大会, role: lead}
  - {text: 新的一年目标怎么定, role: furniture}`);
    expect(withText(found, '10时许')!.role).toBe('lead');
    expect(found.furniture.map((piece) => piece.text)).toContain('新的一年目标怎么定、具体');
  });

  it('give a title its story, or no story', () => {
    const moved = overridden(
      'title: [{title: 市政协九届四次会议召开提案委员会会议, of: 10时许，开幕大会在}]',
    );
    expect(moved.articles[0]!.headline?.text).toBe('市政协九届四次会议召开提案委员会会议');
    const alone = overridden('title: [{title: 绘就新型工业化现代之城锦绣篇章}]');
    expect(alone.articles.find(({ headline }) => headline?.text.startsWith('绘就'))!.blocks).toEqual([]);
  });

  it('replace wrong characters, with an entry of the ledger, and only what differs', () => {
    const found = overridden(`replace:
  - {text: 市长王琳玺走上发言席, with: 市长王琳璽走上发言席}
  - {text: 厚重提气：, with: 厚重而提气：}
  - {text: 新的一年目标怎么定、具体, with: 新年目标怎么定、具体}`);
    const edits = found.edits.filter(({ rule }) => rule === 'replace');
    expect(edits.map(({ start, end, replacement }) => [text.slice(start, end), replacement])).toEqual([
      ['玺', '璽'],
      ['重', '重而'],
      ['的一', ''],
    ]);
    expect(withText(found, '市长王琳璽走上发言席')).toBeDefined();
    expect(withText(found, '厚重而提气：实现')).toBeDefined();
    expect(stale(found)).toEqual([]);
  });

  it('replace across a line end, and ahead of all rules', () => {
    const found = overridden(
      'replace: [{text: 新的一年目标怎么定、具体, with: "新的 1 年目标怎么定、具体"}]',
    );
    expect(withText(found, '新的 1 年目标')).toBeDefined();
    const across = overridden('replace: [{text: 来自全市各条战线、各行各业的人, with: 来自各行各业的人}]');
    expect(withText(across, '召开。来自各行各业的人大代表')).toBeDefined();
  });

  it('refuse to replace what the source does not have, or what lies in two blocks', () => {
    const found = overridden(`replace:
  - {text: 市长王林西, with: 市长}
  - {text: 作政府工作报告。这是一份鼓舞人心, with: 完}`);
    expect(stale(found).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('replace "市长王林西": these words are nowhere'),
      expect.stringContaining('the words are in two blocks'),
    ]);
    expect(found.edits.some(({ rule }) => rule === 'replace')).toBe(false);
  });

  it('keep words as they are, and switch rules off', () => {
    expect(withText(overridden('keep: [620 亿元]'), '厚重提气')!.text).toContain('620 亿元、增长13.6%');
    expect(withText(overridden('off: [justification-space]'), '厚重提气')!.text).toContain('增长 13.6%');
  });

  it('report what stands nowhere, or twice, and rules that do not exist', () => {
    const found = overridden('break: ["这句话|不在这里"]\nkeep: [金昌]\noff: [justification]');
    expect(stale(found).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('break "这句话|不在这里": these words are nowhere'),
      expect.stringContaining('Unexpected rule "justification"'),
      expect.stringContaining('keep "金昌": these words are in several places'),
    ]);
  });

  it('mend what stands more than once: all places, or one of them', () => {
    const count = (found: Restoration, words: string) =>
      blocks(found).reduce((sum, block) => sum + block.text.split(words).length - 1, 0);
    const before = count(overridden(''), '金昌');
    expect(before).toBeGreaterThan(3);
    const all = overridden('replace: [{text: 金昌, with: 试城, all: true}]');
    expect(count(all, '金昌')).toBe(0);
    expect(count(all, '试城')).toBeGreaterThanOrEqual(before);
    const second = overridden('replace: [{text: 金昌, with: 试城, nth: 2}]');
    expect([count(second, '金昌'), count(second, '试城')]).toEqual([before - 1, 1]);
    const kept = overridden('keep: [{text: 亿元, all: true}]\nbreak: [{at: "，|我们", nth: 1}]');
    expect(stale(second).concat(stale(all))).toEqual([]);
    expect(stale(kept).every(({ reason }) => reason.includes('nowhere'))).toBe(true);
    const many = overridden('replace: [{text: 金昌, with: 试城, nth: 99}]');
    expect(stale(many)[0]!.reason).toContain('expected 99 or more');
    expect(stale(overridden('keep: [金昌]'))[0]!.reason).toContain('write all: true, or nth: 2');
  });

  describe('on the rows of a headline', () => {
    const page = [
      '当清晨的第一缕阳光洒向大地，来自',
      '全县各条战线的代表们满怀信心，迈着坚',
      '定的步伐走进会场，共商发展大计。',
      '全县水利工作会议',
      '昨日在县城召开',
      '会议认真回顾了过去一年的工作，指',
      '出全县经济稳中有进，农业增产、工业增',
      '效、农民增收，各项主要指标好于预期。',
    ].join('\n');
    const head = (yaml: string) => {
      const found = restore({ text: page }, { overrides: readOverrides(yaml, 'overrides.yaml') });
      const { kicker, headline, deck } = found.articles.at(-1)!;
      return { parts: [kicker, headline, deck].map((piece) => piece?.text), told: stale(found) };
    };
    it.each([
      [
        'role: [{text: 水利工作会议, role: headline}, {text: 昨日在县城召开, role: headline}]',
        [undefined, '全县水利工作会议　昨日在县城召开', undefined],
      ],
      [
        'role: [{text: 水利工作会议, role: kicker}, {text: 昨日在县城召开, role: headline}]',
        ['全县水利工作会议', '昨日在县城召开', undefined],
      ],
      [
        'role: [{text: 水利工作会议, role: headline}, {text: 昨日在县城召开, role: deck}]',
        [undefined, '全县水利工作会议', '昨日在县城召开'],
      ],
      [
        'join: [会议|昨日]\nrole: [{text: 水利工作会议, role: headline}]',
        [undefined, '全县水利工作会议昨日在县城召开', undefined],
      ],
    ])('work together: %j', (yaml, parts) => {
      expect(head(yaml)).toEqual({ parts, told: [] });
    });

    it('are told where one stands against another', () => {
      const { told } = head(
        'join: [会议|昨日]\nrole: [{text: 水利工作会议, role: kicker}, {text: 昨日在县城召开, role: headline}]',
      );
      expect(told.map(({ reason }) => reason)).toEqual([
        expect.stringContaining('it is headline, and not kicker'),
      ]);
    });
  });

  it.each([
    ['joins: []', 'overrides.yaml:1:1: Unexpected key "joins", expected one of join, break'],
    ['join:\n  - 没有分界', 'overrides.yaml:2:5: Unexpected value of "join.0": expected words on both sides'],
    ['role:\n  - {text: 字, role: title}', 'overrides.yaml:2:21: Unexpected value of "role.0.role"'],
  ])('refuse %j with its place', (yaml, refusal) => {
    let said = '';
    try {
      readOverrides(yaml, 'overrides.yaml');
    } catch (error) {
      said = formatMessage(error as Parameters<typeof formatMessage>[0]);
    }
    expect(said).toContain(refusal);
  });
});

describe('redraft', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chongpai-overrides-'));
    cpSync(path, join(folder, 'source.txt'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('keeps to the overrides of an issue, and restores again when they change', async () => {
    const source = await readSource(join(folder, 'source.txt'));
    const draft = async () => redraft(folder, source);
    await draft();
    expect(isStale(folder, source)).toBe(false);
    writeFileSync(join(folder, 'overrides.yaml'), 'join: [各方瞩目。|展望2025年]\n');
    expect(isStale(folder, source)).toBe(true);
    expect((await draft()).written).toContain('01.md');
    expect(isStale(folder, source)).toBe(false);
    expect(readFileSync(join(folder, '01.md'), 'utf8')).toContain('各方瞩目。展望2025年');
  });
});
