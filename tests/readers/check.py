#!/usr/bin/env python3
"""Has the mails of the demo read by other people's libraries: Python's email parser, icalendar, vobject, and libical
where it is installed. Every calendar part must be accepted by each, and say the same as the mail around it.

  python check.py PATH_OF_RENDEZVOUS
"""
import email, email.policy, glob, os, re, subprocess, sys, tempfile, time

import icalendar, vobject

try:
    import gi
    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib
except (ImportError, ValueError):
    ICalGLib = None


def start_demo(program, folder):
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {"MAILS_WAIT": "0"}
    args = [program, "demo", "--participants", "40", "--listen", "127.0.0.1:0", "--data", folder]
    child = subprocess.Popen(args, stdout=subprocess.PIPE, text=True, env=env)
    for line in child.stdout:
        if line.strip() == "ready":
            return child
    raise SystemExit("the demo did not start")


def mails(folder):
    before = -1
    for _ in range(120):
        found = sorted(glob.glob(os.path.join(folder, "mail", "*.eml")))
        if found and len(found) == before:
            return found
        before = len(found)
        time.sleep(1.5)
    raise SystemExit("the outbox does not come to rest")


def check_calendar(text, name, problems):
    raw = text.encode()
    if b"\n" in raw.replace(b"\r\n", b""):
        problems.append(f"{name}: a bare line feed")
    if any(len(line) > 75 for line in raw.split(b"\r\n")):
        problems.append(f"{name}: a line of more than 75 octets")
    if text.count("\r\nMETHOD:") != 1:
        problems.append(f"{name}: not exactly one METHOD")
    parsed = icalendar.Calendar.from_ical(text)
    for part in parsed.walk():
        if getattr(part, "errors", None):
            problems.append(f"{name}: icalendar says {part.errors}")
    try:
        vobject.readOne(text).validate(raiseException=True)
    except Exception as error:
        problems.append(f"{name}: vobject says {error}")
    if ICalGLib:
        component = ICalGLib.Component.new_from_string(text)
        if component is None or not ICalGLib.restriction_check(component):
            problems.append(f"{name}: libical says no")
        elif component.count_errors():
            problems.append(f"{name}: libical counts {component.count_errors()} errors")
    return parsed


def check_mail(path, problems, counts):
    name = os.path.basename(path)
    message = email.message_from_bytes(open(path, "rb").read(), policy=email.policy.default)
    for header in ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted"):
        if not message[header]:
            problems.append(f"{name}: no {header}")
    parts = list(message.walk())
    kinds = {part.get_content_type() for part in parts}
    if not {"text/plain", "text/html"} <= kinds:
        problems.append(f"{name}: parts are {sorted(kinds)}")
    texts = {part.get_content_type(): part.get_content() for part in parts if part.get_content_maintype() == "text" and not part.is_attachment()}
    links = lambda text: set(re.findall(r"http://127\.0\.0\.1:\d+/[^\s\"<>]*", text))
    if links(texts.get("text/plain", "")) != links(texts.get("text/html", "")):
        problems.append(f"{name}: plain text and HTML have different links")
    recipient = message["To"].addresses[0].addr_spec
    calendars = [part for part in parts if part.get_content_type() == "text/calendar" or (part.get_filename() or "").endswith(".ics")]
    for part in calendars:
        content = part.get_payload(decode=True).decode()
        calendar = check_calendar(content, name, problems)
        told = part.get_param("method")
        if told and told != str(calendar["METHOD"]):
            problems.append(f"{name}: the part says {told}, the calendar {calendar['METHOD']}")
        for event in calendar.walk("VEVENT"):
            attendees = event.get("ATTENDEE", [])
            attendees = attendees if isinstance(attendees, list) else [attendees]
            if any(str(one).lower() != f"mailto:{recipient}".lower() for one in attendees):
                problems.append(f"{name}: a foreign address in the calendar")
    counts["mails"] += 1
    counts["calendars"] += len(calendars)


def main():
    problems, counts = [], {"mails": 0, "calendars": 0}
    with tempfile.TemporaryDirectory() as folder:
        child = start_demo(sys.argv[1], folder)
        try:
            for path in mails(folder):
                check_mail(path, problems, counts)
        finally:
            child.terminate()
            child.wait()
    readers = "email, icalendar, vobject" + (", libical" if ICalGLib else " (libical is not here)")
    print(f"{counts['mails']} mails with {counts['calendars']} calendar parts, read by {readers}")
    for problem in problems[:20]:
        print("PROBLEM", problem)
    if problems or not counts["calendars"]:
        return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
