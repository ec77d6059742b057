import { FindingAnswer1700000086000 } from '../migrations/1700000086000-finding-answer';
import { Judgement1700000084000 } from '../migrations/1700000084000-judgement';
import { RuleFinding1700000009000 } from '../migrations/1700000009000-rule-finding';
import { SampleFinding1700000095000 } from '../migrations/1700000095000-sample-finding';
import type { StreetModule } from '../foundation/street-module';
import { answerFinding } from './commands/answer-finding';
import { confirmFinding, sendBackFinding } from './commands/decide-answer';
import { DutiesResolver } from './duties.resolver';
import { FindingAnswer } from './finding-answer';
import { Judgement } from './judgement';
import { RuleFinding } from './rule-finding';

export const cadenceTables = { RuleFinding, FindingAnswer, Judgement };

/** The rules that are kept over time: what was to happen in each week, quarter and year. */
export const cadenceModule: StreetModule = {
  migrations: [
    RuleFinding1700000009000,
    Judgement1700000084000,
    FindingAnswer1700000086000,
    SampleFinding1700000095000,
  ],
  commands: [answerFinding, confirmFinding, sendBackFinding],
  resolvers: [DutiesResolver],
};
