import { Kind, type ValueNode } from 'graphql';
import type { GivenValue } from './input-problems';

/** A value among the variables, as JSON has it. It is parsed only as far as it is read. */
export const givenAsJson = (value: unknown): GivenValue => ({
  isElsewhere: false,
  isNull: value === null || value === undefined,
  get elements() {
    return Array.isArray(value) ? value.map(givenAsJson) : undefined;
  },
  get fields() {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value).map(([name, each]) => [name, givenAsJson(each)]));
  },
  read: (type) => type.parseValue(value),
});

/** A value in the document. */
export const givenInDocument = (node: ValueNode): GivenValue => ({
  isElsewhere: node.kind === Kind.VARIABLE,
  isNull: node.kind === Kind.NULL,
  get elements() {
    return node.kind === Kind.LIST ? node.values.map(givenInDocument) : undefined;
  },
  get fields() {
    if (node.kind !== Kind.OBJECT) return undefined;
    return new Map(node.fields.map(({ name, value }) => [name.value, givenInDocument(value)]));
  },
  read: (type) => type.parseLiteral(node, {}),
});
