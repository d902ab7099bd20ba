// A shop of many products with all features mixed at random from a seed, in Bengali and English.
// The same seed is always the same shop; `NOW` is the day for which it is built.

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

export const NOW = '2026-11-24';

/** Writes the shop into `folder`: `products` of them, with `reviews`, from `seed`. */
export function writeFixture(folder, { products = 500, reviews = products / 2, seed = 20261124 } = {}) {
  const chance = random(seed);
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  const pictures = Array.from({ length: 12 }, () => png(320, 240, chance));
  write('posra.toml', SETTINGS);
  for (const [name, text] of Object.entries(POLICIES)) write(`content/policies/${name}`, text);
  for (const [slug, [bn, en, more = '']] of Object.entries({ ...COLLECTIONS, ...SHELVES })) {
    write(`content/collections/${slug}.md`, front({ title: bn, summary: `${bn} – সব একসঙ্গে।` }, '', more));
    write(`content/collections/${slug}.en.md`, front({ title: en, summary: `All of ${en.toLowerCase()}.` }));
  }
  write('content/tags.toml', TAG_NAMES);
  Object.keys(CHARTS).forEach((slug) => writeChart({ chance, write }, slug));
  const slugs = Array.from({ length: products }, (_, place) => slugOf(place));
  slugs.forEach((slug, place) => writeProduct({ chance, write, pictures, slugs, place }, slug));
  for (let number = 0; number < reviews; number += 1) writeReview({ chance, write, slugs }, number);
}

/** Writes the shop of `options` into `folder`, among `grown` products in all: its own goods are the same to a letter. */
export function writeGrown(folder, grown, options) {
  writeFixture(folder, { ...options, products: grown });
  for (let place = 0; place < options.products; place += 1) fs.rmSync(path.join(folder, 'content/products', slugOf(place)), { recursive: true });
  writeFixture(folder, options);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    yes: (share) => next() < share,
    upto: (most) => Math.floor(next() * most),
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one: (list) => list[Math.floor(next() * list.length)],
    some: (list, most) => [...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => list[Math.floor(next() * list.length)]))],
  };
}

const SETTINGS = `name = { bn = "পাঁচশ পণ্য", en = "Five Hundred" }
tagline = { bn = "সব রকম মিলিয়ে", en = "A bit of everything" }
address = "https://five-hundred.example/"
languages = ["bn", "en"]
currency = "BDT"
country = "BD"
time_zone = "Asia/Dhaka"

[business]
legal_name = { bn = "পাঁচশ পণ্য (নমুনা)", en = "Five Hundred (sample)" }

[support]
channels = [{ kind = "phone", value = "+8801700000000" }]
reply_hours = 12

[orders]
service = "formspree"
form = "fivehundred"

[tax]
rate = 15
included = true
name = { bn = "ভ্যাট", en = "VAT" }

[stock]
low = 4

[[payments]]
id = "cod"
kind = "cash-on-delivery"

[[payments]]
id = "bkash"
kind = "bkash"

[deploy]
host = "cloudflare"
`;

const POLICIES = {
  'delivery.md': '+++\ntitle = "ডেলিভারি"\nsummary = "কোথায় কত দিনে।"\nhandling_days = [1, 2]\nfree_above = 5000\n\n[[zones]]\nid = "dhaka"\nname = "ঢাকার ভেতরে"\ncharge = 70\ndays = [1, 2]\n\n[[zones]]\nid = "outside"\nname = "ঢাকার বাইরে"\ncharge = 130\ndays = [2, 5]\n+++\nসারা দেশে পাঠাই।\n',
  'delivery.en.md': '+++\ntitle = "Delivery"\nsummary = "Where and when."\n\n[zones]\ndhaka = "In Dhaka"\noutside = "Outside Dhaka"\n+++\nWe send everywhere.\n',
  'returns.md': '+++\ntitle = "ফেরত"\nsummary = "সাত দিনে ফেরত।"\nwindow_days = 7\npaid_by = "buyer"\nrefund_days = 5\nrefund = "full"\nmethods = ["courier", "shop"]\nconditions = ["ব্যবহার করা যাবে না।"]\n+++\n',
  'returns.en.md': '+++\ntitle = "Returns"\nsummary = "Seven days."\nconditions = ["Not used."]\n+++\n',
  'warranty.md': '+++\ntitle = "ওয়ারেন্টি"\nsummary = "ছয় মাস।"\nmonths = 6\ngiven_by = "shop"\nremedies = ["repair", "replace"]\ncovers = ["জোড় খুলে গেলে।"]\n+++\n',
  'warranty.en.md': '+++\ntitle = "Warranty"\nsummary = "Six months."\ncovers = ["A joint that comes apart."]\n+++\n',
  'privacy.md': '+++\ntitle = "গোপনীয়তা"\nsummary = "আপনার তথ্য।"\n+++\nনম্বর শুধু অর্ডারের জন্য।\n',
  'terms.md': '+++\ntitle = "শর্ত"\nsummary = "কেনাবেচার নিয়ম।"\n+++\nনিয়ম সহজ।\n',
};

const COLLECTIONS = {
  clothes: ['পোশাক', 'Clothes'],
  kitchen: ['রান্নাঘর', 'Kitchen'],
  books: ['বই', 'Books'],
  garden: ['বাগান', 'Garden'],
  gifts: ['উপহার', 'Gifts'],
  empty: ['খালি তাক', 'Empty shelf'],
};

/** Collections inside others, by rule, in every order. */
const SHELVES = {
  pots: ['হাঁড়ি-পাতিল', 'Pots', 'parent = "kitchen"\n'],
  woks: ['কড়াই', 'Woks', 'parent = "pots"\nproducts = ["good-0", "good-1"]\n'],
  new: ['নতুন এসেছে', 'New', 'sort = "newest"\nrule = { new_days = 30 }\n'],
  cheap: ['কম দামে', 'Under 300', 'order = 3\nsort = "price"\nrule = { price_below = 300, in_stock = true }\n'],
  dear: ['দামি জিনিস', 'Over 3,000', 'order = 4\nsort = "price-descending"\nrule = { price_above = 3000 }\n'],
  gone: ['ফুরিয়ে গেছে', 'Sold out', 'sort = "title"\nrule = { in_stock = false }\n'],
  feast: ['উৎসবের জন্য', 'For the feast', 'parent = "gifts"\nrule = { tags = ["উৎসব"], brands = ["Kolapata", "Three Rivers"] }\n'],
  table: ['রান্নাঘর ও বাগান', 'Kitchen and garden', 'rule = { collections = ["kitchen", "garden"] }\nproducts = ["good-2"]\n'],
};

const TAG_NAMES = `["দেশি"]
name = { en = "Local" }

["উৎসব"]
name = { en = "Festival" }
slug = "festival"

["নতুন"]
name = { bn = "নতুন", en = "New" }
`;

const KINDS = [['শাড়ি', 'Sari'], ['পাঞ্জাবি', 'Panjabi'], ['গামছা', 'Gamcha'], ['কড়াই', 'Wok'], ['হাঁড়ি', 'Pot'], ['চামচ', 'Spoon'], ['খাতা', 'Notebook'], ['টব', 'Planter'], ['ঝুড়ি', 'Basket'], ['আচার', 'Pickle']];
const LOOKS = [['নকশি', 'Stitched'], ['লাল পাড়', 'Red-edged'], ['মাটির', 'Clay'], ['ছোট্ট', 'Little'], ['ভারী', 'Heavy'], ['হাতে বোনা', 'Hand-woven'], ['কৃষ্ণচূড়া রঙের', 'Flame-coloured'], ['ঐতিহ্যবাহী', 'Heritage']];
const COLOURS = [['red', 'লাল', 'Red', '#a3232a'], ['blue', 'নীল', 'Blue', '#23407a'], ['green', 'সবুজ', 'Green', '#2d6135'], ['white', 'সাদা', 'White', '#f6f4ee']];
const SIZES = [['s', 'ছোট', 'Small'], ['m', 'মাঝারি', 'Medium'], ['l', 'বড়', 'Large']];
const MORE_SIZES = [['xl', 'বেশি বড়', 'Extra large'], ['38', '৩৮', '38'], ['40', '৪০', '40'], ['42', '৪২', '42'], ['44', '৪৪', '44']];
const ROWS = [['chest', 'বুক', 'Chest'], ['length', 'লম্বা', 'Length'], ['shoulder', 'কাঁধ', 'Shoulder'], ['sleeve', 'হাতা', 'Sleeve'], ['hem', 'নিচের ঘের, সেলাইসহ', 'Hem, with its seam'], ['foot', 'পায়ের পাতা', 'Foot']];
/** What a chart is called; each holds the sizes of the options, and some more. */
const CHARTS = { panjabi: ['পাঞ্জাবির মাপ', 'Sizes of panjabis'], basket: ['ঝুড়ির মাপ', 'Sizes of baskets'], 'জুতা': ['জুতার মাপ', 'Sizes of shoes'] };
const NOTICES = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];
const CLOTHS = [['cotton', 'সুতি', 'Cotton'], ['silk', 'রেশম', 'Silk']];
const TAGS = ['দেশি', 'হাতে তৈরি', 'উৎসব', 'গরমকাল', 'শীতকাল', 'নতুন'];
const BRANDS = ['আড়ং নয়', 'Kolapata', 'নদীর পাড়', 'Three Rivers'];

const slugOf = (place) => (place % 7 === 3 ? `পণ্য-${place}` : `good-${place}`);
const quote = (text) => JSON.stringify(text);
const front = (facts, body = '', more = '') => `+++\n${Object.entries(facts).map(([key, value]) => `${key} = ${quote(value)}\n`).join('')}${more}+++\n${body}`;

function writeProduct({ chance, write, pictures, slugs, place }, slug) {
  const [kind, kindEn] = chance.one(KINDS);
  const [look, lookEn] = chance.one(LOOKS);
  const title = `${look} ${kind} ${place}`;
  const facts = [`sku = "P-${place}"`, `title = ${quote(title)}`, `summary = ${quote(`${look} ${kind}, প্রতিদিনের জন্য।`)}`];
  const words = [`title = ${quote(`${lookEn} ${kindEn} ${place}`)}`, `summary = ${quote(`${lookEn} ${kindEn.toLowerCase()} for every day.`)}`];
  const tables = [];
  const wordTables = [];
  const price = chance.between(20, 4000);
  const request = chance.yes(0.04);
  if (request) facts.push('price_on_request = true');
  else facts.push(`price = ${price}`);
  const beside = { chance, facts, words, tables, wordTables, price, request, place, slugs };
  const shown = addPictures(beside, pictures, (name, bytes) => write(`content/products/${slug}/${name}`, bytes));
  addFacts(beside, shown);
  addChoices(beside, shown);
  addTexts(beside);
  addFiles(beside, shown, (name, text) => write(`content/products/${slug}/${name}`, text));
  const body = chance.yes(0.7) ? `\n${look} ${kind} সম্পর্কে দু-কথা।\n\n## কেন নেবেন\n\n* টেকে অনেক দিন\n* [সব পণ্য](/products/) দেখুন\n${blocks(beside, shown)}` : '';
  write(`content/products/${slug}/index.md`, `+++\n${[...facts, ...tables].join('\n')}\n+++\n${body}`);
  if (chance.yes(0.8)) {
    const bodyEn = body && chance.yes(0.6) ? `\nA word on ${kindEn.toLowerCase()}s.\n${blocks(beside, shown)}` : '';
    write(`content/products/${slug}/index.en.md`, `+++\n${[...words, ...wordTables].join('\n')}\n+++\n${bodyEn}`);
  }
}

/** A chart of up to eight sizes: numbers and ranges in any unit, its text in either language or in none. */
function writeChart({ chance, write }, slug) {
  const [title, titleEn] = CHARTS[slug];
  const sizes = [...SIZES, ...MORE_SIZES.slice(0, chance.upto(MORE_SIZES.length + 1))];
  const rows = ROWS.slice(0, chance.between(1, ROWS.length));
  const value = () => {
    const least = chance.between(4, 60);
    return chance.yes(0.3) ? quote(`${least}-${least + chance.between(1, 3)}`) : least + chance.one([0, 0, 0.5]);
  };
  const row = ([id, name]) => `  { id = "${id}", name = "${name}", values = [${sizes.map(value).join(', ')}] },\n`;
  const named = (list) => list.map(([id, name]) => `{ id = "${id}", name = "${name}" }`).join(', ');
  const names = (list) => `{ ${list.map(([id, , en]) => `${id} = "${en}"`).join(', ')} }`;
  const body = chance.yes(0.7) ? '\nমাটিতে বিছিয়ে মাপা[^1]।\n\n## কীভাবে মাপবেন\n\nএকটি [পুরোনো জামা](/products/) মেপে মিলিয়ে নিন।\n\n[^1]: ১ পর্যন্ত কমবেশি হয়।\n' : '';
  write(`content/size-charts/${slug}.md`, front({ title, unit: chance.one(['mm', 'cm', 'm', 'inch']) }, body, `sizes = [${named(sizes)}]\nrows = [\n${rows.map(row).join('')}]\n`));
  if (chance.yes(0.8)) write(`content/size-charts/${slug}.en.md`, front({ title: titleEn }, body && chance.yes(0.6) ? '\nMeasured lying flat.\n' : '', `sizes = ${names(sizes)}\nrows = ${names(rows)}\n`));
}

/** Blocks and notices for a text, none or several; `shown` are the pictures beside it. */
function blocks({ chance, slugs }, shown) {
  const name = (slug) => (chance.yes(0.2) ? `/products/${slug}/` : slug);
  const fence = (word, lines) => `\n\`\`\`${word}\n${lines.join('\n')}\n\`\`\`\n`;
  const parts = [];
  if (chance.yes(0.15)) parts.push(`\n> [!${chance.one(NOTICES)}]\n> একবার **ভিজিয়ে** নিন।\n`);
  // Every tenth is always for sale.
  const goods = chance.some(slugs.filter((_, place) => place % 10 === 0), 5);
  if (goods.length > 0 && chance.yes(0.15)) parts.push('\n### সঙ্গে মানায়\n', fence('products', goods.map(name)));
  if (shown.length > 0 && chance.yes(0.15)) parts.push(fence('pictures', shown.map((file) => `![ছবি ${file}, আবার](${file})`)));
  if (chance.yes(0.04)) parts.push(fence('size-chart', [chance.one(Object.keys(CHARTS))]));
  return parts.join('');
}

/** A review in either language; some bought here, some answered. Most stand with the first fifty goods, so that a page holds many. */
function writeReview({ chance, write, slugs }, number) {
  const bengali = chance.yes(0.7);
  const product = chance.yes(0.6) ? chance.one(slugs.slice(0, 50)) : chance.one(slugs);
  const facts = [`product = "${product}"`, `author = "${bengali ? 'রু. আ.' : 'T. H.'}"`, `date = 2026-${chance.one(['08', '09', '10'])}-${String(chance.between(1, 28)).padStart(2, '0')}`, `rating = ${chance.between(1, 5)}`, 'consent = true'];
  if (!bengali) facts.push('language = "en"');
  if (chance.yes(0.5)) facts.push(`order = "A-${number}"`);
  if (chance.yes(0.3)) facts.push('reply = "ধন্যবাদ, জানালাম কারিগরকে।"', 'reply_date = 2026-11-02');
  const words = bengali ? 'ভালো জিনিস।\n\nরং একটু আলাদা, <b>তবু</b> ঠিক আছে।' : 'Good, if a little smaller than I thought.';
  write(`content/reviews/${number}.md`, `+++\n${facts.join('\n')}\n+++\n${words}\n`);
}

/** Up to four pictures, each with words; gives their names. */
function addPictures({ chance, tables, wordTables }, pictures, write) {
  const names = Array.from({ length: chance.upto(5) }, (_, number) => `${number + 1}.png`);
  names.forEach((name) => {
    write(name, chance.one(pictures));
    tables.push(`[[pictures]]\nfile = "${name}"\nalt = "ছবি ${name}, কাছ থেকে"`);
  });
  if (names.length > 0) wordTables.push(`[pictures]\n${names.map((name) => `"${name}" = "Picture ${name}, close"`).join('\n')}`);
  return names;
}

function addFacts({ chance, facts, words, price, request, place, slugs }) {
  facts.push(`collections = ${quote(chance.some(Object.keys(COLLECTIONS).filter((one) => one !== 'empty'), 2))}`);
  facts.push(`tags = ${quote(chance.some(TAGS, 3))}`);
  if (chance.yes(0.5)) facts.push(`brand = ${quote(chance.one(BRANDS))}`);
  if (chance.yes(0.1)) facts.push(`aliases = ["/products/old-${place}/"]`);
  if (!request && chance.yes(0.15)) facts.push(`was_price = ${price + chance.between(1, 900)}`);
  if (!request && chance.yes(0.2)) {
    facts.push(`offer = { price = ${Math.max(1, price - chance.between(1, price - 1))}, starts = ${chance.one(['2026-11-01', '2026-12-01'])}, ends = ${chance.one(['2026-11-20', '2026-12-31']) === '2026-12-31' ? '2026-12-31' : '2026-12-02'}, name = "পূজার ছাড়" }`);
    words.push('offer = "Festival offer"');
  }
  if (!request && chance.yes(0.1)) facts.push(`quantity_prices = [{ from = 3, price = ${Math.max(2, Math.floor(price * 0.9))} }, { from = 12, price = ${Math.max(1, Math.floor(price * 0.8))} }]`);
  if (chance.yes(0.1)) facts.push(`quantity = { least = ${chance.between(1, 3)}, most = 12, step = ${chance.between(1, 3)} }`);
  if (!request && chance.yes(0.2)) facts.push(`measure = { value = ${chance.between(50, 900)}, unit = "${chance.one(['g', 'ml', 'cm'])}" }`);
  if (chance.yes(0.1)) facts.push('tax_rate = 5');
  if (chance.yes(0.3)) facts.push(`weight = { value = ${chance.between(20, 3000)}, unit = "g" }`);
  if (chance.yes(0.2)) facts.push(`mpn = "M-${place}"`, 'gtin = "4006381333931"');
  if (chance.yes(0.3)) facts.push('origin_country = "BD"');
  addStock({ chance, facts, place, slugs });
  if (chance.yes(0.2)) facts.push(`goes_with = ${quote(chance.some(slugs, 2))}`);
  if (chance.yes(0.1)) facts.push(`related = ${quote(chance.some(slugs, 2))}`);
}

/** Every state of stock and of life. What replaces an archived product is always for sale: every tenth is. */
function addStock({ chance, facts, place, slugs }) {
  const stock = chance.one(['0', '1', '3', '40', '"in-stock"', '"low"', '"out"', '{ made_to_order = [5, 7] }', '{ pre_order = 2026-12-20 }', '"discontinued"', '200', '12']);
  if (chance.yes(0.8)) facts.push(`stock = ${stock}`);
  if (chance.yes(0.5)) facts.push('stock_as_of = 2026-11-20');
  if (chance.yes(0.2)) facts.push(`sold_out = "${chance.one(['notify', 'request', 'hide'])}"`);
  if (place % 10 === 0) return;
  if (chance.yes(0.03)) facts.push('draft = true');
  else if (chance.yes(0.06)) facts.push('archived = true', `replaced_by = [${quote(slugs[Math.floor(place / 10) * 10])}]`);
  else if (chance.yes(0.05)) facts.push(`published = ${chance.one(['2026-11-10', '2026-12-10'])}`);
  else if (chance.yes(0.05)) facts.push(`expires = ${chance.one(['2026-11-10', '2026-12-10'])}`);
}

/** None, one, two or three options, with some of their combinations. */
function addChoices(beside, shown) {
  const { chance, facts, tables, wordTables, place } = beside;
  const all = { colour: ['রং', 'Colour', COLOURS], size: ['মাপ', 'Size', SIZES], cloth: ['কাপড়', 'Cloth', CLOTHS] };
  const count = chance.one([0, 0, 0, 1, 1, 2, 3]);
  const ids = Object.keys(all).slice(0, count);
  if (chance.yes(ids.includes('size') ? 0.6 : 0.05)) facts.push(`size_chart = "${chance.one(Object.keys(CHARTS))}"`);
  if (count === 0) return;
  for (const id of ids) {
    const [name, nameEn, values] = all[id];
    const value = ([key, bn, , swatch]) => `{ id = "${key}", name = "${bn}"${swatch ? `, swatch = "${swatch}"` : ''} }`;
    tables.push(`[[options]]\nid = "${id}"\nname = "${name}"\nvalues = [${values.map(value).join(', ')}]`);
    wordTables.push(`[options.${id}]\nname = "${nameEn}"\nvalues = { ${values.map(([key, , en]) => `${key} = "${en}"`).join(', ')} }`);
  }
  const combinations = ids.reduce((lists, id) => lists.flatMap((list) => all[id][2].map(([key]) => [...list, [id, key]])), [[]]);
  const kept = combinations.filter((_, number) => number === 0 || chance.yes(0.7));
  kept.forEach((choice, number) => tables.push(variant(beside, shown, `P-${place}-${number}`, choice)));
}

function variant({ chance, price, request }, shown, sku, choice) {
  const lines = ['[[variants]]', `sku = "${sku}"`, `options = { ${choice.map(([id, key]) => `${id} = "${key}"`).join(', ')} }`];
  if (!request && chance.yes(0.4)) lines.push(`price = ${price + chance.between(0, 500)}`);
  if (chance.yes(0.4)) lines.push(`stock = ${chance.one(['0', '2', '50', '"out"', '{ made_to_order = [3, 4] }'])}`);
  if (shown.length > 0 && chance.yes(0.5)) lines.push(`pictures = ["${chance.one(shown)}"]`);
  if (chance.yes(0.2)) lines.push(`weight = { value = ${chance.between(20, 900)}, unit = "g" }`);
  return lines.join('\n');
}

function addTexts({ chance, facts, words, tables, wordTables }) {
  if (chance.yes(0.5)) {
    facts.push('highlights = ["হাতে তৈরি", "সহজে ধোয়া যায়"]');
    words.push('highlights = ["Made by hand", "Easy to wash"]');
  }
  if (chance.yes(0.3)) {
    facts.push('in_the_box = ["মূল জিনিস", "ব্যবহারের নিয়ম"]');
    if (chance.yes(0.7)) words.push('in_the_box = ["The thing itself", "How to use it"]');
  }
  if (chance.yes(0.4)) {
    facts.push('care = "ঠান্ডা পানিতে **ধুয়ে** ছায়ায় শুকান।"');
    words.push('care = "Wash cold, dry in the **shade**."');
  }
  if (chance.yes(0.4)) facts.push('origin = "টাঙ্গাইল"', 'maker = "গ্রামের কারিগর"');
  if (chance.yes(0.6)) {
    tables.push('[[specifications]]\nid = "measures"\nname = "মাপ"\nrows = [{ id = "height", name = "উচ্চতা", value = 12.5, unit = "cm" }, { id = "make", name = "তৈরি", value = "হাতে" }]');
    wordTables.push('[specifications]\ngroups = { measures = "Measures" }\nnames = { height = "Height", make = "Make" }\nvalues = { make = "By hand" }');
  }
  if (chance.yes(0.4)) {
    const block = chance.yes(0.1) ? '\\n\\n```products\\ngood-0\\n```' : '';
    tables.push(`[[questions]]\nid = "wash"\nask = "ধোয়া যায়?"\nanswer = "যায়, [যত্ন](/products/) দেখুন।${block}"`);
    wordTables.push('[questions.wash]\nask = "Can it be washed?"\nanswer = "Yes."');
  }
  if (chance.yes(0.1)) tables.push('[warranty]\nmonths = 24\nnote = "এর বেলায় বেশি।"');
  if (chance.yes(0.1)) tables.push('[returns]\nwindow_days = 0\nnote = "ফেরত হয় না।"');
  if (chance.yes(0.1)) tables.push('[delivery]\nsurcharge = 50\nonly_zones = ["dhaka"]\nnote = "ভারী বলে।"');
}

function addFiles({ chance, tables, wordTables }, shown, write) {
  if (chance.yes(0.05)) {
    write('manual.pdf', '%PDF-1.4 a manual\n');
    tables.push('[[downloads]]\nid = "manual"\ntitle = "ব্যবহারের নিয়ম"\nfile = "manual.pdf"');
    wordTables.push('[downloads]\nmanual = "How to use it"');
  }
  if (shown.length > 0 && chance.yes(0.05)) {
    write('film.mp4', 'a film\n');
    tables.push(`[video]\nfile = "film.mp4"\nposter = "${shown[0]}"\ntitle = "কীভাবে তৈরি"`);
  }
}

/** A picture of coloured bands. */
export function png(width, height, chance) {
  const bands = Array.from({ length: 6 }, () => [chance.upto(256), chance.upto(256), chance.upto(256)]);
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(bands[Math.floor((x * 2 + y) / 150) % 6], y * (width * 3 + 1) + 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', zlib.deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)];
  ends[0].writeUInt32BE(data.length);
  ends[1].writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([ends[0], body, ends[1]]);
}
