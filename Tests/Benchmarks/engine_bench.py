"""What the benchmarks of the engine share: drawn books, a sandbox that serves them, an engine."""
import contextlib
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import tempfile
import time

TOKEN = "a-token"
ENDPOINTS = [
    "GET info", "GET supplier", "GET client", "GET supplier/invoice", "POST supplier/invoice",
    "GET client/invoice", "PUT client/invoice", "GET expense",
]


class Books:
    """Drawn books in a folder of their own, with the configuration of an engine."""

    def __init__(self, programs, folder, invoices, seed=1):
        self.programs, self.folder = pathlib.Path(programs).resolve(), pathlib.Path(folder)
        subprocess.run(
            [self.programs / "economy-sandbox", "draw", "--db", "books.sqlite", "--invoices",
             str(invoices), "--seed", str(seed), "--config", "drawn.toml"],
            cwd=self.folder, check=True)

    @contextlib.contextmanager
    def served(self, *options, milliseconds=0):
        """Serves the books, each request answered so late; the address is put into the settings."""
        faults = "".join(
            f'[[fault]]\non = "{on}"\nkind = "slow"\nprobability = 1.0\n'
            f"milliseconds = {milliseconds}\n" for on in ENDPOINTS if milliseconds)
        (self.folder / "faults.toml").write_text(faults)
        process = subprocess.Popen(
            [self.programs / "economy-sandbox", "serve", "--port", "0", "--db", "books.sqlite",
             "--token", TOKEN, "--faults", "faults.toml", *options],
            cwd=self.folder, stdout=subprocess.PIPE, text=True)
        try:
            self.address = process.stdout.readline().strip()
            yield self
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()

    def settings(self, system=""):
        text = (self.folder / "drawn.toml").read_text()
        text = text.replace("http://127.0.0.1:8080", self.address)
        text = re.sub(r"^group = 1$", f"group = 1\n{system}", text, flags=re.M)
        (self.folder / "mirror-engine.toml").write_text(text)

    def engine(self, *arguments):
        """Runs the engine; gives seconds and the peak of its resident memory in MiB."""
        start = time.monotonic()
        process = subprocess.Popen(
            [self.programs / "mirror-engine", *arguments], cwd=self.folder,
            env={**os.environ, "MIRROR_ENGINE_TOKEN": TOKEN}, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"mirror-engine {arguments[0]} ended with {process.returncode}")
        return time.monotonic() - start, usage.ru_maxrss / 1024

    def truth(self, query):
        with contextlib.closing(sqlite3.connect(self.folder / "books.sqlite")) as books:
            return books.execute(query).fetchall()


@contextlib.contextmanager
def drawn(programs, invoices, seed=1):
    with tempfile.TemporaryDirectory() as folder:
        yield Books(programs, folder, invoices, seed)
