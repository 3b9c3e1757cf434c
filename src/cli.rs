//! The command line: the only floor that touches files, environment, clock and terminal.

mod args;
mod audit;
mod bills;
mod check;
mod compare;
mod diff;
mod exit;
mod explain;
mod fmt;
mod git;
mod input;
mod lsp;
mod manual;
mod new;
mod output;
mod schema;
mod sides;
mod site;
mod stream;
mod texts;

use std::process::ExitCode;

use clap::Parser;

pub use exit::Exit;
pub use lsp::converse;
pub use manual::{commands, completions, pages, refusal};

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let arguments = match args::Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let wanted = !error.use_stderr();
            // Help that cannot be shown is no fault of the command.
            let _ = error.print();
            return if wanted { Exit::Clean } else { Exit::Usage }.into();
        }
    };
    let exit = match arguments.command {
        args::Command::Audit(options) => audit::run(&options),
        args::Command::Check(options) => check::run(&options),
        args::Command::Compare(options) => compare::run(&options),
        args::Command::Diff(options) => diff::run(&options),
        args::Command::Explain(options) => explain::run(&options),
        args::Command::New(options) => new::run(&options),
        args::Command::Schema(options) => schema::run(&options),
        args::Command::Fmt(options) => fmt::run(&options),
        args::Command::Lsp(options) => lsp::run(&options),
        args::Command::Completions(options) => manual::run_completions(&options),
        args::Command::Man(options) => manual::run_man(&options),

        args::Command::Site(options) => site::run(&options),
    };
    exit.into()
}
