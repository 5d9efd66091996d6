//! Tells institutions apart over years and spellings.
//!
//! Two things, kept apart: the *key* comes from the printed name alone and is always there; the *identity* comes from a
//! registry that the user supplies (the Ministry's list of institutions, as it is published) and is `None` wherever more
//! than one entry could be meant. Nothing is guessed.
//!
//! ```
//! use report_institutions::{Registry, Matched, key};
//!
//! assert_eq!(key("棠溪大學（東湖）"), key("棠溪大学(东湖)"));
//! let list = "学校名称,学校标识码,曾用名\n棠溪大学,4199010001,棠溪学院\n云浦学院,4199010002,\n";
//! let registry = Registry::from_csv(list.as_bytes()).unwrap();
//! let found = registry.find("棠溪学院").unwrap();
//! assert_eq!((found.institution.code.as_str(), found.how), ("4199010001", Matched::FormerName));
//! assert!(registry.find("棠溪").is_none());
//! ```

mod error;
mod find;
mod name;
mod registry;
mod sheet;

pub use error::RegistryError;
pub use find::{Found, Matched};
pub use name::key;
pub use registry::{Institution, Registry};
