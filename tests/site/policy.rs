//! The page's own policy: nothing but its two scripts and its style sheet, by digest.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::world::{World, values};

fn between<'p>(page: &'p str, begin: &str, end: &str) -> Vec<&'p str> {
    page.split(begin).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

#[test]
fn the_policy_names_the_digest_of_what_stands_in_the_page_and_nothing_else() {
    let page = World::invented(str::to_owned).page("2008-07-01");
    let policy = values(&page, "content").into_iter().find(|it| it.starts_with("default-src")).unwrap();
    let policy = policy.replace("&#39;", "'");
    let digest = |text: &&str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = between(&page, "<script>", "</script>").iter().map(digest).collect();
    let styles: Vec<String> = between(&page, "<style>", "</style>").iter().map(digest).collect();
    assert_eq!((scripts.len(), styles.len()), (2, 1));
    let wanted = format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        scripts.join(" "),
        styles.join(" ")
    );
    assert_eq!(policy, wanted);
    // The policy stands before everything that it is about.
    assert!(page.find("Content-Security-Policy").unwrap() < page.find("<style>").unwrap());
}
