import type { RuleWords } from '../../article/words/rule-words.js';

/** Sentences about the rules of lines and structure. */
export const structureWords = {
  rejoin: {
    brief: ['此处接行还是分段', '此處接行還是分段', 'does the line go on, or does a paragraph end here'],
    reason: [
      '栏满而断行，文句未完。',
      '欄滿而斷行，文句未完。',
      'The column was full; the sentence continues.',
    ],
    asks: [
      '“{text}”：这一行接下一行，还是另起一段？',
      '「{text}」：這一行接下一行，還是另起一段？',
      '“{text}”: does the line go on, or does a paragraph end here?',
    ],
    remedy: ['选“接行”或“分段”。', '選「接行」或「分段」。', 'Choose to join or to split.'],
  },
  'join-phrases': {
    reason: [
      '标题转行，两行之间空一字。',
      '標題轉行，兩行之間空一字。',
      'A headline of several lines is one, with a space between its phrases.',
    ],
  },
  'keep-lines': {
    reason: [
      '诗和表格的行是原文的一部分。',
      '詩和表格的行是原文的一部分。',
      'The lines of verse and tables are part of the text.',
    ],
  },
  hyphenation: {
    reason: [
      '连字符只因断行而有。',
      '連字符只因斷行而有。',
      'The hyphen is there only because the line ended.',
    ],
  },
  replace: {
    brief: ['编者所改', '編者所改', 'changed by the editor'],
    reason: [
      '编辑改定的字，见 overrides.yaml。',
      '編輯改定的字，見 overrides.yaml。',
      'An editor corrected it: see overrides.yaml.',
    ],
  },
  fit: {
    brief: ['行长不合', '行長不合', 'lines that no measure explains'],
    reason: [
      '断行应与推得的行长相合。',
      '斷行應與推得的行長相合。',
      'Lines end where the inferred measure is full.',
    ],
    asks: [
      '这一来稿的断行与推得的行长多不相合',
      '這一來稿的斷行與推得的行長多不相合',
      'Most lines of this source do not end where the inferred measure is full',
    ],
    remedy: ['请细看分段。', '請細看分段。', 'Read its paragraphs with care.'],
  },
  interleaved: {
    brief: ['两栏的行交错', '兩欄的行交錯', 'lines of two columns alternate'],
    reason: [
      '两栏的行一行隔一行交错，逐行读不成文。',
      '兩欄的行一行隔一行交錯，逐行讀不成文。',
      'Lines of two columns alternate; read line by line they are no text.',
    ],
    asks: [
      '这一段像是两栏的行交错在一起',
      '這一段像是兩欄的行交錯在一起',
      'Here lines of two columns seem to alternate',
    ],
    remedy: [
      '请一栏一栏地复制，或交来 PDF、带坐标的识别结果再校。',
      '請一欄一欄地複製，或交來 PDF、帶座標的辨識結果再校。',
      'Copy it column by column, or bring the PDF or the recognition’s file with places.',
    ],
  },
  'attach-title': {
    brief: ['标题归属', '標題歸屬', 'whose headline it is'],
    reason: [
      '标题与文章的用词要有相同之处。',
      '標題與文章的用詞要有相同之處。',
      'A headline and its story have words in common.',
    ],
    asks: [
      '标题“{text}”与文章少有相同的词，归属没有把握',
      '標題「{text}」與文章少有相同的詞，歸屬沒有把握',
      '“{text}” has few words in common with its story; whose headline it is stays a guess',
    ],
    remedy: ['选它所属的文章。', '選它所屬的文章。', 'Choose its story.'],
  },
  'join-jumps': {
    brief: ['转版上下文', '轉版上下文', 'whether the two parts of the story belong together'],
    reason: [
      '转版的两部分由转版标记相认。',
      '轉版的兩部分由轉版標記相認。',
      'The parts of a story find each other by their jump lines.',
    ],
    asks: [
      '“{text}”：转版的另一部分没有找到，或用词不合',
      '「{text}」：轉版的另一部分沒有找到，或用詞不合',
      '“{text}”: the other part of this story is missing, or has other words',
    ],
    remedy: [
      '在 issue.yaml 里排定次序，或改稿件。',
      '在 issue.yaml 裡排定次序，或改稿件。',
      'Set the order in issue.yaml, or edit the manuscript.',
    ],
  },
  reset: {
    brief: ['行末与栏宽不合', '行末與欄寬不合', 'line ends that the column does not explain'],
    reason: [
      '按推定的行长重排，行尾应当相同。',
      '按推定的行長重排，行尾應當相同。',
      'Set again in the inferred measure, lines end where they did.',
    ],
    asks: [
      '重排后行尾多有不同：“{text}”',
      '重排後行尾多有不同：「{text}」',
      'Many lines end elsewhere when they are set again: “{text}”',
    ],
    remedy: [
      '对照“重排”一栏，查接行与分段。',
      '對照「重排」一欄，查接行與分段。',
      'Look at “Set again” and check its joins.',
    ],
  },
  override: {
    reason: [
      '定稿中的词句须在底本中恰好出现一次。',
      '定稿中的詞句須在底本中恰好出現一次。',
      'The words of an override must occur in the source exactly once.',
    ],
    asks: [
      'overrides.yaml 里有一条没有用上',
      'overrides.yaml 裡有一條沒有用上',
      'An entry of overrides.yaml was not applied',
    ],
    remedy: ['改它的词句，或删去这一条。', '改它的詞句，或刪去這一條。', 'Fix its words, or delete it.'],
  },
  'table-row': {
    reason: [
      '表格的各行应有一样多的格。',
      '表格的各列應有一樣多的格。',
      'All rows of a table have the same number of cells.',
    ],
    asks: [
      '“{text}”：这一行的格数与表格的其他行不同',
      '「{text}」：這一列的格數與表格的其他列不同',
      '“{text}” has another number of cells than the other rows of its table',
    ],
    remedy: ['照原版改稿件。', '照原版改稿件。', 'Correct the manuscript by the printed page.'],
  },
  columns: {
    reason: [
      '两栏并排，按栏间空白分开，先读左栏。',
      '兩欄並排，按欄間空白分開，先讀左欄。',
      'Two columns were side by side: they were cut at the gutter, and the left one is read first.',
    ],
    asks: ['“{text}”按栏分开了', '「{text}」按欄分開了', '“{text}” was cut into columns'],
    remedy: [
      '不该分的，在 overrides.yaml 里写 off: [columns]。',
      '不該分的，在 overrides.yaml 裡寫 off: [columns]。',
      'If this is wrong, write off: [columns] in overrides.yaml.',
    ],
  },
  intake: {
    reason: [
      '读入文件时有些内容没有当作正文。',
      '讀入檔案時有些內容沒有當作正文。',
      'Part of the file was not read as text.',
    ],
    asks: ['读入时略去了一些内容', '讀入時略去了一些內容', 'Part of the file was left out'],
    remedy: [
      '若是正文，把它写进 source.txt。',
      '若是正文，把它寫進 source.txt。',
      'If it is text, write it into source.txt.',
    ],
  },
} satisfies Record<string, RuleWords>;
