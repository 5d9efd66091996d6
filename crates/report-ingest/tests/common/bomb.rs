//! Small files that claim or hold far more than they weigh.

use flate2::{Compress, Compression, FlushCompress};

/// Packed zeros: one MiB of them is a block that can be repeated.
pub fn deflated_zeros(mebibytes: usize) -> Vec<u8> {
    let mut packer = Compress::new(Compression::best(), false);
    let zeros = vec![0u8; 1 << 20];
    let mut block = Vec::with_capacity(64 << 10);
    packer.compress_vec(&zeros, &mut block, FlushCompress::Full).unwrap();
    let mut out = block.repeat(mebibytes);
    // An empty last block.
    out.extend([0x03, 0x00]);
    out
}

/// An office file with one packed part and the size that its directory claims.
pub fn office(name: &str, packed: &[u8], claimed: u32) -> Vec<u8> {
    let common = |out: &mut Vec<u8>| {
        out.extend(20u16.to_le_bytes());
        out.extend(0u16.to_le_bytes());
        out.extend(8u16.to_le_bytes());
        out.extend([0; 8]);
        out.extend((packed.len() as u32).to_le_bytes());
        out.extend(claimed.to_le_bytes());
        out.extend((name.len() as u16).to_le_bytes());
        out.extend(0u16.to_le_bytes());
    };
    let mut out = b"PK\x03\x04".to_vec();
    common(&mut out);
    out.extend(name.as_bytes());
    out.extend(packed);
    let directory = out.len();
    out.extend(b"PK\x01\x02\x14\x00");
    common(&mut out);
    out.extend([0; 14]);
    out.extend(name.as_bytes());
    let size = out.len() - directory;
    out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend((size as u32).to_le_bytes());
    out.extend((directory as u32).to_le_bytes());
    out.extend([0, 0]);
    out
}

/// A PDF whose page is a packed stream.
pub fn pdf(packed: &[u8]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        .to_vec();
    out.extend(format!("4 0 obj<</Length {}/Filter/FlateDecode>>stream\n", packed.len() + 2).as_bytes());
    // The two bytes that open a zlib stream.
    out.extend([0x78, 0x9C]);
    out.extend(packed);
    out.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    out
}
