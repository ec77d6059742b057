import { withArticle } from './article';

test.each([
  ['urgent matter', 'an urgent matter'],
  ['Enlarged Working Committee', 'an Enlarged Working Committee'],
  ['member unit', 'a member unit'],
  ['unit', 'a unit'],
])('%s reads %s', (noun, read) => {
  expect(withArticle(noun)).toBe(read);
});
