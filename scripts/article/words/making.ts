import type { Sentence } from './sentence.js';

/** Sentences about browsers, fonts and the proof. */
export const making = {
  'browser-failed-twice': [
    '浏览器两次中途停止：{1}',
    '瀏覽器兩次中途停止：{1}',
    'The browser failed twice in the middle of its work: {1}',
  ],
  'fewer-jobs': [
    '也许内存不够：同时少排几期（--jobs 1）。',
    '也許記憶體不夠：同時少排幾期（--jobs 1）。',
    'It may be short of memory: build fewer issues at once (--jobs 1).',
  ],
  'browser-not-started': [
    '浏览器 {1} 没有启动：{2}',
    '瀏覽器 {1} 沒有啟動：{2}',
    'The browser {1} did not start: {2}',
  ],
  'no-browser-at': ['{1} 没有浏览器（{2}）', '{1} 沒有瀏覽器（{2}）', 'There is no browser at {1} ({2})'],
  'no-program-at': [
    '{1} 不是能运行的程序（{2}）',
    '{1} 不是能執行的程式（{2}）',
    'There is no program to run at {1} ({2})',
  ],
  'no-font': ['没有字体 {1}', '沒有字型 {1}', 'There is no font {1}'],
  'npm-ci-fonts': [
    '`npm ci` 安装版本所用的字体。',
    '`npm ci` 安裝版本所用的字型。',
    '`npm ci` installs the fonts of the editions.',
  ],
  'layout-too-slow': [
    '小样 {1} 在 {2} 秒内没有排完',
    '小樣 {1} 在 {2} 秒內沒有排完',
    'The layout of galley {1} did not end within {2} s',
  ],
  'sheets-too-slow': [
    '浏览器在 {1} 秒内没有装好样式表',
    '瀏覽器在 {1} 秒內沒有裝好樣式表',
    'The browser did not apply the style sheets within {1} s',
  ],
  'print-too-slow': [
    '浏览器在 {1} 秒内没有印完',
    '瀏覽器在 {1} 秒內沒有印完',
    'The browser did not print the pages within {1} s',
  ],
  'halve-section': [
    '把它的版分成两半，找出卡住的那一段，并报告。',
    '把它的版分成兩半，找出卡住的那一段，並回報。',
    'Split the section in halves until you find the block that never finishes, and report it.',
  ],
  'browser-variable': [
    'PUPPETEER_EXECUTABLE_PATH 可指定别的 Chrome 或 Chromium，不设则用 npm 带来的。',
    'PUPPETEER_EXECUTABLE_PATH 可指定別的 Chrome 或 Chromium，不設則用 npm 帶來的。',
    'PUPPETEER_EXECUTABLE_PATH names another Chrome or Chromium; without it the one from npm is used.',
  ],
  'browser-platform': [
    'chongpai 自带的浏览器只能在 Linux x64 上运行，这里是 {1} {2}',
    'chongpai 自帶的瀏覽器只能在 Linux x64 上執行，這裡是 {1} {2}',
    'The browser included with chongpai runs on Linux x64, not on {1} {2}',
  ],
  'install-browser': [
    '安装 Chrome 或 Chromium，或设 PUPPETEER_EXECUTABLE_PATH。',
    '安裝 Chrome 或 Chromium，或設 PUPPETEER_EXECUTABLE_PATH。',
    'Install Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH.',
  ],
  'browser-not-unpacked': [
    '浏览器不能解开到 {1}：{2}',
    '瀏覽器不能解開到 {1}：{2}',
    'The browser could not be unpacked to {1}: {2}',
  ],
  'unpack-room': [
    '要有 200 MB 空间。CHONGPAI_CACHE 可指定别的文件夹。',
    '要有 200 MB 空間。CHONGPAI_CACHE 可指定別的資料夾。',
    'It needs 200 MB. CHONGPAI_CACHE names another folder.',
  ],
  'correct-browser-path': [
    '改正路径，或删去：chongpai 就用装好的 Chrome 或自带的。',
    '改正路徑，或刪去：chongpai 就用裝好的 Chrome 或自帶的。',
    'Correct the path, or remove it: chongpai then uses an installed Chrome or the included browser.',
  ],
  'font-damaged': [
    '这个字体文件坏了，读不出来',
    '這個字型檔案壞了，讀不出來',
    'This font is damaged: its tables cannot be read',
  ],
  'font-refused': [
    '浏览器不认字体 {1}：文件坏了',
    '瀏覽器不認字型 {1}：檔案壞了',
    'The browser refuses the font {1}: its file is damaged',
  ],
  'font-damaged-note': [
    '重新下载，或换一个字体。',
    '重新下載，或換一個字型。',
    'Download it again, or choose another font.',
  ],
  'font-kind': [
    '字体 {1} 不能用，要静态的 TrueType',
    '字型 {1} 不能用，要靜態的 TrueType',
    'Unexpected kind of font in {1}, expected a static TrueType font',
  ],
  'font-kind-note': [
    'Chromium 把别种字体印成 Type 3，码位不对。找名为 ….ttf、只有一种粗细的文件。',
    'Chromium 把別種字型印成 Type 3，碼位不對。找名為 ….ttf、只有一種粗細的檔案。',
    'Chromium prints other kinds as Type 3, with wrong code points. Look for a file named ….ttf with one weight.',
  ],
  'no-web-fonts': [
    '{1} 没有列出网页字体，要有带 unicode-range 的 @font-face',
    '{1} 沒有列出網頁字型，要有帶 unicode-range 的 @font-face',
    '{1} lists no web fonts, expected @font-face rules with unicode-range',
  ],
  'port-note': [
    '不写 --port，就用下一个空着的端口。',
    '不寫 --port，就用下一個空著的連接埠。',
    'Without --port the next free one is taken.',
  ],
  'proof-failed': [
    '校验发现 {1} 处不符：{2}',
    '校驗發現 {1} 處不符：{2}',
    'The proof found {1} faults, expected none{2}',
  ],
  'missing-characters': ['字体里没有 {1}', '字型裡沒有 {1}', 'No font has {1}'],
  'describe-character': [
    '换一个字，或描述它：［左“木”右“堃”］。',
    '換一個字，或描述它：［左「木」右「堃」］。',
    'Write it with another character, or describe it: ［左“木”右“堃”］.',
  ],
  unaccounted: [
    '{2} 里的“{1}”与稿件的“{3}”对不上：没有一种改动能由此及彼',
    '{2} 裡的「{1}」與稿件的「{3}」對不上：沒有一種改動能由此及彼',
    'Unexpected “{1}” in {2}, expected the manuscript’s “{3}”: no known change leads from one to the other',
  ],
  'pin-in-names': [
    '在 names.txt 里写下这个版本该用的词，再排一次。',
    '在 names.txt 裡寫下這個版本該用的詞，再排一次。',
    'Add the word as this edition should print it to names.txt, and build again.',
  ],
  'empty-pdf': ['文件是空的，要有 PDF', '檔案是空的，要有 PDF', 'The file is empty, expected a PDF'],
  'no-pdf': [
    '这不是 PDF：开头不是 %PDF-',
    '這不是 PDF：開頭不是 %PDF-',
    'This is not a PDF: it does not begin with %PDF-',
  ],
  'cut-pdf': ['PDF 不完整：没有结尾', 'PDF 不完整：沒有結尾', 'The PDF is cut off: its end is missing'],
  'fetch-again': ['重新制作或下载这个文件。', '重新製作或下載這個檔案。', 'Make or download the file again.'],
  'encrypted-pdf': ['PDF 加了密', 'PDF 加了密', 'The PDF is encrypted'],
  'save-without-password': [
    '另存一份没有密码的，再查。',
    '另存一份沒有密碼的，再查。',
    'Save a copy without a password and check that.',
  ],
  'damaged-pdf': ['PDF 已损坏：{1}', 'PDF 已損壞：{1}', 'The PDF is damaged: {1}'],
  'no-edition-in-pdf': [
    '这个 PDF 没有写明是哪个版本，无从对照',
    '這個 PDF 沒有寫明是哪個版本，無從對照',
    'The PDF does not say which edition it is, so there is nothing to compare it with',
  ],
  'pdf-of-chongpai': [
    'chongpai 做的 PDF 都写明；不用 --against，就只查字体和页面框。',
    'chongpai 做的 PDF 都寫明；不用 --against，就只查字型和頁面框。',
    'PDFs made by chongpai say so; without --against, only fonts and boxes are checked.',
  ],
  'unknown-scene': [
    '没有叫 "{1}" 的图，只有 {2}',
    '沒有叫 "{1}" 的圖，只有 {2}',
    'Unexpected picture "{1}", expected one of {2}',
  ],
  'port-in-use': ['端口 {1} 已被占用', '連接埠 {1} 已被占用', 'Port {1} is in use'],
  'port-denied': [
    '这个用户不能用端口 {1}',
    '這個使用者不能用連接埠 {1}',
    'Port {1} is not allowed to this user',
  ],
  'no-address': ['这台机器没有地址 {1}', '這台機器沒有位址 {1}', 'This machine has no address {1}'],
  'port-closed': ['端口 {1} 打不开：{2}', '連接埠 {1} 打不開：{2}', 'Port {1} cannot be opened: {2}'],
  'more-findings': ['…… 另有 {1} 处', '…… 另有 {1} 處', '… and {1} more'],
  'in-own-words': ['{1}', '{1}', '{1}'],
  'browser-key': [
    '多出“browser”一项：出版物不能选定排印用的程序',
    '多出「browser」一項：出版物不能選定排印用的程式',
    'Unexpected key "browser": a publication does not choose the program that prints it',
  ],
  'browser-key-note': [
    '删去这一行，用 --browser 或 PUPPETEER_EXECUTABLE_PATH 指明浏览器。',
    '刪去這一行，用 --browser 或 PUPPETEER_EXECUTABLE_PATH 指明瀏覽器。',
    'Take the line out, and name the browser with --browser or PUPPETEER_EXECUTABLE_PATH.',
  ],
  'font-content': [
    'styles/fonts 里 {1} 的内容与 fonts.json 所记不同',
    'styles/fonts 裡 {1} 的內容與 fonts.json 所記不同',
    'Unexpected content of {1} in styles/fonts, expected what fonts.json says of it',
  ],
  'install-anew': [
    '重新安装 chongpai，或从 git 取回那个文件夹。',
    '重新安裝 chongpai，或從 git 取回那個資料夾。',
    'Install chongpai again, or restore the folder from git.',
  ],
  'fonts-not-unpacked': [
    '字体不能解开到 {1}：{2}',
    '字型不能解開到 {1}：{2}',
    'The fonts could not be unpacked to {1}: {2}',
  ],
  'fonts-room': [
    '全部要 120 MB。CHONGPAI_CACHE 可指定别的文件夹。',
    '全部要 120 MB。CHONGPAI_CACHE 可指定別的資料夾。',
    'All of them need 120 MB. CHONGPAI_CACHE names another folder.',
  ],
  'build-done': [
    '做成文件 {1} 个。存疑 {2} 处，都不妨碍使用：见 {3}，或用 chongpai preview 逐条裁定。',
    '做成檔案 {1} 個。存疑 {2} 處，都不妨礙使用：見 {3}，或用 chongpai preview 逐條裁定。',
    'Files made: {1}. Open questions: {2}; none stops you: see {3}, or decide them in chongpai preview.',
  ],
  'build-waits': [
    '文件一存盘就再排一次。按 Ctrl-C 结束。',
    '檔案一存檔就再排一次。按 Ctrl-C 結束。',
    'Waiting for changes: chongpai builds again when a file is saved. Ctrl-C ends it.',
  ],
  'build-clear': [
    '做成文件 {1} 个。无存疑。',
    '做成檔案 {1} 個。無存疑。',
    'Files made: {1}. No question is open.',
  ],
} as const satisfies Record<string, Sentence>;
