/** 人名: in a person's name, every character keeps the form that it has in names. */

/** Characters whose form in a surname or given name differs from that in words. */
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

/** Forms of a given name that differ from those of a surname: 范成大, but 丁树范 is 丁樹範. */
const givenForms: Readonly<Record<string, string>> = { 范: '範', 冲: '沖', 干: '乾' };

/** The form of a character in a name, if it differs from that in words. */
export const formIn = (char: string, isGiven: boolean) =>
  (isGiven ? givenForms[char] : undefined) ?? nameForms[char];

export const hasNameForm = (char: string): boolean => formIn(char, true) !== undefined;

/** A name with every character in the form of names. */
export function nameForm(name: string, formOf: (char: string) => string): string {
  return [...name].map((char, at) => formIn(char, at > 0) ?? formOf(char)).join('');
}
