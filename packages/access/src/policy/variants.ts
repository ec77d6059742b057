import {
  APPROVAL_AUTHORITY_LABELS,
  ATTACHED_TO_LABELS,
  BODY_KIND_LABELS,
  FINDING_SUBJECT_LABELS,
  MEETING_KIND_LABELS,
  MESSAGE_PLACE_LABELS,
  type ApprovalAuthority,
  type BodyKind,
  type FindingSubject,
  type MeetingKind,
} from '@mtg/governance';
import { DISTRICT, type Cells } from './cell';

/** Criteria of a row beside the command: the kind of a body or of a meeting, the subject of a finding, the approving authority, the record that a file is attached to, or the place of a message. */
export const VARIANT_LABELS = {
  ...BODY_KIND_LABELS,
  ...MEETING_KIND_LABELS,
  ...FINDING_SUBJECT_LABELS,
  ...APPROVAL_AUTHORITY_LABELS,
  ...ATTACHED_TO_LABELS,
  ...MESSAGE_PLACE_LABELS,
};
export type Variant = keyof typeof VARIANT_LABELS;

type Rows<V extends Variant> = Readonly<Record<V, Cells>>;

/** The two bodies of a street are alike; a community's differs. */
export const byBody = (ofStreet: Cells, ofCommunity: Cells): Rows<BodyKind> => ({
  ENLARGED_WORKING_COMMITTEE: ofStreet,
  AREA_MANAGEMENT_COMMITTEE: ofStreet,
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: ofCommunity,
});

export const byMeeting = (rows: Rows<MeetingKind>): Rows<MeetingKind> => rows;

export const byFinding = (rows: Rows<FindingSubject>): Rows<FindingSubject> => rows;

/** Each authority records its own approvals only. */
export const byAuthority: Rows<ApprovalAuthority> = {
  DISTRICT_GOVERNMENT: { DISTRICT_GOVERNMENT: DISTRICT },
  DISTRICT_PARTY_COMMITTEE: { DISTRICT_PARTY_COMMITTEE: DISTRICT },
};
