import type { FindingRule } from './finding.js';

/** A sentence in Simplified and in Traditional Chinese; the English one is the finding’s own, with all details. */
type Pair = readonly [hans: string, hant: string];

/** The kind of a fault, said of the place or the words before it, and its remedy. */
interface FindingWords {
  fault: Pair;
  remedy: Pair;
}

/** 处置: remedies that several kinds share. */
const sheet: Pair = ['撤掉样式表里造成它的规则，或重新生成。', '撤掉樣式表裡造成它的規則，或重新產生。'];
const again: Pair = [
  '重新生成；如果仍然这样，请把稿件和这条信息告诉我们。',
  '重新產生；如果仍然這樣，請把稿件和這條訊息告訴我們。',
];
const foreign: Pair = [
  '重新生成；这份文件做好之后被别的程序改过，不要再传给别人。',
  '重新產生；這份檔案做好之後被別的程式改過，不要再傳給別人。',
];
const room: Pair = [
  '给它留出地方：字号小些，加一处分页，或换大一些的开本。',
  '給它留出地方：字級小些，加一處分頁，或換大一些的開本。',
];
const font: Pair = [
  '给这个版本加上有这个字的字体，或换一种写法，再重新生成。',
  '給這個版本加上有這個字的字型，或換一種寫法，再重新產生。',
];

/** 校验用语: what an editor reads of each kind of finding. */
export const findingWords: Readonly<Record<FindingRule, FindingWords>> = {
  'type3-font': {
    fault: ['字体是 Type 3，文字不能放大、查找', '字型是 Type 3，文字不能放大、搜尋'],
    remedy: font,
  },
  'font-not-embedded': { fault: ['字体没有嵌入', '字型沒有嵌入'], remedy: font },
  'missing-unicode': { fault: ['字没有编码，查不到也读不出', '字沒有編碼，查不到也讀不出'], remedy: font },
  'wrong-unicode': { fault: ['字的编码与字形不符', '字的編碼與字形不符'], remedy: again },
  radical: { fault: ['是部首的编码，不是字', '是部首的編碼，不是字'], remedy: again },
  'missing-glyph': { fault: ['没有字体有这个字，印成方框', '沒有字型有這個字，印成方框'], remedy: font },
  'blank-glyph': { fault: ['印出来是空白', '印出來是空白'], remedy: font },
  'outside-page': { fault: ['出了纸边', '出了紙邊'], remedy: room },
  'outside-type-area': { fault: ['出了版心', '出了版心'], remedy: room },
  clipped: { fault: ['被裁掉一部分', '被裁掉一部分'], remedy: room },
  hidden: { fault: ['在纸上看不见，或看不清', '在紙上看不見，或看不清'], remedy: sheet },
  turned: { fault: ['被转向或镜像', '被轉向或鏡像'], remedy: sheet },
  size: { fault: ['大小与同一段的字不同', '大小與同一段的字不同'], remedy: sheet },
  covered: { fault: ['被别的东西盖住', '被別的東西蓋住'], remedy: sheet },
  'out-of-order': { fault: ['在纸上的次序与阅读次序不同', '在紙上的次序與閱讀次序不同'], remedy: sheet },
  'foreign-annotation': {
    fault: ['有不属于这本书的批注或表单', '有不屬於這本書的註解或表單'],
    remedy: foreign,
  },
  lost: { fault: ['稿件里有，纸上没有', '稿件裡有，紙上沒有'], remedy: again },
  doubled: { fault: ['多印了一遍', '多印了一遍'], remedy: again },
  wrong: { fault: ['印成了别的字', '印成了別的字'], remedy: again },
  swapped: { fault: ['与别的字换了位置', '與別的字換了位置'], remedy: again },
  stray: { fault: ['印在不该有的地方', '印在不該有的地方'], remedy: sheet },
  untagged: { fault: ['没有标签，读屏软件读不到', '沒有標籤，螢幕閱讀器讀不到'], remedy: again },
  tag: { fault: ['标签与稿件的结构不符', '標籤與稿件的結構不符'], remedy: again },
  joined: { fault: ['本该另起一行，却接在前面', '本該另起一行，卻接在前面'], remedy: sheet },
  blank: { fault: ['词间空格与稿件不同', '詞間空格與稿件不同'], remedy: sheet },
  reading: { fault: ['注音缺失、不同，或不在它的字旁', '注音缺失、不同，或不在它的字旁'], remedy: sheet },
  label: {
    fault: ['条目的编号缺失、不同，或不在条目前', '條目的編號缺失、不同，或不在條目前'],
    remedy: sheet,
  },
  note: { fault: ['脚注不在它的注号那一页，或位置不对', '腳註不在它的註號那一頁，或位置不對'], remedy: room },
  emphasis: { fault: ['强调在纸上看不出', '強調在紙上看不出'], remedy: sheet },
  'table-rule': { fault: ['表格的线没有印出', '表格的線沒有印出'], remedy: sheet },
  picture: { fault: ['图片缺失、多出、变形或看不清', '圖片缺失、多出、變形或看不清'], remedy: sheet },
  link: { fault: ['链接缺失，或指向别处', '連結缺失，或指向別處'], remedy: again },
  added: { fault: ['是稿件里没有的文字', '是稿件裡沒有的文字'], remedy: sheet },
  document: { fault: ['文件的属性与书不符', '檔案的屬性與書不符'], remedy: foreign },
  action: { fault: ['文件里有动作或脚本', '檔案裡有動作或指令碼'], remedy: foreign },
  'glyph-outline': { fault: ['字形不是这个版本的字体里的', '字形不是這個版本的字型裡的'], remedy: foreign },
  folio: { fault: ['页码缺失或不对', '頁碼缺失或不對'], remedy: again },
  'page-label': { fault: ['文件里的页号与印出的页码不同', '檔案裡的頁號與印出的頁碼不同'], remedy: again },
  'running-head': { fault: ['书眉缺失或不对', '書眉缺失或不對'], remedy: again },
  'page-reference': { fault: ['目录或参见的页码不对', '目錄或參見的頁碼不對'], remedy: again },
  outline: { fault: ['书签与标题不同', '書籤與標題不同'], remedy: again },
  'pdf-ua': { fault: ['不合无障碍标准（PDF/UA）', '不合無障礙標準（PDF/UA）'], remedy: again },
  press: { fault: ['付印文件与书不符', '付印檔案與書不符'], remedy: again },
  file: { fault: ['文件损坏', '檔案損壞'], remedy: again },
  more: {
    fault: ['还有同类的问题，没有逐条列出', '還有同類的問題，沒有逐條列出'],
    remedy: ['先改前面的几处，其余的往往随之消失。', '先改前面的幾處，其餘的往往隨之消失。'],
  },
};
