import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { chineseNumerals } from './words.js';

const name = pattern(
  'u',
)`^[^，。；！？：]*(?:通知|公告|通告|公示|启事|声明|倡议书|[^来回]信|讣告|邀请函|[ ]函|的函|复函|批复|请示|令|意见|通报|决定|办法|条例|[志书史录]卷[${chineseNumerals}\d]{1,3})$`;

/** 公文与书信: whether a line names a document, as its title does: 感谢信, 某县政府　函, 关于…的通知, 某县志卷一. */
export const namesDocument = (text: string) => text.length <= 48 && name.test(foldLine(text.trim()));

/** 出席：…, 分送：…: what minutes and documents say around their text. */
export const isRecordField = (text: string) =>
  /^(?:出席|列席|请假|缺席|记录|主持|主持人|参会|参加|出席人员|列席人员|参加人员|会议(?:时间|地点|主题)|主送|抄送|分送|报送|发送|印发|发件人|收件人|主题|邮件主题|发送时间)：/u.test(
    foldLine(text),
  );

/** 柳建业　敬撰, 岁次丙午仲春　吉日: how a preface or an inscription is signed. */
export const isInscription = (text: string) =>
  text.length <= 36 && !/[，。；！？]/u.test(text) && inscription.test(foldLine(text.trim()));
const inscription =
  /(?: (?:[敬谨拜手]?[撰识书题序述记跋]|敬上|顿首|叩首|[谨敬同拜泣]启|[谨敬]订|谨上|敬约|鞠躬)|^\p{sc=Han}{3,8}撰文$|^\p{sc=Han}{3,10}(?:书丹|篆额|镌字|勒石|刻石|立石)$|[吉谷榖]旦|吉日|敬撰|谨撰|谨识|谨序|敬题|拜撰)$|岁次.{2}/u;

/** 此致, 敬礼: how a letter closes. */
export const isClosing = (text: string) =>
  text.length <= 10 &&
  /^(?:此致|敬礼(?![，、].)|敬祝|即颂|顺祝|祝好|谨启|顺颂|特此|专此|谨此|泣告|泣启|哀启|叩首|敬上)/u.test(
    foldLine(text.trim()),
  );

const number = pattern(
  'u',
)`^(?:[${han}]{0,14}[〔（【\[]\d{4}[〕）】\]] *(?:第? *\d{1,5} *[号期]|\d{1,5})|[${han}]{1,8}字第? *[${chineseNumerals}\d]{1,6} *号|（\d{4}）[${han}]{1,2}\d{0,4}[${han}]{1,4}\d{1,6}号|（第 *[${chineseNumerals}\d]{1,4} *[次号期]）)$`;

/** 发文字号: 青政办发〔2024〕17号, alone on its line below a document's name; never part of a title. */
export const isDocumentNumber = (text: string) => {
  const folded = text.length <= 32 ? foldLine(text.trim()) : '';
  return /[号）】〕]/u.test(folded) && number.test(folded);
};

/** 村主任：王德福　会计：柳玉梅: true for fields of a form beside each other. */
export const areFields = (text: string) =>
  text.length <= 64 &&
  /^[^，。：]{1,8}：[^ ，。：]{1,12}(?: +[^，。： ]{1,10}：[^，。：]{1,16})+$/u.test(
    foldLine(text).replace(/(?<=\d)，(?=\d{3})/gu, ''),
  );

/** 附发整编办法一份, 附件：1. 统计表: what is sent with a document. */
export const isEnclosure = (text: string) =>
  text.length <= 40 &&
  /^(?:计?附[发送件]?[^，。：]{2,24}[份件册张纸页本]|附件[：:].{1,30})$/u.test(foldLine(text.trim()));
