//! `lacuna lsp`: a language server on standard input and output.
//!
//! - `wire`: messages as the protocol frames them (Language Server Protocol 3.17), places as it counts them;
//! - `state`: the files that are open, and what is wrong with each;
//! - `verdicts`: what a provision supports;
//! - this file: one message after the other, each answered before the next is read.

mod state;
mod verdicts;
mod wire;

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

use self::state::State;
use super::args::LspOptions;
use super::exit::Exit;
use super::input::Input;
use super::output;

/// A message that is no JSON.
const PARSE_ERROR: i32 = -32_700;
/// A message that is no request.
const INVALID_REQUEST: i32 = -32_600;
/// A request that this server does not know.
const METHOD_NOT_FOUND: i32 = -32_601;

/// Runs the command until the editor says `exit`. The code is 0 where it said `shutdown` before, as the protocol asks.
pub(super) fn run(options: &LspOptions) -> Exit {
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, super::args::Color::Auto);
    };
    let checklists = input.checklists(&[], &vocabulary);
    let mut state = State::new(input.files, vocabulary, checklists);
    match serve(&mut state, &mut io::stdin().lock(), &mut io::stdout().lock()) {
        Ok(true) => Exit::Clean,
        Ok(false) => Exit::Found,
        Err(error) => output::complain(&format!("the editor cannot be spoken with: {error}")),
    }
}

/// Speaks with an editor whose messages come from anywhere, in the words of the embedded vocabulary; says whether it took
/// leave properly.
///
/// # Errors
///
/// Those of the streams, and a message that is cut off or too long.
pub fn converse(from: &mut dyn BufRead, to: &mut dyn Write) -> io::Result<bool> {
    let mut input = Input::default();
    let vocabulary = input.vocabulary(None).ok_or_else(|| io::Error::other("the embedded vocabulary is unsound"))?;
    let checklists = input.checklists(&[], &vocabulary);
    serve(&mut State::new(input.files, vocabulary, checklists), from, to)
}

/// Answers until the end; says whether the editor took leave properly.
fn serve(state: &mut State, from: &mut dyn BufRead, to: &mut dyn Write) -> io::Result<bool> {
    let mut leaving = false;
    while let Some(bytes) = wire::read(from)? {
        let Ok(message) = serde_json::from_slice::<Value>(&bytes) else {
            wire::write(to, &failure(&Value::Null, PARSE_ERROR, "the message is no JSON"))?;
            continue;
        };
        let id = message.get("id");
        let method = message.get("method").and_then(Value::as_str);
        let parameters = message.get("params").unwrap_or(&Value::Null);
        match (method, id) {
            (Some("exit"), _) => return Ok(leaving),
            (Some("shutdown"), Some(id)) => {
                leaving = true;
                wire::write(to, &json!({ "jsonrpc": "2.0", "id": id, "result": null }))?;
            }
            (Some(method), Some(id)) if leaving => {
                let words = format!("`{method}` after `shutdown`");
                wire::write(to, &failure(id, INVALID_REQUEST, &words))?;
            }
            (Some(method), Some(id)) => wire::write(to, &answer(state, id, method, parameters))?,
            (Some(method), None) => {
                for (uri, diagnostics) in notice(state, method, parameters) {
                    let parameters = json!({ "uri": uri, "diagnostics": diagnostics });
                    let method = "textDocument/publishDiagnostics";
                    wire::write(to, &json!({ "jsonrpc": "2.0", "method": method, "params": parameters }))?;
                }
            }
            // An answer to a question that was never asked.
            (None, _) => {}
        }
    }
    Ok(leaving)
}

fn failure(id: &Value, code: i32, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

fn answer(state: &mut State, id: &Value, method: &str, parameters: &Value) -> Value {
    let result = match method {
        "initialize" => {
            state.root = parameters.get("rootUri").and_then(Value::as_str).and_then(wire::path);
            capabilities()
        }
        "textDocument/completion" => state.completion(parameters),
        "textDocument/hover" => state.hover(parameters),
        "textDocument/definition" => state.definition(parameters),
        "textDocument/codeLens" => state.lenses(parameters),
        method => return failure(id, METHOD_NOT_FOUND, &format!("there is no `{method}` here")),
    };
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

fn capabilities() -> Value {
    json!({
        "capabilities": {
            "textDocumentSync": { "openClose": true, "change": 1 },
            "completionProvider": { "triggerCharacters": [" ", "[", "{", ","] },
            "hoverProvider": true,
            "definitionProvider": true,
            "codeLensProvider": {},
        },
        "serverInfo": { "name": "lacuna", "version": crate::report::VERSION },
    })
}

/// Takes note of what the editor did; returns the files of which something new is to be said.
fn notice(state: &mut State, method: &str, parameters: &Value) -> Vec<(String, Value)> {
    let document = parameters.get("textDocument");
    let Some(uri) = document.and_then(|it| it.get("uri")).and_then(Value::as_str) else { return Vec::new() };
    let text = match method {
        "textDocument/didOpen" => document.and_then(|it| it.get("text")),
        // The whole text is sent each time, and the last change is the one that holds.
        "textDocument/didChange" => parameters.get("contentChanges").and_then(|it| it.as_array()?.last()?.get("text")),
        "textDocument/didClose" => {
            state.open.remove(uri);
            return vec![(uri.to_owned(), json!([]))];
        }
        _ => return Vec::new(),
    };
    let Some(text) = text.and_then(Value::as_str) else { return Vec::new() };
    state.open.insert(uri.to_owned(), text.to_owned());
    vec![(uri.to_owned(), state.diagnostics(uri))]
}
