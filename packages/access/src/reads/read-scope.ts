import type { Bilingual } from '@mtg/governance';
import { centerOf, type Actor } from '../actor/actor';
import { ROLES } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import type { FieldGroupEntry } from './field-group';
import { FIELD_GROUPS, readCell, type FieldGroup } from './field-groups';
import { READ_SCOPE_LABELS, type ReadScope } from './readers';

/** Rows that a restricted reader may read: those on a street, of a center, a community, a department, an author. */
export type NarrowScope = 'STREET' | 'CENTER' | 'COMMUNITY' | 'DEPARTMENT' | 'AUTHOR';

/** The rows of a subgraph that an actor may read: no row, every row, or those that belong to any of these. */
export type RowScope =
  | { readonly kind: 'NONE'; readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN'; readonly message: Bilingual }
  | { readonly kind: 'ALL' }
  | { readonly kind: 'SOME'; readonly of: { readonly [S in NarrowScope]?: string } };

/**
 * The rows of a field group that an actor may read.
 *
 * @param street whose rows they are; undefined for the district's own
 */
export function readScope(actor: Actor | undefined, group: FieldGroup, street: string | undefined): RowScope {
  const { open, ofDistrict, departments }: FieldGroupEntry = FIELD_GROUPS[group];
  if (open) return { kind: 'ALL' };
  if (!actor) return { kind: 'NONE', code: 'UNAUTHENTICATED', message: tokenNeeded(group) };
  const cell = readCell(group, actor.role);
  const isElsewhere = !ofDistrict && actor.street !== undefined && actor.street !== street;
  if (isElsewhere && cell !== 'NONE') return elsewhere(actor.street);
  if (actor.role === 'DEPARTMENT_OFFICER' && departments?.includes(actor.department ?? '') === false) {
    return notReadable(actor, group);
  }
  return bound(cell, actor, group);
}

const bound = (cell: ReadScope, actor: Actor, group: FieldGroup): RowScope =>
  BINDINGS[cell](actor) ?? notReadable(actor, group);

/** The value that a scope stands for. An actor without it (no token makes such a one) reads nothing. */
const BINDINGS: Readonly<Record<ReadScope, (actor: Actor) => RowScope | undefined>> = {
  NONE: () => undefined,
  ALL: () => ({ kind: 'ALL' }),
  // Each street has a subgraph of its own, and that the actor is of this one is known here.
  STREET: ({ street }) => (street === undefined ? undefined : { kind: 'ALL' }),
  STREET_ROWS: ({ street }) => (street === undefined ? undefined : some({ STREET: street })),
  COMMUNITY: ({ community }) => (community === undefined ? undefined : some({ COMMUNITY: community })),
  DEPARTMENT: ({ department }) => (department === undefined ? undefined : some({ DEPARTMENT: department })),
  AUTHOR: ({ subject }) => some({ AUTHOR: subject }),
  CENTER_OR_AUTHOR: (actor) => {
    const center = centerOf(actor);
    return center === undefined ? undefined : some({ CENTER: center, AUTHOR: actor.subject });
  },
};

const some = (of: (RowScope & { readonly kind: 'SOME' })['of']): RowScope => ({ kind: 'SOME', of });

function tokenNeeded(group: FieldGroup): Bilingual {
  const [{ label }, readers] = [FIELD_GROUPS[group], whoReads(group)];
  return {
    zh: `查阅${label.zh}须出示令牌（Authorization: Bearer …）。${readers.zh}`,
    en: `A token is required to read ${label.en} (Authorization: Bearer …). ${readers.en}`,
  };
}

function notReadable({ role }: Actor, group: FieldGroup): RowScope {
  const [{ label }, readers, who] = [FIELD_GROUPS[group], whoReads(group), ROLE_ENTRIES[role].label];
  return {
    kind: 'NONE',
    code: 'FORBIDDEN',
    message: {
      zh: `${who.zh}不能查阅${label.zh}。${readers.zh}`,
      en: `The role ${who.en} may not read ${label.en}. ${readers.en}`,
    },
  };
}

const elsewhere = (street: string): RowScope => ({
  kind: 'NONE',
  code: 'FORBIDDEN',
  message: {
    zh: `令牌只限街道 ${street}，不能查阅别处的数据。请只查询该街道，或使用另一令牌`,
    en: `The token is limited to the street ${street} and cannot read data of others. Query that street only, or use another token`,
  },
});

function whoReads(group: FieldGroup): Bilingual {
  const readers = ROLES.flatMap((role) => {
    const cell = readCell(group, role);
    if (cell === 'NONE') return [];
    const [{ label }, scope] = [ROLE_ENTRIES[role], READ_SCOPE_LABELS[cell]];
    return [{ zh: `${label.zh}（${scope.zh}）`, en: `${label.en} (${scope.en})` }];
  });
  return {
    zh: `请使用${readers.map(({ zh }) => zh).join('、')}的令牌`,
    en: `Use a token of one of the roles: ${readers.map(({ en }) => en).join(', ')}`,
  };
}
