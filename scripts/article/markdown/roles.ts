import type { Html, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { type Role, roles } from '../article.js';
import { nearestOf, tell } from '../problem.js';
import { say } from '../words/say.js';
import { commentOf } from './html/inline.js';

/** Words for a page break in a manuscript; the first is the one that is written back. */
const pageBreaks = ['page-break', '分页', '換頁', '换页'];
/** The same for a picture that has a page to itself. */
const plates = ['plate', '整页图', '整頁圖'];
/** The same for a picture over two facing pages. */
const spreads = ['spread', '跨页图', '跨頁圖'];

declare module 'mdast' {
  interface Data {
    /** 另页: the block begins a page. */
    startsPage?: true;
    /** 整页图: the picture has a page to itself, with its caption. */
    isPlate?: true;
    /** 跨页图: the picture goes over two facing pages, half on each. */
    isSpread?: true;
  }
}

/** Puts `<!-- role -->` before each block whose role Markdown itself cannot show. */
export function showRoles(tree: Root): Root {
  const children = tree.children.flatMap((node): RootContent[] => {
    const role = node.data?.role;
    const marks = [
      ...(node.data?.startsPage ? [pageBreaks[0]!] : []),
      ...(node.data?.isPlate ? [plates[0]!] : []),
      ...(node.data?.isSpread ? [spreads[0]!] : []),
      ...(role && role !== 'paragraph' && node.type !== 'heading' ? [role] : []),
    ];
    return [...marks.map((mark): Html => ({ type: 'html', value: `<!-- ${mark} -->` })), node];
  });
  return { ...tree, children };
}

/**
 * The other way round: a comment that names a role becomes `data.role` of the block after it, and one that says
 * page-break makes it begin a page. Every other comment is a person's own remark; one that looks like a mistyped role
 * is reported. In place.
 */
export function remarkRoles() {
  return (tree: Root, file: VFile): void => {
    const children: RootContent[] = [];
    let pending: { role?: Role; startsPage?: true; isPlate?: true; isSpread?: true; node: Html } | undefined;
    for (const node of tree.children) {
      const remark = commentOf(node);
      if (remark !== undefined && node.type === 'html') {
        const role = roles.find((name) => name === remark);
        if (role) pending = { ...pending, role, node };
        else if (pageBreaks.includes(remark)) pending = { ...pending, startsPage: true, node };
        else if (plates.includes(remark)) pending = { ...pending, isPlate: true, node };
        else if (spreads.includes(remark)) pending = { ...pending, isSpread: true, node };
        else tellTypo(remark, node, file);
        continue;
      }
      if (pending) {
        const { node: _, ...said } = pending;
        node.data = { ...node.data, ...said };
      }
      pending = undefined;
      children.push(node);
    }
    if (pending)
      tell(file, say('comment-at-end', commentOf(pending.node)), {
        place: pending.node.position,
        ruleId: 'role',
        note: say('take-comment-out'),
      });
    tree.children = children;
  };
}

function tellTypo(remark: string, node: Html, file: VFile): void {
  if (!/^[a-z-]{3,12}$/i.test(remark)) return;
  const nearest = nearestOf(remark, [...roles, pageBreaks[0]!, plates[0]!, spreads[0]!]);
  if (!nearest) return;
  tell(file, say('unexpected-role', remark, roles.join(', ')), {
    place: node.position,
    ruleId: 'role',
    note: say('taken-for-remark', nearest),
  });
}
