import { han } from '../../../text/characters.js';

/** 姓名: likelihood that characters are a person's name, learnt from the names in a list of words. */
export interface NameScores {
  /** Log-probability that a word is somebody with this surname; 0 for characters that are not surnames. */
  surnames: Float32Array;
  /** Log-probability of a character in a given name: the first of two, the second, or the only one. */
  given: readonly [first: Float32Array, second: Float32Array, only: Float32Array];
}

/**
 * Surnames that also have another word form, and their number in ten thousand people (Ministry of Public Security,
 * 2020, rounded). Only these are looked for in running text; the others come out right anyway.
 */
const shares: Readonly<Record<string, number>> = {
  于: 48,
  余: 43,
  范: 36,
  钟: 37,
  姜: 36,
  游: 9,
  涂: 8,
  岳: 6,
  谷: 5,
  朴: 3,
  党: 2,
  郁: 1,
};

/** The hundred and some surnames of nine people in ten. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤涂岳谷游郁朴卜曲俞柳';

const isCommonSurname = new Uint8Array(65_536);
for (const char of surnames) isCommonSurname[char.charCodeAt(0)] = 1;

/** True if a character is one of the common surnames. */
export const isSurname = (char: string) => isCommonSurname[char.charCodeAt(0)] === 1;

export const trapSurnames: ReadonlySet<string> = new Set(Object.keys(shares));

/** Of all words of the press, one in twenty is the name of a person. */
const nameShare = 0.05;

/** Four given names in five have two characters. */
const twoShare = 0.8;
/** Names may contain any character: one never seen counts as one seen this often. */
const rare = 4;

/** @param names full names of two or three characters, the surname first. */
export function newNameScores(names: Iterable<string>): NameScores {
  const counts = [0, 1, 2].map(() => new Float32Array(65_536));
  const totals = [0, 0, 0];
  const count = (place: number, name: string, at: number) => {
    counts[place]![name.charCodeAt(at)]!++;
    totals[place]!++;
  };
  for (const name of names) {
    if (name.length === 2) count(2, name, 1);
    else if (name.length === 3) {
      count(0, name, 1);
      count(1, name, 2);
    }
  }
  const given = counts.map((list, place) => {
    const share = place === 2 ? 1 - twoShare : place === 0 ? twoShare : 1;
    return list.map((seen) => Math.log((share * (seen + rare)) / totals[place]!));
  });
  const surnames = new Float32Array(65_536);
  for (const [char, share] of Object.entries(shares))
    surnames[char.charCodeAt(0)] = Math.log((nameShare * share) / 10_000);
  return { surnames, given: [given[0]!, given[1]!, given[2]!] };
}

/**
 * Likelihood that the characters at an offset are a person's name: from the surname, over `length` characters.
 *
 * @returns a log-probability, comparable to that of a word.
 */
export function scoreName({ surnames, given }: NameScores, text: string, at: number, length: number): number {
  const surname = surnames[text.charCodeAt(at)]!;
  if (length === 2) return surname + given[2][text.charCodeAt(at + 1)]!;
  return surname + given[0][text.charCodeAt(at + 1)]! + given[1][text.charCodeAt(at + 2)]!;
}

/** Words that announce a person. Their ending is enough: 副市长, 市委书记. */
const titles =
  /(?:记者|通讯员|编辑|作者|摄影|市长|县长|区长|乡长|镇长|省长|州长|村长|[部厅局处科所院校站队会社行司署团班组店厂馆庭机船警]长|董事长|书记|主任|主席|总理|总统|首相|代表|委员|议员|常委|教授|博士|医生|医师|律师|老师|导演|演员|作家|画家|诗人|歌手|学者|科学家|研究员|工程师|教练|球员|选手|前锋|中锋|后卫|中卫|中场|门将|守将|射手|投手|捕手|国手|车手|骑师|练马师|棋手|名将|老将|主将|主帅|冠军|法官|裁判官|警官|督察|警司|特首|司令|上将|中将|少将|将军|主教|牧师|神父|召集人|创办人|总编|秘书|助理|院士|专家|经理|总监|总裁|发言人|理事|村民|居民|市民|同志|农民|工人|学生|司机|负责人|创始人|叫|姓|阿|老|小)[：:\s　]*$/;

/** Words that follow a surname or a name. */
const address =
  /^(?:先生|女士|小姐|太太|某|氏|老师|教授|医生|律师|主任|主席|书记|[署局厅处司科所市县区乡镇村省州部校院庭团队社会站行]长|议员|法官|主教|牧师|神父|将军|上将|司令|秘书|助理|大使|院士|研究员|博士|导演|经理|董事长|总裁|同志|总|姓|家|等人|夫妇|夫妻)/;

/** Parties of a court report. 被告于8日: before a preposition they announce nobody. */
const parties = /(?:被告人?|原告|死者|伤者|疑犯|嫌犯|嫌疑人|证人|事主|上诉人|申请人|受害人)$/;

export const isAnnounced = (text: string, at: number) => {
  const before = text.slice(Math.max(0, at - 6), at);
  return titles.test(before) || (parties.test(before) && text[at] !== '于' && text[at] !== '党');
};
/** Where the address that follows a surname ends. */
export const addressEnd = (text: string, at: number) =>
  at + (address.exec(text.slice(at, at + 4))?.[0].length ?? 0);
export const isAddressed = (text: string, end: number) => address.test(text.slice(end, end + 4));

/** Penalty (log-odds) of characters that are everyday words: evidence against a name. */
const offset: Readonly<Record<string, number>> = { 于: 5, 党: 2 };

/** Verbs after 由 and an agent: 由于和伟主演. */
const acts = /^(?:主演|执导|饰演|扮演|主持|担任|出任|担纲|创作|创办|作词|作曲|演唱|撰写|陪同|率领|带领|执笔)/;

/** Evidence (log-odds) for a name: a title, an address, a list of names, a line of its own, a verb of persons. */
export function bonusOf(text: string, start: number, end: number): number {
  const before = text[start - 1] ?? '\n';
  const after = text[end] ?? '\n';
  if (
    ginger.test(text.slice(start, start + 2)) ||
    (ofWords.test(before + text[start]) && !isAddressed(text, start + 1)) ||
    whenOrWhere.test(text.slice(start, start + 4)) ||
    ofParty.test(text.slice(start, start + 2)) ||
    foreign.test(text.slice(start, start + 4)) ||
    ofTranscription.test(text.slice(start, start + 2)) ||
    text[start + 1] === '于'
  )
    return never;
  if (text[start]! in offset && (placeEnds.includes(after) || moreEnds.includes(after))) return never;
  // 对于薇娅: only a title makes the two characters two words.
  if (text[start] === '于' && before === '对' && !isAddressed(text, end)) return never;
  let bonus = 0;
  if (isAnnounced(text, start)) bonus += 5;
  if (isAddressed(text, end)) bonus += 5;
  if (before === '由' && acts.test(text.slice(end, end + 2))) bonus += 9;
  if (before === '、') bonus += 2;
  // 李伟、于建新等
  if (
    before === '、' &&
    after === '等' &&
    (isSurname(text[start - 4] ?? '，') || isSurname(text[start - 3] ?? '，'))
  )
    bonus += 4;
  if (after === '、') bonus += isName(text, end + 1) ? 6 : 2;
  if (isEdge(before)) bonus += isEdge(after) ? end - start : 1.5;
  if (isJoined(before) && (isEdge(after) || after === '的')) bonus += 4;
  if (does.test(text.slice(end, end + 2)) || acts.test(text.slice(end, end + 2))) bonus += 3;
  // 于谦和郭德纲.
  if (/[和与及]/.test(after) && isSurname(text[end + 1] ?? '，')) bonus += 6;
  if (placeEnds.includes(after)) bonus -= 5;
  if (bonus === 0) bonus = -3;
  // 站于立法会, 公民党郭家麒: behind any other character these two are no surnames.
  if (text[start]! in offset && !isEdge(before) && !isJoined(before) && !isAnnounced(text, start))
    return never;
  return bonus - (offset[text[start]!] ?? 0);
}

/** A verb of speakers, or another word that shows that somebody stands before it: what is told of them holds elsewhere. */
export const isIntroduced = (text: string, start: number, end: number) =>
  isAnnounced(text, start) || isAddressed(text, end) || does.test(text.slice(end, end + 2));

/** Characters of times, meetings and media, which no given name behind 于 begins or ends with. */
const notGiven = '[此是今昨前明会文书脸网周年月日微记场信庭推早晚当同上下其本专访言心法理我你他她它您]';
/** Media in which somebody says something, and words for how many do. */
const notSpeaker = '电话|直播|国会|节目|电视|广播|报告|致辞|讲话|影片|专栏|社论|年报|答辩|[多几各众数]';
/** 于 and a given name at the beginning of a clause, before a verb of speech or a rank that no place or time has. */
const speaker = new RegExp(
  `^于(?!${notGiven})[${han}](?!${notGiven})[${han}]?(?=指出|强调|透露|坦言|直言|分析[，。说称指认]|认为|批评)|^于(?!${notGiven}|${notSpeaker})[${han}](?!${notGiven})[${han}](?=表示|说[，：「“]|将军|中将|少将)`,
  'u',
);

/** The name at an offset whose surname is also the commonest preposition: 于北辰分析. */
export const speakerAt = (text: string, at: number): string | undefined =>
  text[at] === '于' && isEdge(text[at - 1] ?? '，') ? speaker.exec(text.slice(at, at + 6))?.[0] : undefined;

const never = -40;

/** True if an item of a list begins here that is a surname and one or two characters: 、涂丽等. */
const isName = (text: string, at: number) =>
  isSurname(text[at] ?? '，') && /^.{2,3}(?:[、，。和与及等]|$)/.test(text.slice(at, at + 4));

/** Ginger in a kitchen, and nobody's name. */
const ginger = /姜[片丝末汤茶汁糖蒜葱块]/;

/** Words that end with the character of a surname: 金钟|力宝中心, 厨|余. */
const ofWords = /金钟|[厨其业剩多盈残课工月年天药只仅尚共并]余|[抑忧躁沉]郁|[师示模规]范|[山河峡]谷/;

/** 于 before a time or a place is a preposition. */
const whenOrWhere =
  /^于(?:[〇一二三四五六七八九十0-9翌今昨本同此当该每各近年月周午其之]|去年|明[年日天早晚]|前[年日天晚]|[上下](?:周|月|午|旬|半|星|个)|日[前后内间]|某[处天个些年月日次]|早[上前晨]|晚[上间]|深夜|凌晨|傍晚|事[后前发]|案[发中]|国庆|元旦|春节|中秋|会[议上]|区内|网[上络]|社[交区]|法[庭院、，]|[情理][、，]|[内外]地|[庭场台]上|返港|廿|维园|石硖尾|修顿|西环|元朗|亚博|鲗鱼涌|华仁|柯布连|佐敦|旺角|油麻地|红磡|观塘|沙田|大埔|屯门|荃湾|北角|太古|中环|湾仔|柴湾|粉岭|上水|天水围|将军澳|青衣|赤鱲角|尖沙咀|铜锣湾|深水埗|黄大仙|马鞍山)/;

/** 朴 before a syllable that given names seldom have, and transcriptions do: 朴迪. */
const ofTranscription = /^朴[迪茨特斯奇]/;
/** 党友, 党安法: words that the list lacks, in which 党 is no surname. */
const ofParty = /^党[友卫衞㷫安决内外媒魂]/;
/** Three characters behind 于 that only foreign names have: 于埃尔多安. */
const foreign =
  /^于[尔斯克埃弗佛迪特塞萨莫诺伊奥阿希维莱蒂佩培帕赫桑札塔德戈雷茨韦伦科菲穆图瓦依艾格奇洛拉尼卢哈乔亚登多]{3}/;

/** Ends of a place behind 于, which is a surname much more seldom. */
const moreEnds = '岛区园村邨门楼院厦场馆校厅塔庙寺县市镇乡州省国海湖';

/** Behind what is a street or a place: 金钟|夏悫道. */
const placeEnds = '道路街巷桥湾江河山港站城';

/** Verbs of people, and words that describe a person: after a name, seldom after the name of a place. */
const does =
  /^(?:[说称]|表示|认为|强调|回应|补充|透露|介绍|告诉|回忆|获[^批准]|荣获|夺得|当选|出任|就任|担任|接任|率|以[一二三四五六七八九十0-9两大微]|击败|战胜|不敌|夺冠|摘[金银铜]|获胜|领先|生于|出生|毕业|去世|逝世|病逝|今[年天日]|昨[天日]|[也又还曾已])/;

/** Before the name of one to whom something is done, or who is somebody. */
const isJoined = (char: string) => '是对向给让请跟和与由被把找'.includes(char);

const isEdge = (char: string) => /[\s，。：；、（）()“”「」！？·|/]/.test(char);
