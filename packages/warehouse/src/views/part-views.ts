import { escapeIdentifier } from 'pg';

/** The district's tables are looked up in each street, for names. */
export const DISTRICT = 'DISTRICT';

/** Views with the rows of one source alone. */
export interface PartViews {
  readonly schema: string;
  readonly views: readonly { readonly name: string; readonly select: string }[];
}

/** Schema of the views of one source. */
export const partSchema = ({ code }: { readonly code: string }): string => `bi_${code.toLowerCase()}`;

/**
 * Statements that recreate the views of one source, for the programs that serve: of those over all sources the planner makes
 * every column for every row, and sees no order.
 */
export function partStatements({ schema, views }: PartViews): readonly string[] {
  const inPart = escapeIdentifier(schema);
  return [
    `DROP SCHEMA IF EXISTS ${inPart} CASCADE`,
    `CREATE SCHEMA ${inPart}`,
    ...views.map(({ name, select }) => `CREATE VIEW ${inPart}.${escapeIdentifier(name)} AS ${select}`),
  ];
}
