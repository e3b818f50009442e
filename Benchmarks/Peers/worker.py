"""A peer's side of the benchmarks: measures one round whenever it is asked to on its standard input."""

import importlib.metadata
import json
import platform
import sys
import time


def versions(*packages):
    """The versions of Python and of packages, for those who want to repeat it."""
    found = {"python": platform.python_version()}
    for package in packages:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            pass
    return found


class Repetition:
    """Work that is repeated so often that a round takes as long as it should."""

    def __init__(self, once, clock=time.process_time):
        self.once = once
        self.clock = clock
        self.count = None

    def time(self, count):
        start = self.clock()
        for _ in range(count):
            self.once()
        return self.clock() - start

    def round(self, seconds):
        """Seconds of processor time per operation."""
        if self.count is None:
            self.time(1)
            count = 1
            while (taken := self.time(count)) < seconds / 4:
                count *= 2
            self.count = max(1, int(count * seconds / taken))
        return self.time(self.count) / self.count


def serve(work, missing, versions):
    """Measures what it is asked for, until the standard input ends.

    work: by name, what is to be done once, or a Repetition. missing: why a name is not among them.
    """
    work = {name: once if isinstance(once, Repetition) else Repetition(once) for name, once in work.items()}
    print(json.dumps({"missing": missing, "versions": versions}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        try:
            answer = {"seconds": work[question["work"]].round(question["seconds"])}
        except Exception as error:  # The benchmarks go on without a peer that fails, and say why.
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
