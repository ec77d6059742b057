import { isBlank, type Bilingual } from '@mtg/governance';
import { isRole, ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES, SCOPE_CLAIMS, type ScopeClaim } from '../roles/role-entries';
import type { Actor } from './actor';

/** The claims of a token that say who acts, not checked yet. */
export type ActorClaims = Readonly<Record<string, unknown>>;

/** One thing that is wrong with the claims. */
export interface ClaimProblem {
  readonly claim: 'sub' | 'name' | 'role' | ScopeClaim;
  readonly message: Bilingual;
}

export type ActorResult =
  | { readonly actor: Actor; readonly problems?: undefined }
  | { readonly actor?: undefined; readonly problems: readonly ClaimProblem[] };

/** Subject that the audit uses for tasks of the subgraph itself. No token may have it. */
export const SYSTEM_SUBJECT = 'system';

const SUBJECT_LENGTH = 255;
const NAME_LENGTH = 100;

/** Form of the codes of streets, centers and departments. The subgraph that stores them checks that they exist. */
const CODE = { form: /^[A-Z][A-Z0-9_]{0,63}$/, zh: '大写英文代码', en: 'a code in upper case' };
const FORMS: Readonly<Record<ScopeClaim, { form: RegExp; zh: string; en: string; example: string }>> = {
  street: { ...CODE, example: 'DAYU' },
  center: { ...CODE, example: 'HEALTH' },
  community: {
    form: /^\d{12}$/,
    zh: '12 位社区代码',
    en: 'a community’s 12-digit code',
    example: '110109001001',
  },
  department: { ...CODE, example: 'ORGANIZATION_DEPARTMENT' },
};

/**
 * The actor, according to a token's claims. A role must come with the claims that say where it holds, and with no other
 * of them: a claim that the role does not know would suggest a limit that is not enforced.
 */
export function actorOf(claims: ActorClaims): ActorResult {
  const { sub, name, role } = claims;
  const problems: ClaimProblem[] = [];
  if (!isText(sub, SUBJECT_LENGTH)) problems.push(textProblem('sub', SUBJECT_LENGTH));
  if (sub === SYSTEM_SUBJECT) problems.push(RESERVED);
  if (name !== undefined && !isText(name, NAME_LENGTH)) problems.push(textProblem('name', NAME_LENGTH));
  if (typeof role !== 'string' || !isRole(role)) return { problems: [...problems, unknownRole()] };
  for (const claim of SCOPE_CLAIMS) {
    const message = scopeProblem(role, claim, claims[claim]);
    if (message) problems.push({ claim, message });
  }
  if (problems.length > 0) return { problems };
  const scope = Object.fromEntries(
    SCOPE_CLAIMS.flatMap((claim) => (claims[claim] === undefined ? [] : [[claim, claims[claim]]])),
  );
  // Each of them was just found to be a text.
  return { actor: { subject: sub, ...(name !== undefined && { name }), role, ...scope } as Actor };
}

function scopeProblem(role: Role, claim: ScopeClaim, value: unknown): Bilingual | undefined {
  const { label, required, optional } = ROLE_ENTRIES[role];
  const { form, zh, en, example } = FORMS[claim];
  if (value === undefined) {
    if (!required.includes(claim)) return undefined;
    return {
      zh: `角色 ${role}（${label.zh}）须有 ${claim}，例如 ${example}`,
      en: `the role ${role} (${label.en}) needs ${claim}, e.g. ${example}`,
    };
  }
  if (!required.includes(claim) && !optional.includes(claim)) {
    return {
      zh: `角色 ${role}（${label.zh}）不能有 ${claim}`,
      en: `the role ${role} (${label.en}) does not allow ${claim}`,
    };
  }
  if (typeof value === 'string' && form.test(value)) return undefined;
  return { zh: `${claim} 须为${zh}，例如 ${example}`, en: `${claim} must be ${en}, e.g. ${example}` };
}

/** Neither blank nor endless, and nothing that would break a line of a log. */
const isText = (value: unknown, length: number): value is string =>
  typeof value === 'string' &&
  !isBlank(value) &&
  value.length <= length &&
  !/[\p{Cc}\p{Surrogate}]/u.test(value);

const textProblem = (claim: 'sub' | 'name', length: number): ClaimProblem => ({
  claim,
  message: {
    zh: `${claim} 须为 1 至 ${length} 个字符的文字，不含控制字符`,
    en: `${claim} must be text of 1 to ${length} characters, without control characters`,
  },
});

const RESERVED: ClaimProblem = {
  claim: 'sub',
  message: {
    zh: `sub 不能是 ${SYSTEM_SUBJECT}，审计中它指平台自身`,
    en: `sub must not be ${SYSTEM_SUBJECT}, which the audit reserves for the platform`,
  },
};

const unknownRole = (): ClaimProblem => ({
  claim: 'role',
  message: { zh: `role 须为其中之一：${ROLES.join(', ')}`, en: `role must be one of: ${ROLES.join(', ')}` },
});
