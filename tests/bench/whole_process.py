#!/usr/bin/env python3
# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
"""Times `dcs send`, history included, beside curl making the same call: whole processes, in turn."""
import json
import statistics
import subprocess
import sys
import tempfile
import time

bin_dir, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40


def timed(command):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode()}")
    return (time.perf_counter() - start) * 1000


def compare(title, ours, theirs):
    timed(ours), timed(theirs)
    a, b = [], []
    for _ in range(runs):
        a.append(timed(ours))
        b.append(timed(theirs))
    ratio = statistics.median(x / y for x, y in zip(a, b))
    print(f"{title}: {statistics.median(a):.1f} ms, curl {statistics.median(b):.1f} ms, ratio {ratio:.2f}")


with tempfile.TemporaryDirectory() as data:
    sandbox = subprocess.Popen([bin_dir + "/dcs", "sandbox", "--port", "0", "--tls-port", "0", "--data-dir", data],
                               stdout=subprocess.PIPE)
    ready = json.loads(sandbox.stdout.readline())
    uuid = "22920112968019678612904394744954398990"
    send = [bin_dir + "/dcs", "send", "--alias", "acme", "--region", "9", "--uuid", uuid, "--data-dir", data]
    query = "/event?d_rtbd=json&d_uuid=" + uuid
    clear = send + ["--no-tls", "--connect-to", ready["http"]]
    curl = ["curl", "-sS", "-H", "Host: acme.demdex.net"]
    try:
        compare("dcs send", clear, curl + [f"http://{ready['http']}{query}"])
        compare("dcs send --no-history", clear + ["--no-history"], curl + [f"http://{ready['http']}{query}"])
        port = ready["https"].rsplit(":", 1)[1]
        compare("dcs send over TLS", send + ["--ca", ready["ca"], "--connect-to", ready["https"]],
                curl + ["--cacert", ready["ca"], "--connect-to", f"usw2.demdex.net:443:127.0.0.1:{port}",
                        f"https://usw2.demdex.net{query}"])
    finally:
        sandbox.terminate()
        sandbox.wait()
