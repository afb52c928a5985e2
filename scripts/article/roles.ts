import type { Html, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { type Role, roles } from './article.js';
import { nearestOf } from './yaml.js';

const comment = /^<!--\s*([\s\S]*?)\s*-->$/;

/** Puts `<!-- role -->` before each block that has a role which Markdown itself cannot show. */
export function showRoles(tree: Root): Root {
  const children = tree.children.flatMap((node): RootContent[] => {
    const role = node.data?.role;
    return role && role !== 'paragraph' && node.type !== 'heading'
      ? [{ type: 'html', value: `<!-- ${role} -->` }, node]
      : [node];
  });
  return { ...tree, children };
}

/**
 * The other way round: a comment that names a role becomes `data.role` of the block after it. Every other comment is
 * a person's own remark and vanishes; one that looks like a mistyped role is reported.
 */
export function readRoles(tree: Root, file: VFile): void {
  const children: RootContent[] = [];
  let pending: { role: Role; node: Html } | undefined;
  for (const node of tree.children) {
    const remark = node.type === 'html' ? comment.exec(node.value) : null;
    if (remark && node.type === 'html') {
      const role = roles.find((name) => name === remark[1]);
      if (role) pending = { role, node };
      else warnOfTypo(remark[1]!, node, file);
      continue;
    }
    if (pending) node.data = { ...node.data, role: pending.role };
    pending = undefined;
    children.push(node);
  }
  if (pending)
    file.message(`Unexpected comment "${pending.role}" at the end, expected a block after it`, {
      place: pending.node.position,
      source: 'chongpai',
      ruleId: 'role',
    });
  tree.children = children;
}

function warnOfTypo(remark: string, node: Html, file: VFile): void {
  if (!/^[a-z-]{3,12}$/i.test(remark)) return;
  const nearest = nearestOf(remark, roles);
  if (!nearest) return;
  const message = file.message(`Unexpected role "${remark}", expected one of ${roles.join(', ')}`, {
    place: node.position,
    source: 'chongpai',
    ruleId: 'role',
  });
  message.note = `Did you mean "${nearest}"? It was taken for a remark.`;
}
