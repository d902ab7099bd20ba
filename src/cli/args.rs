//! Arguments as typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diag::Speech;

/// A folder of products becomes a shop.
#[derive(Debug, Parser)]
#[command(name = "posra", version, about, propagate_version = true)]
pub(super) struct Args {
    /// Language of what the program says (the reader's, when left out)
    #[arg(long, global = true, value_enum)]
    pub(super) speak: Option<Speak>,
    /// Form of the report
    #[arg(long, global = true, value_enum, default_value = "text")]
    pub(super) format: Form,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the shop's site
    Build {
        #[command(flatten)]
        place: Place,
        /// Address in place of the one in posra.toml
        #[arg(long, value_name = "URL")]
        address: Option<String>,
        /// Output folder (`public` in the shop's folder, when left out)
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
        /// Develop the pictures alone and keep them, to warm a cache
        #[arg(long, conflicts_with_all = ["address", "out"])]
        pictures_only: bool,
    },
    /// Take away what posra keeps between builds; the next build makes it anew
    Clean {
        #[command(flatten)]
        place: Place,
        /// Developed pictures alone
        #[arg(long)]
        pictures: bool,
    },
    /// Look for faults without writing anything
    Check {
        #[command(flatten)]
        place: Place,
        /// Write what is sure into the shop's files: all of it, or nothing
        #[arg(long)]
        fix: bool,
    },
    /// See the shop in a browser while writing it
    Serve {
        #[command(flatten)]
        place: Place,
        /// Port on this computer
        #[arg(long, value_name = "N", default_value_t = 8000)]
        port: u16,
    },
    /// List goods that are low or sold out, or write counts from a sheet
    Stock {
        #[command(flatten)]
        place: Place,
        /// List everything
        #[arg(long)]
        all: bool,
        /// As a sheet, which `stock set` takes back
        #[arg(long)]
        csv: bool,
        #[command(subcommand)]
        set: Option<StockCommand>,
    },
    /// Make the smallest shop that builds
    Init {
        /// A new or empty folder
        folder: PathBuf,
    },
    /// Print the JSON Schema of a file, or the names of all of them
    Schema {
        /// Name of the schema, such as `product`
        name: Option<String>,
        /// Print the reference page in Markdown instead
        #[arg(long)]
        reference: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum StockCommand {
    /// Write counts from a CSV sheet into the products' files: all of them, or none
    Set {
        /// Sheet with the columns `sku` and `stock`
        sheet: PathBuf,
        /// Leave the days of the counts as they are
        #[arg(long)]
        keep_date: bool,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Place {
    /// The shop's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
    /// Day (2026-11-21) or moment (2026-11-21T10:00:00Z) of the build, in place of now
    #[arg(long, value_name = "WHEN")]
    pub(super) now: Option<String>,
}

/// Language of what the program says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Speak {
    /// Bengali
    Bn,
    /// English
    En,
}

impl From<Speak> for Speech {
    fn from(speak: Speak) -> Self {
        match speak {
            Speak::Bn => Self::Bengali,
            Speak::En => Self::English,
        }
    }
}

/// Form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// For people
    Text,
    /// For programs: one JSON object
    Json,
}
