import { findByRules, indexRules } from '../lexicon/rules/find-by-rules.js';
import { readRules } from '../lexicon/rules/read-rules.js';

/** 多音字 that what stands around decides, whatever the words are: 转了三圈 zhuàn, 一行十人 xíng. The format is that of the forms. */
const rules = indexRules(
  readRules(`长 zhǎng
  _着
  [刚也都又]_(?=大了|高了)
行 xíng
  一_(?=(?:[0-9一二两三四五六七八九十百几数]+[余多]?)(?:人|名|位|众))
行 háng
  [在到回我你他本各全]_里
教 jiāo
  (?<!就)_(?=学生(?:们|[唱写读画做识打跳弹游说念背用]|如何|怎么|怎样))
得 děi
  (?:的人|者|大家|谁|任何人)_(?=去|来|先|把|等|有|自己)
为 wèi
  (?<![成作认以称视列定升改转变分选评当被身即因行难极较更尤甚颇最化是])_(?=[^，。；！？为]{1,6}(?:服务|着想|效力|献身|牺牲|鼓掌|加油|排忧|谋|送[来去上行别]|奉献|祝福|喝彩))
种 zhǒng
  [0-9一二三四五六七八九十百千几多各两这那哪某每]_(?![植地下上活在])
露 lòu
  _(?=了?(?:马脚|馅|怯|一手|两手|底|富))
圈 juàn
  _养
相 xiàng
  _片
  [照拍]_(?![比同对互似])
转 zhuàn
  _(?=[了着过]?[0-9一二两三四五六七八九十几好多半]+[大小]?圈)
  _(?=个不停|起圈|着圈)
  (?:团团|滴溜溜|骨碌碌)_
宿 xiǔ
  [一两三四五几半整]_(?=[，。、；！？没未才就]|$)
`),
);

/** Readings that a rule decides, by place in a Simplified text. */
export const ruledReadings = (text: string): ReadonlyMap<number, string> =>
  new Map(Array.from(findByRules(text, rules), ([at, { form }]) => [at, form]));
