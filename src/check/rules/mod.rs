//! The rules, one file each.

mod addresses;
mod before;
mod identity;
mod lengths;
mod pictures;
mod policies;
mod translations;

use super::Rule;
use crate::diag::Code;

/// Every rule, in the order of their codes.
pub(super) const ALL: &[Rule] = &[
    Rule { code: Code::CHECK_ADDRESS_MOVED, look: addresses::old },
    Rule { code: Code::CHECK_NO_IDENTITY, look: identity::no_identity },
    Rule { code: Code::CHECK_NO_PICTURE, look: pictures::no_picture },
    Rule { code: Code::CHECK_NO_SUPPORT, look: identity::no_support },
    Rule { code: Code::CHECK_SAME_ALT, look: pictures::same_alt },
    Rule { code: Code::CHECK_SUMMARY_LONG, look: lengths::summary },
    Rule { code: Code::CHECK_TAG_NAMES, look: translations::tag_names },
    Rule { code: Code::CHECK_TITLE_LONG, look: lengths::title },
    Rule { code: Code::POLICY_MISSING, look: policies::missing },
    Rule { code: Code::TRANSLATION_MISSING, look: translations::missing },
];
