import { CENTER_TYPES, CenterType } from '@mtg/governance';

/** Input of the commands by which a weekly meeting hears the other six centers: one reports, five are absent (R21). */
export const HEARD = {
  recordCenterReport: {
    centerCode: CenterType.HEALTH,
    thisWeek: '已完成',
    nextWeek: '走访',
    communityMatters: '义诊',
  },
  recordAttendance: {
    records: CENTER_TYPES.filter(
      ({ type }) => type !== CenterType.GENERAL_AFFAIRS && type !== CenterType.HEALTH,
    ).map(({ type }) => ({ centerCode: type, attendance: 'ABSENT', reason: '外出培训' })),
  },
} as const;
