//! Two invented countries, a standard, two drafts and a waiver, which use every field that holds free text.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use lacuna::diag::Diagnostics;
use lacuna::{Document, Files};
use tempfile::TempDir;

use super::fields::{Field, fields, replaced};

/// The YAML files by name.
pub(crate) const YAML: [(&str, &str); 6] = [
    ("vocabulary.yaml", include_str!("world/vocabulary.yaml")),
    ("standard.yaml", include_str!("world/standard.yaml")),
    ("frameworks/aldonia.yaml", include_str!("world/frameworks/aldonia.yaml")),
    ("frameworks/borduria.yaml", include_str!("world/frameworks/borduria.yaml")),
    ("bill.yaml", include_str!("world/bill.yaml")),
    ("decisions.yaml", include_str!("world/decisions.yaml")),
];

const ACT: (&str, &str) = ("frameworks/texts/act.md", include_str!("world/frameworks/texts/act.md"));
/// How the audit is asked for that the waivers are about.
pub(crate) const DECIDED: &str =
    "--vocabulary vocabulary.yaml --checklist standard.yaml --with bill.yaml --with bill.md --as-of 2009-08-31";
const BILL: (&str, &str) = ("bill.md", include_str!("world/bill.md"));

/// The fields of each YAML file that take any text whatever: found by trying, so that none is forgotten.
static FREE: LazyLock<Vec<Vec<Field>>> = LazyLock::new(|| {
    let free = |number: usize| {
        let all = fields(YAML[number].1);
        let fits = |at: &usize| {
            let mut texts = YAML.map(|(_, text)| text.to_owned());
            let field = &all[*at..=*at];
            texts[number] = replaced(YAML[number].1, field, |field| Some(format!("Zz {} zz", field.value)));
            holds(&texts)
        };
        (0..all.len()).filter(fits).map(|at| all[at].clone()).collect()
    };
    (0..YAML.len()).map(free).collect()
});

/// The names of the fields that take any text, each file's together.
pub(crate) fn free() -> Vec<(&'static str, Vec<String>)> {
    let name = |field: &Field| format!("{}{}", field.under, if field.is_key { " (key)" } else { "" });
    YAML.iter().zip(FREE.iter()).map(|((file, _), found)| (*file, found.iter().map(name).collect())).collect()
}

/// Whether no file has an error.
fn holds(texts: &[String; 6]) -> bool {
    let mut files = Files::new();
    let [vocabulary, standard, aldonia, borduria, bill, waivers] =
        [0, 1, 2, 3, 4, 5].map(|number| files.add(YAML[number].0, texts[number].as_str()));
    let act = [("texts/act.md".into(), files.add(ACT.0, ACT.1))].into_iter().collect();
    let mut found = Diagnostics::new();
    let mut whole = || -> Option<()> {
        let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut found)?;
        let standard = lacuna::read_checklist(&files, standard, &vocabulary, &mut found)?;
        let aldonia = lacuna::read_framework(&files, aldonia, &vocabulary, &mut found)?;
        lacuna::read_framework(&files, borduria, &vocabulary, &mut found)?;
        lacuna::read_overlay(&files, bill, &vocabulary, &aldonia, &mut found)?;
        Document::read(&files, waivers, &mut found)?.waivers(&[standard], &mut found)?;
        let aldonia = lacuna::check::texts(aldonia, &files, &act, &mut found);
        let law = aldonia.get().laws.iter().find_map(|law| law.text.as_ref())?;
        (&*law.value == "texts/act.md").then_some(())
    };
    whole().is_some() && !found.has_errors()
}

/// The world on disk, with words around every free text.
pub(crate) struct World(TempDir);

/// What a run of the command left behind.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl World {
    /// The world with some words before and after every free text, and in the texts of the laws.
    pub(crate) fn with(words: &str) -> Self {
        let around = |field: &Field| match &*field.under {
            // An address becomes a link only if it is one; it is tried by itself.
            "url" => None,
            // YAML itself takes no key of more than 1024 characters on one line.
            _ if field.is_key && words.len() > 400 => None,
            _ => Some(format!("{words} {} {words}", field.value)),
        };
        let mut files: Vec<(String, String)> = YAML
            .iter()
            .zip(FREE.iter())
            .map(|((name, text), free)| ((*name).to_owned(), replaced(text, free, around)))
            .collect();
        let line: String = words.chars().map(|c| if matches!(c, '\n' | '\r' | '\0') { ' ' } else { c }).collect();
        let line = line.trim();
        // In the law's own words, Markdown is markup; only what is quoted from it can reach a report.
        files.push((ACT.0.to_owned(), ACT.1.replace("and the court", &format!("and {line} the court"))));
        let bill = BILL.1.replace("It says nothing else.", &format!("It says {line} and nothing else."));
        let front = |key: &str, value: &str| (format!("{key}: {value}\n"), replacement(key, words, value));
        let mut bill = bill;
        for (key, value) in [
            ("title", "Annotated Bill"),
            ("citation", "Bill No. 9"),
            ("note", "From the floor."),
            ("summary", "The media are bound by the bill."),
            ("note", "Nobody objected."),
        ] {
            let (from, to) = front(key, value);
            assert!(bill.contains(&from));
            bill = bill.replace(&from, &to);
        }
        files.push((BILL.0.to_owned(), bill));
        let world = Self::of(&files);
        world.decide();
        world
    }

    /// Writes down in the waivers the words that they were decided on, so that they hold.
    fn decide(&self) {
        let ran = self.run(&format!("audit frameworks/aldonia.yaml {DECIDED} --format json"));
        assert!(ran.code < 3, "{}", ran.stderr);
        let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        let findings = report["frameworks"][0]["checklists"][0]["findings"].as_array().unwrap();
        let item = findings.iter().find(|finding| finding["item"] == "plan").unwrap();
        let path = self.path().join("decisions.yaml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, text.replace(&"0".repeat(16), item["words"].as_str().unwrap())).unwrap();
    }

    /// A folder with files.
    pub(crate) fn of(files: &[(String, String)]) -> Self {
        let folder = TempDir::new().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }

    /// Where the folder is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs the command with every ambient influence taken away.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.run_words(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    /// The same with arguments that hold blanks.
    pub(crate) fn run_words(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lacuna"));
        command.env_clear().current_dir(self.path()).args(arguments).stdin(Stdio::null());
        let output = command.output().unwrap();
        let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
        Ran { code: output.status.code().expect("no signal ended it"), stdout: output.stdout, stderr }
    }
}

fn replacement(key: &str, words: &str, value: &str) -> String {
    let yaml = format!("{key}: {value}\n");
    let found = fields(&yaml);
    replaced(&yaml, &found, |field| (!field.is_key).then(|| format!("{words} {value} {words}")))
}
