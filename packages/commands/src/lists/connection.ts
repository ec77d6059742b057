import { zhEn, type Class } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from './page-info';

/** A page of rows, as it was read. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursorOf: (row: Row) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** The number of rows of the list; called only when the client asks. */
  readonly count: () => number | Promise<number> | undefined;
}

export type ConnectionClass<Row> = new (page: Page<Row>) => object;

/** Makes the Relay connection of a type: `WorkOrderConnection` and `WorkOrderEdge`. */
export function connectionType<Row>(node: Class, name: string, description: string): ConnectionClass<Row> {
  @Directive('@shareable')
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: zhEn('列表中的一项', 'Row of a page, with its cursor'),
  })
  class Edge {
    @Field(() => String, {
      description: zhEn('游标，不透明', 'Opaque cursor, to be passed as `after` or `before`'),
    })
    cursor: string;

    @Field(() => node, { description })
    node: unknown;
  }

  @Directive('@shareable')
  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: zhEn('分页列表', 'Page of a list'),
  })
  class Connection {
    constructor(private readonly page: Page<Row>) {}

    @Field(() => [Edge], { description: zhEn('各项及其游标', 'Rows with their cursors') })
    get edges(): Edge[] {
      return this.page.rows.map((row) => ({ cursor: this.page.cursorOf(row), node: row }));
    }

    @Field(() => [node], { description: zhEn('各项', 'Rows of the page') })
    get nodes(): readonly Row[] {
      return this.page.rows;
    }

    @Field(() => PageInfo, { description: zhEn('分页信息', 'Position of the page in the list') })
    get pageInfo(): PageInfo {
      const { rows, cursorOf, hasNextPage, hasPreviousPage } = this.page;
      const [first] = rows;
      const last = rows.at(-1);
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: first ? cursorOf(first) : null,
        endCursor: last ? cursorOf(last) : null,
      };
    }

    @Field(() => Int, {
      description: zhEn('总数(选取时才计算)', 'Number of rows in the whole list. Counted only when selected'),
    })
    get totalCount(): number | Promise<number> | undefined {
      return this.page.count();
    }
  }
  return Connection;
}
