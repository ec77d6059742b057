import { join } from 'node:path';
import { CenterType, r34 } from '@mtg/governance';
import { readYaml, referenceSet, type ReferenceSet, type ReferenceValues } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { Post } from './post';
import { PostHolder, PostKind } from './post-kind';
import { Section } from './section';
import { ServiceSystem } from './service-system';

/** 《街道地区管理委员会七个中心运行规则》, among the district's policy documents. */
export const OPERATING_RULES = 'SEVEN_CENTERS_OPERATING_RULES';

/** Offices that bring a post with them: seed line 108. */
const POSTS_CITATION = 'seed:108';

const center = z.strictObject({
  type: z.enum(CenterType),
  number: z.int(),
  name: z.string().min(1),
  source: z.string(),
  functionText: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  aliasSource: z.string().optional(),
  serviceSystem: z.strictObject({ name: z.string().min(1), source: z.string() }),
  sections: z.strictObject({ source: z.string(), names: z.array(z.string().min(1)).min(1) }),
  fieldAgencies: z.array(z.string()).default([]),
});
const shape = z.strictObject({ centers: z.array(center) });

export type StandardCenter = z.infer<typeof center>;

/** Where the organization that all streets share is written down. */
const STANDARD_FILE = join(__dirname, '..', '..', 'data', 'organization.yaml');

/**
 * The seven centers with everything that belongs to them, as reference sets in the order of their foreign keys.
 *
 * @throws Error naming rule R34 when the file does not hold exactly the seven
 */
export function standardOrganization(file = STANDARD_FILE): readonly ReferenceSet[] {
  const { centers } = readYaml(file, shape);
  const violations = r34.check({ functionalCenterTypes: centers.map(({ type }): string => type) });
  if (violations.length > 0) {
    throw new Error(
      violations.map(({ rule, message }) => `${rule}: ${message.zh} · ${message.en}`).join('\n'),
    );
  }
  return [
    referenceSet<FunctionalCenter>({
      name: 'functional-centers',
      entity: FunctionalCenter,
      key: 'code',
      rows: centers.map(toCenterRow),
    }),
    referenceSet<ServiceSystem>({
      name: 'service-systems',
      entity: ServiceSystem,
      key: 'centerCode',
      rows: centers.map(({ type, serviceSystem: { name, source } }) => ({
        name,
        centerCode: type,
        citation: source,
      })),
    }),
    referenceSet<Section>({
      name: 'sections',
      entity: Section,
      key: 'name',
      rows: centers.flatMap(toSectionRows),
    }),
    referenceSet<FieldAgency>({
      name: 'field-agencies',
      entity: FieldAgency,
      key: 'name',
      rows: centers.flatMap(({ fieldAgencies, sections }) =>
        fieldAgencies.map((name) => ({
          name,
          sectionName: name,
          departmentCode: null,
          citation: sections.source,
        })),
      ),
    }),
    referenceSet<Post>({ name: 'posts', entity: Post, key: 'code', rows: centers.flatMap(toPostRows) }),
  ];
}

const toCenterRow = (source: StandardCenter): ReferenceValues<FunctionalCenter> => ({
  code: source.type,
  type: source.type,
  number: source.number,
  name: source.name,
  aliases: source.aliases,
  aliasCitation: source.aliasSource ?? null,
  functionText: source.functionText,
  citation: source.source,
});

const toSectionRows = ({ type, sections }: StandardCenter): ReferenceValues<Section>[] =>
  sections.names.map((name) => ({ name, centerCode: type, citation: sections.source }));

/** A director, and for each section its head as a deputy; the head of a field agency where the section is one. */
const toPostRows = ({ type, sections, fieldAgencies }: StandardCenter): ReferenceValues<Post>[] => [
  {
    code: `${type}/DIRECTOR`,
    kind: PostKind.DIRECTOR,
    holder: PostHolder.STREET_LEADER,
    centerCode: type,
    sectionName: null,
    citation: POSTS_CITATION,
  },
  ...sections.names.map((name) => ({
    code: `${type}/DEPUTY/${name}`,
    kind: PostKind.DEPUTY_DIRECTOR,
    holder: fieldAgencies.includes(name) ? PostHolder.FIELD_AGENCY_HEAD : PostHolder.SECTION_HEAD,
    centerCode: type,
    sectionName: name,
    citation: POSTS_CITATION,
  })),
];
