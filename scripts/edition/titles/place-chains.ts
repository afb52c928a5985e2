import { han } from '../../text/characters.js';

/** 民族, as they are named in 自治区, 自治州 and 自治县. */
const peoples =
  '蒙古族?|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族?|德昂族|保安族|裕固族|独龙族|鄂伦春族?|门巴族|珞巴族|基诺族|各族';

/** 恩施|土家族|苗族|自治州 */
const autonomous = new RegExp(`(?:${peoples})+自治[区州县旗]`, 'gu');
const people = new RegExp(peoples, 'gu');

/** 利川市|毛坝镇|夹壁村: between a district and what it holds, no word of the list counts. */
const township = new RegExp(
  `(?<=[${han}]{2}[市县区旗])(?![市县区旗]|.{0,3}(?:[各多个全些几每]|[城乡村小古集]镇|[城家返下回故同老进]乡))[${han}]{2,3}?(?:镇(?![压痛静定])|乡(?![村镇亲土愁情音贤野风])|街道)`,
  'gu',
);

/** A name of a place in a chain of such: from and to, and where it may part if no line holds it. */
export interface ChainedPlace {
  start: number;
  end: number;
  parts: number[];
}

/** A shorter name is never parted: a line of a narrow column holds so many characters. */
const longestWhole = 8;

/**
 * 区划: names of autonomous districts, and of towns behind their county, of which a word list makes other words.
 *
 * @param starts 1 where a word begins by the list.
 */
export function chainedPlaces(text: string, starts: Uint8Array): ChainedPlace[] {
  const found: ChainedPlace[] = [...text.matchAll(township)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
    parts: [],
  }));
  for (const { 0: name, index } of text.matchAll(autonomous)) {
    const word = [2, 3, 4].map((length) => index - length).find((at) => at >= 0 && starts[at] === 1);
    if (word === undefined) continue;
    // 黔|东南, where a list has only the second word.
    const start = text[word - 1] === '黔' ? word - 1 : word;
    const end = index + name.length;
    const peopleAt = [...name.matchAll(people)].map((one) => index + one.index);
    found.push({ start, end, parts: end - start > longestWhole ? peopleAt : [] });
  }
  return found;
}
