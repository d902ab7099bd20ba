//! The days on which a shop works: how "within two days" becomes a date.

use jiff::civil::{Date, DateTime, Time};

use super::{policy::day, reading::Reading};
use crate::{
    diag::Code,
    schema::{self, Weekday},
};

/// Longest run of days off that is looked through.
const MOST_OFF: usize = 366;

/// When a shop works.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Orders after this time count from the next day.
    pub cutoff: Option<Time>,
    /// Days of the week without work.
    pub closed: Vec<Weekday>,
    /// Days without work.
    pub holidays: Vec<Date>,
}

impl Calendar {
    pub(super) fn read(reading: &mut Reading<'_, '_>, written: &schema::Delivery) -> Self {
        let cutoff = written.cutoff.as_ref().and_then(|at| {
            let time = at.value.parse().ok();
            if time.is_none() {
                reading.wrong(Code::DELIVERY_CUTOFF, at, &at.value);
            }
            time
        });
        let mut closed: Vec<Weekday> = Vec::new();
        for at in &written.closed {
            if !closed.contains(&at.value) {
                closed.push(at.value);
            }
        }
        if let (7, Some(last)) = (closed.len(), written.closed.last()) {
            reading.error(Code::DELIVERY_CLOSED, last);
            closed.clear();
        }
        let mut holidays: Vec<Date> =
            written.holidays.iter().filter_map(|at| day(reading, Some(at))).collect();
        holidays.sort_unstable();
        holidays.dedup();
        Self { cutoff, closed, holidays }
    }

    /// The day on which something is there that takes `days` days of work and was ordered at `at`, in the shop's time.
    pub fn due(&self, at: DateTime, days: u16) -> Date {
        let late = self.cutoff.is_some_and(|cutoff| at.time() >= cutoff);
        let first = if late { next(at.date()) } else { at.date() };
        let mut due = self.working(first);
        for _ in 0..days {
            due = self.working(next(due));
        }
        due
    }

    /// `day`, or the next one on which the shop works.
    fn working(&self, mut day: Date) -> Date {
        for _ in 0..MOST_OFF {
            if !self.is_off(day) {
                break;
            }
            day = next(day);
        }
        day
    }

    fn is_off(&self, day: Date) -> bool {
        self.closed.contains(&weekday(day)) || self.holidays.binary_search(&day).is_ok()
    }
}

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

fn weekday(day: Date) -> Weekday {
    match day.weekday() {
        jiff::civil::Weekday::Monday => Weekday::Mon,
        jiff::civil::Weekday::Tuesday => Weekday::Tue,
        jiff::civil::Weekday::Wednesday => Weekday::Wed,
        jiff::civil::Weekday::Thursday => Weekday::Thu,
        jiff::civil::Weekday::Friday => Weekday::Fri,
        jiff::civil::Weekday::Saturday => Weekday::Sat,
        jiff::civil::Weekday::Sunday => Weekday::Sun,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    #[test]
    fn days_of_work_are_counted_from_the_cut_off_and_past_days_off() {
        let calendar = Calendar {
            cutoff: Some(jiff::civil::time(16, 0, 0, 0)),
            closed: vec![Weekday::Fri],
            holidays: vec![date(2026, 12, 16)],
        };
        // A Wednesday: a day of the week in hand, no day off between.
        assert_eq!(calendar.due(datetime(2026, 11, 25, 15, 59, 0, 0), 1), date(2026, 11, 26));
        // After the cut-off it counts as Thursday's; Friday is off.
        assert_eq!(calendar.due(datetime(2026, 11, 25, 16, 0, 0, 0), 1), date(2026, 11, 28));
        // On a Friday it counts from Saturday.
        assert_eq!(calendar.due(datetime(2026, 11, 27, 9, 0, 0, 0), 0), date(2026, 11, 28));
        // Past a holiday.
        assert_eq!(calendar.due(datetime(2026, 12, 15, 9, 0, 0, 0), 1), date(2026, 12, 17));
        assert_eq!(Calendar::default().due(datetime(2026, 11, 25, 23, 0, 0, 0), 3), date(2026, 11, 28));
    }
}
