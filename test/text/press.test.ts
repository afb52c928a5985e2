import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { han, hasHan, isHan } from '../../scripts/text/characters.js';
import { foldLine } from '../../scripts/text/fold.js';
import { datelineLength, opensWithDateline } from '../../scripts/text/press/datelines.js';
import { isImprint } from '../../scripts/text/press/imprint.js';
import { isItemStart, isSpeaker } from '../../scripts/text/press/items.js';
import { isContinuedFrom, isContinuedOn, isJump } from '../../scripts/text/press/jumps.js';
import { isPageHead } from '../../scripts/text/press/masthead.js';
import {
  endsWithCredit,
  endsWithSaying,
  isByline,
  isCaption,
  isCredit,
} from '../../scripts/text/press/names.js';
import { pageLabelOf } from '../../scripts/text/press/page-labels.js';

/** Kinds of lines by the grammar; each in Simplified and, after the bar, in Traditional or another spelling. */
const lines: [string, (text: string) => boolean, string[]][] = [
  ['byline', isByline, ['本报记者 王林𬭎', '記者 梁詠詩', '□本报记者　李文　王小明', '本報見習記者：陳　卓']],
  [
    'credit',
    isCredit,
    ['本报记者 王林𬭎 摄', '本報記者　王小明　攝', '资料图片', '（資料圖片）', '王小明 供圖'],
  ],
  ['caption', isCaption, ['圖為村民在果園採摘。', '图为村民在果园采摘。', '新渠通水現場。 王小明 攝']],
  [
    'jump on',
    isContinuedOn,
    [
      '……（下转二版）',
      '……（下轉第４頁）',
      '……（轉A3）',
      '……（下 转　第 4 版）',
      '……下转第12版',
      '……(下转A3版)',
      '……【未完，下转三版】',
    ],
  ],
  [
    'jump from',
    isContinuedFrom,
    ['（上接一版）', '（接　A1　版）今年', '緊接第一版', '(上接第 1 版)', '（文接A1版）'],
  ],
  ['jump line', isJump, ['（上接一版）', '下轉第四版', '（接A1）', '（ 下 转 第 4 页 ）']],
  [
    'dateline',
    opensWithDateline,
    [
      '本报讯　昨日',
      '本報訊（記者李文）昨日',
      '光明网讯　昨日，',
      '新华网讯 昨日',
      '新華社北京２月２６日電　',
      '齐鲁晚报讯（记者 李文）',
      '据新华社北京电',
    ],
  ],
  [
    'dateline in brackets',
    (text) => datelineLength(text) > 0,
    ['【本報訊】', '［中央社南京十五日電］', '〔記者王小明台北報導〕', '【本市消息】', '（记者 李文）'],
  ],
  ['kicker', endsWithSaying, ['市委书记在会上强调', '縣長在會上強調', '省政府新聞發佈會宣布']],
  ['item', isItemStart, ['（一）', '一、', '第三章', '●今年', '3．']],
  ['speaker', isSpeaker, ['问：', '記者：', '主持人:']],
  [
    'imprint',
    isImprint,
    [
      '第三版',
      '責任編輯：王小明',
      '责任编辑　李文　校对　王林𬭎',
      '2025年2月26日　星期三',
      '農曆乙巳年正月廿九',
      'Ａ２版　要聞',
    ],
  ],
];
/** Prose that has the words and is of none of these kinds. */
const prose = [
  '本报告讯问了三名证人，',
  '他在网站上看到讯息后立即赶来。',
  '县气象台预警电话昨日开通。',
  '记者在现场看到，代表们认真听。',
  '责任编辑部主任王小明说，',
  '（转为公有）',
  '（接上水管以后）',
  '公司版图扩大',
  '第三版的修订',
];

describe('the grammar of the press', () => {
  for (const [name, known, texts] of lines)
    it.each(texts)(`knows a ${name}: %s`, (text) => {
      expect(known(text)).toBe(true);
    });

  it.each(prose)('takes no prose for a mark: %s', (text) => {
    const found = lines.filter(([, known]) => known(text)).map(([name]) => name);
    expect(found).toEqual([]);
  });

  it('finds who took a picture where the name is rare', () => {
    expect(endsWithCredit('新渠通水。本报记者 王林𬭎 摄')).toBe(true);
  });

  it('folds every Traditional form of its own words, one to one', () => {
    const folder = join(import.meta.dirname, '../../scripts/text/press');
    const code = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const words = code
      .join('')
      .replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$|.*bylineName.*\n.*\n.*/gmu, '')
      .match(/\p{Script=Han}/gu)!;
    const missing = new Set<string>();
    for (const to of ['t', 'tw', 'hk'] as const) {
      const convert = Converter({ from: 'cn', to });
      for (const char of new Set(words)) {
        const form = convert(char);
        if (foldLine(form) !== foldLine(char)) missing.add(`${form}${char}`);
      }
    }
    expect([...missing]).toEqual([]);
    expect(foldLine('（轉Ａ３版）𠮷記者')).toBe('（转A3版）𠮷记者');
  });
});

describe('Han', () => {
  it('is one class, for characters and for patterns', () => {
    const some = new RegExp(`^[${han}]$`, 'u');
    for (const char of '一龥㐀鿿豈𠀀𪛟𫜴𬺰𮯠𰀀𱍊𲎰𳑉〇々') {
      expect([char, isHan(char), some.test(char), hasHan(char)]).toEqual([char, true, true, true]);
    }
    for (const char of 'aあア한，。1ㄅ⺼')
      expect([char, isHan(char), some.test(char)]).toEqual([char, false, false]);
  });
});

describe('labels of pages', () => {
  it.each([
    ['[第2版]', 2],
    ['===== Page 3 =====', 3],
    ['---第1页---', 1],
    ['— 1021 —', 1021],
    ['第 3 页 共 12 页', 3],
  ])('are known with marks around them: %s', (text, value) => {
    expect(pageLabelOf(text)?.value).toBe(value);
  });

  it.each(['第4版）', '（下转第三版）', '第三版的修订', '=====', '[第二次修订]'])('are not in %s', (text) => {
    expect(pageLabelOf(text)).toBeUndefined();
  });

  it.each([
    ['A02　本地　青禾晚报　2026年9月15日 星期二　责编 刘海　电话 8216600', true],
    ['第三版　　　　青　禾　报', true],
    ['第四版　民國九年四月十二日　晶　報　庚申年二月廿四日　星期一', true],
    ['2026年9月15日　地点　县政府三楼会议室', false],
    ['第三版　王小明　李　强', false],
    ['原载青禾日报　2026年9月15日', false],
  ])('with more words head a page or not: %s', (text, isHead) => {
    expect(isPageHead(text)).toBe(isHead);
  });
});
