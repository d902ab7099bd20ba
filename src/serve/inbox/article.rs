//! One order on the page of the inbox: as the desk sees it, then field by field as it was posted.

use super::{judge, store::Kept};
use crate::{
    base::{
        character::{is_hidden, is_joiner},
        html::escape,
        language::Lang,
    },
    catalog::Catalog,
    diag::{Speech, say},
    orders::{Finding, Order, Weight},
};

/// The order with all that was posted of it.
pub(super) fn article(catalog: &Catalog<'_>, order: &Order, kept: &[Kept], speech: Speech) -> String {
    let numbers = numbers(order);
    let came: Vec<&Kept> = kept.iter().filter(|one| numbers.contains(&one.number)).collect();
    let word = |key: &str| escape(&say(speech, key, &[]));
    let verdict = judge::standing(order.weight());
    let at = order.at.map(|at| at.to_zoned(catalog.config.time_zone.clone()));
    let at = at.map(|at| speech.digits(&at.strftime("%Y-%m-%d %H:%M").to_string())).unwrap_or_default();
    format!(
        "<article class=\"{verdict}\">\n<h2><bdi>{number}</bdi> <small>{kind} · {at}</small> <strong>{says}</strong></h2>\n\
         {findings}<dl>\n{rows}</dl>\n{raw}</article>\n",
        number = shown(&order.number),
        kind = word(&format!("orders.kind.{}", order.kind.name())),
        says = word(&format!("orders.verdict.{verdict}")),
        findings = findings(catalog, order, &came, speech),
        rows = rows(catalog, order, speech),
        raw = distinct(&came).iter().map(|one| raw(one, speech)).collect::<String>(),
    )
}

/// The numbers of what was posted of an order.
pub(super) fn numbers(order: &Order) -> Vec<u64> {
    let copies = order.findings.iter().filter_map(|one| match one {
        Finding::Joined(places) => Some(places),
        _ => None,
    });
    copies.flatten().chain([&order.place]).filter_map(|place| place.file.parse().ok()).collect()
}

/// What is to be said of it. How often it came is counted here, as some services keep copies and some do not.
fn findings(catalog: &Catalog<'_>, order: &Order, came: &[&Kept], speech: Speech) -> String {
    let locale = &catalog.config.locales[Lang::FIRST];
    let line = |class: &str, mark: &str, words: &str| {
        format!("<li class=\"{class}\"><b>{mark}</b> {}</li>\n", coded(words))
    };
    let said = order.findings.iter().filter(|one| !matches!(one, Finding::Joined(_)));
    let mut lines: String = said
        .map(|one| line(judge::standing(Some(one.weight())), one.mark(), &one.in_words(locale, speech)))
        .collect();
    let times: u64 = came.iter().map(|one| u64::from(one.times)).sum();
    if times > 1 {
        let words = say(speech, "orders.finding.joined", &[("count", times.to_string())]);
        lines.push_str(&line(judge::standing(Some(Weight::Note)), "·", &words));
    }
    if lines.is_empty() { lines } else { format!("<ul>\n{lines}</ul>\n") }
}

fn rows(catalog: &Catalog<'_>, order: &Order, speech: Speech) -> String {
    let locale = &catalog.config.locales[Lang::FIRST];
    let pieces = |line: &crate::orders::Line| {
        let (number, title) = (locale.integer(i64::from(line.quantity)), line.title(catalog, Lang::FIRST));
        let sku = Some(&line.sku).filter(|sku| **sku != title);
        format!("{number} × {title}{}", sku.map_or_else(String::new, |sku| format!(" [{sku}]")))
    };
    let goods = order.lines.iter().map(pieces).collect::<Vec<_>>().join("\n");
    let ticket = judge::ticket(catalog, order);
    let rows = [
        ("about", Some(order.about.clone())),
        ("goods", Some(goods)),
        ("total", order.sum_in_words(locale)),
        ("zone", order.zone(catalog).map(|zone| zone.name[Lang::FIRST].text.clone())),
        ("due", order.due.map(|due| locale.date(due))),
        ("payment", order.payment_in_words(catalog, Lang::FIRST, speech)),
        ("transaction", order.transaction.clone()),
        ("name", Some(order.name.clone())),
        ("phone", Some(order.phone.clone().unwrap_or_else(|| order.typed_phone.clone()))),
        ("address", Some(order.address.clone())),
        ("note", Some(order.note.clone())),
        ("ticket", ticket.map(|ticket| say(speech, &format!("inbox.ticket.{ticket}"), &[]))),
    ];
    let row = |(name, value): (&str, Option<String>)| {
        let value = value.filter(|value| !value.is_empty())?;
        let name = escape(&say(speech, &format!("inbox.{name}"), &[]));
        Some(format!("<dt>{name}</dt><dd><bdi>{}</bdi></dd>\n", shown(&value)))
    };
    rows.into_iter().filter_map(row).collect()
}

/// What differs of what came, the last first.
fn distinct<'k>(came: &[&'k Kept]) -> Vec<&'k Kept> {
    let mut distinct: Vec<&Kept> = Vec::new();
    for one in came.iter().rev() {
        if distinct.iter().all(|known| known.fields != one.fields) {
            distinct.push(one);
        }
    }
    distinct
}

/// The fields as they were posted.
fn raw(kept: &Kept, speech: Speech) -> String {
    let count = kept.fields.len().to_string();
    let title = escape(&say(speech, "inbox.raw", &[("count", count)]));
    let row = |(name, value): &(String, String)| {
        format!(
            "<tr><th scope=\"row\"><bdi>{}</bdi></th><td><bdi>{}</bdi></td></tr>\n",
            shown(name),
            shown(value)
        )
    };
    let rows: String = kept.fields.iter().map(row).collect();
    format!("<details>\n<summary>{title}</summary>\n<table>\n{rows}</table>\n</details>\n")
}

/// A sentence of the desk: what stands between backticks is as it was typed.
pub(super) fn coded(sentence: &str) -> String {
    let parts: Vec<&str> = sentence.split('`').collect();
    let last = parts.len() - 1;
    let part = |(number, part): (usize, &&str)| match number {
        _ if number % 2 == 0 => shown(part),
        _ if number == last => format!("`{}", shown(part)),
        _ => format!("<code>{}</code>", shown(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

/// A text that anybody may have typed: escaped, and what would not be seen, or would turn the text around it, as a sign.
fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let seen = |one: char| match one {
        '\n' | '\t' => one,
        _ if is_joiner(one) => one,
        _ if one.is_control() || is_hidden(one) => '\u{fffd}',
        _ => one,
    };
    escape(&text.chars().map(seen).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{coded, shown};

    #[test]
    fn nothing_typed_is_markup_or_unseen() {
        assert_eq!(
            shown("<b>\"'&\0\u{202e}\u{7}\r\nক\u{200d}"),
            "&lt;b&gt;&quot;&#39;&amp;\u{fffd}\u{fffd}\u{fffd}\nক\u{200d}"
        );
        assert_eq!(coded("`<a>` is `no` `kind"), "<code>&lt;a&gt;</code> is <code>no</code> `kind");
        assert_eq!(coded(""), "");
    }
}
