import { readScope, type Actor } from '@mtg/access';
import type { Condition } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import type { Bilingual } from '@mtg/governance';

/** Reader at a door of the warehouse. */
export interface Reader {
  readonly subject: string;
  /** Name of the key that the reader came with; none with a token. */
  readonly key?: string;
  /** The only street whose rows are read; all without it. */
  readonly street: string | undefined;
  /** Undefined if the reader may read the dataset, else the reason and the next action. */
  readonly refusal: (dataset: Dataset) => Bilingual | undefined;
}

const TOO_NARROW: Bilingual = {
  zh: '该角色只能查阅本社区、本部门或本人的记录，请在其街道的列表中查阅',
  en: 'This role reads records of its own community, department or author only. Read them in the lists of its street',
};

/** A reader of what the policy table gives to an actor. */
export const readerOf = (actor: Actor): Reader => ({
  subject: actor.subject,
  street: actor.street,
  refusal: ({ group, owner }) => {
    if (group === undefined) return undefined;
    const scope = readScope(actor, group, owner === 'STREET' ? actor.street : undefined);
    if (scope.kind === 'NONE') return scope.message;
    return scope.kind === 'SOME' ? TOO_NARROW : undefined;
  },
});

/** The condition that keeps a reader to the own street, joined with what was asked for. */
export function within(reader: Reader, { owner }: Dataset, filter?: Condition): Condition | undefined {
  if (reader.street === undefined || owner === 'DISTRICT') return filter;
  const own: Condition = {
    kind: 'COMPARE',
    comparison: 'EQ',
    left: { kind: 'COLUMN', name: 'street' },
    right: { kind: 'VALUE', literal: 'TEXT', text: reader.street },
  };
  return filter ? { kind: 'AND', conditions: [own, filter] } : own;
}
