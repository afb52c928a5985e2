import type { Sentence } from './sentence.js';

/** Sentences about sheets for the printing house. */
export const press = {
  'unknown-schema': [
    '没有“{1}”的 schema，可用：{2}',
    '沒有「{1}」的 schema，可用：{2}',
    'Unexpected schema "{1}", expected one of {2}',
  ],
  'unknown-shell': [
    '不会写“{1}”的补全，可用：{2}',
    '不會寫「{1}」的補全，可用：{2}',
    'Unexpected shell "{1}", expected one of {2}',
  ],
  'unknown-scheme': [
    '没有“{1}”这种拼版，可用：{2}',
    '沒有「{1}」這種拼版，可用：{2}',
    'Unexpected scheme "{1}", expected one of {2}',
  ],
  'dummy-without-scheme': [
    '--press-dummy 要有拼版方式，同时写 --press SCHEME',
    '--press-dummy 要有拼版方式，同時寫 --press SCHEME',
    '--press-dummy needs a scheme, expected --press SCHEME beside it',
  ],
  'pages-not-bound': [
    '{1} 页不能用 {2} 装订，页数应是 {3} 的倍数',
    '{1} 頁不能用 {2} 裝訂，頁數應是 {3} 的倍數',
    '{1} pages cannot be bound by {2}, expected a multiple of {3}',
  ],
  'build-with-press': [
    '用 --press 排：它自会添上白页。',
    '用 --press 排：它自會添上白頁。',
    'Build the book with --press: blank pages are then added as needed.',
  ],
  'no-cover-to-part': [
    'cover: separate 要书里有封面（parts 里的 cover），这本没有',
    'cover: separate 要書裡有封面（parts 裡的 cover），這本沒有',
    'Unexpected cover: separate for a book without a cover',
  ],
  'cover-among-parts': [
    '在 publication.yaml 的 parts 里加上 cover（和 spine、back-cover），或改成 cover: self。',
    '在 publication.yaml 的 parts 裡加上 cover（和 spine、back-cover），或改成 cover: self。',
    'Add cover (and spine, back-cover) to parts: in publication.yaml, or say cover: self.',
  ],
  'spine-without-press': [
    '书脊（spine）只印在单独的封面上；这次不做单独封面，所以没有书脊',
    '書脊（spine）只印在單獨的封面上；這次不做單獨封面，所以沒有書脊',
    'Unexpected spine in "parts" without a press file: only a separate cover has a spine',
  ],
  'cover-sheet': [
    '要做展开的封面（封底、书脊、封面连成一张），请在 publication.yaml 里写 press: {scheme: single, cover: separate}。',
    '要做展開的封面（封底、書脊、封面連成一張），請在 publication.yaml 裡寫 press: {scheme: single, cover: separate}。',
    'To print back, spine and front on one sheet, write press: {scheme: single, cover: separate} in publication.yaml.',
  ],
  'one-row': [
    '头对头（heads: together）要一面有两行页，{1} 只有一行',
    '頭對頭（heads: together）要一面有兩行頁，{1} 只有一行',
    'Unexpected heads: together for {1}, expected a scheme with two rows of pages a side',
  ],
  'heads-up': [
    '去掉 heads，或用 scheme: stack。',
    '去掉 heads，或用 scheme: stack。',
    'Omit heads, or use scheme: stack.',
  ],
  'too-much-creep': [
    '里面的页要爬移 {1} 毫米（{2} 张 {3} 毫米的纸），订口却只有 {4} 毫米，至少要留 {5} 毫米',
    '裡面的頁要爬移 {1} 公釐（{2} 張 {3} 公釐的紙），訂口卻只有 {4} 公釐，至少要留 {5} 公釐',
    'The inner pages would creep {1} mm ({2} sheets of {3} mm), but the margin at the spine is {4} mm and must keep {5} mm',
  ],
  'fewer-sheets': [
    '每帖至多 {1} 张（scheme: signatures, sheets: {1}），或用薄些的纸。',
    '每帖至多 {1} 張（scheme: signatures, sheets: {1}），或用薄些的紙。',
    'Bind in signatures of at most {1} sheets (scheme: signatures, sheets: {1}), or use thinner paper.',
  ],
  'sheet-too-small': [
    '纸张 {1}（{2} 毫米）太小：上面的页要 {3} 毫米',
    '紙張 {1}（{2} 公釐）太小：上面的頁要 {3} 公釐',
    'The sheet {1} ({2} mm) is too small: its pages need {3} mm',
  ],
  'larger-sheet': ['用大些的纸，如 {1}。', '用大些的紙，如 {1}。', 'Use a larger sheet, such as {1}.'],
  'unknown-sheet': [
    '没有“{1}”这种纸张，可用：{2}',
    '沒有「{1}」這種紙張，可用：{2}',
    'Unexpected sheet "{1}", expected one of {2}',
  ],
  'sheet-in-mm': [
    '也可写宽和高的毫米数，如 320x450。',
    '也可寫寬和高的公釐數，如 320x450。',
    'Or a width and height in mm, such as 320x450.',
  ],
  'no-such-output': [
    '这份刊物不出“{1}”；付印文件要 publication.yaml 里有 press:',
    '這份刊物不出「{1}」；付印檔要 publication.yaml 裡有 press:',
    'This publication makes no "{1}"; for a press file, publication.yaml needs press:',
  ],
  'no-profile': [
    'manuscript/ 里没有至多 16 MB 的 ICC 文件“{1}”',
    'manuscript/ 裡沒有至多 16 MB 的 ICC 檔案「{1}」',
    'There is no ICC profile "{1}" of at most 16 MB in manuscript/',
  ],
  'profile-of-printer': [
    '向印刷厂要；把文件放在 publication.yaml 旁边，或不写 `profile:`。',
    '向印刷廠要；把檔案放在 publication.yaml 旁邊，或不寫 `profile:`。',
    'Ask the printing house for it and put it beside publication.yaml, or omit `profile:`.',
  ],
} as const satisfies Record<string, Sentence>;
