//! The page: built, tried in a browser, served.

use super::workspace::{path, run, write};
use super::{Done, node, wasm};
use std::process::{Command, Stdio};

/// Where Debian puts its browser; `CHROMIUM` names another.
const BROWSER: &str = "/usr/bin/chromium";
/// The picture that the README shows.
const PICTURE: &str = "docs/page.png";

/// `cargo xtask web --build`: modules, package and page, `web/site` for any web server.
pub(crate) fn build() -> Done {
    node::install()?;
    wasm::build()?;
    page()
}

/// `cargo xtask web`: the same, then a server on this machine.
pub(crate) fn serve() -> Done {
    build()?;
    run(node::node(&["app/static.mjs"]))
}

/// The page from modules that are built already.
fn page() -> Done {
    node::package()?;
    run(node::node(&["app/build.mjs"]))
}

/// The page in Chromium. Its pictures stay in `web/test-output`.
pub(crate) fn test() -> Done {
    page()?;
    ensure_browser()?;
    run(node::node(&["--test", "--test-reporter=spec", "test/page/page.test.mjs"]))
}

/// `cargo xtask web --picture`: the test's picture becomes that of the README.
pub(crate) fn picture() -> Done {
    test()?;
    let taken = super::workspace::read(&path("web/test-output/readme.png"))?;
    write(&path(PICTURE), &taken).map(|_| ())
}

/// Chromium and a font with Chinese characters: Debian's packages, where they are missing.
pub(crate) fn ensure_browser() -> Done {
    let mut missing = Vec::new();
    if std::env::var_os("CHROMIUM").is_none() && !std::path::Path::new(BROWSER).exists() {
        missing.push("chromium");
    }
    if !has_chinese_font() {
        missing.extend(["fontconfig", "fonts-wqy-zenhei"]);
    }
    if missing.is_empty() {
        return Ok(());
    }
    eprintln!("installing {}", missing.join(", "));
    let apt = |args: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").args(["-qq", "-o", "Dpkg::Use-Pty=0"]).args(args);
        run(apt)
    };
    let all: Vec<&str> =
        ["install", "-y", "--no-install-recommends"].into_iter().chain(missing.iter().copied()).collect();
    apt(&["update"]).and_then(|()| apt(&all)).map_err(|error| {
        format!("{error}\ninstall {} by hand, or name a browser in CHROMIUM", missing.join(", "))
    })
}

fn has_chinese_font() -> bool {
    let mut list = Command::new("fc-list");
    list.arg(":lang=zh").stderr(Stdio::null());
    list.output().is_ok_and(|output| !output.stdout.is_empty())
}
