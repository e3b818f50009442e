"""An ordered table of Python's: python sorted.py ITEMS."""

import itertools
import random
import sys

from worker import serve, versions

size = int(sys.argv[1])
work, missing = {}, {}

try:
    from sortedcontainers import SortedDict

    keys = [f"SELLER#{number // 100}|OFFER#{number % 100}" for number in range(size)]
    table = SortedDict((key, bytes(1000)) for key in keys)
    some = random.Random(42).choices(keys, k=100_000)
    getting, putting = itertools.cycle(some), itertools.cycle(some)

    def put():
        table[next(putting)] = bytes(1000)

    work["get"] = lambda: table[next(getting)]
    work["put"] = put
except ImportError as error:
    missing["get"] = missing["put"] = str(error)

serve(work, missing, versions("sortedcontainers"))
