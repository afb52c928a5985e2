import type { Sentence } from './sentence.js';

/** Sentences about publications, editions, styles and pages. */
export const publications = {
  'no-publication-file': [
    '没有出版物的设置文件，至少要有一行“title: …”',
    '沒有出版物的設定檔，至少要有一行「title: …」',
    'There is no publication file, expected at least a line "title: …"',
  ],
  'unknown-example': [
    '没有“{1}”这个范例，现有：{2}',
    '沒有「{1}」這個範例，現有：{2}',
    'Unexpected example "{1}", expected one of {2}',
  ],
  'example-alone': [
    '范例自带名称、版本和文字，不能再给这些选项',
    '範例自帶名稱、版本和文字，不能再給這些選項',
    'Unexpected options beside --example: an example has its own title, editions and text',
  ],
  'example-stands': [
    '范例 {1} 在 {2} 里了。接着：',
    '範例 {1} 在 {2} 裡了。接著：',
    'The example {1} stands in {2}. Next:',
  ],
  'no-issue': [
    '一期也没有，要有一个文件夹，里面放 source.txt',
    '一期也沒有，要有一個資料夾，裡面放 source.txt',
    'There is no issue, expected a folder with a source.txt',
  ],
  'unknown-issue': [
    '没有“{1}”这一期，现有：{2}',
    '沒有「{1}」這一期，現有：{2}',
    'Unexpected issue "{1}", expected one of {2}',
  ],
  'no-manuscript': [
    '这里和上面的文件夹里都没有 manuscript/',
    '這裡和上面的資料夾裡都沒有 manuscript/',
    'There is no manuscript/ here or in any folder above',
  ],
  'start-publication': [
    '用 `chongpai new DIR` 新建出版物，在那个文件夹里工作。',
    '用 `chongpai new DIR` 新增出版物，在那個資料夾裡工作。',
    'Start a publication with `chongpai new DIR`, and work in that folder.',
  ],
  'unknown-theme': [
    '没有“{1}”这个样式，可用：{2}',
    '沒有「{1}」這個樣式，可用：{2}',
    'Unexpected theme "{1}", expected one of {2}',
  ],
  'unknown-edition': [
    '没有“{1}”这个版本，可用：{2}',
    '沒有「{1}」這個版本，可用：{2}',
    'Unexpected edition "{1}", expected one of {2}',
  ],
  'third-edition': [
    '“{1}”里有第三种版本，一对只有两种，如 zh-Hans+en',
    '「{1}」裡有第三種版本，一對只有兩種，如 zh-Hans+en',
    'Unexpected third edition in "{1}", expected two such as zh-Hans+en',
  ],
  'same-edition-twice': [
    '一对版本要两种不同的，{1} 重复了',
    '一對版本要兩種不同的，{1} 重複了',
    'Unexpected second {1}, expected two different editions',
  ],
  'mode-not-allowed': [
    '“{2}”里的 @{1} 不对，应是 {3}',
    '「{2}」裡的 @{1} 不對，應是 {3}',
    'Unexpected @{1} in "{2}", expected {3}',
  ],
  'unknown-option': [
    '没有“@{1}”，可用：{2}',
    '沒有「@{1}」，可用：{2}',
    'Unexpected "@{1}", expected one of {2}',
  ],
  'readings-not-allowed': [
    '{2} 不能加 @{1}，只有中文版本能加',
    '{2} 不能加 @{1}，只有中文版本能加',
    'Unexpected @{1} of {2}, expected a Chinese edition',
  ],
  'no-translation-into': [
    '没有译成 {1} 的稿件，要有 {2}.md 这样的文件',
    '沒有譯成 {1} 的稿件，要有 {2}.md 這樣的檔案',
    'There is no translation into {1}, expected files such as {2}.md',
  ],
  'export-translation': [
    '`chongpai translate export {1} --to {2}` 写出给译者的文件。',
    '`chongpai translate export {1} --to {2}` 寫出給譯者的檔案。',
    '`chongpai translate export {1} --to {2}` writes a file for the translator.',
  ],
  'unknown-trim': [
    '没有“{1}”这种开本，可用：{2}',
    '沒有「{1}」這種開本，可用：{2}',
    'Unexpected trim size "{1}", expected one of {2}',
  ],
  'trim-range': [
    '也可写宽和高，{1} 到 {2} 毫米，如 140x203。',
    '也可寫寬和高，{1} 到 {2} 公釐，如 140x203。',
    'Or a width and height from {1} to {2} mm, such as 140x203.',
  ],
  'page-too-small': [
    '{1} × {2} 毫米的页面只排得下 {3} 行、每行 {4} 字，至少要 {5} 行、每行 {6} 字',
    '{1} × {2} 公釐的頁面只排得下 {3} 行、每行 {4} 字，至少要 {5} 行、每行 {6} 字',
    'A page of {1} × {2} mm has room for {3} lines of {4} em, expected at least {5} of {6}',
  ],
  'larger-trim': [
    '换大些的开本，或在样式的 page.css 里减小 --em、减少 --columns。',
    '換大些的開本，或在樣式的 page.css 裡減小 --em、減少 --columns。',
    'Choose a larger trim size, or a smaller --em or fewer --columns in the theme’s page.css.',
  ],
  'theme-lacks-variable': [
    '样式的 page.css 没有写 {1}，要写一个长度，如 {2}: 10.5pt',
    '樣式的 page.css 沒有寫 {1}，要寫一個長度，如 {2}: 10.5pt',
    'The theme’s page.css does not set {1}, expected a length such as {2}: 10.5pt',
  ],
  'style-value': [
    '{1} 的值“{2}”不对，应是 {3}',
    '{1} 的值「{2}」不對，應是 {3}',
    'Unexpected {1} "{2}", expected {3}',
  ],
} as const satisfies Record<string, Sentence>;
