import { element } from '../controls/element.browser.js';

/** Editors that open a file at a line by an address. */
export const editorNames = {
  none: '',
  vscode: 'VS Code',
  vscodium: 'VSCodium',
  cursor: 'Cursor',
  zed: 'Zed',
  idea: 'IntelliJ IDEA',
  textmate: 'TextMate',
} as const;
export type Editor = keyof typeof editorNames;
export const editors = Object.keys(editorNames) as Editor[];

export interface EditorPlace {
  /** The publication's folder. */
  root: string;
  editor: Editor;
}

/** A place of a file: a link into the chosen editor, or its words alone. */
export function fileLink(
  file: string,
  line: number | undefined,
  { root, editor }: EditorPlace,
  words = line === undefined ? file : `${file}:${line}`,
): HTMLElement {
  if (editor === 'none') return element('code', {}, words);
  const path = `${root}/${file}`.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return element('a', { href: addressFor(editor, path, line ?? 1) }, words);
}

function addressFor(editor: Exclude<Editor, 'none'>, path: string, line: number): string {
  if (editor === 'idea') return `idea://open?file=${path}&line=${line}`;
  if (editor === 'textmate') return `txmt://open?url=file://${path}&line=${line}`;
  return `${editor}://file${path.startsWith('/') ? '' : '/'}${path}:${line}`;
}
