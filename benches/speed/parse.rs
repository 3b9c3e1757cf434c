//! The work that an audit is measured by: files read and parsed into spanned trees, and nothing else.

use std::path::{Path, PathBuf};

use lacuna::Files;
use lacuna::diag::Diagnostics;
use lacuna::yaml::read;

/// Parses every YAML file of a folder, one after the other.
pub(crate) fn folder(folder: &Path) {
    let mut paths: Vec<PathBuf> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    for path in paths {
        let mut files = Files::new();
        let text = read::decode(std::fs::read(&path).unwrap()).unwrap();
        let file = files.add(&path.to_string_lossy(), text);
        let tree = read::read(&files, file, &mut Diagnostics::new());
        assert!(std::hint::black_box(tree).is_some());
    }
}
