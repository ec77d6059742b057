import type { Bilingual, RuleCode } from '@mtg/governance';
import type { Role } from '../roles/role';

/** Scope of a permission. */
export type Scope = 'STREET' | 'CENTER' | 'COMMUNITY' | 'DEPARTMENT' | 'DISTRICT';

export const SCOPE_LABELS: Readonly<Record<Scope, Bilingual>> = {
  STREET: { zh: '本街道', en: 'own street' },
  CENTER: { zh: '本中心', en: 'own center' },
  COMMUNITY: { zh: '本社区', en: 'own community' },
  DEPARTMENT: { zh: '本部门', en: 'own department' },
  DISTRICT: { zh: '全区', en: 'any street' },
};

/** Allowed within the scope. */
export interface Allow {
  readonly kind: 'ALLOW';
  readonly scope: Scope;
  /** The one center or department that may, instead of the one that the command is aimed at. */
  readonly only?: string;
}

/** Refused with a governance rule's own sentence: the role may know why, not only that. */
export interface DenyByRule {
  readonly kind: 'DENY_BY_RULE';
  readonly rule: RuleCode;
}

/** Permission of a role for a command. */
export type Cell = Allow | DenyByRule | { readonly kind: 'DENY' };

/** Permissions of the roles in a row. A role without an entry is denied, with the rule in `others` if given. */
export type Cells = { readonly [R in Role]?: Allow | DenyByRule } & { readonly others?: DenyByRule };

const DENY: Cell = { kind: 'DENY' };

/** The cell of a role: what is not written down is denied. */
export const cellOf = (cells: Cells, role: Role): Cell => cells[role] ?? cells.others ?? DENY;

export const STREET: Allow = { kind: 'ALLOW', scope: 'STREET' };
export const CENTER: Allow = { kind: 'ALLOW', scope: 'CENTER' };
export const COMMUNITY: Allow = { kind: 'ALLOW', scope: 'COMMUNITY' };
export const DEPARTMENT: Allow = { kind: 'ALLOW', scope: 'DEPARTMENT' };
export const DISTRICT: Allow = { kind: 'ALLOW', scope: 'DISTRICT' };
export const only = (cell: Allow, code: string): Allow => ({ ...cell, only: code });
export const byRule = (rule: RuleCode): DenyByRule => ({ kind: 'DENY_BY_RULE', rule });
