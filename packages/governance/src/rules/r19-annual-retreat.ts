import type { Rule } from '../catalogue/rule';

/** R19 年度务虚会与项目书: the annual retreat and its project charters (precondition and cadence; seed:122). */
export const r19: Rule = {
  code: 'R19',
  name: { zh: '年度务虚会与项目书', en: 'The annual retreat and its project charters' },
  sentence:
    '坚持年度务虚会议制度。每年年初,召开街道年度务虚会议,以7个中心的服务体系为单位研讨年度工作思路,确定年度工作计划,制定工作项目书,明确目标任务、参与部门、覆盖的社区和完成时限,加强工作的顶层设计和统筹协调力度。',
  lines: [122],
  english:
    'Keep up the system of the annual retreat. At the beginning of every year the street’s annual retreat is held; it discusses the approach to the year’s work by the service systems of the seven centers, settles the work plan for the year, and draws up project charters that make clear the goals and tasks, the participating departments, the communities covered and the deadline, so as to strengthen top-level design and coordination.',
  kinds: ['PRECONDITION', 'CADENCE'],
  invariant: {
    zh: '每年年初召开务虚会；项目书须有目标任务、参与部门、覆盖的社区和完成时限。',
    en: 'The retreat is held at the beginning of each year; a project charter has goals, participating departments, covered communities and a deadline.',
  },
};
