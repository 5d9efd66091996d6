//! Facts that stand in the running text wherever they are printed: citations, addresses, dates, names.
//!
//! Each finder claims the words it explains. What is left when all have run is counted by `measures`.

pub(crate) mod citations;
pub(crate) mod claims;
pub(crate) mod contact;
pub(crate) mod coverage;
pub(crate) mod declared;
pub(crate) mod document_number;
pub(crate) mod institution;
pub(crate) mod instruments;
pub(crate) mod links;
pub(crate) mod period;
pub(crate) mod province;
pub(crate) mod times;
