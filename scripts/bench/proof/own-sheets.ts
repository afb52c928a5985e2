/** A user's style sheet for a sample. */
export interface OwnSheet {
  name: string;
  css: string;
  /** The sample that contains what the sheet changes; `plain` by default. */
  book?: 'bilingual' | 'readings';
}

/** Style sheets that hide from readers something that the manuscript has. */
export const harmfulSheets: readonly OwnSheet[] = [
  { name: 'rows reversed', css: 'tbody { display: flex; flex-direction: column-reverse }' },
  { name: 'cells reversed', css: 'tr { display: flex; flex-direction: row-reverse }' },
  { name: 'items reversed', css: 'ol { display: flex; flex-direction: column-reverse }' },
  { name: 'numbers all alike', css: 'ol > li::marker { content: "9. " }' },
  { name: 'numbers gone', css: 'ol { list-style: none }' },
  { name: 'one number gone', css: 'ol > li:nth-child(2) { list-style: none }' },
  { name: 'quotation blended away', css: 'blockquote { mix-blend-mode: screen }' },
  { name: 'quotation faded', css: 'blockquote { opacity: .15 }' },
  { name: 'quotation transparent', css: 'blockquote { color: transparent }' },
  { name: 'quotation not shown', css: 'blockquote { display: none }' },
  { name: 'quotation invisible', css: 'blockquote { visibility: hidden }' },
  { name: 'quotation of one point', css: 'blockquote { font-size: 1pt !important }' },
  { name: 'quotation clipped', css: 'blockquote { clip-path: circle(2em) }' },
  { name: 'quotation masked', css: 'blockquote { mask-image: linear-gradient(transparent, transparent) }' },
  { name: 'quotation mirrored', css: 'blockquote { transform: scaleX(-1) }' },
  { name: 'quotation turned', css: 'blockquote { transform: rotate(180deg) }' },
  { name: 'quotation blurred', css: 'blockquote { filter: blur(4px) }' },
  { name: 'text light grey', css: 'p { color: #e8e8e8 }' },
  {
    name: 'black picture behind text',
    css: `p { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='10' height='10'%3E%3Crect width='10' height='10'/%3E%3C/svg%3E") }`,
  },
  {
    name: 'bar over headings',
    css: 'h2 { position: relative } h2::after { content: ""; position: absolute; inset: 0; background: #000 }',
  },
  { name: 'text before items', css: 'li::before { content: "新" }' },
  { name: 'picture of a pixel', css: 'img { width: 1px !important; height: 1px !important }' },
  { name: 'picture squeezed', css: 'img { width: 200px !important; height: 30px !important }' },
  { name: 'picture as a negative', css: 'img { filter: invert(1) }' },
  { name: 'emphasis levelled', css: 'em { text-emphasis: none } em .stressed::before { content: none }' },
  { name: 'names without lines', css: 'u { text-decoration: none }' },
  { name: 'names with white lines', css: 'u { text-decoration-color: #fff }' },
  { name: 'emphasis in white dots', css: 'em .stressed::before { border-color: #fff }' },
  { name: 'subscript raised', css: 'sub { vertical-align: super }' },
  { name: 'superscript in the line', css: 'sup { vertical-align: baseline; position: static }' },
  { name: 'words struck', css: 'strong { text-decoration: line-through }' },
  { name: 'bold levelled', css: 'strong { font-weight: 400 }' },
  { name: 'readings hidden', css: 'rt { visibility: hidden }', book: 'readings' },
  { name: 'blanks of English gone', css: ':lang(en) p { word-spacing: -.5em }', book: 'bilingual' },
  { name: 'quotation dodged away', css: 'blockquote { mix-blend-mode: color-dodge; background: #fff }' },
  {
    name: 'quotation cut by a shape',
    css: 'blockquote { clip-path: polygon(0 0, 100% 0, 100% 55%, 0 55%) }',
  },
  {
    name: 'quotation behind stripes',
    css: 'blockquote { mask-image: repeating-linear-gradient(#000 0 3px, transparent 3px 7px) }',
  },
  { name: 'quotation as discs', css: 'blockquote { -webkit-text-security: disc }' },
  { name: 'quotation struck by a shadow', css: 'blockquote { box-shadow: inset 0 0 0 60px #222 }' },
  {
    name: 'quotation faded out',
    css: 'blockquote { position: relative } blockquote::after { content: ""; position: absolute; inset: 0; background: linear-gradient(transparent, #fff 60%) }',
  },
  { name: 'quotation made small', css: 'blockquote { zoom: .3 }' },
  {
    name: 'paragraphs to one line',
    css: 'p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; overflow: hidden }',
  },
  { name: 'lines on lines', css: 'p { line-height: .3 !important }' },
  { name: 'rows in another order', css: 'tbody { display: grid } tbody tr:nth-child(2) { order: -1 }' },
  { name: 'cells in another order', css: 'tr { display: flex } td:first-child, th:first-child { order: 2 }' },
  { name: 'items in another order', css: 'ol { display: grid } li:nth-child(3) { order: -1 }' },
  { name: 'table from the right', css: 'table { direction: rtl }' },
  { name: 'heading below its text', css: 'h2 { position: relative; top: 5em }' },
  { name: 'quotation up the page', css: 'blockquote { margin-top: -5em !important }' },
  { name: 'numbers set', css: 'ol > li:nth-child(2) { counter-set: list-item 7 }' },
  { name: 'numbers as words', css: 'ol { list-style-type: "12. " }' },
  { name: 'minus before figures', css: 'td:last-child::before { content: "-" }' },
  { name: 'comma after words', css: 'strong::after { content: "，" }' },
  { name: 'point before paragraphs', css: 'p::before { content: "·" }' },
  {
    name: 'picture cropped',
    css: 'img { object-fit: cover; width: 120px !important; height: 30px !important }',
  },
  { name: 'part of a picture', css: 'img { object-view-box: inset(30% 30% 30% 30%) }' },
  { name: 'picture in other colours', css: 'img { filter: hue-rotate(180deg) }' },
  { name: 'picture over text', css: 'figure { position: relative; top: -5em }' },
  { name: 'lines of verse joined', css: 'br { display: none }' },
  { name: 'rules of tables gone', css: 'table, thead, tr, td, th { border: none !important }' },
  { name: 'code in one line', css: 'pre, pre code { white-space: normal !important }' },
  { name: 'readings beside', css: 'rt { position: relative; left: 2em }', book: 'readings' },
  { name: 'readings of two points', css: 'rt { font-size: 2pt !important }', book: 'readings' },
];

/** Ordinary style sheets, which hide nothing from readers. */
export const ordinarySheets: readonly OwnSheet[] = [
  { name: 'coloured heads', css: 'h1, h2 { color: #8a1c1c }' },
  { name: 'framed pictures', css: 'img { border: 1px solid #444; padding: 4pt }' },
  { name: 'pictures in boxes', css: 'figure { border: 2px solid #888; padding: 1em; background: #f4f4f4 }' },
  { name: 'broad frames', css: 'img { border: 12px double #333; padding: 10px; background: #eee }' },
  {
    name: 'ornaments',
    css: '.headline::before { content: "◆" } .story-body > p:last-child::after { content: "\\25A0" }',
  },
  { name: 'outlined pictures', css: 'img { outline: 1px solid #000; outline-offset: 3px }' },
  { name: 'floating pictures', css: 'figure { float: right; width: 40%; margin: 0 0 1em 1em }' },
  { name: 'grid of a table', css: 'td, th { border: .5pt solid #333; padding: 2pt 4pt }' },
  {
    name: 'table in a round frame',
    css: 'table { border: 1pt solid #333; border-radius: 6pt; border-collapse: separate; border-spacing: 0 }',
  },
  { name: 'sesame marks', css: 'em { text-emphasis: filled sesame } em .stressed::before { content: none }' },
  {
    name: 'dark pages',
    css: '.pagedjs_page { background: #222 } * { color: #fff !important; border-color: #ddd !important }',
  },
  { name: 'numbers inside', css: 'ol { list-style-position: inside }' },
  { name: 'no running heads', css: '.running-head { display: none }' },
  { name: 'striped table', css: 'tbody tr:nth-child(even) { background: #eee }' },
  { name: 'white on dark heads', css: 'th { background: #333; color: #fff }' },
  { name: 'Roman numbers', css: 'ol { list-style-type: upper-roman }' },
  { name: 'Chinese numbers', css: 'ol { list-style-type: simp-chinese-informal }' },
  {
    name: 'numbers in brackets',
    css: '@counter-style brackets { system: extends decimal; prefix: "（"; suffix: "）" } ol { list-style-type: brackets }',
  },
  {
    name: 'tinted quotation',
    css: 'blockquote { border-left: 3px solid #999; background: linear-gradient(#fff, #e8e8e8); padding: .5em 1em }',
  },
  {
    name: 'marked words',
    css: 'strong { background: #fe9; font-weight: 400 } em { text-decoration: underline }',
  },
  { name: 'initial', css: 'h1 + p::first-letter { font-size: 2.6em; float: left; line-height: 1 }' },
  { name: 'dark code', css: 'pre { background: #222; color: #eee; padding: 6pt }' },
  { name: 'two columns', css: 'blockquote { columns: 2 } ol { columns: 2 }' },
  { name: 'grey readings', css: 'rt { color: #555 }', book: 'readings' },
  { name: 'small capitals', css: ':lang(en) p { font-variant-caps: small-caps }', book: 'bilingual' },
];
