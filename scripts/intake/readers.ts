import type { Element } from 'xast';
import { problem } from '../article/problem.js';
import { type Said, say } from '../article/words/say.js';
import type { BoxedPage } from './boxed.js';
import { headOf } from './head.js';
import { docxHead, readDocx } from './office/docx.js';
import { readWebPage, webPageHead } from './office/web-page.js';
import { readPdf } from './pdf/read-pdf.js';
import { readBoxed } from './read-boxed.js';
import { readText } from './read-text.js';
import type { Reader } from './reader.js';
import { isResultJson, jsonForms, readResultJson } from './results/json.js';
import { readTesseract, tesseractHead } from './results/tesseract.js';
import { readAbbyy } from './xml/abbyy.js';
import { readAlto } from './xml/alto.js';
import { readHocr } from './xml/hocr.js';
import { readPageXml } from './xml/page-xml.js';
import { parseXml } from './xml/parse.js';
import { readDjvuXml, readPopplerWords, readPopplerXml } from './xml/word-pages.js';

const byHead = (begins: RegExp) => (_: Uint8Array, head: string) => begins.test(head);

/** A kind that has no reader: refused by its name, for its tags or bytes would be printed as text. */
function unread(id: string, kind: Said, { begins, note }: { begins: RegExp; note: Said }): Reader {
  return {
    id,
    ending: '',
    knows: byHead(begins),
    read: (_, path) => {
      throw problem(say('not-plain-text', kind), { path, note });
    },
  };
}

const extract = say('extract-text');
const untag = say('take-out-of-tags');

/** Pages in XML with the places of their lines: the element that tells the kind, and what reads it. */
const xmlPages: readonly { id: string; begins: RegExp; read: (root: Element) => BoxedPage[] }[] = [
  { id: 'alto', begins: /^\s*<(?:[\s\S]*<)?(?:\w+:)?alto[\s>]/i, read: readAlto },
  { id: 'page', begins: /^\s*<(?:[\s\S]*<)?(?:\w+:)?PcGts[\s>]/, read: readPageXml },
  { id: 'abbyy', begins: /^\s*<(?:[\s\S]*<)?document\b[^>]*abbyy\.com\/FineReader/i, read: readAbbyy },
  { id: 'djvu', begins: /^\s*<(?:[\s\S]*<)?DjVuXML[\s>]/, read: readDjvuXml },
  { id: 'pdftotext', begins: /^\s*<[\s\S]*<doc>\s*<page\b/, read: readPopplerWords },
  { id: 'pdftohtml', begins: /^\s*<(?:[\s\S]*<)?pdf2xml[\s>]/, read: readPopplerXml },
];

const xmlReader = ({ id, begins, read }: (typeof xmlPages)[number]): Reader => ({
  id,
  ending: '.xml',
  knows: byHead(begins),
  read: (bytes, path) => readBoxed(read(parseXml(bytes, path)), path),
});

/** The kinds of files, told apart by what is in them: the first that knows a file reads it. */
export const readers: readonly Reader[] = [
  {
    id: 'pdf',
    ending: '.pdf',
    // Some programs write a line of their own before a PDF's first.
    knows: byHead(/^[\s\S]{0,1024}%PDF-\d/),
    read: (bytes, path) => readPdf(bytes, path),
  },
  {
    id: 'picture',
    ending: '',
    knows: byHead(
      /^(?:\x89PNG|\xff\xd8\xff|GIF8[79]a|II[*+]|MM\0[*+]|RIFF....WEBP|\0\0\0\x0cjP {2}|....ftyp(?:heic|heix|mif1|msf1|avif)|8BPS|AT&TFORM)/s,
    ),
    read: (_, path) => {
      throw problem(say('a-scan'), { path, note: say('recognize-first'), ruleId: 'recognize' });
    },
  },
  { id: 'docx', ending: '.docx', knows: byHead(docxHead), read: readDocx },
  unread('gzip', say('a-packed-file'), { begins: /^\x1f\x8b/, note: say('unpack') }),
  unread('old-office', say('an-old-office-file'), { begins: /^\xd0\xcf\x11\xe0/, note: say('save-as-docx') }),
  unread('open-document', say('an-open-document'), {
    begins: /^PK\x03\x04.{26}mimetypeapplication\/vnd\.oasis/s,
    note: say('save-as-docx'),
  }),
  unread('epub', say('an-epub'), {
    begins: /^PK\x03\x04(?:.{26}mimetypeapplication\/epub|[\s\S]*META-INF\/container\.xml)/s,
    note: say('take-pages-out'),
  }),
  unread('ofd', say('an-ofd'), { begins: /^PK\x03\x04[\s\S]*OFD\.xml/, note: say('print-to-pdf') }),
  unread('archive', say('an-archive'), {
    begins: /^(?:PK\x03\x04|7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ)/,
    note: say('unpack'),
  }),
  unread('cnki', say('a-caj'), { begins: /^(?:CAJ\0|KDH |HN\0\0|TEB\0)/, note: say('print-to-pdf') }),
  unread('kindle', say('a-kindle-book'), {
    begins: /^.{60}(?:BOOKMOBI|TEXtREAd)/s,
    note: say('take-pages-out'),
  }),
  unread('web-archive', say('a-web-archive'), {
    begins:
      /^(?:[\w-]{2,40}: [^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){0,60}?(?:MIME-Version: 1|Content-Type: multipart\/related)/i,
    note: say('save-as-html'),
  }),
  unread('program', say('a-program'), { begins: /^(?:\x7fELF|MZ|\xcf\xfa\xed\xfe)/, note: extract }),
  unread('rtf', say('an-rtf'), { begins: /^\{\\rtf/, note: say('save-as-docx') }),
  ...xmlPages.map(xmlReader),
  {
    id: 'hocr',
    ending: '.hocr',
    knows: byHead(/^\s*<[\s\S]*\bocr(?:_page|-system)\b/i),
    read: (bytes, path) => readBoxed(readHocr(bytes, path), path),
  },
  {
    id: 'html',
    ending: '.html',
    knows: byHead(webPageHead),
    read: readWebPage,
  },
  unread('xml', say('an-xml'), { begins: /^\s*<(?:\?xml\s|!DOCTYPE\s|svg[\s>])/, note: untag }),
  { id: 'ocr-json', ending: '.json', knows: isResultJson, read: readResultJson },
  unread('json', say('an-unknown-json'), {
    begins:
      /^\s*(?:(?:\[\s*)*\{\s*["'][^"'\n]{1,60}["']\s*:|(?:\{\s*\}|\[[\s[\]]*\]|null)\s*$|\[\s*"[^"\n]*"\s*[,\]])/,
    note: say('known-results', [...new Set(jsonForms.map(({ name }) => name))].join(', ')),
  }),
  {
    id: 'tesseract',
    ending: '.tsv',
    knows: byHead(tesseractHead),
    read: (bytes, path) => readBoxed(readTesseract(bytes, path), path),
  },
  // Text in any of its encodings is what no other reader knows.
  { id: 'text', ending: '.txt', knows: () => true, read: readText },
];

/** The reader of a file. */
export function readerOf(bytes: Uint8Array): Reader {
  const head = headOf(bytes);
  return readers.find(({ knows }) => knows(bytes, head))!;
}
