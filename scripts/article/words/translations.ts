import type { Sentence } from './sentence.js';

/** Sentences about translations, names and the command line. */
export const translations = {
  'unknown-date': [
    '日期“{1}”不对，应如 2025-02-26',
    '日期「{1}」不對，應如 2025-02-26',
    'Unexpected date "{1}", expected one such as 2025-02-26',
  ],
  'date-without-text': [
    '有日期而没有正文，要用 --text FILE 指明：样例自有日期',
    '有日期而沒有正文，要用 --text FILE 指明：樣例自有日期',
    'A date without a text, expected --text FILE: the sample has its own date',
  ],
  'missing-file-argument': [
    '缺少 FILE，要写文本文件的路径（或用 - 表示标准输入）',
    '缺少 FILE，要寫文字檔的路徑（或用 - 表示標準輸入）',
    'Missing FILE, expected the path of a text (or - for standard input)',
  ],
  'input-among-texts': [
    '- 是标准输入，不能与文件一起写',
    '- 是標準輸入，不能與檔案一起寫',
    'Unexpected - among files, expected it alone',
  ],
  'out-without-texts': [
    '--out 只用于文件：标准输入写到标准输出，一期写进它的文件夹',
    '--out 只用於檔案：標準輸入寫到標準輸出，一期寫進它的資料夾',
    'Unexpected --out, expected files: standard input is written to standard output, an issue into its folder',
  ],
  'out-with-json': [
    '--json 写到标准输出，不能与 --out 一起用',
    '--json 寫到標準輸出，不能與 --out 一起用',
    'Unexpected --out beside --json, which writes to standard output',
  ],
  'unknown-shard': [
    '分片“{1}”不对，应为 i/n，1 ≤ i ≤ n，如 2/8',
    '分片「{1}」不對，應為 i/n，1 ≤ i ≤ n，如 2/8',
    'Unexpected shard "{1}", expected i/n with 1 ≤ i ≤ n, such as 2/8',
  ],
  'other-issue-units': [
    '译好的 {1} 段没有一段属于 {2}；什么也没有改',
    '譯好的 {1} 段沒有一段屬於 {2}；什麼也沒有改',
    'None of the {1} translated segments belongs to {2}; nothing was changed',
  ],
  'name-exported-issue': [
    '用 --issue 指明它是从哪一期导出的。',
    '用 --issue 指明它是從哪一期匯出的。',
    'Name the issue that it was exported from with --issue.',
  ],
  'not-exchange-text': [
    '这不是 XLIFF 2，也不是 `chongpai translate export` 写出的 Markdown',
    '這不是 XLIFF 2，也不是 `chongpai translate export` 寫出的 Markdown',
    'Unexpected text, expected XLIFF 2 or the Markdown of `chongpai translate export`',
  ],
  'name-without-issue': [
    '文件名要以期名开头：{1}',
    '檔名要以期名開頭：{1}',
    'Unexpected file name, expected one that begins with an issue: {1}',
  ],
  'name-issue': ['或用 --issue 指明哪一期。', '或用 --issue 指明哪一期。', 'Or name the issue with --issue.'],
  'unknown-language': [
    '没有“{1}”这种语言，可用：{2}',
    '沒有「{1}」這種語言，可用：{2}',
    'Unexpected language "{1}", expected {2}',
  ],
  'unknown-format': [
    '没有“{1}”这种格式，可用：{2}',
    '沒有「{1}」這種格式，可用：{2}',
    'Unexpected format "{1}", expected one of {2}',
  ],
  'name-too-long': [
    '专名太长，至多 {1} 字；这一行没有采用',
    '專名太長，至多 {1} 字；這一行沒有採用',
    'Unexpected length of a name, expected at most {1} characters; the line is ignored',
  ],
  'half-a-name': [
    '等号一边是空的，或有两个等号；这一行没有采用',
    '等號一邊是空的，或有兩個等號；這一行沒有採用',
    'Missing a side of “=”, or a second “=”; the line is ignored',
  ],
  'write-both-sides': [
    '写“结果 = 原文”，原文相同就只写专名。',
    '寫「結果 = 原文」，原文相同就只寫專名。',
    'Write "output = source", or the name alone.',
  ],
  'edition-of-name': [
    '冒号前写版本，或只写专名；这一行没有采用。',
    '冒號前寫版本，或只寫專名；這一行沒有採用。',
    'Write an edition before the colon, or the name alone; the line is ignored.',
  ],
  'one-name-a-line': ['每行写一个专名。', '每行寫一個專名。', 'Write one name per line.'],
  'unused-name': [
    '专名 {1} 用不上：这一期里没有 {2}',
    '專名 {1} 用不上：這一期裡沒有 {2}',
    'Unexpected name {1}: {2} is nowhere in the issue',
  ],
  'write-name-as-in-text': [
    '照正文写（结果 = 原文），或删去这一行。',
    '照正文寫（結果 = 原文），或刪去這一行。',
    'Write it as it is in the text (output = source), or delete the line.',
  ],
  'names-of-characters': [
    'names.txt 里有 {1} 行只是定字，不是专名，会印进索引：{2} ……',
    'names.txt 裡有 {1} 行只是定字，不是專名，會印進索引：{2} ……',
    '{1} lines of names.txt choose the form of a character and name nothing; they would stand in the index: {2} …',
  ],
  'move-to-characters': [
    '在校样台上一键移走，或在 overrides.yaml 里写成 characters: [{character: 制, as: 製, in: 制造}]。',
    '在校樣臺上一鍵移走，或在 overrides.yaml 裡寫成 characters: [{character: 制, as: 製, in: 制造}]。',
    'Move them at the proof desk, or write them in overrides.yaml: characters: [{character: 制, as: 製, in: 制造}].',
  ],
  'unused-character': [
    '定字 {1} 用不上：这一期里没有 {2}',
    '定字 {1} 用不上：這一期裡沒有 {2}',
    'Unexpected decision about {1}: {2} is nowhere in the issue',
  ],
  'delete-character': [
    '改 overrides.yaml 里的 characters:，或删去这个词。',
    '改 overrides.yaml 裡的 characters:，或刪去這個詞。',
    'Correct it under characters: in overrides.yaml, or delete the word.',
  ],
  'no-translation-of': ['{1} 没有译文', '{1} 沒有譯文', 'There is no translation of {1}'],
  'set-without': [
    '这一篇没有对照，照排。',
    '這一篇沒有對照，照排。',
    'The article is set without a translation.',
  ],
  'translation-without-article': [
    '译文 {1}.md 没有对应的稿件 {2}',
    '譯文 {1}.md 沒有對應的稿件 {2}',
    'Unexpected translation {1}.md: the issue has no article {2}',
  ],
  'save-xliff-2': [
    '让翻译软件存成 XLIFF 2，即导出时的格式。',
    '讓翻譯軟體存成 XLIFF 2，即匯出時的格式。',
    'Let the translator’s tool save XLIFF 2, the format of the export.',
  ],
  'no-target-language': [
    '没有写明译文的语言，<xliff> 里要有 trgLang="en"',
    '沒有寫明譯文的語言，<xliff> 裡要有 trgLang="en"',
    'Missing the language of the translation, expected trgLang="en" in <xliff>',
  ],
  'no-xml': ['XML 有误：{1}', 'XML 有誤：{1}', 'Not valid XML: {1}'],
  'not-xliff-2': [
    '这是 <{1} version="{2}">，要的是 XLIFF 2.0 或 2.1',
    '這是 <{1} version="{2}">，要的是 XLIFF 2.0 或 2.1',
    'Unexpected <{1} version="{2}">, expected XLIFF 2.0 or 2.1',
  ],
  'name-in-other-script': [
    '专名 {1} 写的是简体，{2} 版要繁体',
    '專名 {1} 寫的是簡體，{2} 版要繁體',
    'Unexpected Simplified {1}, expected the form of {2}',
  ],
  'write-name-in-script': [
    '照 {1} 版的字形写；原文不同，写“结果 = 原文”。',
    '照 {1} 版的字形寫；原文不同，寫「結果 = 原文」。',
    'Write it as {1} prints it, and "output = source" where the source has other characters.',
  ],
  'name-in-two-forms': [
    '{2} 在这里是 {1}，第 {4} 行却是 {3}',
    '{2} 在這裡是 {1}，第 {4} 行卻是 {3}',
    'Unexpected {1} for {2}, expected {3} as in line {4}',
  ],
  'keep-one-name': [
    '留一行，或写明各属哪个版本（“zh-Hant-TW: {1}”）。',
    '留一行，或寫明各屬哪個版本（「zh-Hant-TW: {1}」）。',
    'Keep one of the two lines, or name the edition of each ("zh-Hant-TW: {1}").',
  ],
  'reading-length': [
    '{2} 有 {1} 个音节，应有 {3} 个',
    '{2} 有 {1} 個音節，應有 {3} 個',
    'Unexpected {1} syllables for {2}, expected {3}',
  ],
  'write-syllables': [
    '一字一个音节，标声调：pinyin: 单于 = chán yú',
    '一字一個音節，標聲調：pinyin: 單于 = chán yú',
    'Write one syllable for each character, with its tone mark: pinyin: 单于 = chán yú',
  ],
  'unknown-bench': [
    '没有“{1}”这项测量，可用：{2}',
    '沒有「{1}」這項測量，可用：{2}',
    'Unexpected bench "{1}", expected one of {2}',
  ],
  'no-bench-data': [
    '这个文件夹里没有 sample/',
    '這個資料夾裡沒有 sample/',
    'There is no sample/ in this folder',
  ],
  'bench-needs-data': [
    '这一项要量别人的文字，仓库里没有：{1}',
    '這一項要量別人的文字，儲存庫裡沒有：{1}',
    'This bench measures other people’s texts, which the repository does not hold: {1}',
  ],
  'own-bench-data': [
    '没有 --data：用仓库自己的样张，句子打散重组；要量别人文字的几项从略。',
    '沒有 --data：用儲存庫自己的樣張，句子打散重組；要量別人文字的幾項從略。',
    'Without --data, texts are made of the sample’s own sentences; what measures other people’s texts is left out.',
  ],
  'name-bench-data': [
    '用 --data 指明放着 sample/ 和 corpus/ 的文件夹。',
    '用 --data 指明放著 sample/ 和 corpus/ 的資料夾。',
    'Name the folder that holds sample/ and corpus/ with --data.',
  ],
  became: [
    '“{1}”转成“{2}”，或应是“{3}”：…{4}…',
    '「{1}」轉成「{2}」，或應是「{3}」：…{4}…',
    '{1} became {2}, it may be {3}: …{4}…',
  ],
  'decide-in-names': [
    '在 overrides.yaml 里定字：characters: [{character: 制, as: 製, in: 制造}]；是专名就写进 names.txt。',
    '在 overrides.yaml 裡定字：characters: [{character: 制, as: 製, in: 制造}]；是專名就寫進 names.txt。',
    'Settle it in overrides.yaml: characters: [{character: 制, as: 製, in: 制造}]; a name goes into names.txt.',
  ],
  'quote-alone': [
    '“{1}”没有与之成对的一半：…{2}…',
    '「{1}」沒有與之成對的一半：…{2}…',
    'Unexpected {1} without its partner: …{2}…',
  ],
  misprint: [
    '繁体稿里的“{1}”可能应作“{2}”：…{3}…',
    '繁體稿裡的「{1}」可能應作「{2}」：…{3}…',
    'Unexpected {1} in Traditional text, it may be {2}: …{3}…',
  ],
  'mixed-scripts': [
    '一段里简繁混用：{1}…',
    '一段裡簡繁混用：{1}…',
    'Simplified and Traditional in one paragraph: {1}…',
  ],
  'two-forms': [
    '专名表里“{1}”有两种写法，取了“{2}”',
    '專名表裡「{1}」有兩種寫法，取了「{2}」',
    '{1} has two forms in the names, {2} was taken',
  ],
  'became-often': [
    '“{1}”转成“{2}”，或应是“{3}”：…{4}…（{5} 处）',
    '「{1}」轉成「{2}」，或應是「{3}」：…{4}…（{5} 處）',
    '{1} became {2}, it may be {3}: …{4}… ({5} times)',
  ],
} as const satisfies Record<string, Sentence>;
