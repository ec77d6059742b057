import { childrenField, parentField } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { CommitteeDecision1700000003000 } from '../migrations/1700000003000-committee-decision';
import { MajorMatter1700000005000 } from '../migrations/1700000005000-major-matter';
import { Meeting1700000005001 } from '../migrations/1700000005001-meeting';
import { Minutes1700000005002 } from '../migrations/1700000005002-minutes';
import { KeyPoint1700000005003 } from '../migrations/1700000005003-key-point';
import type { StreetModule } from '../street-module';
import { CommitteeDecision } from './committee-decision';
import { committeeDecisions } from './committee-decisions';
import { MajorMatter } from './matters/major-matter';
import { majorMatters } from './matters/major-matters';
import { Meeting } from './meetings/meeting';
import { meetings } from './meetings/meetings';
import { allMinutes, minutesItems } from './minutes/all-minutes';
import { Minutes } from './minutes/minutes';
import { MinutesItem } from './minutes/minutes-item';
import { KeyPoint } from './yearly/key-point';
import { keyPoints } from './yearly/key-points';

/** The bodies of a street, their meetings, and what the committee decides. */
export const deliberationModule: StreetModule = {
  entities: [CommitteeDecision, MajorMatter, Meeting, Minutes, MinutesItem, KeyPoint],
  migrations: [
    CommitteeDecision1700000003000,
    MajorMatter1700000005000,
    Meeting1700000005001,
    Minutes1700000005002,
    KeyPoint1700000005003,
  ],
  commands: [],
  readables: [committeeDecisions, majorMatters, meetings, allMinutes, minutesItems, keyPoints],
  resolvers: [
    childrenField(Minutes, { name: 'items', of: minutesItems, by: 'minutesId' }),
    parentField(Minutes, { name: 'meeting', of: meetings, by: 'meetingId' }),
    parentField(MinutesItem, { name: 'minutes', of: allMinutes, by: 'minutesId' }),
    parentField(Meeting, {
      name: 'majorMatter',
      of: majorMatters,
      by: 'majorMatterId',
      description: zhEn('所议重大事项', 'The major matter that a special meeting is about; or null'),
    }),
    parentField(MajorMatter, { name: 'decision', of: committeeDecisions, by: 'decisionId' }),
    parentField(KeyPoint, { name: 'decision', of: committeeDecisions, by: 'decisionId' }),
  ],
};
