import { findRule, type Bilingual, type RuleCode } from '@mtg/governance';
import { ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { cellOf, SCOPE_LABELS, type Allow } from './cell';
import type { PolicyRow } from './commands';
import { VARIANT_LABELS } from './variants';

/** Why a command is refused, and who may give it. */
export function unauthenticated(rows: readonly PolicyRow[]): Bilingual {
  const { zh, en } = whoMay(rows);
  const what = rows[0]?.label;
  return {
    zh: `${what?.zh}须出示令牌（Authorization: Bearer …）；${zh}`,
    en: `A token is needed (Authorization: Bearer …) to ${what?.en}; ${en}`,
  };
}

/** @param rows one, or all of one command where it is not known which */
export function forbidden(role: Role, ...rows: readonly PolicyRow[]): Bilingual {
  const [refused, may] = [mayNot(role, rows), whoMay(rows)];
  return { zh: `${refused.zh}；${may.zh}`, en: `${refused.en}; ${may.en}` };
}

export function outOfScope(role: Role, cell: Allow, row: PolicyRow): Bilingual {
  const { label } = ROLE_ENTRIES[role];
  const [what, scope] = [described(row), SCOPE_LABELS[cell.scope]];
  const which = cell.only === undefined ? '' : ` ${cell.only}`;
  return {
    zh: `${label.zh}只能在${scope.zh}范围内${what.zh}${which && `（限${which}）`}，此处不属于该范围`,
    en: `The role ${label.en} may ${what.en} only within the ${scope.en}${which && ` (${which.trim()} alone)`}; this is outside`,
  };
}

export function ruleViolation(role: Role, code: RuleCode, ...rows: readonly PolicyRow[]): Bilingual {
  const [refused, name] = [forbidden(role, ...rows), findRule(code)?.name];
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

/** The roles with a permission in any of the rows, each once per scope. */
function whoMay(rows: readonly PolicyRow[]): Bilingual {
  const found = new Map<string, Bilingual>();
  for (const role of ROLES) {
    for (const row of rows) {
      const cell = cellOf(row.cells, role);
      if (cell.kind !== 'ALLOW') continue;
      const [{ label }, scope] = [ROLE_ENTRIES[role], SCOPE_LABELS[cell.scope]];
      found.set(`${role} ${cell.scope}`, {
        zh: `${label.zh}（${scope.zh}）`,
        en: `${label.en} (${scope.en})`,
      });
    }
  }
  const all = [...found.values()];
  return {
    zh: `可由${all.map(({ zh }) => zh).join('、')}办理`,
    en: `it is for: ${all.map(({ en }) => en).join(', ')}`,
  };
}
