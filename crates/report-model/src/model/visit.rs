//! Reaches every span of a report, so that re-encoding and checks cannot forget one.

use super::{Contact, DocumentNumber, Letter, Page, Report, Requests, Section, Span, StatedCount, Text};

type Visit<'v> = &'v mut dyn FnMut(&mut Span);

impl Report {
    /// Calls `visit` for every span the report holds.
    pub fn for_each_span(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        // Destructured whole, so that a new member fails to compile until it is visited here.
        let Self {
            schema: _,
            unit: _,
            source: _,
            kind: _,
            script: _,
            title,
            institution,
            coverage,
            period,
            page,
            letter,
            signed,
            contact,
            links,
            citations,
            declared_parts,
            parts,
            sections,
            measures,
            requests,
            refusals,
            oversight,
            channels,
            checklist,
            problems,
            improvements,
            truncated: _,
            unclaimed,
            diagnostics,
            checks: _,
        } = self;
        text(title, visit);
        if let Some(institution) = institution {
            visit(&mut institution.span);
            if let Some(province) = &mut institution.province {
                visit(&mut province.span);
            }
        }
        if let Some(coverage) = coverage {
            visit(&mut coverage.span);
        }
        if let Some(period) = period {
            visit(&mut period.span);
        }
        visit_page(page, visit);
        if let Some(letter) = letter {
            visit_letter(letter, visit);
        }
        text(&mut signed.by, visit);
        if let Some(date) = &mut signed.date {
            visit(&mut date.span);
        }
        visit_contact(contact, visit);
        for link in links {
            visit(&mut link.span);
        }
        for citation in citations {
            visit(&mut citation.span);
            number(&mut citation.document_number, visit);
        }
        if let Some(declared) = declared_parts {
            visit(&mut declared.span);
            texts(&mut declared.parts, visit);
        }
        parts.iter_mut().filter_map(|part| part.span.as_mut()).for_each(&mut *visit);
        for section in sections {
            visit_section(section, visit);
        }
        for measure in measures {
            visit(&mut measure.span);
        }
        visit_requests(requests, visit);
        for refusal in refusals {
            visit(&mut refusal.span);
        }
        for item in [&mut oversight.complaints, &mut oversight.reconsiderations, &mut oversight.lawsuits] {
            stated(item, visit);
        }
        for channel in channels {
            visit(&mut channel.span);
        }
        for entry in checklist {
            entry.spans.iter_mut().for_each(&mut *visit);
            text(&mut entry.department, visit);
        }
        for point in problems.iter_mut().chain(improvements) {
            visit(&mut point.span);
        }
        unclaimed.iter_mut().for_each(&mut *visit);
        for diagnostic in diagnostics {
            visit(&mut diagnostic.span);
            for related in &mut diagnostic.related {
                visit(&mut related.span);
            }
            if let Some(fix) = &mut diagnostic.fix {
                visit(&mut fix.span);
            }
        }
    }
}

fn text(value: &mut Option<Text>, visit: Visit<'_>) {
    if let Some(value) = value {
        visit(&mut value.span);
    }
}

fn texts(values: &mut [Text], visit: Visit<'_>) {
    for value in values {
        visit(&mut value.span);
    }
}

fn number(value: &mut Option<DocumentNumber>, visit: Visit<'_>) {
    if let Some(value) = value {
        visit(&mut value.span);
    }
}

fn stated(value: &mut Option<StatedCount>, visit: Visit<'_>) {
    if let Some(value) = value {
        visit(&mut value.span);
    }
}

fn visit_page(page: &mut Page, visit: Visit<'_>) {
    let Page { published, views, source, author } = page;
    if let Some(published) = published {
        visit(&mut published.span);
    }
    if let Some(views) = views {
        visit(&mut views.span);
    }
    text(source, visit);
    text(author, visit);
}

fn visit_letter(letter: &mut Letter, visit: Visit<'_>) {
    let Letter { issuer, document_number, addressee, title, attachments } = letter;
    text(issuer, visit);
    number(document_number, visit);
    text(addressee, visit);
    text(title, visit);
    texts(attachments, visit);
}

fn visit_contact(contact: &mut Contact, visit: Visit<'_>) {
    let Contact { address, postcode, phones, faxes, emails } = contact;
    text(address, visit);
    text(postcode, visit);
    texts(phones, visit);
    texts(faxes, visit);
    texts(emails, visit);
}

fn visit_requests(requests: &mut Requests, visit: Visit<'_>) {
    let Requests { received, granted, partly_granted, refused, not_held, other, pending, fees } = requests;
    for item in [received, granted, partly_granted, refused, not_held, other, pending, fees] {
        stated(item, visit);
    }
}

fn visit_section(section: &mut Section, visit: Visit<'_>) {
    let Section { label: _, level: _, title, role: _, span, paragraphs, tables, children } = section;
    visit(&mut title.span);
    visit(span);
    paragraphs.iter_mut().for_each(&mut *visit);
    for table in tables {
        visit(&mut table.span);
        for cell in table.rows.iter_mut().flatten() {
            visit(&mut cell.span);
            for link in &mut cell.links {
                visit(&mut link.span);
            }
        }
    }
    for child in children {
        visit_section(child, visit);
    }
}
