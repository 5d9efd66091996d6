use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;
use crate::facts::instruments;
use crate::model::Applicability;

rule! {
    /// ## What it does
    ///
    /// Finds known misnomers of the regulations that these reports are based on (`data/instruments.csv`, column `wrong`).
    ///
    /// ## Why it matters
    ///
    /// There is no 《高校信息公开办法》 and no 《高等学校信息公开条例》.
    ///
    /// ## Example
    ///
    /// > 根据《高校信息公开办法》
    ///
    /// ## How to mend
    ///
    /// 《高等学校信息公开办法》.
    ///
    /// ## Source
    ///
    /// The regulations themselves.
    "RM303" "regulation-misnamed" Warning
    "法规名称有误" "a regulation is misnamed"
    "使用法规全称。"
    "Use the regulation's own title."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    for cited in &case.cited {
        let title = case.words(cited.title.clone());
        let Some(known) = instruments::all().iter().find(|known| known.is_misnamed(&cited.bare)) else {
            if !cited.named.is_empty() {
                notes.holds();
            }
            continue;
        };
        let right = known.names.first().copied().unwrap_or_default();
        notes.fails(
            Finding::new(
                cited.title.clone(),
                format!("应为《{right}》，文中为《{title}》"),
                format!("the title is 《{right}》, the text says 《{title}》"),
            )
            .fix(cited.title.clone(), right, Applicability::Unsafe),
        );
    }
}
