import { field, type CommandTransaction } from '@mtg/commands';
import { addedDepartment, endedDepartment, renamedDepartment, shownCode } from '@mtg/governance';
import { findReference, refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { Department } from './department';

const departmentCode = field.code(zhEn('部门代码', 'Code of the department'));
const name = field.mark(zhEn('部门名称', 'Name of the department'));
const documentNumber = field.mark(zhEn('依据的文号', 'Number of the document that says so'));
const payload = { department: () => Department };

/** Streets learn of a department when they first name it. */
export const addDepartment = defineCommand({
  name: 'addDepartment',
  description: zhEn('增设职能部门，注明依据的文号', 'Adds a department, citing the document that says so'),
  input: {
    code: field.code(
      zhEn(
        '部门代码，不再改变：大写字母、数字、_、-',
        'Code of the department, which is final: capitals, digits, _ and -',
      ),
    ),
    name,
    documentNumber,
  },
  payload,
  execute: async (input, transaction) => {
    const values = addedDepartment(transaction, { ...input, known: await knownDepartments(transaction) });
    return { department: await transaction.insertReference(Department, values) };
  },
});

export const renameDepartment = defineCommand({
  name: 'renameDepartment',
  description: zhEn(
    '更改职能部门名称，代码不变，注明依据的文号',
    'Renames a department under the same code, citing the document that says so',
  ),
  input: { departmentCode, name, documentNumber },
  payload,
  execute: async ({ departmentCode: code, ...input }, transaction) => {
    const department = await requireDepartment(transaction, code);
    const known = await knownDepartments(transaction);
    const values = renamedDepartment(transaction, { ...input, code, known });
    return { department: await transaction.changeReference(department, values) };
  },
});

export const endDepartment = defineCommand({
  name: 'endDepartment',
  description: zhEn(
    '登记职能部门撤销，已有记录仍引用它，注明依据的文号',
    'Ends a department, citing the document that says so. Rows that name it stay',
  ),
  input: { departmentCode, documentNumber },
  payload,
  execute: async ({ departmentCode: code, documentNumber: number }, transaction) => {
    const department = await requireDepartment(transaction, code);
    const values = endedDepartment(transaction, number);
    return { department: await transaction.changeReference(department, values) };
  },
});

async function knownDepartments({ manager }: CommandTransaction) {
  const all = await manager.find(Department);
  return all.map(({ code, name: its, deletedAt }) => ({ code, name: its, isEnded: deletedAt !== null }));
}

/** @throws PublicError NOT_FOUND when the district has none with this code, or it has ended */
async function requireDepartment({ manager }: CommandTransaction, code: string): Promise<Department> {
  const department = await findReference(manager, Department, { code });
  if (department) return department;
  throw refuse.notFound('departmentCode', {
    zh: `区里没有代码为“${shownCode(code)}”的职能部门。请使用 departments 中的代码`,
    en: `The district has no department “${shownCode(code)}”. Use a code from \`departments\``,
  });
}
