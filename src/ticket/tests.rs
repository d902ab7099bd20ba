//! Laws of tickets.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::base::{money::Money, name::Sku};

const SHOP: &str = "clay.example/";
const UNTIL: Date = date(2026, 12, 31);

fn seal(byte: u8) -> Seal {
    Seal::from_bytes([byte; 32])
}

fn promise() -> Promise {
    let priced = |sku: &str, price, tiers: &[(u32, i64)]| Priced {
        sku: Sku::read(sku).unwrap(),
        price: Money::from_minor(price),
        tiers: tiers.iter().map(|(from, price)| (*from, Money::from_minor(*price))).collect(),
    };
    Promise {
        shop: SHOP.to_owned(),
        currency: "BDT".to_owned(),
        goods: vec![priced("CUP-S", 45_000, &[]), priced("CUP-L", 60_000, &[(5, 55_000), (20, 50_000)])],
        delivery: Mark::of(b"delivery"),
        returns: Mark::of(b"returns"),
        until: UNTIL,
    }
}

fn ticket(seal: &Seal) -> String {
    seal.sign(&promise().facts(seal.public()))
}

#[test]
fn a_ticket_comes_back_as_it_was_signed() {
    let seal = seal(7);
    let keys = [seal.public().clone()];
    let ticket = ticket(&seal);
    assert_eq!(ticket, self::ticket(&seal), "the same facts give the same ticket");
    assert!(ticket.is_ascii() && !ticket.contains(' '));
    assert_eq!(judge(&ticket, SHOP, &keys, UNTIL), Verdict::Valid(promise()));
    assert_eq!(judge(&ticket, SHOP, &keys, UNTIL.tomorrow().unwrap()), Verdict::Expired(promise()));
    assert_eq!(judge(&ticket, "other.example/", &keys, UNTIL), Verdict::OtherShop(SHOP.to_owned()));
    assert_eq!(judge("", SHOP, &keys, UNTIL), Verdict::Unsigned);
    let id = seal.public().id().to_owned();
    assert_eq!(judge(&ticket, SHOP, &[self::seal(8).public().clone()], UNTIL), Verdict::UnknownKey(id));
}

#[test]
fn a_new_key_keeps_old_tickets_valid() {
    let (old, new) = (seal(1), seal(2));
    let keys = [new.public().clone(), old.public().clone()];
    for seal in [&old, &new] {
        assert_eq!(judge(&ticket(seal), SHOP, &keys, UNTIL), Verdict::Valid(promise()));
    }
}

#[test]
fn keys_are_read_as_they_are_written_and_private_ones_show_nothing() {
    let seal = seal(9);
    assert_eq!(PublicKey::read(seal.public().as_str()).as_ref(), Ok(seal.public()));
    assert_eq!(Seal::read(&seal.secret()).unwrap().public(), seal.public());
    assert!(!format!("{seal:?}").contains(&seal.secret()[..8]));
    for broken in ["", "short", "!!!!", &"A".repeat(44)] {
        assert_eq!(PublicKey::read(broken), Err(KeyFault::Unreadable), "{broken}");
        assert!(Seal::read(broken).is_err(), "{broken}");
    }
}

/// RFC 8032, section 7.1, test 1: the empty text.
#[test]
fn signatures_are_those_of_the_standard() {
    let hex = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap();
    let seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    let seal = Seal::from_bytes(seed.try_into().unwrap());
    let wanted = hex(concat!(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ));
    assert_eq!(seal.sign("").strip_prefix('*').unwrap(), data_encoding::BASE64URL_NOPAD.encode(&wanted));
}

proptest! {
    #[test]
    fn any_other_character_anywhere_is_seen(place in 0usize..2000, other in "[ -~]") {
        let seal = seal(3);
        let ticket = ticket(&seal);
        let place = place % ticket.len();
        let mut altered = ticket.clone();
        altered.replace_range(place..=place, &other);
        // A space at the edge is what copying leaves behind.
        prop_assume!(altered.trim() != ticket);
        let verdict = judge(&altered, SHOP, &[seal.public().clone()], UNTIL);
        prop_assert!(verdict.promise().is_none(), "{altered}");
    }

    #[test]
    fn no_text_is_a_ticket(text in "\\PC{0,300}") {
        prop_assert!(judge(&text, SHOP, &[seal(3).public().clone()], UNTIL).promise().is_none());
    }
}
