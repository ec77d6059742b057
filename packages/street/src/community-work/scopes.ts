/**
 * How rows of community work belong to a community, a center or an author, in SQL: `row` is the alias of the table,
 * `value` the placeholder of the scope's value.
 */
export const OF_COMMUNITY = (row: string, value: string): string => `${row}.communityCode = ${value}`;
export const OF_CENTER = (row: string, value: string): string => `${row}.centerCode = ${value}`;
export const OF_AUTHOR = (row: string, value: string): string => `${row}.authorSubject = ${value}`;

/** For rows that name several communities. */
export const CONCERNS = (row: string, value: string): string => `${row}.communityCodes @> ARRAY[${value}]`;
