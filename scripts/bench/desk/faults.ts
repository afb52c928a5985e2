import type { Act } from './pointer.js';

/** A page of three stories with fifteen faults of the kinds that pages of newspapers come with. */
export const page = `云岭日报　国内统一刊号CN66-0001　本报地址：云岭市人民路1号
老旧小区换新颜居民笑开颜
　　本报讯记者李文清报道：昨日，城东街道的老旧小区改
造工程全部完工，一十二栋楼房面貌一新，三干余户居民喜迁
新居。县农业农付局和街道办的负责人说，今后还将增设便民
菜店，方便居民生活。居民刘思思说，住了三十年的老房子变
了样，刘思思一家都很满意。图为居民在新建的广场上跳舞。
周明摄
　　　　　　　　　　　　　　　　　　　　　　　　　　　
拓宽销路助农增收
　　城西街道把电商培训班办到田头，村民学会了直播带货，
苹果卖到了省外。这件事在村里引起了很大的反响，也给周边
各村带来了不小的影晌，不少人前来参观学习。群众十分满意
这样的做法，纷纷表示要跟着干。
做强品牌走得远
　　城北街道引进三家食品企业，把山货做成礼盒。山货进了
超市，品牌越走越远，农民的腰包也越来越鼓。
`;

/** A fault: the keys that mend it at the desk, and the text of the manuscript when it is mended. */
export interface Fault {
  name: string;
  /** By keyboard, one key each; a typed Chinese character counts as one. */
  keys: string[];
  /** By pointer. */
  acts: Act[];
  /** The acts at the second place of the fault, after the first is mended. */
  again?: Act[];
  isMended: (manuscript: string) => boolean;
}

const type = (text: string) => [...text];
/** Finds words and replaces them. */
const replace = (from: string, to: string) => ['/', ...type(from), 'Tab', ...type(to), 'Enter'];
/** Goes to words. */
const reach = (words: string) => ['/', ...type(words), 'Enter'];
/** Selects words by drawing over them, and types others in their place. */
const over = (words: string, ...now: string[]): Act[] => [{ stroke: words }, { type: [...now, 'Enter'] }];
const splitAt = (words: string): Act[] => [{ click: words }, { press: '.piece-tools button', named: '分段' }];
/** Chooses the role of the block that contains some words, or of the current block. */
const roleOf = (words: string, role: string): Act[] => [
  ...(words === '' ? [] : [{ click: words }]),
  { press: '.piece-head .role' },
  { press: `.role-choice [data-role=${role}]` },
];
const has = (words: string) => (text: string) => text.replace(/\n+/g, '¶').includes(words);
const lacks = (words: string) => (text: string) => !text.includes(words);

export const faults: Fault[] = [
  { name: '付 → 村', keys: replace('付', '村'), acts: over('付', '村'), isMended: has('农业农村局') },
  {
    name: '一十二 → 十二',
    keys: replace('一十', '十'),
    acts: [{ stroke: '一十' }, { type: ['十', 'Enter'] }],
    isMended: has('，十二栋'),
  },
  { name: '三干 → 三千', keys: replace('三干', '三千'), acts: over('干', '千'), isMended: has('三千余户') },
  {
    name: 'split a glued caption',
    keys: [...reach('图为'), 's'],
    acts: splitAt('图为'),
    isMended: has('满意。¶'),
  },
  {
    name: 'its role',
    keys: ['r', '9'],
    acts: roleOf('', 'caption'),
    isMended: has('<!-- caption -->¶图为居民'),
  },
  { name: 'split a credit', keys: [...reach('周明'), 's'], acts: splitAt('周明'), isMended: has('跳舞。¶') },
  {
    name: '刘思思 → 刘思恩, both places',
    keys: ['/', ...type('思思'), 'Tab', ...type('思恩'), 'Shift Enter'],
    // Two strokes take fewer acts than the find bar.
    acts: [{ stroke: '思', after: '刘思' }, { type: ['恩', 'Enter'] }],
    again: [{ stroke: '思', after: '刘思' }, { type: ['恩', 'Enter'] }],
    isMended: lacks('刘思思'),
  },
  { name: '影晌 → 影响', keys: replace('晌', '响'), acts: over('晌', '响'), isMended: has('不小的影响') },
  {
    name: 'insert 目前，',
    keys: replace('群众', '目前，群众'),
    acts: over('群', '目', '前', '，', '群'),
    isMended: has('目前，群众'),
  },
  {
    name: 'blank after 本报讯',
    keys: replace('讯记', '讯　记'),
    acts: over('讯', '讯', '　'),
    isMended: has('本报讯　记者'),
  },
  {
    name: 'split a headline',
    keys: [...reach('居民笑'), 's'],
    acts: splitAt('居民笑'),
    isMended: (text) => !text.includes('换新颜居民笑开颜'),
  },
  {
    name: 'line after it → deck',
    keys: ['r', '7'],
    acts: roleOf('', 'deck'),
    isMended: has('deck: 居民笑开颜'),
  },
  {
    name: 'imprint → not printed',
    keys: [...reach('统一'), 'r', '5'],
    acts: roleOf('统一', 'furniture'),
    isMended: lacks('统一刊号'),
  },
  {
    name: 'crosshead → headline',
    keys: [...reach('做强'), 'r', '2'],
    acts: roleOf('做强', 'headline'),
    isMended: has('# 做强品牌'),
  },
  {
    name: 'undo that',
    keys: ['u'],
    acts: [{ press: '[aria-label=撤销]' }],
    isMended: (text) => !/^# 做强品牌/m.test(text),
  },
];
