//! Why a file gives no document: what it is, and what to do about it.

use crate::format::Format;
use std::fmt;

/// Why a file gives no document.
///
/// ```
/// let error = report_ingest::read(b"\x89PNG\r\n\x1a\n", &Default::default()).unwrap_err();
/// assert_eq!(error.kind(), "image");
/// assert!(error.message_en().contains("OCR"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IngestError {
    /// A picture: its words are not text.
    Image,
    /// A container of other files.
    Archive {
        /// Its usual name: ZIP, RAR, 7z …
        name: &'static str,
    },
    /// Word 97–2003 or WPS in the binary format.
    LegacyWord,
    /// Word in one XML file (2003 XML, Flat OPC).
    WordXml,
    /// A spreadsheet or presentation.
    Office {
        /// Its usual name.
        name: &'static str,
    },
    /// Bytes that no format explains.
    Binary,
    /// A format that this build leaves out.
    FeatureOff {
        /// The format.
        format: Format,
        /// The Cargo feature that reads it.
        feature: &'static str,
    },
    /// Protected by a password.
    Encrypted {
        /// The format.
        format: Format,
    },
    /// Pages without text: a scan.
    NoTextLayer {
        /// Number of pages.
        pages: u32,
    },
    /// Characters that the file shows but does not name.
    UnmappedText,
    /// Cannot be read as the format it claims to be.
    Broken {
        /// The format.
        format: Format,
        /// What is wrong, in English.
        detail: String,
    },
    /// More than a limit allows.
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit, in bytes or pieces.
        limit: u64,
    },
    /// Unpacks to far more than any report: a bomb.
    Bomb {
        /// The part inside the file.
        part: String,
    },
    /// Elements inside elements beyond the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// An XML document type with entities: never followed.
    Entities,
}

impl IngestError {
    /// Stable name of the kind of error, the same in all languages.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Archive { .. } => "archive",
            Self::LegacyWord => "legacy_word",
            Self::WordXml => "word_xml",
            Self::Office { .. } => "office",
            Self::Binary => "binary",
            Self::FeatureOff { .. } => "feature_off",
            Self::Encrypted { .. } => "encrypted",
            Self::NoTextLayer { .. } => "no_text_layer",
            Self::UnmappedText => "unmapped_text",
            Self::Broken { .. } => "broken",
            Self::TooLarge { .. } => "too_large",
            Self::Bomb { .. } => "bomb",
            Self::TooDeep { .. } => "too_deep",
            Self::Entities => "entities",
        }
    }

    /// One sentence in Chinese: what it is, and what to do.
    pub fn message(&self) -> String {
        match self {
            Self::Image => "这是图片：请先做文字识别（OCR），再读取得到的文本".to_owned(),
            Self::Archive { name } => format!("这是 {name} 压缩包：请先解压，再读取里面的文件"),
            Self::LegacyWord => "这是旧版 Word（.doc）或 WPS 文件：请另存为 .docx 后再读取".to_owned(),
            Self::WordXml => "这是单个 XML 形式的 Word 文件：请另存为 .docx 后再读取".to_owned(),
            Self::Office { name } => {
                format!("这是{}：请读取报告正文的文件，或另存为 .docx、PDF", office_zh(name))
            }
            Self::Binary => "不是文本，也不是认识的文件格式：请确认文件没有损坏".to_owned(),
            Self::FeatureOff { format, feature } => {
                format!("这是 {format} 文件，当前构建没有启用读取它的功能：请打开特性 {feature} 重新构建")
            }
            Self::Encrypted { format } => format!("{format} 文件有密码保护：请先解除密码"),
            Self::NoTextLayer { pages } => {
                format!("扫描版 PDF（{pages} 页），没有文字层：请先做文字识别（OCR）")
            }
            Self::UnmappedText => {
                "PDF 的字体没有对应的文字编码，文字层不可用：请做文字识别（OCR）".to_owned()
            }
            Self::Broken { format, detail } => {
                format!("{format} 文件已损坏（{detail}）：请重新下载，或用原程序打开后另存")
            }
            Self::TooLarge { what, limit } => {
                format!("{}超过上限 {limit}：确需读取时请调高上限", what_zh(what))
            }
            Self::Bomb { part } => format!("文件解压后异常巨大（{part}），疑似恶意构造，拒绝读取"),
            Self::TooDeep { limit } => format!("元素嵌套超过 {limit} 层，拒绝读取"),
            Self::Entities => "文件里有 XML 实体声明，可能是恶意构造，拒绝读取".to_owned(),
        }
    }

    /// The same in English.
    pub fn message_en(&self) -> String {
        match self {
            Self::Image => "a picture: run OCR first and read the text it gives".to_owned(),
            Self::Archive { name } => format!("a {name} archive: unpack it first and read the files inside"),
            Self::LegacyWord => "legacy Word (.doc) or WPS: save it as .docx and read that".to_owned(),
            Self::WordXml => "Word in a single XML file: save it as .docx and read that".to_owned(),
            Self::Office { name } => {
                format!("a {name}: read the file that holds the report's text, or save it as .docx or PDF")
            }
            Self::Binary => "neither text nor a known format: make sure that the file is whole".to_owned(),
            Self::FeatureOff { format, feature } => {
                format!(
                    "a {format} file, which this build does not read: build it with the feature {feature}"
                )
            }
            Self::Encrypted { format } => {
                format!("the {format} file is protected by a password: remove it first")
            }
            Self::NoTextLayer { pages } => {
                format!("scanned PDF without text layer ({pages} pages): run OCR first")
            }
            Self::UnmappedText => "the PDF's fonts do not say which characters they show: run OCR".to_owned(),
            Self::Broken { format, detail } => format!(
                "the {format} file is broken ({detail}): download it again, or open and save it in its own program"
            ),
            Self::TooLarge { what, limit } => {
                format!("{what} beyond the limit of {limit}: raise the limit if it must be")
            }
            Self::Bomb { part } => format!("{part} unpacks to far more than any report: refused as a bomb"),
            Self::TooDeep { limit } => format!("elements nested deeper than {limit}: refused"),
            Self::Entities => "the file declares XML entities: refused, they are never followed".to_owned(),
        }
    }

    #[cfg(any(feature = "docx", feature = "pdf", feature = "html"))]
    pub(crate) fn broken(format: Format, detail: impl fmt::Display) -> Self {
        Self::Broken { format, detail: detail.to_string() }
    }
}

fn office_zh(name: &str) -> &'static str {
    if name == "spreadsheet" { "电子表格" } else { "演示文稿" }
}

fn what_zh(what: &str) -> &'static str {
    match what {
        "file" => "文件",
        "text" => "文本",
        "pages" => "页数",
        "cells" => "表格单元格数",
        _ => "内容",
    }
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message_en())
    }
}

impl std::error::Error for IngestError {}
