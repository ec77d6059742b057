import { objectFields, type Fields, type TableSet } from '@mtg/commands';
import { refuse } from '@mtg/service-kit';
import { UUID, zhEn, type Class, type ReferenceResolvers } from '@mtg/subgraph-kit';
import { Directive, Field, InterfaceType, ObjectType } from 'type-graphql';
import type { StreetIdentity } from './foundation/street-profile';

/** An object of a street, by the id under which analysts know its row. Each street has a type of it, as of `Street`. */
@InterfaceType('LiveObject', {
  autoRegisterImplementations: false,
  description: zhEn(
    '数据行所记的实时对象：取与其同类的一项，如派单取 workOrder，其他各项为空',
    'Live object of a row of data. Take the field of its type, e.g. `workOrder` for a row of work orders; the others are null',
  ),
})
abstract class LiveObject {
  @Field(() => UUID, { description: zhEn('标识', 'Identifier') })
  id: string;
}

/** Makes the fields of live objects: one for each table that analysts have rows of, and whose rows are found by their ids. */
export const liveObjectFields = (set: TableSet): Fields =>
  objectFields(
    LiveObject as unknown as Class, // for the name: no instance is made
    'LiveObject',
    set,
    [...set.references, ...set.tables.filter(({ table }) => table.listed)].filter(
      ({ table }) => table.shared.length > 0,
    ),
  );

/** The concrete type of one street, and the way in from the warehouse's subgraph. */
export interface LiveObjectType {
  readonly type: Class;
  readonly referenceResolvers: ReferenceResolvers;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Makes the type of the live objects of one street, e.g. `DayuStreetObject`. Federation routes by it, never by an id. */
export function createLiveObjectType({ typeName, title, code }: StreetIdentity): LiveObjectType {
  const name = `${typeName}Object`;

  @Directive('@key(fields: "id")')
  @ObjectType(name, {
    implements: LiveObject,
    description: zhEn(`${title}的实时对象`, `Live object of the street ${code}`),
  })
  class ConcreteObject extends LiveObject {}

  return {
    type: ConcreteObject,
    referenceResolvers: {
      [name]: ({ id }) => {
        if (typeof id === 'string' && ID.test(id))
          return Object.assign(new ConcreteObject(), { id: id.toLowerCase() });
        throw refuse.inWords(
          'BAD_USER_INPUT',
          'id：须为 UUID，请使用数据行的 id · id must be a UUID. Use the id of a row of data',
          { field: 'id' },
        );
      },
    },
  };
}
