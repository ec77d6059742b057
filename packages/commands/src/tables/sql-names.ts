/** `functionText` in code is `function_text` in SQL. */
export const snakeCase = (name: string): string => name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();

/** A property as it stands in a statement. @param row alias of the table */
export const columnOf = (row: string, property: string): string => `${row}.${snakeCase(property)}`;
