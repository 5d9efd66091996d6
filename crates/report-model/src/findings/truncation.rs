//! Does the text break off?

use crate::frame::{Frame, LineKind};
use crate::lexis::signs::{closes_quote, ends_sentence};
use crate::lexis::words::words;
use crate::outline::Outline;
use crate::reading::View;

/// The last line of the report stops in mid-sentence, and no signature follows.
pub(crate) fn breaks_off(view: &View<'_>, outline: &Outline, frame: &Frame) -> bool {
    let signed_behind = frame.kinds.iter().rposition(|k| *k == LineKind::Signature);
    let Some(last) = frame.kinds.iter().rposition(|k| matches!(k, LineKind::Prose | LineKind::Heading))
    else {
        return false;
    };
    // A table ends as its last row ends.
    if signed_behind.is_some_and(|s| s > last) || frame.kinds[last..].contains(&LineKind::Table) {
        return false;
    }
    let text = view.line(view.lines[last]);
    let Some(end) = text.chars().next_back() else { return false };
    if outline.headings.iter().any(|h| h.line == last && !h.run_in) {
        // A heading without a word below it ends nothing, but a title alone is no broken sentence either.
        return frame.kinds.len() == last + 1 && outline.headings.len() > 1 && !text.contains("表");
    }
    let closed = ends_sentence(end) || closes_quote(end) || matches!(end, ')' | ';' | ':' | '】' | '》');
    let address = end.is_ascii_alphanumeric() || end == '/';
    // Contact lines and rows of a table end without a sign.
    let contact = words!["电话", "邮编", "地址", "邮箱", "附件", "联系", "Tel", "mail", "@", "热线", "扫码"]
        .any(text)
        && text.chars().count() <= 120;
    if closed || contact || address && text.contains("http") {
        return false;
    }
    // Chrome behind the line shows that the page itself goes on: only a missing full stop.
    let comma = matches!(end, ',' | '、');
    let long = text.chars().count() > 12;
    let followed = frame.kinds[last + 1..]
        .iter()
        .any(|k| matches!(k, LineKind::Chrome | LineKind::Metadata | LineKind::Name));
    comma || long && !followed
}
