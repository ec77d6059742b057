import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `functionText` in code is `function_text` in SQL: analysts write SQL by hand and need no quotes for it. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return snakeCase([...prefixes, customName ?? propertyName].join('_'));
  }
}

/** The name in SQL of a property or a type: `functionText` is `function_text`. */
export const snakeCase = (name: string): string => name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();
