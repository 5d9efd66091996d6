//! XML as a flat run of opened and closed elements and words. Document types are refused, so no entity is ever declared;
//! nothing is ever followed.

use crate::error::IngestError;
use crate::format::Format;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A piece of XML. Names are local: `w:p` is `p`.
#[derive(Debug)]
pub(crate) enum Token<'x> {
    Open(Element<'x>),
    Close(String),
    Text(String),
}

/// An element as it opens.
#[derive(Debug)]
pub(crate) struct Element<'x> {
    pub name: String,
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// The value of an attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.start.attributes().with_checks(false).flatten().find_map(|attribute| {
            let key: &str = attribute.key.local_name().into_inner();
            (key == name).then(|| unescape(&attribute.value))
        })
    }

    /// The same, where only the attribute with this prefix counts (`r:id`, not `w:id`).
    pub(crate) fn prefixed(&self, name: &str) -> Option<String> {
        self.start
            .attributes()
            .with_checks(false)
            .flatten()
            .find_map(|attribute| (attribute.key.into_inner() == name).then(|| unescape(&attribute.value)))
    }

    /// The attribute `val`, as nearly all properties of Word have it.
    pub(crate) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// A property that is on unless its value says otherwise.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads XML piece by piece.
pub(crate) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    format: Format,
    depth: usize,
    limit: usize,
    /// The element just opened was empty: its end comes next.
    pending: Option<String>,
}

impl<'x> Xml<'x> {
    pub(crate) fn new(text: &'x str, format: Format, limit: usize) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().check_end_names = true;
        Self { reader, format, depth: 0, limit, pending: None }
    }

    /// The next piece; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Token<'x>>, IngestError> {
        if let Some(name) = self.pending.take() {
            return Ok(Some(Token::Close(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(|error| IngestError::broken(self.format, error))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.limit {
                        return Err(IngestError::TooDeep { limit: self.limit });
                    }
                    Token::Open(element(start))
                }
                Event::Empty(start) => {
                    let element = element(start);
                    self.pending = Some(element.name.clone());
                    Token::Open(element)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::Close(end.local_name().into_inner().to_owned())
                }
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(data) => Token::Text(data.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let name = reference.xml10_content().into_owned();
                    Token::Text(character(&name).map(String::from).unwrap_or_default())
                }
                Event::DocType(_) => return Err(IngestError::Entities),
                Event::Eof => {
                    if self.depth > 0 {
                        return Err(IngestError::broken(self.format, "XML ends inside an element"));
                    }
                    return Ok(None);
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }));
        }
    }

    /// Leaves out everything up to the end of the element just opened.
    pub(crate) fn skip(&mut self) -> Result<(), IngestError> {
        let mut open = 1usize;
        while open > 0 {
            match self.next()? {
                Some(Token::Open(_)) => open += 1,
                Some(Token::Close(_)) => open -= 1,
                Some(Token::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }
}

fn element(start: BytesStart<'_>) -> Element<'_> {
    Element { name: start.local_name().into_inner().to_owned(), start }
}

/// The character behind a reference: the five of XML itself, and numbers.
fn character(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let behind = &rest[at + 1..];
        let end = behind.find(';').filter(|&end| end <= 10);
        rest = if let Some((c, end)) = end.and_then(|end| Some((character(&behind[..end])?, end))) {
            out.push(c);
            &behind[end + 1..]
        } else {
            out.push('&');
            behind
        };
    }
    out.push_str(rest);
    out
}
