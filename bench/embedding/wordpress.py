"""A real WordPress of this machine, for as long as it is asked: its own filters, oEmbed and feeds.

Comes in: a folder. Goes out: a portal whose posts are saved by its own REST interface, logged in as
an administrator or an author, as its editor saves them. Loopback only; what was started is stopped.
WordPress takes nothing from the own machine: two filters let it reach the section's address. A
theme that loads the section's code is one line in the foot of pages whose address asks for it.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

SOURCE = Path("/usr/share/wordpress")
CONTENT = Path("/var/lib/wordpress/wp-content")
PROGRAMS = ("php", "mariadbd", "mariadb-install-db")
ABSENT = (
    "máy này chưa cài WordPress để thử; trên Debian/Ubuntu: sudo apt-get install "
    "--no-install-recommends wordpress wordpress-theme-twentytwentythree "
    "mariadb-server php-cli php-mysql php-xml"
)
PATIENCE = 60
ADMINISTRATOR, AUTHOR = "quantri", "tacgia"
SILENT = f"WordPress chưa chạy sau {PATIENCE} giây."

CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '{address}'); define('WP_SITEURL', '{address}');
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_AUTO_UPDATE_CORE', false);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT',
  'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) define($name, 'tried-' . $name);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
REACHED = """<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, {port}]);
add_action('wp_footer', function () {{
  if (isset($_GET['giao-dien'])) echo '<script src="http://127.0.0.1:{port}/nhung/v1.js"></script>';
}});
"""
INSTALL = """<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url('{address}', PHP_URL_HOST);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Cổng bịa', '{administrator}', 'a@cong.example', false, '', 'x');
wp_create_user('{author}', 'x', 'b@cong.example');
$told = ['version' => get_bloginfo('version'), 'passwords' => []];
foreach (['{administrator}' => 'administrator', '{author}' => 'author'] as $name => $role) {{
  $user = get_user_by('login', $name);
  $user->set_role($role);
  [$told['passwords'][$name]] =
    WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'thu']);
}}
fwrite(STDERR, json_encode($told));
"""


@dataclass(frozen=True)
class WordPress:
    address: str
    version: str
    passwords: dict[str, str]

    def post(self, user: str, content: str) -> str:
        """What was written, saved by its author; the address readers find it at."""
        words = {"title": "Bài bịa", "status": "publish", "content": content}
        key = base64.b64encode(f"{user}:{self.passwords[user]}".encode()).decode()
        asked = urllib.request.Request(
            f"{self.address}/?rest_route=/wp/v2/posts",
            json.dumps(words).encode(),
            {"Content-Type": "application/json", "Authorization": f"Basic {key}"},
        )
        with urllib.request.urlopen(asked, timeout=PATIENCE) as answer:
            return str(json.load(answer)["link"])


def missing() -> bool:
    known = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
    return not SOURCE.is_dir() or not all(shutil.which(one, path=known) for one in PROGRAMS)


@contextmanager
def running(folder: Path, section_port: int) -> Iterator[WordPress]:
    if missing():
        raise RuntimeError(ABSENT)
    with ExitStack() as started:
        database = started.enter_context(_database(folder))
        site, address = _laid_out(folder / "cong", database, section_port)
        told = json.loads(_php(site, "install.php"))
        port = int(address.rpartition(":")[2])
        server = ["php", "-d", "display_errors=0", "-S", f"127.0.0.1:{port}"]
        many = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
        started.enter_context(_program("php", [*server, "-t", str(site)], folder, many))
        _until(partial(_answers, port))
        yield WordPress(address, told["version"], told["passwords"])


def _laid_out(site: Path, database: Path, section_port: int) -> tuple[Path, str]:
    """The package's files at a place of their own; its database and its address written down."""
    address = f"http://localhost:{free_port()}"
    shutil.copytree(SOURCE, site, symlinks=False, ignore_dangling_symlinks=True)
    shutil.copytree(CONTENT / "themes", site / "wp-content" / "themes", dirs_exist_ok=True)
    more = site / "wp-content" / "mu-plugins"
    more.mkdir(exist_ok=True)
    users = {"administrator": ADMINISTRATOR, "author": AUTHOR}
    for file, text in (
        (site / "wp-config.php", CONFIG.format(socket=database, address=address)),
        (site / "install.php", INSTALL.format(address=address, **users)),
        (more / "reached.php", REACHED.format(port=section_port)),
    ):
        file.write_text(text, encoding="utf-8")
    return site, address


@contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """One with a socket and no port."""
    data, socket_file = folder / "csdl", folder / "csdl.sock"
    owner = ["--user=root"] if os.getuid() == 0 else []
    made = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", *owner]
    _done([*made, "--auth-root-authentication-method=normal", "--skip-test-db"])
    server = shutil.which("mariadbd") or "/usr/sbin/mariadbd"
    command = [server, "--no-defaults", f"--datadir={data}", f"--socket={socket_file}", *owner]
    quiet = ["--skip-networking", f"--pid-file={folder / 'csdl.pid'}", "--skip-log-bin"]
    with _program("mariadbd", [*command, *quiet], folder):
        _until(socket_file.exists)
        _done(["mariadb", "--no-defaults", "-uroot", f"--socket={socket_file}"], _NEW)
        yield socket_file


_NEW = "CREATE DATABASE wordpress CHARACTER SET utf8mb4"


@contextmanager
def _program(
    name: str, command: list[str], folder: Path, environment: dict[str, str] | None = None
) -> Iterator[None]:
    """With what it starts itself: all of one group."""
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env=environment, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, 15)
            process.wait(PATIENCE)


def _php(site: Path, script: str) -> str:
    done = subprocess.run(
        ["php", script], cwd=site, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode or not done.stderr.startswith("{"):
        raise RuntimeError(f"WordPress chưa cài được:\n{done.stdout}{done.stderr}")
    return done.stderr


def _done(command: list[str], told: str = "") -> None:
    done = subprocess.run(command, input=told, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}:\n{done.stdout}{done.stderr}")


def _answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(SILENT)
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
