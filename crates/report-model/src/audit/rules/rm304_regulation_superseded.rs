use crate::audit::case::Case;
use crate::audit::cited::Match;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::facts::instruments;
use crate::model::{Applicability, Date};

rule! {
    /// ## What it does
    ///
    /// Finds regulations cited by the number of a version that had been replaced when the report's period ended
    /// (`data/instruments.csv`, columns `superseded_by` and `in_force`). A report that cites both versions explains itself.
    ///
    /// ## Why it matters
    ///
    /// The revised regulation of 2019 changed the grounds of refusal and the time limits. A report that cites the old one
    /// years later copied its preamble.
    ///
    /// ## Example
    ///
    /// > 2021-2022学年 …… 《中华人民共和国政府信息公开条例》（国务院令第492号）
    ///
    /// It is Order 711 since 15 May 2019.
    ///
    /// ## How to mend
    ///
    /// Cite the version in force.
    ///
    /// ## Source
    ///
    /// 国务院令第711号, in force since 2019-05-15.
    "RM304" "regulation-superseded" Warning
    "引用了已被修订的文号" "a superseded version is cited"
    "改用现行版本的文号。"
    "Cite the version in force."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for cited in &case.cited {
        let Some(number) = cited.number else { continue };
        let old = cited.named.iter().find(|known| {
            !known.superseded_by.is_empty() && cited.compare(known) == Match::Same
        });
        let Some(old) = old else { continue };
        let Some(new) = instruments::all().iter().find(|known| known.id == old.superseded_by) else { continue };
        let (Ok(in_force), Some(year)) = (new.in_force.parse::<Date>(), case.year()) else {
            notes.not_assessable();
            continue;
        };
        let end = case.report.period.map(|p| p.end).or_else(|| Date::new(year, 12, 31));
        if end.is_some_and(|end| end < in_force) {
            notes.holds();
            continue;
        }
        let both = case.report.citations.iter().any(|c| c.instrument.as_deref() == Some(new.id));
        if both || case.text().contains(new.number) {
            notes.uncertain();
            continue;
        }
        let at = case.view.range(number.span);
        notes.fails(
            Finding::new(
                at.clone(),
                format!("{}自{in_force}起由{}代替", old.number, new.number),
                format!("{} was replaced by {} on {in_force}", old.number, new.number),
            )
            .related(cited.title.clone(), "文件名", "the title")
            .fix(at, new.number, Applicability::Unsafe),
        );
    }
}
