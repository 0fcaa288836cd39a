// Folding for peers that have none of their own for Vietnamese: what a good webmaster would add.
globalThis.fold = text => text.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")
globalThis.words = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
