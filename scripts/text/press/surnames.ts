import { foldLine } from '../fold.js';

/**
 * 姓氏: the surnames of nine in ten people of China (the first two hundred by the census of 2020, public record), and
 * those of two characters that are in use. With them a name is told from a phrase of the same length.
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛闫尹段雷黎史龙陶贺顾毛郝龚邵万覃武钱戚严赖洪莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童毕凌单季裴霍涂成苗谷曲翁盛冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const double =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 端木 澹台 南宫 西门 独孤 宇文 长孙 呼延';
const singles: ReadonlySet<string> = new Set(single);
const doubles: ReadonlySet<string> = new Set(double.split(' '));

/** True if a name of two to four characters begins with a surname; names of other peoples, with ·, begin with any. */
export function hasSurname(name: string): boolean {
  const folded = foldLine(name);
  if (folded.includes('·')) return true;
  return doubles.has(folded.slice(0, 2)) || (folded.length <= 3 && singles.has(folded[0] ?? ''));
}
