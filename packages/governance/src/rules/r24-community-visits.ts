import type { Rule } from '../catalogue/rule';

/** R24 进社区每周不少于三天: at least three days a week in the communities (cadence; seed:126 and seed:128). */
export const r24: Rule = {
  code: 'R24',
  name: { zh: '进社区每周不少于三天', en: 'At least three days a week in the communities' },
  sentence:
    '各服务中心的工作人员要分时分批地走进服务大厅、走进社区,要通过定时间、定人员、定路线、定动作,确保工作人员的离岗时间。各中心工作人员进社区每周不少于三天,以巡查、巡访或交流座谈为主要形式,要坚持走访记录和“民情日志”制度。',
  lines: [126, 128],
  english:
    'The staff of each service center shall go, at different times and in groups, into the service hall and into the communities; by fixing the time, the people, the route and the actions, the staff’s time away from the desk is ensured. The staff of each center are in the communities on no fewer than three days a week, mainly in the form of inspections, calls or talks, and shall keep up the system of visit records and “sentiment logs”.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每名中心工作人员在每个ISO周内至少有三个不同日期的进社区记录，每次都有走访记录和民情日志；形式为巡查、巡访或交流座谈；时间、人员、路线、动作事先确定。天数和统计单位可由各街道配置。',
    en: 'Each center staff member has visits on at least three distinct days of the ISO week, each with a record and a sentiment log; the form is inspection, call or talk; time, people, route and actions are planned. Days and unit are configurable per street.',
  },
  note: {
    zh: '原文“各中心工作人员”可理解为每名工作人员，也可理解为每个中心；平台默认按每名工作人员计算，街道可改。',
    en: 'The sentence can be read per staff member or per center; the platform counts per staff member unless a street configures otherwise.',
  },
};
