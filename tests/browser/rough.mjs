// A shop that is hard to lay out: what a merchant may write and few do. Long words, none at all, many of everything,
// every state of stock and every kind of form. `writeRough` writes it; with `one`, a shop of a single product.

import fs from 'node:fs';
import path from 'node:path';

import { png, random } from './fixture.mjs';

/** Two hundred letters of Bengali without a space, and an English word as long as people make them. */
const LONG = 'নকশিকাঁথাফোঁড়েরঐতিহ্যবাহীহস্তশিল্প'.repeat(6).slice(0, 200);
const WORD = `${'Handwovenjamdani'.repeat(6)}-SKU`;
const RTL = 'سجادة صلاة قطنية';
const HEBREW = 'שטיח תפילה';

/** The product of the longest words; it stands alone in the shop of one. */
export const FIRST_GOOD = 'long-title';

/** Writes the shop into `folder`. */
export function writeRough(folder, { one = false } = {}) {
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  const chance = random(7);
  // Wide, high and square: what cameras and scanners give.
  const pictures = [[320, 90], [120, 320], [240, 240], [320, 240]].map(([width, height]) => png(width, height, chance));
  write('posra.toml', SETTINGS);
  for (const [name, text] of Object.entries(POLICIES)) write(`content/policies/${name}`, text);
  const goods = Object.entries(PRODUCTS).filter(([slug]) => !one || slug === FIRST_GOOD);
  for (const [slug, product] of goods) writeProduct((name, text) => write(`content/products/${slug}/${name}`, text), { slug, pictures, alone: one, ...product });
  if (one) return;
  for (const [slug, [bn, en]] of Object.entries(COLLECTIONS)) {
    write(`content/collections/${slug}.md`, `+++\ntitle = "${bn}"\nsummary = "${LONG.slice(0, 80)}"\n+++\n`);
    write(`content/collections/${slug}.en.md`, `+++\ntitle = "${en}"\nsummary = "${WORD}"\n+++\n`);
  }
  write('content/size-charts/many.md', CHART);
  write('content/size-charts/many.en.md', '+++\ntitle = "Sizes"\n+++\n');
  write('content/guides/long.md', `+++\ntitle = "${LONG.slice(0, 90)}"\nsummary = "${RTL}"\ndate = 2026-10-01\n+++\n\n${WORD}\n\n## ${LONG.slice(0, 60)}\n\n| ${WORD} | ${LONG.slice(0, 50)} |\n| --- | --- |\n| ১ | ২ |\n\n\`\`\`\n${WORD.repeat(3)}\n\`\`\`\n`);
  REVIEWS.forEach((text, number) => write(`content/reviews/${number}.md`, text));
}

function writeProduct(write, { slug, pictures, alone, title, titleEn, facts = [], tables = [], wordTables = [], count = 1, body = '' }) {
  const names = Array.from({ length: count }, (_, number) => `${number + 1}.png`);
  names.forEach((name, number) => write(name, pictures[(number + slug.length) % pictures.length]));
  const shown = names.map((name) => `[[pictures]]\nfile = "${name}"\nalt = "ছবি ${name}"`);
  const collections = alone ? [] : ['collections = ["dear", "long"]'];
  const own = facts.some((fact) => fact.startsWith('sku')) ? [] : [`sku = "${slug.toUpperCase()}"`];
  const price = facts.some((fact) => /^price/.test(fact)) ? [] : ['price = 1250'];
  write('index.md', `+++\n${[...own, `title = "${title}"`, `summary = "${title}।"`, ...price, ...collections, ...facts, ...tables, ...shown].join('\n')}\n+++\n${body}`);
  const alts = names.length > 0 ? [`[pictures]\n${names.map((name) => `"${name}" = "Picture ${name}"`).join('\n')}`] : [];
  write('index.en.md', `+++\ntitle = "${titleEn}"\nsummary = "${titleEn}."\n${[...wordTables, ...alts].join('\n')}\n+++\n${body ? 'In English.\n' : ''}`);
}

const option = (id, name, count) => `[[options]]\nid = "${id}"\nname = "${name}"\nvalues = [${Array.from({ length: count }, (_, n) => `{ id = "${id}${n}", name = "${name} ${n + 1}"${id === 'colour' ? `, swatch = "#${(n * 49 + 16).toString(16)}4040"` : ''} }`).join(', ')}]`;
const sixty = () => Array.from({ length: 60 }, (_, n) => {
  const [colour, size, cloth] = [n % 5, Math.floor(n / 5) % 4, Math.floor(n / 20)];
  return `[[variants]]\nsku = "SIXTY-${n}"\noptions = { colour = "colour${colour}", size = "size${size}", cloth = "cloth${cloth}" }\nprice = ${1000 + n * 10}\nstock = ${n % 7 === 3 ? '0' : n % 5 === 1 ? '2' : '40'}`;
});

/** By slug. */
const PRODUCTS = {
  [FIRST_GOOD]: { title: LONG, titleEn: WORD, count: 2, facts: [`sku = "${'LONGSKU'.repeat(5)}"`, `highlights = ["${LONG.slice(0, 120)}", "${RTL}"]`, `maker = "${LONG.slice(0, 60)}"`], tables: [`[[specifications]]\nid = "long"\nname = "${LONG.slice(0, 40)}"\nrows = [{ id = "a", name = "${LONG.slice(0, 60)}", value = "${LONG.slice(0, 120)}" }]`, `[[questions]]\nid = "q"\nask = "${LONG.slice(0, 90)}"\nanswer = "${LONG.slice(0, 150)}"`], body: `\n${LONG}\n\n${RTL} – ${HEBREW}\n` },
  'no-pictures': { title: 'ছবি ছাড়া', titleEn: 'Without pictures', count: 0 },
  'thirty-pictures': { title: 'ত্রিশটি ছবি', titleEn: 'Thirty pictures', count: 30 },
  'sixty-variants': { title: 'ষাট রকম', titleEn: 'Sixty variants', facts: ['size_chart = "many"'], tables: [option('colour', 'রং', 5), option('size', 'মাপ', 4), option('cloth', 'কাপড়', 3), ...sixty()], count: 3 },
  'right-to-left': { title: `${RTL} (জায়নামাজ)`, titleEn: `${RTL} ${HEBREW} rug`, facts: [`brand = "${HEBREW}"`, `origin = "${RTL}"`] },
  millions: { title: 'লাখ টাকার পালঙ্ক', titleEn: 'A bed for millions', facts: ['price = 7654321.50', 'was_price = 9876543.50', 'quantity_prices = [{ from = 3, price = 7500000 }, { from = 12, price = 7000000 }]', 'quantity = { least = 2, most = 24, step = 2 }'] },
  'on-request': { title: 'দাম জেনে নিন', titleEn: 'Price on request', facts: ['price_on_request = true'] },
  few: { title: 'অল্প আছে', titleEn: 'Few left', facts: ['stock = 2', 'stock_as_of = 2026-11-20'] },
  out: { title: 'ফুরিয়ে গেছে', titleEn: 'Sold out', facts: ['stock = 0'] },
  'out-request': { title: 'ফুরিয়েছে, চাইলে আনি', titleEn: 'Sold out, on request', facts: ['stock = 0', 'sold_out = "request"'] },
  'out-hide': { title: 'ফুরিয়েছে, আর নেই', titleEn: 'Sold out, no form', facts: ['stock = 0', 'sold_out = "hide"'] },
  making: { title: 'বানিয়ে দিই', titleEn: 'Made to order', facts: ['stock = { made_to_order = [15, 20] }'] },
  coming: { title: 'আসছে', titleEn: 'Coming', facts: ['stock = { pre_order = 2026-12-20 }'] },
  discontinued: { title: 'আর হয় না', titleEn: 'Discontinued', facts: ['stock = "discontinued"'] },
  offered: { title: 'ছাড়ে', titleEn: 'On offer', facts: [`offer = { price = 900, starts = 2026-11-01, ends = 2026-12-31, name = "${LONG.slice(0, 60)}" }`], tables: ['[delivery]\nsurcharge = 50\nonly_zones = ["dhaka"]\nnote = "ভারী বলে।"', '[returns]\nwindow_days = 0\nnote = "ফেরত হয় না।"'] },
  archived: { title: 'পুরোনো', titleEn: 'Archived', facts: ['archived = true', 'replaced_by = ["few", "no-pictures"]'] },
};

const COLLECTIONS = Object.fromEntries([
  ['empty', ['খালি তাক', 'An empty shelf']], ['dear', ['দামি', 'Dear']], ['long', [LONG.slice(0, 60), WORD.slice(0, 60)]],
  ...Array.from({ length: 12 }, (_, n) => [`shelf-${n}`, [`তাক নম্বর ${n + 1}`, `Shelf number ${n + 1}`]]),
]);

const REVIEWS = [`${LONG}`, `${RTL}`, WORD].map((text, n) => `+++\nproduct = "${FIRST_GOOD}"\nauthor = "${n === 1 ? HEBREW : 'রু. আ.'}"\ndate = 2026-09-0${n + 1}\nrating = ${n + 3}\nconsent = true\nreply = "${LONG.slice(0, 100)}"\nreply_date = 2026-10-02\n+++\n${text}\n`);

const SIZES = Array.from({ length: 14 }, (_, n) => `{ id = "size${n}", name = "${30 + n * 2}" }`);
const CHART = `+++\ntitle = "মাপ"\nunit = "cm"\nsizes = [${SIZES.join(', ')}]\nrows = [\n  { id = "chest", name = "${LONG.slice(0, 40)}", values = [${SIZES.map((_, n) => `"${50 + n}-${52 + n}"`).join(', ')}] },\n]\n+++\n`;

const SETTINGS = `name = { bn = "${LONG.slice(0, 40)}", en = "${WORD.slice(0, 40)}" }
tagline = { bn = "${RTL} ও সব রকম", en = "${HEBREW} and everything" }
address = "https://rough.example/"
languages = ["bn", "en"]
currency = "BDT"
country = "BD"
time_zone = "Asia/Dhaka"

[business]
legal_name = { bn = "${LONG.slice(0, 70)}", en = "${WORD}" }

[support]
channels = [
  { kind = "phone", value = "+8801700000000" },
  { kind = "email", value = "a-rather-long-name-of-a-person@rough.example", label = { bn = "${LONG.slice(0, 60)}", en = "${WORD.slice(0, 60)}" } },
]
reply_hours = 48

[orders]
service = "formspree"
form = "rough"

[stock]
low = 4

[[payments]]
id = "cod"
kind = "cash-on-delivery"
note = { bn = "${LONG.slice(0, 90)}", en = "${WORD}" }

[[payments]]
id = "bkash"
kind = "bkash"

[deploy]
host = "cloudflare"
`;

const POLICIES = {
  'delivery.md': `+++\ntitle = "ডেলিভারি"\nsummary = "কোথায় কত দিনে।"\nhandling_days = [1, 2]\nfree_above = 5000000\n\n[[zones]]\nid = "dhaka"\nname = "${LONG.slice(0, 70)}"\ncharge = 70\ndays = [1, 2]\n\n[[zones]]\nid = "outside"\nname = "ঢাকার বাইরে"\ncharge = 130000\ndays = [2, 5]\n+++\nসারা দেশে পাঠাই।\n`,
  'delivery.en.md': `+++\ntitle = "Delivery"\nsummary = "Where and when."\n\n[zones]\ndhaka = "${WORD.slice(0, 60)}"\noutside = "Outside Dhaka"\n+++\nWe send everywhere.\n`,
  'returns.md': '+++\ntitle = "ফেরত"\nsummary = "সাত দিনে ফেরত।"\nwindow_days = 7\npaid_by = "buyer"\nrefund_days = 5\nrefund = "full"\nmethods = ["courier", "shop"]\nconditions = ["ব্যবহার করা যাবে না।"]\n+++\n',
  'returns.en.md': '+++\ntitle = "Returns"\nsummary = "Seven days."\nconditions = ["Not used."]\n+++\n',
  'privacy.md': '+++\ntitle = "গোপনীয়তা"\nsummary = "আপনার তথ্য।"\n+++\nনম্বর শুধু অর্ডারের জন্য।\n',
  'privacy.en.md': '+++\ntitle = "Privacy"\nsummary = "Your data."\n+++\nOnly for the order.\n',
  'terms.md': '+++\ntitle = "শর্ত"\nsummary = "কেনাবেচার নিয়ম।"\n+++\nনিয়ম সহজ।\n',
  'terms.en.md': '+++\ntitle = "Terms"\nsummary = "Rules."\n+++\nSimple.\n',
};
