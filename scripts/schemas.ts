import { z } from 'zod';
import { issueSchema } from './article/issue-file.js';
import { matterSchema } from './article/matter.js';
import { overridesSchema } from './article/overrides-file.js';
import { publicationSchema } from './config.js';

/** The files that a person writes, by the name of their JSON Schema. */
const files = {
  publication: { of: 'manuscript/publication.yaml', schema: publicationSchema },
  issue: { of: 'issue.yaml of an issue', schema: issueSchema },
  overrides: { of: 'overrides.yaml of an issue', schema: overridesSchema },
  'front-matter': { of: 'the lines between --- at the top of a story', schema: matterSchema },
} as const;

export type SchemaName = keyof typeof files;
export const schemaNames = Object.keys(files) as SchemaName[];

/** The scalars of YAML: our reader takes each as literal text. */
const scalar = ['string', 'number', 'boolean'];

/**
 * The JSON Schema (2020-12) of a file, for editors that complete and check YAML. It follows from the schema that reads
 * the file, so that the two cannot differ; scalars may have any YAML form (`16`, `true`, `"true"`).
 */
export function jsonSchemaOf(name: SchemaName): object {
  const { of, schema } = files[name];
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { type, enum: values, const: only, pattern } = jsonSchema;
      if (type !== 'string' || pattern !== undefined) return;
      const asWritten = [...(values ?? (only === undefined ? [] : [only]))];
      if (asWritten.length === 0) {
        // JSON Schema allows a list of types here; the library's types allow only one.
        Object.assign(jsonSchema, { type: scalar });
        return;
      }
      delete jsonSchema.type;
      delete jsonSchema.const;
      const flags = asWritten.flatMap((value) =>
        value === 'true' ? [true] : value === 'false' ? [false] : [],
      );
      jsonSchema.enum = [...asWritten, ...flags];
    },
  });
  return { title: `chongpai: ${of}`, ...json };
}

/** A key of the publication's file, for the commented file that `new` writes. */
export interface PublicationKey {
  key: string;
  about: string;
  /** Its default; undefined where that depends on the book. */
  usual?: unknown;
}

/** The keys of `publication.yaml` in the order of its schema, with their meaning. */
export function publicationKeys(): PublicationKey[] {
  return Object.entries(publicationSchema.shape).map(([key, field]) => {
    const inner = field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
    return {
      key,
      about: z.globalRegistry.get(field)?.description ?? '',
      ...(inner !== undefined && { usual: inner }),
    };
  });
}
