import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { hasSurname } from './surnames.js';

const closing = pattern(
  'u',
)`^[${han}·、 ]{2,18}(?:[谨敬同拜泣手叩肃哀]启|[号社会店行局部处所堂馆校院厂司]启|[谨敬拜](?:识|白|告|订|上|志|约|贺|挽|悼|具|复)|(?<!^.*[向为给三深].*)鞠躬|顿首|叩首|泣叩|同叩)$`;
/** 張壽亭啓; 大幕开启 is a headline. */
const nameAndOpening = pattern('u')`^([${han}]{2,4})启$`;
const officer = pattern(
  'u',
)`^[${han}]{0,12}(?:[省市县区镇乡村局部厅院校处科里所社会董事]长|书记|主席|主任|总理|委员长|校监|总经理) +([${han}] ?[${han}]{1,3})$`;
const kin = pattern('u')`^(?:儿|女儿|愚[弟兄妹姐]|小[弟妹]|你的[${han}]{1,3}) +[${han}]{1,3}$`;

/** 落款: how a notice, a letter or an order is signed: 葉開泰參號謹啓, 前街劉子明鞠躬, 鄉長　劉淳熙, 儿　德胜. */
export const isSignature = (text: string): boolean => {
  if (text.length > 24) return false;
  const folded = foldLine(text.trim());
  const name = nameAndOpening.exec(folded)?.[1];
  return (
    closing.test(folded) ||
    (name !== undefined && hasSurname(name) && !/[开重再]$/u.test(name)) ||
    isOfficer(text) ||
    kin.test(folded)
  );
};

/** 县长　郭志明 over a speech, or under an order. */
export const isOfficer = (text: string): boolean => {
  const name = text.length <= 24 ? officer.exec(foldLine(text.trim()))?.[1] : undefined;
  return name !== undefined && hasSurname(name.replace(' ', ''));
};
