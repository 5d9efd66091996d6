//! Who reports, for which year, when, and how to reach them.

use super::super::paint::{DIM, FIGURE, Line, PLAIN, WARN};
use super::Card;
use report_model::{Coverage, CoverageBasis, Report};

impl Card<'_> {
    pub(super) fn head(&mut self) {
        let report = self.report;
        let institution = self.institution(report);
        self.block(true, self.pick("学校", "Institution"), [institution]);
        let coverage = report.coverage.map_or_else(|| self.not_mentioned(), |c| self.coverage(c));
        self.block(false, self.pick("年度", "Year"), [coverage]);
        let period = report.period.map_or_else(
            || self.not_mentioned(),
            |p| {
                let to = self.pick(" 至 ", " to ");
                Line::new().with(FIGURE, &p.start.to_string()).dim(to).with(FIGURE, &p.end.to_string())
            },
        );
        self.block(false, self.pick("统计期限", "Period"), [period]);
        let dates = self.dates(report);
        self.block(false, self.pick("落款", "Signed"), [dates]);
        if let Some(page) = self.page(report) {
            self.block(false, self.pick("网页", "Web page"), [page]);
        }
        if let Some(letter) = self.letter(report) {
            self.block(false, self.pick("公文", "Letter"), [letter]);
        }
        let contact = self.contact(report);
        self.block(false, self.pick("联系", "Contact"), contact);
        if report.truncated {
            let words = self.pick("原文在中途断开", "the text breaks off before its end");
            self.block(false, self.pick("注意", "Note"), [Line::new().with(WARN, words)]);
        }
    }

    fn institution(&self, report: &Report) -> Line {
        let Some(institution) = &report.institution else { return self.not_mentioned() };
        let lang = self.look.lang;
        let category = institution.category.map(|c| Line::new().dim(lang.category(c)));
        let province = institution.province.as_ref().map(|p| {
            let told = format!(" ({})", lang.evidence(p.evidence));
            Line::new().plain(&p.short_name).dim(&told)
        });
        let name = Line::new().plain(&institution.name);
        Line::join([Some(name), category, province].into_iter().flatten(), " · ")
    }

    fn coverage(&self, coverage: Coverage) -> Line {
        let Coverage { basis, first, last, .. } = coverage;
        let years = if first == last { first.to_string() } else { format!("{first}-{last}") };
        let basis = match basis {
            CoverageBasis::Academic => self.pick(" 学年", " academic year"),
            _ => self.pick(" 年", " calendar year"),
        };
        Line::new().with(FIGURE, &years).dim(basis)
    }

    fn dates(&self, report: &Report) -> Line {
        let by = report.signed.by.as_ref().map(|by| Line::new().plain(&by.value));
        let date = report.signed.date.map(|d| Line::new().with(FIGURE, &d.value.to_string()));
        let line = Line::join([by, date].into_iter().flatten(), " · ");
        if line.is_empty() { self.not_mentioned() } else { line }
    }

    fn page(&self, report: &Report) -> Option<Line> {
        let page = &report.page;
        let label = |zh, en| Line::new().dim(self.pick(zh, en));
        let published =
            page.published.map(|d| label("发布 ", "published ").with(FIGURE, &d.value.to_string()));
        let views = page.views.map(|v| label("浏览 ", "views ").with(FIGURE, &v.value.to_string()));
        let source = page.source.as_ref().map(|s| label("来源 ", "source ").plain(&s.value));
        let line = Line::join([published, views, source].into_iter().flatten(), " · ");
        (!line.is_empty()).then_some(line)
    }

    fn letter(&self, report: &Report) -> Option<Line> {
        let letter = report.letter.as_ref()?;
        let number = letter.document_number.as_ref().map(|n| Line::new().plain(&n.text));
        let to =
            letter.addressee.as_ref().map(|a| Line::new().dim(self.pick("主送 ", "to ")).plain(&a.value));
        let issuer = letter.issuer.as_ref().map(|i| Line::new().plain(&i.value));
        let line = Line::join([issuer, number, to].into_iter().flatten(), " · ");
        (!line.is_empty()).then_some(line)
    }

    /// In short: one of each kind, two where they are many; the JSON has all.
    fn contact(&self, report: &Report) -> Vec<Line> {
        let contact = &report.contact;
        let all = |label: &str, values: &[report_model::Text]| {
            let shown = values.iter().take(2).map(|v| Line::new().plain(&v.value));
            let line = Line::join(shown, self.pick("、", ", "));
            let more = if values.len() > 2 { " …" } else { "" };
            (!line.is_empty()).then(|| Line::join([Line::new().dim(label), line], "").dim(more))
        };
        let phones = all(self.pick("电话 ", "phone "), &contact.phones);
        let faxes = all(self.pick("传真 ", "fax "), &contact.faxes);
        let emails = all("", &contact.emails);
        let ways = Line::flow([phones, faxes, emails].into_iter().flatten(), " · ", self.inner());
        let address = contact.address.as_ref().map(|a| Line::new().with(PLAIN, &a.value));
        let postcode = contact.postcode.as_ref().map(|p| Line::new().with(DIM, &p.value));
        let place = Line::join([address, postcode].into_iter().flatten(), "  ");
        let lines: Vec<Line> = ways.into_iter().chain([place]).filter(|line| !line.is_empty()).collect();
        if lines.is_empty() { vec![self.not_mentioned()] } else { lines }
    }
}
