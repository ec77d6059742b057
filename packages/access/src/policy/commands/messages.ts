import type { MessagePlace } from '@mtg/governance';
import { CENTER, COMMUNITY, DEPARTMENT, DISTRICT, STREET, type Cells } from '../cell';
import { varied, type CommandPolicies } from '../command-policy';

const OF_STREET: Cells = {
  STREET_LEADER: STREET,
  COMMITTEE_CLERK: STREET,
  DISPATCHER: STREET,
  FINANCE_OFFICER: STREET,
};
const OF_CENTER: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };
const OF_COMMUNITY: Cells = { COMMUNITY_SECRETARY: COMMUNITY };
const OF_DEPARTMENT: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };

/**
 * Each role reads what is sent to the places that it has by its token. 区委 is told what waits for its appointment. A message to one
 * person is one to the place of that person. */
const READERS: Readonly<Record<MessagePlace, Cells>> = {
  TO_STREET: { ...OF_STREET, DISTRICT_PARTY_COMMITTEE: DISTRICT },
  TO_CENTER: OF_CENTER,
  TO_COMMUNITY: OF_COMMUNITY,
  TO_DEPARTMENT: OF_DEPARTMENT,
};

export const MESSAGE_COMMANDS = { markMessageRead: varied(READERS) } satisfies CommandPolicies;
