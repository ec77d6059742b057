import { VERBS, type Bilingual } from '@mtg/governance';
import type { Cells } from './cell';
import type { CommandPolicies, CommandPolicy } from './command-policy';
import { ATTACHMENT_COMMANDS } from './commands/attachments';
import { COMMUNITY_WORK_COMMANDS } from './commands/community-work';
import { DELEGATION_COMMANDS } from './commands/delegation';
import { DELIBERATION_COMMANDS } from './commands/deliberation';
import { DISPATCH_COMMANDS } from './commands/dispatch';
import { SERVICES_COMMANDS, SUPPORT_COMMANDS } from './commands/services';
import { DISTRICT_COMMANDS } from './commands/district';
import { ENFORCEMENT_COMMANDS } from './commands/enforcement';
import { BUDGET_COMMANDS, FUND_COMMANDS } from './commands/funds';
import { CADENCE_COMMANDS } from './commands/cadence';
import { PLANNING_COMMANDS } from './commands/planning';
import { EVALUATION_COMMANDS } from './commands/evaluation';
import { MESSAGE_COMMANDS } from './commands/messages';
import { PEOPLE_COMMANDS } from './commands/people';
import type { Variant } from './variants';

const OF_A_STREET = {
  ...DELIBERATION_COMMANDS,
  ...DELEGATION_COMMANDS,
  ...DISPATCH_COMMANDS,
  ...COMMUNITY_WORK_COMMANDS,
  ...ENFORCEMENT_COMMANDS,
  ...FUND_COMMANDS,
  ...PLANNING_COMMANDS,
  ...SUPPORT_COMMANDS,
  ...SERVICES_COMMANDS,
  ...EVALUATION_COMMANDS,
  ...CADENCE_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...ATTACHMENT_COMMANDS,
  ...MESSAGE_COMMANDS,
} satisfies CommandPolicies;

const OF_THE_DISTRICT = { ...DISTRICT_COMMANDS, ...BUDGET_COMMANDS } satisfies CommandPolicies;

/** The policy table: every command there is, of a street and of the district, and who may give it. */
export const COMMANDS = { ...OF_A_STREET, ...OF_THE_DISTRICT } satisfies CommandPolicies;

export type CommandName = keyof typeof COMMANDS;

/** Names of the commands that every street has. */
export const STREET_COMMAND_NAMES = Object.keys(OF_A_STREET) as readonly CommandName[];

/** Names of the commands that the district has. */
export const DISTRICT_COMMAND_NAMES = Object.keys(OF_THE_DISTRICT) as readonly CommandName[];

/** The table's commands by the part of the work they belong to, in the order in which people read them. */
export const COMMAND_GROUPS: readonly { readonly title: Bilingual; readonly commands: CommandPolicies }[] = [
  { title: { zh: '议事', en: 'Deliberation' }, commands: DELIBERATION_COMMANDS },
  { title: { zh: '委托准入', en: 'Delegation' }, commands: DELEGATION_COMMANDS },
  { title: { zh: '派单', en: 'Dispatch' }, commands: DISPATCH_COMMANDS },
  { title: { zh: '社区工作', en: 'Community work' }, commands: COMMUNITY_WORK_COMMANDS },
  { title: { zh: '联合执法', en: 'Joint enforcement' }, commands: ENFORCEMENT_COMMANDS },
  { title: { zh: '支持保障', en: 'Support' }, commands: SUPPORT_COMMANDS },
  {
    title: { zh: '社会组织与购买服务', en: 'Services of social organizations' },
    commands: SERVICES_COMMANDS,
  },
  { title: { zh: '资金', en: 'Funds' }, commands: FUND_COMMANDS },
  { title: { zh: '考核评价', en: 'Evaluation' }, commands: EVALUATION_COMMANDS },
  { title: { zh: '周期检查', en: 'Periodic checks' }, commands: CADENCE_COMMANDS },
  { title: { zh: '人员与任职', en: 'People and posts' }, commands: PEOPLE_COMMANDS },
  { title: { zh: '附件', en: 'Attachments' }, commands: ATTACHMENT_COMMANDS },
  { title: { zh: '提醒', en: 'Messages' }, commands: MESSAGE_COMMANDS },
  { title: { zh: '计划与会商', en: 'Planning' }, commands: PLANNING_COMMANDS },
  { title: { zh: '区级', en: 'District' }, commands: OF_THE_DISTRICT },
];

/** One row of the table. */
export interface PolicyRow {
  /** `convokeMeeting:WEEKLY`, or the command alone. */
  readonly key: string;
  readonly command: CommandName;
  readonly variant?: Variant;
  readonly label: Bilingual;
  readonly cells: Cells;
}

/** Every row of one command. */
export function rowsOf(command: CommandName): readonly PolicyRow[] {
  const label = VERBS[command];
  const { cells, variants }: CommandPolicy = COMMANDS[command];
  if (cells) return [{ key: command, command, label, cells }];
  return Object.entries(variants).map(([variant, cells]) => ({
    key: `${command}:${variant}`,
    command,
    // The keys of the variants are variants.
    variant: variant as Variant,
    label,
    cells,
  }));
}

/** Every row of the table, to print or walk. */
export const policyRows = (): readonly PolicyRow[] =>
  (Object.keys(COMMANDS) as CommandName[]).flatMap((command) => rowsOf(command));
