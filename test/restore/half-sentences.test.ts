import { describe, expect, it } from 'vitest';
import type { Restoration } from '../../scripts/article/restoration.js';
import { restore } from '../../scripts/restore/index.js';
import { beginsInside, breaksOff } from '../../scripts/text/press/half-sentences.js';

/** Pieces that the restoration moved to the head of a story. */
const heads = ({ articles }: Restoration) =>
  articles.flatMap(({ headline, kicker, deck, byline }) =>
    [headline, kicker, deck, byline].flatMap((piece) => (piece ? [piece.text] : [])),
  );

/** Pages of our own words that begin or end in mid-sentence. */
const cuts: [string, string[]][] = [
  [
    'it ends in a paragraph’s first line',
    ['各项工作都有了新的起色，群众反映', '很好。', '县农机局近日组织技术人员下乡'],
  ],
  [
    'it begins with a sentence’s rest',
    [
      '等部门负责同志一同前往，并看望了',
      '坚守岗位的职工。',
      '在城北变电站，工人们正在检修线路，',
      '确保节日用电。',
    ],
  ],
  [
    'it begins with the rest of a word',
    [
      '化水平明显提高，新修水渠二十三公',
      '里，惠及农户一千余家。',
      '下一步，全乡还将整修塘坝十二座，',
      '计划明年春天完工。',
    ],
  ],
  ['it ends with who speaks', ['雨水比往年来得早，田里墒情不错。', '种粮大户赵长河对记者说，今年他家']],
  [
    'it ends with a day',
    ['新校舍已经交付使用，孩子们搬进了', '明亮的教室。', '9月1日上午，开学典礼在操场举行，'],
  ],
  ['it ends in a work’s name', ['晚会在一曲合唱中开始，气氛热烈。', '县剧团还演出了折子戏《三娘教子》《打']],
  ['it ends in a bracket', ['三天的比赛共有二十一支队伍参加。', '获得前三名的是城关镇代表队（领队王']],
  ['it ends with a particle', ['果园今年挂果多，个头也匀称。', '合作社已经和省城三家超市签订了供应的']],
  [
    'a sentence alone on its line',
    ['工程质量经得起检验。', '验收组一行走遍了六个标段，对隐蔽', '工程逐一抽查，未发现问题。'],
  ],
  [
    'a dateline breaks off',
    [
      '全体队员顺利返回驻地。',
      '新华社兰州10月11日电（记者王小明、',
      '李文）西部地区的铁路建设近日又有新',
      '进展。',
    ],
  ],
  ['in Traditional characters', ['雨水比往年來得早，田裡墒情不錯。', '種糧大戶趙長河對記者說，今年他家裡的']],
];

/** A sentence, and where a person parts it. */
const breaks = [
  '2月25日，金昌|市委召开会议，学习有关文件，部署下一阶段的工作任务。',
  '会场内掌声不断，代表们说，这是一份催人奋进的行|动蓝图，句句说到心坎上。',
  '新的一年目标怎么定、具|体怎么干？大家心里都有了底。',
  '县水利局局长说，政|府工作报告提出的目标催人奋进。',
  '要让课堂更加有实效，让理|论宣传更有生气，更接地气。',
  '昨日上午，市委常委、|市委宣传部部长到会并讲话。',
  '活动在市行政中|心广场开幕，吸引了上千名市民。',
  '当天下午，记者|来到城东蔬菜市场，看到货源充足。',
  '他说，王小明|李文两位老人是村里的热心人。',
  '七月的一天，城关镇|北坡村的果农们迎来了收购商。',
  '今年一季度，全县|工业增加值增长百分之八点二。',
];

describe('half a sentence is no headline', () => {
  it.each(cuts)('where %s', (_, lines) => {
    const found = restore({ text: lines.join('\n') });
    expect(heads(found)).toEqual([]);
  });

  it.each(breaks)('where a person parts %s', (sentence) => {
    const text = `春耕生产全面展开，农机手们起早贪黑，田间地头一派繁忙景象。\n${sentence.replace('|', '')}\n各乡镇也都行动起来，确保任务按时完成。`;
    const at = sentence.indexOf('|');
    const border = sentence.slice(Math.max(0, at - 8), at + 9);
    const found = restore({ text }, { overrides: { break: [border] } });
    expect(heads(found)).toEqual([]);
    const blocks = found.articles.flatMap((story) => story.blocks.map((block) => block.text));
    expect(blocks.some((block) => block.endsWith(sentence.slice(0, at)))).toBe(true);
  });

  it('knows one by its own characters', () => {
    for (const text of [
      '，并看望了职工',
      '”他说',
      '2月25日，金昌',
      '2025年2月，金昌',
      '25日上午，记者',
      '新华社北京2月26日电',
    ])
      expect(beginsInside(text), text).toBe(true);
    for (const text of [
      '2月25日起施行新规',
      '一、总体要求',
      '“两山”路上走新路',
      '本报记者　李文　通讯员　王小明',
      '·读者来信·',
    ])
      expect(beginsInside(text), text).toBe(false);
    for (const text of [
      '供应的',
      '以人民为中心，',
      '《三娘教子》《打',
      '（领队王',
      '工程完工。',
      '按照',
      '條件是：（',
    ])
      expect(breaksOff(text, true), text).toBe(true);
    for (const text of [
      '走高质量发展之路的目的',
      '公私合营与民主政治的参与',
      '一票否决的由来和理由',
      '老将',
      '坚决反对',
      '工作方向',
    ])
      expect(breaksOff(text, true), text).toBe(false);
    expect(breaksOff('工程完工。', false)).toBe(false);
  });
});
