/**
 * Names in `extensions.missing` that are no field of a command's input, as data: documentation and tests read it.
 * Everything else in it is a path of the input.
 */
export const MISSING_NAMES = [
  [
    'role',
    '本人的角色不能这样做（message 指出谁可以）',
    'the role may not do this (the message names the roles that may)',
  ],
  ['state', '对象尚未到或已过这一步', 'the object has not reached this step yet, or is past it'],
  [
    'opinions',
    '街道“大工委”或地管会尚未记录初步意见，或记录晚于决策（R01）',
    'preliminary opinion of one of the street’s two bodies, missing or recorded after the decision (R01)',
  ],
  [
    'reports',
    '成员单位或中心的汇报或缺席记录（R03、R20、R21）',
    'report or recorded absence of a member unit or a center (R03, R20, R21)',
  ],
  ['attendance', '成员单位的出席或缺席记录（R05）', 'recorded attendance or absence of a member unit (R05)'],
  ['notices', '街道带有要求或建议的通报（R03）', 'street notice with requirements or suggestions (R03)'],
  ['opinion', '街道意见尚未听取（R08）', 'the street’s opinion on the delegation (R08)'],
] as const satisfies readonly (readonly [name: string, zh: string, en: string])[];
