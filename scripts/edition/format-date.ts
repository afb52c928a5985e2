/** 2025-02-26 → 2025年2月26日, as the papers of all regions write it. */
export function dateOf(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const digits = '零一二三四五六七八九';

/** 2025-02-26 → 二零二五年二月二十六日. */
export function dateInWords(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  return `${[...year].map((digit) => digits[Number(digit)]).join('')}年${numeral(Number(month))}月${numeral(Number(day))}日`;
}

/** 1 to 99: 十, 二十六. */
function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && tens > 0 ? '' : digits[value % 10]!;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones}`;
}

const weekdays = '日一二三四五六';

/** 星期三. */
export function weekdayOf(iso: string): string {
  return `星期${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}`;
}
