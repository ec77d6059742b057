import type { Class, TableAccess, TableAccessList } from '@mtg/subgraph-kit';
import { getMetadataArgsStorage } from 'typeorm';
import { RuleFinding } from './cadence/rule-finding';
import { CommunityAssignment } from './community-work/assignments/community-assignment';
import { WeeklyItem } from './community-work/weekly-items/weekly-item';
import { Delegation } from './delegation/delegation';
import { BodyMember } from './deliberation/bodies/body-member';
import { MajorMatter } from './deliberation/matters/major-matter';
import { AttendanceRecord } from './deliberation/meetings/attendance-record';
import { Meeting } from './deliberation/meetings/meeting';
import { Minutes } from './deliberation/minutes/minutes';
import { MinutesItem } from './deliberation/minutes/minutes-item';
import { WorkOrder } from './dispatch/orders/work-order';
import { Supervision } from './dispatch/supervision/supervision';

/** What goes from state to state, or is corrected. Everything else that a street records stays as it was written. */
const CHANGING: ReadonlySet<unknown> = new Set<Class>([
  AttendanceRecord,
  BodyMember,
  CommunityAssignment,
  Delegation,
  MajorMatter,
  Meeting,
  Minutes,
  MinutesItem,
  RuleFinding,
  Supervision,
  WeeklyItem,
  WorkOrder,
]);

/** What the role that serves may do with what the modules record. @param recorded entities of the modules */
export function accessToRecords(recorded: readonly Class[]): TableAccessList {
  const { tables } = getMetadataArgsStorage();
  const accessTo = (entity: Class): TableAccess => (CHANGING.has(entity) ? 'WORK' : 'APPEND_ONLY');
  return Object.fromEntries(
    recorded.map((entity) => {
      const name = tables.find(({ target }) => target === entity)?.name;
      if (name === undefined) throw new Error(`${entity.name} has no table of a name of its own`);
      return [name, accessTo(entity)];
    }),
  );
}
