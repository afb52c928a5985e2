/** 着重号 of vertical lines are at their right: marks the boxes that need it. */
export function turnStress(root: HTMLElement): void {
  const boxes = [...root.querySelectorAll('.stressed')];
  const turned = boxes.map((box) => getComputedStyle(box).writingMode.startsWith('vertical'));
  for (const [index, box] of boxes.entries()) if (turned[index]) box.classList.add('beside');
}
