import { field } from '@mtg/commands';
import {
  APPROVAL_AUTHORITY_LABELS,
  APPROVAL_PURPOSE_LABELS,
  ApprovalAuthority,
  ApprovalPurpose,
  BodyKind,
  BodyPosition,
  dayNotFuture,
  listOf,
  localDay,
  PURPOSES_OF,
  shownCode,
} from '@mtg/governance';
import { looksLike, zhEn, refuse } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { defineCommand } from '../district-commands';
import { Department } from '../departments/department';
import { STREET_STUBS } from '../streets/street';
import { Approval } from './approval';
import { requireLimits } from './require-limits';

const STREET_CODES: ReadonlySet<string> = new Set(STREET_STUBS.map(({ listing }) => listing.code));

/** R07, R32: 区政府 or 区委 records a document by which it approved something, or appointed a person. */
export const recordApproval = defineCommand({
  name: 'recordApproval',
  description: zhEn(
    '登记批准文件：区政府的批准(R07)，区委的任命(R32)',
    'Records an approval by the district government (R07) or an appointment by the District Party Committee (R32). Each authority records its own',
  ),
  input: {
    authority: field.choice(ApprovalAuthority, zhEn('批准机关', 'Approving authority')),
    purpose: field.choice(
      ApprovalPurpose,
      zhEn(
        '批准事项：区政府为设立临时机构或直接布置任务，区委为任命',
        'Purpose: a temporary body or a direct task (district government), or an appointment (District Party Committee)',
      ),
    ),
    appointees: field.optional(
      field.list(
        field.mark(
          zhEn('所任命的人员，任命必填(R32)', 'Persons appointed. Required for an appointment (R32)'),
        ),
      ),
    ),
    bodyKind: field.optional(
      field.choice(
        BodyKind,
        zhEn('所任命的机构，任命必填(R32)', 'Body appointed to. Required for an appointment (R32)'),
      ),
    ),
    position: field.optional(
      field.choice(
        BodyPosition,
        zhEn('所任命的职位，任命必填(R32)', 'Position appointed to. Required for an appointment (R32)'),
      ),
    ),
    number: field.mark(zhEn('文号，唯一', 'Number of the document, unique')),
    title: field.line(zhEn('标题', 'Title of the document')),
    decidedOn: field.day(zhEn('批准日期，不晚于今天', 'Date of the approval, today or earlier')),
    matter: field.optional(
      field.line(
        zhEn(
          '所批准的事项，即委托事项的标题，区政府批准必填(R07)',
          'Matter approved, i.e. the title of the request. Required of the district government (R07)',
        ),
      ),
    ),
    validUntil: field.optional(
      field.day(
        zhEn(
          '有效期至(含当日)，不早于批准日期；空为每个街道只用一次(R07)',
          'Last day of the period in which it can be used again, not before its date. Omit if each street uses it once (R07)',
        ),
      ),
    ),
    departmentCode: field.optional(
      field.code(
        zhEn(
          '所批准的部门代码，区政府批准必填(R07)',
          'Code of the department approved for. Required of the district government (R07)',
        ),
      ),
    ),
    streetCodes: field.optional(
      field.list(
        field.code(
          zhEn(
            '适用街道代码，区政府批准必填(R07)；任命空为全部',
            'Codes of the streets covered. Required of the district government (R07). For an appointment, omit for all',
          ),
        ),
      ),
    ),
    documentUri: field.optional(field.line(zhEn('文件地址', 'URI of the document'))),
    documentSha256: field.optional(field.sha256(zhEn('文件的 SHA-256', 'SHA-256 of the document'))),
  },
  payload: { approval: () => Approval },
  target: ({ authority }) => ({ variant: authority }),
  execute: async (input, transaction) => {
    const { departmentCode, streetCodes } = input;
    requirePurpose(input);
    requireLimits(input);
    transaction.requireInput(dayNotFuture('decidedOn', input.decidedOn, localDay(transaction.now)));
    const known = await transaction.find(Approval, { number: looksLike(input.number) });
    if (known) {
      throw refuse.badInput('number', {
        zh: `文号“${known.number}”已登记。请核对文号，或引用已登记的批准`,
        en: `Number “${known.number}” is already recorded. Correct the number, or cite the recorded approval`,
      });
    }
    if (departmentCode !== null) {
      const isKnown = await transaction.manager.existsBy(Department, {
        code: departmentCode,
        deletedAt: IsNull(),
      });
      if (!isKnown)
        throw refuse.notFound('departmentCode', {
          zh: `区里没有代码为“${shownCode(departmentCode)}”的职能部门。请使用 departments 中的代码`,
          en: `The district has no department “${shownCode(departmentCode)}”. Use a code from \`departments\``,
        });
    }
    for (const [index, code] of (streetCodes ?? []).entries()) {
      if (STREET_CODES.has(code)) continue;
      throw refuse.notFound(`streetCodes.${index}`, {
        zh: `没有代码为“${shownCode(code)}”的街道。请使用 streets 中的代码`,
        en: `There is no street “${shownCode(code)}”. Use a code from \`streets\``,
      });
    }
    const approval = await transaction.insert(Approval, {
      ...input,
      revokedAt: null,
      revocationReason: null,
    });
    return { approval };
  },
});

/** @throws PublicError BAD_USER_INPUT when this is nothing that the authority approves, or not said for whom it is */
function requirePurpose({
  authority,
  purpose,
  appointees,
  departmentCode,
}: {
  readonly authority: ApprovalAuthority;
  readonly purpose: ApprovalPurpose;
  readonly appointees: readonly string[] | null;
  readonly departmentCode: string | null;
}): void {
  const own = PURPOSES_OF[authority];
  if (!own.includes(purpose)) {
    const [who, what] = [APPROVAL_AUTHORITY_LABELS[authority], listOf(APPROVAL_PURPOSE_LABELS, own)];
    throw refuse.badInput('purpose', {
      zh: `${who.zh}只批准：${what.zh}。请更正批准事项或批准机关`,
      en: `The ${who.en} approves only: ${what.en}. Correct the purpose or the authority`,
    });
  }
  if ((purpose === 'APPOINTMENT') === (appointees === null)) {
    throw appointees === null
      ? refuse.badInput('appointees', {
          zh: '任命须写明所任命的人员',
          en: 'Name the persons that are appointed',
        })
      : refuse.badInput('appointees', {
          zh: '只有任命才写明人员，请去掉此项',
          en: 'Only an appointment names persons. Leave the field out',
        });
  }
  if (purpose === 'APPOINTMENT' && departmentCode !== null) {
    throw refuse.badInput('departmentCode', {
      zh: '任命不批给部门，请去掉',
      en: 'An appointment is not given to a department. Leave the field out',
    });
  }
}
