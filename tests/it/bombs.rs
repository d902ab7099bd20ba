//! Pictures made to hurt: each gives its diagnostic where it is named, in little time and memory, or a sound site.

use std::{io::Write, path::Path, process::Command};

use crate::support::{Shop, repository, tell, tree};

/// What a run took: CPU milliseconds, peak memory in KiB, what it said.
pub(super) struct Run {
    pub(super) cpu: f64,
    pub(super) peak: f64,
    pub(super) said: String,
}

/// Runs `posra build`.
fn run(shop: &Shop) -> Run {
    posra(&["build", "--format", "json", "--now", "2026-11-21"], shop.path())
}

/// Runs posra in a folder, below Python, whose `resource` module knows what the run took.
pub(super) fn posra(arguments: &[&str], folder: &Path) -> Run {
    const SCRIPT: &str = "import json, resource, subprocess, sys\n\
        done = subprocess.run(sys.argv[1:], capture_output=True, text=True)\n\
        used = resource.getrusage(resource.RUSAGE_CHILDREN)\n\
        print(json.dumps([(used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss]))\n\
        print(done.stdout)";
    let output = Command::new("python3")
        .args(["-c", SCRIPT, env!("CARGO_BIN_EXE_posra")])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (figures, said) = text.split_once('\n').unwrap();
    let figures: Vec<f64> = serde_json::from_str(figures).unwrap();
    Run { cpu: figures[0], peak: figures[1], said: said.to_owned() }
}

fn shop(name: &str, bytes: &[u8]) -> Shop {
    let shop = Shop::base();
    let front = format!(
        "sku = \"CUP\"\ntitle = \"Cup\"\nsummary = \"A cup.\"\nprice = 1\npictures = [{{ file = \"{name}\", alt = \"A cup\" }}]\n"
    );
    shop.write("content/products/cup/index.md", &format!("+++\n{front}+++\n"));
    shop.write_bytes(&format!("content/products/cup/{name}"), bytes);
    shop
}

fn small() -> Vec<u8> {
    std::fs::read(repository().join("tests/cases/pictures/small.png")).unwrap()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name, data].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    [&(data.len() as u32).to_be_bytes()[..], &named, &sum.sum().to_be_bytes()].concat()
}

/// So many zeros, deflated.
fn deflated(length: usize) -> Vec<u8> {
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..length >> 20 {
        writer.write_all(&zeros).unwrap();
    }
    writer.finish().unwrap()
}

/// `small`, with chunks before its pixels.
fn png_with(chunks: &[u8]) -> Vec<u8> {
    let png = small();
    let place = png.windows(4).position(|window| window == b"IDAT").unwrap() - 4;
    [&png[..place], chunks, &png[place..]].concat()
}

fn text_bomb(name: &[u8; 4], before: &[u8]) -> Vec<u8> {
    let data = [before, &deflated(512 << 20)].concat();
    png_with(&chunk(name, &data).repeat(4))
}

/// Pixels of a picture of 24 x 32 with half a gigabyte behind them.
fn pixel_bomb() -> Vec<u8> {
    let header = [&32_u32.to_be_bytes()[..], &24_u32.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let parts = [chunk(b"IHDR", &header), chunk(b"IDAT", &deflated(512 << 20)), chunk(b"IEND", &[])];
    [b"\x89PNG\r\n\x1a\n".to_vec(), parts.concat()].concat()
}

/// A GIF of so many frames, each as large as the whole.
fn gif(side: u16, frames: usize) -> Vec<u8> {
    let sides = [side.to_le_bytes(), side.to_le_bytes()].concat();
    let head = [b"GIF89a", &sides[..], &[0x80, 0, 0, 0, 0, 0, 255, 255, 255]].concat();
    // Clear, one pixel of colour 0, end: the rest of the frame stays empty.
    let frame = [&[0x2C, 0, 0, 0, 0][..], &sides, &[0, 2, 2, 0x44, 0x01, 0]].concat();
    [head, frame.repeat(frames), vec![0x3B]].concat()
}

/// A WebP that announces and holds so many frames.
fn webp(frames: usize) -> Vec<u8> {
    let riff = |name: &[u8; 4], data: &[u8]| {
        [&name[..], &(data.len() as u32).to_le_bytes(), data, &vec![0; data.len() % 2]].concat()
    };
    let still = webpx::Encoder::new_rgb(&[90; 3 * 64 * 64], 64, 64).encode(webpx::Unstoppable).unwrap();
    let frame = [&[0; 6][..], &[63, 0, 0, 63, 0, 0, 40, 0, 0, 0], &still[12..]].concat();
    let header = riff(b"VP8X", &[0x02, 0, 0, 0, 63, 0, 0, 63, 0, 0]);
    let body =
        [b"WEBP".to_vec(), header, riff(b"ANIM", &[0; 6]), riff(b"ANMF", &frame).repeat(frames)].concat();
    riff(b"RIFF", &body)
}

/// What is published decodes, and is as small as what was given.
fn is_sound(public: &Path) -> bool {
    tree(public)
        .iter()
        .filter(|(path, _)| path.starts_with("pictures/"))
        .all(|(_, bytes)| posra::image::decode(bytes).is_ok_and(|bitmap| bitmap.width() <= 2000))
}

#[test]
fn bombs_cost_little_and_are_told_where_they_are_named() {
    let usual = run(&shop("a.png", &small()));
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let bombs: [(&str, Vec<u8>, Option<&str>); 14] = [
        ("nothing.png", Vec::new(), Some("picture.unreadable")),
        ("zeros.jpg", vec![0; 4096], Some("picture.kind")),
        ("words.png", b"I am no picture.".to_vec(), Some("picture.kind")),
        ("cut.png", cut(small()), Some("picture.unreadable")),
        ("cut.gif", cut(gif(64, 40)), Some("picture.unreadable")),
        ("cut.webp", cut(webp(40)), Some("picture.unreadable")),
        ("other.jpg", small(), None),
        ("ztxt.png", text_bomb(b"zTXt", b"Comment\0\0"), None),
        ("itxt.png", text_bomb(b"iTXt", b"Comment\0\x01\0\0\0"), None),
        ("iccp.png", text_bomb(b"iCCP", b"sRGB\0\0"), None),
        ("pixels.png", pixel_bomb(), None),
        ("frames.gif", gif(64, 10_000), None),
        ("large.gif", gif(800, 10_000), None),
        ("frames.webp", webp(10_000), None),
    ];
    for (name, bytes, code) in bombs {
        let shop = shop(name, &bytes);
        // Other tests run beside this one: the least of three is the program's own.
        let runs = [run(&shop), run(&shop), run(&shop)];
        let run = runs.into_iter().min_by(|one, other| one.cpu.total_cmp(&other.cpu)).unwrap();
        let more = (run.peak - usual.peak) / 1024.0;
        tell(&format!("{name}: {:.0} ms of CPU, {more:.0} MiB more than a small picture", run.cpu));
        match code {
            Some(code) => {
                assert!(run.said.contains(&format!("\"{code}\"")), "{name}: {}", run.said);
                assert!(run.said.contains("content/products/cup/index.md"), "{name}: {}", run.said);
                assert!(!shop.path().join("public").exists(), "{name} was published");
            }
            None => assert!(is_sound(&shop.path().join("public")), "{name} was published broken"),
        }
        assert!(run.cpu - usual.cpu < 100.0, "{name} took {:.0} ms", run.cpu);
        assert!(more < 50.0, "{name} took {more:.0} MiB");
    }
}
