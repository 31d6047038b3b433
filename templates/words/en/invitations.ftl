## Invitations: people of a list who are asked whether they come

registration-state-invited = Invited
registration-state-declined = Declined the invitation
registration-state-unanswered = Never answered the invitation
figure-invited = { $count ->
    [one] invited and not answered yet
   *[other] invited and not answered yet
  }

# the list
import-coming-title = Do they come?
import-coming = Who is new in this list
import-coming-help = This holds for everybody whom this event does not have yet.
import-coming-agreed = has agreed elsewhere and is registered
import-coming-asked = is invited by email, and accepts or declines
import-answer-by = Invited: answer by
import-answer-by-help = The last day on which they can answer. Those who are silent are reminded once, three days before. Nobody holds a seat before they accept.
import-row-invites = { $here ->
    [unconfirmed] Not confirmed here yet; is invited now.
    [unanswered] Did not answer here; is invited once more.
    [cancelled] Had cancelled here; is invited now.
    [declined] Had declined here; is invited once more.
    [rejected] Was not accepted here; is invited now.
    [waiting_list] On the waiting list here; gives that up and is invited now.
   *[other] Waits for approval here; is invited now.
}
import-done-invited = { $count ->
    [one] One person is invited: the email is on its way.
   *[other] { NUMBER($count) } people are invited: the emails are on their way.
}
problem-import-invited-unreachable = This row has no email address, so that nobody can be invited. Add the address, or import this person as registered.
problem-invitation-past = Choose a day that is not over: until then people can answer.
problem-invitation-late = Choose a day before the event is over: until then people can answer.
problem-invitation-draft = This event is a draft. Open it before you invite people: the email leads them to its page.

# the mail
mail-invited-subject = You are invited: { $event }
mail-invited-heading = You are invited to { $event }
mail-invited-text = { $organiser } invites you to { $event }. Will you come? You are not registered yet: please accept or decline by { $date }.
mail-invited-details = These details about you are filled in. You can change them once you have accepted.
mail-invited-action = Answer the invitation
mail-invited-after = On your page you can accept or decline, and say whether other participants may see you. Until then nobody but the organiser sees anything about you. You can also have everything about you deleted there.
mail-invited-link = This link is personal: anyone who has it can answer for you. Please do not pass it on.
mail-invited-reminder-subject = Please answer by { $date }: { $event }
mail-invited-reminder-heading = Will you come to { $event }?
mail-invited-reminder-text = { $organiser } has invited you to { $event } and has no answer from you yet. You are not registered: please accept or decline by { $date }. This is the only reminder.
mail-footer-invited = You receive this mail because { $organiser } has this address on the list of those who are invited to { $event }.
mail-entered-subject = You are registered: { $event }
mail-entered-heading = You are registered
mail-entered-text = { $organiser } has registered you for { $event } from its own list. If you do not want that, you can cancel on the page below, or have everything about you deleted there.
mail-entered-after = On your page you can change your details, say whom you would like to meet and whether others see you, view your schedule, or cancel if you cannot come.
outbox-kind-entered = Registered by an organiser
outbox-kind-invited = Invitation to the event
outbox-kind-invited-reminder = Reminder of the invitation

# the page
invitation-title = Will you come to { $event }?
invitation-lead = { $organiser } invites you. You are not registered yet: please accept or decline by { $date }.
invitation-event = More about this event
invitation-full = All seats are taken at the moment. If you accept, you go on the waiting list.
invitation-details = What is filled in about you
invitation-details-text = { $organiser } has entered this. You can change it once you have accepted.
invitation-accept = Accept the invitation
invitation-no = You cannot come?
invitation-decline = Decline the invitation
invitation-declined = You have declined. If you change your mind, you can still accept until { $date }.
invitation-declined-over = You have declined this invitation. It can no longer be accepted.
invitation-over = This invitation could be answered until { $date }. You are not registered.
invitation-withdrawn = { $organiser } has withdrawn this invitation. You are not registered.
invitation-delete-text = { $organiser } keeps what is filled in about you for this event.
invitation-delete = Have everything about you deleted
done-invitation-accepted = You have accepted. A confirmation is on its way to you by email.
done-invitation-declined = You have declined. Thank you for the answer.
my-standing-invited = You are invited and have not answered yet.
my-standing-declined = You have declined the invitation.
my-standing-unanswered = The invitation was not answered in time. You are not registered.

# the log
log-registration-invited = Invited
log-registration-accepted = Accepted the invitation
log-registration-declined = Declined the invitation
log-registration-reminded = Reminded of the invitation
log-registration-unanswered = Never answered the invitation
log-registration-uninvited = Invitation withdrawn
