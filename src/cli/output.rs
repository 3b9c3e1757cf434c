//! Reports onto disk or standard output, diagnostics onto standard error. A file is written whole or not at all.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::args::Color;
use super::exit::Exit;
use super::input::{Input, display};
use crate::diag::Severity;
use crate::report::{Look, Style, diagnostics};

/// The widest that text is set on a terminal, in characters: longer lines are hard to read.
const WIDEST: usize = 110;

/// How text looks on standard output.
pub(super) fn stdout_look(color: Color) -> Look {
    look(color, io::stdout().is_terminal())
}

fn look(color: Color, terminal: bool) -> Look {
    let wanted = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|_| terminal);
    Look {
        style: if wanted { Style::Coloured } else { Style::Plain },
        width: width.unwrap_or(WIDEST).clamp(40, WIDEST),
    }
}

/// Whether standard output is a terminal.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Writes to standard output. A reader that stopped reading is no fault of ours.
pub(super) fn print(text: &str) -> Exit {
    print_bytes(text.as_bytes())
}

/// The same with what need not be text.
pub(super) fn print_bytes(bytes: &[u8]) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Exit::Clean,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(error) => complain(&format!("standard output cannot be written: {error}")),
    }
}

/// Makes the folder of several reports.
pub(super) fn folder(out: &Path) -> Exit {
    if out.is_file() {
        let help = "several reports need a folder; name one, or audit one country";
        return complain(&format!("`{}` is a file: {help}", display(out)));
    }
    match std::fs::create_dir_all(out) {
        Ok(()) => Exit::Clean,
        Err(error) => complain(&format!("the folder `{}` cannot be made: {error}", display(out))),
    }
}

/// Writes a file whole or not at all: into a new file beside it, which then takes its place.
pub(super) fn write(path: &Path, text: &str) -> Exit {
    write_bytes(path, text.as_bytes())
}

/// The same with what need not be text.
pub(super) fn write_bytes(path: &Path, bytes: &[u8]) -> Exit {
    // What is no file, such as a pipe, cannot be replaced; it is written to.
    if path.metadata().is_ok_and(|known| !known.is_file()) {
        let opened = std::fs::OpenOptions::new().write(true).open(path);
        return match opened.and_then(|mut file| file.write_all(bytes)) {
            Ok(()) => Exit::Clean,
            Err(error) => complain(&format!("`{}` cannot be written: {error}", display(path))),
        };
    }
    // What a link leads to is replaced, and not the link.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let written = tempfile::Builder::new().prefix(".lacuna-").tempfile_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        permissions(&file, &target)?;
        file.persist(&target).map_err(|error| error.error)?;
        Ok(())
    });
    match written {
        Ok(()) => Exit::Clean,
        Err(error) => complain(&format!("`{}` cannot be written: {}", display(path), bare(&error))),
    }
}

/// The fault itself, without the name of the temporary file, which is another one in every run.
fn bare(error: &io::Error) -> String {
    let said = error.to_string();
    match said.split_once(" at path \"") {
        Some((fault, _)) => fault.to_owned(),
        None => said,
    }
}

/// A temporary file is for its owner alone; a report may be read like the one it replaces, or like any new file.
fn permissions(file: &tempfile::NamedTempFile, path: &Path) -> io::Result<()> {
    if let Ok(old) = path.metadata() {
        return file.as_file().set_permissions(old.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

/// Says on standard error what could not be done.
pub(super) fn complain(message: &str) -> Exit {
    // There is nowhere left to say that standard error cannot be written.
    let _ = writeln!(io::stderr().lock(), "error: {message}");
    Exit::BadInput
}

/// Shows the diagnostics of a run on standard error, and says whether any was an error.
pub(super) fn report_faults(input: &mut Input, color: Color) -> Exit {
    input.diagnostics.sort();
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = diagnostics::text(&input.diagnostics, &input.files, look(color, io::stderr().is_terminal()), &mut text);
    let _ = io::stderr().lock().write_all(text.as_bytes());
    exit(input)
}

/// The exit code that the diagnostics of a run ask for.
pub(super) fn exit(input: &Input) -> Exit {
    let grave = input.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    if grave { Exit::BadInput } else { Exit::Clean }
}
