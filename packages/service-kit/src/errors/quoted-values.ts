import { GraphQLError, Kind, type ASTNode } from 'graphql';
import { ValueProblem } from '../scalars/value-problem';

const VALUES = new Set<string>([
  Kind.STRING,
  Kind.INT,
  Kind.FLOAT,
  Kind.BOOLEAN,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

const isValue = ({ kind }: ASTNode): boolean => VALUES.has(kind);

/** A value that stands in the document, and so where GraphQL says what is wrong with it, it quotes it. */
const WRONG_VALUE = '此处的值不符合它的类型 · The value at this place does not fit its type';

/** Removes quoted values from GraphQL's message about a request, since they may contain any client's text. */
export function withoutValues(message: string, error: unknown): string {
  if (!(error instanceof GraphQLError)) return message;
  if (message.startsWith('Syntax Error')) return message.replace(/((?:Block)?String) ".*"/s, '$1');
  if (error.originalError instanceof ValueProblem) return error.originalError.message;
  const [first] = error.nodes ?? [];
  // A field that an input object does not have has a name and no value to hide.
  if (first && isValue(first) && !/^Field "\w+" (?:is not defined|of required type)/.test(message))
    return WRONG_VALUE;
  return message;
}
