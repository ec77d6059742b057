import { dayNotFuture, spanInOrder } from '../checks/day';
import { r30, type CatalogueIssue } from '../rules/r30-procurement-catalogue';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** Records a survey of needs that was concluded. */
export function recordedSurvey(
  act: Act,
  { startedOn, concludedOn }: { readonly startedOn: LocalDay; readonly concludedOn: LocalDay },
) {
  act.requireInput(dayNotFuture('concludedOn', concludedOn, localDay(act.now)));
  act.requireInput(spanInOrder('concludedOn', startedOn, concludedOn));
  return { startedOn, concludedOn };
}

/** Issues a catalogue of needs (R30). */
export function issuedCatalogue(act: Act, issue: Omit<CatalogueIssue, 'today'>) {
  act.require(r30.check({ ...issue, today: localDay(act.now) }));
  return { year: issue.year, issuedOn: issue.issuedOn, supersededAt: null };
}

/** Replaces a catalogue by a corrected one, and keeps it as history (R30). */
export function correctedCatalogue(
  act: Act,
  catalogue: { readonly version: number; readonly year: number; readonly supersededAt: Date | null },
  issue: Omit<CatalogueIssue, 'today' | 'year' | 'standing'>,
) {
  const isReplaced = {
    message: {
      zh: '此目录已被更正。请改为更正替代它的目录（correction）',
      en: 'A correction has replaced this catalogue. Correct that one instead (`correction`)',
    },
  };
  act.requireState(catalogue, catalogue.supersededAt === null ? undefined : isReplaced);
  const issued = issuedCatalogue(act, { ...issue, year: catalogue.year, standing: null });
  return { issued, superseded: { supersededAt: act.now } };
}
