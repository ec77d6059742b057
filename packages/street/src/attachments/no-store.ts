import type { Problem } from '@mtg/service-kit';

/** The refusal of a street that has no store for files. */
export const noStore = (): Problem => ({
  code: 'CONFLICT',
  message:
    '本街道没有配置附件存储，请运维设置 ATTACHMENTS_STORE · This street has no store for files. Ask the operator to set ATTACHMENTS_STORE',
});
