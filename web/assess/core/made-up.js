// @ts-check
// A made-up set of criteria for tests: no regulation says any of it.

/** @type {import("../model.js").Published} */
export const published = {
  format: "truong-chinh-tri-chuan/bo-tieu-chi", version: 1, untouched: "chua-xem",
  answers: [
    { value: "hon", label: "Vượt", tone: "bia", met: true, exceeds: true, applies: true, open: false },
    { value: "duoc", label: "Đạt", tone: "bia", met: true, exceeds: false, applies: true, open: false },
    { value: "chua-duoc", label: "Chưa đạt", tone: "bia", met: false, exceeds: false, applies: true, open: false },
    { value: "ngo", label: "Chưa rõ", tone: "bia", met: false, exceeds: false, applies: true, open: true },
    { value: "ngoai", label: "Không áp dụng", tone: "bia", met: false, exceeds: false, applies: false, open: false },
    { value: "chua-xem", label: "Chưa rà soát", tone: "bia", met: false, exceeds: false, applies: true, open: true },
  ],
  sets: [{
    id: "01-bia", title: "Bộ bịa", document: "01-QĐ/BIA", url: "",
    levels: [
      { number: 1, title: "Mức 1", counts: [{ value: 5, criterion: null }, { value: 2, criterion: 1 }] },
      { number: 2, title: "Mức 2", counts: [{ value: 6, criterion: null }, { value: 7, criterion: null }] },
    ],
    quantities: [
      { id: "tat-ca", title: "Tất cả", unit: "người", definition: null, asOf: null, within: [], fractional: false },
      { id: "biet-hat", title: "Biết hát", unit: "người", definition: null, asOf: null, within: ["tat-ca"], fractional: false },
      { id: "dat", title: "Đất", unit: "m²", definition: null, asOf: null, within: [], fractional: true },
    ],
    criteria: [
      {
        number: 1, title: "Đội ngũ", unknowns: [], guides: [],
        indicators: [
          {
            id: "m1-1", level: 1, title: "Biết hát", url: "", clause: null, counted: [], evidence: [], questions: [], standing: null,
            threshold: { comparison: "atLeast", sign: "≥", unit: "%", value: "75" },
            rule: { numerator: ["biet-hat"], denominator: ["tat-ca"], scale: 100, rounding: null },
          },
          { id: "m1-2", level: 1, title: "Có trống", url: "", clause: null, threshold: null, counted: [], rule: null, evidence: [], questions: [], standing: null },
          { id: "m2-1", level: 2, title: "Biết hát hai bè", url: "", clause: null, threshold: null, counted: [], rule: null, evidence: [], questions: [], standing: null },
        ],
      },
      {
        number: 2, title: "Cơ sở", unknowns: [], guides: [],
        indicators: [{
          id: "m1-3", level: 1, title: "Đất", url: "", clause: null, counted: [], evidence: [], questions: [], standing: null,
          threshold: { comparison: "atLeast", sign: "≥", unit: "m²", value: null },
          rule: { numerator: ["dat"], denominator: [], scale: 1, rounding: null },
        }],
      },
    ],
  }],
}
