//! How orders are signed: public keys, where the private one is, and how long prices hold.

use jiff::civil::{Date, date};

use super::told::{fault, place};
use crate::{
    diag::{Code, Diagnostic, Diagnostics, Place},
    schema::{self, At, TicketPeriod},
    ticket::{PublicKey, Seal},
};

/// Beginning of the names of environment variables that the program reads.
pub const VARIABLES: &str = "POSRA_";

/// Variable with the private key, when the shop names none.
const VARIABLE: &str = "POSRA_ORDER_KEY";

/// How orders are signed.
#[derive(Debug, Clone)]
pub struct Tickets {
    /// Public keys, the one that signs now first; the older ones keep what they signed valid.
    pub keys: Vec<PublicKey>,
    /// Environment variable with the private key.
    pub variable: String,
    /// File with the private key, from the shop's folder; read when the variable is not set.
    pub file: Option<String>,
    /// How long prices hold that no offer ends.
    pub period: Period,
    /// The private key, once it was found. Without it orders are not signed.
    pub seal: Option<Seal>,
    place: Place,
}

/// A part of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Period {
    Month,
    Quarter,
    Year,
}

impl Period {
    /// Last day of the period after the one of `day`: a page holds for one whole period at least, and changes once in each.
    pub fn end_after(self, day: Date) -> Date {
        let months = match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        // Months since the year 0, up to the first one after the next period.
        let now = i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        let after = (now / months + 2) * months;
        let first = i16::try_from(after / 12)
            .ok()
            .zip(i8::try_from(after % 12 + 1).ok())
            .and_then(|(year, month)| Date::new(year, month, 1).ok());
        first.and_then(|first| first.yesterday().ok()).unwrap_or(date(9999, 12, 31))
    }
}

impl Tickets {
    pub(super) fn read(written: Option<&At<schema::Tickets>>, found: &mut Diagnostics) -> Self {
        let mut tickets = Self {
            keys: Vec::new(),
            variable: VARIABLE.to_owned(),
            file: None,
            period: Period::Quarter,
            seal: None,
            place: Place::file(super::FILE),
        };
        let Some(at) = written else { return tickets };
        tickets.place = place(at);
        for key in &at.value.keys {
            match PublicKey::read(&key.value) {
                Ok(key) => tickets.keys.push(key),
                Err(_) => found.push(fault(Code::TICKET_KEY, key).with("value", &key.value)),
            }
        }
        if at.value.keys.is_empty() {
            found.push(fault(Code::TICKET_KEY_NONE, at));
        }
        match &at.value.variable {
            Some(name) if !name.value.starts_with(VARIABLES) => {
                found.push(fault(Code::TICKET_VARIABLE, name).with("value", &name.value));
            }
            Some(name) => tickets.variable.clone_from(&name.value),
            None => {}
        }
        tickets.file = at.value.file.as_ref().map(|file| file.value.clone());
        if let Some(until) = &at.value.until {
            tickets.period = match until.value {
                TicketPeriod::Month => Period::Month,
                TicketPeriod::Quarter => Period::Quarter,
                TicketPeriod::Year => Period::Year,
            };
        }
        tickets
    }

    /// Takes the private key, when it is the one of the first public key.
    pub fn unlock(&mut self, secret: &str) -> Result<(), Box<Diagnostic>> {
        let fault = |code| Box::new(Diagnostic::error(code).at(self.place.clone()));
        let seal = Seal::read(secret).map_err(|_| fault(Code::TICKET_SECRET))?;
        if self.keys.first() != Some(seal.public()) {
            return Err(Box::new(fault(Code::TICKET_KEY_OTHER).with("value", seal.public().as_str())));
        }
        self.seal = Some(seal);
        Ok(())
    }
}
