//! `lacuna lsp`, spoken with by a client over standard input and output, as an editor does.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const RECORD: &str = "framework: XAA
name: Aldonia
reviewed: 2009-08-31
coverage: partial
sources:
  gazette: { title: The Gazette 𝄞 of Aldonia, year: 2009 }
commitments:
  crc: { acceded: 1991-05-08, source: gazette }
laws:
  child-act:
    title: Child Act
    kind: act
    subjects: [child-protection]
    in-force: 2000-01-01
    source: gazette
    confidence: verified
    provisions:
      - at: s. 2
        summary: A child is below 16.
        says:
          child-definition: { age-below: 16, field: [protection] }
";

const DRAFT: &str = "overlay: XAA
laws:
  child-bill:
    title: Child Bill
    kind: act
    repeals: [child-act]
    source: gazette
    confidence: verified
    provisions:
      - at: cl. 1
        summary: A child is below 18.
        says: { child-definition: { age-below: 18, field: [protection] } }
";

const CHECKLIST: &str = "checklist: own
title: Own
version: 1
source: { title: Ours }
sections:
  - id: s
    title: S
    items:
      - id: i
        title: I
        requires: R
        floor: law
        remedy: { lever: statute, pointer: P }
        elements:
          - id: e
            requires: R
            rule: some provision on child-definition has age-below >= 18
";

struct Client {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    next: i64,
    folder: TempDir,
}

impl Client {
    fn start() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("frameworks")).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_lacuna"))
            .args(["lsp", "--stdio"])
            .current_dir(folder.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take();
        let from = BufReader::new(child.stdout.take().unwrap());
        let mut client = Self { child, to, from, next: 0, folder };
        let root = format!("file://{}", client.folder.path().display());
        let answer = client.ask("initialize", &json!({ "processId": null, "rootUri": root, "capabilities": {} }));
        assert_eq!(answer["capabilities"]["textDocumentSync"]["change"], 1);
        assert_eq!(answer["serverInfo"]["name"], "lacuna");
        client.tell("initialized", &json!({}));
        client
    }

    fn send(&mut self, text: &str) {
        let to = self.to.as_mut().unwrap();
        write!(to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        to.flush().unwrap();
    }

    fn tell(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }).to_string());
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.from.read_line(&mut line).unwrap() > 0, "the server is gone");
            match line.trim_end().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().unwrap(),
                None if line == "\r\n" => break,
                None => panic!("what is this: {line:?}"),
            }
        }
        let mut bytes = vec![0; length];
        self.from.read_exact(&mut bytes).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Asks and returns the whole answer.
    fn request(&mut self, method: &str, parameters: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": parameters }).to_string());
        let answer = self.receive();
        assert_eq!(answer["id"], id);
        answer
    }

    fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        let answer = self.request(method, parameters);
        assert_eq!(answer.get("error"), None);
        answer["result"].clone()
    }

    /// Opens a text and returns what is wrong with it.
    fn open(&mut self, uri: &str, text: &str) -> Vec<Value> {
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
        self.published(uri)
    }

    fn change(&mut self, uri: &str, text: &str) -> Vec<Value> {
        let changes = json!([{ "text": text }]);
        self.tell(
            "textDocument/didChange",
            &json!({ "textDocument": { "uri": uri, "version": 2 }, "contentChanges": changes }),
        );
        self.published(uri)
    }

    fn published(&mut self, uri: &str) -> Vec<Value> {
        let notice = self.receive();
        assert_eq!(
            (notice["method"].as_str(), notice["params"]["uri"].as_str()),
            (Some("textDocument/publishDiagnostics"), Some(uri))
        );
        notice["params"]["diagnostics"].as_array().unwrap().clone()
    }

    /// Opens a text with a mark `^` in it and asks about the place of the mark.
    fn about(&mut self, method: &str, marked: &str) -> Value {
        let (before, after) = marked.split_once('^').unwrap();
        let uri = "file:///marked.yaml";
        self.open(uri, &format!("{before}{after}"));
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
        self.ask(
            method,
            &json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } }),
        )
    }

    fn words(&mut self, marked: &str) -> Vec<String> {
        let answer = self.about("textDocument/completion", marked);
        answer.as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }

    fn hover(&mut self, marked: &str) -> String {
        let answer = self.about("textDocument/hover", marked);
        answer["contents"]["value"].as_str().unwrap_or("nothing").to_owned()
    }

    fn leave(mut self) -> i32 {
        assert_eq!(self.ask("shutdown", &Value::Null), Value::Null);
        assert_eq!(self.request("textDocument/hover", &json!({}))["error"]["code"], -32_600);
        self.tell("exit", &Value::Null);
        self.child.wait().unwrap().code().unwrap()
    }
}

/// The words of a text that a range points at.
fn pointed<'a>(text: &'a str, range: &Value) -> &'a str {
    let at = |place: &Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut units = place["character"].as_u64().unwrap();
        let mut bytes = 0;
        for c in text[start..].chars() {
            if units == 0 {
                break;
            }
            units -= c.len_utf16() as u64;
            bytes += c.len_utf8();
        }
        start + bytes
    };
    &text[at(&range["start"])..at(&range["end"])]
}

#[test]
fn what_is_wrong_is_said_as_one_types_and_is_what_check_says() {
    let mut client = Client::start();
    let uri = "file:///aldonia.yaml";
    assert_eq!(client.open(uri, RECORD), Vec::<Value>::new());
    let faulty = RECORD
        .replace("kind: act", "knid: act")
        .replace("field: [protection]", "field: [protecton]")
        .replace("source: gazette }", "source: gazete }");
    let found = client.change(uri, &faulty);
    let codes: Vec<_> = found.iter().map(|it| (it["code"].as_str().unwrap(), pointed(&faulty, &it["range"]))).collect();
    assert_eq!(
        codes,
        [("idle", "gazette"), ("unknown-source", "gazete"), ("unknown-key", "knid"), ("unknown-word", "protecton")]
    );
    assert!(found.iter().all(|it| it["source"] == "lacuna"));
    assert!(found[3]["message"].as_str().unwrap().contains("did you mean `protection`?"), "{}", found[3]);
    // The command says the same, of the same words.
    fs::write(client.folder.path().join("frameworks/a.yaml"), &faulty).unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_lacuna"))
        .args(["check", "--format", "json"])
        .current_dir(client.folder.path())
        .output()
        .unwrap();
    let list: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let checked: Vec<_> = list["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["code"].clone(), it["line"].as_u64().unwrap() - 1))
        .collect();
    let typed: Vec<_> =
        found.iter().map(|it| (it["code"].clone(), it["range"]["start"]["line"].as_u64().unwrap())).collect();
    assert_eq!(checked, typed);
    // Two places: the second says where the first one stands.
    let twice = format!("{RECORD}name: Again\n");
    let found = client.change(uri, &twice);
    assert_eq!(found[0]["code"], "duplicate-key");
    assert_eq!(found[0]["relatedInformation"][0]["message"], "first here");
    assert_eq!(pointed(&twice, &found[0]["relatedInformation"][0]["location"]["range"]), "name");
    assert_eq!(client.change(uri, "framework: [")[0]["code"], "yaml-syntax");
    client.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    assert_eq!(client.published(uri), Vec::<Value>::new(), "a file that is closed has no faults");
    assert_eq!(
        client.open("file:///c.yaml", &CHECKLIST.replace("age-below", "age-belwo"))[0]["code"],
        "unknown-attribute"
    );
    assert_eq!(client.leave(), 0);
}

#[test]
fn words_are_completed_where_they_can_stand() {
    let mut client = Client::start();
    assert_eq!(client.words("^"), ["framework", "overlay", "checklist", "vocabulary", "waivers"]);
    let keys = client.words("framework: XAA\n^");
    assert!(keys.contains(&"silences".to_owned()) && keys.contains(&"coverage".to_owned()), "{keys:?}");
    assert_eq!(client.words("framework: XAA\ncoverage: ^"), ["partial", "complete"]);
    assert_eq!(client.words("framework: XAA\ncoverage: pa^"), ["partial", "complete"]);
    let head = RECORD.split("          child-definition").next().unwrap();
    let topics = client.words(&format!("{head}          ^"));
    assert!(topics.contains(&"trafficking-definition".to_owned()) && topics.contains(&"victim-fund".to_owned()));
    assert_eq!(
        client.words(&format!("{head}          child-definition: {{ ^")),
        ["age-below", "field", "married-too", "in-doubt"]
    );
    let fields = client.words(&format!("{head}          child-definition: {{ age-below: 18, field: [protection, ^"));
    assert!(fields.contains(&"offences".to_owned()) && !fields.contains(&"age-below".to_owned()), "{fields:?}");
    let subjects =
        client.words("framework: XAA\nlaws:\n  act:\n    kind: act\n    subjects:\n      - ^\n    title: A\n");
    assert!(subjects.contains(&"child-labour".to_owned()), "{subjects:?}");
    let treaties = client.words("framework: XAA\ncommitments:\n  ^\n");
    assert!(treaties.contains(&"palermo-protocol".to_owned()));
    assert!(client.words("framework: XAA\ncommitments:\n  crc: { ^").contains(&"ratified".to_owned()));
    // A silence is narrowed by the attributes of what it is on.
    let narrow = client.words("framework: XAA\nsilences:\n  - on: child-definition\n    ^\n");
    assert!(narrow.contains(&"field".to_owned()) && !narrow.contains(&"acts".to_owned()), "{narrow:?}");
    // What the file itself describes.
    let sources = client.words(&format!("{RECORD}      - at: s. 3\n        source: ^"));
    assert_eq!(sources, ["gazette"]);
    assert_eq!(
        client.words(&DRAFT.replace("[child-act]", "[^")),
        Vec::<String>::new(),
        "the draft has no law that it could repeal"
    );
    let answer = client.about("textDocument/completion", "framework: XAA\ncoverage: pa^");
    assert_eq!(answer[0]["textEdit"]["range"]["start"]["character"], 10, "the word that is begun is replaced");
    assert_eq!(answer[0]["documentation"], "What is not recorded is unknown.");
    client.leave();
}

#[test]
fn a_rule_is_completed_word_by_word() {
    let mut client = Client::start();
    let mut after = |written: &str| {
        client
            .words(&CHECKLIST.replace("some provision on child-definition has age-below >= 18", &format!("{written}^")))
    };
    let has = |words: &[String], word: &str| words.iter().any(|known| known == word);
    assert!(has(&after(""), "every") && has(&after(""), "party"));
    assert_eq!(after("some "), ["provision"]);
    let topics = after("some provision on ");
    assert!(has(&topics, "child-definition") && !has(&topics, "child-labour"), "{topics:?}");
    assert!(has(&after("law on "), "child-labour") && !has(&after("law on "), "child-definition"));
    assert!(has(&after("party to "), "palermo-protocol"));
    assert!(has(&after("some provision on child-definition has "), "age-below"));
    assert!(has(&after("every provision on child-definition where field includes "), "protection"));
    assert!(has(&after("some provision on child-definition covers field {protection, "), "offences"));
    assert!(has(&after("every provision on child-definition where (states age-below and "), "field"));
    assert!(has(&after("party to crc and "), "some"));
    client.leave();
}

#[test]
fn words_are_explained_where_they_stand() {
    let mut client = Client::start();
    assert!(
        client
            .hover(&RECORD.replace("child-definition", "child-def^inition"))
            .starts_with("child-definition: Below what age is a person a child?"),
        "{}",
        client.hover(&RECORD.replace("child-definition", "child-def^inition"))
    );
    assert_eq!(client.hover(&RECORD.replace("verified", "veri^fied")), "verified: The text itself was read.");
    assert!(client.hover(&RECORD.replace("[protection]", "[^protection]")).starts_with("protection: "));
    assert!(client.hover(&RECORD.replace("  crc:", "  c^rc:")).contains("Convention on the Rights of the Child"));
    assert_eq!(
        client.hover(&RECORD.replace("source: gazette\n", "source: gaz^ette\n")),
        "gazette: The Gazette 𝄞 of Aldonia"
    );
    assert_eq!(client.hover(&RECORD.replace("below 16", "bel^ow 16")), "nothing", "prose has no meaning of its own");
    assert!(client.hover(&CHECKLIST.replace("some", "so^me")).starts_with("some: One provision"));
    assert!(client.hover(&CHECKLIST.replace("age-below", "age^-below")).starts_with("age-below: "));
    assert!(client.hover(&CHECKLIST.replace("statute", "sta^tute")).contains("An act of the legislature."));
    client.leave();
}

#[test]
fn an_id_leads_to_what_it_names() {
    let mut client = Client::start();
    let marked = RECORD.replace("    source: gazette\n", "    source: ga^zette\n");
    let found = client.about("textDocument/definition", &marked);
    assert_eq!(pointed(RECORD, &found["range"]), "gazette");
    assert_eq!(found["range"]["start"]["line"], 5);
    let inline = client.about("textDocument/definition", &RECORD.replace("source: gazette }", "source: gazette^ }"));
    assert_eq!(inline["range"], found["range"]);
    let silence = format!(
        "{RECORD}silences:\n  - on: victim-fund\n    in: [child^-act]\n    note: N\n    confidence: verified\n"
    );
    assert_eq!(pointed(RECORD, &client.about("textDocument/definition", &silence)["range"]), "child-act");
    // From a draft to the framework of its country, on disk and then as it is open.
    fs::write(client.folder.path().join("frameworks/aldonia.yaml"), RECORD).unwrap();
    let found = client.about("textDocument/definition", &DRAFT.replace("[child-act]", "[child^-act]"));
    assert!(found["uri"].as_str().unwrap().ends_with("/frameworks/aldonia.yaml"), "{found}");
    assert_eq!(pointed(RECORD, &found["range"]), "child-act");
    client.open("file:///open.yaml", RECORD);
    let found = client.about("textDocument/definition", &DRAFT.replace("[child-act]", "[child^-act]"));
    assert_eq!(found["uri"], "file:///open.yaml");
    assert_eq!(client.about("textDocument/definition", &RECORD.replace("Child Act", "Chi^ld Act")), Value::Null);
    client.leave();
}

#[test]
fn the_verdicts_that_a_provision_supports_stand_over_it() {
    let mut client = Client::start();
    let uri = "file:///aldonia.yaml";
    client.open(uri, RECORD);
    let lenses = |client: &mut Client, uri: &str| {
        client.ask("textDocument/codeLens", &json!({ "textDocument": { "uri": uri } }))
    };
    let found = lenses(&mut client, uri);
    let over = |text: &str, words: &str| -> Vec<String> {
        let mine = found.as_array().unwrap().iter().filter(|lens| pointed(text, &lens["range"]) == words);
        mine.map(|lens| lens["command"]["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(over(RECORD, "s. 2"), ["◐ falls short: annex-d/child-definition.age"]);
    assert_eq!(over(RECORD, "crc").len(), 1);
    assert!(over(RECORD, "crc")[0].starts_with("● met: "), "{:?}", over(RECORD, "crc"));
    assert!(over(RECORD, "child-act")[0].contains("annex-b/"), "{:?}", over(RECORD, "child-act"));
    let draft = "file:///bill.yaml";
    client.open(draft, DRAFT);
    let found = lenses(&mut client, draft);
    let titles: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|lens| (pointed(DRAFT, &lens["range"]), lens["command"]["title"].as_str().unwrap()))
        .collect();
    assert!(titles.contains(&("cl. 1", "● met: annex-d/child-definition.age")), "{titles:?}");
    // A record that does not hold together supports nothing.
    client.change(uri, &RECORD.replace("kind: act", ""));
    assert_eq!(lenses(&mut client, uri), json!([]));
    client.leave();
}

#[test]
fn what_is_no_request_is_refused_and_the_server_goes_on() {
    let mut client = Client::start();
    client.send("{ not json");
    assert_eq!(client.receive()["error"]["code"], -32_700);
    assert_eq!(client.request("workspace/symbol", &json!({}))["error"]["code"], -32_601);
    client.tell("$/setTrace", &json!({ "value": "off" }));
    client.tell("textDocument/didOpen", &json!({ "textDocument": {} }));
    for method in ["completion", "hover", "definition"] {
        let unknown = json!({ "textDocument": { "uri": "file:///never-opened.yaml" }, "position": { "line": 0, "character": 0 } });
        assert_eq!(client.ask(&format!("textDocument/{method}"), &unknown), Value::Null);
    }
    assert_eq!(client.leave(), 0);
    // An editor that is gone without a word, or with half a word, ends the server.
    for last in ["", "Content-Length: 10\r\n\r\n{"] {
        let mut client = Client::start();
        client.to.as_mut().unwrap().write_all(last.as_bytes()).unwrap();
        client.to = None;
        assert_eq!(client.child.wait().unwrap().code(), Some(1));
    }
    let mut client = Client::start();
    client.to.as_mut().unwrap().write_all(b"Content-Length: many\r\n\r\n").unwrap();
    assert_eq!(client.child.wait().unwrap().code(), Some(3));
}

#[test]
fn any_place_of_any_text_can_be_asked_about() {
    let mut client = Client::start();
    let broken =
        "---\noverlay: XAA\nlaw: é𝄞 [{\n---\n- a\n\n  ~~~says\n\t: {é\n\n é: [\n   ~~~\n```says\n  x:\n ".to_owned();
    let texts = [
        ("yaml", RECORD.to_owned()),
        ("yaml", CHECKLIST.to_owned()),
        ("yaml", "framework: {[\"\n - - : , é𝄞\n\t- a: |\n".to_owned()),
        ("yaml", "checklist: x\nrule: >-\n  (((= {".to_owned()),
        ("md", BILL.to_owned()),
        ("md", BILL.replace('\n', "\r\n")),
        ("md", broken),
    ];
    for (ending, text) in &texts {
        let uri = format!("file:///any.{ending}");
        client.open(&uri, text);
        for (line, words) in text.lines().enumerate().step_by(2) {
            for character in (0..words.len() + 2).step_by(3) {
                let place =
                    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } });
                for method in ["completion", "hover", "definition"] {
                    client.ask(&format!("textDocument/{method}"), &place);
                }
            }
        }
    }
    assert_eq!(client.leave(), 0);
}

const BILL: &str = "---
overlay: XAA
law: child-bill
title: Child Bill
kind: act
repeals: [child-act]
---

# Child Bill

## Article 1

A child is anyone below 18.

```says
child-definition: { age-below: 18, field: [protection] }
```
";

impl Client {
    /// Opens a bill with a mark `^` in it and asks about the place of the mark.
    fn in_bill(&mut self, method: &str, marked: &str) -> Value {
        let (before, after) = marked.split_once('^').unwrap();
        self.open("file:///marked.md", &format!("{before}{after}"));
        let line = before.matches('\n').count();
        let character = before.rsplit('\n').next().unwrap().encode_utf16().count();
        let position = json!({ "line": line, "character": character });
        self.ask(method, &json!({ "textDocument": { "uri": "file:///marked.md" }, "position": position }))
    }

    fn offered(&mut self, marked: &str) -> Vec<String> {
        let answer = self.in_bill("textDocument/completion", marked);
        answer.as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    }
}

#[test]
fn an_annotated_draft_is_read_as_it_is_written() {
    let mut client = Client::start();
    fs::write(client.folder.path().join("frameworks/aldonia.yaml"), RECORD).unwrap();
    let uri = "file:///bill.md";
    assert_eq!(client.open(uri, BILL), Vec::<Value>::new());
    let faulty = BILL
        .replace("kind: act", "knid: act")
        .replace("[child-act]", "[child-atc]")
        .replace("[protection]", "[protecton]")
        + "\n## Article 2\n\nIt is short.\n";
    let found = client.change(uri, &faulty);
    let codes: Vec<_> = found.iter().map(|it| (it["code"].as_str().unwrap(), pointed(&faulty, &it["range"]))).collect();
    let wanted = [("unknown-key", "knid"), ("unknown-word", "protecton"), ("unread-article", "## Article 2")];
    assert_eq!(codes, wanted);
    let found = client.change(uri, &BILL.replace("[child-act]", "[child-atc]"));
    assert_eq!((found[0]["code"].as_str(), pointed(BILL, &found[0]["range"]).len()), (Some("repeals-nothing"), 9));
    // What supports a verdict says so over the heading.
    client.change(uri, BILL);
    let lenses = client.ask("textDocument/codeLens", &json!({ "textDocument": { "uri": uri } }));
    let over = lenses.as_array().unwrap().iter().find(|lens| pointed(BILL, &lens["range"]) == "## Article 1").unwrap();
    assert_eq!(over["command"]["title"], "● met: annex-d/child-definition.age");
    // A text that is no draft is none of ours, however it begins.
    for text in ["# A letter\n", "---\ntitle: A letter\n---\n", "---\n", "# Act\n\n```says\nx: [\n```\n"] {
        assert_eq!(client.open("file:///letter.md", text), Vec::<Value>::new(), "{text}");
    }
    client.leave();
}

#[test]
fn words_are_offered_and_explained_in_an_annotated_draft() {
    let mut client = Client::start();
    fs::write(client.folder.path().join("frameworks/aldonia.yaml"), RECORD).unwrap();
    let keys = client.offered(&BILL.replace("kind: act\n", "^\n"));
    for (key, is) in [("law", true), ("kind", true), ("in-force", true), ("text", false), ("provisions", false)] {
        assert_eq!(keys.contains(&key.to_owned()), is, "{key}: {keys:?}");
    }
    assert!(client.offered(&BILL.replace("kind: act", "level: ^")).contains(&"provincial".to_owned()));
    let topics = client.offered(&BILL.replace("child-definition: { age-below: 18, field: [protection] }", "^"));
    for (key, is) in
        [("child-definition", true), ("summary", true), ("in-force", true), ("at", false), ("quote", false)]
    {
        assert_eq!(topics.contains(&key.to_owned()), is, "{key}: {topics:?}");
    }
    let attributes = client.offered(&BILL.replace("age-below: 18, field: [protection] ", "^"));
    assert_eq!(attributes, ["age-below", "field", "married-too", "in-doubt"]);
    let fields = client.offered(&BILL.replace("[protection]", "[pr^"));
    assert!(fields.contains(&"protection".to_owned()) && !fields.contains(&"age-below".to_owned()), "{fields:?}");
    assert_eq!(client.offered(&BILL.replace("A child is", "A child ^ is")), Vec::<String>::new());
    let answer = client.in_bill("textDocument/hover", &BILL.replace("child-definition", "child-def^inition"));
    assert!(answer["contents"]["value"].as_str().unwrap().starts_with("child-definition: "), "{answer}");
    assert_eq!(pointed(BILL, &answer["range"]), "child-definition");
    assert_eq!(client.in_bill("textDocument/hover", &BILL.replace("anyone", "any^one")), Value::Null);
    let found = client.in_bill("textDocument/definition", &BILL.replace("[child-act]", "[child^-act]"));
    assert!(found["uri"].as_str().unwrap().ends_with("/frameworks/aldonia.yaml"), "{found}");
    assert_eq!(pointed(RECORD, &found["range"]), "child-act");
    assert_eq!(client.in_bill("textDocument/definition", &BILL.replace("anyone", "any^one")), Value::Null);
    client.leave();
}

#[test]
fn a_quotation_is_compared_with_the_laws_own_text_as_one_types() {
    let mut client = Client::start();
    let folder = client.folder.path().join("frameworks");
    fs::write(folder.join("act.md"), "## Section 2\n\nA child is anyone below 18.\n").unwrap();
    let uri = format!("file://{}", folder.join("aldonia.yaml").display());
    let record = RECORD
        .replace("    confidence: verified\n", "    confidence: verified\n    text: act.md\n")
        .replace("        says:", "        quote: a child is anyone below 18\n        says:");
    let found = client.open(&uri, &record);
    let codes: Vec<_> = found.iter().map(|it| (it["code"].as_str().unwrap(), pointed(&record, &it["range"]))).collect();
    assert_eq!(codes, [("quote-not-found", "a child is anyone below 18")]);
    assert_eq!(client.change(&uri, &record.replace("a child is", "A child is")), Vec::<Value>::new());
    assert_eq!(client.change(&uri, &record.replace("text: act.md", "text: none.md"))[0]["code"], "text-unreadable");
    client.leave();
}
