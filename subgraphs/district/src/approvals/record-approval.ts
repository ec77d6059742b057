import { defineCommand, field } from '@mtg/commands';
import { ApprovalAuthority, localDay } from '@mtg/governance';
import { PublicError, zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { Department } from '../departments/department';
import { STREET_STUBS } from '../streets/street';
import { Approval } from './approval';

const STREET_CODES: ReadonlySet<string> = new Set(STREET_STUBS.map(({ listing }) => listing.code));

/** R07: 区政府 or 区委 records a document by which it approved something. */
export const recordApproval = defineCommand({
  name: 'recordApproval',
  description: zhEn('登记批准文件(R07)', 'Records an approval; each authority records its own'),
  input: {
    authority: field.choice(ApprovalAuthority, zhEn('批准机关', 'Who approved')),
    number: field.line(zhEn('文号，唯一', 'Number of the document, unique')),
    title: field.line(zhEn('标题', 'Title of the document')),
    decidedOn: field.day(zhEn('批准日期，不晚于今天', 'Day of the decision, today or before')),
    departmentCode: field.optional(
      field.code(zhEn('所批准的部门代码，空为不限', 'Code of the department it is given to; none for any')),
    ),
    streetCodes: field.optional(
      field.list(field.code(zhEn('适用街道代码，空为全部', 'Codes of the streets it covers; none for all'))),
    ),
    documentUri: field.optional(field.line(zhEn('文件地址', 'Where the document is kept'))),
    documentSha256: field.optional(field.sha256(zhEn('文件的 SHA-256', 'SHA-256 of the document'))),
  },
  payload: { approval: () => Approval },
  target: ({ authority }) => ({ variant: authority }),
  execute: async (input, transaction) => {
    const { departmentCode, streetCodes } = input;
    if (input.decidedOn > localDay(transaction.now)) {
      throw wrong('decidedOn', '批准日期不能晚于今天', 'the day of the decision cannot lie in the future');
    }
    if (await transaction.find(Approval, { number: input.number })) {
      throw wrong(
        'number',
        `文号“${input.number}”已登记`,
        `the number “${input.number}” is recorded already`,
      );
    }
    if (departmentCode !== null) {
      const known = await transaction.manager.existsBy(Department, {
        code: departmentCode,
        deletedAt: IsNull(),
      });
      if (!known) throw wrong('departmentCode', '没有此部门', 'there is no such department');
    }
    const unknown = streetCodes?.find((code) => !STREET_CODES.has(code));
    if (unknown !== undefined) {
      throw wrong('streetCodes', `没有街道“${unknown}”`, `there is no street “${unknown}”`);
    }
    const approval = await transaction.insert(Approval, {
      ...input,
      revokedAt: null,
      revocationReason: null,
    });
    return { approval };
  },
});

const wrong = (name: string, zh: string, en: string): PublicError =>
  new PublicError('BAD_USER_INPUT', `input.${name}：${zh} · ${en}`, { field: `input.${name}` });
