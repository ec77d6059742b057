export { baseTaskImport } from './base-tasks/import-base-tasks';
export { definition } from './definition';
export { departmentImport } from './departments/import-departments';
