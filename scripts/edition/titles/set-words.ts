/**
 * 固定词: words and names of the press that the word list lacks, each of which stays whole in a title. In the forms of the
 * simplified reading of titles.
 */
const words = `
短视频 直播间 食用菌 营商环境 营业收入 利润总额 短平快 网约车 电信网络诈骗 转型跨越 转型升级 提质增效 降本增效 地方性法规 规范性文件 饮用水水源
世预赛 亚预赛 奥预赛 世锦赛 亚锦赛 欧锦赛 亚冠 欧冠 世俱杯 总决赛 总冠军赛 世界大赛 强积金 公积金 前瞻基础建设 国情咨文 闪速炉
核安会 国发会 陆委会 金管会 通传会 公平会 农委会 原民会 客委会 促转会 中选会 侨委会 退辅会 海委会 国科会 国资委 发改委 卫健委 网信办
程甲本 程乙本 甲戌本 己卯本 庚辰本 工业互联网 物联网 赋能 点球大战 加时赛 附加赛
证监会 国新办 中办 国办 港澳办 国台办 关工委 文旅局 人社局 医保局 住建局 工信局 融媒体 国家监委 中央纪委 宪法法院 国防军 美联储
中信兄弟 统一狮 乐天桃猿 富邦悍将 味全龙 台钢雄鹰 大谷翔平 山本由伸 佐佐木朗希 张本智和 早田希娜 伊藤美诚 羽生结弦 石破茂 高市早苗
岸田文雄 安倍晋三 小泉进次郎 村上春树 宫崎骏 电请 电令 电告 电复 电陈 呈请 布告 谒见 公推 会衔 通饬 咨行 力克 完封 险胜 轻取 不敌 负于
`;

const setWord = new RegExp(
  words
    .trim()
    .split(/\s+/u)
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'gu',
);

/** Their places in a title, from and to. */
export const setWordsIn = (text: string): [number, number][] =>
  [...text.matchAll(setWord)].map(({ 0: { length }, index }) => [index, index + length]);
