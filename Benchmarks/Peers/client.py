"""boto3's get_item: python client.py PORT. The names of the work are how many requests are under way at once."""

import sys
from concurrent.futures import ThreadPoolExecutor

from worker import Repetition, serve, versions

port = int(sys.argv[1])
concurrencies = (1, 8, 32)


def load(concurrency):
    """Seconds are of all threads, and per request."""
    table = boto3.session.Session(
        aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        region_name="eu-central-1",
    ).resource(
        "dynamodb", endpoint_url=f"http://127.0.0.1:{port}", config=Config(max_pool_connections=concurrency)
    ).Table("shop")
    pool = ThreadPoolExecutor(concurrency)

    class Load(Repetition):
        def time(self, count):
            start = self.clock()
            list(pool.map(lambda _: [self.once() for _ in range(count)], range(concurrency)))
            return (self.clock() - start) / concurrency

    return Load(lambda: table.get_item(Key={"pk": "SELLER#1", "sk": "OFFER#1"}))


try:
    import boto3
    from botocore.config import Config

    serve({str(concurrency): load(concurrency) for concurrency in concurrencies}, {}, versions("boto3"))
except ImportError as error:
    serve({}, {str(concurrency): str(error) for concurrency in concurrencies}, {})
