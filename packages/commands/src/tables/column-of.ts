import { snakeCase } from '@mtg/subgraph-kit';

/** A property as it stands in a statement. @param row alias of the table */
export const columnOf = (row: string, property: string): string => `${row}.${snakeCase(property)}`;
