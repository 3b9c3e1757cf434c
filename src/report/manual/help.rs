//! `docs/help.md`: what every command says of itself.

use super::linked;
use crate::report::escape::Inline;
use crate::report::markdown::page::Page;

/// A command and its help, as the command line prints it.
#[derive(Clone, Debug)]
pub struct Command {
    /// What is typed: `lacuna audit`.
    pub name: String,
    /// What `--help` prints.
    pub help: String,
}

/// The page: the program first, then its commands in the order of the help.
pub fn help(commands: &[Command]) -> String {
    linked(|page: &mut Page| {
        page.heading(1, "The command line", None);
        page.paragraph(&Inline::own(
            "What each command says with `--help`. This page is generated from the program; do not edit it.",
        ));
        for command in commands {
            page.item(0, &page.link(&command.name, &command.name));
        }
        page.end_list();
        for command in commands {
            page.heading(2, &command.name, Some(command.name.clone()));
            page.code("text", &command.help);
        }
    })
}
