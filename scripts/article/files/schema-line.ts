import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Editors find the schemas of a publication here, without a network. */
export const schemaFolder = '.schemas';

/** The publication's folder is at most so many levels above a file of the publication or of an issue. */
const mostSteps = 3;

/**
 * The first line of a YAML file, which names its JSON Schema to editors; empty if the publication has no schemas.
 *
 * @param folder the folder of the file
 * @param name name of the schema
 */
export function schemaLine(folder: string, name: string): string {
  for (let steps = 1; steps <= mostSteps; steps++) {
    const path = join(folder, ...Array<string>(steps).fill('..'), schemaFolder, `${name}.json`);
    if (!existsSync(path)) continue;
    return `# yaml-language-server: $schema=${relative(folder, path).replaceAll(sep, '/')}\n`;
  }
  return '';
}
