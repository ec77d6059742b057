import type { Rule } from '../catalogue/rule';

/** R31 资金: funds stay within budgets and transfers (precondition; seed:132). */
export const r31: Rule = {
  code: 'R31',
  name: { zh: '资金', en: 'Funds stay within budgets and transfers' },
  sentence:
    '每年区委、区政府都要对全区社会建设项目资金进行预算,投入资金由区委社会工委统筹使用,专项资金转到各街道,为街道履行职责提供有效的财力保障。',
  lines: [132],
  english:
    'Every year the District Party Committee and the district government budget the funds for social construction projects in the whole district; the Social Affairs Working Committee of the District Party Committee coordinates the use of the funds committed, and earmarked funds are transferred to the streets, giving them effective financial backing to perform their duties.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '转拨给各街道的专项资金之和不超过区预算；每个街道的支出之和不超过转拨给它的资金；并发操作下同样成立。',
    en: 'The sum of transfers never exceeds the district’s budget, and a street’s expenditures never exceed the transfers to it, even under concurrency.',
  },
  note: {
    zh: '原文只写预算、转拨和使用的次序；两个“不超过”是由此推出的约束。',
    en: 'The study states only the order of budgeting, transfer and use. The two limits are derived from it.',
  },
};
