import type { Rule } from '../catalogue/rule';

/** R02 联席会议每季度1次: a joint meeting every quarter (cadence; seed:114). */
export const r02: Rule = {
  code: 'R02',
  name: { zh: '联席会议每季度1次', en: 'A joint meeting every quarter' },
  sentence: '各街道“大工委”和地区管理委员会联席会议每季度要召开1次会议',
  lines: [114],
  english:
    'The joint meeting of each street’s Enlarged Working Committee and Area Management Committee shall be held once every quarter.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个街道在每个已结束的季度内至少召开过1次联席会议；否则自季度结束次日起，恰有一条未关闭的违规记录。',
    en: 'Each street has at least one held joint meeting in each quarter that has ended; otherwise exactly one violation is open from the day after the quarter’s end.',
  },
};
