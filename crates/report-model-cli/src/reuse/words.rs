//! The words of the passages that are shown: their files are read once more.

use crate::inputs::Inputs;
use report_compare::reuse::{Cluster, Member, Reuse};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Words by cluster, of its original or first member.
#[derive(Debug, Default)]
pub(super) struct Words(BTreeMap<Member, String>);

impl Words {
    /// Reads the files of the first `top` clusters. What was standard input, or has gone since, has no words.
    pub(super) fn read(reuse: &Reuse, top: usize, max_bytes: u32) -> Self {
        let mut by_document: BTreeMap<u32, Vec<Member>> = BTreeMap::new();
        for member in reuse.clusters.iter().take(top).filter_map(shown) {
            by_document.entry(member.document).or_default().push(member);
        }
        let mut out = Self::default();
        for (document, members) in by_document {
            let Some(info) = reuse.documents.get(document as usize) else { continue };
            let path = PathBuf::from(&info.source);
            if !path.is_file() {
                continue;
            }
            let Ok(inputs) = Inputs::of(&[path], None, "-") else { continue };
            let Some(Ok(read)) = inputs.list.into_iter().next().map(|input| input.read(max_bytes)) else {
                continue;
            };
            for member in members {
                if let Some(words) = member.span.slice(&read.text) {
                    out.0.insert(member, words.to_owned());
                }
            }
        }
        out
    }

    pub(super) fn of(&self, cluster: &Cluster) -> Option<&str> {
        self.0.get(&shown(cluster)?).map(String::as_str)
    }
}

/// The member whose words stand for the cluster.
fn shown(cluster: &Cluster) -> Option<Member> {
    let index = cluster.original.unwrap_or_default();
    cluster.members.get(index as usize).copied()
}
