import type { Definition, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { tell } from '../problem.js';
import { say } from '../words/say.js';

/**
 * Puts addresses and pictures that are defined elsewhere (`[site]: https://…`) where they are used; reports unused
 * ones, which would otherwise vanish. In place.
 */
export function remarkReferences() {
  return (tree: Root, file: VFile): void => {
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    const used = new Set<Definition>();
    visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
      const definition = definitions.get(node.identifier);
      if (!definition || !parent || index === undefined) return;
      used.add(definition);
      const { url, title } = definition;
      const place = { url, title: title ?? null, ...(node.position && { position: node.position }) };
      const made: PhrasingContent =
        node.type === 'imageReference'
          ? { type: 'image', alt: node.alt ?? null, ...place }
          : { type: 'link', children: node.children, ...place };
      (parent.children as RootContent[])[index] = made;
    });
    visit(tree, 'definition', (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (!used.has(node)) tellUnused(node, file);
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
  };
}

function tellUnused({ label, identifier, url, position }: Definition, file: VFile): void {
  tell(file, say('unused-address', url, label ?? identifier), {
    place: position,
    ruleId: 'definition',
    note: say('take-out-or-escape', label ?? identifier),
  });
}
