use crate::audit::case::Case;
use crate::audit::cited::Match;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::facts::instruments;

rule! {
    /// ## What it does
    ///
    /// Where the number of a known regulation stands beside a title, compares the title with the regulation's. Titles cut
    /// short and titles with the agency before them count as the same; known misnomers are told by RM303.
    ///
    /// ## Why it matters
    ///
    /// Title or number is wrong: the reader cannot tell what the report is based on.
    ///
    /// ## Example
    ///
    /// > 《高等学校信息公开暂行办法》（教育部令第29号）
    ///
    /// ## How to mend
    ///
    /// Use the title of the regulation, or its number.
    ///
    /// ## Source
    ///
    /// The regulations themselves; `data/instruments.csv`.
    "RM302" "title-not-of-number" Warning
    "文件名与文号不符" "the title is not that of the document number"
    "按文件原文改正文件名或文号。"
    "Use the title, or the number, that the regulation has."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for cited in &case.cited {
        let Some(number) = &cited.number else { continue };
        let title = &cited.bare;
        let numbered: Vec<_> =
            instruments::all().iter().filter(|known| cited.compare(known) == Match::Same).collect();
        // A bare 第29号 is the number of many documents.
        let Some(known) = numbered.first().filter(|_| number.agency.as_deref().is_some_and(|a| a.len() > 3)) else {
            continue;
        };
        // 《条例》原由国务院令第492号公布: the short form of its title.
        let short = !title.is_empty() && known.names.iter().any(|name| name.ends_with(title.as_str()));
        if short || numbered.iter().any(|known| cited.is_named(known) || known.resembles(title)) {
            notes.holds();
            continue;
        }
        if !cited.named.is_empty() || instruments::all().iter().any(|known| known.is_misnamed(title)) {
            continue;
        }
        let printed = case.words(cited.title.clone());
        let right = known.names.first().copied().unwrap_or_default();
        notes.fails(
            Finding::new(
                cited.title.clone(),
                format!("{}是《{right}》，文中为《{printed}》", known.number),
                format!("{} is 《{right}》, the text says 《{printed}》", known.number),
            )
            .related(case.view.range(number.span), "文号", "the number"),
        );
    }
}
