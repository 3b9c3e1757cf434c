//! What carries the program to other places: hooks, templates, completions and manual pages are of this command line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const RECORD: &str = "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: complete\n";

fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A folder with one record in it.
fn folder(record: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("frameworks")).unwrap();
    fs::write(folder.path().join("frameworks/aldonia.yaml"), record).unwrap();
    folder
}

/// Runs a script as a runner does, with the program that was built in its path.
fn script(folder: &Path, script: &str, variables: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_lacuna")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", program.display());
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(folder).env_clear();
    command.env("PATH", path).env("GITHUB_STEP_SUMMARY", folder.join("summary.md")).envs(variables.iter().copied());
    command.output().unwrap()
}

#[test]
fn every_hook_is_a_command_of_this_program() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_array().unwrap();
    let ids: Vec<&str> = hooks.iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["lacuna-check", "lacuna-fmt", "lacuna-audit"]);
    for hook in hooks {
        let mut words: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').collect();
        if hook["pass_filenames"] != Value::Bool(false) {
            words.push("frameworks/aldonia.yaml");
        }
        assert_eq!(lacuna::cli::refusal(words), None, "{hook}");
        assert_eq!(hook["language"], "rust");
    }
    assert!(lacuna::cli::refusal(["lacuna", "chekc"]).is_some(), "a command that is none is refused");
}

#[test]
fn the_steps_of_the_github_action_do_what_they_say() {
    let action = yaml("action.yml");
    let steps = action["runs"]["steps"].as_array().unwrap();
    let names: Vec<&str> = steps.iter().map(|step| step["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Install", "Check", "Audit"]);
    let run = |number: usize| steps[number]["run"].as_str().unwrap();
    // Nothing that a caller says reaches the shell as program text.
    assert!(steps.iter().all(|step| !step["run"].as_str().unwrap().contains("${{")));
    for input in action["inputs"].as_object().unwrap().keys() {
        assert!(
            steps[2]["env"].as_object().unwrap().values().any(|it| *it == format!("${{{{ inputs.{input} }}}}")),
            "{input}"
        );
    }
    let sound = folder(RECORD);
    let paths = ("LACUNA_PATHS", "frameworks");
    assert!(script(sound.path(), run(1), &[paths]).status.success());
    let audit = |fail_on: &str, day: &str| {
        let variables = [paths, ("LACUNA_CHECKLIST", "annex-d"), ("LACUNA_AS_OF", day), ("LACUNA_FAIL_ON", fail_on)];
        script(sound.path(), run(2), &variables).status.code()
    };
    assert_eq!(audit("", ""), Some(0));
    assert_eq!(audit("gap", "2009-01-01"), Some(1));
    let summary = fs::read_to_string(sound.path().join("summary.md")).unwrap();
    assert_eq!(summary.matches("# Aldonia, as at 2009-").count(), 2, "each audit is shown");
    let broken = folder("framework: XAA\nnmae: Aldonia\n");
    let checked = script(broken.path(), run(1), &[paths]);
    assert_eq!(checked.status.code(), Some(3));
    let annotation = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(annotation.starts_with("::error file=") && annotation.contains("title=unknown-key"), "{annotation}");
}

#[test]
fn the_script_of_the_gitlab_template_writes_the_report() {
    let template = yaml("dist/gitlab.yml");
    let lines = template["lacuna"]["script"].as_array().unwrap();
    let whole: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
    let sound = folder(RECORD);
    let paths = ("LACUNA_PATHS", "frameworks");
    let run = script(sound.path(), &whole.join("\n"), &[paths, ("LACUNA_FAIL_ON", "")]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let report = template["lacuna"]["artifacts"]["paths"][0].as_str().unwrap();
    assert!(fs::read_to_string(sound.path().join(report)).unwrap().starts_with("# Gap report: Aldonia"));
    let quality = template["lacuna"]["artifacts"]["reports"]["codequality"].as_str().unwrap();
    assert_eq!(
        fs::read_to_string(sound.path().join(quality)).unwrap().trim(),
        "[]",
        "nothing is wrong with the record"
    );
    let run = script(sound.path(), &whole.join("\n"), &[paths, ("LACUNA_FAIL_ON", "gap,conflict")]);
    assert_eq!(run.status.code(), Some(1));
}

#[test]
fn completions_and_manual_pages_come_out_of_the_program_as_they_are_kept() {
    let folder = TempDir::new().unwrap();
    let run = |words: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_lacuna")).args(words).current_dir(folder.path()).output().unwrap()
    };
    for (shell, file) in
        [("bash", "lacuna.bash"), ("zsh", "_lacuna"), ("fish", "lacuna.fish"), ("powershell", "_lacuna.ps1")]
    {
        let ran = run(&["completions", shell]);
        assert!(ran.status.success());
        assert_eq!(
            String::from_utf8(ran.stdout).unwrap(),
            fs::read_to_string(format!("dist/completions/{file}")).unwrap()
        );
    }
    assert_eq!(run(&["completions", "cmd"]).status.code(), Some(2));
    assert!(run(&["man", "pages"]).status.success());
    let page = fs::read_to_string(folder.path().join("pages/lacuna-audit.1")).unwrap();
    assert_eq!(page, fs::read_to_string("dist/man/lacuna-audit.1").unwrap());
    assert!(page.contains("fail\\-on") && page.contains(".SH SYNOPSIS"), "{page}");
    for command in lacuna::cli::commands().iter().skip(1) {
        let name = command.name.replace(' ', "-");
        assert!(folder.path().join(format!("pages/{name}.1")).is_file(), "{name}");
    }
    fs::write(folder.path().join("file"), "").unwrap();
    assert_eq!(run(&["man", "file/pages"]).status.code(), Some(3));
}

#[test]
fn bash_completes_the_commands() {
    let ask = "source dist/completions/lacuna.bash; COMP_WORDS=(lacuna au); COMP_CWORD=1; _lacuna lacuna au lacuna; \
               echo \"${COMPREPLY[@]}\"";
    let run = script(Path::new("."), ask, &[]);
    assert_eq!(String::from_utf8_lossy(&run.stdout).trim(), "audit", "{}", String::from_utf8_lossy(&run.stderr));
}
