use crate::audit::case::Case;
use crate::audit::notes::{Finding, Notes};
use crate::audit::rule::rule;

rule! {
    /// ## What it does
    ///
    /// Tells that the report gives no telephone number and no e-mail address.
    ///
    /// ## Why it matters
    ///
    /// Readers who have a question about the report need someone to ask.
    ///
    /// ## Example
    ///
    /// > 如对本报告有疑问，请与学校办公室联系。
    ///
    /// ## How to mend
    ///
    /// Add address, telephone and e-mail address of the office.
    ///
    /// ## Source
    ///
    /// Usage of the reports; many notices of provinces ask for it.
    "RM212" "contact-missing" Info
    "没有联系方式" "no contact"
    "写明联系电话或电子邮箱。"
    "Add a telephone number or an e-mail address."
    check
}

fn check(case: &Case<'_>, notes: &mut Notes<'_>) {
    let contact = &case.report.contact;
    if !contact.phones.is_empty() || !contact.emails.is_empty() {
        return notes.holds();
    }
    if case.report.truncated {
        return notes.not_assessable();
    }
    let at = contact.address.as_ref().map_or(0..0, |address| case.view.range(address.span));
    notes.fails(Finding::new(at, "没有联系电话和电子邮箱", "neither telephone nor e-mail address is given"));
}
