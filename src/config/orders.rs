//! Where orders go.

use url::Url;

use super::{
    Tickets,
    told::{fault, is_loopback},
};
use crate::{
    base::name::Handle,
    diag::{Code, Diagnostic, Diagnostics},
    postal::Scheme,
    schema::{self, At, OrderPlace, Service},
};

/// Where orders go.
#[derive(Debug, Clone)]
pub struct Orders {
    /// The service.
    pub service: OrderService,
    /// Origins that the service is known to redirect to, besides the site itself.
    pub redirects: Vec<String>,
    /// Most pieces in one order.
    pub max_quantity: u16,
    /// Whether the buyer chooses a district rather than a zone.
    pub by_district: bool,
    /// Hours within which the shop answers.
    pub reply_hours: Option<u16>,
    /// How orders are signed.
    pub tickets: Tickets,
    /// Where forms post to in place of the service's address, when the site is looked at here.
    pub(super) here: Option<String>,
}

/// A service with what it needs. `action` is the address that takes the post.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum OrderService {
    /// Netlify Forms, by the form's name; one for the whole shop.
    Netlify { form: String },
    /// Formspree, by the form's id.
    Formspree { action: String },
    /// Web3Forms, by its access key, which is public by design.
    Web3forms { key: String },
    /// Basin, by the form's id.
    Basin { action: String },
    /// A Google sheet, through a script of the merchant's.
    AppsScript { action: String },
    /// Any address that keeps the contract.
    Endpoint { action: String },
}

/// Where Web3Forms takes the post.
pub const WEB3FORMS: &str = "https://api.web3forms.com/submit";

/// Where Google leads a post to a script.
const GOOGLE: &str = "https://script.googleusercontent.com";

impl OrderService {
    /// Where the form posts to; `None` for the site itself.
    fn action(&self) -> Option<&str> {
        match self {
            Self::Netlify { .. } => None,
            Self::Web3forms { .. } => Some(WEB3FORMS),
            Self::Formspree { action }
            | Self::Basin { action }
            | Self::AppsScript { action }
            | Self::Endpoint { action } => Some(action),
        }
    }
}

impl Orders {
    pub(super) fn read(written: &schema::Orders, scheme: &Scheme, found: &mut Diagnostics) -> Option<Self> {
        let service = match written.service.value {
            Service::Netlify => netlify(written, found),
            Service::Formspree => form_id(written, "formspree", found)
                .map(|id| OrderService::Formspree { action: format!("https://formspree.io/f/{id}") }),
            Service::Web3forms => {
                form_id(written, "web3forms", found).map(|key| OrderService::Web3forms { key })
            }
            Service::Basin => form_id(written, "basin", found)
                .map(|id| OrderService::Basin { action: format!("https://usebasin.com/f/{id}") }),
            Service::AppsScript => form_id(written, "apps-script", found).map(|id| {
                OrderService::AppsScript { action: format!("https://script.google.com/macros/s/{id}/exec") }
            }),
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
            by_district: by_district(written.place.as_ref(), scheme, found),
            reply_hours: written.reply_hours.as_ref().map(|at| at.value),
            tickets: Tickets::read(written.tickets.as_ref(), found),
            here: None,
        })
    }

    /// Where a form posts to that the service wants at `action`. Netlify's post goes to a page of the site, wherever the site is.
    pub fn taken_at(&self, action: String) -> String {
        match (&self.here, &self.service) {
            (Some(here), service) if service.action().is_some() => here.clone(),
            _ => action,
        }
    }

    /// Origin of the address that takes the post, which a script asks too; `None` for the site itself.
    pub fn origin(&self) -> Option<String> {
        if self.here.is_some() {
            return None;
        }
        let action = Url::parse(self.service.action()?).ok()?;
        Some(action.origin().ascii_serialization())
    }

    /// Origins that a form may post to or be led to, for `form-action`.
    pub fn form_origins(&self) -> Vec<String> {
        let mut origins = vec!["'self'".to_owned()];
        origins.extend(self.origin());
        if self.here.is_none() && matches!(self.service, OrderService::AppsScript { .. }) {
            origins.push(GOOGLE.to_owned());
        }
        origins.extend(self.redirects.iter().cloned());
        origins.dedup();
        origins
    }
}

/// Districts can be chosen where the country's addresses have some.
fn by_district(written: Option<&At<OrderPlace>>, scheme: &Scheme, found: &mut Diagnostics) -> bool {
    let Some(at) = written.filter(|at| at.value == OrderPlace::District) else { return false };
    let has = scheme.districts().next().is_some();
    if !has {
        found.push(fault(Code::ORDERS_PLACE, at));
    }
    has
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

/// The id of a form, or the key or number that stands for it.
fn form_id(written: &schema::Orders, service: &str, found: &mut Diagnostics) -> Option<String> {
    unused(written.endpoint.as_ref(), service, found);
    let Some(form) = &written.form else {
        found.push(fault(Code::ORDERS_FORM_MISSING, &written.service).with("service", service));
        return None;
    };
    let fits = |one: char| one.is_ascii_alphanumeric() || matches!(one, '-' | '_');
    if form.value.is_empty() || form.value.len() > 200 || !form.value.chars().all(fits) {
        found.push(fault(Code::HANDLE_INVALID, form).with("value", &form.value));
        return None;
    }
    Some(form.value.clone())
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
pub(crate) fn safe_url(text: &str) -> Option<Url> {
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
