import { han } from '../characters.js';
import { foldLine } from '../fold.js';
import { pattern } from '../pattern.js';
import { isImprint, isNameplate, isPageAlone } from './imprint.js';
import { column, columnEnd, numeral } from './words.js';

/** Names of bulletins, school papers and local magazines end so, besides 日报 and the like. */
const bulletin =
  '(?:报|刊|通讯|简讯|快讯|简报|通报|公报|会讯|校讯|社讯|动态|文摘|园地|之窗|之声|之友|专刊|特刊|增刊|村务公开|政务公开|公开栏|公告栏|信息|之家|杂志|家讯|周刊|月刊|季刊|半月刊)';
const paperName = pattern('u')`^《?[${han}A-Za-z0-9· ]{1,16}${bulletin}》?(?: +[A-Z][A-Z &’'-]{3,30})?$`;
const issue = pattern(
  'u',
)`(?:总?第|创刊|复刊)(?:第)? ?[${numeral.slice(1, -1)}万]{1,8} ?[期号]|创刊号|试刊|${numeral}{2,4}年(?:第?${numeral}{1,3}[期号]|第?[一二三四1-4]季度?|[春夏秋冬]季?[刊号]|第?${numeral}{1,2}月[刊号])|${numeral}日 +第?${numeral}{1,3}版`;
const date = `(?:公元|民国|中华民国|佛历|西元|主历|黄帝纪元)?${numeral}{2,4}年(?:第?[一二三四1-4]季度?|[春夏秋冬]季?|${numeral}{1,3}月(?:${numeral}{1,3}日)?)?(?:出版|编印|印)?`;
const head = [
  date,
  '(?:星期|礼拜|周)[一二三四五六日天]',
  '(?:农历|夏历).{3,12}',
  `(?:(?:总|总第|第|创刊|复刊|创刊第|复刊第) ?${numeral}{1,6} ?[期号]?|${numeral}{4}年第?${numeral}{1,3}[期号])(?: ?（?总第? ?${numeral}{1,6} ?[期号]）?)?`,
  `（?总第? ?[${numeral.slice(1, -1)}万]{1,8} ?[期号]）?`,
  `第[${numeral.slice(1, -1)}万]{1,8}[期号]`,
  '(?:创|试|复)刊号?',
  `第${numeral}{1,4}[卷辑](?: *第${numeral}{1,4}期)?`,
  'Vol\\.? ?\\d+(?:[ ，,]*No\\.? ?\\d+)?',
  'No\\.? ?\\d+',
  '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*[.,]? ?\\d{4}',
  `第?${numeral}{1,3}版`,
  `[${han}]{2,4}版`,
  '[A-Z]{2,}',
  `[本今][期日刊](?:共|出纸)?${numeral}{1,3}大?[版页张]`,
  '(?:电话|热线|新闻热线|电子邮箱|邮箱)：?[\\w@.—-]+',
  `[${han}]{2,20}(?:编印|主办|合办|主编|主管|编辑出版|出版|发行|承办|协办|印行|编|印|机关[报刊]|会刊|社刊)`,
  `[${han}]{0,12}内部(?:刊物|资料|交流|发行)`,
  '(?:注意|妥善)保[存管]|请勿外传|仅供参考|欢迎(?:投稿|赐稿)|免费赠阅|赠阅',
  `[${han}]{0,6}天气：?[^，。]{1,12}|气温.{2,12}|[晴阴多小中大阵雷]{1,3}[云雨雪]?(?:转[晴阴多小中大阵雷]{1,3}[云雨雪]?)?|(?:最高|最低)?气温?-?\\d{1,2}.{0,8}`,
  `(?:零售|定价|订价|售价|每[份期])[^，。]{0,8}[\\d${numeral.slice(1, -1)}.]+[元角分文]`,
  `(?:国内|国外)?(?:代号|邮发代号|刊号|统一刊号|连续出版物号|国内统一连续出版物号)：?[A-Z\\d—/-]*|CN[\\d—/-]+|ISSN.{0,12}`,
  '（?内部(?:资料|刊物|交流|发行).{0,12}',
  '（?(?:免费|内部)(?:赠阅|交流|取阅).{0,8}',
].join('|');
const headPart = pattern('u')`^(?:${head}|${bulletin})$`;
const staff =
  '(?:主[办管编]|承办|协办|合办|责任?编辑?|编辑|副主编|主笔|发行人?|出版|印刷|编印|社长|总编辑?|名誉社长|顾问|版式|版面|校对|美编|美术编辑|摄影|刊头题[字写]|题字|社?址|地址|电话|邮编|邮箱|网址|准印证|策划|监制|印数|指导(?:教师|老师)?|值班编委|视觉设计|组版|审读|本期(?:编辑|责编|执编)|执行(?:主编|编辑)|编委)';
const staffField = pattern('u')`^${staff}(?:单位|部门|者|人|号|会)?：`;

/** 大埔浸信会　2026年12月号家讯: who publishes, the issue, and what it is called. */
const titledIssue = pattern(
  'u',
)`^[${han}]{2,12} *(?:${numeral}{2,4}年(?:${numeral}{1,2}月[号刊]?|第?${numeral}{1,3}[期号]|[春夏秋冬]季?[刊号]?)|(?:总?第)${numeral}{1,4}[期号]) *${bulletin}?$`;
const latinTitle = /^[A-Z][A-Za-z&'’.-]*(?: [A-Za-z&'’.-]+){0,7}$/u;

const columnName = pattern(
  'u',
)`^[【《■]? *(?:${column}|[${han}]{2,4}(?:${columnEnd})|[${han}\d]{2,10}(?:综述|前瞻|述评|盘点))(?: *[A-Z][A-Za-z]{2,}(?: [A-Z]?[A-Za-z]+){0,3})?[】》]?$`;
/** 封面故事: true for what papers call a column. */
export const isColumnName = (text: string) => text.length <= 24 && columnName.test(foldLine(text.trim()));

/** Christmas Special, Tai Po Baptist Church Newsletter: true for a title in Latin letters. */
export const isLatinTitle = (text: string) => text.length <= 48 && latinTitle.test(text.trim());

/** 长篇小说连载: true for a column that is named after what its pieces are; their titles may be shorter. */
export const namesGenre = (text: string) =>
  isColumnName(text) && /(?:小说|连载|选载|评书|散文|诗歌|童话|寓言|报告文学)$/u.test(foldLine(text.trim()));

/** 报名: true for a line that may be the name of a paper, a bulletin or a magazine. */
export const isPaperName = (text: string) =>
  text.length <= 44 && paperName.test(foldLine(text.trim())) && !/机关[报刊]$|機關[報刊]$/u.test(text);

/** 期号: true if a line names the issue: 第18期, 2026年第三季度. */
export const namesIssue = (text: string) => text.length <= 64 && issue.test(foldLine(text));

const day = pattern('u')`${numeral}{2,4} ?[年./-] ?${numeral}{1,3} ?[月./-] ?${numeral}{1,3}`;
/** True if a line has a whole date. */
export const namesDay = (text: string) => text.length <= 80 && day.test(foldLine(text));

/**
 * 报头: true for a line that stands under a paper's name at the head of a page: issue, date, publisher and editors, in
 * any order. Elsewhere the same words may be text: the organisers under a notice.
 */
export function isMastheadLine(text: string): boolean {
  if (text.length > 80) return false;
  const folded = foldLine(text.trim());
  if (isImprint(text) || (text.length <= 32 && titledIssue.test(folded))) return true;
  return unknownParts(partsOf(text)).length === 0;
}

/**
 * 书眉: true for the head of a page anywhere in a file: its number with the paper's name, or the day with more of what a
 * masthead has; one short word more may name the section.
 */
export function isPageHead(text: string): boolean {
  if (text.length > 80 || !/\u3000| {2}|[|｜（(【]/u.test(text) || !/\d|[版页頁报報]/u.test(text))
    return false;
  const parts = partsOf(text);
  if (parts.length < 2) return false;
  const others = unknownParts(parts);
  const hasPage = parts.some(isPageAlone);
  const hasPaper = parts.some((part) => isPaperName(part) || isNameplate(part.replaceAll(' ', '')));
  if (others.length === 0 && hasPage && hasPaper) return true;
  const isSection = others.length === 0 || (others.length === 1 && hasPage && others[0]!.length <= 5);
  return isSection && parts.length > 2 && namesDay(text) && (hasPage || hasPaper);
}

/** The parts of a line between wide blanks and in brackets: （星期二）, 【A1版：头版】; 青　禾　报 is one. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let isSpread = false;
  for (const part of text.replace(/[（）()【】［］]/gu, '\u3000\u3000').split(/(\u3000+| {2,}|[|｜])/u)) {
    const word = foldLine(part).trim();
    if (word === '' || word === '|') continue;
    const isOne = word.length === 1;
    if (isOne && isSpread) parts.push(parts.pop()! + word);
    else parts.push(word);
    isSpread = isOne;
  }
  return parts;
}

/** The parts that no masthead has. */
function unknownParts(parts: readonly string[]): string[] {
  let isField = false;
  const isPart = (part: string) => {
    if (staffField.test(part)) isField = true;
    // What follows a field belongs to it: 发行人：里长 吴振荣.
    return isField || headPart.test(part) || isImprint(part) || isPaperName(part) || isNameplate(part);
  };
  return parts.filter(
    (part) => !isPart(part.replaceAll(' ', '')) && !part.split(' ').every(isPart) && !isPart(part),
  );
}
