import type { OfficialDocument } from '@mtg/printing/parts';
import type { KnownStreet } from '@mtg/subgraph-kit';
import { z } from 'zod';

/** Facts that a document needs besides its record. */
export interface Letterhead {
  readonly street: KnownStreet;
  /** Names of departments by their codes, as the district said last. */
  readonly departments: ReadonlyMap<string, string>;
}

/** Rows of a kind that are printed: asked for by a query of the street's schema, as their reader. */
export interface PrintedKind {
  /** Name in file names. */
  readonly name: string;
  /** Field of the street that gives a row by its id. */
  readonly field: string;
  /** Fields that are asked of the row. */
  readonly selection: string;
  /** The document of an answer. */
  readonly documentOf: (row: unknown, letterhead: Letterhead) => OfficialDocument;
}

/** States a kind by the shape of its rows. */
export const printedKind = <T>(
  kind: Omit<PrintedKind, 'documentOf'> & {
    readonly shape: z.ZodType<T>;
    readonly documentOf: (row: T, letterhead: Letterhead) => OfficialDocument;
  },
): PrintedKind => ({
  ...kind,
  documentOf: (row, letterhead) => kind.documentOf(kind.shape.parse(row), letterhead),
});

/** Fields that every row has. */
export const COMMON = 'sample deletedAt';
export const common = { sample: z.boolean(), deletedAt: z.string().nullable() };

/** Words across the head: sample data, and what is no longer valid, or not yet. */
export const marksOf = (
  { sample, deletedAt }: { readonly sample: boolean; readonly deletedAt: string | null },
  state?: string,
): readonly string[] => [
  ...(sample ? ['样例'] : []),
  ...(deletedAt === null ? [] : ['已撤销']),
  ...(state === undefined ? [] : [state]),
];

/** As many rows as a list gives at once. */
export const ALL = '(first: 500)';
