import { findRule, type Bilingual, type RuleCode } from '@mtg/governance';
import type { Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { SCOPE_LABELS, type Allow } from './cell';
import type { PolicyRow } from './commands';
import type { Target } from './target';
import { VARIANT_LABELS } from './variants';
import { placeLabel, whoMay } from './who-may';

/** Words for the refusal of a command, with the roles that may give it. */
export function unauthenticated(rows: readonly PolicyRow[]): Bilingual {
  const { zh, en } = whoMay(rows);
  const what = rows[0]?.label;
  return {
    zh: `${what?.zh}须出示令牌（Authorization: Bearer …）；${zh}`,
    en: `A token is required to ${what?.en} (Authorization: Bearer …); ${en}`,
  };
}

/**
 * @param rows one, or all of one command where it is not known which
 * @param target what it is aimed at, where that is known
 */
export function forbidden(role: Role, rows: readonly PolicyRow[], target?: Target): Bilingual {
  const [refused, may] = [mayNot(role, rows), whoMay(rows, target)];
  return { zh: `${refused.zh}；${may.zh}`, en: `${refused.en}; ${may.en}` };
}

export function outOfScope(role: Role, cell: Allow, row: PolicyRow): Bilingual {
  const { label } = ROLE_ENTRIES[role];
  const [what, scope] = [described(row), SCOPE_LABELS[cell.scope]];
  const which = cell.only === undefined ? undefined : placeLabel(cell.only);
  return {
    zh: `${label.zh}只能在${scope.zh}范围内${what.zh}${which ? `（限${which.zh}）` : ''}，此处不属于该范围`,
    en: `The role ${label.en} may ${what.en} only within the ${scope.en}${which ? ` (${which.en} alone)` : ''}, not here`,
  };
}

export function ruleViolation(
  role: Role,
  code: RuleCode,
  rows: readonly PolicyRow[],
  target?: Target,
): Bilingual {
  const [refused, name] = [forbidden(role, rows, target), findRule(code)?.name];
  return { zh: `${code} ${name?.zh}：${refused.zh}`, en: `${code} ${name?.en}: ${refused.en}` };
}

function mayNot(role: Role, [row, ...others]: readonly PolicyRow[]): Bilingual {
  const { label } = ROLE_ENTRIES[role];
  const what = row && (others.length === 0 ? described(row) : row.label);
  return { zh: `${label.zh}无权${what?.zh}`, en: `The role ${label.en} may not ${what?.en}` };
}

function described({ label, variant }: PolicyRow): Bilingual {
  if (variant === undefined) return label;
  const { zh, en } = VARIANT_LABELS[variant];
  return { zh: `${label.zh}（${zh}）`, en: `${label.en} (${en})` };
}
