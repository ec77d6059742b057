/** 区委组织部 among the departments: it reviews members (R32), and is sent suggestions (R15) and reports (R16). */
export const ORGANIZATION_DEPARTMENT = 'ORGANIZATION_DEPARTMENT';

/** @param value SQL of the code of a reader's department */
export const isOrganizationDepartment = (value: string): string =>
  `(${value} = '${ORGANIZATION_DEPARTMENT}')`;
