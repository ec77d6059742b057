import { dayHappened, dayNotFuture, spanInOrder } from '../checks/day';
import { textDiffers, titlesDiffer } from '../checks/different-texts';
import type { InputProblem } from '../checks/input-problem';
import { r30, type CatalogueIssue } from '../rules/r30-procurement-catalogue';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

interface SurveyDraft {
  readonly startedOn: LocalDay;
  readonly concludedOn: LocalDay;
  readonly respondents: number;
  readonly needs: readonly { readonly title: string; readonly mentions: number }[];
}

/** Records a survey of needs that was concluded. Each need stands in it once, named by some of those who were asked. */
export function recordedSurvey(act: Act, { startedOn, concludedOn, respondents, needs }: SurveyDraft) {
  act.requireInput(dayNotFuture('concludedOn', concludedOn, localDay(act.now)));
  act.requireInput(spanInOrder('concludedOn', startedOn, concludedOn));
  act.requireInput(titlesDiffer('needs', needs));
  for (const [index, { mentions }] of needs.entries()) {
    act.requireInput(checkMentions(`needs.${index}.mentions`, mentions, respondents));
  }
  return { startedOn, concludedOn, respondents };
}

const checkMentions = (field: string, mentions: number, respondents: number): InputProblem | undefined =>
  mentions <= respondents
    ? undefined
    : {
        field,
        message: {
          zh: `提及人数 ${mentions} 多于调查人数 ${respondents}。请更正`,
          en: `${mentions} mentions are more than the ${respondents} respondents. Correct one of them`,
        },
      };

/** Requires that the needs of a catalogue are different ones, each with a content beyond its title. */
export function requireNeeds(
  act: Act,
  needs: readonly { readonly title: string; readonly content: string }[],
): void {
  act.requireInput(titlesDiffer('needs', needs));
  for (const [index, { title, content }] of needs.entries()) {
    const said = { text: content, name: { zh: '服务内容', en: 'content' } };
    const others = [{ text: title, name: { zh: '名称', en: 'title' } }];
    act.requireInput(textDiffers(`needs.${index}.content`, said, others));
  }
}

/** Issues a catalogue of needs (R30). */
export function issuedCatalogue(act: Act, issue: Omit<CatalogueIssue, 'today'>) {
  act.require(r30.check({ ...issue, today: localDay(act.now) }));
  return { year: issue.year, issuedOn: issue.issuedOn, supersededAt: null };
}

/** Replaces a catalogue by a corrected one, and keeps it as history (R30). */
export function correctedCatalogue(
  act: Act,
  catalogue: {
    readonly version: number;
    readonly year: number;
    readonly issuedOn: LocalDay;
    readonly supersededAt: Date | null;
  },
  issue: Omit<CatalogueIssue, 'today' | 'year' | 'standing'>,
) {
  const isReplaced = {
    message: {
      zh: '此目录已被更正。请改为更正替代它的目录（correction）',
      en: 'A correction has replaced this catalogue. Correct that one instead (`correction`)',
    },
  };
  act.requireState(catalogue, catalogue.supersededAt === null ? undefined : isReplaced);
  if (issue.issuedOn < catalogue.issuedOn) {
    const name = { zh: '原目录下发的', en: 'the issue of the catalogue that it corrects' };
    const earliest = { day: catalogue.issuedOn, name };
    act.requireInput(dayHappened('issuedOn', issue.issuedOn, earliest, localDay(act.now)));
  }
  const issued = issuedCatalogue(act, { ...issue, year: catalogue.year, standing: null });
  return { issued, superseded: { supersededAt: act.now } };
}
