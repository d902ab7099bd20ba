//! Packing slips: a page to print, one slip for each order.

use crate::{
    base::{html::escape, language::Lang, money::Money},
    catalog::Catalog,
    diag::{Speech, say},
    orders::{Desk, Order},
};

/// Two slips on a sheet of A4; no script, no picture, nothing from anywhere else.
const STYLE: &str = "body{font:11pt/1.5 'Noto Sans Bengali',sans-serif;margin:0;color:#000;background:#fff}\
.slip{box-sizing:border-box;min-height:128mm;padding:8mm;border-bottom:1px dashed #777;break-inside:avoid}\
h1{font-size:13pt;margin:0 0 3mm;display:flex;justify-content:space-between}\
table{border-collapse:collapse;width:100%;margin:3mm 0}th,td{text-align:start;padding:1mm 2mm;border-top:1px solid #bbb;vertical-align:top}\
td.sum{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}.to{white-space:pre-line;font-size:12pt}\
@page{size:A4;margin:8mm}";

/// A whole page of HTML in the language of the desk, with a slip for every order for which goods may be sent.
pub fn slips(catalog: &Catalog<'_>, desk: &Desk, speech: Speech) -> String {
    let (tag, lang) = language(catalog, speech);
    let slips: String = desk.sendable().map(|order| slip(catalog, order, lang, speech)).collect();
    let title = escape(&say(speech, "slip.title", &[]));
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n<body>\n{slips}</body>\n</html>\n"
    )
}

/// The desk's language where the shop has it.
fn language(catalog: &Catalog<'_>, speech: Speech) -> (&'static str, Lang) {
    let tag = match speech {
        Speech::Bengali => "bn",
        Speech::English => "en",
    };
    (tag, catalog.config.lang(tag).unwrap_or(Lang::FIRST))
}

fn slip(catalog: &Catalog<'_>, order: &Order, lang: Lang, speech: Speech) -> String {
    let locale = &catalog.config.locales[lang];
    let word = |key: &str| escape(&say(speech, key, &[]));
    let amount =
        |money: Option<Money>| escape(&money.map_or_else(String::new, |one| locale.amount(one).text));
    let row = |name: &str, number: &str, sum: &str| {
        format!("<tr><td>{name}</td><td class=\"sum\">{number}</td><td class=\"sum\">{sum}</td></tr>\n")
    };
    let goods: String = order
        .lines
        .iter()
        .map(|line| {
            let name =
                format!("{}<br><small>{}</small>", escape(&line.title(catalog, lang)), escape(&line.sku));
            row(&name, &escape(&locale.integer(i64::from(line.quantity))), &amount(line.sum()))
        })
        .collect();
    let zone = order.zone(catalog).map_or_else(String::new, |zone| zone.name[lang].text.clone());
    let delivery = row(&format!("{} – {}", word("slip.delivery"), escape(&zone)), "", &amount(order.charge));
    let total =
        row(&format!("<b>{}</b>", word("slip.total")), "", &format!("<b>{}</b>", amount(order.total())));
    let due = order
        .due
        .map_or_else(String::new, |due| escape(&say(speech, "slip.due", &[("day", locale.date(due))])));
    let payment = order.payment_in_words(catalog, lang, speech).unwrap_or_default();
    let collect = locale.amount(order.to_collect(catalog)).text;
    let collect = escape(&say(speech, "slip.collect", &[("amount", collect)]));
    format!(
        "<section class=\"slip\">\n<h1><span>{shop}</span><span>{number}</span></h1>\n\
         <p class=\"to\"><b>{name}</b>\n{phone}\n{address}</p>\n<table>\n{goods}{delivery}{total}</table>\n\
         <p>{payment} · <b>{collect}</b></p>\n<p>{due}</p>\n<p class=\"to\">{note}</p>\n</section>\n",
        shop = escape(&catalog.config.name[lang]),
        number = escape(&order.number),
        name = escape(&order.name),
        phone = escape(order.phone.as_deref().unwrap_or(&order.typed_phone)),
        address = escape(&order.address),
        payment = escape(&payment),
        note = escape(&order.note),
    )
}
