//! The page's own policy: nothing is loaded, and only the scripts and the style sheet that the page was made with run.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::base::sha::sha256;

/// Runs before anything is drawn: says that there is a script.
pub(super) const EARLY: &str = "document.documentElement.classList.add('js');";

/// The script of the page.
pub(super) const SCRIPT: &str = concat!(
    "'use strict';\n(() => {\n",
    include_str!("assets/data.js"),
    include_str!("assets/build.js"),
    include_str!("assets/matrix.js"),
    include_str!("assets/day.js"),
    include_str!("assets/sides.js"),
    include_str!("assets/views.js"),
    "})();\n"
);

/// The style sheet of the page.
pub(super) const STYLE: &str = include_str!("assets/site.css");

/// A small picture for the browser's tab, so that it does not ask for one.
pub(super) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
    %3Ccircle cx='8' cy='8' r='6' fill='%23fff' stroke='%23336' stroke-width='2'/%3E\
    %3Cpath d='M8 2a6 6 0 0 0 0 12z' fill='%23336'/%3E%3C/svg%3E";

/// What the page may do: run these two scripts and use this style sheet. It cannot load, send, frame or submit anything,
/// and its scripts cannot make markup out of text.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; script-src {} {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        digest(EARLY),
        digest(SCRIPT),
        digest(STYLE)
    )
}

fn digest(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(sha256(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_asset_ends_its_own_tag_or_makes_markup_of_text() {
        for asset in [EARLY, SCRIPT, STYLE] {
            for word in
                ["</", "<!--", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "url("]
            {
                assert!(!asset.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn a_digest_is_written_as_policies_write_it() {
        // The digest of the empty text, as the standard on hashes gives it, in base 64.
        assert_eq!(digest(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
