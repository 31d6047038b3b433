"""Asks a server for something again and again, and tells how fast it was and what it cost.

load.py NAME PROCESS URL REQUESTS CLIENTS [TOKEN ITEM]: with a token it orders a ticket at each request.
"""
import http.client
import json
import os
import sys
import threading
import time
from urllib.parse import urlsplit

name, process, url, requests, clients = sys.argv[1], int(sys.argv[2]), urlsplit(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])
token, item = sys.argv[6].split() if len(sys.argv) > 6 else (None, None)
waits, bad, lock, numbers = [], [0], threading.Lock(), iter(range(requests))


def family():
    """The process and its children."""
    found = {process}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            parent = int(open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == process:
            found.add(int(entry))
    return found


def seconds():
    total = 0
    for one in family():
        fields = open(f"/proc/{one}/stat").read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


def megabytes():
    lines = (line for one in family() for line in open(f"/proc/{one}/status") if line.startswith("VmRSS"))
    return sum(int(line.split()[1]) for line in lines) / 1e3


def order(number):
    who = f"a{number}-{os.getpid()}@example.org"
    position = {"item": int(item), "attendee_name": f"A {number}", "attendee_email": who, "answers": []}
    return json.dumps({"email": who, "locale": "en", "status": "n", "send_email": False, "payment_provider": "free", "positions": [position]})


def client():
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
    while True:
        with lock:
            number = next(numbers, None)
        if number is None:
            return
        asked = time.time()
        if token:
            connection.request("POST", url.path, order(number), {"Authorization": f"Token {token}", "Content-Type": "application/json"})
        else:
            connection.request("GET", url.path)
        answer = connection.getresponse()
        answer.read()
        with lock:
            waits.append(time.time() - asked)
            bad[0] += answer.status >= 400


before, began = seconds(), time.time()
threads = [threading.Thread(target=client) for _ in range(clients)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
took, cpu = time.time() - began, seconds() - before
waits.sort()
print(f"{name}: {requests / took:.1f}/s, {cpu * 1e3 / requests:.2f} ms CPU, p50 {waits[len(waits) // 2] * 1e3:.0f} ms, p99 {waits[int(len(waits) * 0.99)] * 1e3:.0f} ms, {bad[0]} refused, {megabytes():.0f} MB")
