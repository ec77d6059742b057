import type { Maybe } from '../checks/facts';
import type { PlannedParts, PlannedVisit } from '../checks/planned-visit';
import { r24 } from '../rules/r24-community-visits';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';

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
  const { role, subject } = act.actor;
  if (role !== 'CENTER_HEAD' && subject !== visit.staffSubject) {
    act.requireInput({
      field: 'communityVisitId',
      message: {
        zh: '这次走访是他人登记的。请由本人或中心负责人更正',
        en: 'Another person recorded this visit. Ask that person or the head of the center to correct it',
      },
    });
  }
  if (!precedes(visit.day, visit.recordedOn)) {
    act.requireInput({
      field: 'day',
      message: {
        zh: `${visit.day} 晚于登记日期 ${visit.recordedOn}。请填 ${visit.recordedOn} 或以前的日期`,
        en: `${visit.day} is after the day of recording, ${visit.recordedOn}. Choose ${visit.recordedOn} or earlier`,
      },
    });
  }
  act.require(r24.check({ visit }));
}
