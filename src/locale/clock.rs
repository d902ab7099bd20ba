//! Days and hours in words.

use icu_calendar::Gregorian;
use icu_datetime::{
    FixedCalendarDateTimeFormatter,
    fieldsets::{T, YMD},
    input::{Date as IcuDate, Time as IcuTime},
    pattern::{DateTimePattern, DayPeriodNameLength, FixedCalendarDateTimeNames},
};
use icu_locale_core::{Locale as IcuLocale, subtags::region};
use jiff::civil::{Date, Time};
use writeable::TryWriteable;

use super::LocaleFault;

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
    Short(FixedCalendarDateTimeFormatter<(), T>),
    /// The part of the day, then the hour of twelve.
    Parts(FixedCalendarDateTimeNames<(), T>, DateTimePattern),
}

impl Clock {
    /// The formatters of a language in its place.
    pub(super) fn of(place: &IcuLocale) -> Result<Self, LocaleFault> {
        let days = FixedCalendarDateTimeFormatter::try_new((&day_place(place)).into(), YMD::long())
            .map_err(|_| LocaleFault::Data)?;
        let hours = if says_parts(place) { parts(place) } else { short(place) }.ok_or(LocaleFault::Data)?;
        Ok(Self { days, hours })
    }

    /// A day, long, without its weekday.
    pub(super) fn date(&self, date: Date) -> String {
        let (year, month, day) = (i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs());
        match IcuDate::try_new_gregorian(year, month, day) {
            Ok(day) => self.days.format(&day).to_string(),
            Err(_) => date.to_string(),
        }
    }

    /// An hour and minute.
    pub(super) fn time(&self, time: Time) -> String {
        self.hours.written(time).unwrap_or_else(|| time.strftime("%H:%M").to_string())
    }
}

impl Hours {
    fn written(&self, time: Time) -> Option<String> {
        let time = IcuTime::try_new(time.hour().unsigned_abs(), time.minute().unsigned_abs(), 0, 0).ok()?;
        let text = match self {
            Self::Short(formatter) => formatter.format(&time).to_string(),
            Self::Parts(names, pattern) => {
                names.with_pattern_unchecked(pattern).format(&time).try_write_to_string().ok()?.into_owned()
            }
        };
        // CLDR's narrow space is in few web fonts; the common one keeps the parts together as well.
        Some(text.replace('\u{202f}', "\u{a0}"))
    }
}

/// Nobody in Dhaka says `10:00 AM` in Bengali; CLDR's short time does. Its parts of the
/// day (ভোর, সকাল, দুপুর, বিকাল, সন্ধ্যা, রাত) are what shop doors say, the part first.
fn says_parts(place: &IcuLocale) -> bool {
    place.id.language.as_str() == "bn"
}

fn parts(place: &IcuLocale) -> Option<Hours> {
    let mut names = FixedCalendarDateTimeNames::try_new(place.into()).ok()?;
    names.include_day_period_names(DayPeriodNameLength::Wide).ok()?;
    Some(Hours::Parts(names, DateTimePattern::try_from_pattern_str("BBBB\u{a0}h:mm").ok()?))
}

fn short(place: &IcuLocale) -> Option<Hours> {
    FixedCalendarDateTimeFormatter::try_new(place.into(), T::hm().with_length(icu_datetime::options::Length::Short))
        .ok()
        .map(Hours::Short)
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
