import { dirname, join, sep } from 'node:path';
import {
  type Atrule,
  type CssNode,
  find,
  generate,
  type Url,
  type WalkContext,
  walk,
} from 'css-tree/dist/csstree.esm';
import type { FontFace } from '../../article/edition.js';
import { judgePicture } from '../../article/pictures/judge-picture.js';
import { refuseHugePicture } from '../../article/pictures/picture-size.js';
import { type Said, say } from '../../article/words/say.js';
import { type Sheet, sheetProblem } from './sheet.js';

/** A sheet with its files embedded, and the faces that it provides. */
export interface OwnFiles {
  css: string;
  faces: FontFace[];
}

/** Reads a file beside a sheet; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

/**
 * 自备图片与字体: pictures beside a sheet are embedded in it, and fonts of its `@font-face` rules become faces of the
 * book, subset, embedded and proven like all others. Web addresses stay, and are reported elsewhere.
 *
 * @throws a problem with the line of the rule for a file that is missing or that cannot be printed.
 */
export function ownFiles(sheet: Sheet, read: ReadFile): OwnFiles {
  const faces: FontFace[] = [];
  const changes: { start: number; end: number; text: string }[] = [];
  walk(sheet.tree, {
    enter(this: WalkContext, node: CssNode) {
      if (node.type === 'Atrule' && node.name === 'font-face') {
        faces.push(faceOf(sheet, node, read));
        const { start, end } = node.loc!;
        // Its line breaks stay, so that later lines keep their numbers.
        changes.push({
          start: start.offset,
          end: end.offset,
          text: sheet.css.slice(start.offset, end.offset).replace(/[^\n]/g, ' '),
        });
        return;
      }
      const isTaken = this.atrule?.name === 'font-face' || this.atrule?.name === 'import';
      if (node.type === 'Url' && isBeside(node) && !isTaken) {
        const { start, end } = node.loc!;
        changes.push({
          start: start.offset,
          end: end.offset,
          text: `url("${pictureOf(sheet, node, read)}")`,
        });
      }
    },
  });
  let css = sheet.css;
  for (const { start, end, text } of changes.sort((a, b) => b.start - a.start))
    css = css.slice(0, start) + text + css.slice(end);
  return { css, faces };
}

const isBeside = ({ value }: Url) => value !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(value);

function nameOf({ value }: Url): string {
  const name = value.split(/[?#]/)[0]!;
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/** The `styles/` that a sheet lies in, however deep. */
function homeOf({ path }: Sheet): string {
  const at = path.lastIndexOf(`${sep}styles${sep}`);
  return at < 0 ? dirname(path) : path.slice(0, at + `${sep}styles`.length);
}

function bytesOf(sheet: Sheet, node: Url, read: ReadFile): Uint8Array {
  const name = nameOf(node);
  const path = join(dirname(sheet.path), name);
  // What lies elsewhere belongs to another, and to no key.
  if (!path.startsWith(homeOf(sheet) + sep))
    throw sheetProblem(sheet, node, say('sheet-file-outside', name), say('copy-beside-sheet'));
  const bytes = read(path);
  if (bytes) return bytes;
  throw sheetProblem(sheet, node, say('no-sheet-file', name), say('copy-beside-sheet'));
}

function pictureOf(sheet: Sheet, node: Url, read: ReadFile): string {
  const bytes = bytesOf(sheet, node, read);
  refuseHugePicture(bytes, join(dirname(sheet.path), nameOf(node)));
  const judged = judgePicture(bytes, nameOf(node));
  if ('fault' in judged) throw sheetProblem(sheet, node, judged.fault, judged.remedy);
  return `data:${judged.type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function faceOf(sheet: Sheet, rule: Atrule, read: ReadFile): FontFace {
  const value = (name: string): CssNode | undefined => {
    const declaration = find(rule, (node) => node.type === 'Declaration' && node.property === name);
    return declaration?.type === 'Declaration' ? declaration.value : undefined;
  };
  const family = textOf(value('font-family')).replace(/^["']|["']$/g, '');
  const source = value('src');
  const url = source && find(source, (node) => node.type === 'Url');
  if (!family || url?.type !== 'Url')
    throw sheetProblem(sheet, rule, say('incomplete-font-face'), say('write-font-face'));
  if (!isBeside(url))
    throw sheetProblem(sheet, url, say('font-elsewhere', url.value.slice(0, 60)), say('save-font'));
  checkFont(sheet, url, bytesOf(sheet, url, read));
  const weight = { normal: 400, bold: 700, '': 400 }[textOf(value('font-weight'))];
  return {
    family,
    weight: weight ?? (Number.parseInt(textOf(value('font-weight')), 10) || 400),
    ...(/italic|oblique/.test(textOf(value('font-style'))) && { style: 'italic' as const }),
    file: join(dirname(sheet.path), nameOf(url)),
  };
}

const textOf = (node: CssNode | undefined) => (node ? generate(node).trim() : '');

/** By the first bytes of a file. */
const otherFonts: Record<string, Said> = {
  OTTO: say('font-postscript'),
  ttcf: say('font-collection'),
};

/** Chromium prints all others as Type 3, with wrong code points. */
function checkFont(sheet: Sheet, node: Url, bytes: Uint8Array): void {
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (reason: Said) =>
    sheetProblem(sheet, node, say('unfit-font', nameOf(node), reason), say('convert-font'));
  const head = font.subarray(0, 4).toString('latin1');
  // Packed; behind its head stands what it packs, and the rest is seen when it is opened.
  if (/^wOF[F2]/.test(head) && font.length > 44) {
    if (font.readUInt32BE(8) !== font.length) throw refuse(say('font-cut'));
    if (font.toString('latin1', 4, 8) === 'OTTO') throw refuse(say('font-postscript'));
    return;
  }
  if (font.length < 12 || (head !== '\0\x01\0\0' && head !== 'true'))
    throw refuse(otherFonts[head] ?? say('font-none'));
  const count = font.readUInt16BE(4);
  const tables = new Map<string, number>();
  for (let at = 12; at + 16 <= Math.min(font.length, 12 + 16 * count); at += 16)
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
  if (!tables.has('glyf') || !tables.has('cmap')) throw refuse(say('font-none'));
  if (tables.has('fvar')) throw refuse(say('font-variable'));
  if (Math.max(...tables.values()) > font.length) throw refuse(say('font-cut'));
}
