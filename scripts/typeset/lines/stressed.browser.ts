/** Marks the boxes in vertical lines, because their 着重号 is at the right. */
export function turnStress(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll('.stressed')];
  const turned = boxes.map((box) => getComputedStyle(box).writingMode.startsWith('vertical'));
  for (const [index, box] of boxes.entries()) if (turned[index]) box.classList.add('beside');
}
