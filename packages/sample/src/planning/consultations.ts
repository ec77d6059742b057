import {
  addDays,
  agreedJointAction,
  centerName,
  confirmedConsultation,
  followedUpConclusion,
  linkedDepartment,
  localDay,
  monthOf,
  r18,
  recordedConsultation,
  type LocalDay,
} from '@mtg/governance';
import { at, mondayOf } from '../calendar';
import { ChangingRow } from '../changing-row';
import { DEPARTMENTS } from '../dispatch/projects';
import { actorFor, personName, THE_DISPATCHER, THE_OFFICER, titled } from '../people';
import type { Random } from '../random';
import { actOf, keep } from '../rules';
import type { Story } from '../story';

/** Day of the month in whose week centers and departments consult. */
const CONSULTING_DAY = 12;

interface SampleLink {
  readonly id: string;
  readonly centerCode: string;
  readonly departmentCode: string;
  readonly since: LocalDay;
}

/** Links of centers with departments, and their consultations, one each month (R18). */
export class SampleConsultations {
  readonly #random: Random;
  readonly #links: readonly SampleLink[];

  constructor(private readonly story: Story) {
    this.#random = story.randomFor('consultations');
    this.#links = this.#link();
    this.#agree();
  }

  /** Every center is linked with one department from the first day of the year on. */
  #link(): readonly SampleLink[] {
    const { story } = this;
    const since = story.first;
    const linkedAt = at(since, 9);
    return story.centers.map(({ code: centerCode }, index) => {
      const departmentCode = DEPARTMENTS[index % DEPARTMENTS.length] ?? DEPARTMENTS[0];
      const id = this.#random.idAt(linkedAt);
      const values = linkedDepartment(actOf(actorFor('CENTER', centerCode), linkedAt), since, []);
      const matters = titled('条块统筹的日常工作');
      story.add('DepartmentLink', linkedAt, { ...values, centerCode, departmentCode, matters }, { id });
      return { id, centerCode, departmentCode, since };
    });
  }

  /** A joint action of the center for public security with its department. */
  #agree(): void {
    const { story } = this;
    const agreedAt = at(addDays(story.first, 2), 9);
    const parties = { centerCodes: ['PUBLIC_SECURITY'], departmentCodes: ['PUBLIC_SECURITY'] };
    const calls = [
      {
        callerCenter: 'PUBLIC_SECURITY',
        callerDepartment: null,
        calleeCenter: null,
        calleeDepartment: 'PUBLIC_SECURITY',
        content: titled('突发事件处置'),
      },
      {
        callerCenter: null,
        callerDepartment: 'PUBLIC_SECURITY',
        calleeCenter: 'PUBLIC_SECURITY',
        calleeDepartment: null,
        content: titled('隐患通报'),
      },
    ];
    const agreedOn = addDays(story.first, 2);
    const procedure = titled('先电话通报，后书面反馈');
    const draft = { ...parties, calls, agreedOn, procedure };
    const values = agreedJointAction(actOf(THE_DISPATCHER, agreedAt), draft);
    const id = this.#random.idAt(agreedAt);
    story.add('JointAction', agreedAt, { ...values, ...parties, title: titled('治安联动机制') }, { id });
    for (const [index, call] of calls.entries()) {
      const row = { ...call, jointActionId: id, number: index + 1 };
      story.add('JointActionCall', agreedAt, row, { id: this.#random.idAt(agreedAt) });
    }
  }

  /** Consults this month, if this is the week for it; to be called once the week’s meeting has its items. */
  consult(monday: LocalDay): void {
    const { story } = this;
    if (mondayOf(`${monthOf(monday)}-${CONSULTING_DAY}`) !== monday) return;
    for (const [index, link] of this.#links.entries()) {
      const day = addDays(monday, index % 3);
      if (story.isPast(at(day, 15))) this.#record(link, day, monday);
    }
  }

  #record(
    { id: linkId, centerCode, departmentCode, since }: SampleLink,
    day: LocalDay,
    monday: LocalDay,
  ): void {
    const { story } = this;
    const random = this.#random;
    const [recordedAt, confirmedAt] = [at(day, 15), at(addDays(monday, 3), 10)];
    const head = actorFor('CENTER', centerCode);
    const record = {
      consultedOn: day,
      participants: [personName(random.whole(1, 40)), personName(random.whole(41, 80))],
      matters: titled('本月条块工作统筹'),
      link: { since, until: null },
    };
    const consultation = new ChangingRow(random.idAt(recordedAt), recordedAt, {
      ...recordedConsultation(actOf(head, recordedAt), record),
      linkId,
      centerCode,
      departmentCode,
    });
    const { id: consultationId } = consultation;
    const department = { zh: departmentCode, en: departmentCode };
    const pair = { center: centerName(centerCode), department, since, until: null };
    const consultations = [{ consultedOn: day }];
    keep(r18.check({ month: monthOf(day), today: story.today, consultations, ...pair }));
    if (story.isPast(confirmedAt) && random.chance(0.8)) {
      const officer = actOf(THE_OFFICER, confirmedAt);
      const { subject: author, role: authorRole } = officer.actor;
      const comment = { consultationId, text: titled('同意，按会商意见落实'), author, authorRole };
      story.add('ConsultationComment', confirmedAt, comment, { id: random.idAt(confirmedAt) });
      consultation.change(confirmedAt, confirmedConsultation(officer, consultation.row));
    }
    story.write('Consultation', consultation, consultation.values);
    this.#conclude({ consultationId, centerCode, recordedAt }, monday);
  }

  /** A conclusion becomes an item of the week's meeting, where the center put one to it. */
  #conclude(
    of: { readonly consultationId: string; readonly centerCode: string; readonly recordedAt: Date },
    monday: LocalDay,
  ): void {
    const { consultationId, centerCode, recordedAt } = of;
    const conclusion = new ChangingRow(this.#random.idAt(recordedAt), recordedAt, {
      consultationId,
      number: 1,
      content: titled('联合开展社区服务'),
      weeklyItemId: null as string | null,
      minutesItemId: null as string | null,
      followedUpAt: null as Date | null,
    });
    const consultedOn = localDay(recordedAt);
    const item = this.story
      .rowsOf('WeeklyItem')
      .find((each) => each['centerCode'] === centerCode && localDay(each.createdAt) >= consultedOn);
    const followedUpAt = at(addDays(monday, 4), 17);
    if (item && this.story.isPast(followedUpAt)) {
      const act = actOf(actorFor('CENTER', centerCode), followedUpAt);
      const given = { weeklyItemId: item.id, minutesItemId: null };
      const center = { code: centerCode, name: centerName(centerCode) };
      const itemRecordedOn = localDay(item.createdAt);
      const same = { center, itemCenter: center, consultedOn, itemRecordedOn };
      conclusion.change(followedUpAt, followedUpConclusion(act, conclusion.row, given, same));
    }
    this.story.write('ConsultationConclusion', conclusion, conclusion.values);
  }
}
