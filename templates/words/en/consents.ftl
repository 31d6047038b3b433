# What participants agree to, each by itself, and what the list shows of them.
consent-visibility = Who sees you
shown-legend = Show this too
shown-help = Nothing of this is shown unless you tick it. Whoever you meet, ask for a meeting or tell of your wish sees your name in any case.
consent-optional = Only if you like
consent-optional-help = None of this is needed to take part. You can change it at any time under “My registration”.
consent-legend = I agree to the following
consent-earlier = On { $date } you agreed to an earlier wording: “{ $text }”
consent-keep = Leave what I agreed to as it is
consent-anew = I agree to the new wording
consent-no = I do not agree any longer
consent-mails = Your language
consent-photos = Photographs and recordings
consent-photos-not = No photographs
consent-photos-text = { $organiser } may take photographs and recordings at the event on which I can be recognised, and publish them to report on it.
consent-newsletter = Newsletter
consent-newsletter-text = { $organiser } may send me its newsletter by e-mail, also after this event.
consent-partners = Partner list
consent-partners-text = { $organiser } may give my name, organisation, country and e-mail address to the partners of this event, who may write to me.
consent-given = Yes, since { $date } (text { $version })
data-consent-shown = Shown to other participants: { $field }
data-consent-photos = Photographs and recordings
data-consent-newsletter = Newsletter
data-consent-partners = Partner list

# What the organiser asks.
nav-consents = Consents
consents-lead = What you ask your participants beside the registration. Nothing is ticked for them, nobody has to agree, and everybody can take it back at any time.
consents-ask = Ask for this
consents-text = What they agree to
consents-text-help = Say who does what, and what for. If you change the text, it becomes a new version: whoever agreed to the one before is asked anew.
consents-photos-help = The participant list and the list for the door show who is not to be photographed.
consents-newsletter-help = In the participant list you filter who agreed, and export the addresses.
consents-partners-help = Name the partners in the text. In the participant list you filter who agreed, and export the addresses.
consents-state = { $count ->
        [0] Text { $version }, of { $date }. Nobody agrees yet.
        [one] Text { $version }, of { $date }. One person agrees.
       *[other] Text { $version }, of { $date }. { NUMBER($count) } people agree.
    }
consents-people = See who
participants-consent = Agreed to
participants-consent-yes = { $consent }: yes ({ NUMBER($count) })
participants-consent-no = { $consent }: no
participants-export = Export as CSV
export-consent-text = { $consent }: text
export-consent-language = { $consent }: language of the text
export-consent-time = { $consent }: since
log-event-consents = Consents changed
problem-consent-text-missing = Write what participants agree to in { $language }, or take the tick away.
print-photos = Photographs
print-no-photos = no
