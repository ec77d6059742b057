/**
 * SQL of the orders that carry out a department's own delegations, sub-orders included: what a department reads of
 * the street's dispatch.
 *
 * @param column of the orders that is wanted
 * @param value placeholder of the department's code
 */
export const ordersOfDepartment = (column: 'id' | 'project_id', value: string): string =>
  `SELECT work_order.${column} FROM work_order JOIN delegation ON delegation.id = work_order.delegation_id WHERE delegation.department_code = ${value}`;
