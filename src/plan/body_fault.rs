//! Faults of bodies as they are told.

use crate::{
    diag::{Code, Diagnostic, Place},
    markdown::{BodyFaultKind, LinkFault, PictureLinkFault},
};

/// Where a link written as `[words](/where/)` leads; the whole of it in any other form.
fn destination(written: &str) -> &str {
    written.rsplit_once("](").map_or(written, |(_, rest)| rest.trim_end_matches(')'))
}

/// A fault of a body at `place`, where `written` stands. `refused` are pictures with the reason.
pub(super) fn diagnostic(
    kind: BodyFaultKind,
    written: &str,
    place: Place,
    refused: &[(String, Diagnostic)],
) -> Diagnostic {
    let block = |code: Code| Diagnostic::error(code).at(place.clone()).with("value", written);
    match kind {
        BodyFaultKind::Link(LinkFault::Broken { near }) => {
            let fault = Diagnostic::error(Code::LINK_BROKEN).at(place).with("value", destination(written));
            match near {
                Some(near) => fault.with("near", near),
                None => fault,
            }
        }
        BodyFaultKind::Link(LinkFault::Scheme) => {
            Diagnostic::error(Code::LINK_SCHEME).at(place).with("value", destination(written))
        }
        BodyFaultKind::Picture(PictureLinkFault::Elsewhere) => {
            Diagnostic::error(Code::PICTURE_ELSEWHERE).at(place).with("value", destination(written))
        }
        BodyFaultKind::Picture(PictureLinkFault::Broken { .. }) => {
            match refused.iter().find(|(name, _)| written.contains(name.as_str())) {
                Some((_, fault)) => Diagnostic { place: Some(place), ..fault.clone() },
                None => Diagnostic::error(Code::PICTURE_MISSING).at(place).with("value", written),
            }
        }
        BodyFaultKind::NoAlt => {
            Diagnostic::warning(Code::PICTURE_ALT_MISSING).at(place).with("value", written)
        }
        BodyFaultKind::RawHtml => Diagnostic::warning(Code::TEXT_HTML).at(place),
        BodyFaultKind::Deep => Diagnostic::warning(Code::TEXT_DEEP).at(place),
        BodyFaultKind::BlockUnknown { known } => Diagnostic::error(Code::BLOCK_UNKNOWN)
            .at(place)
            .with("value", written)
            .with("known", known.join(", "))
            .did_you_mean(written, known.iter().copied()),
        BodyFaultKind::BlockInside => block(Code::BLOCK_INSIDE),
        BodyFaultKind::BlockOpen => block(Code::BLOCK_OPEN),
        BodyFaultKind::BlockEmpty => block(Code::BLOCK_EMPTY),
        BodyFaultKind::BlockPicture => block(Code::BLOCK_PICTURE),
        BodyFaultKind::BlockTwice => block(Code::BLOCK_TWICE),
        BodyFaultKind::NoticeWords => block(Code::BLOCK_NOTICE),
    }
}
