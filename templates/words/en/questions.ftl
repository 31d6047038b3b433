# An event's own questions.

# list
nav-questions = Questions
questions-lead = What you ask of participants beyond the fields of the form. The questions stand at the end of its first step, in this order.
questions-empty = This event asks nothing of its own yet.
questions-facts = How it is asked
questions-given = Answers
questions-order = Order
questions-up = Up
questions-down = Down
questions-new = Add a question
questions-full = This event has { NUMBER($most) } questions, and more are not possible. Remove one without answers before you add another.
questions-closed = Closed
questions-answers = { $count ->
    [0] No answers
    [one] 1 answer
   *[other] { NUMBER($count) } answers
}
questions-required = Required
questions-only-types = Only for: { $types }
questions-only-if = Only with “{ $question }”: { $answer }
questions-unseen = Only your team sees the answers
questions-life = { $days ->
    [0] Answers are deleted on the day after the event
    [one] Answers are deleted 1 day after the event
   *[other] Answers are deleted { NUMBER($days) } days after the event
}
questions-counts-same = The same answer: { NUMBER($points) } points in a round
questions-counts-different = Different answers: { NUMBER($points) } points in a round
questions-ready = Ready-made questions
questions-ready-lead = In the languages of your event, with what the law asks for: answering is voluntary, only your team sees the answers, and they are deleted early. You can change the words afterwards.
questions-own = Questions about this event

# one question
question-new-title = New question
question-title = Question
question-label = Question
question-label-help = Short, as it stands in lists too, for example “Sector”.
question-help = Help
question-help-help = Stands below the question. Say here what the answer is for.
question-kind = Kind of answer
question-kind-fixed = Somebody answered, so the kind stays. You can close this question and add another one.
question-kind-text = One line of text
question-kind-long-text = Several lines of text
question-kind-one = One of several choices
question-kind-several = Several of several choices
question-kind-number = A whole number
question-kind-date = A date
question-kind-country = A country
question-kind-agree = A tick: “I agree”
question-choice = Choice { $number }
question-choice-help = To remove a choice that nobody chose, empty its field.
question-choices = New choices
question-choices-help = For “one” and “several” choices: one choice a line, { NUMBER($most) } at most.
question-choices-help-languages = For “one” and “several” choices: one choice a line, { NUMBER($most) } at most, in each language: { $form }
question-required = An answer is required
question-visible = Other participants see the answers
question-visible-help = Only the answers of people who let others see them. Otherwise only your team sees the answers.
question-types = Only for these participant types
question-types-help = Without a tick everybody is asked.
question-condition = Only with this answer to an earlier question
question-condition-help = Everybody else does not need to answer.
question-condition-none = Always asked
question-condition-entry = { $question }: { $answer }
question-condition-country = the country below
question-condition-country-label = Country of the condition
question-comparison = In a matching round
question-comparison-help = Two people get the points together. Of several choices one in common is the same answer.
question-comparison-none = Does not count
question-comparison-same = The same answer counts
question-comparison-different = Different answers count
question-points = Points
question-points-help = From 1 to { NUMBER($most) }, beside the points of the round’s settings
question-life = Days after the event until the answers are deleted
question-life-help = { NUMBER($days) } at most. Without a number the answers are kept as long as everything else about a person.
question-purpose-access = The answers may tell of somebody’s health. So the answer is voluntary, only your team sees it, it does not count in rounds, and it is deleted early (GDPR, Article 9).
question-purpose-food = The answers may tell of somebody’s health or religion. So the answer is voluntary, only your team sees it, it does not count in rounds, and it is deleted early (GDPR, Article 9).
question-is-closed = This question is closed: nobody is asked.
question-closing = Close or open
question-closing-lead = A closed question is not asked any more. The answers stay.
question-close = Close this question
question-open = Ask this question again
remove-question-text = Nobody has answered this question. It is removed from the form.

# beside a question in the form
question-no-answer = No answer
question-seen = Other participants see the answer if you let them see you.
question-unseen = Only the organiser sees the answer.
question-kept = { $days ->
    [0] It is deleted on the day after the event.
    [one] It is deleted 1 day after the event.
   *[other] It is deleted { NUMBER($days) } days after the event.
}
question-consent-access = { $days ->
    [0] The answer is voluntary and may tell of your health. By answering you agree that the organiser uses it to remove barriers for you. It is deleted on the day after the event. You can remove it at any time.
    [one] The answer is voluntary and may tell of your health. By answering you agree that the organiser uses it to remove barriers for you. It is deleted 1 day after the event. You can remove it at any time.
   *[other] The answer is voluntary and may tell of your health. By answering you agree that the organiser uses it to remove barriers for you. It is deleted { NUMBER($days) } days after the event. You can remove it at any time.
}
question-consent-food = { $days ->
    [0] The answer is voluntary and may tell of your health or religion. By answering you agree that the organiser uses it to order food. It is deleted on the day after the event. You can remove it at any time.
    [one] The answer is voluntary and may tell of your health or religion. By answering you agree that the organiser uses it to order food. It is deleted 1 day after the event. You can remove it at any time.
   *[other] The answer is voluntary and may tell of your health or religion. By answering you agree that the organiser uses it to order food. It is deleted { NUMBER($days) } days after the event. You can remove it at any time.
}
question-only-types = Only if you take part as: { $types }.
question-only-if = Only if your answer to “{ $question }” is “{ $answer }”.

# ready-made
question-ready-access = Access needs
question-ready-access-help = What do you need to take part well? For example a place for a wheelchair, sign language or a quiet room.
question-ready-access-add = Ask for access needs
question-ready-access-lead = One question with room for text: what people need to take part well.
question-ready-food = Food
question-ready-food-help = What would you like to eat?
question-ready-food-any = I eat everything
question-ready-food-vegetarian = Vegetarian
question-ready-food-vegan = Vegan
question-ready-food-else = Something else
question-ready-food-what = What else for food?
question-ready-food-what-help = For example without gluten, halal or kosher.
question-ready-food-add = Ask for food
question-ready-food-lead = Two questions: what people eat, and for “something else” what that is.

# list of participants, import, history
participants-question = Answer to a question
participants-answer = Answer
participants-any-answer = Any answer
import-column-questions = Answers to the event’s own questions
change-untold = { $question }: changed
log-question-added = Question added
log-question-changed = Question changed
log-question-closed = Question closed
log-question-opened = Question opened
log-question-removed = Question removed
log-questions-arranged = Order of the questions changed

# round
term-same-answer = Same answer: { $question }
term-different-answer = Different answers: { $question }
term-answers = Answers to the event’s questions
round-questions = Your own questions
round-questions-help = These points come on top. You set them at each question.

# register of personal data
stored-needs = Answers about access needs and food
stored-needs-why = To remove barriers and to order food
stored-basis-explicit = Your explicit consent: Article 6 (1) a and Article 9 (2) a GDPR
stored-life-question = 14 days after the event, unless the organiser set another number at the question

# problems
problem-answer-missing = Answer this question.
problem-question-label-missing = Enter the question in { $language }.
problem-question-twice = The event has a question of this name. Choose another name.
problem-question-kind-fixed = Somebody answered this question, so its kind cannot change. Close it and add another one.
problem-question-choice-used = Somebody chose this, or another question depends on it. Enter its name again; it cannot be removed.
problem-question-choice-twice = Two choices have the same name. Change one of them.
problem-question-choices-many = A question has at most { NUMBER($most) } choices. Remove some.
problem-question-choices-few = Enter at least two choices.
problem-question-comparison-kind = Texts cannot be compared in a round. Choose “Does not count” or another kind of answer.
problem-question-condition = Choose an answer to a question that stands before this one.
problem-question-life-missing = Enter after how many days the answers are deleted.
problem-question-life-promised = Participants were told { NUMBER($days) } days. Enter a number that is not greater.
problem-question-sensitive = Answers about access or food are voluntary, seen by your team only, and do not count in rounds.
problem-question-visible-later = Participants answered for your team only, so others cannot see the answers now. Add a new question for that.
problem-question-decides = Another question depends on the answer to this one. Change that condition first.
problem-question-order = A question stays below the question that it depends on. Change its condition first.
problem-question-answered = This question has answers, so it cannot be removed. Close it instead.
problem-question-there = The event asks this already.
problem-questions-many = An event has at most { NUMBER($most) } questions. Remove one without answers before you add another.
problem-type-asked = A question is asked of this type alone. Change the question before you remove the type.
problem-import-choice = “{ $value }” is not one of the choices: { $choices }
problem-import-one-choice = Give one choice only, not “{ $value }”.
problem-import-tick = Write yes or no, not “{ $value }”.
