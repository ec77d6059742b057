import { column, defineTable, type RowOf, type WorkTableClass } from '@mtg/commands';
import { withArticle } from '@mtg/governance';

/**
 * Declares the table with the corrections of a table. A correction is read by those who read the corrected row, on record
 * where texts of that row are, and never leaves the street.
 */
export function correctionTable(target: WorkTableClass) {
  const { name, group, trace, label, columns } = target.table;
  if (group === undefined) throw new Error(`${name} is read by all, and has no group of readers`);
  const isOnRecord = Object.values(columns).some(({ readOnRecord }) => readOnRecord);
  const said = (zh: string, en: string) => {
    const value = column.optional(column.personal(column.text(zh, en)));
    return isOnRecord ? column.readOnRecord(value) : value;
  };
  const reason = column.text('更正的理由', 'Reason for the correction');
  return defineTable(`${name}Correction`, {
    zh: `${label.zh}的更正`,
    en: `Correction of ${withArticle(label.en)}: one value, as it was and as it is since`,
    list: `Corrections of ${label.en}`,
    read: { group, via: 'correctedId', listed: false },
    writes: 'APPEND_ONLY',
    columns: {
      correctedId: column.ref(() => target, {
        name: 'corrected',
        zh: `所更正的${label.zh}`,
        en: 'Corrected row',
        inverse: {
          name: 'corrections',
          whole: true,
          zh: '更正，按时间先后',
          en: 'Corrections, oldest first. Empty if nothing was corrected',
        },
        ...(trace && { trace: column.NEAR }),
      }),
      field: column.line('所更正的字段', 'Name of the corrected field'),
      oldValue: said('更正前的值，原为空的为空', 'Value before the correction. Null if there was none'),
      newValue: said('更正后的值，清空的为空', 'Value after the correction. Null if it was cleared'),
      reason: isOnRecord ? column.readOnRecord(reason) : reason,
      correctedBy: column.subject('更正人(令牌中的人员标识)', 'Corrector, as token subject'),
      role: column.line('更正人的角色', 'Role of the corrector'),
      madeVersion: column.whole('更正后的版本', 'Version of the row that the correction made'),
    },
    ...(trace && { trace: { title: 'field' } }),
  });
}

/** A correction of one value of a row. */
export type Correction = RowOf<ReturnType<typeof correctionTable>>;
