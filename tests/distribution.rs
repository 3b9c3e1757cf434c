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
    assert_eq!(names, ["Install", "Audit"]);
    let run = |number: usize| steps[number]["run"].as_str().unwrap();
    // Nothing that a caller says reaches the shell as program text.
    assert!(steps.iter().all(|step| !step["run"].as_str().unwrap().contains("${{")));
    for input in action["inputs"].as_object().unwrap().keys() {
        assert!(
            steps[1]["env"].as_object().unwrap().values().any(|it| *it == format!("${{{{ inputs.{input} }}}}")),
            "{input}"
        );
    }
    let audit = |folder: &TempDir, variables: &[(&str, &str)]| {
        let names: Vec<&str> = steps[1]["env"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut all: Vec<(&str, &str)> = names.into_iter().map(|name| (name, "")).collect();
        all.extend([("LACUNA_PATHS", "frameworks"), ("LACUNA_CHECKLIST", "annex-d")]);
        all.extend(variables);
        let output = script(folder.path(), run(1), &all);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let sound = folder(RECORD);
    let (code, said) = audit(&sound, &[]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) =
        audit(&sound, &[("LACUNA_FAIL_ON", "gap"), ("LACUNA_AS_OF", "2009-01-01"), ("LACUNA_SARIF", "lacuna.sarif")]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.lines().any(|line| line.starts_with("::warning file=frameworks/aldonia.yaml,line=")), "{said}");
    let summary = fs::read_to_string(sound.path().join("summary.md")).unwrap();
    assert_eq!(summary.matches("# Aldonia, as at 2009-").count(), 2, "each audit is shown: {summary}");
    assert!(fs::read_to_string(sound.path().join("lacuna.sarif")).unwrap().contains("\"version\": \"2.1.0\""));
    let broken = folder("framework: XAA\nnmae: Aldonia\n");
    let (code, said) = audit(&broken, &[("LACUNA_FAIL_ON", "gap")]);
    assert_eq!(code, Some(3));
    assert_eq!(said.matches("title=unknown-key::").count(), 1, "said once, though two commands say it: {said}");
}

#[test]
fn the_script_of_the_gitlab_template_writes_the_reports() {
    let template = yaml("dist/gitlab.yml");
    let lines = template["lacuna"]["script"].as_array().unwrap();
    let whole: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
    let run = |folder: &TempDir, fail_on: &str| {
        let variables = [("LACUNA_PATHS", "frameworks"), ("LACUNA_BASELINE", ""), ("LACUNA_FAIL_ON", fail_on)];
        script(folder.path(), &whole.join("\n"), &variables)
    };
    let sound = folder(RECORD);
    let ran = run(&sound, "");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let artifacts = &template["lacuna"]["artifacts"];
    let read = |name: &Value| fs::read_to_string(sound.path().join(name.as_str().unwrap())).unwrap();
    let reports = sound.path().join(artifacts["paths"][0].as_str().unwrap());
    assert!(fs::read_to_string(reports.join("aldonia.md")).unwrap().starts_with("# Gap report: Aldonia"));
    let quality: Value = serde_json::from_str(&read(&artifacts["reports"]["codequality"])).unwrap();
    assert!(quality.as_array().unwrap().iter().all(|issue| issue["fingerprint"].is_string()));
    assert!(read(&artifacts["reports"]["junit"]).contains("<testsuite name=\"XAA.annex-d\""));
    assert_eq!(run(&sound, "gap,conflict").status.code(), Some(1));
    let broken = folder("framework: XAA\nnmae: Aldonia\n");
    assert_eq!(run(&broken, "gap").status.code(), Some(3));
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
