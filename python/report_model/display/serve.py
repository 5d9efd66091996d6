"""A page shown in the browser, served once from this machine to itself."""

from __future__ import annotations

import secrets
import webbrowser
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

# How long the browser may take to ask for the page.
_PATIENCE = 20.0


def show_once(page: str) -> str:
    """Serves the page to whoever knows its address, which is a secret, until it was asked for; opens the browser.

    Nothing is written to disk. Gives the address.
    """
    body = page.encode("utf-8")
    place = f"/{secrets.token_urlsafe(16)}"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == place
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            if found:
                self.wfile.write(body)
                self.server.done = True  # type: ignore[attr-defined]

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.timeout = _PATIENCE

    def wait() -> None:
        # A browser may ask for an icon first; a few questions are borne.
        with server:
            for _ in range(5):
                server.handle_request()
                if getattr(server, "done", False):
                    return

    address = f"http://127.0.0.1:{server.server_port}{place}"
    # Not a daemon: a script that ends with .open() waits until the browser has the page.
    Thread(target=wait, name="report-model page").start()
    webbrowser.open(address)
    return address
