import { NamedCommand } from '@mtg/commands';
import { DateTime, LocalDate, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: zhEn('待办事项', 'Thing that waits for the caller') })
export class ToDoItem {
  @Field(() => UUID, { description: zhEn('标识，可用 trace 溯源', 'Identifier, which `trace` takes') })
  id: string;

  @Field(() => ID, {
    description: zhEn('类型名，如 WorkOrder', 'GraphQL type of the object, e.g. WorkOrder'),
  })
  kind: string;

  @Field(() => String, { description: zhEn('类型的名称', 'Name of the kind, in Chinese and English') })
  kindName: string;

  @Field(() => String, { description: zhEn('标题', 'Title, or the first words of the text') })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn('状态；没有状态的为空', 'State. Null for objects without a state'),
  })
  state: string | null;

  @Field(() => [NamedCommand], {
    description: zhEn('可办的命令，通常的在前', 'Commands that it waits for, the usual one first'),
  })
  acts: readonly NamedCommand[];

  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn('时限(含当日)，没有的为空', 'Last day on which it is done in time. Null without one'),
  })
  deadline: string | null;

  @Field(() => Boolean, { description: zhEn('是否逾期', 'Whether the deadline has passed') })
  overdue: boolean;

  @Field(() => DateTime, {
    description: zhEn(
      '自何时起待办',
      'Time since which it waits: of its last change, or of the first reminder',
    ),
  })
  since: string;
}

@Directive('@shareable')
@ObjectType({ description: zhEn('待办清单', 'Things that wait for the caller') })
export class ToDo {
  @Field(() => Int, { description: zhEn('件数', 'Number of all of them') })
  total: number;

  @Field(() => Int, { description: zhEn('其中逾期的', 'Number of those that are overdue') })
  overdue: number;

  @Field(() => Boolean, {
    description: zhEn(
      '是否完整；区级暂不可用时，待确认的转拨和待答复的收回没有列入',
      'False while the district is unavailable, so that transfers and recalls that wait for an answer are missing',
    ),
  })
  complete: boolean;

  @Field(() => [ToDoItem], {
    description: zhEn(
      '本页事项，按时限排列，没有时限的在后',
      'Those of this page, by deadline, those without one last',
    ),
  })
  items: readonly ToDoItem[];

  @Field(() => String, {
    nullable: true,
    description: zhEn('末项游标，后面没有的为空', 'Cursor of the last one. Null when no more follow'),
  })
  endCursor: string | null;
}
