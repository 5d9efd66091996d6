//! Reports with their texts, for the commands that look at several together.

use crate::args::{Color, InputArgs, LookArgs};
use crate::error::{Unreadable, Worded as _, say};
use crate::inputs::{self, Input, Inputs};
use crate::lang::Lang;
use crate::output::width::{self, sanitise};
use report_corpus::{Read, Reader, Reading};
use report_model::Report;
use std::io::{self, IsTerminal};

/// A report and the text it was read from.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) label: String,
    pub(crate) report: Report,
    pub(crate) text: String,
}

/// Reads one input; a fault of a library is an answer, too.
pub(crate) fn read(input: Input, reader: &Reader) -> Result<Source, (String, Unreadable)> {
    let Reading { label, outcome, .. } = reader.read(input);
    match outcome {
        Ok(Read { report, text }) => Ok(Source { label, report, text }),
        Err(error) => Err((label, error)),
    }
}

/// Says on standard error why an input gives no report.
pub(crate) fn complain(label: &str, error: &Unreadable, lang: Lang) {
    say(&format!("report-model: {}: {}", sanitise(label), sanitise(&error.message(lang))));
}

/// The inputs of a command; says what is wrong with the arguments themselves.
pub(crate) fn expand(args: &InputArgs, lang: Lang) -> Option<Inputs> {
    if args.stdin_uses() > 1 {
        say(lang
            .pick("report-model: 标准输入只能用一次", "report-model: standard input can be used only once"));
        return None;
    }
    match inputs::expand(args) {
        Ok(inputs) if inputs.list.is_empty() => {
            say(lang.pick("report-model: 没有要读取的文件", "report-model: no file to read"));
            None
        }
        Ok(inputs) => Some(inputs),
        Err((label, error)) => {
            complain(&label, &error, lang);
            None
        }
    }
}

/// How text is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) lang: Lang,
    pub(crate) colour: bool,
    /// Columns to fill.
    pub(crate) width: usize,
    pub(crate) to_terminal: bool,
}

impl Screen {
    pub(crate) fn new(look: &LookArgs) -> Self {
        Self::of(look.lang, look.color, look.width)
    }

    fn of(lang: Option<Lang>, color: Color, width: Option<u16>) -> Self {
        let to_terminal = io::stdout().is_terminal();
        let choice = anstream::AutoStream::new(io::stdout(), color.into()).current_choice();
        Self {
            lang: lang.unwrap_or_else(Lang::from_env),
            colour: choice != anstream::ColorChoice::Never,
            width: width.map_or_else(|| width::columns(to_terminal), usize::from),
            to_terminal,
        }
    }
}

impl From<Lang> for report_compare::Lang {
    fn from(lang: Lang) -> Self {
        lang.pick(Self::Zh, Self::En)
    }
}
