import type { Bilingual } from '../bilingual';
import { looksSame } from '../text/comparison-form';
import type { LocalDay } from '../time/local-day';
import { BODY_KIND_LABELS, BODY_POSITION_LABELS, BodyPosition, type BodyKind } from '../vocabulary/bodies';
import { labelOf } from '../vocabulary/labelled';
import { problemOfApproval, type ApprovalReference } from './approval';
import { isBlank, type Maybe } from './facts';

/** A person whom a body is to have, and the position. */
export interface Candidate {
  readonly position: string;
  /** Category that a member represents. Members only. */
  readonly category?: Maybe<string>;
  /** The offices that the person holds; for those who head a body by office. */
  readonly offices: readonly string[];
  /** The seat; for members of a community’s body. */
  readonly seat?: Maybe<string>;
  /** The unit that a member represents, and the names of the street's field agencies. */
  readonly unit?: Maybe<string>;
  readonly fieldAgencies?: readonly string[];
}

/** The document by which 区委 appoints a person to a body of a street. */
export interface AppointingDocument {
  readonly document: Maybe<ApprovalReference>;
  readonly personName: string;
  readonly bodyKind: BodyKind;
  readonly position: BodyPosition;
  readonly street: string;
  readonly today: LocalDay;
  /** True if it has appointed the person to the body before. */
  readonly isUsed?: boolean;
}

/** The decision by which 街道工委 appoints a person to a community’s body. */
export interface AppointingDecision {
  /** Its number; none where none is given. */
  readonly decision: Maybe<string>;
}

/** Holder of a seat, present or proposed. */
export interface SeatHolder {
  readonly personName: string;
  readonly position: string;
  readonly offices: readonly string[];
  readonly seat?: Maybe<string>;
}

/** A seat that is about to be filled. */
export interface SeatToFill {
  readonly appointee: SeatHolder;
  /** Those in office in the body. */
  readonly inOffice: readonly SeatHolder[];
  /** Those who head other bodies of the street. */
  readonly otherHeads?: readonly SeatHolder[];
}

/** The end of a membership, by the number of the document that ends it. */
export interface EndingDocument {
  readonly endedBy: Maybe<string>;
}

/** Reason for which a document does not appoint the person; undefined when it does. */
export function problemOfDocument({
  document,
  personName,
  bodyKind,
  position,
  street,
  today,
}: AppointingDocument): Bilingual | undefined {
  if (!document || isBlank(document.number)) {
    return {
      zh: '没有区委的任命文件，或区级没有此文件',
      en: 'no appointment document is given, or the district has none with this id',
    };
  }
  const { number, appointees } = document;
  const use = { authority: 'DISTRICT_PARTY_COMMITTEE', purpose: 'APPOINTMENT', street, today } as const;
  const problem = problemOfApproval(document, use);
  if (problem) return problem;
  if (!appointees?.some((appointee) => looksSame(appointee, personName))) {
    return {
      zh: `${number} 任命的是 ${(appointees ?? []).join('、')}，没有 ${personName}`,
      en: `${number} appoints ${(appointees ?? []).join(', ')}, not ${personName}`,
    };
  }
  return problemOfPost(document, { bodyKind, position });
}

/** A document appoints to the body and the position that it names. */
function problemOfPost(
  { number, body, position }: ApprovalReference,
  post: Pick<AppointingDocument, 'bodyKind' | 'position'>,
): Bilingual | undefined {
  if ((isBlank(body) || body === post.bodyKind) && (isBlank(position) || position === post.position)) {
    return undefined;
  }
  const [kind, office] = [
    labelOf(BODY_KIND_LABELS, body ?? post.bodyKind),
    labelOf(BODY_POSITION_LABELS, position ?? post.position),
  ];
  return {
    zh: `${number} 任命的是${kind.zh}${office.zh}，不是${BODY_KIND_LABELS[post.bodyKind].zh}${BODY_POSITION_LABELS[post.position].zh}`,
    en: `${number} appoints a ${office.en} of the ${kind.en}, not a ${BODY_POSITION_LABELS[post.position].en} of the ${BODY_KIND_LABELS[post.bodyKind].en}`,
  };
}

/** True if another person heads a body of the street by the same office: an office is held by one person. */
export const holdsOfficeOf = ({ personName, position, offices }: SeatHolder, other: SeatHolder): boolean =>
  position !== BodyPosition.MEMBER &&
  !looksSame(personName, other.personName) &&
  other.offices.some((office) => offices.includes(office));

/** True if the seat or office is taken: a seat has one holder, and each office heads a body once. */
export const holdsSeatOf = ({ position, offices, seat }: SeatHolder, other: SeatHolder): boolean =>
  (!isBlank(seat) && looksSame(other.seat ?? '', seat ?? '')) ||
  (position !== BodyPosition.MEMBER &&
    other.position !== BodyPosition.MEMBER &&
    other.offices.some((office) => offices.includes(office)));
