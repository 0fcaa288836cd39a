// @ts-check
// What came out of a rule, in words: the formula, the values, how much is lacking. Pure.
import { read, written } from "./numbers.js"

/** @typedef {import("../model.js").CriteriaSet} CriteriaSet */
/** @typedef {import("../model.js").Indicator} Indicator */
/** @typedef {import("../model.js").Threshold} Threshold */
/** @typedef {import("./evaluate.js").Outcome} Outcome */

/** «≥ 75%», «= 12.000 chậu»; that it is not known. @param {Threshold | null} told */
export function threshold(told) {
  if (!told) return "chưa rõ ngưỡng"
  if (told.value === null) return "có ngưỡng, chưa rõ bao nhiêu"
  return `${told.sign} ${amount(told.value, told.unit)}`
}

/** @param {string} value @param {string} unit */
export const amount = (value, unit) => unit === "%" ? `${written(value)}%` : `${written(value)} ${unit}`.trim()

/** «(Giảng viên cơ hữu + Giảng viên kiêm nhiệm) ÷ Tổng số». @param {CriteriaSet} set @param {Indicator} indicator */
export function formula(set, { rule }) {
  if (!rule) return ""
  const above = sum(rule.numerator.map(id => nameOf(set, id)))
  if (!rule.denominator.length) return above
  return `${above} ÷ ${sum(rule.denominator.map(id => nameOf(set, id)))}`
}

/** @param {string[]} names */
const sum = names => names.length > 1 ? `(${names.join(" + ")})` : names.join("")

/** @param {CriteriaSet} set @param {string} id */
export const nameOf = (set, id) => set.quantities.find(one => one.id === id)?.title ?? id

/** «30 ÷ 42 = 71,43%». @param {Indicator} indicator @param {Outcome} outcome @param {{[id: string]: string}} values */
export function arithmetic({ rule, threshold: told }, outcome, values) {
  if (!rule || outcome.value === null) return ""
  /** @param {string[]} ids */
  const typed = ids => sum(ids.map(id => written(values[id] ?? "?")))
  const unit = told?.unit ?? (rule.scale === 100 ? "%" : "")
  const result = amount(outcome.value, unit)
  if (!rule.denominator.length) return rule.numerator.length > 1 ? `${typed(rule.numerator)} = ${result}` : result
  return `${typed(rule.numerator)} ÷ ${typed(rule.denominator)} = ${result}`
}

/** Why nothing came out. @param {CriteriaSet} set @param {Outcome} outcome */
export function cause(set, { cause: why, names }) {
  const told = names.map(id => `«${nameOf(set, id)}»`)
  switch (why) {
    case "missing": return `Cần số liệu: ${told.join(", ")}.`
    case "negative": return `${told.join(", ")} không thể âm.`
    case "notWhole": return `${told.join(", ")} phải là số nguyên.`
    case "zeroDenominator": return `${told.join(", ")} bằng 0 nên không chia được.`
    case "partExceeds": return names.length === 2
      ? `${told[0]} lớn hơn ${told[1]}: xem lại hai số này.`
      : `${told.slice(0, -1).join(", ")} cộng lại lớn hơn ${told.at(-1)}: xem lại các số này.`
    case "noThreshold": return "Chưa rõ ngưỡng nên chưa kết luận được; trường có văn bản thì tự nhập ngưỡng."
    default: return ""
  }
}

/** What has to change until it holds. @param {CriteriaSet} set @param {Indicator} indicator @param {Outcome} outcome */
export function lacking(set, { rule, threshold: told }, { verdict, gap, steps, joining }) {
  if (!rule || verdict !== "unmet" || gap === null || !told) return ""
  const [first] = rule.numerator
  const name = first ? nameOf(set, first) : ""
  const unit = set.quantities.find(one => one.id === first)?.unit ?? ""
  const away = told.unit === "%" ? `${written(gap)} điểm phần trăm` : amount(gap, told.unit)
  const more = rule.numerator.length > 1 ? "tử số" : `«${name}»`
  const said = [`Còn cách ngưỡng ${away}.`]
  if (steps !== null) said.push(`Cần ${steps > 0 ? "thêm" : "bớt"} ${written(String(Math.abs(steps)))} ${unit} ở ${more}${
    rule.denominator.length ? " khi mẫu số giữ nguyên" : ""}.`)
  if (joining !== null && joining !== steps) said.push(`Nếu mỗi ${unit} thêm vào cũng tính vào mẫu số thì cần thêm ${written(String(joining))}.`)
  return said.join(" ")
}

/** What to say of a number as it was typed; nothing where it is read. @param {string} text @param {boolean} whole */
export function slip(text, whole) {
  const { value, asked, slip: wrong } = read(text, whole)
  if (value?.startsWith("-")) return "Số không thể âm."
  if (value?.includes(".") && whole) return "Chỗ này chỉ nhận số nguyên."
  if (wrong === "notNumber") return "Số này chưa đúng cách viết. Viết bằng chữ số, ví dụ 1.234 hoặc 89,5."
  if (wrong === "tooLong") return "Số quá dài, xem lại."
  return asked.length ? "Số này hiểu được nhiều cách. Ý là:" : ""
}
