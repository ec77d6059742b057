/** Tables whose rows are corrected, with a text of each that is; written from the domain. */
export const CORRECTED_FIELDS = {
  Project: 'title',
  WorkOrder: 'content',
  CenterReport: 'progress',
  CommunityVisit: 'form',
  Person: 'name',
  Meeting: 'title',
  AgendaItem: 'title',
  AttendanceRecord: 'reason',
  MemberReport: 'content',
  StreetNotice: 'content',
  MajorMatter: 'title',
} as const;

export const CORRECTED = Object.keys(CORRECTED_FIELDS);
