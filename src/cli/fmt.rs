//! `lacuna fmt`: files in canonical order and layout.

use super::args::FmtOptions;
use super::exit::Exit;

/// Runs the command.
pub(super) fn run(options: &FmtOptions) -> Exit {
    let _ = (&options.paths, options.check, &options.vocabulary, options.color);
    Exit::Usage
}
