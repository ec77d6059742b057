import { zhEn } from '@mtg/subgraph-kit';
import { registerEnumType } from 'type-graphql';

export enum PostKind {
  DIRECTOR = 'DIRECTOR',
  DEPUTY_DIRECTOR = 'DEPUTY_DIRECTOR',
}
registerEnumType(PostKind, {
  name: 'PostKind',
  description: zhEn('职位种类', 'Kind of post in a center'),
  valuesConfig: {
    DIRECTOR: { description: zhEn('中心主任', 'Director of the center') },
    DEPUTY_DIRECTOR: { description: zhEn('中心副主任', 'Deputy director of the center') },
  },
});

/** The office that brings the post with it (seed:108). */
export enum PostHolder {
  STREET_LEADER = 'STREET_LEADER',
  SECTION_HEAD = 'SECTION_HEAD',
  FIELD_AGENCY_HEAD = 'FIELD_AGENCY_HEAD',
}
registerEnumType(PostHolder, {
  name: 'PostHolder',
  description: zhEn('由谁兼任', 'Office that holds the post ex officio'),
  valuesConfig: {
    STREET_LEADER: { description: zhEn('街道主管领导', 'Street leader in charge') },
    SECTION_HEAD: { description: zhEn('科室主管', 'Head of a section') },
    FIELD_AGENCY_HEAD: { description: zhEn('派出机构负责人', 'Head of a field agency') },
  },
});
