//! A headless Chromium, spoken to through two pipes in the protocol of its developer tools.
//!
//! The browser reads commands on its third descriptor and writes answers and events on its fourth, each a JSON text that
//! ends with a zero byte. Two named pipes and a shell that opens them are all it takes.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

/// The most seconds that a browser may live; one that hangs is ended, and the test fails instead of waiting for ever.
const MOST_SECONDS: &str = "3600";

/// A browser with one page open.
pub(crate) struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    next: u64,
    session: Option<String>,
    /// What happened so far: network, console, exceptions.
    pub(crate) events: Vec<Value>,
    folder: tempfile::TempDir,
}

impl Browser {
    /// Starts the browser with an empty page of a size.
    pub(crate) fn start(width: u32, height: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let [to, from] = ["to", "from"].map(|name| {
            let path = folder.path().join(name);
            assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
            path
        });
        let child = Command::new("sh")
            .args(["-c", "to=$1; from=$2; shift 2; exec timeout \"$@\" 3<\"$to\" 4>\"$from\"", "sh"])
            .args([&to, &from])
            .arg(MOST_SECONDS)
            .arg(program())
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"])
            .args(["--hide-scrollbars", "--force-color-profile=srgb", "--lang=en-GB", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The shell opens the pipes in this order, and each opening waits for its other side.
        let to = OpenOptions::new().write(true).open(to).unwrap();
        let from = BufReader::new(File::open(from).unwrap());
        let mut browser = Self { child, to, from, next: 0, session: None, events: Vec::new(), folder };
        let target = browser.send("Target.createTarget", json!({ "url": "about:blank" }));
        let flat = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.send("Target.attachToTarget", flat);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.send(&format!("{domain}.enable"), json!({}));
        }
        browser.resize(width, height);
        browser
    }

    /// Sends a command and waits for its answer. Events that come before it are kept.
    pub(crate) fn send(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let number = self.next;
        let mut message = json!({ "id": number, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.to.write_all(&bytes).unwrap();
        loop {
            let message = self.receive();
            if message["id"] == number {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn receive(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).unwrap();
        assert_eq!(bytes.pop(), Some(0), "the browser ended");
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Waits until an event of a name has come since a number of events.
    fn wait(&mut self, since: usize, name: &str) {
        while !self.events[since..].iter().any(|event| event["method"] == name) {
            let message = self.receive();
            self.events.push(message);
        }
    }

    /// Opens a file, at a place of it, and waits until it has loaded.
    pub(crate) fn open(&mut self, path: &Path, hash: &str) {
        // A change of the hash alone loads nothing, so an empty page goes between.
        for address in ["about:blank".to_owned(), format!("file://{}{hash}", path.display())] {
            let since = self.events.len();
            self.send("Page.navigate", json!({ "url": address }));
            self.wait(since, "Page.loadEventFired");
        }
    }

    /// Goes to another place of the page that is open.
    pub(crate) fn open_within(&mut self, hash: &str) {
        self.ask(&format!("location.hash = {hash:?}"));
        self.settle();
        self.settle();
    }

    /// The value of an expression in the page.
    pub(crate) fn ask(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.send("Runtime.evaluate", params);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// The text that an expression gives.
    pub(crate) fn text(&mut self, expression: &str) -> String {
        let value = self.ask(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} gives {value}")).to_owned()
    }

    /// The number that an expression gives.
    pub(crate) fn number(&mut self, expression: &str) -> i64 {
        let value = self.ask(expression);
        value.as_i64().unwrap_or_else(|| panic!("{expression} gives {value}"))
    }

    /// Presses the mouse in the middle of the first element that a selector finds.
    pub(crate) fn click(&mut self, selector: &str) {
        let place = self.ask(&format!(
            "(() => {{ const it = document.querySelector({selector:?}); it.scrollIntoView({{ block: 'center' }}); \
             const box = it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1 });
            self.send("Input.dispatchMouseEvent", params);
        }
        self.settle();
    }

    /// Presses a key, as `Enter` or `ArrowDown`.
    pub(crate) fn press(&mut self, key: &str, code: u32) {
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
            if kind == "keyDown" && !text.is_empty() {
                params["text"] = json!(text);
            }
            self.send("Input.dispatchKeyEvent", params);
        }
        self.settle();
    }

    /// Chooses a day as a reader does who types it.
    pub(crate) fn choose_day(&mut self, day: &str) {
        self.set("#_date", day);
    }

    /// Gives a field a value, as a reader does who chooses it.
    pub(crate) fn set(&mut self, selector: &str, value: &str) {
        self.ask(&format!(
            "(() => {{ const it = document.querySelector({selector:?}); it.value = {value:?}; \
             it.dispatchEvent(new Event('input', {{ bubbles: true }})); \
             it.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
        self.settle();
    }

    /// Waits until the page has drawn, with everything that an event set off.
    pub(crate) fn settle(&mut self) {
        self.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
    }

    /// Sets the size of the window.
    pub(crate) fn resize(&mut self, width: u32, height: u32) {
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.send("Emulation.setDeviceMetricsOverride", params);
    }

    /// Asks for dark or light.
    pub(crate) fn scheme(&mut self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.send("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// A picture of the window, as PNG.
    pub(crate) fn picture(&mut self) -> Vec<u8> {
        self.settle();
        let picture = self.send("Page.captureScreenshot", json!({ "format": "png" }));
        decode(picture["data"].as_str().unwrap())
    }

    /// The page on paper, as PDF.
    pub(crate) fn print(&mut self) -> Vec<u8> {
        let pdf = self.send("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
        decode(pdf["data"].as_str().unwrap())
    }

    /// Every address that was asked for, and every word on the console or in the browser's log.
    pub(crate) fn noise(&self) -> (Vec<String>, Vec<String>) {
        let of = |name: &'static str| self.events.iter().filter(move |event| event["method"] == name);
        let asked =
            of("Network.requestWillBeSent").map(|it| it["params"]["request"]["url"].as_str().unwrap().to_owned());
        let words = ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"];
        (asked.collect(), words.into_iter().flat_map(of).map(|it| it["params"].to_string()).collect())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // The profile goes with the folder, which is named here so that it stays until now.
        let _ = self.folder.path();
    }
}

/// The browser of the system: `CHROMIUM`, or the first one that is there.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return named.into();
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut known = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    known.find(|path| path.is_file()).expect("a Chromium must be installed; see .ci/run")
}

fn decode(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::prelude::BASE64_STANDARD.decode(text).unwrap()
}
