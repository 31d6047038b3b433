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
   *[other] { NUMBER($count) } meetings.
}
print-table = Table
print-people = Who meets whom
print-and = and
print-door-title = List for the door
print-door-summary = { $count ->
    [0] Nobody is registered yet.
    [one] One person is registered.
   *[other] { NUMBER($count) } people are registered, in alphabetical order.
}
print-name = Name
print-signature = Signature

# pictures of the event
pictures-title = Logo and floor plan
pictures-way = Logo and floor plan
pictures-lead = The logo stands at the head of the event’s pages and on printed schedules. The floor plan stands in everyone’s schedule, beside their tables.
pictures-logo = Logo
pictures-floor-plan = Floor plan
pictures-none = There is none yet.
pictures-file = File
pictures-file-help = A PNG or JPEG file of at most { $max } MB. It is stored anew without hidden data, such as where a photograph was taken, and made smaller if need be.
pictures-file-replace-help = Only if there is a new one. A PNG or JPEG file of at most { $max } MB.
pictures-alt = Description for those who do not see the picture
pictures-alt-logo-help = What stands in the logo, for example: European Cluster Office.
pictures-alt-floor-plan-help = The way in words, for example: tables 1 to 20 are in the foyer on the left, 21 to 40 in the hall behind it.
pictures-save-logo = Save the logo
pictures-save-floor-plan = Save the floor plan
pictures-remove-logo = Remove the logo
pictures-remove-floor-plan = Remove the floor plan
done-picture-saved = The picture is saved.
done-picture-removed = The picture is removed.
floor-plan-title = Where the tables are
floor-plan-way = Where is it?
floor-plan-large = Open the floor plan on its own
problem-picture-kind = This is neither a PNG nor a JPEG file. Please save the picture as one of these and choose it again.
problem-picture-svg = This is an SVG file, which can hold programs. Please save the picture as PNG and choose it again.
problem-picture-large = This picture is { $width } × { $height } pixels; more than { $max } million, or a side of more than 12,000, cannot be taken. Please save it smaller.
problem-picture-heavy = This picture is too heavy even after it was made smaller. Please save it with fewer pixels.
problem-picture-broken = This picture cannot be read to its end. Please save it once more and choose it again.
problem-picture-missing = Please choose a file.
problem-picture-alt-missing = Please describe the picture in a few words: not everybody sees it.
