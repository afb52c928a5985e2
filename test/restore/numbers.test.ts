import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../scripts/restore');
const table = 'numbers';

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const parse = (file: string, text = readFileSync(join(folder, file), 'utf8')) =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

const docOf = (node: ts.Node) =>
  (ts.getLeadingCommentRanges(node.getSourceFile().text, node.getFullStart()) ?? [])
    .map(({ pos, end }) => node.getSourceFile().text.slice(pos, end))
    .join('\n');

/** Numbers of a table's file: the groups without a source, and the numbers without a meaning. */
function undocumented(source: ts.SourceFile): string[] {
  return source.statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const { name, initializer } = statement.declarationList.declarations[0]!;
    const group = name.getText();
    const row = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
    const numbers = row && ts.isObjectLiteralExpression(row) ? row.properties : [];
    return [
      ...(/ \* From: \S/.test(docOf(statement)) ? [] : [`${group} does not say where it is from`]),
      // Shares of characters are named by the characters.
      ...numbers
        .filter((number) => !ts.isStringLiteral(number.name!) && !/\/\*\* .{8}/.test(docOf(number)))
        .map((number) => `${group}.${number.name!.getText()} does not say what it means`),
    ];
  });
}

/** Counts, halves of a pair, quarters of an em, per cent: facts, and nothing that one could set otherwise. */
const facts = new Set(['0', '1', '2', '3', '4', '100']);
/** Code points, and positions in them. */
const isCode = (text: string) => /^0x/.test(text);

/** Numbers outside of the table that decide something. */
function stray(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node) && !isCode(node.getText()) && !facts.has(node.text) && !isPlain(node))
      found.push(`${source.fileName}: ${node.parent.getText().slice(0, 60)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** True for numbers that only name a place in a text, a character, or bits. */
function isPlain(node: ts.Node): boolean {
  const { parent } = node;
  // Classes of width have numbers.
  if (ts.isPropertyAssignment(parent) && /WidthClass/.test(parent.parent.parent.getText().slice(0, 60)))
    return true;
  if (ts.isCallExpression(parent) && /\.(?:slice|at|toString)$/.test(parent.expression.getText()))
    return true;
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === ts.SyntaxKind.LessThanLessThanToken) return true;
    if (/\b[cC]ode\b|charCodeAt/.test(parent.getText())) return true;
    // Text before a place: the characters of a number, a name, a mark.
    if (ts.isCallExpression(parent.parent))
      return /\.(?:slice|max|min)$/.test(parent.parent.expression.getText());
  }
  return false;
}

describe('numbers of the restoration', () => {
  const [own, others] = [
    files.filter((file) => file.startsWith(table)),
    // Weights that a command fits, as text.
    files.filter((file) => !file.startsWith(table) && file !== join('parts', 'weights.ts')),
  ];

  it('each have a meaning, and each group says where it is from', () => {
    expect(own.length).toBeGreaterThan(3);
    expect(own.flatMap((file) => undocumented(parse(file)))).toEqual([]);
    expect(undocumented(parse('x.ts', '/** Words. */\nexport const x = { y: 3 } as const;'))).toEqual([
      'x does not say where it is from',
      'x.y does not say what it means',
    ]);
  });

  it('stand nowhere else', () => {
    expect(others.flatMap((file) => stray(parse(file)))).toEqual([]);
    expect(stray(parse('x.ts', 'if (share > 0.25) return 7;'))).toEqual([
      'x.ts: share > 0.25',
      'x.ts: return 7;',
    ]);
  });
});
