import { field, type CommandTarget } from '@mtg/commands';
import { EnforcementKind, grantedMandate, looksSame, revokedMandate } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { requireDepartments } from '../../district-references/require-departments';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { EnforcementMandate } from '../enforcement-mandate';
import { lastActionUnder } from '../last-actions';

/** R33: a department delegates powers of enforcement to a street, by a document. */
export const grantEnforcementMandate = defineCommand({
  name: 'grantEnforcementMandate',
  description: zhEn(
    '登记执法委托：执法部门以文件委托街道的权限(R33)',
    'Grants a mandate: powers of enforcement that a department delegates to the street by a document (R33)',
  ),
  input: {
    departmentCode: field.code(zhEn('委托部门代码', 'Code of the mandating department')),
    kinds: field.list(field.choice(EnforcementKind, zhEn('委托的执法事项', 'Kinds of problems covered'))),
    fromOn: field.day(zhEn('首日', 'First day')),
    untilOn: field.day(zhEn('末日，不早于首日', 'Last day, not before the first')),
    documentNumber: field.mark(
      zhEn('委托文件文号，部门内唯一', 'Number of the document, unique in the department'),
    ),
    documentTitle: field.line(zhEn('委托文件标题', 'Title of the document')),
    documentDate: field.day(
      zhEn(
        '委托文件日期，不晚于首日和今天',
        'Date of the document, not after the first day, and not in the future',
      ),
    ),
  },
  payload: { mandate: () => EnforcementMandate },
  target: ({ departmentCode }) => ({ department: departmentCode }),
  prepare: ({ departmentCode }, context) => requireDepartments(context, departmentCode, 'departmentCode'),
  execute: async (input, transaction) => {
    const { departmentCode, documentNumber } = input;
    const values = grantedMandate(transaction, input);
    const known = await transaction.find(EnforcementMandate, {
      departmentCode,
      documentNumber: looksLike(documentNumber),
      sample: transaction.sample,
    });
    if (known) {
      throw refuse.badInput('documentNumber', {
        zh: `文号“${known.documentNumber}”的委托已登记。请核对文号，或引用已登记的委托`,
        en: `A mandate “${known.documentNumber}” is already recorded. Correct the number, or cite the recorded mandate`,
      });
    }
    return { mandate: await transaction.insert(EnforcementMandate, values) };
  },
});

const departmentOf = async (
  { mandateId }: { readonly mandateId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({
  department: (await transaction.get(EnforcementMandate, mandateId)).departmentCode,
});

/** R33: the department that granted a mandate revokes it, by another document. */
export const revokeEnforcementMandate = defineCommand({
  name: 'revokeEnforcementMandate',
  description: zhEn(
    '撤销执法委托，须有文件；自所载之日起生效(R33)',
    'Revokes a mandate by a document. It takes effect on the day that it names (R33)',
  ),
  input: {
    mandateId: EnforcementMandate.id(),
    expectedVersion,
    revokedOn: field.day(
      zhEn(
        '撤销生效日期，不晚于今天，晚于依据该委托的最后一次执法行动',
        'Day from which it is revoked, today or earlier, and after the last action under it',
      ),
    ),
    revocationDocument: field.mark(zhEn('撤销文件文号', 'Number of the document that revokes it')),
    revocationDate: field.day(
      zhEn(
        '撤销文件日期，不早于委托文件，不晚于撤销生效日期',
        'Date of that document, not before that of the mandate, and not after the day from which it is revoked',
      ),
    ),
  },
  payload: { mandate: () => EnforcementMandate },
  target: departmentOf,
  execute: async ({ mandateId, expectedVersion: version, ...by }, transaction) => {
    const mandate = await transaction.get(EnforcementMandate, mandateId, { expectedVersion: version });
    if (looksSame(by.revocationDocument, mandate.documentNumber)) {
      throw refuse.badInput('revocationDocument', {
        zh: '撤销文件不能是委托文件本身。请填写撤销文件的文号',
        en: 'The document of the mandate cannot revoke it. Give the number of the revoking document',
      });
    }
    const lastActionOn = await lastActionUnder(transaction, mandate);
    await transaction.change(mandate, revokedMandate(transaction, mandate, { ...by, lastActionOn }));
    return { mandate };
  },
});
