// @ts-check
// What a portal leaves to a frame, said in plain words, and the one form to use there. Touches no page.

/** @typedef {object} Found
 *  @property {boolean} loader whether the page around answers
 *  @property {boolean} wordpress whether the frame came by oEmbed
 *  @property {boolean} origin whether it kept its own
 *  @property {boolean} keep @property {boolean} fetch @property {boolean} copy @property {boolean} print
 *  @property {boolean} download @property {boolean} open @property {boolean} submit
 *  @typedef {"phan-tu" | "oembed" | "khung"} Rung
 *  @typedef {{rung: Rung, title: string, recipe: string, lines: [string, boolean, string][]}} Told */

const RECIPES = {
  "phan-tu": ["Cổng cho cả khung lẫn mã nhúng.", "Dùng đoạn mã có thẻ truong-chuan: khung tự đổi chiều cao, địa chỉ trang nhớ nội dung đang xem."],
  oembed: ["Khung hiện qua oEmbed của WordPress.", "Dán địa chỉ vào khối «Nhúng» của WordPress; khung tự đổi chiều cao tới 1.000 điểm ảnh."],
  khung: ["Cổng cho khung, không cho mã nhúng.", "Dùng khung cao cố định, kèm liên kết ở sau khung. Muốn khung tự đổi chiều cao: đề nghị quản trị cổng thêm mã nhúng vào giao diện."],
}

/** @param {Found} found @returns {Told} */
export function told(found) {
  /** @type {Rung} */
  const rung = found.wordpress ? "oembed" : found.loader ? "phan-tu" : "khung"
  const [title = "", recipe = ""] = RECIPES[rung]
  return {
    rung, title, recipe,
    lines: [
      ["Khung hiện trên cổng", true, ""],
      ["Mã chạy trong khung", true, ""],
      ["Mã nhúng chạy trên cổng", found.loader, "Khung giữ chiều cao đã đặt; đề nghị quản trị cho phép địa chỉ của chuyên mục trong script-src."],
      ["Khung giữ địa chỉ gốc của chuyên mục", found.origin, "Thuộc tính sandbox thiếu allow-same-origin."],
      ["Lưu lựa chọn của người đọc", found.keep, "Muốn lưu, người đọc mở trang đầy đủ."],
      ["Tìm kiếm trong khung", found.fetch && found.submit, "Tìm ở trang đầy đủ; cần allow-same-origin và allow-forms."],
      ["Sao chép bằng một nút", found.copy, "Người đọc tự chọn chữ; cần allow=\"clipboard-write\" ở khung."],
      ["In từ khung", found.print, "In ở trang đầy đủ; cần allow-modals."],
      ["Tải tệp từ khung", found.download, "Tải ở trang đầy đủ; cần allow-downloads."],
      ["Mở cửa sổ mới", found.open, "Địa chỉ hiện thành chữ để sao chép; cần allow-popups."],
    ],
  }
}
