import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert } from '../../scripts/edition/convert/convert.js';
import { readRisks, riskKeys, riskOf } from '../../scripts/edition/lexicon/form-risk.js';
import { readingsOf } from '../../scripts/edition/ruby/ruby-readings.js';

const tw = (text: string) => convert(text, 'zh-Hant-TW').text;
const hk = (text: string) => convert(text, 'zh-Hant-HK').text;

describe('kinds of phrases that people report', () => {
  it('come out right in other words too, nine in ten', () => {
    const phrases = readFileSync(join(import.meta.dirname, 'phrases.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t') as [string, string, string?]);
    const wrong = phrases
      .filter(([source, expected, region]) => (region === 'hk' ? hk : tw)(source) !== expected)
      .map(([source]) => source);
    expect(phrases.length).toBeGreaterThanOrEqual(40);
    expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(phrases.length / 10);
  });
});

describe('doubts', () => {
  it('come with the likeliest first, one entry a word, and all of them on demand', () => {
    const text = '他说干了再干。他说干了再干。把握形势准，两台电视。';
    const { doubts } = convert(text, 'zh-Hant-TW');
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubts.map(({ risk }) => risk)).toEqual(doubts.map(({ risk }) => risk).sort((a, b) => b - a));
    expect(doubts.some(({ count }) => count === 2)).toBe(true);
    const all = convert(text, 'zh-Hant-TW', { leastRisk: 0.0001 }).doubts;
    expect(all.length).toBeGreaterThan(doubts.length);
  });
});

describe('the chance of an error', () => {
  it('adds up what the table has of the keys of a spot, and nothing of others', () => {
    const spot = {
      char: '制',
      form: '製',
      why: 2,
      before: '亲自',
      after: '成服',
      inWord: [1, 0],
      margin: 2,
    } as const;
    const keys = riskKeys(spot);
    expect(keys).toEqual([
      '2',
      '制製',
      '2制製',
      '制製<自',
      '制製>成',
      '制製=自成',
      '制製«亲自',
      '制製»成服',
      '制製@3',
    ]);
    const table = keys.map((key, index) => `${key}:${index * 10}:${index}`);
    const logOdds = (at: readonly number[]) =>
      at.reduce((sum, index) => sum + index / 10 + (index / 100) * 2, 0);
    const chance = (odds: number) => 1 / (1 + Math.exp(-odds));
    const all = readRisks([...table, '制製<他:900:0', '制制:900:0'].join(' '));
    expect(riskOf(all, spot)).toBeCloseTo(chance(logOdds(keys.map((_, index) => index))), 9);
    expect(riskOf(readRisks(`${table[1]} ${table[5]}`), spot)).toBeCloseTo(chance(logOdds([1, 5])), 9);
  });
});

describe('a Simplified edition', () => {
  it.each([
    ['他困了三天，也困得很。', '他困了三天，也困得很。'],
    ['她睏了，開心之余又睏又餓。', '她困了，开心之余又困又饿。'],
    ['餘下的人在屋裏，里長在台上。', '余下的人在屋里，里长在台上。'],
    ['他祇有一個姪女，衹是牠們怕砲聲。', '他只有一个侄女，只是它们怕炮声。'],
    ['神祇與祇園，嗰個鍾馗是鍾先生畫的。', '神祇与祇园，嗰个钟馗是钟先生画的。'],
    ['衞生署外竝無牕戶，囘家畧看報帋。', '卫生署外并无窗户，回家略看报纸。'],
    ['乾煸四季豆起鍋前撒點薑末，臘味凍了不好吃', '干煸四季豆起锅前撒点姜末，腊味冻了不好吃'],
    ['臺地多番薯，歲歉則刨絲曬乾，和米煮之', '台地多番薯，岁歉则刨丝晒干，和米煮之'],
    ['制服未乾者可暫著便服，著名作家穿著長袍', '制服未干者可暂着便服，著名作家穿着长袍'],
    ['不甚瞭解那座瞭望臺，他瞭望著遠方', '不甚了解那座瞭望台，他瞭望着远方'],
    ['還押候懲，裁定罪脫，請覆電本處', '还押候惩，裁定罪脱，请复电本处'],
    ['關節痠痛者塗抹，餘藥送回，睏倦、口乾', '关节酸痛者涂抹，余药送回，困倦、口干'],
  ])('takes no form of a Traditional one: %s', (text, expected) => {
    expect(convert(text, 'zh-Hans').text).toBe(expected);
  });
});

describe('what is not Chinese in another script', () => {
  it.each([
    ['看https://x.cn/发展 后面', '看https://x.cn/发展 後面'],
    ['写信到 fa@发展.cn 后', '寫信到 fa@发展.cn 後'],
    ['首相说：「これからも頑張ります」，台下发出掌声', '首相說：「これからも頑張ります」，台下發出掌聲'],
    ['彼は「中国の発展は速い」と言いました', '彼は「中国の発展は速い」と言いました'],
    ['「学校が休みになった。うれしい」他发来短信', '「学校が休みになった。うれしい」他發來短信'],
    ['公式$发展$从$5发到$6', '公式$发展$從$5發到$6'],
    ['公式\\(x=发展\\)与\\(发展\\)', '公式\\(x=发展\\)與\\(發展\\)'],
    ['日本語の発展は国の学会です。中国发展了。', '日本語の発展は国の学会です。中國發展了。'],
    ['《甲发。《乙》和《丙》', '《甲發。《乙》和《丙》'],
    ['“第一段。\n\n“第二段。”', '「第一段。\n\n「第二段。」'],
    ['我哋唔系讲笑，佢哋真系发达', '我哋唔係講笑，佢哋真係發達'],
    ['本站戸外發展，税務沒有，没關係，床頭', '本站戸外發展，税務沒有，没關係，床頭'],
  ])('%s', (text, expected) => {
    expect(tw(text)).toBe(expected);
  });
});

describe('a story', () => {
  it.each([
    ['被告游志强否认控罪。\n\n控方指，他披露游受查。', '被告游志強否認控罪。\n\n控方指，他披露游受查。'],
    ['督察钟翰林被捕。\n\n警方拘捕钟，并控以三罪。', '督察鍾翰林被捕。\n\n警方拘捕鍾，並控以三罪。'],
    ['法官黄于乔裁决。\n\n辩方认为黄于乔的看法有误。', '法官黃于喬裁決。\n\n辯方認為黃于喬的看法有誤。'],
    ['佢唔去。\n\n「民情系相当汹涌。」他读历史系。', '佢唔去。\n\n「民情係相當洶湧。」他讀歷史系。'],
  ])('carries names and language on: %s', (text, expected) => {
    expect(hk(text)).toBe(expected);
  });

  it('rates the form that is printed, where region or house print another than the standard', () => {
    for (const text of ['台湾问题', '一旦台湾海峡', '支持港台文学', '与黄台仰', '厨房的面粉袋'])
      expect(convert(text, 'zh-Hant-HK', { leastRisk: 0.03 }).doubts, text).toEqual([]);
    expect(convert('台湾问题', 'zh-Hant-TW', { leastRisk: 0.03 }).doubts).toEqual([]);
  });

  it('doubts no word that the press prints so: 藉口, 反覆, 彷彿', () => {
    const { text, doubts } = convert('他找借口反复推脱，仿佛没听见。', 'zh-Hant-HK', { leastRisk: 0.4 });
    expect(text).toBe('他找藉口反覆推脫，彷彿沒聽見。');
    expect(doubts).toEqual([]);
  });

  it('knows nothing of names that come later, and needs a word by itself', () => {
    expect(hk('警方拘捕钟。')).toBe('警方拘捕鐘。');
    expect(hk('被告游志强。\n\n游客在夜游。')).toBe('被告游志強。\n\n遊客在夜遊。');
  });
});

describe('names files', () => {
  const of = (text: string, names: string) =>
    convert(text, 'zh-Hant-TW', { names: [{ path: 'names.txt', text: names }] });

  it('match words, not parts of them, and tell what is wrong with them', () => {
    expect(of('由于海上风大，记者于海说', '于海\n').text).toBe('由於海上風大，記者于海說');
    expect(of('发展', '鍾南山\n').messages.map(({ ruleId }) => ruleId)).toEqual(['name-unused']);
    expect(of('钟南山', '钟南山\n').messages.map(({ ruleId }) => ruleId)).toEqual(['name-script']);
  });
});

describe('a line of a names file that cannot be read', () => {
  it.each([
    ['= 空', 'Missing a side', 'output = source'],
    ['空 =', 'Missing a side', 'output = source'],
    ['甲 = 乙 = 丙', 'a second “=”', 'the name alone'],
    ['zh-Hant-XX: 鍾南山', 'zh-Hant-XX', 'Did you mean'],
    ['zh-Hant-TW, tw: 鍾南山 = 钟南山', '"tw"', 'before the colon'],
  ])('is told with its place and remedy: %s', (line, reason, note) => {
    const { messages, text } = convert('钟南山', 'zh-Hant-TW', {
      names: [{ path: 'names.txt', text: `# remark\n${line}\n` }],
    });
    expect(text).toBe('鍾南山');
    expect(messages).toMatchObject([{ file: 'names.txt', line: 2, ruleId: 'name-entry' }]);
    expect(messages[0]!.reason).toContain(reason);
    expect(messages[0]!.note).toContain(note);
  });

  it('is none if it is for another edition', () => {
    const names = [
      { path: 'names.txt', text: 'zh-Hans, en: 钟南山 = 鍾南山\n\n# = 空\npinyin: 钟 = zhōng\n' },
    ];
    expect(convert('钟', 'zh-Hant-TW', { names }).messages).toEqual([]);
  });
});

describe('readings', () => {
  it('are right where what stands around decides', () => {
    const lines = readFileSync(join(import.meta.dirname, 'readings.tsv'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const wrong = lines.flatMap((line) => {
      const [text = '', words = ''] = line.split('\t');
      const said = readingsOf(text, { readings: 'mainland', own: new Map() });
      return words.split(';').filter((pair) => {
        const [word = '', readings] = pair.split('=');
        const at = text.indexOf(word);
        return at < 0 || said.slice(at, at + word.length).join(' ') !== readings;
      });
    });
    expect(lines.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['心脏逮捕朝鲜湖泊剥夺', 'mainland', 'xīn zàng dài bǔ cháo xiǎn hú pō bō duó'],
    ['率先理发还钱雪茄', 'mainland', 'shuài xiān lǐ fà huán qián xuě jiā'],
    ['他得了奖我得了解', 'mainland', 'tā dé le jiǎng wǒ děi liǎo jiě'],
    ['都市里道路弯曲和面', 'mainland', 'dū shì lǐ dào lù wān qū huó miàn'],
    ['成绩差还不清数了数', 'mainland', 'chéng jì chà huán bù qīng shǔ le shǔ'],
    ['他长得高头发长长了', 'mainland', 'tā zhǎng de gāo tóu fa zhǎng cháng le'],
    ['三石米教他姓任落枕', 'mainland', 'sān dàn mǐ jiāo tā xìng rén lào zhěn'],
    ['我和你和平企业', 'taiwan', 'wǒ hàn nǐ hé píng qì yè'],
  ] as const)('%s in the %s', (text, readings, expected) => {
    expect(readingsOf(text, { readings, own: new Map() }).join(' ')).toBe(expected);
  });
});
