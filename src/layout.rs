//! How a file is laid out: the same tree and the same comments, written in one canonical way.
//!
//! - `place`: the parts of a file that stand on lines of their own, and where;
//! - `comments`: every comment and empty line, given to the part it belongs to;
//! - `write`: the tree with its comments, as text;
//! - this file: nothing is written unless reading it again gives the same.
//!
//! Two blanks for each level; a list or mapping between brackets stays there if it fits into a line; folded prose is
//! filled to the width; what stands on one line stays as it was written. The order of keys is the caller's: it is the
//! order of the tree that is handed in.

mod comments;
mod place;
mod write;

use crate::base::files::Files;
use crate::base::span::FileId;
use crate::diag::Diagnostics;
use crate::yaml::node::{Kind, Node};
use crate::yaml::read;

/// The widest line that is filled, in characters.
pub const WIDTH: usize = 120;

/// Why a file is left as it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Refused {
    /// The text is not one that is read; what is wrong with it was reported.
    Unread,
    /// What would be written does not hold the same values.
    Values,
    /// What would be written does not hold the same comments.
    Comments,
}

/// The text of a file in canonical layout, its keys in the order that `sort` gives them.
///
/// # Errors
///
/// Where the file cannot be read, or where anything in it would be lost.
pub fn canonical(
    files: &Files,
    file: FileId,
    sort: impl FnOnce(&mut Node),
    diagnostics: &mut Diagnostics,
) -> Result<String, Refused> {
    let text = files.get(file).map_or("", |found| &*found.text);
    let mut found = Diagnostics::new();
    let node = read::read(files, file, &mut found);
    let sound = found.is_empty();
    diagnostics.extend(found);
    let node = node.filter(|_| sound).ok_or(Refused::Unread)?;
    let mut sorted = node.clone();
    sort(&mut sorted);
    let written = write::write(text, &sorted, &comments::assign(text, &node));
    let mut again = Files::new();
    let copy = again.add("copy", written.as_str());
    let mut found = Diagnostics::new();
    let reread = read::read(&again, copy, &mut found).filter(|_| found.is_empty()).ok_or(Refused::Values)?;
    if !same(&node, &reread) {
        return Err(Refused::Values);
    }
    let sorted = |text: &str, node: &Node| {
        let mut all = comments::all(text, node);
        all.sort_unstable();
        all
    };
    if sorted(text, &node) == sorted(&written, &reread) { Ok(written) } else { Err(Refused::Comments) }
}

/// Whether two trees hold the same values, whatever the order of keys and the way of writing.
fn same(one: &Node, other: &Node) -> bool {
    match (&one.kind, &other.kind) {
        (Kind::Scalar(a), Kind::Scalar(b)) => a.value == b.value && a.is_empty() == b.is_empty(),
        (Kind::Sequence(a), Kind::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Kind::Mapping(a), Kind::Mapping(b)) => {
            let held = |entry: &crate::yaml::node::Entry| {
                b.iter().any(|it| it.key.value == entry.key.value && same(&entry.value, &it.value))
            };
            a.len() == b.len() && a.iter().all(held)
        }
        _ => false,
    }
}
