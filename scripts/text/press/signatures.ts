import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';

const closing = pattern(
  'u',
)`^[${han}·、 ]{2,18}(?:[谨敬同拜泣手叩肃哀]启|(?<=[${han}]{2})启|[谨敬拜](?:识|白|告|订|上|志|记|约|贺|挽|悼|具|复)|鞠躬|顿首|叩首|泣叩|同叩)$`;
const officer = pattern(
  'u',
)`^[${han}]{0,12}(?:[省市县区镇乡村局部厅院校处科里所社会董事]长|书记|主席|主任|总理|委员长|校监|总经理) +[${han}] ?[${han}]{1,3}$`;

const kin = pattern('u')`^(?:愚|小)?(?:儿|女儿|弟|兄|妹|姐|友|学生|战友|你的[${han}]{1,3}) +[${han}]{1,3}$`;

/** 落款: how a notice, a letter or an order is signed: 葉開泰參號謹啓, 前街劉子明鞠躬, 鄉長　劉淳熙. */
export const isSignature = (text: string): boolean => {
  if (text.length > 24) return false;
  const folded = foldLine(text.trim());
  return closing.test(folded) || officer.test(folded) || kin.test(folded);
};

/** 县长　郭志明 over a speech, or under an order. */
export const isOfficer = (text: string) => text.length <= 24 && officer.test(foldLine(text.trim()));
