use crate::{BlockKind, Document, IngestError, Options, read};
use std::io::Write;

/// A file with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, text) in parts {
        let (mut entry, config) =
            archive.new_file(name).compression_method(rawzip::CompressionMethod::DEFLATE).start().unwrap();
        let encoder = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
        let mut writer = config.wrap(encoder);
        writer.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = writer.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    out
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="a"><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="t"><w:name w:val="Title"/></w:style>
</w:styles>"#;

const LINKS: &str = r#"<Relationships><Relationship Id="r9" Type="x/hyperlink" Target="https://a.edu.cn/b" TargetMode="External"/>
<Relationship Id="r8" Type="x/footer" Target="footer1.xml"/></Relationships>"#;

fn document(body: &str) -> Document {
    try_document(body).unwrap()
}

fn try_document(body: &str) -> Result<Document, IngestError> {
    let main =
        format!(r#"<w:document xmlns:w="w" xmlns:r="r"><w:body>{body}<w:sectPr/></w:body></w:document>"#);
    let bytes = package(&[
        ("word/document.xml", &main),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/_rels/document.xml.rels", LINKS),
        ("word/footer1.xml", "<w:ftr xmlns:w='w'><w:p><w:r><w:t>第1页</w:t></w:r></w:p></w:ftr>"),
        (
            "word/footnotes.xml",
            "<w:footnotes xmlns:w='w'><w:footnote w:type='separator'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote w:id='1'><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
    ]);
    read(&bytes, &Options::default())
}

fn p(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(list: u8, level: u8, text: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), text)
}

#[test]
fn labels_as_word_prints_them() {
    let body = [
        item(1, 0, "概述"),
        item(1, 1, "机制"),
        item(1, 1, "渠道"),
        item(1, 2, "网站"),
        item(3, 0, "点"),
        item(1, 2, "微信"),
        item(1, 3, "细目"),
        p("<w:pStyle w:val='a'/>", "主动公开"),
        item(1, 1, "数量"),
        item(2, 2, "重起"),
        item(1, 2, "接着"),
        p("<w:pStyle w:val='1'/><w:numPr><w:numId w:val='0'/></w:numPr>", "无号"),
        p("<w:pStyle w:val='1'/>", ""),
        p("<w:pStyle w:val='1'/>", "结语"),
    ];
    let document = document(&body.concat());
    assert_eq!(
        document.text,
        "一、概述\n（一）机制\n（二）渠道\n1.网站\n点\n2.微信\n1.2.1 细目\n二、主动公开\n（一）数量\n5.重起\n6.接着\n无号\n三、结语\n注文\n"
    );
    assert_eq!(document.blocks[7].kind, BlockKind::Heading { level: 1 });
    assert_eq!(document.blocks[7].origin.paragraph, Some(8));
    assert_eq!(document.blocks.last().unwrap().kind, BlockKind::Note);
    assert_eq!(document.margins, ["第1页"]);
}

#[test]
fn merged_cells_and_links() {
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", text));
    let linked = "<w:tc><w:p><w:hyperlink r:id='r9'><w:r><w:t>查看</w:t></w:r></w:hyperlink></w:p></w:tc>";
    let body = format!(
        "<w:tbl><w:tblGrid/><w:tr>{}{}</w:tr><w:tr>{}{}{linked}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>",
        cell("", "类别"),
        cell("<w:gridSpan w:val='2'/>", "事项"),
        cell("<w:vMerge w:val='restart'/>", "基本"),
        cell("", "章程"),
        cell("<w:vMerge/>", ""),
        cell("", "规划"),
        cell("", "/"),
    );
    let document = document(&body);
    assert_eq!(document.text, "类别\t事项\n基本\t章程\t查看\n\t规划\t/\n注文\n");
    let spans: Vec<_> =
        document.tables[0].cells.iter().map(|c| (c.row, c.column, c.row_span, c.column_span)).collect();
    assert_eq!(
        spans,
        [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]
    );
    assert_eq!(document.links[0].url, "https://a.edu.cn/b");
    assert_eq!(document.links[0].span.slice(&document.text), Some("查看"));
}

#[test]
fn changes_boxes_fields_and_breaks() {
    let body = "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins><w:r><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r></w:ins></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p>\
        <w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:txbxContent><w:p><w:r><w:t>重复</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>续</w:t></w:r></w:p>\
        <w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"http://b.edu.cn\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
        <w:r><w:t>网站</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>&amp;&#20844;</w:t></w:r></w:p>";
    let document = document(body);
    assert_eq!(document.text, "甲丙\n丁\n上下\n框外续\n框内\n网站&公\n注文\n");
    assert_eq!(document.links[0].url, "http://b.edu.cn");
    assert_eq!(document.warnings[0].code, "tracked_changes");
}

#[test]
fn broken_files() {
    let kind = |bytes: &[u8]| read(bytes, &Options::default()).unwrap_err().kind();
    let good = package(&[("word/document.xml", "<w:document><w:body/></w:document>")]);
    assert!(read(&good, &Options::default()).is_ok());
    assert_eq!(kind(&good[..good.len() - 30]), "broken");
    assert_eq!(kind(&package(&[("word/other.xml", "<a/>"), ("word/document2.xml", "<a/>")])), "broken");
    assert_eq!(try_document("<w:p>").unwrap_err().kind(), "broken");
    assert_eq!(try_document(&"<w:sdt>".repeat(5000)).unwrap_err().kind(), "too_deep");
    let laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w:document>&b;</w:document>";
    assert_eq!(kind(&package(&[("word/document.xml", laughs)])), "entities");
    let zeros = " ".repeat(8 << 20);
    assert_eq!(kind(&package(&[("word/document.xml", &zeros)])), "bomb");
}
