const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** 2025-02-26 → 2025年2月26日, and its weekday 星期三, as the papers of all regions write them. */
export function formatDate(iso: string, gap: string | undefined): string {
  const [year, month, day] = iso.split('-').map(Number);
  const date = `${year}年${month}月${day}日`;
  if (gap === undefined) return date;
  return `${date}${gap}星期${weekdays[new Date(`${iso}T00:00:00Z`).getUTCDay()]}`;
}
