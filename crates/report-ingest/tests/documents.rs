//! The three documents that the README's examples read: made by other programs, one report.

use report_ingest::{Format, Options, ParsedDocument, parse_document};
use report_model::{ChecklistStatus, MeasureKind, Role};
use std::path::Path;

fn parsed(name: &str) -> ParsedDocument {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let bytes = std::fs::read(root.join("tests/documents").join(name)).unwrap();
    parse_document(&bytes, &Options::default()).unwrap()
}

#[test]
fn one_report_in_three_formats() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let text = std::fs::read_to_string(root.join("tests/golden/requests-with-outcomes/input.txt")).unwrap();
    let plain = report_model::parse(&text, &report_model::Options::default()).report;
    for (name, format) in
        [("report.html", Format::Html), ("report.docx", Format::Docx), ("report.pdf", Format::Pdf)]
    {
        let ParsedDocument { report, document, .. } = parsed(name);
        assert_eq!(document.format, format);
        assert_eq!(report.title.as_ref().map(|t| &t.value), plain.title.as_ref().map(|t| &t.value), "{name}");
        assert_eq!(report.institution.as_ref().map(|i| &i.name), plain.institution.as_ref().map(|i| &i.name));
        let period = report.period.as_ref().map(|p| (p.start, p.end));
        assert_eq!(period, plain.period.as_ref().map(|p| (p.start, p.end)), "{name}");
        let measures = |report: &report_model::Report| -> Vec<(String, MeasureKind)> {
            report.measures.iter().map(|m| (m.value.to_string(), m.kind)).collect()
        };
        assert_eq!(measures(&report), measures(&plain), "{name}");
        let received = |report: &report_model::Report| report.requests.received.map(|count| count.value);
        assert_eq!(received(&report), received(&plain), "{name}");
        let sections = report.all_sections().count();
        assert_eq!(sections, plain.all_sections().count() + 1, "{name}");
        let part = report.section(Role::Checklist).unwrap();
        assert_eq!(part.tables[0].rows.len(), 7, "{name}");
        let entries: Vec<_> =
            report.checklist.iter().map(|entry| (entry.item, entry.status, entry.urls.len())).collect();
        assert_eq!(
            entries,
            [
                (2, ChecklistStatus::Disclosed, 1),
                (6, ChecklistStatus::Disclosed, 1),
                (7, ChecklistStatus::Disclosed, 1),
                (13, ChecklistStatus::NotApplicable, 0),
                (21, ChecklistStatus::Disclosed, 1),
                (49, ChecklistStatus::NothingThisYear, 0),
            ],
            "{name}"
        );
        let nb = "https://xxgk.wangjiangling.edu.cn/qd/nb.htm";
        assert_eq!(report.checklist[1].urls, [nb], "{name}");
    }
}

#[test]
fn what_stands_round_the_report() {
    let page = parsed("report.html");
    assert_eq!(page.report.page.views.as_ref().unwrap().value, 128);
    assert!(!page.document.text.contains("首页") && !page.document.text.contains("版权所有"));
    assert_eq!(parsed("report.docx").document.margins, ["望江岭学院信息公开"]);
    assert_eq!(parsed("report.pdf").document.pages.len(), 2);
}
