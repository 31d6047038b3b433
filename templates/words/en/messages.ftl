# Messages between two participants, relayed without addresses.

message-write = Write a message
message-title = Messages with { $person }
message-lead = We pass on what you write, on this page and by email. Neither of you sees the other’s email address. The answer comes back in the same way.
message-none = There are no messages yet.
message-older = Only the newest { $count } messages are shown here.
message-older-way = See all of them in my data
message-own = You
message-late-said = I am late for our meeting.
message-text = Your message
message-text-help = Up to { $max } characters.
message-left = { $count ->
    [one] You can send one more message now.
   *[other] You can send { NUMBER($count) } more messages before you get an answer.
}
message-send = Send message
message-full = You have sent { $count } messages without an answer. You can write again when the other person answers.
message-full-today = You have sent { $count } messages within a day. You can write again tomorrow.
message-shut = You can write to people you meet, while a proposal between you is open, and to people who have written to you.
message-shut-excluded = You have said that you do not want to meet this person. Take this back first if you want to write to them.
message-late-title = Are you late?
message-late-lead = Your meeting: { $when }. We tell the other person by email, in their language.
message-late = I am late
message-late-again = You have told the other person within the last hour that you are late.
message-mute-title = No messages from this person
message-mute-lead = If you mute this person, nothing that they write reaches you, not even that they are late. They are not told.
message-mute = Mute this person
message-muted = You have muted this person. Nothing that they write reaches you. They are not told.
message-unmute = Unmute this person
message-person = View this person
done-message-sent = Your message is sent.
done-message-late = We tell the other person that you are late.
done-message-muted = You get no more messages from this person. They are not told.
done-message-unmuted = You get messages from this person again. You do not see what they wrote in the meantime.
problem-message-missing = Write a message.
problem-message-unanswered = This message is not sent: the other person has not answered your last messages. You can write again when they answer.
problem-message-today = This message is not sent: you have sent as many messages today as are possible. You can write again tomorrow.
mail-fact-writer = From
mail-message-received-subject = Message from { $partner }: { $event }
mail-message-received-heading = You have a message
mail-message-received-text = { $partner } writes to you:
mail-message-received-action = Read and answer
mail-message-received-after = Please answer on the page. A reply to this email goes to the organiser. If you want no more messages from this person, you can mute them on the page. They are not told.
mail-late-subject = { $partner } is late for your meeting at { $time }
mail-late-heading = The other person is late
mail-late-text = { $partner } is late for your meeting at { $event }. Please wait a little. If you cannot wait, you can say so on the page.
example-message = Could we meet ten minutes earlier, at the entrance?
outbox-kind-message-received = Message of another participant
data-messages = Messages
data-message-by-me = You wrote
data-message-to-me = Written to you
data-muted = You want no messages from this person
stored-messages = What you and other participants write to each other, and from whom you want no messages
stored-messages-why = To pass on messages between people who meet, without their addresses
