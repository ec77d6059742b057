import { RuleFinding1700000009000 } from '../migrations/1700000009000-rule-finding';
import type { StreetModule } from '../foundation/street-module';
import { RuleFinding } from './rule-finding';
import { DutiesResolver } from './duties.resolver';
import { Judgement } from './judgement';
import { Judgement1700000084000 } from '../migrations/1700000084000-judgement';

export const cadenceTables = { RuleFinding, Judgement };

/** The rules that are kept over time: what was to happen in each week, quarter and year. */
export const cadenceModule: StreetModule = {
  migrations: [RuleFinding1700000009000, Judgement1700000084000],
  commands: [],
  resolvers: [DutiesResolver],
};
