//! Arguments as typed.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::{diag::Speech, orders::Courier};

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
    /// Check the orders of exports: signature, price, stock, phone, zone, copies
    #[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
    Orders {
        #[command(flatten)]
        files: OrdersFiles,
        #[command(flatten)]
        place: Place,
        #[command(subcommand)]
        command: Option<OrdersCommand>,
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
    /// Write counts from a sheet, CSV or XLSX, into the products' files: all of them, or none
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
pub(super) struct OrdersFiles {
    /// Exports of the service that takes the orders: CSV, XLSX, JSON, or raw bodies of the form
    #[arg(required = true, value_name = "EXPORT")]
    pub(super) exports: Vec<PathBuf>,
    /// Write a sheet of the orders (`orders/orders.csv`, when no file is named; XLSX, when the file is called so)
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub(super) sheet: Option<Option<PathBuf>>,
    /// Write packing slips to print (`orders/slips.html`, when no file is named)
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub(super) slips: Option<Option<PathBuf>>,
    /// Write the counts that are left, for `posra stock set` (`orders/stock.csv`, when no file is named; or XLSX)
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    pub(super) stock: Option<Option<PathBuf>>,
    /// Write a sheet for this courier
    #[arg(long, value_enum)]
    pub(super) courier: Option<CourierName>,
    /// The courier's file (`orders/parcels.csv`, when left out; or XLSX)
    #[arg(long, value_name = "FILE", requires = "courier")]
    pub(super) parcels: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum OrdersCommand {
    /// Make a pair of keys that sign orders
    Key,
    /// Print the script that takes orders into a Google sheet
    Script {
        #[command(flatten)]
        place: Place,
    },
}

/// A courier whose columns are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CourierName {
    /// Steadfast
    Steadfast,
    /// Pathao
    Pathao,
    /// RedX
    Redx,
    /// Paperfly
    Paperfly,
}

impl From<CourierName> for Courier {
    fn from(name: CourierName) -> Self {
        match name {
            CourierName::Steadfast => Self::Steadfast,
            CourierName::Pathao => Self::Pathao,
            CourierName::Redx => Self::Redx,
            CourierName::Paperfly => Self::Paperfly,
        }
    }
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
