import type { StreetModule } from '../foundation/street-module';
import { PeopleRegister1700000088000 } from '../migrations/1700000088000-people-register';
import { PersonCorrections1700000091030 } from '../migrations/1700000091030-person-corrections';
import { actInPost } from './commands/act-in-post';
import { appointToPost } from './commands/appoint-to-post';
import { cancelPost } from './commands/cancel-post';
import { personCorrection } from './commands/correct-person';
import { endPost } from './commands/end-post';
import { cancelLeave, recordLeave } from './commands/leaves';
import { registerPerson } from './commands/register-person';
import { Leave } from './leave';
import { Person } from './person';
import { PostHolding } from './post-holding';

export const peopleTables = {
  Person,
  PersonCorrection: personCorrection.entries,
  PostHolding,
  Leave,
};

/** The register of people: who holds which post, acts for whom, and is away (R24; seed:108). */
export const peopleModule: StreetModule = {
  migrations: [PeopleRegister1700000088000, PersonCorrections1700000091030],
  commands: [
    registerPerson,
    personCorrection.command,
    appointToPost,
    actInPost,
    endPost,
    cancelPost,
    recordLeave,
    cancelLeave,
  ],
};
