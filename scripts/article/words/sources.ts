import type { Sentence } from './sentence.js';

/** Sentences about pages that come as PDF, as pictures, or from a recognition program. */
export const sources = {
  'pdf-locked': ['这个 PDF 加了密码', '這個 PDF 加了密碼', 'This PDF is protected by a password'],
  'pdf-unlock': [
    '先用看 PDF 的程序打开，另存成不带密码的。',
    '先用看 PDF 的程式開啟，另存成不帶密碼的。',
    'Open it in a PDF viewer and save it without the password.',
  ],
  'pdf-damaged': [
    '这个 PDF 坏了，打不开',
    '這個 PDF 壞了，打不開',
    'This PDF is damaged: it cannot be opened',
  ],
  'pdf-save-again': [
    '重新下载，或用看 PDF 的程序打开后另存一次。',
    '重新下載，或用看 PDF 的程式開啟後另存一次。',
    'Download it again, or open it in a PDF viewer and save it again.',
  ],
  'pdf-too-many-pages': [
    '这个 PDF 有 {1} 页，至多 {2} 页',
    '這個 PDF 有 {1} 頁，至多 {2} 頁',
    'This PDF has {1} pages, expected at most {2}',
  ],
  'pdf-too-slow': [
    '读到第 {1} 页已用了 {2} 秒',
    '讀到第 {1} 頁已用了 {2} 秒',
    'Reading took {2} seconds and reached only page {1}',
  ],
  'pdf-page-too-full': ['一页的字超过 {1} 个', '一頁的字超過 {1} 個', 'A page has more than {1} characters'],
  'pdf-part': [
    '分成几个文件，一期报纸一个。',
    '分成幾個檔案，一期報紙一個。',
    'Split it into files, one for each issue of the newspaper.',
  ],
  'pdf-without-text': [
    '这个 PDF 里只有图，没有文字',
    '這個 PDF 裡只有圖，沒有文字',
    'This PDF has only pictures, and no text',
  ],
  'recognize-first': [
    '先识别：tesseract page.png source -l chi_sim tsv，把写出的 source.tsv 放在旁边再做；PDF 先用 pdftoppm -r 300 -png 转成图。别的 OCR 的结果（ALTO、hOCR、PAGE、JSON）也行。',
    '先辨識：tesseract page.png source -l chi_tra tsv，把寫出的 source.tsv 放在旁邊再做；PDF 先用 pdftoppm -r 300 -png 轉成圖。別的 OCR 的結果（ALTO、hOCR、PAGE、JSON）也行。',
    'Run OCR first: tesseract page.png source -l chi_sim tsv, put the resulting source.tsv beside it and build again; pdftoppm -r 300 -png makes pictures of a PDF. Results of other OCR programs (ALTO, hOCR, PAGE, JSON) will do as well.',
  ],
  'text-among-pages': [
    '几个文件里有的是带坐标的页，有的是纯文本',
    '幾個檔案裡有的是帶座標的頁，有的是純文字',
    'Some of the files are pages with coordinates, others are plain text',
  ],
  'one-kind': [
    '一期的几个文件要么都是页，要么都是文本。',
    '一期的幾個檔案要麼都是頁，要麼都是文字。',
    'Use only pages, or only text, for all files of an issue.',
  ],
  'json-damaged': [
    '第 {1} 行起不是完整的 JSON',
    '第 {1} 行起不是完整的 JSON',
    'This JSON breaks in line {1}',
  ],
  'tsv-damaged': [
    '第 {1} 行不是 tesseract 的 TSV：要有 12 格',
    '第 {1} 行不是 tesseract 的 TSV：要有 12 格',
    'Unexpected line {1} in the TSV of tesseract, expected 12 cells',
  ],
  'write-result-again': [
    '文件不完整：让识别程序重新输出一次。',
    '檔案不完整：讓辨識程式重新輸出一次。',
    'The file is incomplete: let the recognition program write it again.',
  ],
  'result-misshapen': [
    '{1} 的结果里 {2} 处不对：{3}',
    '{1} 的結果裡 {2} 處不對：{3}',
    'Unexpected value at {2} in a result of {1}: {3}',
  ],
  'result-without-text': ['识别结果里没有文字', '辨識結果裡沒有文字', 'This recognition result has no text'],
  'docx-damaged': [
    '这个 DOCX 坏了，打不开',
    '這個 DOCX 壞了，打不開',
    'This DOCX is damaged: it cannot be opened',
  ],
  'not-docx': [
    '这是办公文档，却不是 DOCX',
    '這是辦公文件，卻不是 DOCX',
    'This is an office document, but not a DOCX',
  ],
  'docx-save-again': [
    '用文字处理程序打开，另存为 .docx 或 .txt。',
    '用文書處理程式開啟，另存為 .docx 或 .txt。',
    'Open it in a word processor and save it as .docx or .txt.',
  ],
  'web-page-without-text': [
    '这个网页里没有成段的文字',
    '這個網頁裡沒有成段的文字',
    'This web page has no running text',
  ],
} as const satisfies Record<string, Sentence>;
