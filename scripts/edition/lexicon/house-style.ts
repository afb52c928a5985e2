/** 用字体例: the forms that the press of a region prints where OpenCC's standard differs. */
export interface HouseStyle {
  /** Pairs of characters, OpenCC's before the paper's. */
  characters: string;
  /** Words in the form of the paper, after the standard's where it cannot be derived: 計劃=計畫. */
  words: string;
}

/** Older spellings in OpenCC's word lists that no paper prints. They apply to its words only: 癥結 stays. */
const modern =
  '孃娘 絃弦 譭毀 燬毀 蔘參 柺拐 伕夫 慼戚 悽淒 廕蔭 餬糊 皁皂 硃朱 嫋裊 釦扣 閤合 痠酸 嫺嫻 巖岩 榦幹 纍累 ' +
  '侷局 汙污 溼濕 淩凌 鉅巨 勐猛 峯峰 羣群 牀床 祕秘 衚胡 衕同 陞升 迺乃 癥症';

/** The same as pairs. */
export const modernForms: ReadonlyMap<string, string> = new Map(
  modern.split(' ').map((pair) => [pair[0]!, pair[1]!]),
);

/**
 * A publication's own forms over an edition's: a pair of characters or of words, OpenCC's before the paper's.
 *
 * @param own `false` switches the edition's forms off, and OpenCC's standard is printed.
 */
export function houseForms(
  { characters, words }: HouseStyle,
  own: Readonly<Record<string, string>> | false = {},
): HouseForms {
  const forms: HouseForms = { characters: new Map(), words: [] };
  if (own === false) return forms;
  for (const pair of characters.split(/\s+/).filter(Boolean)) forms.characters.set(pair[0]!, pair[1]!);
  for (const pair of words.split(/\s+/).filter(Boolean)) {
    const [from = '', to = from] = pair.split('=');
    forms.words.push([from, to]);
  }
  for (const [from, to] of Object.entries(own)) {
    if ([...from].length === 1) forms.characters.set(from, to);
    else forms.words.push([from, to]);
  }
  return forms;
}

export interface HouseForms {
  characters: Map<string, string>;
  /** The standard's form, and the paper's. */
  words: [from: string, to: string][];
}
