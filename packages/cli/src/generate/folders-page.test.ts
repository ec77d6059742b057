import { join } from 'node:path';
import { renderFoldersPage } from './folders-page';

const page = renderFoldersPage(join(__dirname, '..', '..', '..', '..'));

test('an arrow leads from what imports to what is imported, among folders and among packages', () => {
  expect(page).toContain('  organization --> foundation\n');
  expect(page).toContain('  streets --> street\n');
  expect(page).not.toMatch(/(?:foundation|governance) --> (?:organization|access)/);
});

test('what follows from other arrows is left out', () => {
  expect(page).not.toMatch(/cadence --> (?:organization|deliberation|delegation|dispatch|community-work)\n/);
  expect(page).not.toContain('street --> governance');
});
