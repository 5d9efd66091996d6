//! The safe corrections as a unified diff: what a tool may change without knowing the facts.

use super::Checked;
use super::formats::{Look, Sink};
use super::summary::Tally;
use crate::error::Unreadable;
use report_model::{Applicability, Fix};
use similar::TextDiff;
use std::io::{self, Write};

/// Prints patches.
#[derive(Debug)]
pub(crate) struct Diff {
    look: Look,
    patched: usize,
}

impl Diff {
    pub(crate) fn new(look: Look) -> Self {
        Self { look, patched: 0 }
    }
}

impl Sink for Diff {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let safe = checked.fresh().filter_map(|finding| finding.fix.as_ref());
        let fixes: Vec<&Fix> = safe.filter(|fix| fix.applicability == Applicability::Safe).collect();
        let patched = apply(&checked.text, fixes);
        if patched == checked.text {
            return Ok(());
        }
        self.patched += 1;
        let diff = TextDiff::from_lines(checked.text.as_str(), patched.as_str());
        let path = checked.path.replace('\\', "/");
        let patch = diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string();
        io::stdout().lock().write_all(patch.as_bytes())
    }

    fn unreadable(&mut self, _: &str, _: &Unreadable) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &Tally) -> io::Result<()> {
        if self.patched == 0 {
            crate::error::say(
                self.look.lang.pick("没有可以放心自动改正的内容", "nothing that could safely be corrected"),
            );
        }
        Ok(())
    }
}

/// The text with fixes applied, in order; one that overlaps an earlier one waits for the next run.
fn apply(text: &str, mut fixes: Vec<&Fix>) -> String {
    fixes.sort_by_key(|fix| fix.span);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for fix in fixes {
        let (start, end) = (fix.span.start as usize, fix.span.end as usize);
        if start < at || text.get(start..end).is_none() {
            continue;
        }
        out.push_str(&text[at..start]);
        out.push_str(&fix.replacement);
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use report_model::Span;

    #[test]
    fn overlapping_fixes_wait() {
        let fix = |a, b, words: &str| Fix {
            span: Span::new(a, b),
            replacement: words.to_owned(),
            applicability: Applicability::Safe,
        };
        let (one, two, three) = (fix(0, 2, "X"), fix(1, 3, "Y"), fix(3, 4, "Z"));
        assert_eq!(apply("abcde", vec![&three, &two, &one]), "XcZe");
    }
}
