//! Pages to open: written by the program itself, once for all tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::devtools::Browser;

/// The page of the shipped countries.
pub(crate) static SHIPPED: LazyLock<PathBuf> =
    LazyLock::new(|| write("shipped.html", &["frameworks", "--as-of", "2009-08-31"]));

/// The page of two of them: the check of accessibility walks through everything, shown or not.
pub(crate) static PAIR: LazyLock<PathBuf> =
    LazyLock::new(|| write("pair.html", &["frameworks/thailand.yaml", "frameworks/viet-nam.yaml"]));

/// The page of an invented country whose every text is hostile.
pub(crate) static HOSTILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = folder().join("hostile");
    fs::create_dir_all(&folder).unwrap();
    let texts = [
        ("vocabulary.yaml", include_str!("../formats/vocabulary.yaml")),
        ("framework.yaml", include_str!("../formats/framework.yaml")),
        ("annex.yaml", include_str!("../formats/annex-x.yaml")),
        ("matrix.yaml", include_str!("../formats/matrix.yaml")),
    ];
    let [vocabulary, framework, annex, matrix] = texts.map(|(name, text)| {
        let path = folder.join(name);
        fs::write(&path, crate::hostile::hostile(text)).unwrap();
        path.to_string_lossy().into_owned()
    });
    let options = [&*framework, "--vocabulary", &vocabulary, "--checklist", &annex, "--checklist", &matrix];
    write("hostile.html", &options)
});

fn folder() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}

fn write(name: &str, options: &[&str]) -> PathBuf {
    let path = folder().join(name);
    let ran = Command::new(env!("CARGO_BIN_EXE_lacuna")).arg("site").arg(&path).args(options).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    path
}

/// Nothing was asked for but the page itself, and nobody wrote on the console.
pub(crate) fn assert_silent(browser: &Browser, page: &Path) {
    let (asked, words) = browser.noise();
    let own = format!("file://{}", page.display());
    // The sign on the choice of a date, and that in the tab, are data of the browser's and of the page's own.
    let strange: Vec<_> = asked
        .iter()
        .filter(|address| !address.starts_with("data:image/svg+xml") && **address != "about:blank")
        .filter(|address| address.split('#').next() != Some(&own))
        .collect();
    assert_eq!(strange, Vec::<&String>::new());
    assert!(asked.iter().any(|address| address.starts_with(&own)), "the page itself was asked for");
    assert_eq!(words, Vec::<String>::new());
}
