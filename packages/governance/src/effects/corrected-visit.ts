import type { Maybe } from '../checks/facts';
import type { PlannedParts, PlannedVisit } from '../checks/planned-visit';
import { r24 } from '../rules/r24-community-visits';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';
import { requireAuthor, requireRecordedAfter } from './corrected-record';

/** A visit as it is to be, with what was written of it. */
interface CorrectedVisit extends PlannedParts {
  readonly form: string;
  readonly record: string;
  readonly sentimentLogs: readonly string[];
  readonly plan: Maybe<PlannedVisit>;
  /** The day on which it was recorded: it had happened by then. */
  readonly recordedOn: LocalDay;
}

/** Checks a visit again (R24). It is corrected by the visitor, or by the head of the center. */
export function requireVisit(act: Act, visit: CorrectedVisit): void {
  requireAuthor(act, visit.staffSubject, 'communityVisitId');
  requireRecordedAfter(act, 'day', visit.day, visit.recordedOn);
  act.require(r24.check({ visit }));
}
