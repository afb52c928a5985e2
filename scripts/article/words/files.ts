import type { Sentence } from './sentence.js';

/** Sentences about files and their texts. */
export const files = {
  'cannot-write': ['写不进去：{1}', '寫不進去：{1}', 'It cannot be written: {1}'],
  'not-utf8': ['不是 UTF-8', '不是 UTF-8', 'Unexpected bytes, expected UTF-8'],
  'save-as-utf8': ['存成 UTF-8。', '存成 UTF-8。', 'Save it as UTF-8.'],
  'no-file': ['没有这个文件', '沒有這個檔案', 'There is no such file'],
  'issue-among-texts': [
    '这是一期的文件夹，这里要的是文本',
    '這是一期的資料夾，這裡要的是文字檔',
    'This is the folder of an issue, expected a text',
  ],
  'holds-issues': [
    '这个文件夹里是各期，要的是文本',
    '這個資料夾裡是各期，要的是文字檔',
    'This folder holds issues, expected texts',
  ],
  'restore-alone': [
    '各期要单独还原：chongpai restore {1}',
    '各期要單獨還原：chongpai restore {1}',
    'Issues are restored one by one: chongpai restore {1}',
  ],
  'no-texts': [
    '这个文件夹里没有可以还原的文本',
    '這個資料夾裡沒有可以還原的文字檔',
    'This folder holds no text that can be restored',
  ],
  'name-texts': [
    '要还原 Markdown 文件或下层文件夹，请写出路径。',
    '要還原 Markdown 檔案或下層資料夾，請寫出路徑。',
    'Name Markdown files and folders in it by their paths.',
  ],
  'output-is-source': [
    '还原的文字会盖掉底本自己',
    '還原的文字會蓋掉底本自己',
    'The restored text would be written over its source',
  ],
  'output-taken': ['{1} 要写的是 {2}', '{1} 要寫的是 {2}', '{1} is already the output of {2}'],
  'output-exists': [
    '{1} 已经有了，文字不同；保持原样',
    '{1} 已經有了，文字不同；保持原樣',
    '{1} exists already, with another text; it is left as it is',
  ],
  'may-overwrite': [
    '加 --overwrite 就覆盖；或用 --out 另指定文件夹。',
    '加 --overwrite 就覆蓋；或用 --out 另指定資料夾。',
    '--overwrite writes over it; --out names another folder.',
  ],
  'memory-for-text': [
    '内存不够，还原不了',
    '記憶體不夠，還原不了',
    'There is not enough memory to restore it',
  ],
  'empty-source': [
    '文件是空的，要有报纸的文字',
    '檔案是空的，要有報紙的文字',
    'The file is empty, expected the text of a newspaper page',
  ],
  'not-plain-text': ['这是{1}，要的是纯文本', '這是{1}，要的是純文字', 'This is {1}, expected plain text'],
  'a-pdf': [' PDF', ' PDF', 'a PDF'],
  'a-packed-file': ['压缩文件（gzip）', '壓縮檔（gzip）', 'a file packed by gzip'],
  'an-old-office-file': [
    '旧式办公文档（.doc、.wps、.xls）',
    '舊式辦公文件（.doc、.wps、.xls）',
    'an old office document (.doc, .wps, .xls)',
  ],
  unpack: ['先解压，再用里面的文件。', '先解壓縮，再用裡面的檔案。', 'Unpack it, and use the file in it.'],
  'save-as-docx': [
    '用 Word 或 WPS 打开，另存为 .docx。',
    '用 Word 或 WPS 開啟，另存為 .docx。',
    'Open it in Word or WPS, and save it as .docx.',
  ],
  'an-archive': ['压缩包或办公文档', '壓縮檔或辦公文件', 'an archive or an office document'],
  'a-program': ['程序', '程式', 'a program'],
  'extract-text': [
    '先取出文字，比如用 pdftotext 或 OCR。',
    '先取出文字，比如用 pdftotext 或 OCR。',
    'Extract its text first, e.g. with pdftotext or OCR.',
  ],
  'nul-character': [
    '第 {1} 位有 NUL：这是二进制文件，要的是纯文本',
    '第 {1} 位有 NUL：這是二進位檔，要的是純文字',
    'Unexpected NUL character at offset {1}: this is a binary file, expected plain text',
  ],
  'blank-source': [
    '文件里只有空白，要有文字',
    '檔案裡只有空白，要有文字',
    'The file contains only white space, expected text',
  ],
  'file-too-large': [
    '文件有 {1} MB，至多 {2} MB',
    '檔案有 {1} MB，至多 {2} MB',
    'The file has {1} MB, expected at most {2} MB',
  ],
  'split-source': [
    '分开存：一期报纸一个文件。',
    '分開存：一期報紙一個檔案。',
    'Split it: one file for each issue of the newspaper.',
  ],
  'wrong-bytes': [
    '第 {2} 字节处的 {1} 不是 {3}',
    '第 {2} 位元組處的 {1} 不是 {3}',
    'Unexpected bytes {1} at byte {2}, expected {3}',
  ],
  'cut-bytes': [
    '第 {1} 字节处 {2} 没有写完',
    '第 {1} 位元組處 {2} 沒有寫完',
    'Unexpected end at byte {1}, expected {2}',
  ],
  'name-other-encoding': [
    '如是别的编码，给 build 或 restore 加上 --encoding 名称即可（{1}）。',
    '如是別的編碼，給 build 或 restore 加上 --encoding 名稱即可（{1}）。',
    'If it is in another encoding, give build or restore its name: --encoding NAME ({1}).',
  ],
  'no-text': [
    '看来不是 UTF-8（第 {1} 字节不对）、UTF-16、GB18030 或 Big5 的文字',
    '看來不是 UTF-8（第 {1} 位元組不對）、UTF-16、GB18030 或 Big5 的文字',
    'This does not look like text in UTF-8 (bad byte at {1}), UTF-16, GB18030 or Big5',
  ],
  'name-encoding': [
    '如确是文字，给 build 或 restore 加上 --encoding 名称',
    '如確是文字，給 build 或 restore 加上 --encoding 名稱',
    'If it is text, give build or restore its encoding: --encoding NAME',
  ],
  'faster-than-restored': [
    '底本改得比还原还快',
    '底本改得比還原還快',
    'It changes faster than it can be restored',
  ],
  'keeps-edited': [
    '{1} 有人改过，予以保留；重新还原得出另一稿',
    '{1} 有人改過，予以保留；重新還原得出另一稿',
    '{1} was edited and is kept; restoring again gave another text',
  ],
  'take-from-proposal': [
    '取其可用之处，然后删去。',
    '取其可用之處，然後刪去。',
    'Take from it what you want, then delete it.',
  ],
  'restore-reads-encodings': [
    '`chongpai restore -` 能读别的编码。',
    '`chongpai restore -` 能讀別的編碼。',
    '`chongpai restore -` reads other encodings.',
  ],
  'cannot-write-code': ['写不进去（{1}）', '寫不進去（{1}）', 'It cannot be written ({1})'],
  'file-stands-here': [
    '这里有一个文件，要的是新的或空的文件夹',
    '這裡有一個檔案，要的是新的或空的資料夾',
    'This is a file, expected a new or empty folder',
  ],
  'folder-not-empty': [
    '这个文件夹不是空的，要的是新的或空的',
    '這個資料夾不是空的，要的是新的或空的',
    'This folder is not empty, expected a new or empty one',
  ],
  'unknown-encoding': [
    '没有“{1}”这种编码，可用：{2}',
    '沒有「{1}」這種編碼，可用：{2}',
    'Unexpected encoding "{1}", expected one of {2}',
  ],
  'not-a-file': ['这是{1}，要的是文件', '這是{1}，要的是檔案', 'This is {1}, expected a file'],
  'cannot-read-because': ['读不出来：{1}', '讀不出來：{1}', 'It cannot be read: {1}'],
  'too-many-files': [
    '文件多于 {1} 个，要的是一份出版物的文件',
    '檔案多於 {1} 個，要的是一份出版物的檔案',
    'There are more than {1} files, expected those of a publication',
  ],
  'picture-too-many-pixels': [
    '图片有 {1} × {2} 像素，至多 {3} 百万像素',
    '圖片有 {1} × {2} 像素，至多 {3} 百萬像素',
    'The picture has {1} × {2} pixels, expected at most {3} megapixels',
  ],
  'smaller-picture': ['把图片改小。', '把圖片改小。', 'Make the picture smaller.'],
  'encoding-detected': [
    '不写 --encoding，就自动判断编码。',
    '不寫 --encoding，就自動判斷編碼。',
    'Without --encoding, the encoding is detected.',
  ],
  'a-folder': ['文件夹', '資料夾', 'a folder'],
  'a-dead-link': [
    '失效的链接（目标不存在）',
    '失效的連結（目標不存在）',
    'a link whose target does not exist',
  ],
  'a-pipe': ['管道', '管道', 'a pipe'],
  'a-socket': ['套接字', '通訊端', 'a socket'],
  'a-device': ['设备', '裝置', 'a device'],
  'split-it': ['分开存。', '分開存。', 'Split it.'],
  'an-rtf': ['RTF 文档', 'RTF 文件', 'an RTF document'],
  'an-xml': ['XML 文件', 'XML 檔案', 'an XML file'],
  'an-unknown-json': [
    ' JSON，不是已知的识别结果',
    ' JSON，不是已知的辨識結果',
    'JSON, but of no recognition program that is known',
  ],
  'known-results': [
    '认得的 JSON：{1}。别的程序，让它输出 ALTO、hOCR、PAGE 或纯文本。',
    '認得的 JSON：{1}。別的程式，讓它輸出 ALTO、hOCR、PAGE 或純文字。',
    'Known JSON: {1}. Let other programs write ALTO, hOCR, PAGE or plain text.',
  ],
  'take-out-of-tags': [
    '先把文字从标签里取出来，一行一行存成纯文本。',
    '先把文字從標籤裡取出來，一行一行存成純文字。',
    'Take the text out of its tags first, line by line, and save it as plain text.',
  ],
} as const satisfies Record<string, Sentence>;
