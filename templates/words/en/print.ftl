# on paper
print-schedule = Save or print as PDF
print-confirmation = Save this registration as PDF
print-tables = Print the table plan (PDF)
print-door = Print the list for the door (PDF)
print-page = Page { $page } of { $pages }
print-made = Made on { $moment }
print-latest = Made on { $moment }. The latest state: { $address }
print-missing-signs = A box □ stands for a character that the fonts of this document do not have. It can be copied from the file all the same.
print-line = { $label }: { $text }
print-reference = Reference
print-state = Registration
print-tables-title = Table plan
print-rooms-title = Plan of the meetings
print-tables-summary = { $count ->
    [0] No meetings are planned yet.
    [one] One meeting.
   *[other] { $count } meetings.
}
print-table = Table
print-people = Who meets whom
print-and = and
print-door-title = List for the door
print-door-summary = { $count ->
    [0] Nobody is registered yet.
    [one] One person is registered.
   *[other] { $count } people are registered, in alphabetical order.
}
print-name = Name
print-signature = Signature
