//! Builds that are killed while they develop pictures: the next one gives the site of a clean build.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::support::{Shop, tell, tree};

const KILLS: usize = 200;
const PICTURES: usize = 24;

/// A shop with pictures that take the most of a build's time.
fn shop() -> Shop {
    let shop = Shop::base();
    let mut listed = String::new();
    for number in 0..PICTURES {
        let mut seed = number as u32 + 1;
        let picture = image::RgbImage::from_fn(320, 240, |x, y| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb([x as u8, y as u8, (seed >> 26) as u8 + number as u8])
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        shop.write_bytes(&format!("content/products/cup/{number}.png"), &bytes.into_inner());
        listed.push_str(&format!("  {{ file = \"{number}.png\", alt = \"A cup, {number}\" }},\n"));
    }
    let front =
        format!("sku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\npictures = [\n{listed}]\n");
    shop.write("content/products/cup/index.md", &format!("+++\n{front}+++\n"));
    shop
}

fn build(shop: &Shop) -> Child {
    Command::new(env!("CARGO_BIN_EXE_posra"))
        .args(["build", "--now", "2026-11-21"])
        .current_dir(shop.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn whole(shop: &Shop) -> BTreeMap<String, Vec<u8>> {
    let output = build(shop).wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&shop.path().join("public"))
}

/// Files in a folder, at any depth.
fn count(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let entries = entries.filter_map(Result::ok).map(|entry| entry.path());
    entries.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}

#[test]
fn two_hundred_kills_leave_two_hundred_clean_builds() {
    let shop = shop();
    let clean = whole(&shop);
    let store = shop.path().join(".posra/pictures");
    let files = count(&store);
    assert!(files >= PICTURES * 5, "only {files} files are developed");
    let mut half = 0;
    for kill in 0..KILLS {
        fs::remove_dir_all(shop.path().join(".posra")).unwrap();
        if kill % 2 == 0 {
            fs::remove_dir_all(shop.path().join("public")).unwrap();
        }
        let mut run = build(&shop);
        let until = files * kill / KILLS;
        while run.try_wait().unwrap().is_none() && count(&store) <= until {
            std::hint::spin_loop();
        }
        let _ = run.kill();
        run.wait().unwrap();
        half += usize::from((1..files).contains(&count(&store)));
        assert!(whole(&shop) == clean, "after kill {kill} the site is another");
    }
    assert!(half > KILLS / 2, "only {half} runs were killed while they developed");
    tell(&format!("{half} of {KILLS} runs were killed while pictures were developed"));
}
