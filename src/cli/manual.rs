//! What the command line says of itself: help, completions and manual pages, all from the one definition.

use std::ffi::OsString;

use clap::{CommandFactory, Parser, ValueEnum};
use clap_complete::Shell;

use super::args::{Arguments, CompletionsOptions, ManOptions};
use super::exit::Exit;
use super::input::display;
use super::output;
use crate::report::manual::Command;

/// The width of help in generated pages, in characters.
const WIDTH: usize = 100;

/// Runs `lacuna completions`.
pub(super) fn run_completions(options: &CompletionsOptions) -> Exit {
    output::print(&script(options.shell))
}

/// Runs `lacuna man`.
pub(super) fn run_man(options: &ManOptions) -> Exit {
    let folder = &options.out;
    if let Err(error) = std::fs::create_dir_all(folder) {
        return output::complain(&format!("the folder `{}` cannot be made: {error}", display(folder)));
    }
    let written = pages().into_iter().map(|(name, text)| output::write(&folder.join(name), &text));
    written.fold(Exit::Clean, Exit::or)
}

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

/// The completions of every shell: the name under which the shell looks for them, and the script.
pub fn completions() -> Vec<(String, String)> {
    let file = |shell: Shell| clap_complete::Generator::file_name(&shell, "lacuna");
    Shell::value_variants().iter().map(|shell| (file(*shell), script(*shell))).collect()
}

/// The manual pages: the name of each file, and the page.
pub fn pages() -> Vec<(String, String)> {
    let program = definition();
    let mut found = vec![page(program.clone())];
    for command in program.get_subcommands().filter(|command| command.get_name() != "help") {
        found.push(page(command.clone()));
    }
    found
}

/// Why a line of words is no command of this program; `None` if it is one. For tests of the files that call it.
pub fn refusal(words: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Option<String> {
    Arguments::try_parse_from(words).err().map(|error| error.to_string())
}

/// The one definition of the command line, at a fixed width.
fn definition() -> clap::Command {
    let mut program = Arguments::command().term_width(WIDTH);
    program.build();
    program
}

fn help(command: &mut clap::Command, name: String) -> Command {
    Command { name, help: command.render_long_help().to_string() }
}

fn script(shell: Shell) -> String {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "lacuna", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn page(command: clap::Command) -> (String, String) {
    let page = clap_mangen::Man::new(command);
    let mut bytes = Vec::new();
    // Writing into memory does not fail.
    let _ = page.render(&mut bytes);
    (page.get_filename(), String::from_utf8_lossy(&bytes).into_owned())
}
