//! A product's own page at a payment service.

use super::reading::Reading;
use crate::{config::safe_url, diag::Code, schema::At};

/// Reads the link; it needs a way to pay that has one, in whose place it stands.
pub(super) fn read(reading: &mut Reading<'_, '_>, written: Option<&At<String>>) -> Option<String> {
    let at = written?;
    if reading.config().payments.iter().all(|payment| payment.link.is_none()) {
        reading.error(Code::PAYMENT_LINK_NOWHERE, at);
        return None;
    }
    let url = safe_url(&at.value);
    if url.is_none() {
        reading.wrong(Code::PAYMENT_LINK, at, &at.value);
    }
    url.map(|url| url.to_string())
}
