//! The map from view offsets to source offsets, built while the view is written.

use super::Blocks;
use std::borrow::Cow;

/// A stretch of the view whose offsets run evenly with those of the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    view: u32,
    source: u32,
    /// Source bytes for each view byte: 1 where the characters are the same length, 3 for full-width signs read as
    /// ASCII; 0 where the view holds something the source does not (a line break, a blank).
    pace: u8,
    /// One ASCII byte of the source read as a wider sign.
    wide: bool,
}

impl Run {
    /// Source offset behind the character of this stretch that ends at a view offset.
    const fn end(self, view: usize) -> usize {
        let len = if self.wide { 1 } else { (view - self.view as usize) * self.pace as usize };
        self.source as usize + len
    }
}

/// View offsets to source offsets.
#[derive(Debug, Default)]
pub(super) struct Map {
    runs: Vec<Run>,
    blocks: Blocks,
}

impl Map {
    fn run(&self, view: usize) -> Option<Run> {
        let part = self.blocks.around(view + 1);
        let behind = part.start + self.runs[part].partition_point(|run| run.view as usize <= view);
        behind.checked_sub(1).map(|i| self.runs[i])
    }

    /// Source offset of the character that starts at a view offset.
    pub(super) fn start(&self, view: usize, len: usize) -> usize {
        self.run(view)
            .map_or(view, |run| run.source as usize + (view - run.view as usize) * usize::from(run.pace))
            .min(len)
    }

    /// The first view offset whose character starts at a source offset or behind it; `len` is the view's length.
    pub(super) fn view(&self, source: usize, len: usize) -> usize {
        let behind = self.runs.partition_point(|run| (run.source as usize) < source);
        // A stretch that begins right there is the answer; else it lies inside the one before.
        let next = self.runs.get(behind);
        let limit = next.map_or(len, |run| run.view as usize);
        if next.is_some_and(|run| run.source as usize == source) {
            return limit;
        }
        let Some(run) = behind.checked_sub(1).map(|i| self.runs[i]) else { return source.min(limit) };
        match usize::from(run.pace) {
            pace if pace > 0 && !run.wide => {
                (run.view as usize + (source - run.source as usize).div_ceil(pace)).min(limit)
            }
            _ => limit,
        }
    }

    /// Source offset behind the character that ends at a view offset.
    pub(super) fn end(&self, view: usize) -> usize {
        view.checked_sub(1).and_then(|last| self.run(last)).map_or(0, |run| run.end(view))
    }
}

/// Writes the view; borrows the source as long as both are the same.
#[derive(Debug)]
pub(super) struct Builder<'s> {
    source: &'s str,
    /// `None` while the view is still a prefix of the source.
    copy: Option<String>,
    len: usize,
    last: Option<char>,
    runs: Vec<Run>,
}

impl<'s> Builder<'s> {
    /// The view of `source`, of which about so many stretches are read otherwise than printed.
    pub(super) fn new(source: &'s str, stretches: usize) -> Self {
        Self { source, copy: None, len: 0, last: None, runs: Vec::with_capacity(stretches) }
    }

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) const fn last_char(&self) -> Option<char> {
        self.last
    }

    /// Starts copying, from what is the same so far.
    fn text(&mut self) -> &mut String {
        let (source, len) = (self.source, self.len);
        self.copy.get_or_insert_with(|| {
            let mut copy = String::with_capacity(source.len());
            copy.push_str(&source[..len]);
            copy
        })
    }

    fn mark(&mut self, source: usize, pace: u8) {
        if let Some(run) = self.runs.last() {
            let even = run.source as usize + (self.len - run.view as usize) * usize::from(run.pace) == source;
            if even && run.pace == pace && pace > 0 && !run.wide {
                return;
            }
        }
        self.runs.push(Run { view: self.len as u32, source: source as u32, pace, wide: false });
    }

    /// Bytes of the source that are read as they are printed.
    pub(super) fn push_run(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        self.mark(start, 1);
        let source = self.source;
        let words = &source[start..end];
        if self.copy.is_some() || start != self.len {
            self.text().push_str(words);
        }
        self.len += words.len();
        self.last = words.chars().next_back();
    }

    /// A character of the source at `at`, read as `folded`.
    pub(super) fn push(&mut self, at: usize, printed: char, folded: char) {
        let (from, to) = (printed.len_utf8(), folded.len_utf8());
        let pace = if from == to { 1 } else { (from / to) as u8 };
        if to > from {
            // One source byte read as three: only the ends of the character can be asked for.
            self.runs.push(Run { view: self.len as u32, source: at as u32, pace: 0, wide: true });
            self.text().push(folded);
            self.len += to;
            self.last = Some(folded);
            return;
        }
        self.mark(at, pace);
        if self.copy.is_some() || folded != printed || at != self.len {
            self.text().push(folded);
        }
        self.len += to;
        self.last = Some(folded);
    }

    /// The line break before the source line that starts at `next`.
    pub(super) fn line_break(&mut self, next: usize) {
        let plain = self.copy.is_none()
            && next == self.len + 1
            && self.source.as_bytes().get(self.len) == Some(&b'\n');
        self.mark(self.source_end(), u8::from(plain));
        if !plain {
            self.text().push('\n');
        }
        self.len += 1;
        self.last = None;
    }

    /// A blank kept between two words.
    pub(super) fn insert_space(&mut self) {
        let plain = self.copy.is_none() && self.source.as_bytes().get(self.len) == Some(&b' ');
        self.mark(self.source_end(), u8::from(plain));
        if !plain {
            self.text().push(' ');
        }
        self.len += 1;
        self.last = Some(' ');
    }

    fn source_end(&self) -> usize {
        self.runs.last().map_or(0, |run| run.end(self.len))
    }

    pub(super) fn finish(self) -> (Cow<'s, str>, Map) {
        let text = match self.copy {
            Some(copy) => Cow::Owned(copy),
            None => Cow::Borrowed(&self.source[..self.len]),
        };
        let blocks = Blocks::new(text.len(), self.runs.iter().map(|run| run.view as usize));
        (text, Map { runs: self.runs, blocks })
    }
}
