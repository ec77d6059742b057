import { requireReading, sampleArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { readToDo } from './read-to-do';
import { ToDo } from './to-do';

/** Things of a street that wait for the caller. */
@Resolver(() => Street)
export class ToDoResolver {
  @FieldResolver(() => ToDo, {
    nullable: true,
    description: zhEn(
      '本人的待办：街道里等待调用者按其角色办理的事项，按时限排列。其他街道的人员没有待办',
      'Things of the street that wait for the caller in the role of the token, by deadline. People of other streets have none',
    ),
  })
  toDo(
    @Arg('first', () => Int, {
      nullable: true,
      description: zhEn(
        '从头取几项，默认50，最多500',
        'Maximum number of items to return (default 50, at most 500)',
      ),
    })
    first: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: zhEn('在此游标之后', 'Returns items after this cursor'),
    })
    after: string | null,
    @Arg('sample', () => Boolean, sampleArgument) sample: boolean | null,
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: zhEn(
        '只列责任人在名册中登记为本人的派单，默认否',
        'True lists only work orders whose responsible person in the register is the caller (default false)',
      ),
    })
    mine: boolean,
    @Ctx() context: StreetContext,
  ): Promise<ToDo> {
    // Without a token there is no caller to whom anything belongs.
    if (!context.actor) requireReading(context, 'DISPATCH');
    return readToDo(context, { first: first ?? null, after: after ?? null, sample: sample ?? false, mine });
  }
}
