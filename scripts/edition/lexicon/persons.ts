import { isAllHan } from '../../text/characters.js';
import { simplify } from './own-words.js';

/** 人名: where a person is named, every character keeps the form that it has in names. */

/** Characters whose form in a surname or given name is not the one that words give them. */
const nameForms: Readonly<Record<string, string>> = {
  余: '余',
  范: '范',
  涂: '涂',
  于: '于',
  郁: '郁',
  钟: '鍾',
  游: '游',
  岳: '岳',
  谷: '谷',
  姜: '姜',
  朴: '朴',
  胡: '胡',
  卜: '卜',
  曲: '曲',
  党: '党',
  后: '后',
  志: '志',
  松: '松',
  升: '升',
  云: '雲',
  征: '征',
  里: '里',
  斗: '斗',
  才: '才',
  千: '千',
  咸: '咸',
  昆: '昆',
  仑: '崙',
  采: '采',
  表: '表',
  注: '注',
  丰: '豐',
  周: '周',
  秋: '秋',
  发: '發',
  台: '台',
  冬: '冬',
  面: '面',
  尽: '盡',
  准: '准',
  修: '修',
  杰: '傑',
  沈: '沈',
  向: '向',
  苏: '蘇',
  折: '折',
  舍: '舍',
  万: '萬',
  丑: '丑',
  宁: '寧',
};

/** Surnames of which another word form exists: these are looked for; the others only after a title. */
export const trapSurnames = new Set('余范涂于郁钟岳');

/** The hundred and some surnames that nine people in ten bear. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤涂岳谷游郁朴卜曲俞柳';

const isSurname = new Uint8Array(65_536);
for (const char of surnames) isSurname[char.charCodeAt(0)] = 1;

/** Surnames that are too rare, or too common as words, to be looked for in a text; in a list of names they tell. */
const rarer = new Set(
  '毕柯宿焦文邢樊霍常乔赖康温施牛倪庄殷翁关兰安齐裴鲁耿左成伍申景舒童欧葛纪章苗虞詹阮季祝盛骆柴蒙辛管路聂项',
);

/** Whether a word looks like a person's full name: a surname, and one or two characters; or a foreign one, with its dot. */
export function isPersonName(name: string): boolean {
  if (name.includes('·')) return name.split('·').every(isAllHan);
  return isAllHan(name) && [2, 3].includes([...name].length) && isKnown(simplify(name)[0]!);
}

const isKnown = (char: string) => isSurname[char.charCodeAt(0)] === 1 || rarer.has(char);

/** Words that announce a person. What they end in is enough: 副市长, 市委书记. */
const titles =
  /(?:记者|通讯员|编辑|作者|市长|县长|区长|乡长|镇长|省长|州长|村长|部长|厅长|局长|处长|科长|所长|院长|校长|站长|队长|会长|社长|行长|董事长|书记|主任|主席|总理|总统|首相|代表|委员|议员|常委|教授|博士|医生|医师|律师|老师|导演|演员|作家|画家|诗人|教练|球员|选手|法官|警官|院士|专家|经理|总监|发言人|理事|村民|居民|市民|同志|农民|工人|学生|司机|负责人|叫|姓|阿|老|小)$/;

/** Words that follow a surname or a name. */
const address =
  /^(?:先生|女士|小姐|太太|某|氏|老师|教授|医生|律师|主任|书记|局长|市长|校长|院长|经理|董事长|总|姓)/;

/** A name with every character in the form of names. */
export function nameForm(name: string, formOf: (char: string) => string): string {
  return [...name].map((char) => nameForms[char] ?? formOf(char)).join('');
}

export interface Clause {
  text: string;
  start: number;
  end: number;
  /** Where the word that begins at an offset from `start` ends, counted from `start`. */
  ends: Int32Array;
}

/** A person named in a clause; offsets are into the text. */
export interface Person {
  start: number;
  end: number;
}

/** The persons that a title announces, or that a word like 先生 follows. */
export function findPersons(clause: Clause, seen: Set<string> = new Set()): Person[] {
  const { text, start, end, ends } = clause;
  const found: Person[] = [];
  for (let at = 0; start + at < end; at = ends[at]!) {
    if (isSurname[text.charCodeAt(start + at)] === 0) continue;
    const isNamed = titles.test(text.slice(Math.max(0, start + at - 4), start + at));
    if (ends[at] !== at + 1) {
      if (isNamed && ends[at]! - at <= 4) found.push({ start: start + at, end: start + ends[at]! });
      continue;
    }
    const char = text[start + at]!;
    const isTrap = trapSurnames.has(char);
    const isAddressed = isTrap && address.test(text.slice(start + at + 1, start + at + 4));
    if (!isNamed && !isAddressed && !(isTrap && seen.has(char))) continue;
    if (isTrap) seen.add(char);
    const length = isNamed ? 1 + givenName(at + 1, end - start, ends) : 1;
    found.push({ start: start + at, end: start + at + length });
  }
  return found;
}

/**
 * Writes the forms of names over what words made of them.
 *
 * @param seen surnames that this text was seen to use: they stand for the person in later sentences.
 */
export function keepNames(clause: Clause, seen: Set<string>, out: string[]): void {
  for (const { start, end } of findPersons(clause, seen))
    for (let index = start; index < end; index++) {
      const form = nameForms[clause.text[index]!];
      if (form) out[index] = form;
    }
}

/** A given name is two characters that are no word together, a word of two, or one before a longer word. */
function givenName(at: number, length: number, ends: Int32Array): number {
  if (at >= length) return 0;
  const first = ends[at]! - at;
  if (first === 2) return 2;
  if (first > 2) return 0;
  return at + 1 < length && ends[at + 1] === at + 2 ? 2 : 1;
}
