// Takes the orders of {shop} into the sheet that this script belongs to. Made by `posra orders script`.
// Deploy it as a web app that runs as you and that anyone may use; docs/orders.md says how.

const SHOP = '{shop}';
const NAME = 'Orders';
const FIELDS = [{fields}];

function doPost(event) {
  const fields = event.parameter;
  if (!fields.leave_empty) keep(fields);
  return thanks(fields['return'] || '');
}

// One row for each order. A lock keeps two orders apart that come at once.
function keep(fields) {
  const lock = LockService.getScriptLock();
  lock.waitLock(20000);
  try {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = book.getSheetByName(NAME) || book.insertSheet(NAME);
    if (sheet.getLastRow() === 0) sheet.appendRow(['timestamp'].concat(FIELDS));
    sheet.appendRow([new Date().toISOString()].concat(FIELDS.map((name) => text(fields[name]))));
  } finally {
    lock.releaseLock();
  }
}

// The apostrophe keeps the sheet from reckoning: phone numbers keep their zeros, and nothing becomes a formula.
function text(value) {
  return value ? "'" + value : '';
}

// A script cannot lead the buyer back by itself, so it shows the way, and to this shop alone.
function thanks(back) {
  const link = back.indexOf(SHOP) === 0 ? back : SHOP;
  const safe = link.replace(/[&<>"']/g, (one) => '&#' + one.charCodeAt(0) + ';');
  return HtmlService.createHtmlOutput('<p style="font:20px/1.6 sans-serif"><a target="_top" href="' + safe + '">✓ {thanks}</a></p>');
}
