#!/usr/bin/env python3
"""The memory that `mirror-engine extract` needs for few and for many invoices.

    extract_memory.py PROGRAMS [--invoices N…]

Fails where the most invoices take a fifth more than the fewest.
"""
import argparse

from engine_bench import drawn


def measured(programs, invoices):
    with drawn(programs, invoices) as books:
        with books.served():
            books.settings()
            seconds, memory = books.engine("extract", "--out", "extract")
        rows = sum(1 for _ in open(books.folder / "extract" / "received.csv")) - 1
    print(f"{rows} received invoices: {seconds:.1f} s, peak {memory:.0f} MiB", flush=True)
    if rows != invoices:
        raise SystemExit(f"{invoices} were drawn")
    return memory


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("programs", help="the folder of the built programs")
    options.add_argument("--invoices", type=int, nargs="+", default=[1000, 50_000])
    given = options.parse_args()
    peaks = [measured(given.programs, invoices) for invoices in sorted(given.invoices)]
    raise SystemExit(0 if peaks[-1] <= peaks[0] * 1.2 else 1)


if __name__ == "__main__":
    main()
