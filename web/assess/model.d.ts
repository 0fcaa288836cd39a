// What browsers are given of criteria sets: of portal/assess/model.py, by scripts/bless.py.

export interface Answer {
  value: string
  label: string
  tone: string
  met: boolean
  exceeds: boolean
  applies: boolean
  open: boolean
}

export interface Count {
  value: number
  criterion: number | null
}

export interface Level {
  number: number
  title: string
  counts: Count[]
}

export interface Quantity {
  id: string
  title: string
  unit: string
  definition: string | null
  asOf: string | null
  within: string[]
  fractional: boolean
}

export interface Guide {
  title: string
  url: string
}

export interface Clause {
  title: string
  url: string
}

export type Comparison = "atLeast" | "equal" | "atMost"

export interface Threshold {
  comparison: Comparison
  sign: string
  unit: string
  value: string | null
}

export type Way = "nearest" | "down"

export interface Rounding {
  way: Way
  digits: number
}

export interface Rule {
  numerator: string[]
  denominator: string[]
  scale: number
  rounding: Rounding | null
}

export interface Indicator {
  id: string
  level: number
  title: string
  url: string | null
  clause: Clause | null
  threshold: Threshold | null
  counted: string[]
  rule: Rule | null
  evidence: string[]
  questions: string[]
  standing: string | null
}

export interface Criterion {
  number: number
  title: string
  unknowns: string[]
  guides: Guide[]
  indicators: Indicator[]
}

export interface CriteriaSet {
  id: string
  title: string
  document: string
  url: string
  levels: Level[]
  quantities: Quantity[]
  criteria: Criterion[]
}

export interface Published {
  format: string
  version: number
  untouched: string
  answers: Answer[]
  sets: CriteriaSet[]
}
