# Read by pretix' own shell: an event that anybody may order a place of, for nothing, and a token for its API.
from datetime import timedelta

from django.utils.timezone import now
from django_scopes import scopes_disabled
from pretix.base.models import Event, Organizer, Team

with scopes_disabled():
    organizer = Organizer.objects.create(name="Clusters", slug="clusters")
    event = Event.objects.create(
        organizer=organizer, name="Annual meeting", slug="meeting", currency="EUR", live=True,
        date_from=now() + timedelta(days=60), plugins="",
    )
    event.settings.set("timezone", "Europe/Berlin")
    event.settings.set("attendee_names_asked", True)
    item = event.items.create(name="Participant", default_price=0, admission=True)
    event.quotas.create(name="Places", size=None).items.add(item)
    team = Team(organizer=organizer, name="Programs", all_events=True)
    # Rights have had other names in other versions.
    for field in Team._meta.get_fields():
        if field.name.startswith("can_") or field.name in ("all_event_permissions", "all_organizer_permissions"):
            setattr(team, field.name, True)
    team.save()
    print("TOKEN", team.tokens.create(name="bench").token, item.pk)
