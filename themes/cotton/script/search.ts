// The search in front of a page: loaded at the first tap on its link.

export { open } from './search/box.js';
