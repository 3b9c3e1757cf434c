//! What the process tells its caller.

use std::process::ExitCode;

/// The exit codes, the same in every format.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Exit {
    /// Nothing reached the `--fail-on` line.
    Clean = 0,
    /// Something did.
    Found = 1,
    /// The command line made no sense.
    Usage = 2,
    /// A file could not be read or does not hold together; what could be audited was.
    BadInput = 3,
}

impl Exit {
    /// Every code with its meaning, for help and documentation.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Clean, "nothing reached the --fail-on line"),
        (Self::Found, "something did"),
        (Self::Usage, "the command line made no sense"),
        (Self::BadInput, "bad input: what could be read was audited, and the rest is named"),
    ];

    /// The graver of two.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
