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
  'pdf-xfa': [
    '这个 PDF 是动态表单（XFA），页面要由 Adobe 的程序现排，文件里没有',
    '這個 PDF 是動態表單（XFA），頁面要由 Adobe 的程式現排，檔案裡沒有',
    'This PDF is a dynamic form (XFA): its pages are made by Adobe’s program, and are not in the file',
  ],
  'pdf-print-form': [
    '用 Adobe Reader 打开，打印成 PDF，再试。',
    '用 Adobe Reader 開啟，列印成 PDF，再試。',
    'Open it in Adobe Reader, print it to a PDF, and run again with that.',
  ],
  'pdf-portfolio': [
    '这个 PDF 只是一个包，里面装着别的文件：{1}',
    '這個 PDF 只是一個包，裡面裝著別的檔案：{1}',
    'This PDF only wraps other files: {1}',
  ],
  'pdf-take-out': [
    '用看 PDF 的程序打开，把里面的文件存出来，逐个再试。',
    '用看 PDF 的程式開啟，把裡面的檔案存出來，逐個再試。',
    'Open it in a PDF viewer, save the files in it, and run again with those.',
  ],
  'scan-name': [
    '它的名字不像一张图：改成 source.png、source.jpg 或 source.tif 再试。',
    '它的名字不像一張圖：改成 source.png、source.jpg 或 source.tif 再試。',
    'Its name is not that of a picture: rename it to source.png, source.jpg or source.tif, and run again.',
  ],
  'recognize-first': [
    '装一个识别程序再试：npm i --ignore-scripts @gutenye/ocr-node，或 apt install tesseract-ocr-chi-sim。别的程序识别的结果（ALTO、hOCR、PAGE、JSON、tesseract 的 TSV）放在旁边，名为 source.xml、source.ocr.json、source.tsv，也行。',
    '裝一個辨識程式再試：npm i --ignore-scripts @gutenye/ocr-node，或 apt install tesseract-ocr-chi-tra。別的程式辨識的結果（ALTO、hOCR、PAGE、JSON、tesseract 的 TSV）放在旁邊，名為 source.xml、source.ocr.json、source.tsv，也行。',
    'Install a program for it and run again: npm i --ignore-scripts @gutenye/ocr-node, or apt install tesseract-ocr-chi-sim. Results of other programs (ALTO, hOCR, PAGE, JSON, TSV of tesseract) will do as well: put them beside it as source.xml, source.ocr.json or source.tsv.',
  ],
  'scan-kind': [
    '这种图读不了，能读的是 PNG、JPEG、TIFF 和 PDF',
    '這種圖讀不了，能讀的是 PNG、JPEG、TIFF 和 PDF',
    'Pictures of this kind cannot be read; PNG, JPEG, TIFF and PDF can',
  ],
  'scan-damaged': [
    '这张图坏了，读不出来',
    '這張圖壞了，讀不出來',
    'This picture is damaged and cannot be read',
  ],
  'scan-too-large': [
    '{1} × {2} 像素的图太大',
    '{1} × {2} 像素的圖太大',
    'A picture of {1} × {2} pixels is too large',
  ],
  'scan-save-as': [
    '用看图软件打开，存成 300 dpi 的 PNG 再试。',
    '用看圖軟體打開，存成 300 dpi 的 PNG 再試。',
    'Open it in a picture viewer and save it as a PNG of 300 dpi.',
  ],
  'scan-changed': [
    '{1} 在识别之后换过了',
    '{1} 在辨識之後換過了',
    '{1} has changed since its text was recognised',
  ],
  'recognize-again': [
    '再识别一次（有识别程序就自动做），或者删去 {1}，留下识别的结果。',
    '再辨識一次（有辨識程式就自動做），或者刪去 {1}，留下辨識的結果。',
    'Recognise it again (this happens by itself where a program for it is installed), or delete {1} to keep the result.',
  ],
  'a-scan': [
    '这是一张图，还没有识别成文字',
    '這是一張圖，還沒有辨識成文字',
    'This is a picture whose text has not been recognised yet',
  ],
  'no-engine': [
    '这是一张图，这台机器上没有能识别它的程序',
    '這是一張圖，這台機器上沒有能辨識它的程式',
    'This is a picture, and no program on this machine can recognise its text',
  ],
  'engine-failed': [
    '{1} 没能识别这张图：{2}',
    '{1} 沒能辨識這張圖：{2}',
    '{1} could not read this picture: {2}',
  ],
  'engine-instead': [
    '单独运行它看看；或者用别的程序识别，把结果放在旁边，名为 source.ocr.json、source.xml 或 source.tsv。',
    '單獨執行它看看；或者用別的程式辨識，把結果放在旁邊，名為 source.ocr.json、source.xml 或 source.tsv。',
    'Try it by itself, or recognise the picture by another program and put its result beside it as source.ocr.json, source.xml or source.tsv.',
  ],
  'no-vertical-engine': [
    '这一页是直排，{1} 不会读直排',
    '這一頁是直排，{1} 不會讀直排',
    'This page has vertical lines, and {1} cannot read them',
  ],
  'vertical-engine': [
    '装上 tesseract 和它的直排数据：apt install tesseract-ocr-chi-tra-vert tesseract-ocr-chi-sim-vert。',
    '裝上 tesseract 和它的直排資料：apt install tesseract-ocr-chi-tra-vert tesseract-ocr-chi-sim-vert。',
    'Install tesseract and its data for vertical text: apt install tesseract-ocr-chi-tra-vert tesseract-ocr-chi-sim-vert.',
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
  'result-shortened': [
    '这是打印出来的识别结果，中间用“...”省略了',
    '這是列印出來的辨識結果，中間用「...」省略了',
    'This result was printed, and parts of it are left out as ...',
  ],
  'save-result': [
    '用 save_to_json() 存成文件，或者 numpy.set_printoptions(threshold=sys.maxsize) 之后再打印。',
    '用 save_to_json() 存成檔案，或者 numpy.set_printoptions(threshold=sys.maxsize) 之後再列印。',
    'Save it with save_to_json(), or print it again after numpy.set_printoptions(threshold=sys.maxsize).',
  ],
  'result-without-text': ['识别结果里没有文字', '辨識結果裡沒有文字', 'This recognition result has no text'],
  'scan-anew': [
    '如果扫描件上有字：以 300 dpi 重新扫描，或者正对着、在均匀的光下重新拍照；手写的字要录入 source.txt',
    '如果掃描件上有字：以 300 dpi 重新掃描，或者正對著、在均勻的光下重新拍照；手寫的字要錄入 source.txt',
    'If the scan has text: scan it again at 300 dpi, or photograph it again from straight above in even light; type handwriting into source.txt',
  ],
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
