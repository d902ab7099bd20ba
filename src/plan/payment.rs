//! How orders are paid, as pages show it.

use qrcodegen::{QrCode, QrCodeEcc};

use super::{Item, ItemKind, ListKind, SitePlan};
use crate::{
    base::{address::Address, language::Lang},
    catalog::Catalog,
    config::{AccountKind, Advance, Payment, payment_kind_name},
    view::{PaymentChoice, Transfer},
};

/// Modules of white around a QR code (ISO/IEC 18004: four).
const QUIET: i32 = 4;

/// Pictures of the QR codes.
pub(super) fn items(catalog: &Catalog<'_>) -> Vec<Item> {
    let payments = catalog.config.payments.iter().enumerate();
    payments
        .filter(|(_, payment)| payment.transfer.as_ref().is_some_and(|transfer| transfer.qr.is_some()))
        .map(|(place, payment)| Item { address: address(payment), kind: ItemKind::List(ListKind::Qr(place)) })
        .collect()
}

fn address(payment: &Payment) -> Address {
    Address::file(["payments", format!("{}.svg", payment.id).as_str()])
}

impl SitePlan<'_> {
    pub(super) fn payment_choices(&self, lang: Lang) -> Vec<PaymentChoice> {
        self.catalog.config.payments.iter().map(|payment| self.payment_choice(lang, payment)).collect()
    }

    /// Those for which the buyer has something to do.
    /// `link`: a product's own page, in place of the shop's.
    pub(super) fn payments_beforehand(&self, lang: Lang, link: Option<&str>) -> Vec<PaymentChoice> {
        let mut all = self.payment_choices(lang);
        all.retain(|payment| payment.transfer.is_some() || payment.link.is_some());
        if let Some(own) = link {
            let first = all.iter().position(|payment| payment.link.is_some());
            all = all
                .into_iter()
                .enumerate()
                .filter_map(|(place, payment)| own_page(payment, Some(place) == first, own))
                .collect();
        }
        all
    }

    fn payment_choice(&self, lang: Lang, payment: &Payment) -> PaymentChoice {
        let locale = &self.catalog.config.locales[lang];
        PaymentChoice {
            id: payment.id.to_string(),
            kind: payment_kind_name(payment.kind),
            name: payment.name.as_ref().map(|name| name[lang].clone()),
            note: payment.note.as_ref().map(|note| note[lang].clone()),
            transfer: payment.transfer.as_ref().map(|transfer| Transfer {
                number: transfer.number.clone(),
                account: transfer.account.map(|account| match account {
                    AccountKind::Personal => "personal",
                    AccountKind::Merchant => "merchant",
                    AccountKind::Agent => "agent",
                }),
                holder: transfer.holder.clone(),
                bank: transfer.bank.clone(),
                qr: transfer.qr.as_ref().map(|_| address(payment).link(&self.catalog.config.site.base)),
            }),
            link: payment.link.clone(),
            advance: payment.advance.map(|advance| match advance {
                Advance::Amount(amount) => locale.amount(amount).text,
                Advance::Percent(percent) => format!("{}%", locale.integer(i64::from(percent))),
            }),
        }
    }

    /// The QR code of a way to pay, as a picture of one path. Black on white in any scheme: readers expect it.
    pub(super) fn qr(&self, place: usize) -> String {
        let payment = self.catalog.config.payments.get(place);
        let text = payment.and_then(|payment| payment.transfer.as_ref()?.qr.as_deref());
        let Some(code) = text.and_then(|text| QrCode::encode_text(text, QrCodeEcc::Medium).ok()) else {
            return String::new();
        };
        let side = code.size() + 2 * QUIET;
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let path: String = dark
            .filter(|(x, y)| code.get_module(*x, *y))
            .map(|(x, y)| format!("M{},{}h1v1h-1z", x + QUIET, y + QUIET))
            .collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0,0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>\n"
        )
    }
}

/// A way to pay for goods that are paid on a page of their own: that page stands in place of the shop's first one, and
/// the shop's others, which know nothing of it, are left out.
fn own_page(mut payment: PaymentChoice, first: bool, page: &str) -> Option<PaymentChoice> {
    payment.link = payment.link.filter(|_| first).map(|_| page.to_owned());
    (payment.link.is_some() || payment.transfer.is_some()).then_some(payment)
}
