//! Findings with the words they are about, marked and labelled, as compilers show them.

use super::super::excerpt::{Excerpt, excerpts};
use super::super::place::Lines;
use super::super::{Checked, rules};
use super::{Look, Out, Sink};
use crate::error::Unreadable;
use crate::output::width::sanitise;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};
use report_model::{Diagnostic, Severity, Span};
use std::io::{self, Write};

/// Prints findings in full.
pub(crate) struct Full {
    out: Out,
    look: Look,
    renderer: Renderer,
}

impl Full {
    pub(crate) fn new(out: Out, look: Look) -> Self {
        let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
        // Lines are shortened before; the renderer must not cut them again.
        Self { out, look, renderer: renderer.term_width(look.width.max(40) * 4) }
    }

    fn finding(&self, checked: &Checked, lines: &Lines<'_>, diagnostic: &Diagnostic) -> String {
        let place = lines.place(diagnostic.span.start);
        let spans: Vec<Span> = std::iter::once(diagnostic.span)
            .chain(diagnostic.related.iter().map(|related| related.span))
            .collect();
        let excerpts = excerpts(&checked.text, lines, &spans);
        let message = sanitise(self.look.message(diagnostic)).into_owned();
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            _ => Level::INFO,
        };
        let name = self.look.lang.severity(diagnostic.severity);
        let help = rules::of(&diagnostic.code).map(|rule| self.look.lang.pick(rule.help, rule.help_en));
        let note = format!("report-model rule {}", diagnostic.code);
        let mut elements: Vec<Element<'_>> =
            excerpts.iter().map(|e| self.snippet(e, diagnostic).into()).collect();
        if let Some(help) = help {
            elements.push(Level::HELP.with_name(self.look.lang.pick("改法", "help")).message(help).into());
            elements.push(Level::NOTE.with_name(self.look.lang.pick("说明", "more")).message(&note).into());
        }
        let title = level.with_name(name).primary_title(message.as_str()).id(diagnostic.code.as_str());
        let rendered = self.renderer.render(&[Group::with_title(title).elements(elements)]);
        // Between lines of one file the renderer expects a file name; dots say what is meant.
        let rendered = rendered.replace("::: \n", "...\n");
        // The renderer knows the shortened line only; the true place goes below the title.
        let (first, rest) = rendered.split_once('\n').unwrap_or((&rendered, ""));
        let arrow = format!("  --> {}:{}:{}", sanitise(&checked.path), place.line, place.column);
        if rest.is_empty() {
            format!("{first}\n{arrow}\n\n")
        } else {
            format!("{first}\n{arrow}\n{rest}\n\n")
        }
    }

    fn snippet<'e>(
        &self,
        excerpt: &'e Excerpt,
        diagnostic: &'e Diagnostic,
    ) -> Snippet<'e, annotate_snippets::Annotation<'e>> {
        let mut snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.line);
        for (i, range) in &excerpt.marks {
            let annotation = match i.checked_sub(1).and_then(|i| diagnostic.related.get(i)) {
                None => AnnotationKind::Primary.span(range.clone()),
                Some(related) => AnnotationKind::Context.span(range.clone()).label(self.look.label(related)),
            };
            snippet = snippet.annotation(annotation);
        }
        snippet
    }
}

impl Sink for Full {
    fn item(&mut self, checked: &Checked) -> io::Result<()> {
        let lines = Lines::new(&checked.text);
        for diagnostic in checked.fresh() {
            let shown = self.finding(checked, &lines, diagnostic);
            self.out.write_all(shown.as_bytes())?;
        }
        self.out.flush()
    }

    fn unreadable(&mut self, _: &str, _: &Unreadable) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, _: &super::Tally) -> io::Result<()> {
        self.out.flush()
    }
}
