import { codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

const POST_KIND_LABELS = {
  DIRECTOR: { zh: '中心主任', en: 'Director of the center' },
  DEPUTY_DIRECTOR: { zh: '中心副主任', en: 'Deputy director of the center' },
} as const;
export const PostKind = codesOf(POST_KIND_LABELS);
export type PostKind = keyof typeof POST_KIND_LABELS;
registerVocabulary(
  PostKind,
  'PostKind',
  { zh: '职位种类', en: 'Kind of post in a center' },
  POST_KIND_LABELS,
);

/** The office that brings the post with it (seed:108). */
const POST_HOLDER_LABELS = {
  STREET_LEADER: { zh: '街道主管领导', en: 'Street leader in charge' },
  SECTION_HEAD: { zh: '科室主管', en: 'Head of a section' },
  FIELD_AGENCY_HEAD: { zh: '派出机构负责人', en: 'Head of a field agency' },
} as const;
export const PostHolder = codesOf(POST_HOLDER_LABELS);
export type PostHolder = keyof typeof POST_HOLDER_LABELS;
registerVocabulary(
  PostHolder,
  'PostHolder',
  { zh: '由谁兼任', en: 'Office that holds the post ex officio' },
  POST_HOLDER_LABELS,
);
