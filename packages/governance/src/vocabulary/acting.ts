import { codesOf } from './labelled';

/** The roles that rules themselves name. Which roles there are beyond these is not the rules' affair. */
export const RULED_ROLE_LABELS = {
  STREET_LEADER: { zh: '街道主要领导', en: 'a principal leader of the street' },
  CENTER_HEAD: { zh: '中心负责人', en: 'a center head' },
  DISPATCHER: { zh: '综合管理中心', en: 'the General Affairs Management Center' },
} as const;
export const RuledRole = codesOf(RULED_ROLE_LABELS);

/** Private acts that R09 forbids. */
export const HANDOVER_ACT_LABELS = {
  ACCEPT_DELEGATION: { zh: '接受委托事项', en: 'accept a delegation' },
  TASK_TO_CENTER: { zh: '向服务中心摊派任务', en: 'hand a task to a center' },
  TASK_TO_COMMUNITY: { zh: '向社区摊派任务', en: 'hand a task to a community' },
} as const;
export const HandoverAct = codesOf(HANDOVER_ACT_LABELS);
/** One of the keys of the object of the same name. */
export type HandoverAct = keyof typeof HANDOVER_ACT_LABELS;
