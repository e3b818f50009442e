"""A redis server with a hash for each item: python redis_server.py ITEMS. What is measured is the server's processor time, by its own count."""

import itertools
import random
import shutil
import subprocess
import sys
import tempfile
import time

from worker import Repetition, serve, versions

size = int(sys.argv[1])


def started(command, folder):
    import redis

    socket = f"{folder}/socket"
    server = subprocess.Popen(
        [command, "--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no"], stdout=subprocess.DEVNULL)
    client = redis.Redis(unix_socket_path=socket)
    for _ in range(100):
        try:
            client.ping()
            return server, client
        except redis.exceptions.ConnectionError:
            time.sleep(0.05)
    server.kill()
    raise RuntimeError("redis-server does not answer")


def run(command, folder):
    server, client = started(command, folder)
    try:
        version = client.info("server")["redis_version"]
        pipeline = client.pipeline(transaction=False)
        for number in range(size):
            pipeline.hset(f"SELLER#{number // 100}|OFFER#{number % 100}", "value", bytes(1000))
            if number % 1000 == 999:
                pipeline.execute()
        pipeline.execute()
        some = random.Random(42).choices(range(size), k=100_000)
        keys = [f"SELLER#{number // 100}|OFFER#{number % 100}" for number in some]
        getting, putting = itertools.cycle(keys), itertools.cycle(keys)
        value = bytes(1000)

        def clock():
            used = client.info("cpu")
            return used["used_cpu_sys"] + used["used_cpu_user"]

        serve({
            "get": Repetition(lambda: client.hget(next(getting), "value"), clock),
            "put": Repetition(lambda: client.hset(next(putting), "value", value), clock),
        }, {}, versions("redis") | {"redis-server": version})
    finally:
        server.kill()
        server.wait()


command = shutil.which("redis-server")
if command is None:
    reason = "redis-server is not installed here"
    serve({}, {"get": reason, "put": reason}, {})
else:
    with tempfile.TemporaryDirectory() as folder:
        run(command, folder)
