import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from '../../scripts/edition/convert/convert.js';
import { convertRaw } from '../../scripts/edition/convert/raw.js';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
const tw = (text: string) => convert(text, 'zh-Hant-TW').text;
const hk = (text: string) => convert(text, 'zh-Hant-HK').text;

describe('boundary traps', () => {
  it('come out right, at least 95 of 100', () => {
    const traps = read('traps.txt').map((line) => line.split(' ') as [string, string]);
    const wrong = traps.filter(([source, expected]) => tw(source) !== expected);
    expect(traps.length).toBeGreaterThanOrEqual(400);
    expect(wrong.map(([source, expected]) => `${source} ${expected} ${tw(source)}`)).toHaveLength(0);
  });

  it.each([
    ['市长发表', '市長發表'],
    ['被发明', '被發明'],
    ['多年历史', '多年歷史'],
    ['我国历史', '我國歷史'],
    ['并发布', '並發布'],
    ['美国制裁', '美國制裁'],
    ['严重制约', '嚴重制約'],
    ['是只有', '是只有'],
    ['指明了', '指明了'],
    ['一出台', '一出台'],
    ['校长胡锦涛', '校長胡錦濤'],
    ['好干部', '好幹部'],
    ['资金链', '資金鏈'],
    ['新征程', '新征程'],
    ['下游深加工', '下游深加工'],
    ['推广部', '推廣部'],
  ])('%s in both regions', (source, expected) => {
    expect([tw(source), hk(source)]).toEqual([expected, expected]);
  });
});

describe("OpenCC's own cases", () => {
  const editions = ['zh-Hant', 'zh-Hant-TW', 'zh-Hant-HK'];
  const cases = read('opencc-cases.tsv').flatMap((line) => {
    const [input = '', ...expected] = line.split('\t');
    return expected.flatMap((output, index) =>
      output === '-' ? [] : [{ input, output, edition: editions[index]! }],
    );
  });

  it('are reproduced raw, all of them', () => {
    expect(cases.filter(({ input, output, edition }) => convertRaw(input, edition) !== output)).toEqual([]);
    expect(cases.length).toBeGreaterThan(200);
  });

  it('are kept by the correction, but for texts that hold Traditional words already', () => {
    const wrong = cases.filter(({ input, output, edition }) => {
      return convert(input, edition, { houseStyle: false }).text !== output;
    });
    // The papers of both regions print 厘米, not OpenCC's 釐米.
    // 甲胄 beside 甲冑, 几率 beside 機率: by these characters the text is Traditional, and left alone.
    expect([...new Set(wrong.map(({ input }) => input))]).toEqual([
      '失之毫厘谬以千里 立方厘米',
      '甲胄 甲冑',
      '几率 機率 機會率 概率',
    ]);
  });
});

describe('editions', () => {
  it('print the house style of the region, or the standard, or the own', () => {
    const text = '台湾计划公布身份群众说明温度';
    expect(tw(text)).toBe('台灣計畫公布身分群眾說明溫度');
    expect(hk(text)).toBe('台灣計劃公布身份群眾說明溫度');
    expect(convert('群众说', 'zh-Hant-HK', { houseStyle: false }).text).toBe('羣眾説');
    expect(convert('群众', 'zh-Hant-TW', { houseStyle: { 眾: '衆' } }).text).toBe('群衆');
    expect(convert('群众爱吃面里的', 'zh-Hant').text).toBe('群眾愛吃麵裡的');
  });

  it('replace vocabulary only when asked, and whole words only', () => {
    expect(tw('软件')).toBe('軟件');
    const regional = (text: string) => convert(text, 'zh-Hant-TW', { vocabulary: true });
    expect(regional('软件和鼠标').text).toBe('軟體和滑鼠');
    expect(regional('各项目标的软件').text).toBe('各項目標的軟體');
  });

  it('leave Traditional text alone and report what is in both scripts', () => {
    const text = '臺灣人民說：「後來再看吧」';
    expect(convert(text, 'zh-Hant-TW').text).toBe(text);
    expect(convert('他们说臺灣發展很快，这样', 'zh-Hant-TW').doubts.map(({ ruleId }) => ruleId)).toContain(
      'mixed-script',
    );
  });

  it('doubt the forms that an earlier conversion left in a Traditional text, and change none', () => {
    const text = '皇後看著他的頭發，制造業的機製改革了，系統聯系不上，里面有人。';
    const { text: made, doubts } = convert(text, 'zh-Hant-TW');
    expect(made).toBe(text);
    const found = doubts.map(({ source, candidates }) => source + candidates[0]);
    expect(found.sort()).toEqual(['制製', '後后', '發髮', '系繫', '製制', '里裡'].sort());
    expect(new Set(doubts.map(({ ruleId }) => ruleId))).toEqual(new Set(['misprint']));
    const right = '皇后看著他的頭髮，製造業的機制改革了，里長范先生的鐘不准碰，只剩三隻貓。';
    expect(convert(right, 'zh-Hant-TW').doubts).toEqual([]);
  });

  it('give Simplified from Traditional by the same machine', () => {
    expect(convert('他看著著名的書：「『乾隆』的乾糧」', 'zh-Hans').text).toBe(
      '他看着著名的书：“‘乾隆’的干粮”',
    );
  });

  it('refuse an unknown edition with the nearest one', () => {
    expect(() => convert('字', 'zh-Hant-TWN')).toThrow('Unexpected edition');
  });
});

describe('persons', () => {
  it.each([
    ['记者余文报道', '記者余文報導'],
    ['范先生与于女士', '范先生與于女士'],
    ['市委书记钟明说', '市委書記鍾明說'],
    ['剩余三百余人', '剩餘三百餘人'],
  ])('%s', (source, expected) => {
    expect(tw(source).replace('報道', '報導')).toBe(expected);
  });
});

describe('quotes', () => {
  it.each([
    ['他说：“‘好’字。”', '他說：「『好』字。」'],
    ['‘外“内”外’', '「外『內』外」'],
    ['《论〈红楼〉》和《论《红楼》》', '《論〈紅樓〉》和《論〈紅樓〉》'],
    ['it’s 5” rock ’n’ roll，好', 'it’s 5” rock ’n’ roll，好'],
    ['“第一段。\n“第二段。”', '「第一段。\n「第二段。」'],
    ['他说：“一快。\n\n二好。\n\n三省。”众人点头。', '他說：「一快。\n\n二好。\n\n三省。」眾人點頭。'],
    ['他说：“走。\n\n她说：“好。”\n\n天黑了。', '他說：“走。\n\n她說：「好。」\n\n天黑了。'],
    ['卡尔·马克思', '卡爾．馬克思'],
    ['——……', '——……'],
  ])('%s', (source, expected) => {
    expect(tw(source)).toBe(expected);
  });

  it('without a partner stay and are reported', () => {
    const { text, doubts } = convert('他说：“你好。\n再见。', 'zh-Hant-TW');
    expect(text).toBe('他說：“你好。\n再見。');
    expect(doubts).toMatchObject([{ ruleId: 'quote', source: '“', start: 3, end: 4 }]);
  });
});

describe('names', () => {
  const names = (text: string) => ({ names: [{ path: 'names.txt', text }] });

  it('come before all dictionaries, by region, and settle doubts', () => {
    expect(convert('张志云', 'zh-Hant-TW', names('張誌云\n')).text).toBe('張誌云');
    const regional = names('zh-Hant-TW: 歐巴馬 = 奥巴马\n# 註\n奧巴馬\n');
    expect(convert('奥巴马', 'zh-Hant-TW', regional).text).toBe('歐巴馬');
    expect(convert('奥巴马', 'zh-Hant-HK', regional).text).toBe('奧巴馬');
    const text = '他说干了再干';
    const before = convert(text, 'zh-Hant-TW').doubts;
    expect(before.length).toBeGreaterThan(0);
    const settled = before
      .map(({ start, end }) => convert(text.slice(start, end), 'zh-Hant-TW').text)
      .join('\n');
    expect(convert(text, 'zh-Hant-TW', names(settled)).doubts).toEqual([]);
  });
});

describe('a person’s variant character', () => {
  it.each([
    ['主席高拔陞表示', '主席高拔陞表示'],
    ['高拔陞先生陞任總監', '高拔陞先生升任总监'],
    ['記者陳谿報道', '记者陈谿报道'],
    ['林祕教授和秘書', '林祕教授和秘书'],
    ['（李昇）', '（李昇）'],
    ['陞遷與昇平', '升迁与升平'],
    ['谿谷祕密', '溪谷秘密'],
    ['李乾麟先生、記者張乾琦', '李乾麟先生、记者张乾琦'],
    ['高乾燥，方乾淨', '高干燥，方干净'],
    ['身分證與份量', '身份证与份量'],
  ])('stays where a title, an address or marks set the name off: %s', (source, expected) => {
    expect(convert(source, 'zh-Hans').text).toBe(expected);
  });
});
