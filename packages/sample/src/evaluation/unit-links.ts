import { addDays } from '@mtg/governance';
import { at } from '../calendar';
import type { UnitMember } from '../deliberation/bodies';
import { DEPARTMENTS } from '../dispatch/projects';
import type { Story } from '../story';

/** A member whose unit the district has linked to a department. */
export interface LinkedMember extends UnitMember {
  readonly departmentCode: string;
}

/** Links the units of field agencies in the bodies to departments, in the year's first days (R14, R15). */
export function linkUnits(story: Story, members: readonly UnitMember[]): readonly LinkedMember[] {
  const linkedAt = at(addDays(story.first, 3), 9);
  return members
    .filter(({ category }) => category === 'FIELD_AGENCY')
    .map((member, index) => {
      const departmentCode = DEPARTMENTS[index % DEPARTMENTS.length] ?? DEPARTMENTS[0];
      story.add('UnitLink', linkedAt, { unit: member.unit, departmentCode, endedAt: null });
      return { ...member, departmentCode };
    });
}
