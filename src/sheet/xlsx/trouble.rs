//! Why a file of a spreadsheet is not read. In: what a lower reader said; out: one diagnostic. It repairs nothing.

use zip::result::ZipError;

use crate::diag::{Code, Diagnostic, Place};

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is no XLSX: an old or other spreadsheet, or anything else that is packed.
    Foreign,
    /// It is behind a password.
    Locked,
    /// It is cut short, or not as the format says.
    Damaged(String),
    /// It is more than is read.
    Large,
}

impl Trouble {
    /// The same, of what stands in a file against the format.
    pub(super) fn damaged(cause: impl ToString) -> Self {
        Self::Damaged(cause.to_string())
    }

    /// As it is told of `file`.
    pub(crate) fn told(self, file: &str) -> Diagnostic {
        let told = |code| Diagnostic::error(code).at(Place::file(file));
        match self {
            Self::Foreign => told(Code::SHEET_FOREIGN),
            Self::Locked => told(Code::SHEET_LOCKED),
            Self::Damaged(cause) => told(Code::SHEET_DAMAGED).with("cause", cause),
            Self::Large => told(Code::SHEET_LARGE),
        }
    }
}

impl From<quick_xml::Error> for Trouble {
    fn from(cause: quick_xml::Error) -> Self {
        Self::damaged(cause)
    }
}

impl From<ZipError> for Trouble {
    fn from(cause: ZipError) -> Self {
        match cause {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
                Self::Locked
            }
            cause => Self::damaged(cause),
        }
    }
}
