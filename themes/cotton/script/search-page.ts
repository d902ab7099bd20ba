// The page of the search.

export { take } from './search/page.js';
