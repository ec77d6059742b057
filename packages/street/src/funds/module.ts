import { bookFields } from '@mtg/commands';
import { STREET_CLASS } from '../foundation/street-interface';
import type { StreetModule } from '../foundation/street-module';
import { Funds1700000022000 } from '../migrations/1700000022000-funds';
import { ServiceExpenditure1700000022001 } from '../migrations/1700000022001-service-expenditure';
import { StatisticsIndex1700000081000 } from '../migrations/1700000081000-statistics-index';
import { recordExpenditure } from './expenditures/commands/record-expenditure';
import { reverseExpenditure } from './expenditures/commands/reverse-expenditure';
import { Expenditure } from './expenditures/expenditure';
import { agreeToRecall, refuseRecall } from './receipts/commands/answer-recall';
import { acknowledgeTransfer, declineTransfer } from './receipts/commands/answer-transfer';
import { FundReceipt } from './receipts/fund-receipt';
import { FundRecallAnswer } from './receipts/fund-recall-answer';
import { ProjectSpendingResolver, StreetFundStatisticsResolver } from './statistics/fund-statistics.resolver';
import { StreetProcurementStatisticsResolver } from './statistics/procurement-statistics.resolver';
import {
  ServiceSpendingResolver,
  StreetServiceSpendingResolver,
} from './statistics/service-spending.resolver';
import { streetEntries } from './street-book';

export const fundTables = { FundReceipt, FundRecallAnswer, Expenditure };

/** Money that the street has received, spent and given back (R31). */
export const fundsModule: StreetModule = {
  migrations: [Funds1700000022000, ServiceExpenditure1700000022001, StatisticsIndex1700000081000],
  commands: [
    acknowledgeTransfer,
    declineTransfer,
    agreeToRecall,
    refuseRecall,
    recordExpenditure,
    reverseExpenditure,
  ],
  resolvers: [
    bookFields(STREET_CLASS, 'FUNDS', streetEntries),
    StreetFundStatisticsResolver,
    StreetProcurementStatisticsResolver,
    ProjectSpendingResolver,
    StreetServiceSpendingResolver,
    ServiceSpendingResolver,
  ],
};
