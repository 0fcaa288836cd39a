// @ts-check
// How a page is cited. Pure.

import { day, iso } from "../shared/wording.js"

/** «Kế hoạch 380… Học viện… Xây dựng trường chính trị chuẩn. https://…, truy cập ngày 21/11/2026.»
 *  @param {{title: string, site: string, address: string}} page @param {Date} today */
export const citation = ({ title, site, address }, today) => `${title}. ${site}. ${address}, truy cập ngày ${day(iso(today))}.`
