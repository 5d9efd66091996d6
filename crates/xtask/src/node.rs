//! The tests of the web package, run by Node.

use super::Done;
use super::workspace::{path, run};
use std::process::{Command, Stdio};

/// Whether Node is on this machine.
pub(crate) fn present() -> bool {
    let mut node = Command::new("node");
    node.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    node.status().is_ok_and(|status| status.success())
}

/// `node --test` in `web/`, on the module that `cargo xtask wasm` built. It needs no packages.
pub(crate) fn test() -> Done {
    let mut node = Command::new("node");
    node.current_dir(path("web")).args(["--test", "--test-reporter=spec"]);
    run(node)
}
