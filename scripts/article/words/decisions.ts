import type { Sentence } from './sentence.js';

/** Sentences about decisions at the desk. */
export const decisions = {
  'issue-exists': ['已经有“{1}”这一期', '已經有「{1}」這一期', 'The issue "{1}" already exists'],
  'rename-file': ['给文件换个名字。', '給檔案換個名字。', 'Give the file another name.'],
  'too-large-request': ['至多 {1} KB', '至多 {1} KB', 'Unexpected size, expected at most {1} KB'],
  'source-changed': ['你看过之后底本变了', '你看過之後底本變了', 'The source has changed since you looked'],
  'look-again': ['再看一遍，再定。', '再看一遍，再定。', 'Look again, then decide.'],
  'words-repeated': [
    '这些词在底本里出现几次，不能用来指明位置',
    '這些詞在底本裡出現幾次，不能用來指明位置',
    'These words occur several times in the source, so no decision can name their place',
  ],
  'change-manuscript': ['改稿件。', '改稿件。', 'Change the manuscript itself.'],
  'name-with-blanks': ['专名不能有空格', '專名不能有空格', 'Unexpected name, expected a word without blanks'],
  'name-with-breaks': [
    '这里只能写一行',
    '這裡只能寫一行',
    'Unexpected line break, expected words on one line',
  ],
  'place-outside': ['位置不在底本里', '位置不在底本裡', 'Unexpected place, expected one in the source'],
  'unknown-role': ['没有这种角色', '沒有這種角色', 'Unexpected role'],
  'no-notebook': [
    '校样台的记录读不懂',
    '校樣臺的記錄讀不懂',
    'Unexpected content, expected the record of the proof desk',
  ],
  'mend-or-delete': [
    '用 git 恢复，或删去：决定本身在 overrides.yaml 里。',
    '用 git 恢復，或刪去：決定本身在 overrides.yaml 裡。',
    'Restore it with git, or delete it: the decisions themselves are in overrides.yaml.',
  ],
  'passage-gone': [
    '稿件里没有这一段了',
    '稿件裡沒有這一段了',
    'The manuscript does not have this passage any more',
  ],
  'markup-between': [
    '这几个字之间有标记，不能在这里改',
    '這幾個字之間有標記，不能在這裡改',
    'Markup stands between these characters, so they cannot be changed here',
  ],
  'edit-file': ['在稿件里改。', '在稿件裡改。', 'Change them in the file.'],
  'nothing-to-undo': ['没有可撤销的', '沒有可復原的', 'There is nothing to undo'],
  'unknown-decision': ['没有这种决定', '沒有這種決定', 'Unexpected kind of decision'],
  'link-outside': [
    '链接 {1} 通向出版物之外',
    '連結 {1} 通向出版物之外',
    'Unexpected link {1}, expected files of the publication itself',
  ],
  'copy-instead': [
    '把文件复制过来，代替链接。',
    '把檔案複製過來，代替連結。',
    'Put a copy of the file in its place.',
  ],
} as const satisfies Record<string, Sentence>;
