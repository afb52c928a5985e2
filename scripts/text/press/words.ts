import { han } from '../characters.js';
import { part } from '../pattern.js';

/**
 * 新闻行文: the words with which a newspaper marks its parts. All of this folder is written in Simplified with full-width
 * marks and one kind of space, and matched against `foldLine(line)`, so that 記者, 訊 and （轉A３版） match as well.
 *
 * Sources: the mainland papers of the sample; 联合早报, 明報, 聯合報 and their sites; 晶報 1919–1940 for the datelines and
 * marks of the Republic; GB/T 15834 for numbering; texts that people brought to extraction tools
 * (`test/restore/cases`).
 */

/** 汉字数字 in numerical order. */
export const chineseNumerals = '一二三四五六七八九十百千〇○零';
/** A figure of a date, a page or an issue, Chinese or Arabic. */
export const numeral = `[${chineseNumerals}廿卅两\\d]`;

/** 通讯社, and a paper's names for itself. */
export const agency =
  '(?:本(?:报(?![告道酬案])|[台刊网社市县])|新华[社网]|中新[社网]|中央社|中通社|国新社|法新社|路透社?|美联社|合众社?|共同社|塔斯社|韩联社|彭博社?|人民(?:日报|网)|光明(?:日报|网)|中国网|央视(?:网|新闻)?|央广网|总台|《[^》]{1,12}》)';
/** A name that ends like a medium's: 大众网, 齐鲁晚报, 县融媒体中心. Alone it proves nothing: a sentence may begin with it. */
export const medium = part`(?:[${han}]{0,8}(?:[日晚早晨时商快]报|都市报|青年报)|[${han}]{1,8}(?:[网社台]|融媒体中心))`;

/** 采编人员: titles of those who write for the paper. */
export const reporter = part`(?:本[报刊网台]|新华社|中央社|中新社|[${han}]{0,4}[日晚早晨时商]报)?(?:全媒体|融媒体|特约|特派|驻[${han}]{1,4})?(?:见习|实习|首席|资深|摄影|文字)*(?:记者|通讯员|评论员|撰稿人?|撰稿员|特派员|观察员|编译|主笔)`;
/** 姓名: one or more, separated by spaces. */
export const names = part`[${han}·]{1,4}(?: +[${han}·]{1,4})*`;
/** 日: 2025年2月26日, 十五日. */
export const date = part`(?:${numeral}{1,4} ?年 ?)?(?:${numeral}{1,3} ?月 ?)?${numeral}{1,3} ?日`;
/** A day in figures, with which captions begin. */
export const day = part`(?:\d{4}年)?\d{1,2}月\d{1,2}日`;
/** 说: verbs after which a kicker continues in its headline. */
export const sayingVerb = '(?:强调|指出|要求|表示|提出|宣布|透露)';
/** Those that seldom end a line of a paragraph. */
export const instructingVerb = '(?:强调|指出|要求|表示|提出)';
/** 栏目: what papers call their columns; over a title such a name is its kicker. */
export const column =
  '(?:封面故事|特别(?:关注|报道|策划)|本期(?:聚焦|关注|专题|人物|话题)|特稿|专题|卷首语|卷首|开卷|编读往来|读者(?:来信|来函|来稿|投书|回响|园地|信箱|之声)|群众来信|来函照登|来信(?:选登|摘登)|人物(?:专访|特写|志)?|随笔|散文|小说|诗歌|杂文|小小说|报告文学|连载|(?:[长中短]篇)?(?:小说|纪实|报告文学|传记|章回小说)(?:连载|选载|选登)|[长中短]篇(?:小说|纪实|连载|评书)|旅游|健康|科普|法治|视点|聚焦|热点|观察|评论|社论|社评|短评|时评|快评|特写|通讯|(?:本[报刊]|独家|特约)?专访|对话|调查|深度|记者(?:观察|手记|调查|走基层)|新闻(?:故事|特写|调查|观察|链接)|以案说法|故事|佳作欣赏|佛典故事|校园(?:小品|动态|文学)|史海钩沉|往事|人间|生活|读书|书评|艺苑|文苑|童谣|儿歌|童话|寓言|谜语|猜谜|动脑筋|脑筋急转弯|智力题|成语故事|民间故事|历史故事|幽默|笑话|小知识|小常识|问政|社团消息|新闻眼|本[报刊]评论员(?:文章)?|特约评论员|述评|人民论坛)';
/** 农技课堂, 教育心语, 马场快讯: with what the names of other columns end. */
export const columnEnd =
  '课堂|讲堂|讲坛|之窗|天地|园地|视窗|聚焦|论坛|热线|广角|纵横|长廊|走廊|看台|茶座|驿站|在线|速递|快递|快车|快讯|简讯|信箱|直通车|播报|透视|链接|心语|漫笔|札记|随想|絮语|语丝|专栏|消息|新闻|要闻|动态|纵览|扫描|点评|点击|漫谈|闲话|杂谈|博览|集锦|撷英|掠影|风采|沙龙';
