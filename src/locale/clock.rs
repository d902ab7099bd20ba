//! Days and hours in words.

use icu_calendar::Gregorian;
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{T, YMD},
    input::{Date as IcuDate, Time as IcuTime},
    options::Length,
};
use icu_locale_core::{Locale as IcuLocale, subtags::region};
use jiff::civil::{Date, Time};

use super::{LocaleFault, symbols::Symbols};

/// Formatters of one language.
#[derive(Debug)]
pub(super) struct Clock {
    days: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    hours: Hours,
}

/// How hours are written.
#[derive(Debug)]
enum Hours {
    /// As CLDR's short time.
    Short(Box<FixedCalendarDateTimeFormatter<(), T>>),
    /// The part of the day, then the hour of twelve.
    Parts(&'static [Part]),
}

/// The hour at which a part of the day begins, and its name.
type Part = (i8, &'static str);

/// CLDR's parts of the day in Bengali, as shop doors say them (ICU4X carries the names
/// only for languages whose short time has them). What is before the first is the last.
const BENGALI: &[Part] = &[(4, "ভোর"), (6, "সকাল"), (12, "দুপুর"), (16, "বিকাল"), (18, "সন্ধ্যা"), (20, "রাত")];

/// Keeps the part and the hour on one line.
const SPACE: char = '\u{a0}';

impl Clock {
    /// The formatters of a language in its place.
    pub(super) fn of(place: &IcuLocale) -> Result<Self, LocaleFault> {
        let days = FixedCalendarDateTimeFormatter::try_new((&day_place(place)).into(), YMD::long())
            .map_err(|_| LocaleFault::Data)?;
        Ok(Self { days, hours: hours(place)? })
    }

    /// A day, long, without its weekday.
    pub(super) fn date(&self, date: Date) -> String {
        let (year, month, day) =
            (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
        match IcuDate::try_new_gregorian(year, month, day) {
            Ok(day) => self.days.format(&day).to_string(),
            Err(_) => date.to_string(),
        }
    }

    /// An hour and minute.
    pub(super) fn time(&self, time: Time, symbols: &Symbols) -> String {
        match &self.hours {
            Hours::Short(formatter) => short(formatter, time),
            Hours::Parts(parts) => in_parts(parts, time, symbols),
        }
    }
}

/// Nobody in Dhaka writes `১০:০০ AM`, which is CLDR's short time in Bengali.
fn hours(place: &IcuLocale) -> Result<Hours, LocaleFault> {
    if place.id.language.as_str() == "bn" {
        return Ok(Hours::Parts(BENGALI));
    }
    let formatter = FixedCalendarDateTimeFormatter::try_new(place.into(), T::hm().with_length(Length::Short));
    formatter.map(|formatter| Hours::Short(Box::new(formatter))).map_err(|_| LocaleFault::Data)
}

/// CLDR's narrow space is in few web fonts; the common one keeps the parts together as well.
fn short(formatter: &FixedCalendarDateTimeFormatter<(), T>, time: Time) -> String {
    match IcuTime::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0) {
        Ok(time) => formatter.format(&time).to_string().replace('\u{202f}', "\u{a0}"),
        Err(_) => time.strftime("%H:%M").to_string(),
    }
}

fn in_parts(parts: &[Part], time: Time, symbols: &Symbols) -> String {
    let part = parts.iter().rev().find(|(from, _)| *from <= time.hour()).or(parts.last());
    let name = part.map_or("", |(_, name)| name);
    let hour = match time.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    let clock = format!("{hour}:{:02}", time.minute());
    format!("{name}{SPACE}{}", symbols.in_digits(&clock))
}

/// CLDR has no English for most countries (Bangladesh, Pakistan ...) and falls back to
/// that of the United States: `November 1, 2026`. The rest of the world reads
/// `1 November 2026`, so English takes British data outside North America and the Philippines.
fn day_place(place: &IcuLocale) -> IcuLocale {
    let month_first = ["AS", "CA", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "US", "VI"];
    let mut day_place = place.clone();
    let here = place.id.region.is_some_and(|region| month_first.contains(&region.as_str()));
    if place.id.language.as_str() == "en" && !here {
        day_place.id.region = Some(region!("GB"));
    }
    day_place
}
