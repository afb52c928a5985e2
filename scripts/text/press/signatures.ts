import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { hasSurname } from './surnames.js';
import { chineseNumerals } from './words.js';

const closing = pattern(
  'u',
)`^[${han}·、 ]{2,18}(?:[谨敬同拜泣手叩肃哀]启|[号社会店行局部处所堂馆校院厂司庄栈楼铺轩斋记阁坊园房]启|[谨敬拜](?:识|白|告|订|上|志|约|贺|挽|悼|具|复)|(?<!^.*[向为给三深].*)鞠躬|顿首|叩首|泣叩|同叩)$`;
/** 張壽亭啓; 大幕开启 is a headline. */
const nameAndOpening = pattern('u')`^([${han}]{2,4})启$`;
const officer = pattern(
  'u',
)`^[${han}]{0,12}(?:[省市县区镇乡村局部厅院校处科里所社会董事]长|书记|主席|主任|总理|委员长|校监|总经理) +([${han}] ?[${han}]{1,3})$`;
/** 书记员　马小燕, 律师沈子衡: officers of a court, and whoever gives notice in another's name. */
const ofCourt = pattern(
  'u',
)`^(?:审判[长员]|代理审判员|人民陪审员|法官助理|书记员|公证员|仲裁员|会计师|律师) *([${han}] ?[${han}]{1,3})$`;
/** 读者　楚立新, 荃湾街坊　黎炳; 阳光小区　一业主 names nobody. */
const person = '(?:读者|网友|市民|群众|学生|家长|居民|村民|业主|住户|街坊|乘客|顾客|用户|职工|听众|观众)';
const reader = pattern(
  'u',
)`^(?:[${han}]{0,8}${person} +[${han}]{2,4}|[${han}]{2,12} +(?:[一众]|[几数]名|部分|热心)${person})$`;
/** 事务所上海白克路三百号: a line that ends with the number of a house. */
const address = pattern(
  'u',
)`^[${han}]{2,16}[路街巷弄里道][${chineseNumerals}廿卅\d]{1,5}号(?:[${han}\d]{0,6}[楼室])?$`;
const kin = pattern('u')`^(?:儿|女儿|愚[弟兄妹姐]|小[弟妹]|你的[${han}]{1,3}) +[${han}]{1,3}$`;

/**
 * 落款: how a notice, a letter, an order or a judgment is signed: 葉開泰參號謹啓, 前街劉子明鞠躬, 鄉長　劉淳熙,
 * 书记员　马小燕, 儿　德胜.
 */
export const isSignature = (text: string): boolean => {
  if (text.length > 24) return false;
  const folded = foldLine(text.trim());
  const name = nameAndOpening.exec(folded)?.[1];
  return (
    closing.test(folded) ||
    (name !== undefined && hasSurname(name) && !/[开重再]$/u.test(name)) ||
    isOfficer(text) ||
    kin.test(folded) ||
    reader.test(folded) ||
    address.test(folded)
  );
};

/** 读者　楚立新 under a letter. */
export const isReader = (text: string): boolean => text.length <= 24 && reader.test(foldLine(text.trim()));

/** 县长　郭志明 over a speech, or under an order. */
export const isOfficer = (text: string): boolean => {
  const folded = text.length <= 24 ? foldLine(text.trim()) : '';
  const name = (officer.exec(folded) ?? ofCourt.exec(folded))?.[1];
  return name !== undefined && hasSurname(name.replace(' ', ''));
};
