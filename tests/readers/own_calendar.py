#!/usr/bin/env python3
"""Has what a participant of the demo takes into their calendar read by calcurse and khal, where these are installed: both take
every entry in, and what is off is not among them.

  python own_calendar.py PATH_OF_RENDEZVOUS
"""
import http.cookiejar, os, shutil, subprocess, sys, tempfile, urllib.request

KHAL = """[calendars]
[[one]]
path = {folder}/khal
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def start_demo(program, folder):
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {"MAILS_WAIT": "0"}
    args = [program, "demo", "--participants", "40", "--listen", "127.0.0.1:0", "--data", folder]
    child = subprocess.Popen(args, stdout=subprocess.PIPE, text=True, env=env)
    link = ""
    for line in child.stdout:
        if line.startswith("schedule: "):
            link = line.split(" ", 1)[1].strip()
        if line.strip() == "ready":
            return child, link
    raise SystemExit("the demo did not start")


def own_file(link):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(link).geturl().split("?")[0].rstrip("/")
    page = page[: page.index("/my") + 3]
    return opener.open(f"{page}/schedule.ics").read().decode()


def run(*args):
    return subprocess.run(args, capture_output=True, text=True).stdout


def check(ics, folder, problems):
    path = os.path.join(folder, "own.ics")
    with open(path, "w", newline="") as file:
        file.write(ics)
    entries = ics.count("BEGIN:VEVENT")
    meetings = ics.count("SUMMARY:Meeting with ")
    if meetings == 0 or entries <= meetings or "CANCELLED" in ics:
        problems.append(f"{entries} entries, {meetings} meetings: {ics[:400]}")
    readers = []
    if shutil.which("calcurse"):
        readers.append("calcurse")
        os.makedirs(f"{folder}/calcurse")
        told = run("calcurse", "-D", f"{folder}/calcurse", "-i", path)
        if f"{entries - 1} apps / 1 event / 0 todos / 0 skipped" not in told:
            problems.append(f"calcurse: {told}")
    if shutil.which("khal"):
        readers.append("khal")
        with open(f"{folder}/khal.conf", "w") as file:
            file.write(KHAL.format(folder=folder))
        os.makedirs(f"{folder}/khal")
        run("khal", "-c", f"{folder}/khal.conf", "import", "--batch", path)
        listed = run("khal", "-c", f"{folder}/khal.conf", "list", "2020-01-01", "5000d")
        if listed.count("Meeting with ") != meetings:
            problems.append(f"khal lists {listed.count('Meeting with ')} of {meetings} meetings")
    return readers, entries


def main():
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        child, link = start_demo(sys.argv[1], os.path.join(folder, "data"))
        try:
            readers, entries = check(own_file(link), folder, problems)
        finally:
            child.terminate()
            child.wait()
    print(f"{entries} entries, read by {', '.join(readers) or 'nobody: neither calcurse nor khal is here'}")
    for problem in problems:
        print("PROBLEM", problem)
    if problems:
        return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
