//! `lacuna lsp`: a language server on standard input and output.

use super::args::LspOptions;
use super::exit::Exit;

/// Runs the command.
pub(super) fn run(options: &LspOptions) -> Exit {
    let _ = (&options.vocabulary, options.stdio);
    Exit::Usage
}
