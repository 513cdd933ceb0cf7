#!/usr/bin/env python3
"""How fast the daily job is: near to the vendor's limit, and with many invoices under way.

    throughput.py PROGRAMS [--invoices N]

The sandbox answers every request after 50 ms. The moments are those of its truth log: when a
request came there. Fails where less than 95 % of the limit is used, a window has more than the
limit, or 32 at once are not ten times as fast as one at a time.
"""
import argparse
import bisect

from engine_bench import drawn

LIMIT, SECONDS, DELAY = 25, 5, 50


def limited(programs):
    """The share of the limit that is used, and the most requests of any window."""
    with drawn(programs, 60) as books:
        with books.served("--limit", f"{LIMIT}/{SECONDS}", milliseconds=DELAY):
            books.settings(f"requests = {{ limit = {LIMIT}, seconds = {SECONDS} }}")
            books.engine("run")
        rows = books.truth("SELECT at / 1e6, status FROM truth ORDER BY at")
    moments = [at for at, _ in rows]
    refused = sum(status == 429 for _, status in rows)
    most = max(
        bisect.bisect_left(moments, at + SECONDS) - place for place, at in enumerate(moments))
    # The first window's worth leaves at once: what counts is how fast the others follow.
    used = (len(moments) - LIMIT) / (moments[-1] - moments[0]) / (LIMIT / SECONDS)
    print(
        f"limit {LIMIT} in {SECONDS} s: {len(moments)} requests in "
        f"{moments[-1] - moments[0]:.1f} s, {used:.1%} of it used, at most {most} in a window, "
        f"{refused} refused")
    return used >= 0.95 and most <= LIMIT and refused == 0


def timed(programs, invoices, concurrency):
    with drawn(programs, invoices) as books:
        with books.served(milliseconds=DELAY):
            books.settings(f"concurrency = {concurrency}")
            seconds, memory = books.engine("run")
        [(requests,)] = books.truth("SELECT count(*) FROM truth")
        [(made,)] = books.truth(
            "SELECT count(*) FROM truth WHERE company = 1 AND deed = 'created' "
            "AND resource = 'client/invoice'")
    print(
        f"{concurrency} at once: {made} invoices, {requests} requests in {seconds:.1f} s, "
        f"{requests / seconds:.0f} requests a second, {memory:.0f} MiB", flush=True)
    return seconds if made == invoices else float("nan")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("programs", help="the folder of the built programs")
    options.add_argument("--invoices", type=int, default=1000)
    given = options.parse_args()
    good = limited(given.programs)
    many = timed(given.programs, given.invoices, 32)
    one = timed(given.programs, given.invoices, 1)
    print(f"32 at once are {one / many:.1f} times as fast as one at a time")
    raise SystemExit(0 if good and one / many >= 10 else 1)


if __name__ == "__main__":
    main()
