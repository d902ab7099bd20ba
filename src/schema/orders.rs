//! `[orders]` and `[[payments]]` of `posra.toml`, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{At, Fact, Words};

/// Where order forms go.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Orders {
    /// `netlify`, `formspree`, `web3forms`, `basin`, `apps-script` or `endpoint`.
    pub service: At<Service>,
    /// Netlify: the form's name (left out: `order`). Formspree and Basin: the form's id. Web3Forms: the access key. Google: the script's deployment id.
    pub form: Option<At<String>>,
    /// Endpoint: the address that takes the order; https, or http on the loopback.
    pub endpoint: Option<At<String>>,
    /// Other origins that the endpoint is known to redirect to, such as `https://pay.example`.
    #[serde(default)]
    pub redirects: Vec<At<String>>,
    /// Most pieces in one order; left out: 10.
    pub max_quantity: Option<At<u16>>,
    /// What the buyer chooses the place of delivery from: `zone` or `district`. Left out: `zone`.
    pub place: Option<At<OrderPlace>>,
    /// Hours within which the shop answers an order, said on the thank-you page.
    pub reply_hours: Option<At<u16>>,
    /// How orders are signed, so that a changed price is seen. Left out: they are not signed.
    pub tickets: Option<At<Tickets>>,
}

/// What the buyer chooses the place of delivery from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrderPlace {
    /// Delivery zones.
    Zone,
    /// Districts of the country; each says which zone it is in.
    District,
}

/// How orders are signed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tickets {
    /// Public keys, the one that signs now first; older ones keep what they signed valid. `posra orders key` makes one.
    pub keys: Vec<At<String>>,
    /// Environment variable with the private key; its name begins with `POSRA_`. Left out: `POSRA_ORDER_KEY`.
    pub variable: Option<At<String>>,
    /// File with the private key, as a path from the shop's folder; keep it out of git. Read when the variable is not set.
    pub file: Option<At<String>>,
    /// How long prices hold that no offer ends: to the end of the `month`, `quarter` or `year` after this one. Left out: `quarter`.
    pub until: Option<At<TicketPeriod>>,
}

/// A part of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TicketPeriod {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}

/// Service that takes the orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// Netlify Forms.
    Netlify,
    /// Formspree.
    Formspree,
    /// Web3Forms.
    Web3forms,
    /// Basin.
    Basin,
    /// A Google sheet, through the script that `posra orders script` prints.
    AppsScript,
    /// Any address that keeps the contract in `docs/`.
    Endpoint,
}

/// One way to pay.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    /// Short handle, posted with an order, such as `cod`.
    pub id: At<String>,
    /// `cash-on-delivery`, `bkash`, `nagad`, `rocket`, `bank-transfer`, `card`, `payment-link`, `hosted` or `other`.
    pub kind: At<PaymentKind>,
    /// What the buyer reads; left out means the kind's name in the theme.
    pub name: Option<At<Words>>,
    /// What the buyer has to do, in a sentence.
    pub note: Option<At<Words>>,
    /// Wallets and banks: the number that the buyer sends the money to, as it is to be typed. The form then asks for the number of the transfer.
    pub number: Option<At<String>>,
    /// Wallets: `personal` (the buyer chooses "Send Money"), `merchant` ("Payment") or `agent` ("Cash Out").
    pub account: Option<At<AccountKind>>,
    /// Whose account it is.
    pub holder: Option<At<String>>,
    /// Bank and branch.
    pub bank: Option<At<String>>,
    /// What the QR code of the account says, as the wallet's own app reads it; at most 200 bytes. Shown on the thank-you page.
    pub qr: Option<At<String>>,
    /// `payment-link` and `card`: the page of the payment service on which the buyer pays.
    pub link: Option<At<String>>,
    /// What is paid beforehand when it is not everything: an amount such as `200`, or a part such as `"10%"`.
    pub advance: Option<At<Fact>>,
}

/// Kind of a wallet's account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// A person's: "Send Money".
    Personal,
    /// A business's: "Payment".
    Merchant,
    /// An agent's: "Cash Out".
    Agent,
}

/// Kind of payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentKind {
    /// Cash when the goods arrive.
    CashOnDelivery,
    /// bKash.
    Bkash,
    /// Nagad.
    Nagad,
    /// Rocket.
    Rocket,
    /// Bank transfer.
    BankTransfer,
    /// Card.
    Card,
    /// A page of a payment service; needs `link`.
    PaymentLink,
    /// The endpoint leads the buyer to a gateway.
    Hosted,
    /// Anything else; needs a name.
    Other,
}
