/**
 * 帮助: the descriptions of commands and options in Chinese, by their English words: 简体, 繁體. `{ids}` are the names of
 * editions. `test/cli/help.test.ts` finds a description without them.
 */
export const helpWords: Readonly<Record<string, readonly [hans: string, hant: string]>> = {
  '重排: turns broken newspaper text back into what the editor wrote and sets it as a booklet': [
    '重排：把断行破碎的报纸文字还原成编辑写下的样子，排成小册子',
    '重排：把斷行破碎的報紙文字還原成編輯寫下的樣子，排成小冊子',
  ],
  'write the versions of chongpai, Node, browser and fonts': [
    '列出重排、Node、浏览器和字体的版本',
    '列出重排、Node、瀏覽器和字型的版本',
  ],
  'language of messages: zh-Hans, zh-Hant, en (default: the system’s)': [
    '界面用什么语言：zh-Hans、zh-Hant、en（默认随系统）',
    '介面用什麼語言：zh-Hans、zh-Hant、en（預設隨系統）',
  ],
  'Make PDFs of issues (of all, if none is named)': [
    '把各期排成 PDF（不写期名就全部排）',
    '把各期排成 PDF（不寫期名就全部排）',
  ],
  'editions to make: {ids}, en; zh-Hans+en side by side, zh-Hans@pinyin with readings': [
    '排哪些版本：{ids}、en；zh-Hans+en 是两种文字对照，zh-Hans@pinyin 加注音',
    '排哪些版本：{ids}、en；zh-Hans+en 是兩種文字對照，zh-Hans@pinyin 加注音',
  ],
  'folder for <issue>/<edition>.pdf (default: build/ of the publication)': [
    '放 <期>/<版本>.pdf 的文件夹（默认是出版物里的 build/）',
    '放 <期>/<版本>.pdf 的資料夾（預設是出版物裡的 build/）',
  ],
  'issues built at once (default: by cores and memory)': [
    '同时排几期（默认看处理器和内存）',
    '同時排幾期（預設看處理器和記憶體）',
  ],
  'build only the i-th of n equal parts of the issues': [
    '把各期等分成 n 份，只排第 i 份',
    '把各期等分成 n 份，只排第 i 份',
  ],
  'skip editions whose PDF is up to date': ['PDF 不必重排的版本就跳过', 'PDF 不必重排的版本就跳過'],
  'build again whenever a file of the publication is saved': [
    '出版物里的文件一存盘就再排一次',
    '出版物裡的檔案一存檔就再排一次',
  ],
  'Chrome or Chromium to print with, instead of the default': [
    '不用默认的浏览器，用这个 Chrome 或 Chromium 打印',
    '不用預設的瀏覽器，用這個 Chrome 或 Chromium 列印',
  ],
  'also make a press file: saddle, signatures, stack, stab or single': [
    '另做付印文件：saddle 骑马订、signatures 分帖装订、stack 四拼裁叠、stab 线装、single 单页',
    '另做付印檔案：saddle 騎馬釘、signatures 分帖裝訂、stack 四拼裁疊、stab 線裝、single 單頁',
  ],
  'with --press: also a dummy of numbered pages to fold, and a sheet to calibrate the printer': [
    '配合 --press：另做标了页码的折样，和一张校正打印机的样张',
    '配合 --press：另做標了頁碼的摺樣，和一張校正印表機的樣張',
  ],
  'encoding of the sources (default: detected, or that of the last restoration)': [
    '来稿的编码（默认自己认，或沿用上次校勘时的）',
    '來稿的編碼（預設自己認，或沿用上次校勘時的）',
  ],
  'write events to standard error and the report to standard output, as JSON': [
    '进度写到标准错误，报告写到标准输出，都是 JSON',
    '進度寫到標準錯誤，報告寫到標準輸出，都是 JSON',
  ],
  'Serve an issue as facing pages that follow every change': [
    '在浏览器里看样：对开的版面，一改就跟上',
    '在瀏覽器裡看樣：對開的版面，一改就跟上',
  ],
  'port to listen on': ['用哪个端口', '用哪個連接埠'],
  'address to listen on (default: this machine only)': [
    '用哪个地址（默认只有本机能看）',
    '用哪個位址（預設只有本機能看）',
  ],
  'save pictures of the desk at three widths in a folder, and exit': [
    '把校样台按三种宽度各存一张图，然后退出',
    '把校樣臺按三種寬度各存一張圖，然後結束',
  ],
  'with --look: only this picture; desk is the one of the READMEs': [
    '同 --look 一起用：只存这一张；desk 是 README 里的那张',
    '同 --look 一起用：只存這一張；desk 是 README 裡的那張',
  ],
  'Read a PDF back and prove its text, fonts and boxes': [
    '把 PDF 读回来，核对文字、字体和版框',
    '把 PDF 讀回來，核對文字、字型和版框',
  ],
  'issue whose manuscript it must contain': ['应与哪一期的稿件一致', '應與哪一期的稿件一致'],
  'compare it, and everything it was made from, with its report.json': [
    '连同排它所用的一切，与它的 report.json 对照',
    '連同排它所用的一切，與它的 report.json 對照',
  ],
  'write the findings as JSON': ['用 JSON 写出结果', '用 JSON 寫出結果'],
  'Start a publication; without options, ask on a terminal, else use a sample': [
    '新办一份出版物；不给选项就在终端里问，没有终端就用样稿',
    '新辦一份出版物；不給選項就在終端機裡問，沒有終端機就用樣稿',
  ],
  'name of the publication (default: the folder’s)': [
    '出版物的名称（默认用文件夹的名字）',
    '出版物的名稱（預設用資料夾的名字）',
  ],
  'date of the first issue, such as 2025-02-26': [
    '第一期的日期，如 2025-02-26',
    '第一期的日期，如 2025-02-26',
  ],
  'A5, 16开, 大32开 … or width×height in mm, such as 140x203': [
    'A5、16开、大32开……或宽×高的毫米数，如 140x203',
    'A5、16开、大32开……或寬×高的毫米數，如 140x203',
  ],
  'text of the first issue, - for standard input (default: a sample)': [
    '第一期的文字，- 是标准输入（默认用样稿）',
    '第一期的文字，- 是標準輸入（預設用樣稿）',
  ],
  'start with an example: gazetteer, constitution or reprint': [
    '从范例开始：gazetteer 县志、constitution 双语宪法、reprint 旧报重排',
    '從範例開始：gazetteer 縣志、constitution 雙語憲法、reprint 舊報重排',
  ],
  'Make contact sheets: all pages of an issue in one picture, by theme and edition': [
    '做总览图：一期的全部版面合成一张，每种样式、每个版本各一张',
    '做總覽圖：一期的全部版面合成一張，每種樣式、每個版本各一張',
  ],
  'themes (default: all)': ['样式（默认全部）', '樣式（預設全部）'],
  'editions (default: those of the publication)': ['版本（默认是出版物所列）', '版本（預設是出版物所列）'],
  'one spread of each instead of all pages': ['各取一对页面，不要全部', '各取一對頁面，不要全部'],
  'folder for the pictures (default: build/look/ of the publication)': [
    '放图的文件夹（默认是出版物里的 build/look/）',
    '放圖的資料夾（預設是出版物裡的 build/look/）',
  ],
  'Restore the paragraphs, titles and characters of raw newspaper texts': [
    '校勘：还原报纸文字的段落、标题和用字',
    '校勘：還原報紙文字的段落、標題和用字',
  ],
  'write articles, edits, messages and measures as JSON': [
    '用 JSON 写出文章、校改、存疑和行长',
    '用 JSON 寫出文章、校改、存疑和行長',
  ],
  'write the JSON schema of --json, and nothing else': [
    '只写出 --json 的 JSON Schema',
    '只寫出 --json 的 JSON Schema',
  ],
  'folder for <file>.md (default: one file to standard output, many beside themselves)': [
    '放 <文件>.md 的文件夹（默认：只有一个就写到标准输出，多个就各放在原文件旁边）',
    '放 <檔名>.md 的資料夾（預設：只有一個就寫到標準輸出，多個就各放在原檔旁邊）',
  ],
  'write over files that exist already': ['已有的文件也覆盖', '已有的檔案也覆蓋'],
  'files restored at once (default: by cores and memory)': [
    '同时还原几个文件（默认看处理器和内存）',
    '同時還原幾個檔案（預設看處理器和記憶體）',
  ],
  'encoding of the file (default: detected)': ['文件的编码（默认自己认）', '檔案的編碼（預設自己認）'],
  'Convert Markdown (a file or standard input) to the script and marks of an edition': [
    '把 Markdown（文件或标准输入）转成某个版本的字形和标点',
    '把 Markdown（檔案或標準輸入）轉成某個版本的字形和標點',
  ],
  '{ids}': ['{ids}', '{ids}'],
  'OpenCC only, without corrections': ['只用 OpenCC，不加订正', '只用 OpenCC，不加訂正'],
  'also use words of the region: 软件 → 軟體': ['也换成当地用词：软件 → 軟體', '也換成當地用詞：软件 → 軟體'],
  'names and terms in the form of the output': ['专名表，写成转换后的样子', '專名表，寫成轉換後的樣子'],
  'write the text and its doubtful spots as JSON': [
    '用 JSON 写出文字和存疑之处',
    '用 JSON 寫出文字和存疑之處',
  ],
  'Propose persons and places of an issue for its names.txt': [
    '列出一期里可能的人名和地名，供写入 names.txt',
    '列出一期裡可能的人名和地名，供寫入 names.txt',
  ],
  'edition for the form of the names (default: zh-Hant-TW; zh-Hans for a Traditional text)': [
    '专名采用哪个版本的写法（默认 zh-Hant-TW；繁体稿件默认 zh-Hans）',
    '專名採用哪個版本的寫法（預設 zh-Hant-TW；繁體稿件預設 zh-Hans）',
  ],
  'Exchange text with translators: XLIFF 2.1 or bilingual Markdown': [
    '与译者往来：XLIFF 2.1 或双语 Markdown',
    '與譯者往來：XLIFF 2.1 或雙語 Markdown',
  ],
  'Write the text to be translated, with existing translations': [
    '写出待译的文字，已有的译文一并写上',
    '寫出待譯的文字，已有的譯文一併寫上',
  ],
  'language of the translation': ['译成什么语言', '譯成什麼語言'],
  'xliff or markdown (default: both)': [
    'xliff 或 markdown（默认两样都写）',
    'xliff 或 markdown（預設兩樣都寫）',
  ],
  'folder for <issue>.<language>.xlf and .md (default: build/<issue>/)': [
    '放 <期>.<语言>.xlf 和 .md 的文件夹（默认 build/<期>/）',
    '放 <期>.<語言>.xlf 和 .md 的資料夾（預設 build/<期>/）',
  ],
  'Put a translator’s file beside the articles: <issue>/en/': [
    '把译者的文件放到文章旁边：<期>/en/',
    '把譯者的檔案放到文章旁邊：<期>/en/',
  ],
  'issue of the file (default: by the name of the file)': [
    '文件属于哪一期（默认看文件名）',
    '檔案屬於哪一期（預設看檔名）',
  ],
  'Print the JSON Schema of publication, issue, overrides or front-matter': [
    '写出 publication、issue、overrides 或 front-matter 的 JSON Schema',
    '寫出 publication、issue、overrides 或 front-matter 的 JSON Schema',
  ],
  'Print a script that completes commands in bash, zsh or fish': [
    '写出 bash、zsh 或 fish 的命令补全',
    '寫出 bash、zsh 或 fish 的命令補全',
  ],
  'Measure: the stages on the sample, or restore, convert, pages, scale …': [
    '测量：样稿的各道工序，或 restore、convert、pages、scale……',
    '測量：樣稿的各道工序，或 restore、convert、pages、scale……',
  ],
  'folder with sample/ and corpus/ (default: ../shared)': [
    '有 sample/ 和 corpus/ 的文件夹（默认 ../shared）',
    '有 sample/ 和 corpus/ 的資料夾（預設 ../shared）',
  ],
  'first seed of generated texts': ['生成文字的第一个种子', '產生文字的第一個種子'],
  'generated pages': ['生成多少版', '產生多少版'],
  'time limit of a peer for one book': ['别的工具排一本书的时限', '別的工具排一本書的時限'],
  'running time of the bench fuzz': ['fuzz 跑多少分钟', 'fuzz 跑多少分鐘'],
  'one book of the bench proof: plain, bilingual or readings': [
    'proof 的一本书：plain、bilingual 或 readings',
    'proof 的一本書：plain、bilingual 或 readings',
  ],
  'parts of the bench proof: cost, sheets, hidden, place, tags …': [
    'proof 的哪些部分：cost、sheets、hidden、place、tags……',
    'proof 的哪些部分：cost、sheets、hidden、place、tags……',
  ],
  'chongpai without its peers, in the benches pages and scale': [
    'pages 和 scale 里只测重排，不测别的工具',
    'pages 和 scale 裡只測重排，不測別的工具',
  ],
  'cases of each subject of the bench fuzz': ['fuzz 每一项试多少例', 'fuzz 每一項試多少例'],
  'a clone of pagedjs/pagedjs, for the bench specs': [
    'specs 要用的 pagedjs/pagedjs 副本',
    'specs 要用的 pagedjs/pagedjs 副本',
  ],
  'Write styles/fonts from the packages in a node_modules folder': [
    '由 node_modules 里的字体包写成 styles/fonts',
    '由 node_modules 裡的字型套件寫成 styles/fonts',
  ],
  'FILE is a text, a PDF, a DOCX, a saved web page, or a file of a text recognition (ALTO, hOCR, PAGE, JSON, TSV). Use - or no FILE to read standard input, or the folder of an issue to restore its manuscript again. Several files, or the texts of any other folder, are written each to a file of its own; with --json each to a line of standard output.':
    [
      'FILE 是文本、PDF、DOCX、存下的网页或文字识别的结果（ALTO、hOCR、PAGE、JSON、TSV）；写 - 或省略，就读标准输入；若是某期的文件夹，就重新校勘该期稿件。写了几个文件，或是别的文件夹，里面的文本就各写成一个文件；加 --json 则每个文本在标准输出占一行。',
      'FILE 是文字檔、PDF、DOCX、存下的網頁或文字辨識的結果（ALTO、hOCR、PAGE、JSON、TSV）；寫 - 或省略，就讀標準輸入；若是某期的資料夾，就重新校勘該期稿件。寫了幾個檔案，或是別的資料夾，裡面的文字檔就各寫成一個檔案；加 --json 則每個在標準輸出佔一行。',
    ],
  // Words of the help itself.
  'Usage:': ['用法：', '用法：'],
  'Options:': ['选项：', '選項：'],
  'Commands:': ['命令：', '命令：'],
  'display help for command': ['显示用法', '顯示用法'],
  '(chongpai --help lists the commands)': [
    '（chongpai --help 列出各条命令）',
    '（chongpai --help 列出各條命令）',
  ],
  '(add --help for help)': ['（加 --help 看用法）', '（加 --help 看用法）'],
};
