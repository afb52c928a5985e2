const reporter = '[（(](?:本报|新华社|特约|全媒体|见习|通讯员|记者|首席)[^（）()，。；]{1,40}[）)]';
const place = '[\\u3400-\\u9fff]{0,10}';
const date = '(?:\\d{1,4}年)?(?:\\d{1,2}月)?\\d{1,2}日';
const agency = '(?:本报|新华社|据新华社|中新社|中新网|人民网|央视|央广网|光明网|本台|本刊|《[^》]{1,12}》)';
const pattern = new RegExp(
  `^(?:${agency}(?:记者)?${place}(?:${date})?(?:特?[讯电]|消息|专电)(?:[\\s　]*${reporter})?|[［【\\[]${agency}[^］】\\]]{0,24}[］】\\]](?:[\\s　]*${reporter})?|${reporter}|据${agency}[^，。]{0,12}[讯电]|${agency}讯)`,
  'u',
);

/** 电头: how many characters of a paragraph's beginning name agency, place, date and reporter; 0 if none do. */
export function datelineLength(text: string): number {
  return pattern.exec(text.slice(0, 120))?.[0].length ?? 0;
}
