import type { InputProblem } from '../checks/input-problem';
import { localDay, type LocalDay } from '../time/local-day';
import { HELD_POST_LABELS, type HeldPost } from '../vocabulary/people';
import type { Act } from './act';
import { inService, isInForce, overlap, type Holding, type RegisteredPerson } from './people';

/** A post of director or deputy director that the street’s organization has. */
export interface KnownPost {
  readonly code: string;
  readonly kind: HeldPost;
  /** Section whose head holds it; null for the director. */
  readonly sectionName: string | null;
}

interface Appointment {
  readonly person: RegisteredPerson;
  readonly kind: HeldPost;
  readonly centerCode: string | null;
  readonly postCode: string | null;
  readonly since: LocalDay;
  /** Posts of the center that its organization has. */
  readonly posts: readonly KnownPost[];
  /** All holdings of the center, whenever they were, and those of the person. */
  readonly holdings: readonly Holding[];
}

/** Appoints a person to a post up to today. A post is held by one person at a time (`seed:108`). */
export function appointedToPost(act: Act, appointment: Appointment) {
  const { person, kind, centerCode, since, holdings } = appointment;
  const postCode = postOf(act, appointment);
  act.requireInput(inService('since', since, person, localDay(act.now)));
  const term = { since, until: null };
  const own = holdings.filter(
    (holding) => isInForce(holding) && holding.actingForId === null && overlap(holding, term),
  );
  const isSame = (holding: Holding): boolean =>
    holding.kind === kind && holding.centerCode === centerCode && holding.postCode === postCode;
  act.requireInput(
    takenBy(own.find((holding) => isSame(holding) && (kind !== 'STAFF' || holding.personId === person.id))),
  );
  return {
    personId: person.id,
    kind,
    centerCode,
    postCode,
    since,
    until: null,
    actingForId: null,
    cancelledAt: null,
    cancellationReason: null,
  };
}

/** The code of the post: the director’s is the only one of its kind, a deputy’s is that of a section. */
function postOf(act: Act, { kind, centerCode, postCode, posts }: Appointment): string | null {
  const label = HELD_POST_LABELS[kind];
  if (kind !== 'STAFF' && centerCode === null) {
    act.requireInput({
      field: 'centerCode',
      message: {
        zh: `${label.zh}属于一个中心。请填写中心代码`,
        en: `A ${label.en} belongs to a center. Add the code of the center`,
      },
    });
  }
  const ofKind = posts.filter((post) => post.kind === kind);
  if (kind === 'DIRECTOR' && postCode === null) return ofKind[0]?.code ?? null;
  if (ofKind.some(({ code }) => code === postCode) || (ofKind.length === 0 && postCode === null)) {
    return postCode;
  }
  const choices = ofKind.map(({ code, sectionName }) =>
    sectionName === null ? code : `${code}（${sectionName}）`,
  );
  act.requireInput({
    field: 'postCode',
    message:
      choices.length === 0
        ? {
            zh: `${label.zh}没有职位代码。请不要填写 postCode`,
            en: `The post of a ${label.en} has no code here. Leave \`postCode\` out`,
          }
        : {
            zh: `请填写该中心${label.zh}的职位代码：${choices.join('、')}`,
            en: `Add the code of the post of ${label.en}: one of ${choices.join(', ')}`,
          },
  });
  return postCode;
}

/** Names the one who holds a post already. */
export function takenBy(holding: Holding | undefined): InputProblem | undefined {
  if (!holding) return undefined;
  const { personName, kind, since, until } = holding;
  const label = HELD_POST_LABELS[kind];
  return {
    field: 'since',
    message: {
      zh: `${personName}自 ${since} ${until === null ? '起' : `至 ${until} `}任此${label.zh}。请先结束其任职，或填其后的日期`,
      en: `${personName} holds this post of ${label.en} from ${since}${until === null ? ' on' : ` to ${until}`}. End that first, or choose a later day`,
    },
  };
}
