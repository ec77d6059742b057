import { zhEn, type Class } from '@mtg/subgraph-kit';
import type { Command } from '../command/command';
import type { Fields } from './list-fields';
import { schemaField } from './schema-field';

/**
 * Puts a field with further rows onto the payload of a command: rows that another module has written in its transaction,
 * and that the command returns by this name.
 *
 * @param command of a module below
 */
export function payloadField<Context>(
  { payloadClass }: Pick<Command<Context>, 'payloadClass'>,
  name: string,
  type: Class,
): Fields {
  return {
    resolvers: [
      schemaField(payloadClass, {
        name,
        // A list of a class is a list of its type to type-graphql.
        returns: () => [type] as never,
        description: zhEn('所写的对象', 'The written row, as of this command'),
      }),
    ],
    fieldResolvers: {
      [payloadClass.name]: { [name]: (payload: Readonly<Record<string, unknown>>) => payload[name] },
    },
  };
}
