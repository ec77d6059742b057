import type { Bilingual } from '@mtg/governance';
import { DISTRICT, type Cells } from './cell';

/** What a row can depend on beside the command: the kind of a body or of a meeting, or the approving authority. */
export const VARIANT_LABELS = {
  ENLARGED_WORKING_COMMITTEE: { zh: '街道大工委', en: 'Enlarged Working Committee' },
  AREA_MANAGEMENT_COMMITTEE: { zh: '地区管理委员会', en: 'Area Management Committee' },
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: { zh: '社区大党委', en: 'Enlarged Community Party Committee' },
  JOINT: { zh: '联席会议', en: 'joint meeting' },
  SPECIAL: { zh: '专题会议', en: 'special meeting' },
  ANNUAL_RETREAT: { zh: '年度务虚会', en: 'annual retreat' },
  MONTHLY_PROGRESS: { zh: '月推进会', en: 'monthly progress meeting' },
  WEEKLY: { zh: '周例会', en: 'weekly meeting' },
  DISTRICT_GOVERNMENT: { zh: '区政府', en: 'district government' },
  DISTRICT_PARTY_COMMITTEE: { zh: '区委', en: 'District Party Committee' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type Variant = keyof typeof VARIANT_LABELS;

type Rows<V extends Variant> = Readonly<Record<V, Cells>>;

/** The two bodies of a street are alike; a community's differs. */
export const byBody = (ofStreet: Cells, ofCommunity: Cells) =>
  ({
    ENLARGED_WORKING_COMMITTEE: ofStreet,
    AREA_MANAGEMENT_COMMITTEE: ofStreet,
    ENLARGED_COMMUNITY_PARTY_COMMITTEE: ofCommunity,
  }) satisfies Partial<Rows<Variant>>;

type MeetingVariant = 'JOINT' | 'SPECIAL' | 'ANNUAL_RETREAT' | 'MONTHLY_PROGRESS' | 'WEEKLY';
export const byMeeting = (rows: Rows<MeetingVariant>): Rows<MeetingVariant> => rows;

/** Each authority records its own approvals only. */
export const byAuthority = {
  DISTRICT_GOVERNMENT: { DISTRICT_GOVERNMENT: DISTRICT },
  DISTRICT_PARTY_COMMITTEE: { DISTRICT_PARTY_COMMITTEE: DISTRICT },
} satisfies Partial<Rows<Variant>>;
