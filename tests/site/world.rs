//! Regions to make pages of: the shipped countries, and two invented ones.

use std::fs;
use std::sync::LazyLock;

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::model::checklist::Checklist;
use lacuna::model::framework::Framework;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::report::site::{self, Country, Region};
use lacuna::{Files, Ready, embedded};

/// The shipped countries under the shipped checklists, read once.
pub(crate) static SHIPPED: LazyLock<World> = LazyLock::new(World::shipped);

/// Their page.
pub(crate) static SHIPPED_PAGE: LazyLock<String> = LazyLock::new(|| SHIPPED.page("2009-08-31"));

/// Everything that a page borrows from.
pub(crate) struct World {
    pub(crate) files: Files,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) checklists: Vec<Ready<Checklist>>,
    pub(crate) frameworks: Vec<Ready<Framework>>,
}

/// An invented country beside the one that the formats are tested with.
const NEIGHBOUR: &str = "\
framework: XBB
name: Borduria
reviewed: 2007-12-31
coverage: complete
sources:
  gazette: { title: Gazette of Borduria }
commitments:
  crc: { signed: 1990-01-01, ratified: 1995, denounced: 2006-06-30, source: gazette }
laws:
  code-1999:
    title: Penal Code
    kind: code
    adopted: 1999-01-01
    in-force: 1999-07-01
    repealed: 2005-07-01
    source: gazette
    confidence: verified
    provisions:
      - at: art. 1
        summary: Trafficking is recruitment.
        says: { trafficking-definition: { acts: [recruitment] } }
";

impl World {
    fn shipped() -> Self {
        let mut paths: Vec<_> = fs::read_dir("frameworks").unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
        paths.sort();
        let texts: Vec<_> =
            paths.iter().map(|path| (path.to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())).collect();
        let lists: Vec<_> = embedded::CHECKLISTS.iter().map(|(_, file)| (file.name, file.text.to_owned())).collect();
        Self::read(embedded::VOCABULARY.text.to_owned(), lists, texts)
    }

    /// Two invented countries, after each text was changed.
    pub(crate) fn invented(change: impl Fn(&str) -> String) -> Self {
        let [vocabulary, first, annex, matrix] = [
            include_str!("../formats/vocabulary.yaml"),
            include_str!("../formats/framework.yaml"),
            include_str!("../formats/annex-x.yaml"),
            include_str!("../formats/matrix.yaml"),
        ]
        .map(&change);
        let frameworks = vec![("a.yaml".to_owned(), first), ("b.yaml".to_owned(), change(NEIGHBOUR))];
        Self::read(vocabulary, vec![("x.yaml", annex), ("m.yaml", matrix)], frameworks)
    }

    fn read(vocabulary: String, lists: Vec<(&str, String)>, frameworks: Vec<(String, String)>) -> Self {
        let mut files = Files::new();
        let mut found = Diagnostics::new();
        let vocabulary = files.add("vocabulary.yaml", vocabulary);
        let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut found);
        assert!(!found.has_errors(), "{found:#?}");
        let vocabulary = vocabulary.unwrap();
        let mut checklists = Vec::new();
        for (name, text) in lists {
            let file = files.add(name, text);
            checklists.extend(lacuna::read_checklist(&files, file, &vocabulary, &mut found));
        }
        let mut ready = Vec::new();
        for (name, text) in frameworks {
            let file = files.add(&name, text);
            ready.extend(lacuna::read_framework(&files, file, &vocabulary, &mut found));
        }
        assert!(!found.has_errors(), "{found:#?}");
        Self { files, vocabulary, checklists, frameworks: ready }
    }

    /// The same with the countries in the opposite order.
    pub(crate) fn turned_round(mut self) -> Self {
        self.frameworks.reverse();
        self
    }

    /// The page, with a day to begin with.
    pub(crate) fn page(&self, day: &str) -> String {
        let countries = self.frameworks.iter().map(|framework| Country { framework, drafts: Vec::new() }).collect();
        site::page(Region {
            vocabulary: &self.vocabulary,
            files: &self.files,
            day: Day::parse(day).unwrap(),
            least: Confidence::Recalled,
            checklists: &self.checklists,
            countries,
        })
    }
}

/// The values of an attribute, in order.
pub(crate) fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let begin = format!(" {attribute}=\"");
    page.split(&*begin).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}
