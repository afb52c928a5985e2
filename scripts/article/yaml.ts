import type { Point } from 'unist';
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { depthLimit, titleLimit } from './limits.js';
import { didYouMean, problem } from './problem.js';
import { isSentenceId, type Said, say } from './words/say.js';

/** A title in YAML, of whatever kind: it is printed large and in one piece, so it has a limit. */
export const titleText = z.string().max(titleLimit, 'title-too-long');

/** Place of a YAML text: its file, and the line of that file on which it begins. */
export interface YamlPlace {
  path: string;
  firstLine?: number;
  /** The remedy for an unknown key: its counterpart here. */
  insteadOf?: (key: string) => Said | undefined;
}

/**
 * Reads YAML that must have a certain shape. All scalars are strings ("01" and 2025-02-26 stay as they are);
 * keys without a value count as absent.
 *
 * @throws a problem with line and column when it is not valid YAML, has unknown keys, or values of a wrong type.
 */
export function readYaml<T>(schema: z.ZodType<T>, text: string, place: YamlPlace): T {
  const { path, firstLine = 1, insteadOf } = place;
  const lines = new LineCounter();
  const document = parsed(text, { path, lines });
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const [error] = document.errors;
  if (error)
    throw problem(say('no-yaml', error.message), {
      path,
      place: pointAt(error.pos[0]),
      ruleId: 'yaml',
      note: error.code === 'TAB_AS_INDENT' ? say('yaml-tabs') : say('yaml-value'),
    });
  refuseStrange(document, { path, pointAt });
  const result = schema.safeParse(withoutEmpty(document.toJS() ?? {}));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const keys = issue!.path.filter((key) => typeof key !== 'symbol');
  const unknown = issue!.code === 'unrecognized_keys' ? issue!.keys[0]! : undefined;
  const point = pointAt(
    offsetOf(document, unknown === undefined ? keys : [...keys, unknown], unknown !== undefined),
  );
  if (unknown === undefined) {
    const nearest =
      issue!.code === 'invalid_value'
        ? nearestValue(document.getIn(keys), issue!.values)
        : quotesFor(issue!, { document, keys, text });
    const reason = reasonOf(issue!);
    throw problem(keys.length > 0 ? say('value-of', keys.join('.'), reason) : say('value', reason), {
      path,
      place: point,
      ruleId: 'schema',
      ...nearest,
    });
  }
  const allowed = allowedKeys(schema, keys);
  throw problem(say('unknown-key', unknown, allowed.join(', ')), {
    path,
    place: point,
    ruleId: 'schema',
    ...remedyFor(unknown, allowed, insteadOf),
  });
}

function remedyFor(
  key: string,
  allowed: readonly string[],
  insteadOf: YamlPlace['insteadOf'],
): { note?: Said } {
  const known = insteadOf?.(key);
  return known ? { note: known } : didYouMean(key, allowed);
}

/** A list where a text must be: the line with quotes that a person may write. */
function quotesFor(
  issue: z.core.$ZodIssue,
  { document, keys, text }: { document: Document; keys: readonly (string | number)[]; text: string },
): { note?: Said } {
  const node = document.getIn(keys, true);
  if (issue.code !== 'invalid_type' || issue.expected !== 'string' || !isNode(node) || !node.range) return {};
  const written = text.slice(node.range[0], node.range[1]).trim();
  if (written.includes('\n') || typeof keys.at(-1) !== 'string') return {};
  const plain = written.replace(/^[[{]\s*|\s*[\]}]$/g, '').replaceAll('"', '');
  return { note: say('quotes-to-write', `${keys.at(-1)}: "${plain}"`) };
}

/** The fault of a value: in our words where the schema gives the kind of fault, else in those of the library. */
function reasonOf(issue: z.core.$ZodIssue): Said | string {
  if (isSentenceId(issue.message)) return { id: issue.message, values: [] };
  if (issue.code === 'invalid_value')
    return say('one-of', issue.values.map((one) => `"${String(one)}"`).join('|'));
  if (issue.code !== 'invalid_type') return issue.message;
  const [, received = ''] = /received (\w+)/.exec(issue.message) ?? [];
  return say('wrong-type', issue.expected, received);
}

/** @throws a problem for a text that is nested too deeply to be read. */
function parsed(text: string, { path, lines }: { path: string; lines: LineCounter }): Document.Parsed {
  const line = deepLine(text);
  if (line === undefined)
    return parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  throw problem(say('yaml-too-deep', depthLimit), {
    path,
    place: { line, column: 1 },
    ruleId: 'yaml',
  });
}

/**
 * The first line that nests deeper than anybody intends, by signs in a row (`a: a: a:`, `- - -`), by brackets or by
 * indentation; the library's time grows with the cube of the depth.
 */
function deepLine(text: string): number | undefined {
  let [line, signs, brackets] = [1, 0, 0];
  for (const { 0: sign } of text.matchAll(/[-?:](?=\s|$)|[[{}\],]|\n(?<blanks>[ \t]*)/g)) {
    if (sign[0] === '\n') line++;
    signs = /^[-?:]/.test(sign) ? signs + 1 : 0;
    if (/[[{]/.test(sign)) brackets++;
    if (/[\]}]/.test(sign)) brackets = Math.max(0, brackets - 1);
    if (signs > depthLimit || brackets > depthLimit || sign.length > 2 * depthLimit) return line;
  }
  return undefined;
}

/**
 * Refuses aliases, which may expand to more than any memory holds, or to nothing, and lists as keys; no file of ours
 * needs them.
 */
function refuseStrange(
  document: Document,
  { path, pointAt }: { path: string; pointAt: (offset: number) => Point },
): void {
  visit(document, {
    Pair: (_, { key }) => {
      if (isNode(key) && !isScalar(key) && !isAlias(key))
        throw problem(say('yaml-key'), { path, place: pointAt(key.range?.[0] ?? 0), ruleId: 'yaml' });
    },
    Alias: (_, { source, range }) => {
      throw problem(say('yaml-alias', source), {
        path,
        place: pointAt(range?.[0] ?? 0),
        ruleId: 'yaml',
        note: say('quote-asterisk'),
      });
    },
  });
}

const nearestValue = (value: unknown, allowed: readonly unknown[]) =>
  typeof value === 'string' ? didYouMean(value, allowed.map(String)) : {};

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== '' && item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutEmpty(item)]));
}

/** Offset of the value at a path of keys, or of its last key. */
function offsetOf(document: Document, path: readonly (string | number)[], wantKey: boolean): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const map = path.length > 1 ? parent : document.contents;
  if (wantKey && isMap(map)) {
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node)) return (node as Node).range?.[0] ?? 0;
  }
  return 0;
}

function allowedKeys(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let inner: unknown = schema;
  for (const key of path) inner = step(unwrap(inner), key);
  const { shape } = unwrap(inner) as { shape?: object };
  return Object.keys(shape ?? {});
}

function step(schema: unknown, key: string | number): unknown {
  const { shape, element } = schema as { shape?: Record<string, unknown>; element?: unknown };
  return typeof key === 'number' ? element : shape?.[key];
}

/** Unwraps optional types and types with a default. */
function unwrap(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown; shape?: object; element?: unknown } | undefined;
  while (inner?.unwrap && !inner.shape && !inner.element) inner = inner.unwrap() as typeof inner;
  return inner ?? {};
}
