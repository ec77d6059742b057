import type { Columns } from './column';
import { instant, optional, uuid, whole, yesOrNo } from './columns';

/** What every row has, see `WorkRow`, as columns that lists can be filtered and ordered by. */
export const columnsOfEveryRow = {
  id: uuid('标识(UUIDv7)', 'Identifier, UUIDv7'),
  version: whole('版本', 'Version'),
  createdAt: instant('登记时间', 'When this row was recorded'),
  updatedAt: instant('更新时间', 'When this row last changed'),
  deletedAt: optional(instant('撤销时间', 'When this row was withdrawn')),
  sample: yesOrNo('是否样例数据', 'Sample data'),
} satisfies Columns;
