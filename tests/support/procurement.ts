import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Ids of what the district has of procurement. */
export interface Procurement {
  readonly organizationId: string;
  readonly surveyId: string;
  readonly surveyedNeedId: string;
  readonly catalogueId: string;
  readonly needId: string;
}

/** Years of catalogues, so that each is the only one of its year; all of them are in force. */
let catalogues = 0;

/** Writes an organization and a catalogue with one need into the district, past its commands. */
export async function insertProcurement(database: Pick<DataSource, 'query'>): Promise<Procurement> {
  const add = async (table: string, values: Readonly<Record<string, unknown>>): Promise<string> => {
    const columns = Object.keys(values);
    const places = columns.map((_, index) => `$${index + 1}`);
    const [row]: readonly { id: string }[] = await database.query(
      `INSERT INTO ${table} (created_at, updated_at, ${columns.join(', ')})
       VALUES ('2026-03-01', '2026-03-01', ${places.join(', ')}) RETURNING id`,
      Object.values(values),
    );
    return row?.id ?? '';
  };
  const organizationId = await add('social_organization', {
    kind: 'PROFESSIONAL',
    name: `夕阳红${randomUUID()}`,
    service_field: '助老',
    since: '2020-01-01',
  });
  const survey = { title: '需求调查', method: '问卷', respondents: 100, started_on: '2025-11-01' };
  const surveyId = await add('needs_survey', { ...survey, year: 2025, concluded_on: '2025-11-30' });
  const surveyedNeedId = await add('surveyed_need', { survey_id: surveyId, title: '助老', mentions: 60 });
  // A later year's would replace those before: each test that asks for the one in force has a district of its own.
  catalogues += 1;
  const catalogueId = await add('procurement_catalogue', {
    year: 2900 + catalogues,
    number: `门社工〔${randomUUID()}〕`,
    title: '需求目录',
    issued_on: '2026-01-15',
    survey_id: surveyId,
  });
  const needId = await add('procurement_need', {
    catalogue_id: catalogueId,
    number: 1,
    title: '助老服务',
    content: '每周一次',
    surveyed_need_id: surveyedNeedId,
  });
  return { organizationId, surveyId, surveyedNeedId, catalogueId, needId };
}
