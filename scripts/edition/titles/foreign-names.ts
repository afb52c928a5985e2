import { phraseStarts } from './phrase-starts.js';

/** 译音用字: characters that transcribe names (tables of 《世界人名翻译大辞典》, and those of Uyghur names). */
const letters =
  '古阿埃艾安昂奥澳巴白班邦包鲍保贝本比别宾波伯博勃布查达戴丹道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯夫弗福甫富盖甘冈高戈格根古哈海汉豪赫亨洪侯胡华怀霍基吉加贾简杰捷金津京喀卡凯坎康考柯科克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷里理利立莉丽琳林龙隆卢鲁路伦罗洛吕马玛麦迈曼芒毛梅门蒙孟米密明莫默姆木穆娜拿纳乃奈南内嫩能尼年涅宁牛纽农努诺欧帕潘庞佩彭皮平珀普奇齐契恰乔切钦琼丘屈热日荣瑞若萨塞赛桑瑟森沙莎珊尚绍舍申圣施什史斯丝松苏索所塔泰坦汤唐陶特滕提图土吐托陀瓦万旺威韦维魏温翁沃乌武西希锡夏香肖谢辛欣休许雅亚延扬叶耶伊依易因英永尤于玉约泽扎詹珍朱兹茨祖佐卓济合都娅妮素逊力江买汗肉孜黛歇怡蕾露连焦让雪桂葛邱静碧薇芙芭蓓萝茜娃妲姬婕琪璐聂狄珂窦纪缅缪罕耐舒谟贡郎铁闵霞额涛滋尧顺赤';
const fullName = new RegExp(`[${letters}]{1,9}(?:[·・‧][${letters}]{1,10})+`, 'gu');
const dot = /[·・‧]/gu;

/** Verbs that begin with such a character, behind a name: 来我市, 达成. */
const verbs =
  /^(?:来[我华访到京省市县中港澳]|到[访任]|达[成到]|提[出名议]|当[选地]|特[别意]|因[病涉]|于\d|能否|所[言说])/u;

/** 秘书长|古特雷斯: a name without a point, behind a title. */
const announcedName = new RegExp(
  `(?<=总统|总理|首相|外长|防长|财长|秘书长|主席|国王|总干事|大使|议长|总裁|行长|教练|将军|部长|议员|总监)[${letters}]{3,7}`,
  'gu',
);

/** A name with a point between its parts. */
export interface ForeignName {
  start: number;
  end: number;
  /** Behind its points. */
  parts: number[];
}

/**
 * 外国人名: 沙夫卡特·米尔济约耶夫, which no word list has.
 *
 * @param starts 1 where a word begins by the list.
 */
export function foreignNames(text: string, starts: Uint8Array): ForeignName[] {
  const plain = [...text.matchAll(announcedName)].flatMap(({ 0: found, index }): ForeignName[] => {
    if (/^[·・‧]/u.test(text.slice(index + found.length))) return [];
    const end = nameEnd(text, index + 2, index + found.length);
    return end - index > 2 ? [{ start: index, end, parts: [] }] : [];
  });
  const pointed = [...text.matchAll(fullName)].map(({ 0: found, index }) => {
    const points = [...found.matchAll(dot)].map((point) => index + point.index);
    // 总理|弗里德里希, 意大利|马可: the last character of the word before may transcribe, too.
    let start = index;
    while (start < points[0]! && starts[start] !== 1) start++;
    let end = nameEnd(text, points.at(-1)! + 2, index + found.length);
    // A part of one character is not all of it: 泽|连斯基.
    if (end - points.at(-1)! === 2) while (end < text.length && starts[end] !== 1) end++;
    return { start: start < points[0]! ? start : index, end, parts: points.map((at) => at + 1) };
  });
  return [...plain, ...pointed];
}

/** The end of a name that goes on to `end` at most: before a verb whose first character may transcribe. */
function nameEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if (verbs.test(text.slice(at)) || phraseStarts.has(text.slice(at, at + 2))) return at;
  return end;
}
