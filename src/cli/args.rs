//! The words of the command line, and nothing else.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::day::Day;
use crate::diag::Severity;
use crate::diff::Level;
use crate::gate::Line;
use crate::model::words::Confidence;
use crate::report::Format;

/// Finds the gaps in a country's legal and policy framework, and shows the grounds of every verdict.
#[derive(Debug, Parser)]
#[command(name = "lacuna", version, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 nothing reached the --fail-on line, 1 something did, 2 the command line made no \
                        sense, 3 bad input (what could be read was audited, and the rest is named)."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Audit frameworks against checklists and write the gap report
    Audit(AuditOptions),
    /// Check whether files hold together
    Check(CheckOptions),
    /// Put countries side by side: tables, shared gaps, and what one has and another lacks
    Compare(CompareOptions),
    /// Show what changed between two sides: days, drafts, git revisions, files or folders
    Diff(DiffOptions),
    /// Show how a verdict comes about: the rule as a tree, each part with its grounds
    Explain(ExplainOptions),
    /// Write a framework to fill in, with every topic and commitment in place as a comment
    New(NewOptions),
    /// Write the JSON Schema of a kind of file, for editors
    Schema(SchemaOptions),
    /// Rewrite files in canonical order and layout, every comment kept
    Fmt(FmtOptions),
    /// Speak with an editor: diagnostics, completion, explanations (language server on standard input and output)
    Lsp(LspOptions),
    /// Write the completions of a shell to standard output
    Completions(CompletionsOptions),
    /// Write the manual pages into a folder
    Man(ManOptions),
    /// Write one self-contained page for a region: countries by items, every verdict with its grounds
    Site(SiteOptions),
}

/// What several commands ask: which standard, which day, which drafts.
#[derive(Args, Debug)]
pub(super) struct Standard {
    /// A checklist by id (annex-d, annex-b) or file; every embedded one if left out
    #[arg(long, value_name = "ID|FILE")]
    pub(super) checklist: Vec<String>,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// The day of the audit; the framework's `reviewed` if left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// Lay a draft over the framework; repeat it to lay several in order
    #[arg(long = "with", value_name = "OVERLAY")]
    pub(super) drafts: Vec<PathBuf>,
    /// Leave out what is known less well than this: recalled, reported or verified
    #[arg(long, value_name = "CONFIDENCE", default_value = "recalled", value_parser = confidence)]
    pub(super) min_confidence: Confidence,
}

#[derive(Args, Debug)]
pub(super) struct AuditOptions {
    /// Framework files, or folders of them; `frameworks` if left out
    #[arg(value_name = "FRAMEWORK")]
    pub(super) frameworks: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) standard: Standard,
    /// Format of the report; markdown, or text on a terminal, if left out
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub(super) format: Option<String>,
    /// Write here instead of to standard output: a file, or a folder with one file per country
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
    /// End with exit code 1 if any of these occurs: a verdict on an item (gap, conflict, partial, unknown, met,
    /// not-applicable), owed (a duty that is not met), regression (against --baseline), error, warning or note (a diagnostic of this severity or a graver one)
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = line)]
    pub(super) fail_on: Vec<Line>,
    /// Hold the findings against this baseline and mark what is new, worsened, improved, resolved
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write the findings down as a baseline for later audits
    #[arg(long, value_name = "FILE")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Mark the findings that somebody decided to live with; waivers.yaml, if it is there, if left out
    #[arg(long, value_name = "FILE")]
    pub(super) waivers: Option<PathBuf>,
    /// How many frameworks are worked on at a time where each has a report of its own; as many as there are processors, if
    /// left out. What is written does not depend on it
    #[arg(long, value_name = "NUMBER")]
    pub(super) threads: Option<NonZeroUsize>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
#[command(after_help = "A side is [REV:]PATH[@DATE]: a file or folder, on a day, in a git revision.\n\nExamples:\n  \
                        lacuna diff frameworks/thailand.yaml@2008-01-01 frameworks/thailand.yaml@2008-07-01\n  \
                        lacuna diff frameworks/viet-nam.yaml --since 2009-08-31\n  \
                        lacuna diff frameworks/viet-nam.yaml --with bill.yaml\n  \
                        lacuna diff origin/main:frameworks frameworks --fail-on regression")]
pub(super) struct DiffOptions {
    /// The old side and the new one: two records, or two versions of a bill; one alone with --with, --old-with or --since
    #[arg(value_name = "SIDE", num_args = 1..=2, required = true)]
    pub(super) sides: Vec<String>,
    /// The record that two versions of a bill are laid on; that of their country in `frameworks` if left out
    #[arg(long, value_name = "SIDE")]
    pub(super) on: Option<String>,
    /// The old side: the same path on a day, or in a git revision
    #[arg(long, value_name = "DATE|REV")]
    pub(super) since: Option<String>,
    /// Lay a draft over the new side; repeat it to lay several in order
    #[arg(long = "with", value_name = "OVERLAY")]
    pub(super) drafts: Vec<PathBuf>,
    /// Lay a draft over the old side: with --with, two versions of a bill
    #[arg(long = "old-with", value_name = "OVERLAY")]
    pub(super) old_drafts: Vec<PathBuf>,
    /// Compare the records of two countries
    #[arg(long)]
    pub(super) across: bool,
    /// A checklist by id (annex-d, annex-b) or file; every embedded one if left out
    #[arg(long, value_name = "ID|FILE")]
    pub(super) checklist: Vec<String>,
    /// The edition of a checklist for the old side, where that is another
    #[arg(long, value_name = "[REV:]FILE")]
    pub(super) old_checklist: Vec<String>,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// The day of a side that names none; the framework's `reviewed` if left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// Leave out what is known less well than this: recalled, reported or verified
    #[arg(long, value_name = "CONFIDENCE", default_value = "recalled", value_parser = confidence)]
    pub(super) min_confidence: Confidence,
    /// text, markdown or json; markdown, or text on a terminal, if left out
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<String>,
    /// Write to this file instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// End with exit code 1 if anything changed at one of these levels: improvement, regression, lateral, editorial
    #[arg(long, value_name = "LEVELS", value_delimiter = ',', value_parser = level)]
    pub(super) fail_on: Vec<Level>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct CheckOptions {
    /// Files of any kind, or folders of them; `frameworks` if left out
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// Format of the diagnostics
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = CheckFormat::Text)]
    pub(super) format: CheckFormat,
    /// End with exit code 1 on a diagnostic of this severity or a graver one; errors end with 3 in any case
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub(super) fail_on: Option<Severity>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct CompareOptions {
    /// Framework files, or folders of them; `frameworks` if left out
    #[arg(value_name = "FRAMEWORK")]
    pub(super) frameworks: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) standard: Standard,
    /// Only this section or item, such as international or annex-d/child-definition; repeat it for several
    #[arg(long, value_name = "SECTION|ITEM")]
    pub(super) only: Vec<String>,
    /// A line for each element instead of each item
    #[arg(long)]
    pub(super) elements: bool,
    /// Dots only, as the matrix of Annex B is printed
    #[arg(long)]
    pub(super) compact: bool,
    /// text, markdown, csv, xlsx or json; markdown, or text on a terminal, if left out
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<String>,
    /// Write to this file instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct ExplainOptions {
    /// An item or element, such as annex-d/child-definition or annex-d/prevention.demand; or the code of a diagnostic
    #[arg(value_name = "ITEM|CODE")]
    pub(super) item: String,
    /// The framework file; without one, the rule alone is explained
    #[arg(value_name = "FRAMEWORK")]
    pub(super) framework: Option<PathBuf>,
    #[command(flatten)]
    pub(super) standard: Standard,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct NewOptions {
    /// The country: three letters of ISO 3166-1, XAA to XZZ for an invented one, or a name
    #[arg(value_name = "COUNTRY")]
    pub(super) country: String,
    /// The name that reports print, if not the one of the standard
    #[arg(long, value_name = "NAME")]
    pub(super) name: Option<String>,
    /// The day up to which the record is complete; today if left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) reviewed: Option<Day>,
    /// Write to this file, which must not exist, instead of to standard output
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct SchemaOptions {
    /// framework, overlay, checklist, vocabulary or waivers; diff for what `lacuna diff --format json` writes
    #[arg(value_name = "KIND")]
    pub(super) kind: Option<String>,
    /// Write to this file, or all of them into this folder if no kind is named
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct FmtOptions {
    /// Files of any kind, or folders of them; `frameworks` if left out
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change and end with exit code 1 if there are any
    #[arg(long)]
    pub(super) check: bool,
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct SiteOptions {
    /// The HTML file to write; one that is there is replaced
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    /// Framework files, or folders of them; `frameworks` if left out
    #[arg(value_name = "FRAMEWORK")]
    pub(super) frameworks: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) standard: Standard,
    /// Colours on the terminal
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
}

#[derive(Args, Debug)]
pub(super) struct LspOptions {
    /// A vocabulary other than the embedded one
    #[arg(long, value_name = "FILE")]
    pub(super) vocabulary: Option<PathBuf>,
    /// Taken for editors that always pass it; there is no other way
    #[arg(long, hide = true)]
    pub(super) stdio: bool,
}

#[derive(Args, Debug)]
pub(super) struct CompletionsOptions {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(super) struct ManOptions {
    /// The folder, made if it is not there; one page for each command
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The formats of `check`.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum CheckFormat {
    /// For people
    Text,
    /// For editors and other programs
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit XML, a test case for each file
    Junit,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "a day is written as 2009-08-31, and must be one of the calendar".to_owned())
}

fn level(text: &str) -> Result<Level, String> {
    Level::parse(text).ok_or_else(|| "one of improvement, regression, lateral, editorial".to_owned())
}

fn confidence(text: &str) -> Result<Confidence, String> {
    Confidence::parse(text).ok_or_else(|| "one of recalled, reported, verified".to_owned())
}

/// The formats of a report with what each is for, from the one list of them.
fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(Format::ALL.map(|format| PossibleValue::new(format.name()).help(format.purpose())))
}

fn line(text: &str) -> Result<Line, String> {
    Line::parse(text).ok_or_else(|| {
        let names: Vec<&str> = Line::all().into_iter().map(Line::name).collect();
        format!("one of {}", names.join(", "))
    })
}

fn severity(text: &str) -> Result<Severity, String> {
    let found = Severity::ALL.into_iter().find(|severity| severity.word() == text);
    found.ok_or_else(|| "one of error, warning, note".to_owned())
}
