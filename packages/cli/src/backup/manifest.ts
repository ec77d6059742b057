import { z } from 'zod';

/** Of the layout of a backup; a program refuses one that it does not know. */
export const FORMAT = 1;

export const MANIFEST_FILE = 'manifest.json';
/** Digests of all other files, as `sha256sum -c` reads them. */
export const SUMS_FILE = 'SHA256SUMS';

const TableOfBackup = z
  .object({
    name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
    columns: z.array(z.string()).readonly(),
    rows: z.number().int(),
    /** SHA-256 of the rows as COPY writes them, before they are compressed. */
    sha256: z.string(),
  })
  .readonly();

export type TableOfBackup = z.infer<typeof TableOfBackup>;

/** Description of a backup, without the rows themselves. */
export const Manifest = z
  .object({
    format: z.literal(FORMAT),
    /** Subgraph that it belongs to, by its name in the list of subgraphs. */
    subgraph: z.string(),
    /** Of the snapshot that all tables were read in. */
    takenAt: z.string(),
    server: z.string(),
    /** Migrations that bring an empty database to the tables below. */
    migrations: z.array(z.string()).readonly(),
    tables: z.array(TableOfBackup).readonly(),
    sequences: z
      .array(z.object({ name: z.string(), value: z.string(), called: z.boolean() }).readonly())
      .readonly(),
    audit: z
      .object({ entries: z.number().int(), sequence: z.string(), hash: z.string(), whole: z.boolean() })
      .readonly(),
  })
  .readonly();

export type Manifest = z.infer<typeof Manifest>;

export const fileOf = (table: string): string => `${table}.copy.gz`;
