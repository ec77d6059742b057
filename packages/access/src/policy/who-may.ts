import { AUTHORITY_LABELS, CENTER_TYPES, isCenterType, type Bilingual } from '@mtg/governance';
import { ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { cellOf, SCOPE_LABELS, type Allow } from './cell';
import type { PolicyRow } from './commands';
import type { Target } from './target';
import { VARIANT_LABELS } from './variants';

/**
 * The roles that may give a command: with a target, those who may in that case alone. Without one, what depends on the case is said
 * with it: the kind of body or meeting, or the one center or department.
 *
 * @param rows one, or all of a command where it is not known which
 */
export function whoMay(rows: readonly PolicyRow[], target?: Target): Bilingual {
  const groups = new Map<string, { readonly who: Bilingual; readonly kinds: Bilingual[] }>();
  for (const { cells, variant } of rows) {
    const who = listed(
      ROLES.flatMap((role) => {
        const cell = cellOf(cells, role);
        return cell.kind === 'ALLOW' && isPossible(role, cell, target) ? [named(role, cell)] : [];
      }),
    );
    const group = groups.get(who.zh) ?? { who, kinds: [] };
    groups.set(who.zh, group);
    if (variant !== undefined) group.kinds.push(VARIANT_LABELS[variant]);
  }
  const all = [...groups.values()].filter(({ who }) => who.zh !== '');
  if (all.length === 0) return { zh: '此处没有可以办理的角色', en: 'no role may do this here' };
  return {
    zh: all.map(({ who, kinds }) => `${kindsOf(kinds, all.length, 'zh')}可由${who.zh}办理`).join('；'),
    en: all
      .map(({ who, kinds }) => `${kindsOf(kinds, all.length, 'en')}permitted roles: ${who.en}`)
      .join('; '),
  };
}

/** A role that belongs to one center by itself may do nothing for another. */
const isPossible = (role: Role, { scope, only }: Allow, target: Target | undefined): boolean => {
  const own: string | undefined = ROLE_ENTRIES[role].center;
  const wanted = only ?? target?.center;
  return scope !== 'CENTER' || own === undefined || wanted === undefined || own === wanted;
};

/** e.g. 中心负责人（本中心）; a scope that is one place is named by it. */
function named(role: Role, { scope, only }: Allow): Bilingual {
  const { label, center } = ROLE_ENTRIES[role];
  const place = only ?? (scope === 'CENTER' ? center : undefined);
  const where = place === undefined ? SCOPE_LABELS[scope] : placeLabel(place);
  return { zh: `${label.zh}（${where.zh}）`, en: `${label.en} (${where.en})` };
}

/** A center or department that the table names, in words. */
export function placeLabel(code: string): Bilingual {
  const center = isCenterType(code) ? CENTER_TYPES.find(({ type }) => type === code)?.name : undefined;
  const department = code === 'ORGANIZATION_DEPARTMENT' ? AUTHORITY_LABELS[code] : undefined;
  return center ?? department ?? { zh: code, en: code };
}

const listed = (all: readonly Bilingual[]): Bilingual => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
});

/** Kinds are named only where they differ. */
function kindsOf(kinds: readonly Bilingual[], groups: number, language: 'zh' | 'en'): string {
  if (groups === 1 || kinds.length === 0) return '';
  return language === 'zh' ? `${listed(kinds).zh}：` : `${listed(kinds).en}: `;
}
