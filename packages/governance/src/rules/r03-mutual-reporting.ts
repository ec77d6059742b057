import type { Rule } from '../catalogue/rule';

/** R03 会上互相汇报、通报: members report, the street informs (precondition; seed:114). */
export const r03: Rule = {
  code: 'R03',
  name: { zh: '会上互相汇报、通报', en: 'Members report, the street informs' },
  sentence:
    '成员单位向所属街道“大工委”和地区管理委员会汇报辖区工作开展情况和任务完成情况。街道“大工委”和地区管理委员会向成员单位通报辖区工作任务完成情况,对成员单位的工作安排和工作进度提出要求和建设。',
  lines: [114],
  english:
    'Member units report to the Enlarged Working Committee and the Area Management Committee of their street on how work in the area is going and which tasks are completed. The street’s Enlarged Working Committee and Area Management Committee inform the member units of the completion of tasks in the area, and put forward requirements and construction [sic] on the member units’ work arrangements and progress.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '每个成员单位都已汇报（或已记录缺席），且街道已作出带有要求或建议的通报，联席会议才能闭会。',
    en: 'A joint meeting closes only with a report, or a recorded absence, of every member unit, and with the street’s notice that carries requirements or suggestions.',
  },
  note: {
    zh: '原文“要求和建设”疑为“要求和建议”之误；原文照录，按“要求和建议”理解。',
    en: 'The study prints “requirements and construction” (yaoqiu he jianshe), probably a slip for “requirements and suggestions” (yaoqiu he jianyi); the words are kept, the reading is suggestions.',
  },
};
