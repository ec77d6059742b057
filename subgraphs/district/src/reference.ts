import { join } from 'node:path';
import { CalendarDayKind, CenterType } from '@mtg/governance';
import { readCsv, readYaml, referenceSet, type ReferenceSet } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { BaseTask } from './base-tasks/base-task';
import { Department } from './departments/department';
import { DistrictFact } from './facts/district-fact';
import { PolicyDocument, PolicyDocumentKind } from './policy-documents/policy-document';
import { CalendarDay } from './working-calendar/calendar-day';

const DATA = join(__dirname, '..', 'data');

const facts = z.strictObject({
  /** Common source of the undated figures. */
  undated: z.string(),
  facts: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      text: z.string(),
      number: z.number().nullable().default(null),
      unit: z.string().nullable().default(null),
      asOf: z.iso.date().nullable().default(null),
      asOfNote: z.string().nullable().default(null),
      source: z.string(),
    }),
  ),
});

const documents = z.strictObject({
  documents: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      kind: z.enum(PolicyDocumentKind),
      issuer: z.string().nullable().default(null),
      source: z.string(),
    }),
  ),
});

/** The district's reference files, in the order of their foreign keys. */
export const districtReference = (): readonly ReferenceSet[] => [
  referenceSet<DistrictFact>({
    name: 'facts',
    entity: DistrictFact,
    key: 'code',
    rows: readYaml(join(DATA, 'facts.yaml'), facts).facts.map(({ source, ...fact }) => ({
      ...fact,
      citation: source,
    })),
  }),
  referenceSet<Department>({
    name: 'departments',
    entity: Department,
    key: 'code',
    rows: readCsv(join(DATA, 'departments.csv')).map(({ code = '', name = '', source = '' }) => ({
      code,
      name,
      citation: source,
    })),
  }),
  referenceSet<BaseTask>({
    name: 'base-tasks',
    entity: BaseTask,
    key: 'code',
    rows: readCsv(join(DATA, 'base-tasks.csv')).map(({ code = '', center = '', name = '', source = '' }) => ({
      code,
      name,
      centerType: z.enum(CenterType).parse(center),
      citation: source,
    })),
  }),
  referenceSet<PolicyDocument>({
    name: 'policy-documents',
    entity: PolicyDocument,
    key: 'code',
    rows: readYaml(join(DATA, 'policy-documents.yaml'), documents).documents.map(
      ({ source, title, issuer, ...document }) => ({
        ...document,
        name: title,
        issuerCode: issuer,
        citation: source,
      }),
    ),
  }),
  referenceSet<CalendarDay>({
    name: 'working-calendar',
    entity: CalendarDay,
    key: 'day',
    rows: readCsv(join(DATA, 'working-calendar.csv')).map(
      ({ day = '', kind = '', name = '', source = '' }) => ({
        day,
        kind: z.enum(CalendarDayKind).parse(kind),
        name,
        citation: source,
      }),
    ),
  }),
];
