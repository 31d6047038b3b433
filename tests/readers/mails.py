#!/usr/bin/env python3
"""Has every kind of mail in three languages, signed with two keys, looked at by other people's programs: dkimpy verifies
each signature and finds each tampering, SpamAssassin scores each mail. The test `mail_signatures` leaves the mails.

  python mails.py FOLDER_OF_MAILS FOLDER_OF_KEYS
"""
import glob, os, re, shutil, subprocess, sys, tempfile

import dkim

# What a change of breaks both signatures; a header that is not there breaks them by being added.
SIGNED = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Reply-To", "Content-Type", "List-Id",
          "List-Unsubscribe", "List-Unsubscribe-Post"]
MOST_SPAM = 1.0


def dns(keys):
    records = {}
    for selector, name in (("rsa", "rsa.dns"), ("ed", "ed25519.dns")):
        with open(os.path.join(keys, name), "rb") as file:
            records[f"{selector}._domainkey.rendezvous.example."] = file.read().strip()
    return lambda name, timeout=5: records.get(name.decode() if isinstance(name, bytes) else name)


def verdicts(mail, lookup):
    """Whether each of the two signatures holds."""
    return [dkim.DKIM(mail).verify(idx=place, dnsfunc=lookup) for place in (0, 1)]


def changed(mail, header):
    pattern = re.compile(rb"(?im)^" + header.encode() + rb": ([^\r\n]*)")
    head, body = mail.split(b"\r\n\r\n", 1)
    if pattern.search(head):
        return pattern.sub(lambda found: found.group(0) + b"x", head, count=1) + b"\r\n\r\n" + body
    return header.encode() + b": added\r\n" + mail


def check_signatures(name, mail, lookup, problems):
    def refused(tampered, what):
        try:
            held = verdicts(tampered, lookup)
        except dkim.DKIMException:
            held = [False]
        if any(held):
            problems.append(f"{name}: {what}, and a signature still holds")

    if verdicts(mail, lookup) != [True, True]:
        problems.append(f"{name}: the signatures are {verdicts(mail, lookup)}")
        return
    for header in SIGNED:
        refused(changed(mail, header), f"{header} was changed")
    refused(b"From: boss@bank.example\r\n" + mail, "a second From was put before")
    head, body = mail.split(b"\r\n\r\n", 1)
    refused(head + b"\r\nFrom: boss@bank.example\r\n\r\n" + body, "a second From was put behind")
    refused(mail.replace(b"\r\n\r\n", b"\r\n\r\nx", 1), "the body was changed")


def scores(mails, problems):
    """Every mail through one run of SpamAssassin without network tests."""
    if not shutil.which("spamassassin"):
        return None
    with tempfile.NamedTemporaryFile("wb", suffix=".mbox") as box:
        for _, mail in mails:
            text = mail.replace(b"\r\n", b"\n")
            box.write(b"From sender@rendezvous.example Mon Nov  2 08:30:00 2020\n")
            box.write(re.sub(rb"(?m)^From ", b">From ", text) + b"\n\n")
        box.flush()
        done = subprocess.run(["spamassassin", "-L", "--mbox", box.name], capture_output=True, text=True, errors="replace")
    text = re.sub(r"\n[ \t]+", " ", done.stdout)
    found = re.findall(r"^X-Spam-Status: \w+, score=(-?[\d.]+) .*?tests=(.*?) autolearn", text, re.M)
    if len(found) != len(mails):
        problems.append(f"SpamAssassin scored {len(found)} of {len(mails)} mails: {done.stderr[-300:]}")
    for (name, _), (score, tests) in zip(mails, found):
        if float(score) >= MOST_SPAM:
            problems.append(f"{name}: SpamAssassin gives {score} for {tests}")
    return max((float(score) for score, _ in found), default=None)


def main():
    folder, keys = sys.argv[1], sys.argv[2]
    mails = [(os.path.basename(path), open(path, "rb").read()) for path in sorted(glob.glob(os.path.join(folder, "*.eml")))]
    problems, lookup = [], dns(keys)
    for name, mail in mails:
        check_signatures(name, mail, lookup, problems)
    highest = scores(mails, problems)
    told = "SpamAssassin is not here" if highest is None else f"highest score of SpamAssassin {highest}"
    print(f"{len(mails)} kinds of mail by language, {2 * len(mails)} signatures verified by dkimpy, {told}")
    for problem in problems[:20]:
        print("PROBLEM", problem)
    if problems or not mails:
        return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
