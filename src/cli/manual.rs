//! What the command line says of itself, for the pages that are generated from it.

use clap::CommandFactory;

use super::args::Arguments;
use crate::report::manual::Command;

/// The width of help in generated pages, in characters.
const WIDTH: usize = 100;

/// The program and each of its commands with what `--help` prints, wherever it is asked.
pub fn commands() -> Vec<Command> {
    let mut program = definition();
    let name = program.get_name().to_owned();
    let mut found = vec![help(&mut program, name.clone())];
    for command in program.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        let name = format!("{name} {}", command.get_name());
        found.push(help(command, name));
    }
    found
}

/// The one definition of the command line, at a fixed width.
pub(super) fn definition() -> clap::Command {
    let mut program = Arguments::command().term_width(WIDTH);
    program.build();
    program
}

fn help(command: &mut clap::Command, name: String) -> Command {
    Command { name, help: command.render_long_help().to_string() }
}
