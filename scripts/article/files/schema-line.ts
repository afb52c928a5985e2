import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Editors find the schemas of a publication here, without a network. */
export const schemaFolder = '.schemas';

/** Folders from a file of a publication or an issue up to that of the publication, at most. */
const mostSteps = 3;

/**
 * The first line of a YAML file that names its JSON Schema to editors; empty where the publication has none.
 *
 * @param folder the file's
 * @param name of the schema
 */
export function schemaLine(folder: string, name: string): string {
  for (let steps = 1; steps <= mostSteps; steps++) {
    const path = join(folder, ...Array<string>(steps).fill('..'), schemaFolder, `${name}.json`);
    if (!existsSync(path)) continue;
    return `# yaml-language-server: $schema=${relative(folder, path).replaceAll(sep, '/')}\n`;
  }
  return '';
}
