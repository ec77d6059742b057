import { zhEn, type Class } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The rows of a payload, by the names of its fields. A list of one class means a list. */
export type PayloadShape = Readonly<Record<string, () => Class | readonly [Class]>>;

/** Makes a payload type. Its fields are nullable, as is the payload: a command that fails has neither. */
export function payloadType(name: string, description: string, shape: PayloadShape): Class {
  class Payload {}
  Object.defineProperty(Payload, 'name', { value: name });
  ObjectType(name, { description })(Payload);
  Directive('@shareable')(Payload);
  for (const [key, type] of Object.entries(shape)) {
    Field(type as () => Class, {
      nullable: true,
      description: zhEn('所写的对象', 'The written row, as of this command'),
    })(Payload.prototype, key);
  }
  return Payload;
}
