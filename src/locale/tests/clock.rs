use jiff::civil::{Date, date, time};

use super::*;

#[test]
#[rustfmt::skip]
fn days_and_hours_are_as_readers_expect() {
    for (tag, country, day, hours) in [
        ("bn", "BD", "১ নভেম্বর, ২০২৬", ["রাত ১২:০৫", "সকাল ১০:০০", "দুপুর ১২:০০", "রাত ৮:৩০"]),
        ("bn", "IN", "1 নভেম্বর, 2026", ["রাত 12:05", "সকাল 10:00", "দুপুর 12:00", "রাত 8:30"]),
        ("en", "BD", "1 November 2026", ["12:05 AM", "10:00 AM", "12:00 PM", "8:30 PM"]),
        ("en", "US", "November 1, 2026", ["12:05 AM", "10:00 AM", "12:00 PM", "8:30 PM"]),
        ("en-US", "BD", "November 1, 2026", ["12:05 AM", "10:00 AM", "12:00 PM", "8:30 PM"]),
        ("en", "GB", "1 November 2026", ["00:05", "10:00", "12:00", "20:30"]),
        ("hi", "IN", "1 नवंबर, 2026", ["12:05 am", "10:00 am", "12:00 pm", "8:30 pm"]),
        ("mr", "IN", "१ नोव्हेंबर, २०२६", ["१२:०५ AM", "१०:०० AM", "१२:०० PM", "८:३० PM"]),
        ("ar", "EG", "١ نوفمبر ٢٠٢٦", ["١٢:٠٥ ص", "١٠:٠٠ ص", "١٢:٠٠ م", "٨:٣٠ م"]),
        ("fa", "IR", "۱ نوامبر ۲۰۲۶", ["۰:۰۵", "۱۰:۰۰", "۱۲:۰۰", "۲۰:۳۰"]),
        ("zh", "TW", "2026年11月1日", ["凌晨12:05", "上午10:00", "中午12:00", "晚上8:30"]),
    ] {
        let locale = locale(tag, country, Grouping::Lakh);
        assert_eq!(locale.date(date(2026, 11, 1)), day, "{tag}-{country}");
        let written = [time(0, 5, 0, 0), time(10, 0, 0, 0), time(12, 0, 0, 0), time(20, 30, 0, 0)].map(|time| locale.time(time).replace('\u{a0}', " "));
        assert_eq!(written, hours, "{tag}-{country}");
    }
    assert_eq!(locale("bn", "BD", Grouping::Lakh).date(date(2026, 3, 26)), "২৬ মার্চ, ২০২৬");
}

#[test]
fn the_day_in_bengali_has_six_parts() {
    let part =
        |hour| bengali().time(time(hour, 59, 59, 0)).split('\u{a0}').next().map(str::to_owned).unwrap();
    let parts: Vec<String> = (0..24).map(part).collect();
    let counts = ["ভোর", "সকাল", "দুপুর", "বিকাল", "সন্ধ্যা", "রাত"]
        .map(|name| parts.iter().filter(|part| *part == name).count());
    assert_eq!(counts, [2, 6, 4, 2, 2, 8]);
    assert_eq!(
        (parts[3].as_str(), parts[4].as_str(), parts[19].as_str(), parts[20].as_str()),
        ("রাত", "ভোর", "সন্ধ্যা", "রাত")
    );
}

#[test]
fn every_day_is_written() {
    for day in [Date::MIN, Date::MAX, date(2024, 2, 29)] {
        assert!(!bengali().date(day).is_empty());
    }
}
