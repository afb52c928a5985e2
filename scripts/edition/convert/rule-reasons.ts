/** 校记: why a rule changed the wording, or what it asks, in words for readers: 简体, 繁體, English. */
const table: Readonly<Record<string, readonly [hans: string, hant: string, en: string]>> = {
  'doubled-heading': ['标题重出', '標題重出', 'the heading stood twice'],
  lookalike: ['形近而误', '形近而誤', 'a character that looks alike'],
  'numeral-zero': ['“〇”误作他形', '「〇」誤作他形', 'another sign stood for 〇'],
  'punctuation-width': ['标点全半角不当', '標點全半角不當', 'a mark of the wrong width'],
  replace: ['编者所改', '編者所改', 'changed by the editor'],
  'straight-quote': ['引号不分前后', '引號不分前後', 'a quotation mark without direction'],
  'unbalanced-quote': ['引号不成对', '引號不成對', 'a quotation mark without its partner'],
  'unknown-character': ['底本缺字', '底本缺字', 'a character that the source has lost'],
  rejoin: ['此处接行还是分段', '此處接行還是分段', 'does the line go on, or does a paragraph end here'],
  'attach-title': ['标题归属', '標題歸屬', 'whose headline it is'],
  'join-jumps': ['转版上下文', '轉版上下文', 'whether the two parts of the story belong together'],
  reset: ['行末与栏宽不合', '行末與欄寬不合', 'line ends that the column does not explain'],
};

/** The reasons in one language. */
export const reasonsIn = (language: 'hans' | 'hant' | 'en'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table).map(([rule, words]) => [rule, words[['hans', 'hant', 'en'].indexOf(language)]!]),
  );
