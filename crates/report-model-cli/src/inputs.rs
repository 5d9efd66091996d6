//! From the arguments to the list of texts.

use crate::args::InputArgs;
use crate::error::Unreadable;
pub(crate) use report_corpus::{Input, Inputs};

/// All texts that the arguments name.
pub(crate) fn expand(args: &InputArgs) -> Result<Inputs, (String, Unreadable)> {
    Inputs::of(&args.files, args.files_from.as_deref(), &args.stdin_filename)
}
