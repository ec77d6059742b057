import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import type { Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { ENFORCEMENT_KIND_LABELS, type EnforcementKind } from '../vocabulary/enforcement';
import { labelOf, listOf } from '../vocabulary/labelled';

/** Powers that a department has delegated by a document. */
export interface DelegatedPowers {
  readonly departmentCode: string;
  readonly kinds: readonly EnforcementKind[];
  readonly fromOn: LocalDay;
  /** Last day. */
  readonly untilOn: LocalDay;
  readonly documentNumber: string;
  /** First day on which they hold no more; null while they are not revoked. */
  readonly revokedOn: LocalDay | null;
}

/** An action of the team about to be recorded. */
export interface MandatedAction {
  readonly day: LocalDay;
  readonly kind: EnforcementKind;
  readonly mandate?: Maybe<DelegatedPowers>;
  /** Departments whose people were in the team on that day. */
  readonly teamDepartments: readonly string[];
}

const definition: Rule = {
  code: 'R33',
  name: { zh: '委托权限内执法', en: 'Enforcement within the delegated mandate' },
  sentence:
    '街道在相关执法部门的委托权限内,领导所属的联合执法队对辖区内的违建、违法经营、安全生产隐患等问题开展联合巡视和联合执法。',
  lines: [80],
  english:
    'Within the powers delegated by the law enforcement departments concerned, the street leads its joint enforcement team in joint patrols and joint enforcement against illegal construction, illegal business, work safety hazards and other such problems in the area.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '执法行动须在当日有效的委托权限之内（违建、违法经营、安全生产隐患）。',
    en: 'An enforcement action is within a mandate in force on that day (illegal construction, illegal business, work safety hazards).',
  },
  note: {
    zh: '原文先称“综合执法队”，后称“联合执法队”，是同一支队伍。委托的首日和末日均有效；撤销自所载之日起生效；委托不早于其文件，撤销不早于已登记的行动。行动按发生之日判断，不按登记之日。',
    en: 'The study first says “comprehensive enforcement team” and then “joint enforcement team”. Both are the same team. The first and the last day of a mandate count. A revocation takes effect on the day that it names. A mandate does not begin before its document, and no revocation reaches back to an action on record. The day of an action counts, not the day of its record.',
  },
};

const violation = violationsOf(definition);

/** R33 委托权限内执法: enforcement within the delegated mandate (precondition; seed:80). */
export const r33: EnforcedRule<MandatedAction> = {
  ...definition,
  check: ({ mandate, ...action }) =>
    mandate
      ? [...checkDay(action.day, mandate), ...checkKind(action.kind, mandate), ...checkTeam(action, mandate)]
      : [
          violation(
            'mandateId',
            '执法行动没有引用执法委托。请引用当日有效的委托。',
            'The action cites no mandate. Cite one that was in force on its day.',
          ),
        ],
};

/** True if the powers held on a day. */
export const areInForce = (
  { fromOn, untilOn, revokedOn }: Pick<DelegatedPowers, 'fromOn' | 'untilOn' | 'revokedOn'>,
  day: LocalDay,
): boolean =>
  precedes(fromOn, day) && precedes(day, untilOn) && (revokedOn === null || !precedes(revokedOn, day));

function checkDay(day: LocalDay, mandate: DelegatedPowers): readonly RuleViolation[] {
  const { fromOn, untilOn, revokedOn, documentNumber } = mandate;
  const [zh, en] =
    revokedOn === null ? ['', ''] : [`，自 ${revokedOn} 起撤销`, `, and is revoked from ${revokedOn}`];
  return unless(areInForce(mandate, day), () =>
    violation(
      'day',
      `委托“${documentNumber}”自 ${fromOn} 至 ${untilOn} 有效${zh}，不含 ${day}。请引用当日有效的委托，或更正日期。`,
      `The mandate “${documentNumber}” runs from ${fromOn} to ${untilOn}${en}. It does not cover ${day}. Cite a mandate in force on that day, or correct the day.`,
    ),
  );
}

function checkKind(kind: EnforcementKind, mandate: DelegatedPowers): readonly RuleViolation[] {
  const [asked, covered] = [
    labelOf(ENFORCEMENT_KIND_LABELS, kind),
    listOf(ENFORCEMENT_KIND_LABELS, mandate.kinds),
  ];
  return unless(mandate.kinds.includes(kind), () =>
    violation(
      'kind',
      `委托“${mandate.documentNumber}”只限：${covered.zh}，不含${asked.zh}。请引用包含该事项的委托。`,
      `The mandate “${mandate.documentNumber}” covers only: ${covered.en}, and no ${asked.en}. Cite a mandate that covers it.`,
    ),
  );
}

function checkTeam(
  { day, teamDepartments }: Pick<MandatedAction, 'day' | 'teamDepartments'>,
  { departmentCode }: DelegatedPowers,
): readonly RuleViolation[] {
  return unless(teamDepartments.includes(departmentCode), () =>
    violation(
      'teamId',
      `${day} 执法队中没有委托部门（${departmentCode}）的人员。请先登记该部门的队员，或引用队中部门的委托。`,
      `On ${day} the team has no member of the mandating department (${departmentCode}). Add its member first, or cite a mandate of a department in the team.`,
    ),
  );
}
