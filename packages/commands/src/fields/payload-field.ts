import { zhEn, type Class } from '@mtg/subgraph-kit';
import type { Command } from '../command/command';
import { listOf } from '../input/graphql-type';
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
        returns: () => listOf(type),
        description: zhEn('所写的对象', 'The written row, as of this command'),
      }),
    ],
    fieldResolvers: {
      [payloadClass.name]: { [name]: (payload: Readonly<Record<string, unknown>>) => payload[name] },
    },
  };
}
