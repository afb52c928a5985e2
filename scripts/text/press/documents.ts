import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { chineseNumerals } from './words.js';

const name = pattern(
  'u',
)`^[^，。；！？：]*(?:通知|公告|通告|公示|启事|声明|倡议书|[^来回]信|讣告|邀请函|[ ]函|的函|令|意见|通报|决定|办法|条例|[志书史录]卷[${chineseNumerals}\d]{1,3})$`;

/** 公文与书信: whether a line names a document, as its title does: 感谢信, 某县政府　函, 关于…的通知, 某县志卷一. */
export const namesDocument = (text: string) => text.length <= 48 && name.test(foldLine(text.trim()));

/** 此致, 敬礼: how a letter closes. */
export const isClosing = (text: string) =>
  text.length <= 10 &&
  /^(?:此致|敬礼|谨启|顺颂|特此|专此|谨此|泣告|泣启|哀启|叩首|敬上)/u.test(foldLine(text.trim()));

const number = pattern('u')`^[${han}]{2,14}[〔（【\[]\d{4}[〕）】\]] *(?:第? *\d{1,5} *号|\d{1,5})$`;

/** 发文字号: 青政办发〔2024〕17号, alone on its line below a document's name; never part of a title. */
export const isDocumentNumber = (text: string) => text.length <= 32 && number.test(foldLine(text.trim()));

/** 村主任：王德福　会计：柳玉梅: true for fields of a form beside each other. */
export const areFields = (text: string) =>
  text.length <= 64 &&
  /^[^，。：]{1,8}：[^ ，。：]{1,12}(?: +[^，。： ]{1,10}：[^，。：]{1,16})+$/u.test(foldLine(text));
