import {
  BODY_KIND_LABELS,
  FINDING_SUBJECT_LABELS,
  MEETING_KIND_LABELS,
  MESSAGE_PLACE_LABELS,
} from '@mtg/governance';
import type { FieldGroup } from '../reads/field-groups';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { ROLES } from '../roles/role';
import { cellOf } from './cell';
import { rowsOf, type CommandName } from './commands';
import { COMMUNITY_WORK_COMMANDS } from './commands/community-work';

/**
 * The field group of what a command is aimed at, where who may give it depends on that. A caller who reads all of the group may
 * be told of the case. Undefined where the case makes no difference.
 */
export function caseGroup(command: CommandName): FieldGroup | undefined {
  const [row] = rowsOf(command);
  if (row?.variant !== undefined) {
    if (row.variant in BODY_KIND_LABELS) return 'MEMBERSHIP';
    if (row.variant in FINDING_SUBJECT_LABELS) return 'CADENCE';
    if (row.variant in MESSAGE_PLACE_LABELS) return 'MESSAGES';
    return row.variant in MEETING_KIND_LABELS ? 'DELIBERATION' : 'APPROVALS';
  }
  const depends = ROLES.some((role) => {
    const cell = row && cellOf(row.cells, role);
    return cell?.kind === 'ALLOW' && cell.scope === 'CENTER' && ROLE_ENTRIES[role].center !== undefined;
  });
  if (!depends) return undefined;
  return command in COMMUNITY_WORK_COMMANDS ? 'COMMUNITY_WORK' : 'DELIBERATION';
}
