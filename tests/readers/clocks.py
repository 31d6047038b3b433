#!/usr/bin/env python3
"""Has meetings around the changes of the clocks imported by khal, as people in four time zones have it set, and compares
when it shows them with Python's own time zones.

  python clocks.py FOLDER_OF_CALENDARS
"""
import datetime, os, re, subprocess, sys, tempfile, zoneinfo

ZONES = ["Europe/Berlin", "Europe/Lisbon", "Europe/Athens", "America/New_York"]
SHOWN = "%Y-%m-%d %H:%M"
CONFIG = """[calendars]
[[meetings]]
path = {folder}/meetings
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = meetings
"""


def khal(config, *args):
    done = subprocess.run(["khal", "-c", config, *args], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode or "warning" in done.stderr.lower() or "error" in done.stderr.lower():
        raise SystemExit(f"khal {args[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def shown_by_khal(calendar, zone):
    """Start and end of every meeting as khal shows them, in order."""
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "config")
        with open(config, "w") as out:
            out.write(CONFIG.format(folder=folder, zone=zone))
        os.mkdir(os.path.join(folder, "meetings"))
        khal(config, "import", "--batch", "-a", "meetings", calendar)
        listed = khal(config, "list", "--day-format", "", "--format", "{uid} {start-date} {start-time} {end-date} {end-time}", "2027-01-01", "365d")
    found = {}
    for line in listed.splitlines():
        match = re.fullmatch(r"(\S+) (\S+ \S+) (\S+ \S+)", line.strip())
        if match:
            found[match[1]] = (match[2], match[3])
    return sorted(found.values())


def expected(calendar, zone):
    text = open(calendar, newline="").read()
    instants = lambda name: [datetime.datetime.strptime(found, "%Y%m%dT%H%M%S").replace(tzinfo=datetime.timezone.utc) for found in re.findall(rf"^{name}:(\d+T\d+)Z\r$", text, re.M)]
    local = lambda instant: instant.astimezone(zoneinfo.ZoneInfo(zone)).strftime(SHOWN)
    return sorted((local(start), local(end)) for start, end in zip(instants("DTSTART"), instants("DTEND"), strict=True))


def main():
    calendar = os.path.join(sys.argv[1], "clock-changes.ics")
    meetings = 0
    for zone in ZONES:
        wanted, found = expected(calendar, zone), shown_by_khal(calendar, zone)
        if not wanted or wanted != found:
            print("PROBLEM", zone, "khal shows", sorted(set(found) - set(wanted)), "for", sorted(set(wanted) - set(found)))
            return 1
        meetings = len(wanted)
    print(f"{meetings} meetings around clock changes, shown by khal in {len(ZONES)} time zones")
    return 0


if __name__ == "__main__":
    sys.exit(main())
