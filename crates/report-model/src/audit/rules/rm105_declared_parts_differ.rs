use crate::audit::case::Case;
use crate::audit::form;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::model::Severity;
use crate::outline::title_roles;

rule! {
    /// ## What it does
    ///
    /// Looks for each part that the preamble lists by its title among the headings that follow: by the subject that both
    /// name, or by words they share; and for each heading the part that was listed.
    ///
    /// ## Why it matters
    ///
    /// A part that is announced and does not come was cut, or the list is last year's.
    ///
    /// ## Example
    ///
    /// > 报告包括概述、主动公开情况、评议情况和清单事项公开情况四部分。
    ///
    /// … and no heading speaks of the checklist (清单).
    ///
    /// ## How to mend
    ///
    /// Add the part, or take it from the list.
    ///
    /// ## Source
    ///
    /// The report's own words.
    "RM105" "declared-parts-differ" Warning
    "列出的部分在正文中没有" "a part that is listed does not follow"
    "补上该部分，或从列举中删去。"
    "Add the part, or take it from the list."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let Some(declared) = case.report.declared_parts.as_ref().filter(|d| d.parts.len() >= 3) else { return };
    if case.report.truncated || case.top().count() < 2 {
        return notes.not_assessable();
    }
    let missing: Vec<_> = declared
        .parts
        .iter()
        .filter(|part| {
            let words = case.words(case.view.range(part.span));
            !(0..case.parts.len()).any(|i| alike(case, words, i))
        })
        .collect();
    // More than a third not found: the list is worded in another way than the headings.
    if missing.len() * 3 > declared.parts.len() {
        return notes.uncertain();
    }
    if missing.is_empty() {
        return unannounced(case, declared, notes);
    }
    for part in missing {
        let attachment = part.value.contains('表') || part.value.contains("附");
        if attachment {
            notes.uncertain();
            continue;
        }
        notes.fails(Finding::new(
            case.view.range(part.span),
            format!("列出的部分“{}”在正文中没有", part.value),
            format!("“{}” is listed, but no part has that subject", part.value),
        ));
    }
}

/// All that is listed follows: does anything follow that is not listed?
fn unannounced(case: &Case<'_>, declared: &crate::model::DeclaredParts, notes: &mut Notes<'_>) {
    let listed: Vec<&str> = declared.parts.iter().map(|part| case.words(case.view.range(part.span))).collect();
    let extra: Vec<usize> = case
        .top()
        .filter(|&i| case.parts[i].ordinal.is_some() && !listed.iter().any(|words| alike(case, words, i)))
        .collect();
    // …等部分: the list may name only some; then it is a note.
    let end = declared.parts.last().map_or(0, |part| case.view.range(part.span).end);
    let open = case.words(end..case.floor(end + 12)).trim_start_matches(['”', '’', '》']).starts_with('等');
    if extra.is_empty() {
        return notes.holds();
    }
    if extra.len() * 3 > listed.len() {
        return notes.uncertain();
    }
    let severity = if open { Severity::Info } else { Severity::Warning };
    for i in extra {
        let title = case.parts[i].title.clone();
        notes.fails(
            Finding::new(
                title.clone(),
                format!("部分“{}”没有在开头列出", case.words(title.clone())),
                format!("“{}” is not among the parts listed at the beginning", case.words(title)),
            )
            .severity(severity)
            .related(case.view.range(declared.span), "开头的列举", "the list"),
        );
    }
}

fn alike(case: &Case<'_>, declared: &str, part: usize) -> bool {
    let roles = form::named(case, part);
    let title = case.title(part);
    title_roles(declared).any(|role| roles.contains(role)) || shared(declared, title) * 2 >= bare(declared).chars().count()
}

/// Characters of the announced title that the heading has too, without the words that all titles share.
fn shared(declared: &str, title: &str) -> usize {
    let title = bare(title);
    bare(declared).chars().filter(|c| title.contains(*c)).count()
}

fn bare(title: &str) -> String {
    title.replace("信息公开", "").replace("情况", "").replace("工作", "")
}
