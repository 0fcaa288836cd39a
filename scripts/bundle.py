"""Make the bundles of `web/` anew, as readers get them: a developer's command, which needs Node."""

import environment

environment.enter(dev=True)

import sys

import browser
import door
import machine

LINE = door.CommandLine("Gộp mã trình duyệt trong web/ thành các tệp gửi tới người đọc (cần Node).")


def main() -> int:
    LINE.read()
    node = machine.find_node()
    if node is None:
        print(f"Chưa gộp được: {machine.NO_NODE}.", file=sys.stderr)
        return 1
    if not machine.get_modules(browser.WEB, "công cụ gộp (esbuild)"):
        print("Chưa gộp được: npm không lấy được esbuild; kiểm tra mạng.", file=sys.stderr)
        return 1
    try:
        names = browser.write(browser.WEB, node)
    except browser.BundleFault as fault:
        print(f"Chưa gộp được: {fault}", file=sys.stderr)
        return 1
    for name in names:
        print(f"đã viết web/{browser.BUNDLES}/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
