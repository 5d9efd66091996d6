use super::{Decimal, RefusalGround, Span, Stated};
use serde::{Deserialize, Serialize};

/// A count with the way it was stated. "None received" is 0 with [`Stated::Nil`]; not mentioned is no value at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatedCount {
    /// The count; for fees, the amount in yuan.
    pub value: Decimal,
    /// As a number or as "none".
    pub stated: Stated,
    /// The telling words.
    pub span: Span,
}

/// Applications for disclosure in the reporting period (Order 29, articles 17–19).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Requests {
    /// Received.
    pub received: Option<StatedCount>,
    /// 予以公开
    pub granted: Option<StatedCount>,
    /// 部分公开
    pub partly_granted: Option<StatedCount>,
    /// 不予公开
    pub refused: Option<StatedCount>,
    /// 信息不存在, 非本校职责
    pub not_held: Option<StatedCount>,
    /// 补正, 重复申请, 撤回 and the like, summed.
    pub other: Option<StatedCount>,
    /// 正在办理, 结转下年
    pub pending: Option<StatedCount>,
    /// Fees charged, in yuan.
    pub fees: Option<StatedCount>,
}

/// A refusal with its ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// Ground, after article 10.
    pub ground: RefusalGround,
    /// Number of refusals, where the text ties one to the ground.
    pub count: Option<Decimal>,
    /// The telling words.
    pub span: Span,
}

/// Complaints and remedies because of information disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Oversight {
    /// 举报, 投诉
    pub complaints: Option<StatedCount>,
    /// 行政复议
    pub reconsiderations: Option<StatedCount>,
    /// 行政诉讼
    pub lawsuits: Option<StatedCount>,
}
