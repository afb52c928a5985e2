import type { Html, Parent, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Handle } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../../problem.js';
import { say } from '../../words/say.js';
import { type Tag, tagOf } from './tag.js';

/** 上标, 下标 */
export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}
export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}
/** 专名号: the line under a proper name, as scholarly editions set it. */
export interface ProperName extends Parent {
  type: 'properName';
  children: PhrasingContent[];
}
type Tagged = Superscript | Subscript | ProperName;

declare module 'mdast' {
  interface PhrasingContentMap {
    superscript: Superscript;
    subscript: Subscript;
    properName: ProperName;
  }
  interface RootContentMap {
    superscript: Superscript;
    subscript: Subscript;
    properName: ProperName;
  }
}
declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    tagged: 'tagged';
  }
}

/** Supported tags that Markdown has no signs for, and the nodes that they become. */
const tags = { sup: 'superscript', sub: 'subscript', u: 'properName' } as const;
/** Supported tags, with those that say what signs of Markdown say. */
const pairs: Readonly<Record<string, PhrasingContent['type']>> = {
  ...tags,
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  a: 'link',
};
/** Tags that say only what their text looks like, or where a line may break. */
const looks: ReadonlySet<string> = new Set(
  'abbr bdi bdo big cite font label mark nobr small span time tt wbr'.split(' '),
);

/** Makes nodes of tags that are supported; those that only ask for a look are removed, and told. In place. */
export function remarkTags() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node, index, parent) => {
      const tag = tagOf(node);
      if (!parent || index === undefined || !tag) return undefined;
      const siblings = (parent as Parents & { children: PhrasingContent[] }).children;
      if (tag.name === 'br' && !tag.isEnd) {
        siblings[index] = { type: 'break', ...(node.position && { position: node.position }) };
        return undefined;
      }
      if (looks.has(tag.name)) {
        if (!tag.isEnd)
          tell(file, say('look-of-tag', tag.source), { ...toldAt(node), note: say('look-is-themes') });
        siblings.splice(index, 1);
        return index;
      }
      const end = siblings.findIndex((one, at) => at > index && isTag(one, `/${tag.name}`));
      const type = pairs[tag.name];
      if (!type || tag.isEnd || end < 0) return undefined;
      const made = { type, ...addressOf(tag), children: siblings.slice(index + 1, end) } as Tagged;
      if (node.position && siblings[end]!.position)
        made.position = { start: node.position.start, end: siblings[end]!.position.end };
      // A place that others link to is no link.
      const isLink = type !== 'link' || 'url' in made;
      siblings.splice(index, end - index + 1, ...(isLink ? [made] : (made as Tagged).children));
      return index; // Its content is visited too.
    });
  };
}

const toldAt = ({ position }: Html) => ({ place: position, ruleId: 'html' });
const addressOf = ({ name, attributes: { href } }: Tag) =>
  name === 'a' && typeof href === 'string' && href !== '' ? { url: href } : {};

export const isTag = (node: { type: string }, name: string): boolean =>
  node.type === 'html' && (node as Html).value.toLowerCase() === `<${name}>`;

/** The same nodes written as Markdown. */
export const writeTagged: Handle = (node: Tagged, _, state, info) => {
  const [tag] = Object.entries(tags).find(([, type]) => type === node.type)!;
  const tracker = state.createTracker(info);
  const exit = state.enter('tagged');
  const open = tracker.move(`<${tag}>`);
  const inside = state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' });
  exit();
  return `${open}${inside}</${tag}>`;
};

/** The text of a whole comment: a person's remark. */
export const commentOf = (node: { type: string }): string | undefined =>
  node.type === 'html' ? /^<!--\s*([\s\S]*?)\s*-->$/.exec((node as Html).value)?.[1] : undefined;

/** 备注: no comment is printed, wherever it is; a block with nothing else is removed with it. In place. */
export function remarkDropComments() {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined || commentOf(node) === undefined) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    tree.children = tree.children.filter((node) => !isEmptied(node));
  };
}

const isEmptied = (node: RootContent): boolean =>
  (node.type === 'paragraph' || node.type === 'blockquote') &&
  (node.children.length === 0 ||
    node.children.every((child) => child.type === 'paragraph' && child.children.length === 0));

/** A tag of a pair without its other one. */
const lone = /^<(\/?)(sup|sub|u|b|strong|i|em|a)(?:\s[^>]*)?>$/i;
/** The rest of an incomplete reading. */
const ofRuby = /^<\/?(?:ruby|rt|rp)>$/i;

/** Reports each unsupported tag once, and each that lacks its partner: they are printed literally. */
export function remarkToldTags() {
  return (tree: Root, file: VFile): void => {
    const told = new Set<string>();
    visit(tree, 'html', (node) => {
      const place = { place: node.position, ruleId: 'html' };
      const [, slash, pair] = lone.exec(node.value) ?? [];
      if (pair !== undefined) {
        const partner = slash ? `<${pair}>` : `</${pair}>`;
        tell(file, say('lone-tag', node.value, partner), { ...place, note: say('pair-tag', partner) });
        return;
      }
      const isReading = ofRuby.test(node.value);
      const known = /^<[/!?]?([a-z][\w-]*)?/i.exec(node.value)?.[1]?.toLowerCase() ?? '';
      const name = isReading ? `ruby in line ${node.position?.start.line}` : known;
      if (told.has(name)) return;
      told.add(name);
      if (isReading) {
        tell(file, say('odd-ruby'), { ...place, note: say('printed-as-is') });
        return;
      }
      const isOpen = node.value.startsWith('<!--');
      const shown = node.value.length > 40 ? `${node.value.slice(0, 40)}…` : node.value;
      tell(file, isOpen ? say('open-comment') : say('unknown-tag', shown), {
        ...place,
        note: name === 'img' ? say('write-picture') : say('printed-as-is'),
      });
    });
  };
}
