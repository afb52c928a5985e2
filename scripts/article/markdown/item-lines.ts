import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { chineseNumber } from '../../text/press/items.js';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/** The number that a line begins with: 一、 （一） 1、 （1） ①, with the form that its neighbours share. */
interface Numbered {
  form: string;
  value: number;
  shown: string;
}

const numbers =
  /^(?:([一二三四五六七八九十]{1,3})(、)|[（(](?:([一二三四五六七八九十]{1,3})|(\d{1,2}))([）)])|(\d{1,2})([、．])|([①-⑳]))/u;
const firstCircled = 0x2460;

function numberedOf(line: string): Numbered | undefined {
  const [shown, han, comma, inBrackets, figure, bracket, plain, point, circled] = numbers.exec(line) ?? [];
  if (shown === undefined) return undefined;
  if (circled !== undefined) return { form: '①', value: circled.codePointAt(0)! - firstCircled + 1, shown };
  const chinese = han ?? inBrackets;
  const form = `${chinese ? '一' : '1'}${comma ?? bracket ?? point}`;
  return { form, value: chinese ? chineseNumber(chinese) : Number(figure ?? plain), shown };
}

/**
 * 列项成段: asks about lines that begin with 一、 and 二、 without a blank line between them: Markdown makes one paragraph
 * of them. Before line ends are joined.
 */
export function remarkItemLines() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'paragraph', (node) => {
      if (node.data?.role !== 'verse') judge(node, file);
    });
  };
}

function judge({ position }: Paragraph, file: VFile): void {
  if (!position || position.start.line === position.end.line) return;
  const lines = String(file).slice(position.start.offset, position.end.offset).split('\n');
  const last = new Map<string, Numbered>();
  for (const [index, line] of lines.entries()) {
    const text = line.replace(/^[\s>\u3000]+/u, '');
    const found = numberedOf(text);
    if (!found) continue;
    const before = last.get(found.form);
    // Lines that end with a backslash or two blanks stay lines.
    const isJoined = !/(?:\\| {2})\r?$/.test(lines[index - 1] ?? '');
    if (before && isJoined && found.value === before.value + 1) {
      const place = { line: position.start.line + index, column: 1 + line.length - text.length };
      tell(file, say('items-joined', before.shown, found.shown), {
        place,
        ruleId: 'items',
        note: say('part-items'),
      });
      return;
    }
    last.set(found.form, found);
  }
}
