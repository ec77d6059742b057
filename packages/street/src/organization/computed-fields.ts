import { toSource, type FieldResolvers, type Source } from '@mtg/subgraph-kit';
import { ORGANIZATION_TABLES } from './reference-tables';
import { shortNameOf } from './short-name';

/** A row as a statement has read it, or an instance of its class, which computes these itself. */
interface GivenRow {
  readonly citation: string;
  readonly source?: Source;
  readonly aliasCitation: string | null;
  readonly name: string;
}

const source = (row: GivenRow): Source => row.source ?? toSource(row.citation);

/** Fields of the organization's rows beyond their columns. */
export const computedFields: FieldResolvers = {
  ...Object.fromEntries(ORGANIZATION_TABLES.map(({ table }) => [table.name, { source }])),
  FunctionalCenter: {
    source,
    aliasSource: ({ aliasCitation }: GivenRow) => (aliasCitation === null ? null : toSource(aliasCitation)),
  },
  Community: { source, shortName: ({ name }: GivenRow) => shortNameOf(name) },
};
