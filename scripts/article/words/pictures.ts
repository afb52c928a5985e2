import type { Sentence } from './sentence.js';

/** Sentences about pictures that cannot be printed, or whose bytes contradict their name. */
export const pictures = {
  'no-page-picture': [
    '封面要用报纸版面的图片，“{1}”里却没有',
    '封面要用報紙版面的圖片，「{1}」裡卻沒有',
    'The cover is to show the printed page, of which there is no picture in "{1}"',
  ],
  'put-page-picture': [
    '把版面图片放进这一期的文件夹，叫 source.jpg。',
    '把版面圖片放進這一期的資料夾，叫 source.jpg。',
    'Put it into the folder of the issue, as source.jpg.',
  ],
  'empty-picture': ['图片“{1}”是空的', '圖片「{1}」是空的', 'The picture "{1}" is empty'],
  'save-again': ['重新存一次。', '重新存一次。', 'Save it again.'],
  'not-a-picture': [
    '图片“{1}”是{2}，不能印',
    '圖片「{1}」是{2}，不能印',
    'The picture "{1}" is {2}, which cannot be printed',
  ],
  'unknown-file-kind': ['认不出的文件', '認不出的檔案', 'a file of unknown kind'],
  'save-as-picture': [
    '存成 PNG、JPEG、GIF、WebP 或 SVG。',
    '存成 PNG、JPEG、GIF、WebP 或 SVG。',
    'Save it as PNG, JPEG, GIF, WebP or SVG.',
  ],
  'cut-picture': [
    '图片“{1}”是不完整的 {2}',
    '圖片「{1}」是不完整的 {2}',
    'The picture "{1}" is a truncated {2}',
  ],
  'damaged-picture': [
    '图片“{1}”里面坏了，印出来会缺一块：{2}',
    '圖片「{1}」裡面壞了，印出來會缺一塊：{2}',
    'The picture "{1}" is damaged inside, and would be printed with a part missing: {2}',
  ],
  'copy-whole': [
    '从原处重新复制；找不到完好的，就用看图软件打开，看得过去就另存一份。',
    '從原處重新複製；找不到完好的，就用看圖軟體打開，看得過去就另存一份。',
    'Copy it again from where it came. If no whole copy exists, open it in a picture viewer and, if you can accept what it shows, save it anew.',
  ],
  'copy-again': ['重新复制：没有结尾。', '重新複製：沒有結尾。', 'Copy it again: its end is missing.'],
  'svg-unreadable': [
    '图片“{1}”是读不出来的 SVG：{2}',
    '圖片「{1}」是讀不出來的 SVG：{2}',
    'The picture "{1}" is an SVG that cannot be read: {2}',
  ],
  'save-svg-or-png': ['重新存成 SVG 或 PNG。', '重新存成 SVG 或 PNG。', 'Save it again as SVG, or as PNG.'],
  'xml-without-drawing': [
    '图片“{1}”是 XML 文件，里面没有图',
    '圖片「{1}」是 XML 檔案，裡面沒有圖',
    'The picture "{1}" is an XML file without a drawing',
  ],
  'svg-with-words': [
    '图片“{1}”是带文字的 SVG：文字会用别的字体，也无从校验',
    '圖片「{1}」是帶文字的 SVG：文字會用別的字型，也無從校驗',
    'The picture "{1}" is an SVG with text, which would be set in another font and not be proven',
  ],
  'words-to-paths': [
    '把文字转成路径（Inkscape：路径 → 对象转路径），或存成 PNG。',
    '把文字轉成路徑（Inkscape：路徑 → 物件轉路徑），或存成 PNG。',
    'Turn its text into paths (Inkscape: Path, Object to Path), or save it as PNG.',
  ],
  'svg-from-outside': [
    '图片“{1}”是 SVG，要取用外面的东西（<{2}>）',
    '圖片「{1}」是 SVG，要取用外面的東西（<{2}>）',
    'The picture "{1}" is an SVG that loads something from outside (<{2}>)',
  ],
  embed: [
    '把它引用的内容嵌入，或存成 PNG。',
    '把它引用的內容嵌入，或存成 PNG。',
    'Embed what it refers to, or save it as PNG.',
  ],
  'html-page': ['网页', '網頁', 'an HTML page'],
  'a-tiff': ['TIFF 图片', 'TIFF 圖片', 'a TIFF'],
  'a-photoshop-file': ['Photoshop 文件', 'Photoshop 檔案', 'a Photoshop file'],
  'a-bmp': ['BMP 图片', 'BMP 圖片', 'a BMP'],
  'a-heic': ['HEIC 图片', 'HEIC 圖片', 'a HEIC picture'],
  'an-avif': ['AVIF 图片', 'AVIF 圖片', 'an AVIF picture'],
  'a-git-lfs-pointer': ['Git LFS 的指针文件', 'Git LFS 的指標檔', 'a Git LFS pointer'],
} as const satisfies Record<string, Sentence>;
