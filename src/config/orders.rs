//! Where orders go, and how they are paid.

use url::Url;

use super::{
    lang::{Languages, spoken},
    told::{fault, is_loopback},
};
use crate::{
    base::{language::PerLanguage, name::Handle},
    diag::{Code, Diagnostic, Diagnostics},
    schema::{self, At, Service},
};

pub use crate::schema::PaymentKind;

/// Where orders go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orders {
    /// The service.
    pub service: OrderService,
    /// Origins that the service is known to redirect to, besides the site itself.
    pub redirects: Vec<String>,
    /// Most pieces in one order.
    pub max_quantity: u16,
    /// Hours within which the shop answers.
    pub reply_hours: Option<u16>,
}

/// A service with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderService {
    /// Netlify Forms, by the form's name.
    Netlify {
        /// Name of the form; one for the whole shop.
        form: String,
    },
    /// Formspree, by the form's id.
    Formspree {
        /// The address that takes the post.
        action: String,
    },
    /// Any address that keeps the contract.
    Endpoint {
        /// The address that takes the post.
        action: String,
    },
}

impl Orders {
    pub(super) fn read(written: &schema::Orders, found: &mut Diagnostics) -> Option<Self> {
        let service = match written.service.value {
            Service::Netlify => netlify(written, found),
            Service::Formspree => formspree(written, found),
            Service::Endpoint => endpoint(written, found),
        };
        let redirects = written.redirects.iter().filter_map(|one| redirect(one, found)).collect();
        let max_quantity = match &written.max_quantity {
            Some(at) if at.value == 0 => {
                found.push(fault(Code::ORDERS_QUANTITY, at));
                1
            }
            Some(at) => at.value,
            None => 10,
        };
        Some(Self {
            service: service?,
            redirects,
            max_quantity,
            reply_hours: written.reply_hours.as_ref().map(|at| at.value),
        })
    }

    /// Origins that a form may post to or be led to, for `form-action`.
    pub fn form_origins(&self) -> Vec<String> {
        let mut origins = vec!["'self'".to_owned()];
        if let OrderService::Formspree { action } | OrderService::Endpoint { action } = &self.service {
            origins.extend(Url::parse(action).ok().map(|url| url.origin().ascii_serialization()));
        }
        origins.extend(self.redirects.iter().cloned());
        origins.dedup();
        origins
    }
}

fn netlify(written: &schema::Orders, found: &mut Diagnostics) -> Option<OrderService> {
    unused(written.endpoint.as_ref(), "netlify", found);
    match &written.form {
        None => Some(OrderService::Netlify { form: "order".to_owned() }),
        Some(at) => match Handle::read(&at.value) {
            Ok(name) => Some(OrderService::Netlify { form: name.to_string() }),
            Err(_) => {
                found.push(fault(Code::HANDLE_INVALID, at).with("value", &at.value));
                None
            }
        },
    }
}

fn formspree(written: &schema::Orders, found: &mut Diagnostics) -> Option<OrderService> {
    unused(written.endpoint.as_ref(), "formspree", found);
    let Some(form) = &written.form else {
        found.push(fault(Code::ORDERS_FORM_MISSING, &written.service));
        return None;
    };
    if form.value.is_empty() || !form.value.chars().all(|c| c.is_ascii_alphanumeric()) {
        found.push(fault(Code::HANDLE_INVALID, form).with("value", &form.value));
        return None;
    }
    Some(OrderService::Formspree { action: format!("https://formspree.io/f/{}", form.value) })
}

fn endpoint(written: &schema::Orders, found: &mut Diagnostics) -> Option<OrderService> {
    unused(written.form.as_ref(), "endpoint", found);
    let Some(at) = &written.endpoint else {
        found.push(fault(Code::ORDERS_ENDPOINT_MISSING, &written.service));
        return None;
    };
    match safe_url(&at.value) {
        Some(url) => Some(OrderService::Endpoint { action: url.to_string() }),
        None => {
            found.push(fault(Code::ORDERS_ENDPOINT, at).with("value", &at.value));
            None
        }
    }
}

/// A setting that the chosen service does not read would do nothing: that is an error, not a silence.
fn unused(at: Option<&At<String>>, service: &str, found: &mut Diagnostics) {
    if let Some(at) = at {
        found
            .push(Diagnostic::error(Code::ORDERS_UNUSED).at(super::told::place(at)).with("service", service));
    }
}

/// https anywhere, plain http on the loopback; no user, no fragment.
fn safe_url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let safe = url.scheme() == "https" || (url.scheme() == "http" && is_loopback(&url));
    (safe && url.username().is_empty() && url.password().is_none() && url.fragment().is_none()).then_some(url)
}

fn redirect(at: &At<String>, found: &mut Diagnostics) -> Option<String> {
    match safe_url(&at.value) {
        Some(url) if url.path() == "/" && url.query().is_none() => Some(url.origin().ascii_serialization()),
        _ => {
            found.push(fault(Code::ORDERS_REDIRECT, at).with("value", &at.value));
            None
        }
    }
}

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
}

impl Payment {
    pub(super) fn read_all(
        written: &[schema::Payment],
        languages: &Languages,
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
            });
        }
        all
    }
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
        PaymentKind::Other => "other",
    }
}
