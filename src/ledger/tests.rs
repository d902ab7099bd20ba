//! Wrong bytes cost time and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;

const STAT: Stat = Stat { len: 3, modified: 1_000_000_000_000_000_000, inode: 7 };

fn full() -> Ledger {
    let digest = Digest::of(b"x");
    let output = Output { fingerprint: digest, content: digest, stat: STAT };
    let source = Source { stat: STAT, digest, facts: Some(vec![1, 2, 3]) };
    Ledger {
        program: Some(digest),
        run: None,
        began: STAT.modified + 1,
        ended: STAT.modified + 1,
        outputs: [(Address::page(["products", "কাপ"]), output)].into(),
        sources: [(ShopPath::read("content/a.md").unwrap(), source)].into(),
    }
}

#[test]
fn comes_back_as_it_went() {
    let ledger = full();
    assert_eq!(Ledger::from_bytes(&ledger.to_bytes()), ledger);
    assert_eq!(ledger.to_bytes(), full().to_bytes());
}

#[test]
fn any_cut_or_changed_byte_makes_it_empty() {
    let bytes = full().to_bytes();
    for at in 0..bytes.len() {
        assert_eq!(Ledger::from_bytes(&bytes[..at]), Ledger::default(), "cut at {at}");
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        assert_eq!(Ledger::from_bytes(&changed), Ledger::default(), "changed at {at}");
    }
    let other = sealed::seal(b"posra ledger 0\n", &postcard::to_stdvec(&full()).unwrap());
    assert_eq!(Ledger::from_bytes(&other), Ledger::default());
}

#[test]
fn record_is_believed_only_when_older_and_equal() {
    let mut ledger = full();
    let (address, path) = (Address::page(["products", "কাপ"]), ShopPath::read("content/a.md").unwrap());
    let known = |ledger: &Ledger, now: &Stat| {
        (ledger.output(&address, now).is_some(), ledger.source(&path, now).is_some())
    };
    assert_eq!(known(&ledger, &STAT), (true, true));
    for other in
        [Stat { len: 4, ..STAT }, Stat { inode: 8, ..STAT }, Stat { modified: STAT.modified - 1, ..STAT }]
    {
        assert_eq!(known(&ledger, &other), (false, false));
    }
    ledger.began = STAT.modified;
    assert_eq!(known(&ledger, &STAT), (true, false));
    ledger.ended = STAT.modified;
    assert_eq!(known(&ledger, &STAT), (false, false));
}
