//! Names the program by its sources, so that a page made by another program is made anew.
//!
//! No clock, commit or path goes in: the same sources give the same name on every machine.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = vec![root.join("Cargo.toml"), root.join("Cargo.lock")];
    collect(&root.join("src"), &mut files)?;
    files.sort();
    let mut hasher = blake3::Hasher::new();
    for file in files.iter().filter(|file| file.exists()) {
        let name = file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        hasher.update(name.as_bytes());
        hasher.update(&[0]);
        hasher.update(blake3::hash(&fs::read(file)?).as_bytes());
    }
    println!("cargo::rustc-env=POSRA_BUILD_ID={}", hasher.finalize().to_hex());
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=Cargo.lock");
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
