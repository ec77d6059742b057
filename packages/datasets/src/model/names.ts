/** The name in GraphQL of a column or measure: `center_name` is `centerName`. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The English plural of a name in SQL. */
export const pluralOf = (name: string): string =>
  /[^aeiou]y$/u.test(name) ? `${name.slice(0, -1)}ies` : name.endsWith('s') ? name : `${name}s`;
