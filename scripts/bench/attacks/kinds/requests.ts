import { type Attack, type AttackKind, article, picture } from '../attack.js';

const svg = (body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${body}</svg>`;

/** Everything that makes a browser send a request or leave the document; `U` is the address of a server. */
const sheets: Record<string, string> = {
  'closes its element': 'p{}</style><script>fetch("U/script")</script><img src="U/img"><style>',
  'closes its element in a string': 'p::after{content:"</style><img src=U/img>"}',
  'closes its element in capitals': 'p{}</STYLE \n><iframe src="U/frame"></iframe>',
  import:
    '@import "U/a.css"; @import url(U/b.css) screen; @import url("U/c.css") layer(x) supports(display:grid);',
  'import in escapes': '@\\69mport "U/escaped.css";',
  backgrounds:
    'body{background:url(U/a)}p{background-image:image-set("U/b" 1x,url(U/c) 2x),-webkit-image-set(url(U/d) 1x);border-image:url(U/e) 1}',
  'a cursor, a list, a mask, a shape, a filter':
    'p{cursor:url(U/a),auto;list-style-image:url(U/b);mask:url(U/c);shape-outside:url(U/d);filter:url(U/e#f);clip-path:url(U/f#g)}',
  content: 'p::before{content:url(U/a)}h1{content:url("U/b")}',
  fonts:
    '@font-face{font-family:x;src:url(U/a.woff2),local("y"),url(U/b.ttf) format("truetype")}p,h1{font-family:x}',
  'escaped url': 'p{background:u\\72l(U/a)}',
  variables: ':root{--u:url(U/a)}p{background:var(--u)}',
  'without a scheme': 'p{background:url(//127.0.0.1:1/x)}@import "//127.0.0.1:1/y";',
  'a data: sheet that imports': '@import url("data:text/css,@import url(U/a);p{background:url(U/b)}");',
  'a data: SVG that loads': `p{background:url('data:image/svg+xml,${svg('<image href="U/a"/>').replaceAll('#', '%23')}')}`,
};

const texts: Record<string, string> = {
  refresh: '<meta http-equiv="refresh" content="0;url=U/a">',
  'a script': '<script src="U/a"></script><script>location="U/b";open("U/c")</script>',
  'a form that sends itself': '<form action="U/a"><input autofocus onfocus="form.submit()"></form>',
  frames: '<iframe src="U/a"></iframe><object data="U/b"></object><embed src="U/c">',
  'events of pictures':
    '<img src="U/a" onerror="fetch(\'U/b\')"><video src="U/c" poster="U/d" autoplay></video>',
  'hints of links':
    '<link rel="stylesheet" href="U/a"><link rel="preload" as="image" href="U/b"><link rel="dns-prefetch" href="U/c">',
  'a base': '<base href="U/">\n\n[甲](a) ![乙](b.png)',
  'an SVG in the text': svg(
    '<image href="U/a"/><use href="U/b#c"/><foreignObject><iframe src="U/d"/></foreignObject>',
  ),
  'links of programs':
    '[甲](javascript:fetch("U/a")) [乙](<data:text/html,<script>fetch("U/b")</script>>) [丙](file:///etc/passwd)',
  'a picture of a server': '![图](U/a.png)',
};

const pictures: Record<string, string> = {
  'an image': svg('<image href="U/a"/><image xlink:href="U/b"/>'),
  'a sheet': svg('<style>@import url(U/a);rect{fill:url(U/b#c)}</style><rect width="9" height="9"/>'),
  'a processing instruction': `<?xml-stylesheet href="U/a" type="text/css"?>${svg('')}`,
  'an external entity': `<!DOCTYPE svg [<!ENTITY x SYSTEM "U/a"><!ENTITY y SYSTEM "file:///etc/passwd">]>${svg('<text>&x;&y;</text>')}`,
  'a filter’s image': svg(
    '<filter id="f"><feImage href="U/a"/></filter><rect filter="url(#f)" width="9" height="9"/>',
  ),
  'an attribute': svg('<rect style="fill:url(U/a)" width="9" height="9" fill="url(U/b)"/>'),
  'HTML within': svg(
    '<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="U/a"/></foreignObject>',
  ),
  'an animation': svg('<image><set attributeName="href" to="U/a"/></image>'),
};

/** Requests to a server: none of them may reach it. */
export const requests: AttackKind = {
  name: 'requests',
  attacks: (server) => {
    const at = (text: string) => text.replaceAll('U/', `${server}/`);
    const attacksOf = (from: string, all: Record<string, string>, files: (text: string) => Attack['files']) =>
      Object.entries(all).map(
        ([name, text]): Attack => ({ name: `${from}: ${name}`, files: files(at(text))!, ends: 'told' }),
      );
    return [
      ...attacksOf('sheet', sheets, (text) => ({ 'styles/custom.css': text })),
      ...attacksOf('text', texts, article),
      ...attacksOf('picture', pictures, (text) => picture('p.svg', text)),
    ];
  },
};
