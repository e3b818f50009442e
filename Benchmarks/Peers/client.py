"""boto3's get_item: python3 client.py PORT CONCURRENCY REQUESTS. Prints what it took as JSON."""

import json
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

port, concurrency, requests = map(int, sys.argv[1:])
table = boto3.session.Session(
    aws_access_key_id="AKIDEXAMPLE", aws_secret_access_key="wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", region_name="eu-central-1"
).resource(
    "dynamodb", endpoint_url=f"http://127.0.0.1:{port}", config=Config(max_pool_connections=concurrency)
).Table("shop")


def run(count):
    def worker(_):
        for _ in range(count // concurrency):
            table.get_item(Key={"pk": "SELLER#1", "sk": "OFFER#1"})

    with ThreadPoolExecutor(concurrency) as pool:
        list(pool.map(worker, range(concurrency)))


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


run(concurrency * 4)
before, start = cpu(), time.perf_counter()
run(requests)
print(json.dumps({"seconds": time.perf_counter() - start, "cpuSeconds": cpu() - before}))
