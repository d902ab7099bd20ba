use proptest::prelude::*;

use super::*;

fn amount(locale: &Locale, minor: i64) -> AmountText {
    locale.amount(Money::from_minor(minor))
}

#[test]
fn amounts_are_as_shops_write_them() {
    let bengali = bengali();
    let whole = amount(&bengali, 125_000);
    assert_eq!((whole.before.as_str(), whole.number.as_str(), whole.after.as_str()), ("৳ ", "১,২৫০", ""));
    assert_eq!((whole.text.as_str(), whole.machine.as_str()), ("৳ ১,২৫০", "1250.00"));
    assert_eq!(amount(&bengali, 125_050).text, "৳ ১,২৫০.৫০");
    assert_eq!(amount(&bengali, 12_345_600).text, "৳ ১,২৩,৪৫৬");
    assert_eq!(amount(&bengali, 0).text, "৳ ০");
    assert_eq!(amount(&bengali, 5).text, "৳ ০.০৫");
    let less = amount(&bengali, -12_550);
    assert_eq!(
        (less.text.as_str(), less.before.as_str(), less.machine.as_str()),
        ("-৳ ১২৫.৫০", "-৳ ", "-125.50")
    );
    assert_eq!(amount(&locale("en", "BD", Grouping::Lakh), 12_345_600).text, "৳ 1,23,456");
}

#[test]
fn patterns_stand_around_the_number() {
    let read = |pattern: &str| {
        let locale = Locale::new(
            &Tag::read("en").unwrap(),
            currency("BDT"),
            "BD",
            (Digits::Locale, Grouping::Lakh),
            pattern,
        )?;
        Ok(amount(&locale, 150_000).text)
    };
    for (pattern, text) in [
        ("{n}", "1,500"),
        ("৳{n}", "৳1,500"),
        ("{n} টাকা", "1,500 টাকা"),
        ("Tk. {n}/", "Tk. 1,500/"),
        ("<b>{n}", "<b>1,500"),
        ("{n}/-", "1,500/-"),
    ] {
        assert_eq!(read(pattern), Ok(text.to_owned()));
    }
    for pattern in [
        "",
        "৳",
        "{}",
        "{n}{n}",
        "{n",
        "n}",
        "{N}",
        "1{n}",
        "{n}০",
        "-{n}",
        "\u{2212}৳{n}",
        "{n}\n",
        "{{n}}",
        "{n}½",
        "a very long sentence {n}",
    ] {
        assert_eq!(read(pattern), Err(LocaleFault::Pattern), "{pattern}");
    }
}

#[test]
#[rustfmt::skip]
fn currencies_have_a_pattern_and_a_grouping() {
    for (code, pattern, grouping) in [
        ("BDT", "৳\u{a0}{n}", Grouping::Lakh), ("INR", "₹{n}", Grouping::Lakh), ("NPR", "₨{n}", Grouping::Lakh), ("PKR", "₨{n}", Grouping::Lakh), ("LKR", "₨{n}", Grouping::Locale),
        ("USD", "${n}", Grouping::Locale), ("EUR", "€{n}", Grouping::Locale), ("GBP", "£{n}", Grouping::Locale), ("JPY", "¥{n}", Grouping::Locale), ("BRL", "R${n}", Grouping::Locale),
        ("THB", "฿{n}", Grouping::Locale), ("CHF", "CHF\u{a0}{n}", Grouping::Locale), ("AED", "AED\u{a0}{n}", Grouping::Locale), ("PLN", "PLN\u{a0}{n}", Grouping::Locale),
        ("GEL", "GEL\u{a0}{n}", Grouping::Locale), ("MDL", "MDL\u{a0}{n}", Grouping::Locale), ("BTN", "BTN\u{a0}{n}", Grouping::Lakh),
    ] {
        assert_eq!((default_pattern(currency(code)).as_str(), default_grouping(currency(code))), (pattern, grouping), "{code}");
        assert!(Pattern::read(pattern).is_some());
    }
}

proptest! {
    #[test]
    fn an_amount_reads_back_as_it_was(minor in 0_i64..=100_000_000_000_000, tag in proptest::sample::select(vec!["bn", "en", "hi", "mr", "ar"])) {
        let amount = amount(&locale(tag, "BD", Grouping::Lakh), minor);
        prop_assert_eq!(Money::read(&amount.text, currency("BDT")), Ok(Money::from_minor(minor)), "{}", amount.text);
        prop_assert_eq!(Money::read(&amount.machine, currency("BDT")), Ok(Money::from_minor(minor)));
    }
}
