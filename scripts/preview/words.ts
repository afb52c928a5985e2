/** The languages in which the desk speaks. */
export const languages = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const;
export type Language = keyof typeof languages;

/** What the desk says: 简体, 繁體, English. */
export const words = {
  desk: ['工作台', '工作臺', 'Desk'],
  pages: ['看样', '看樣', 'Pages'],
  proof: ['校样', '校樣', 'Proof'],
  compare: ['对照', '對照', 'Side by side'],
  issue: ['期', '期', 'Issue'],
  edition: ['版本', '版本', 'Edition'],
  theme: ['样式', '樣式', 'Theme'],
  layout: ['排列', '排列', 'Layout'],
  facing: ['对页', '對頁', 'Facing'],
  single: ['单页', '單頁', 'Single'],
  overview: ['总览', '總覽', 'Overview'],
  zoom: ['缩放', '縮放', 'Zoom'],
  zoomIn: ['放大', '放大', 'Zoom in'],
  zoomOut: ['缩小', '縮小', 'Zoom out'],
  fitSpread: ['整页', '整頁', 'Whole page'],
  fitWidth: ['页宽', '頁寬', 'Page width'],
  folio: ['页码', '頁碼', 'Folio'],
  goToFolio: ['转到页码', '轉到頁碼', 'Go to folio'],
  previous: ['上一页', '上一頁', 'Previous page'],
  next: ['下一页', '下一頁', 'Next page'],
  outline: ['书签', '書籤', 'Outline'],
  search: ['查找', '尋找', 'Search'],
  searchNone: ['没有找到', '沒有找到', 'Not found'],
  searchPrevious: ['上一处', '上一處', 'Previous match'],
  searchNext: ['下一处', '下一處', 'Next match'],
  download: ['下载 PDF', '下載 PDF', 'Download PDF'],
  downloading: ['正在排印……', '正在排印……', 'Printing …'],
  settings: ['设置', '設定', 'Settings'],
  language: ['界面语言', '介面語言', 'Language'],
  surroundings: ['明暗', '明暗', 'Surroundings'],
  auto: ['跟随系统', '跟隨系統', 'System'],
  light: ['亮', '亮', 'Light'],
  dark: ['暗', '暗', 'Dark'],
  keys: ['按键', '按鍵', 'Keys'],
  close: ['关闭', '關閉', 'Close'],
  composing: ['正在排版……', '正在排版……', 'Composing …'],
  lost: [
    '预览已停止，正在等它回来……',
    '預覽已停止，正在等它回來……',
    'The preview has ended; waiting for it …',
  ],
  problem: ['这里有错', '這裡有錯', 'A mistake'],
  lastGood: [
    '下面是出错之前的版面。改好存盘即恢复。',
    '下面是出錯之前的版面。改好存檔即恢復。',
    'Below are the last good pages. Mend it and save.',
  ],
  misfit: ['放不下', '放不下', 'Does not fit'],
  openCount: ['存疑', '存疑', 'Open'],
} as const satisfies Record<string, readonly [string, string, string]>;

export type Word = keyof typeof words;
