import type { Columns } from './column';
import { instant, optional, uuid, whole, yesOrNo } from './columns';

/** Columns of every row, see `WorkRow`, that lists can be filtered and ordered by. */
export const columnsOfEveryRow = {
  id: uuid('标识(UUIDv7)', 'Identifier, UUIDv7'),
  version: whole('版本', 'Version'),
  createdAt: instant('登记时间', 'Time of recording'),
  updatedAt: instant('更新时间', 'Time of the last change'),
  deletedAt: optional(instant('撤销时间', 'Time of withdrawal')),
  sample: yesOrNo('是否样例数据', 'Sample data'),
} satisfies Columns;
