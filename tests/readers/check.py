#!/usr/bin/env python3
"""Reads the mails of a folder with other people's parsers: Python's own e-mail package, icalendar, vobject and libical.

    check.py PROGRAM | FOLDER

PROGRAM is the program, whose demo is run and whose mails are read; FOLDER holds .eml files. Prints what was checked
with how many findings, and ends with 1 if there are any or if a parser is not installed.
"""

import argparse
import base64
import pathlib
import subprocess
import sys
import tempfile
import time
from email import policy
from email.parser import BytesParser


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", type=pathlib.Path, metavar="PROGRAM | FOLDER")
    source = arguments.parse_args().source
    if source.is_dir():
        check(source)
    with tempfile.TemporaryDirectory() as data:
        run_demo(source, data)
        check(pathlib.Path(data) / "mail")


def run_demo(program, data):
    """Runs the demo until its outbox is empty: no new mail for five seconds."""
    command = [program, "demo", "--data", data, "--listen", "127.0.0.1:0"]
    demo = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder, seen, quiet = pathlib.Path(data) / "mail", 0, 0
    for _ in range(300):
        time.sleep(1)
        count = len(list(folder.glob("*.eml")))
        quiet = quiet + 1 if count == seen and count > 0 else 0
        seen = count
        if quiet == 5 or demo.poll() is not None:
            break
    demo.terminate()
    demo.wait()


def check(folder):
    mails = sorted(folder.glob("*.eml"))
    if not mails:
        sys.exit(f"{folder} holds no .eml file")
    findings, calendars = [], []
    for path in mails:
        calendars.extend(read_mail(path, findings))
    print(f"{len(mails)} mails, {len(calendars)} calendars; form of the mails: {len(findings)} findings")

    missing = []
    for name, findings_of in [("icalendar", by_icalendar), ("vobject", by_vobject), ("libical", by_libical)]:
        try:
            found = [f"{where}: {name}: {what}" for where, ics in calendars for what in findings_of(ics)]
        except (ImportError, ValueError) as error:
            missing.append(name)
            print(f"{name}: NOT CHECKED ({error})")
            continue
        print(f"{name}: {len(found)} findings")
        findings.extend(found)
    for finding in findings[:50]:
        print(finding)
    sys.exit(1 if findings or missing else 0)


def read_mail(path, findings):
    """Checks a mail's form and gives its calendars."""
    mail = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    calendars = []
    for part in mail.walk():
        for defect in part.defects:
            findings.append(f"{path.name}: {defect!r}")
        if part.get_content_type() != "text/calendar":
            continue
        data = base64.b64decode(part.get_payload())
        declared = part.get_param("method")
        if f"METHOD:{declared}\r\n".encode() not in data:
            findings.append(f"{path.name}: Content-Type says {declared}, the calendar does not")
        calendars.append((path.name, data))
    if len(calendars) == 2 and calendars[0][1] != calendars[1][1]:
        findings.append(f"{path.name}: the two calendars differ")
    for header in ("From", "To", "Subject", "Date", "Message-ID"):
        if len(mail.get_all(header, [])) != 1:
            findings.append(f"{path.name}: not exactly one {header}")
    if mail.get_body(("plain",)) is None or mail.get_body(("html",)) is None:
        findings.append(f"{path.name}: lacks a plain or an HTML part")
    return calendars


def by_icalendar(ics):
    import icalendar

    calendar = icalendar.Calendar.from_ical(ics)
    found = [str(error) for component in calendar.walk() for error in component.errors]
    # What it writes again must say the same.
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    if again != calendar:
        found.append("is another calendar once read and written")
    return found


def by_vobject(ics):
    import vobject

    try:
        vobject.readOne(ics.decode()).validate(raiseException=True)
    except vobject.base.VObjectError as error:
        return [str(error)]
    return []


def by_libical(ics):
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib

    component = ICalGLib.Component.new_from_string(ics.decode())
    if component is None:
        return ["cannot be parsed"]
    # The check of the iTIP rules (RFC 5546) leaves its complaints in the component.
    ICalGLib.restriction_check(component)
    component.convert_errors()
    found, inner = [], [component]
    while inner:
        each = inner.pop()
        error = each.get_first_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
        while error is not None:
            found.append(error.as_ical_string().strip())
            error = each.get_next_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
        child = each.get_first_component(ICalGLib.ComponentKind.ANY_COMPONENT)
        while child is not None:
            inner.append(child)
            child = each.get_next_component(ICalGLib.ComponentKind.ANY_COMPONENT)
    return found


if __name__ == "__main__":
    main()
