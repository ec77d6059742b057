export { baseTaskImport } from './base-tasks/import-base-tasks';
export { definition } from './definition';
export { departmentImport } from './departments/import-departments';
export { holidayImport } from './working-calendar/import-holidays';
