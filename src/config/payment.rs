//! How orders are paid: each way configured once.

use super::{
    lang::{Languages, spoken},
    orders::safe_url,
    told::fault,
};
use crate::{
    base::{
        language::PerLanguage,
        money::{Currency, Money},
        name::Handle,
    },
    diag::{Code, Diagnostics},
    schema::{self, At},
};

pub use crate::schema::{AccountKind, PaymentKind};

/// Most characters of a QR code: 25 modules across can be read from a cheap screen.
const QR: usize = 200;

/// One way to pay.
#[derive(Debug)]
pub struct Payment {
    /// Posted with an order.
    pub id: Handle,
    /// Its kind.
    pub kind: PaymentKind,
    /// The merchant's own name for it.
    pub name: Option<PerLanguage<String>>,
    /// What the buyer has to do.
    pub note: Option<PerLanguage<String>>,
    /// Where the buyer sends the money to.
    pub transfer: Option<Transfer>,
    /// A page of a payment service on which the buyer pays.
    pub link: Option<String>,
    /// What is paid beforehand, when it is not everything.
    pub advance: Option<Advance>,
}

/// An account that takes money.
#[derive(Debug)]
pub struct Transfer {
    /// Number of the wallet or of the account, as it is to be typed.
    pub number: String,
    /// What kind of wallet it is: that decides which menu the buyer opens.
    pub account: Option<AccountKind>,
    /// Whose it is.
    pub holder: Option<String>,
    /// Bank and branch.
    pub bank: Option<String>,
    /// What its QR code says.
    pub qr: Option<String>,
}

/// What is paid beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advance {
    /// So much, whatever is ordered.
    Amount(Money),
    /// A part of the total, in percent.
    Percent(u8),
}

impl Advance {
    /// What is to be paid beforehand of a total; never more than it.
    pub fn of(self, total: Money) -> Money {
        match self {
            Self::Amount(amount) => amount.min(total),
            Self::Percent(percent) => {
                let minor = i128::from(total.minor()) * i128::from(percent);
                Money::from_minor(i64::try_from((minor + 50) / 100).unwrap_or(total.minor()))
            }
        }
    }
}

impl Payment {
    pub(super) fn read_all(
        written: &[schema::Payment],
        languages: &Languages,
        currency: Currency,
        found: &mut Diagnostics,
    ) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for one in written {
            let Ok(id) = Handle::read(&one.id.value) else {
                found.push(fault(Code::HANDLE_INVALID, &one.id).with("value", &one.id.value));
                continue;
            };
            if all.iter().any(|known| known.id == id) {
                found.push(fault(Code::PAYMENT_TWICE, &one.id).with("value", id));
                continue;
            }
            if one.kind.value == PaymentKind::Other && one.name.is_none() {
                found.push(fault(Code::PAYMENT_NAME, &one.kind));
            }
            all.push(Self {
                id,
                kind: one.kind.value,
                name: one.name.as_ref().map(|words| spoken(words, languages, found)),
                note: one.note.as_ref().map(|words| spoken(words, languages, found)),
                transfer: transfer(one, found),
                link: link(one, found),
                advance: one.advance.as_ref().and_then(|at| advance(at, currency, found)),
            });
        }
        all
    }

    /// Whether the buyer sends money by hand and has a number of the transfer to tell.
    pub fn has_transaction(&self) -> bool {
        self.transfer.is_some()
    }
}

fn transfer(one: &schema::Payment, found: &mut Diagnostics) -> Option<Transfer> {
    let takes = matches!(
        one.kind.value,
        PaymentKind::Bkash
            | PaymentKind::Nagad
            | PaymentKind::Rocket
            | PaymentKind::BankTransfer
            | PaymentKind::Other
    );
    let Some(number) = &one.number else {
        let alone = [&one.holder, &one.bank, &one.qr];
        found.extend(alone.into_iter().flatten().map(|at| fault(Code::PAYMENT_NUMBER, at)));
        return None;
    };
    if !takes {
        found.push(fault(Code::PAYMENT_UNUSED, number).with("value", payment_kind_name(one.kind.value)));
        return None;
    }
    let qr = one.qr.as_ref().filter(|at| {
        let fits = !at.value.is_empty() && at.value.len() <= QR;
        if !fits {
            found.push(fault(Code::PAYMENT_QR, at).with("most", QR));
        }
        fits
    });
    Some(Transfer {
        number: number.value.trim().to_owned(),
        account: one.account.as_ref().map(|at| at.value),
        holder: one.holder.as_ref().map(|at| at.value.clone()),
        bank: one.bank.as_ref().map(|at| at.value.clone()),
        qr: qr.map(|at| at.value.clone()),
    })
}

fn link(one: &schema::Payment, found: &mut Diagnostics) -> Option<String> {
    let Some(at) = &one.link else {
        if one.kind.value == PaymentKind::PaymentLink {
            found.push(fault(Code::PAYMENT_LINK_MISSING, &one.kind));
        }
        return None;
    };
    if !matches!(one.kind.value, PaymentKind::PaymentLink | PaymentKind::Card | PaymentKind::Other) {
        found.push(fault(Code::PAYMENT_UNUSED, at).with("value", payment_kind_name(one.kind.value)));
        return None;
    }
    let url = safe_url(&at.value);
    if url.is_none() {
        found.push(fault(Code::PAYMENT_LINK, at).with("value", &at.value));
    }
    url.map(|url| url.to_string())
}

/// `200`, or `"10%"`.
fn advance(at: &At<schema::Fact>, currency: Currency, found: &mut Diagnostics) -> Option<Advance> {
    let text = at.value.0.trim();
    let advance = match text.strip_suffix('%') {
        Some(percent) => {
            let percent: Option<u8> = percent.trim().parse().ok();
            percent.filter(|percent| (1..=100).contains(percent)).map(Advance::Percent)
        }
        None => {
            let amount = Money::read(text, currency).ok();
            amount.filter(|amount| *amount > Money::ZERO).map(Advance::Amount)
        }
    };
    if advance.is_none() {
        found.push(fault(Code::PAYMENT_ADVANCE, at).with("value", text));
    }
    advance
}

/// Name of a kind, as it is written and as themes know it.
pub fn payment_kind_name(kind: PaymentKind) -> &'static str {
    match kind {
        PaymentKind::CashOnDelivery => "cash-on-delivery",
        PaymentKind::Bkash => "bkash",
        PaymentKind::Nagad => "nagad",
        PaymentKind::Rocket => "rocket",
        PaymentKind::BankTransfer => "bank-transfer",
        PaymentKind::Card => "card",
        PaymentKind::PaymentLink => "payment-link",
        PaymentKind::Hosted => "hosted",
        PaymentKind::Other => "other",
    }
}
