import type { Asked, Examined } from './examined';
import { ledgerAge } from './ledger-age';
import { examineCenters } from './links-and-plans';
import { examineMeetings } from './meetings';
import { noLongerAsked } from './no-longer-asked';
import { examineOrders } from './orders';
import { periodsFor } from './periods';
import { examineReports } from './reports';
import { examineVisits } from './visits';

/** Runs every check over time on every period since the street is judged, or on recent ones alone. Real work and sample data are each by themselves. */
export async function examine(asked: Asked): Promise<readonly Examined[]> {
  const periods = periodsFor(asked.today, asked.isRecent ? undefined : asked.since);
  const asOfNow = [
    ...(await examineMeetings(asked, periods)),
    ...(await examineReports(asked, periods)),
    ...(await examineCenters(asked, periods)),
    ...(await examineOrders(asked, periods)),
    ...(await examineVisits(asked, periods)),
  ];
  return [...asOfNow, ...(await noLongerAsked(asked, periods, asOfNow)), ...(await ledgerAge(asked))];
}
