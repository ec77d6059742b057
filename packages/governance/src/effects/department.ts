import type { InputProblem } from '../checks/input-problem';
import { takenCode } from '../checks/taken-code';
import { comparisonForm } from '../text/comparison-form';
import type { Act } from './act';

/** As in the files of departments. */
const CODE = /^[A-Z][A-Z0-9_-]{0,63}$/u;

/** A department of the district, in force or ended. */
interface KnownDepartment {
  readonly code: string;
  readonly name: string;
  readonly isEnded: boolean;
}

interface DepartmentDraft {
  readonly code: string;
  readonly name: string;
  /** Number of the document that says so. */
  readonly documentNumber: string;
  readonly known: readonly KnownDepartment[];
}

/** Adds a department. A code is never used again, since the rows of streets keep it. */
export function addedDepartment(act: Act, { code, name, documentNumber, known }: DepartmentDraft) {
  act.requireInput(checkCode(code, known));
  act.requireInput(freeName(code, name, known));
  return { code, name, citation: citationOf(documentNumber) };
}

/** Renames a department. Its code stays, and so do the rows that name it. */
export function renamedDepartment(act: Act, { code, name, documentNumber, known }: DepartmentDraft) {
  act.requireInput(freeName(code, name, known));
  return { name, citation: citationOf(documentNumber) };
}

/** Ends a department. It is not deleted: rows of streets go on naming it, and new ones cannot. */
export const endedDepartment = (act: Act, documentNumber: string) => ({
  citation: citationOf(documentNumber),
  deletedAt: act.now,
});

const citationOf = (documentNumber: string): string => `document:${documentNumber}`;

function checkCode(code: string, known: readonly KnownDepartment[]): InputProblem | undefined {
  const same = known.find((department) => department.code === code);
  if (same) return takenCode(code, same, same.isEnded);
  if (CODE.test(code)) return undefined;
  return {
    field: 'code',
    message: {
      zh: `“${code}”须以大写字母开头，由大写字母、数字、_、- 组成，最多 64 位。请更正`,
      en: `“${code}” must begin with a capital letter and hold capitals, digits, _ and - only, 64 at most. Correct it`,
    },
  };
}

function freeName(code: string, name: string, known: readonly KnownDepartment[]): InputProblem | undefined {
  const form = comparisonForm(name);
  const same = known.find((other) => !other.isEnded && comparisonForm(other.name) === form);
  if (!same) return undefined;
  const isOwn = same.code === code;
  return {
    field: 'name',
    message: {
      zh: isOwn
        ? `“${same.name}”已是该部门的名称。请填新名称`
        : `区里已有部门“${same.name}”（${same.code}）。请另取名称`,
      en: isOwn
        ? `“${same.name}” is its name already. Give a new name`
        : `The district already has a department “${same.name}” (${same.code}). Choose another name`,
    },
  };
}
