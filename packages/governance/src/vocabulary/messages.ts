import { codesOf } from './labelled';

/** Places that messages are addressed to. */
export const MESSAGE_PLACE_LABELS = {
  TO_STREET: { zh: '发给全街道某角色的提醒', en: 'message to a role of the whole street' },
  TO_CENTER: { zh: '发给中心的提醒', en: 'message to a center' },
  TO_COMMUNITY: { zh: '发给社区的提醒', en: 'message to a community' },
  TO_DEPARTMENT: { zh: '发给职能部门的提醒', en: 'message to a department' },
} as const;
export const MessagePlace = codesOf(MESSAGE_PLACE_LABELS);
export type MessagePlace = keyof typeof MESSAGE_PLACE_LABELS;
