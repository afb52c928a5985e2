import { type Language, languages, type Sentence } from '../../article/words/sentence.js';
import { machineWords } from './machine-words.js';

/** What is said of manuscripts, publications, editions and styles. */
const manuscriptWords: readonly Sentence[] = [
  ['YAML 有误：{1}', 'YAML 有誤：{1}', 'This is no YAML: {1}'],
  ['JSON 有误：{1}', 'JSON 有誤：{1}', 'This is no JSON: {1}'],
  [
    '机器写的文件：从 git 里取回，或删去。',
    '機器寫的檔案：從 git 裡取回，或刪去。',
    'The machine writes it: take it back from git, or delete it.',
  ],
  ['没有“{1}”这一项，可用：{2}', '沒有「{1}」這一項，可用：{2}', 'Unexpected key "{1}", expected one of {2}'],
  ['“{1}”的值不对：{2}', '「{1}」的值不對：{2}', 'Unexpected value of "{1}": {2}'],
  ['值不对：{1}', '值不對：{1}', 'Unexpected value of {1}'],
  ['可用：{1}', '可用：{1}', 'Invalid option: expected one of {1}'],
  ['应是 {1}，却是 {2}', '應是 {1}，卻是 {2}', 'Invalid input: expected {1}, received {2}'],
  [
    '要有“|”，两边都有词，如 起好步？|人民期待',
    '要有「|」，兩邊都有詞，如 起好步？|人民期待',
    'expected words on both sides of one "|", such as 起好步？|人民期待',
  ],
  ['是不是“{1}”？', '是不是「{1}」？', 'Did you mean "{1}"?'],
  ['是不是 {1}？', '是不是 {1}？', 'Did you mean {1}?'],
  [
    '文件开头的 --- 没有与之成对的一行 ---',
    '檔案開頭的 --- 沒有與之成對的一行 ---',
    'Unexpected end of file in the front matter, expected a line ---',
  ],
  [
    '图片地址“{1}”不能用，图片要放在稿件旁边',
    '圖片位址「{1}」不能用，圖片要放在稿件旁邊',
    'Unexpected address "{1}" of a picture, expected a file beside the article',
  ],
  [
    '把图片存进这一期的文件夹。',
    '把圖片存進這一期的資料夾。',
    'Save the picture in the folder of the issue.',
  ],
  [
    '图片“{1}”在出版物之外，图片要放在稿件旁边',
    '圖片「{1}」在出版物之外，圖片要放在稿件旁邊',
    'Unexpected picture "{1}" outside of the publication, expected a file beside the article',
  ],
  [
    '图片“{1}”的格式不能用，可用：{2}',
    '圖片「{1}」的格式不能用，可用：{2}',
    'Unexpected picture "{1}", expected one of {2}',
  ],
  ['没有图片“{1}”', '沒有圖片「{1}」', 'There is no picture "{1}"'],
  [
    'issue.yaml 里有“{1}”，却没有文件 {2}',
    'issue.yaml 裡有「{1}」，卻沒有檔案 {2}',
    'Unexpected article "{1}", expected a file {2}',
  ],
  [
    '“{1}”列了两次，每篇只列一次',
    '「{1}」列了兩次，每篇只列一次',
    'Unexpected second "{1}", expected each article once',
  ],
  [
    '这一期是空的，要有 {1}，或 01.md 这样的稿件',
    '這一期是空的，要有 {1}，或 01.md 這樣的稿件',
    'There is nothing to read, expected {1} or articles such as 01.md',
  ],
  [
    '没有出版物的设置文件，至少要有一行“title: …”',
    '沒有出版物的設定檔，至少要有一行「title: …」',
    'There is no publication file, expected at least a line "title: …"',
  ],
  [
    '一期也没有，要有一个文件夹，里面放 source.txt',
    '一期也沒有，要有一個資料夾，裡面放 source.txt',
    'There is no issue, expected a folder with a source.txt',
  ],
  [
    '没有“{1}”这一期，现有：{2}',
    '沒有「{1}」這一期，現有：{2}',
    'Unexpected issue "{1}", expected one of {2}',
  ],
  [
    '这里和上面的文件夹里都没有 manuscript/',
    '這裡和上面的資料夾裡都沒有 manuscript/',
    'There is no manuscript/ here nor in a folder above',
  ],
  [
    '用 `chongpai new DIR` 新建出版物，在那个文件夹里工作。',
    '用 `chongpai new DIR` 新增出版物，在那個資料夾裡工作。',
    'Start a publication with `chongpai new DIR`, and work in that folder.',
  ],
  [
    '没有“{1}”这个样式，可用：{2}',
    '沒有「{1}」這個樣式，可用：{2}',
    'Unexpected theme "{1}", expected one of {2}',
  ],
  [
    '没有“{1}”这个版本，可用：{2}',
    '沒有「{1}」這個版本，可用：{2}',
    'Unexpected edition "{1}", expected one of {2}',
  ],
  [
    '“{1}”里有第三种版本，一对只有两种，如 zh-Hans+en',
    '「{1}」裡有第三種版本，一對只有兩種，如 zh-Hans+en',
    'Unexpected third edition in "{1}", expected two such as zh-Hans+en',
  ],
  [
    '一对版本要两种不同的，{1} 重复了',
    '一對版本要兩種不同的，{1} 重複了',
    'Unexpected second {1}, expected two different editions',
  ],
  [
    '“{2}”里的 @{1} 不对，应是 {3}',
    '「{2}」裡的 @{1} 不對，應是 {3}',
    'Unexpected @{1} in "{2}", expected {3}',
  ],
  ['没有“@{1}”，可用：{2}', '沒有「@{1}」，可用：{2}', 'Unexpected "@{1}", expected one of {2}'],
  [
    '{2} 不能加 @{1}，只有中文版本能加',
    '{2} 不能加 @{1}，只有中文版本能加',
    'Unexpected @{1} of {2}, expected a Chinese edition',
  ],
  [
    '没有译成 {1} 的稿件，要有 {2}.md 这样的文件',
    '沒有譯成 {1} 的稿件，要有 {2}.md 這樣的檔案',
    'There is no translation into {1}, expected files such as {2}.md',
  ],
  [
    '`chongpai translate export {1} --to {2}` 写出给译者的文件。',
    '`chongpai translate export {1} --to {2}` 寫出給譯者的檔案。',
    '`chongpai translate export {1} --to {2}` writes a file for the translator.',
  ],
  [
    '没有“{1}”这种开本，可用：{2}',
    '沒有「{1}」這種開本，可用：{2}',
    'Unexpected trim size "{1}", expected one of {2}',
  ],
  [
    '也可写宽和高，{1} 到 {2} 毫米，如 140x203。',
    '也可寫寬和高，{1} 到 {2} 公釐，如 140x203。',
    'Or a width and height from {1} to {2} mm, such as 140x203.',
  ],
  [
    '{1} × {2} 毫米的页面只排得下 {3} 行、每行 {4} 字，至少要 {5} 行、每行 {6} 字',
    '{1} × {2} 公釐的頁面只排得下 {3} 行、每行 {4} 字，至少要 {5} 行、每行 {6} 字',
    'A page of {1} × {2} mm has room for {3} lines of {4} em, expected at least {5} of {6}',
  ],
  [
    '换大些的开本，或在样式的 page.css 里减小 --em、减少 --columns。',
    '換大些的開本，或在樣式的 page.css 裡減小 --em、減少 --columns。',
    'Choose a larger trim size, or a smaller --em or fewer --columns in the theme’s page.css.',
  ],
  [
    '样式的 page.css 没有写 {1}，要写一个长度，如 {2}: 10.5pt',
    '樣式的 page.css 沒有寫 {1}，要寫一個長度，如 {2}: 10.5pt',
    'The theme’s page.css does not say {1}, expected a length such as {2}: 10.5pt',
  ],
  ['{1} 的值“{2}”不对，应是 {3}', '{1} 的值「{2}」不對，應是 {3}', 'Unexpected {1} "{2}", expected {3}'],
];

/** 报错: what the desk says of problems: 简体, 繁體, and the English of whoever told them, with `{1}` for a value. */
export const troubleWords: readonly Sentence[] = [...manuscriptWords, ...machineWords];

/** A sentence of a problem in a language, with its values taken over; as it is where there are no words for it. */
export function inOurWords(text: string, language: Language): string {
  const at = Object.keys(languages).indexOf(language);
  if (language === 'en') return text;
  for (const forms of troubleWords) {
    const values = new RegExp(`^${patternOf(forms[2])}$`, 's').exec(text);
    // A value may be a sentence itself: why a file cannot be written.
    if (values)
      return forms[at]!.replace(/\{(\d)\}/g, (_, value) => inOurWords(values[Number(value)]!, language));
  }
  return text;
}

const patternOf = (english: string) =>
  english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.*?)');
