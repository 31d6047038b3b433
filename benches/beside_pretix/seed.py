"""An event of pretix that is open to everybody, with one free ticket, and a token for its API."""
from datetime import timedelta

from django.utils.timezone import now
from django_scopes import scopes_disabled
from pretix.base.models import Event, Organizer, Team

with scopes_disabled():
    organizer = Organizer.objects.create(name="Org", slug="org")
    event = Event.objects.create(organizer=organizer, name="ECC", slug="ecc", date_from=now() + timedelta(days=60), currency="EUR", live=True, plugins="pretix.plugins.sendmail,pretix.plugins.checkinlists")
    item = event.items.create(name="Attendee", default_price=0, admission=True)
    event.quotas.create(name="all", size=None).items.add(item)
    event.settings.set("attendee_names_asked", True)
    event.settings.set("timezone", "Europe/Berlin")
    team = Team.objects.create(organizer=organizer, name="team", all_events=True)
    names = [field.name for field in Team._meta.get_fields()]
    for name in [name for name in names if name.startswith("can_") or name.startswith("all_")]:
        setattr(team, name, True)
    team.save()
    print("TOKEN", team.tokens.create(name="load").token, item.pk)

