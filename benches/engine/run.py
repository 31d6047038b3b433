"""Runs programs and counts what they took: processor seconds, as the system counts them for the one that ended."""

import json
import os
import subprocess

# What `rendezvous bench` gives an event in person, and one across time zones.
IN_PERSON, ACROSS_ZONES = 8_000_000, 80_000_000


def spent(command):
    """Exit status, what was printed, and processor seconds in user mode."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, printed, usage.ru_utime


def solve(program, file, out, work=IN_PERSON, seed=1):
    """One run of `rendezvous solve`; none where the file is refused."""
    command = [program, "solve", file, "--out", out, "--work", work, "--seed", seed]
    status, printed, seconds = spent(command)
    if status:
        if "contradicts itself" in printed:
            return None
        raise SystemExit(f"{' '.join(map(str, command))}\n{printed}")
    return {"said": json.loads(out.read_text()), "seconds": seconds}
