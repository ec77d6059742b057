import { dayNotFuture } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { PlannedVisit } from '../checks/planned-visit';
import { sentimentTheme } from '../checks/sentiment-theme';
import { r24 } from '../rules/r24-community-visits';
import { localDay, type LocalDay } from '../time/local-day';
import type { VisitForm } from '../vocabulary/community-work';
import type { Act } from './act';
import { present } from './present';

/** A visit about to be planned. What R24 asks for may be missing, so that the rule answers. */
interface PlanDraft {
  readonly centerCode: string;
  readonly communityCodes: readonly string[];
  readonly day: Maybe<LocalDay>;
  readonly people: readonly string[];
  readonly route: Maybe<string>;
  readonly actions: Maybe<string>;
}

/** Plans a visit: day, people, route and actions, all beforehand (R24). */
export function plannedVisit(act: Act, plan: PlanDraft) {
  const { centerCode, communityCodes, day, people, route, actions } = plan;
  act.require(r24.check({ plan: { day, people, route, actions }, today: localDay(act.now) }));
  return {
    centerCode,
    communityCodes: [...communityCodes],
    day: present(day),
    people: [...new Set(people)],
    route: present(route),
    actions: present(actions),
    // Set by the import of past years alone.
    importedAt: null,
  };
}

/** An entry of the sentiment log about to be recorded. */
interface LogDraft {
  readonly topic: string | null;
  readonly theme: string | null;
  readonly text: Maybe<string>;
}

/** A visit about to be recorded. What R24 asks for may be missing, so that the rule answers. */
interface VisitDraft {
  readonly centerCode: string;
  readonly communityCode: string;
  readonly day: LocalDay;
  readonly form: Maybe<VisitForm>;
  readonly record: Maybe<string>;
  readonly sentimentLogs: readonly LogDraft[];
  /** Themes of the street, where it has a list of them. */
  readonly themes?: readonly string[];
  /** The plan that it cites, where it cites one. */
  readonly plan: Maybe<PlannedVisit>;
}

/** Records a visit, up to today, with its record and its sentiment logs; the actor is the visitor (R24). */
export function recordedVisit(act: Act, draft: VisitDraft) {
  const { centerCode, communityCode, day, form, record, sentimentLogs, plan } = draft;
  act.requireInput(dayNotFuture('day', day, localDay(act.now)));
  const visit = { centerCode, communityCode, day, staffSubject: act.actor.subject };
  const texts = sentimentLogs.map(({ text }) => text);
  act.require(r24.check({ visit: { ...visit, form: form ?? '', record, sentimentLogs: texts, plan } }));
  sentimentLogs.forEach(({ theme }, index) =>
    act.requireInput(sentimentTheme(`sentimentLogs.${index}.theme`, theme, draft.themes)),
  );
  const written = { centerCode, communityCode, authorSubject: act.actor.subject };
  return {
    visit: { ...visit, form: present(form) },
    record: { ...written, text: present(record) },
    sentimentLogs: sentimentLogs.map(({ topic, theme, text }) => ({
      ...written,
      topic,
      theme,
      text: present(text),
    })),
  };
}
