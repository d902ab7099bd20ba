//! How each service takes an order, as a table of rules: what the browser suite's simulators do, and what
//! `docs/orders.md` says of an endpoint.

use hyper::StatusCode;
use serde_json::{Value, json};

use crate::config::OrderService;

/// The rules of a service.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    /// Whether forms post to a page of the site, and only fields that a form of it declares are kept.
    pub(super) at_page: bool,
    /// The field without which it refuses.
    pub(super) needs: Option<&'static str>,
    /// Where the buyer goes next.
    pub(super) back: Back,
    /// How the buyer is led there without script.
    pub(super) lead: Lead,
    /// What a script is answered; `None` when it is led like anybody.
    pub(super) json: Option<fn(&str) -> Value>,
    /// The field that makes it keep nothing, without a word, when it is filled. Other services keep such orders apart.
    pub(super) trap: Option<&'static str>,
    /// Whether it looks into orders, refuses bad ones and keeps each id once.
    pub(super) judges: bool,
}

/// Where the buyer goes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Back {
    /// To the page that was posted to.
    Here,
    /// Where a field says; a page of the service's own when it says nothing.
    Field(&'static str),
    /// Where the service's settings say: the thank-you page, as `docs/orders.md` tells to set it.
    Thanks,
}

/// How the buyer is led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// By itself, with this status.
    By(StatusCode),
    /// By a page of the service with a link.
    Link,
}

const NETLIFY: Rules = Rules {
    at_page: true,
    needs: Some("form-name"),
    back: Back::Here,
    lead: Lead::By(StatusCode::SEE_OTHER),
    json: None,
    trap: None,
    judges: false,
};

const FORMSPREE: Rules = Rules {
    at_page: false,
    needs: None,
    back: Back::Field("_next"),
    lead: Lead::By(StatusCode::FOUND),
    json: Some(|_| json!({ "next": "https://formspree.io/thanks", "ok": true })),
    trap: None,
    judges: false,
};

const WEB3FORMS: Rules = Rules {
    needs: Some("access_key"),
    back: Back::Field("redirect"),
    lead: Lead::By(StatusCode::SEE_OTHER),
    json: Some(|_| json!({ "success": true })),
    ..FORMSPREE
};

const BASIN: Rules = Rules { back: Back::Thanks, json: Some(|_| json!({ "success": true })), ..FORMSPREE };

const APPS_SCRIPT: Rules = Rules {
    back: Back::Field("return"),
    lead: Lead::Link,
    json: None,
    trap: Some("leave_empty"),
    ..FORMSPREE
};

const ENDPOINT: Rules = Rules {
    needs: Some("return"),
    back: Back::Field("return"),
    lead: Lead::By(StatusCode::SEE_OTHER),
    json: Some(|back| json!({ "next": back })),
    trap: Some("leave_empty"),
    judges: true,
    ..FORMSPREE
};

impl Rules {
    pub(super) fn of(service: &OrderService) -> Self {
        match service {
            OrderService::Netlify { .. } => NETLIFY,
            OrderService::Formspree { .. } => FORMSPREE,
            OrderService::Web3forms { .. } => WEB3FORMS,
            OrderService::Basin { .. } => BASIN,
            OrderService::AppsScript { .. } => APPS_SCRIPT,
            OrderService::Endpoint { .. } => ENDPOINT,
        }
    }
}

/// The name of a service, as `posra.toml` writes it.
pub(super) fn name(service: &OrderService) -> &'static str {
    match service {
        OrderService::Netlify { .. } => "netlify",
        OrderService::Formspree { .. } => "formspree",
        OrderService::Web3forms { .. } => "web3forms",
        OrderService::Basin { .. } => "basin",
        OrderService::AppsScript { .. } => "apps-script",
        OrderService::Endpoint { .. } => "endpoint",
    }
}
