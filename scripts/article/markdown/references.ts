import type { Definition, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Puts addresses and pictures that stand elsewhere (`[site]: https://…`) where they are used; tells of those that are
 * used nowhere, for they would vanish. In place.
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
  const message = file.message(
    `Unexpected address "${url}" of [${label ?? identifier}], which the article does not use and which is not printed`,
    { place: position, source: 'chongpai', ruleId: 'definition' },
  );
  message.note = `Take it out, or write \\[${label ?? identifier}]: if it is text.`;
}
