// What the other scripts share: loaded once, with the first of them.

export * from './digits.js';
export * from './dom.js';
export * from './goods.js';
export * from './keep.js';
export * from './lines.js';
export * from './told.js';
