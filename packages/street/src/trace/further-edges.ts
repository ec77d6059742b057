/** Objects that others own and the street only refers to, with the title that the street knows. */
export const APPROVAL_NODES = `
SELECT approval_id, 'Approval', min(title), NULL, min(created_at), bool_or(sample) FROM (
  SELECT approval_id, '区政府批准文件' AS title, created_at, sample FROM delegation
  UNION ALL SELECT approval_id, document_number, created_at, sample FROM body_member
) AS approval WHERE approval_id IS NOT NULL GROUP BY approval_id`;

export const TRANSFER_NODES = `
SELECT transfer_id, 'FundTransfer', voucher, NULL, created_at, sample FROM fund_receipt`;
/** The need that a service project cites, its catalogue and the survey beneath, as the district said when it was cited. */
export const PROCUREMENT_NODES: readonly string[] = [
  ['need_id', 'ProcurementNeed', 'need_title'],
  ['catalogue_id', 'ProcurementCatalogue', 'catalogue_number'],
  ['survey_id', 'NeedsSurvey', `'需求调查'`],
].map(
  ([id, type, title]) =>
    `SELECT ${id}, '${type}', min(${title}), NULL, min(created_at), bool_or(sample) FROM service_project GROUP BY ${id}`,
);

const OF_PROCUREMENT = [
  `SELECT survey_id, catalogue_id, 'ON', 'ON' FROM service_project`,
  `SELECT catalogue_id, need_id, 'ON', 'ON' FROM service_project`,
];

/** A major matter on a meeting's agenda leads to what the minutes say of it; the meeting and its minutes are beside its way. */
const OF_AGENDA = [
  `SELECT major_matter_id, meeting_id, 'SIDE', 'SIDE' FROM agenda_item WHERE major_matter_id IS NOT NULL`,
  `SELECT agenda_item.major_matter_id, minutes.id, 'SIDE', 'SIDE' FROM agenda_item
    JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
    WHERE agenda_item.major_matter_id IS NOT NULL`,
  `SELECT agenda_item.major_matter_id, minutes_item.id, 'ON', 'ON' FROM agenda_item
    JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
    JOIN minutes_item ON minutes_item.minutes_id = minutes.id AND minutes_item.deleted_at IS NULL
      AND coalesce(minutes_item.agenda_number, agenda_item.number) = agenda_item.number
    WHERE agenda_item.major_matter_id IS NOT NULL`,
  `SELECT agenda_item.id, minutes_item.id, 'ON', 'ON' FROM agenda_item
    JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
    JOIN minutes_item ON minutes_item.minutes_id = minutes.id AND minutes_item.deleted_at IS NULL
      AND minutes_item.agenda_number = agenda_item.number`,
];

/** The committee's decision is what an order rests on: by its delegation, or by the matter that its minutes are about. */
const OF_DECISIONS = [
  `SELECT delegation.decision_id, work_order.id, 'ON', 'ON' FROM work_order
    JOIN delegation ON delegation.id = work_order.delegation_id WHERE delegation.decision_id IS NOT NULL`,
  `SELECT major_matter.decision_id, work_order.id, 'ON', 'ON' FROM work_order
    JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
    JOIN minutes ON minutes.id = minutes_item.minutes_id
    JOIN meeting ON meeting.id = minutes.meeting_id
    JOIN major_matter ON major_matter.id = meeting.major_matter_id WHERE major_matter.decision_id IS NOT NULL`,
  `SELECT major_matter.decision_id, work_order.id, 'ON', 'ON' FROM work_order
    JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
    JOIN minutes ON minutes.id = minutes_item.minutes_id
    JOIN agenda_item ON agenda_item.meeting_id = minutes.meeting_id
      AND agenda_item.number = coalesce(minutes_item.agenda_number, agenda_item.number)
    JOIN major_matter ON major_matter.id = agenda_item.major_matter_id WHERE major_matter.decision_id IS NOT NULL`,
  `SELECT preliminary_opinion.id, major_matter.decision_id, 'ON', 'ON' FROM preliminary_opinion
    JOIN major_matter ON major_matter.id = preliminary_opinion.major_matter_id
    WHERE major_matter.decision_id IS NOT NULL`,
];

/**
 * Beside an item of the weekly meeting stand the meeting that passed it and the batch in which it went out, which lead down
 * to all their other items and so are not walked on from.
 */
const OF_WEEKLY_ITEMS = [
  `SELECT id, meeting_id, 'NONE', 'END' FROM weekly_item`,
  `SELECT weekly_item_id, batch_id, 'NEAR', 'END' FROM community_assignment`,
];

/** Edges that are no reference of one table to another. */
export const FURTHER_EDGES: readonly string[] = [
  ...OF_AGENDA,
  ...OF_DECISIONS,
  ...OF_WEEKLY_ITEMS,
  ...OF_PROCUREMENT,
];
