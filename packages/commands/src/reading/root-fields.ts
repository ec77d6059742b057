import { UUID, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { checkInput } from '../input/check-input';
import type { WorkRow } from '../rows/work-row';
import { PageArgs } from './page-args';
import type { AnyReadable, Readable } from './readable';
import { readPage, type FilterValues } from './read-page';
import { restrictionFor } from './restrict';

/**
 * Makes the resolver that puts lists onto a type of the schema: for each kind of row a connection with a filter
 * (`workOrders`), and the one row of an id (`workOrder`).
 */
export function readingFields(type: Class, readables: readonly AnyReadable[]): Class {
  class Reading {}
  Resolver(() => type)(Reading);
  // Each pairs an entity with its own connection; that much is lost in a list.
  for (const readable of readables as readonly Readable[]) {
    addMany(Reading.prototype, readable);
    addOne(Reading.prototype, readable);
  }
  return Reading;
}

function addMany(prototype: object, readable: Readable): void {
  const { many: name, connection: Connection, filter, description } = readable;
  const descriptor = define(
    prototype,
    name,
    async (page: PageArgs, given: unknown, context: SubgraphContext) => {
      const values = given ? (checkInput(filter.check, given, 'filter') as FilterValues) : {};
      return new Connection(await readPage(context, readable, page, values));
    },
  );
  FieldResolver(() => Connection, { nullable: true, description })(prototype, name, descriptor);
  Args(() => PageArgs)(prototype, name, 0);
  Arg('filter', () => filter.class, { nullable: true, description: zhEn('筛选', 'Which of them') })(
    prototype,
    name,
    1,
  );
  Ctx()(prototype, name, 2);
}

function addOne(prototype: object, readable: Readable): void {
  const { one: name, entity, description } = readable;
  const descriptor = define(
    prototype,
    name,
    (id: string, context: SubgraphContext): Promise<WorkRow | null> => {
      const query = context.database.getRepository(entity).createQueryBuilder('item');
      restrictionFor(context, readable)(query);
      return query.andWhere('item.id = :id', { id }).getOne();
    },
  );
  FieldResolver(() => entity as Class, { nullable: true, description })(prototype, name, descriptor);
  Arg('id', () => UUID, { description: zhEn('标识', 'Its identifier') })(prototype, name, 0);
  Ctx()(prototype, name, 1);
}

function define(prototype: object, name: string, value: unknown): PropertyDescriptor {
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  return Object.getOwnPropertyDescriptor(prototype, name) ?? {};
}
