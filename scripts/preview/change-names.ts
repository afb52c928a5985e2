/** Adds and removes lines of a names file, and leaves everything else in it as it is. */
export function changeNames(
  text: string,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): { text: string; add: string[]; remove: string[] } {
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const removed = remove.filter((line) => {
    const at = lines.indexOf(line);
    if (at >= 0) lines.splice(at, 1);
    return at >= 0;
  });
  const added = add.filter((line) => !lines.includes(line));
  lines.push(...added);
  return { text: lines.length > 0 ? `${lines.join('\n')}\n` : '', add: added, remove: removed };
}
