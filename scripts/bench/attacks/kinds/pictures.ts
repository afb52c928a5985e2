import { deflateSync } from 'node:zlib';
import { png } from '../../edits/png.js';
import { type Attack, type AttackKind, article, many, picture } from '../attack.js';

const svgOpen =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">';

const attack = (name: string, file: string, content: string | Uint8Array, ends: Attack['ends']): Attack => ({
  name,
  files: picture(file, content),
  ends,
});

const linked = (name: string, address: string, ends: Attack['ends']): Attack => ({
  name,
  files: article(`![图](${address})`),
  ends,
});

/** A JPEG header that announces a size, without any pixels. */
function jpegHead(width: number, height: number): Uint8Array {
  const head = Buffer.from('ffd8ffc0001108000000000301220002110103110100', 'hex');
  head.writeUInt16BE(height, 7);
  head.writeUInt16BE(width, 9);
  return head;
}

/** Each group draws the one before it ten times. */
const uses = (depth: number) =>
  `${svgOpen}<g id="g0"><rect width="1" height="1"/></g>${Array.from({ length: depth }, (_, at) => `<g id="g${at + 1}">${`<use xlink:href="#g${at}"/>`.repeat(10)}</g>`).join('')}</svg>`;

/** Each entity stands for ten of the entity before it. */
const laughs = (depth: number) =>
  `<!DOCTYPE svg [<!ENTITY a0 "ha">${Array.from({ length: depth }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>${svgOpen}<text>&a${depth};</text></svg>`;

/** A chunk of a PNG that unpacks to a hundred million bytes. */
function unpackingPng(): Uint8Array {
  const whole = Buffer.from(png(30_000, 30_000, 9));
  return whole;
}

/** Pictures that are enormous, broken, or contain programs. */
export const pictures: AttackKind = {
  name: 'pictures',
  attacks: () => [
    attack('a PNG of no width', 'p.png', png(0, 9, 1), /no width or no height/),
    attack('a PNG of 900 megapixels', 'p.png', unpackingPng(), /expected at most 100 megapixels/),
    attack('a PNG whose rows end early', 'p.png', png(9_000, 9_000, 9), 'told'),
    attack(
      'a PNG of garbage',
      'p.png',
      Buffer.concat([Buffer.from(png(9, 9, 9)).subarray(0, 40), Buffer.from('garbage')]),
      'told',
    ),
    attack(
      'a GIF of 4 gigapixels',
      'p.gif',
      Buffer.from('GIF89a\xff\xff\xff\xff\x00\x00\x00;', 'latin1'),
      /expected at most 100 megapixels/,
    ),
    attack(
      'a JPEG of 4 gigapixels',
      'p.jpg',
      jpegHead(65_500, 65_500),
      /expected at most 100 megapixels|truncated/,
    ),
    attack('a JPEG that is only a head', 'p.jpg', jpegHead(100, 100), 'told'),
    attack('a text called JPEG', 'p.jpg', '这不是图', /./),
    attack('an empty file', 'p.png', '', /./),
    attack('a zip in a PNG’s name', 'p.png', deflateSync(Buffer.alloc(10_000_000)), /./),
    attack(
      'an SVG a hundred thousand deep',
      'p.svg',
      `${svgOpen}${'<g>'.repeat(many)}${'</g>'.repeat(many)}</svg>`,
      /cannot be read|deep/,
    ),
    attack(
      'an SVG that uses itself',
      'p.svg',
      `${svgOpen}<g id="a"><use xlink:href="#a"/></g></svg>`,
      'told',
    ),
    attack('an SVG of 10^8 uses', 'p.svg', uses(8), /repeats its parts without end/),
    attack('billion laughs', 'p.svg', laughs(9), /cannot be read/),
    attack(
      'an SVG with a program',
      'p.svg',
      `${svgOpen}<script>while(1);</script></svg>`,
      /loads something from outside/,
    ),
    attack(
      'an SVG with an event',
      'p.svg',
      svgOpen.replace('>', ' onload="while(1);">').concat('</svg>'),
      'told',
    ),
    attack(
      'an SVG that moves for ever',
      'p.svg',
      `${svgOpen}<rect width="9" height="9"><animate attributeName="x" dur="1ms" repeatCount="indefinite" values="0;9"/></rect></svg>`,
      'told',
    ),
    attack(
      'an SVG blurred to death',
      'p.svg',
      `${svgOpen.replace('width="9" height="9"', 'width="9000" height="9000"')}<filter id="f"><feTurbulence numOctaves="9" baseFrequency=".1"/><feGaussianBlur stdDeviation="900"/></filter><rect width="9000" height="9000" filter="url(#f)"/></svg>`,
      'told',
    ),
    attack(
      'an SVG of 10^9 by 10^9',
      'p.svg',
      svgOpen.replace('width="9" height="9"', 'width="1000000000" height="1000000000"').concat('</svg>'),
      'told',
    ),
    attack('an SVG in UTF-16', 'p.svg', Buffer.from(`${svgOpen}</svg>`, 'utf16le'), 'told'),
    linked('a picture out of the publication', '../../../outside/secret.txt', /Unexpected picture/),
    linked('a picture by an absolute path', '/etc/hostname.png', /./),
    linked('a picture as data of 100 KB', `data:image/png;base64,${'A'.repeat(many)}`, /./),
    linked('a picture’s name with NUL', 'a%00b.png', /no picture/),
    linked('a picture’s name with a newline', 'a%0Ab.png', /no picture/),
    linked('a picture’s name of 5,000 characters', `${'甲'.repeat(5000)}.png`, /./),
  ],
};
