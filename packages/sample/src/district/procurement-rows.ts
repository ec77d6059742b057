import { addDays, answeredCatalogue, decidedCatalogueAnswer, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { titled } from '../people';
import { Random } from '../random';
import { actOf } from '../rules';
import type { SampleSettings } from '../settings';
import { row, type DistrictRow } from './district-row';
import { NEED_CONTENT, procurementYear, REGISTERED_ON } from './procurement-year';

/** Rows of organizations, surveys and catalogues, by table, in the order in which they refer to each other. */
export function procurementRows(
  settings: SampleSettings,
): readonly (readonly [table: string, rows: readonly DistrictRow[]])[] {
  const { organizations, catalogues } = procurementYear(settings);
  const surveys = catalogues.map(({ year, survey: { id, respondents, startedOn, concludedOn } }) =>
    row(id, at(concludedOn, 17), {
      year,
      title: titled(`${year}年社区和居民服务需求调查`),
      method: titled('入户问卷和座谈'),
      respondents,
      started_on: startedOn,
      concluded_on: concludedOn,
    }),
  );
  const [oldest] = catalogues;
  const needs = catalogues.flatMap((catalogue) => catalogue.needs.map((need) => ({ catalogue, need })));
  return [
    [
      'social_organization',
      organizations.map(({ id, kind, name, serviceField, since }) =>
        row(id, at(REGISTERED_ON, 9), {
          kind,
          name,
          service_field: serviceField,
          registration_number: null,
          since,
          until: null,
        }),
      ),
    ],
    ['needs_survey', surveys],
    [
      'surveyed_need',
      needs.map(({ catalogue: { survey }, need }) =>
        row(need.surveyedNeedId, at(survey.concludedOn, 17), {
          survey_id: survey.id,
          title: need.title,
          mentions: need.mentions,
        }),
      ),
    ],
    [
      'procurement_catalogue',
      catalogues.map(({ id, number, year, issuedOn, survey }) =>
        row(id, at(issuedOn, 10), {
          year,
          number,
          title: titled(`${year}年政府购买公共服务项目需求`),
          issued_on: issuedOn,
          survey_id: survey.id,
          previous_id: null,
          reason: null,
          superseded_at: null,
        }),
      ),
    ],
    [
      'procurement_need',
      needs.map(({ catalogue, need }) =>
        row(need.id, at(catalogue.issuedOn, 10), {
          catalogue_id: catalogue.id,
          number: need.number,
          title: need.title,
          content: NEED_CONTENT,
          surveyed_need_id: need.surveyedNeedId,
        }),
      ),
    ],
    ['catalogue_answer', oldest ? [answerOf(oldest.year - 1, oldest.issuedOn)] : []],
  ];
}

/** The answer to the year before the first catalogue of the sample, which had none, and its confirmation (R30). */
function answerOf(year: number, issuedOn: LocalDay): DistrictRow {
  const [answeredAt, decidedAt] = [at(addDays(issuedOn, 1), 10), at(addDays(issuedOn, 7), 10)];
  const office = actOf({ subject: 'sample:district-office', role: 'DISTRICT_OFFICE' }, answeredAt);
  const committee = { subject: 'sample:district-party-committee', role: 'DISTRICT_PARTY_COMMITTEE' };
  const explanation = titled(`${year}年需求调查尚未开展`);
  const draft = { year, explanation, remedy: titled('已开展调查，次年按期下发'), remedyUntil: null };
  const given = answeredCatalogue(office, draft, { verdict: 'BROKEN', last: null });
  const decided = decidedCatalogueAnswer(actOf(committee, decidedAt), { ...given, version: 1 }, null);
  return row(
    new Random(`procurement/answer/${year}`).idAt(answeredAt),
    answeredAt,
    {
      year,
      state: decided.state,
      explanation,
      remedy: given.remedy,
      remedy_until: given.remedyUntil,
      answered_by: given.answeredBy,
      role: given.role,
      decided_at: decided.decidedAt,
      decided_by: decided.decidedBy,
      sent_back_for: decided.sentBackFor,
    },
    decidedAt,
  );
}

/** Statements that remove them, once no street has sample data that cite them: each street with some has transfers. */
export const REMOVE_PROCUREMENT: readonly string[] = [
  'catalogue_answer',
  'procurement_need',
  'procurement_catalogue',
  'surveyed_need',
  'needs_survey',
  'social_organization',
].map((table) => `DELETE FROM ${table} WHERE sample AND NOT EXISTS (SELECT FROM fund_transfer WHERE sample)`);
