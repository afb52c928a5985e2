import type { Random } from '../../random.js';
import type { GoldPiece } from '../gold.js';

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志鹏雪梅';
export const places = ['北京', '兰州', '金昌', '武威', '上海', '西宁', '成都', '武汉'];

/** A person's name of two or three characters. */
export function personName(random: Random): string {
  const chars = [...given];
  return random.pick([...surnames]) + random.pick(chars) + (random.chance(0.6) ? random.pick(chars) : '');
}

/** A clause of a piece without digits, within a range of lengths, if it has one. */
export function clauseOf(
  piece: GoldPiece,
  random: Random,
  [least, most]: readonly [number, number],
): string | undefined {
  const clauses = piece.text
    .split(/[，。；：！？、“”（）《》—…\s]/u)
    .filter(
      (clause) =>
        clause.length >= least &&
        clause.length <= most &&
        !/[\dA-Za-z０-９]|^第.*条|[的和与及或将把被在者]$|包括$/u.test(clause),
    );
  return clauses.length > 0 ? random.pick(clauses) : undefined;
}
