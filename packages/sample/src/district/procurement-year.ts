import {
  addDays,
  issuedCatalogue,
  recordedSurvey,
  requireNeeds,
  yearOf,
  type LocalDay,
  type ProcurementNeedReference,
  type SocialOrganizationKind,
  type SocialOrganizationReference,
} from '@mtg/governance';
import { at, mondayOf } from '../calendar';
import { titled } from '../people';
import { Random } from '../random';
import { actOf } from '../rules';
import type { SampleSettings } from '../settings';

/** An organization of the sample's registry. */
export interface SampleOrganization extends SocialOrganizationReference {
  readonly id: string;
  readonly kind: SocialOrganizationKind;
  readonly serviceField: string;
}

/** A need of the sample's catalogues, with what it rests on. */
export interface SampleNeed extends ProcurementNeedReference {
  readonly id: string;
  readonly number: number;
  readonly mentions: number;
  readonly surveyedNeedId: string;
}

/** A catalogue of the sample, with the survey beneath it. */
export interface SampleCatalogue {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly issuedOn: LocalDay;
  readonly survey: {
    readonly id: string;
    readonly respondents: number;
    readonly startedOn: LocalDay;
    readonly concludedOn: LocalDay;
  };
  readonly needs: readonly SampleNeed[];
}

/** Organizations and catalogues of the district, which the streets of the same sample cite. */
export interface ProcurementYear {
  readonly organizations: readonly SampleOrganization[];
  /** Oldest first. */
  readonly catalogues: readonly SampleCatalogue[];
}

const OFFICE = { subject: 'sample:district-office', role: 'DISTRICT_OFFICE' };
const FIELDS = ['助老服务', '青少年服务', '心理健康', '矛盾调解', '环境文明', '志愿者培训'];
/** Of each field there are these; of the first two a hub as well. */
const KINDS: readonly SocialOrganizationKind[] = ['PROFESSIONAL', 'PROFESSIONAL', 'GRASSROOTS'];
const DAYS = 364;
/** First day of all organizations in the registry. */
export const REGISTERED_ON = '2020-01-02';

/**
 * Makes up the district's part of procurement. A year has the same catalogue whatever the settings are, so that streets which
 * were loaded differently cite the same district.
 */
export function procurementYear({ until }: Pick<SampleSettings, 'until'>): ProcurementYear {
  const random = new Random('procurement/organizations');
  const first = mondayOf(addDays(until, -DAYS));
  const organizations = FIELDS.flatMap((serviceField, index) =>
    [...KINDS, ...(index < 2 ? ['HUB' as const] : [])].map((kind, place) => ({
      id: random.idAt(at(REGISTERED_ON, 9)),
      name: titled(`${serviceField}社会组织${place + 1}`),
      kind,
      serviceField: titled(serviceField),
      since: REGISTERED_ON,
    })),
  );
  const years = [...new Set([yearOf(first), yearOf(addDays(until, -1))])].map(Number);
  const catalogues = years
    .map((year) => catalogueOf(new Random(`procurement/${year}`), year))
    .filter(({ issuedOn }) => issuedOn < until);
  return { organizations, catalogues };
}

/** Content of each need of the sample. */
export const NEED_CONTENT = titled('每周一次进社区服务');

function catalogueOf(random: Random, year: number): SampleCatalogue {
  const issuedOn = `${year}-01-15`;
  const number = `样例门社工〔${year}〕第1号`;
  const concludedOn = `${year - 1}-11-30`;
  const surveyId = random.idAt(at(concludedOn, 17));
  const respondents = random.whole(800, 1600);
  const id = random.idAt(at(issuedOn, 10));
  const needs = FIELDS.map((need, index) => ({
    id: random.idAt(at(issuedOn, 10)),
    number: index + 1,
    title: titled(need),
    mentions: random.whole(50, respondents),
    surveyedNeedId: random.idAt(at(concludedOn, 17)),
    catalogueNumber: number,
    catalogueYear: year,
    inForce: true,
  }));
  const act = actOf(OFFICE, at(issuedOn, 10));
  const asked = { startedOn: `${year - 1}-11-01`, concludedOn, respondents, needs };
  const survey = { ...recordedSurvey(act, asked), id: surveyId };
  requireNeeds(
    act,
    needs.map(({ title }) => ({ title, content: NEED_CONTENT })),
  );
  issuedCatalogue(act, { year, issuedOn, survey, needs: needs.length });
  return { id, number, year, issuedOn, survey, needs };
}

/** The catalogue in force on a day; undefined before the first. */
export const catalogueOn = (
  { catalogues }: Pick<ProcurementYear, 'catalogues'>,
  day: LocalDay,
): SampleCatalogue | undefined => catalogues.findLast(({ issuedOn }) => issuedOn < day);
