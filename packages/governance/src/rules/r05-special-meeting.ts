import type { Rule } from '../catalogue/rule';

/** R05 专题会议: special meetings (precondition; seed:114 and seed:116). */
export const r05: Rule = {
  code: 'R05',
  name: { zh: '专题会议', en: 'Special meetings' },
  sentence: '经联席会议成员单位提请或有重大、紧急事项时,可召开专题会议。',
  lines: [114, 116],
  english:
    'At the request of a member unit of the joint meeting, or when there is a major or urgent matter, a special meeting may be held.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '专题会议的召开事由是成员单位提请、重大事项或紧急事项三者之一。',
    en: 'A special meeting’s trigger is one of three: a member unit’s request, a major matter, or an urgent one.',
  },
};
