//! The makings of corpora: invented countries as rich as the shipped ones, each from its number alone.

pub(crate) mod country;
pub(crate) mod faults;
pub(crate) mod later;
pub(crate) mod law_text;
pub(crate) mod random;
pub(crate) mod record;
pub(crate) mod words;
pub(crate) mod yaml;

use std::error::Error;
use std::fs;
use std::path::Path;

use lacuna::diag::Diagnostics;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::{Files, embedded, read_vocabulary};

use country::Wanted;

/// What a corpus is like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Corpus {
    /// How many countries.
    pub(crate) countries: usize,
    /// About how many bytes a file has.
    pub(crate) bytes: usize,
    /// As the records stand five years later.
    pub(crate) later: bool,
}

/// One country in this many has a law with its own text, and one a draft.
pub(crate) const RARE: usize = 10;

/// The vocabulary that the program carries.
pub(crate) fn vocabulary() -> Result<Vocabulary, Box<dyn Error>> {
    let mut files = Files::new();
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    Ok(read_vocabulary(&files, file, &mut Diagnostics::new()).ok_or("the vocabulary does not hold together")?)
}

/// Writes a corpus: `frameworks/` with a file for each country and their texts below it, and `drafts/` beside it.
pub(crate) fn write(corpus: Corpus, out: &Path) -> Result<(), Box<dyn Error>> {
    let vocabulary = vocabulary()?;
    let (frameworks, texts, drafts) = (out.join("frameworks"), out.join("frameworks/texts"), out.join("drafts"));
    for folder in [&frameworks, &texts, &drafts] {
        fs::create_dir_all(folder)?;
    }
    for number in 0..corpus.countries {
        let wanted = Wanted { number, bytes: corpus.bytes, with_text: number % RARE == RARE / 2 };
        let mut record = country::country(wanted, &vocabulary);
        if corpus.later {
            later::revise(&mut record, &vocabulary);
        }
        fs::write(frameworks.join(format!("{}.yaml", record.file)), yaml::framework(&record))?;
        if let Some(text) = record.laws.iter().find_map(|law| law.text.as_ref()) {
            fs::write(texts.join(format!("{}.md", record.file)), text)?;
        }
        if number % RARE == 0 {
            fs::write(drafts.join(format!("{}.yaml", record.file)), later::draft(&record, &vocabulary))?;
        }
    }
    Ok(())
}

/// Writes a sound file, and the same with so many faults: `sound.yaml` and `faulty.yaml`.
pub(crate) fn write_twins(faults: usize, bytes: usize, out: &Path) -> Result<(), Box<dyn Error>> {
    let vocabulary = vocabulary()?;
    fs::create_dir_all(out)?;
    let sound = yaml::framework(&country::country(Wanted { number: 0, bytes, with_text: false }, &vocabulary));
    fs::write(out.join("faulty.yaml"), faults::spoil(&sound, faults))?;
    fs::write(out.join("sound.yaml"), sound)?;
    Ok(())
}
