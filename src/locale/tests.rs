#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cmp::Ordering;

use icu_decimal::{DecimalFormatter, input::Decimal};
use jiff::civil::{date, time};
use proptest::prelude::*;

use super::*;

fn currency(code: &str) -> Currency {
    Currency::read(code).unwrap()
}

fn locale(tag: &str, country: &str, grouping: Grouping) -> Locale {
    let code = if country == "KW" { "KWD" } else { "BDT" };
    Locale::new(&Tag::read(tag).unwrap(), currency(code), country, grouping, "৳ {n}").unwrap()
}

fn bengali() -> Locale {
    locale("bn", "BD", Grouping::Lakh)
}

#[test]
fn threads_may_share_it() {
    fn shared<T: Send + Sync>() {}
    shared::<Locale>();
}

#[test]
fn look() {
    for (tag, country) in [("bn","BD"),("bn","IN"),("en","BD"),("en","US"),("en","IN"),("en","GB"),("hi","IN"),("mr","IN"),("ta","IN"),("ur","PK"),("ar","AE"),("ar","EG"),("fa","IR"),("de","DE"),("fr","FR"),("es","ES"),("pl","PL"),("th","TH"),("zh","TW"),("ja","JP"),("ne","NP"),("my","MM"),("pt-BR","BD"), ("xx", "BD")] {
        let l = locale(tag, country, Grouping::Locale);
        println!("{tag}-{country} {} {} {} {:?} | {} | {} {} {} {} | {}", l.integer(-1234567), l.number("1234.50"), l.integer(1234), l.sizes, l.date(date(2026,11,1)), l.time(time(0,5,0,0)), l.time(time(10,0,0,0)), l.time(time(12,0,0,0)), l.time(time(20,0,0,0)), l.language_name());
    }
    for h in 0..24 { println!("{h} {}", bengali().time(time(h,0,0,0))); }
    for code in ["BDT","INR","USD","EUR","CHF","KWD","PLN","BRL","LKR","PKR","NPR","XOF","GHS","UYU","IRR","MDL","JPY","AED", "THB"] { println!("{code} {}", default_pattern(currency(code))); }
}
