//! The command `lacuna`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    lacuna::cli::run()
}
