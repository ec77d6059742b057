import { GraphQLError, type ASTNode } from 'graphql';

/** Fields in `extensions` of a refusal for size. */
export interface Excess {
  readonly cost?: number;
  readonly limit?: number;
  /** The longest page with which the operation would pass. */
  readonly firstThatFits?: number;
}

/** Message of a query that is too large, by its document or by its variables. */
export const tooLarge = (zh: string, en: string): string => `查询过大：${zh} · The query is too large: ${en}`;

/** Refuses an operation for its size before anything of it is executed. */
export const queryTooLarge = (message: string, node: ASTNode, excess: Excess = {}): GraphQLError =>
  new GraphQLError(message, {
    nodes: node,
    extensions: { code: 'QUERY_TOO_LARGE', ...excess, http: { status: 400 } },
  });
