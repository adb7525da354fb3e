"""Invented sentences with places for a subject's words, of which papers are put together."""

from __future__ import annotations

SENTENCES = (
    "Since {year}, {things} have been reviewed each spring by {agency} ({acr}), which reports to all Member States.",
    "The number of {things} covered rose from {n} to {n2} in the course of {year}.",
    "In {place}, the use of {practice} has cut waiting times by {pct} %, and the method is now being copied in {place2}.",
    "{Prog} rests on the assumption that {goal} is a shared task, although its costs fall on a few.",
    "Several Member States have pointed out that recourse to {practice} is difficult where staff are few and distances long.",
    "Experience in {place} shows that recourse to {practice} pays off when it is agreed a season ahead.",
    "The budget for {year} foresees EUR {n} million, of which a third has been set aside for {place}.",
    "No reliable figures exist for {place2}; the estimates of {acr} vary between {n} and {n2}.",
    "The mandate given to {acr} runs until 28 {month} {year} and may be extended once.",
    "A joint workshop held in {place} on 12 {month} {year} brought together {n} experts from coastal and inland regions.",
    "{Things} remain a matter for each Member State, yet the consequences of neglect are felt by neighbours.",
    "The legal framework leaves room for {practice}, provided that the public is told beforehand.",
    "Costs differ widely: a single {thing} in {place} takes up EUR {n} 000 a year, in {place2} less than half of that.",
    "Under {prog}, reports are due every six months, but only {n} of them had arrived by the end of {month}.",
    "The Commission has announced that it will look into {practice} before the end of {year}.",
    "Local authorities in {place2} regard {goal} as the yardstick by which all measures will be judged.",
    "Work carried out by {acr} suggests that two measures out of three bring results within a year.",
    "Attention has shifted from {place} to {place2}, where pressure on {things} is expected to grow.",
    "It would be useful to compare notes with partner countries that have long experience of {practice}.",
    "What matters in practice is that somebody answers the telephone, also on a Sunday in {month}.",
    "Training courses were attended by {n} people in {year}, most of them from {place}.",
    "Neither {acr} nor the Member States concerned keep a list of every {thing}, which makes comparison hard.",
    "On 3 {month} {year} the Council took the view that {goal} deserved a fresh look.",
    "Cooperation between {place} and {place2} has been put on a firmer footing by an exchange of letters.",
    "As a rule, a {thing} is inspected twice: once before the season and once after it.",
    "The evaluation concluded that {prog} had been well managed but little known.",
    "Funding from the regional envelope may be combined with national means up to a ceiling of {pct} %.",
    "A pilot in {place2}, begun in {month} {year}, is to be closed once {n} sites have been covered.",
    "Insurance companies have so far been reluctant to recognise {practice} as a ground for lower premiums.",
    "The findings were shared with the European Parliament, which asked for yearly updates.",
)

CITING = (
    "This follows from {ref}, which sets out the conditions for {practice}.",
    "The background is described in {ref} and need not be repeated here.",
    "As stated in {ref}, {things} should be visited without notice.",
    "The figures given in {ref} have since been corrected by {acr}.",
    "In line with {ref}, {prog} will be reviewed after three years.",
)

NOTES = (
    "See {ref} on the conditions for {practice}.",
    "Doc. {ref}, adopted on 4 {month} {year}.",
    "{ref}.",
    "Figures supplied by {agency} in {month} {year}; those for {place2} are provisional.",
    "{Place} and {place2} take part on a voluntary basis.",
    "This does not affect the position of the Member States concerned on {goal}.",
    "{ref}, point 4; see also the annual report of {acr} for {year}.",
    "The term covers every {thing} in use for more than three months in a year.",
    "Outcome of the meeting of experts held in {place} on 7 {month} {year}.",
)

QUESTIONS = (
    "How can Member States make better use of {practice} in order to achieve {goal}?",
    "Which of the measures described above should be taken first, and who should bear their cost?",
    "Do delegations agree that {acr} should be given a stronger role in the supervision of {things}?",
    "What lessons can be drawn from the experience gained in {place}?",
    "To what extent should {prog} be opened to partner countries?",
    "Should reporting on {things} be made compulsory, or should it remain voluntary as it is today?",
    "In your view, what are the main obstacles to {practice}, and how could they be overcome?",
    "What would be the options for increasing the coherence of activities between {acr}, local authorities and other services?",
    "How do you assess the results achieved in {place2} so far? Are there gaps that ought to be closed before {soon}?",
    "Where do delegations see added value in action at Union level as regards {things}?",
    "Could {practice} be combined with existing funding, such as {prog}, and under which conditions?",
    "Is the current definition of a {thing} still fit for purpose?",
    "Given the limited number of experts, how should tasks be shared between {place} and {place2}?",
    "Which further partners – for instance regional bodies, insurers or universities – should be involved in {prog}?",
    "By what means can the public be kept informed about {things} without causing undue alarm?",
    "Would delegations support a yearly meeting with {acr}, and if so, at which level?",
    "What kind of indicators would allow the Union to measure progress towards {goal}?",
    "Are Member States ready to second experts to {acr} for periods of up to six months?",
    "How could the Union respond if {practice} were to fail in the course of a season (e.g. for lack of staff)?",
    "What role should {prog} play once the present mandate of {acr} has come to an end?",
    "From a national perspective, which categories of {things} deserve priority in {soon}?",
    "Can delegations share examples of good practice in {practice}, including failures from which others may learn?",
    "With regard to {place}, do delegations consider the proposed timetable to be realistic?",
    "Beyond {prog}, which other instruments could help to ensure {goal}?",
)

QUESTIONS += (
    "The estimates of {acr} vary widely. Which of them do delegations regard as reliable, and on what grounds?",
    "It has been suggested that “{practice}” be made a condition for funding. Do delegations share this view?",
    "Apart from {place} and {place2}: which other places should be covered, in what order, and by whom?",
    "Without prejudice to national rules, could a common standard for {things} – voluntary at first – be agreed by {soon}?",
)

TASKS = (
    "indicate whether they already make use of {practice} and with what results",
    "share their experience with {things}, in particular in {place}",
    "state which parts of {prog} should in their view be kept after {soon}",
    "comment on the role that {acr} could play in the coming years",
    "identify the main obstacles to {goal}",
    "express their views on the timetable set out in point 4 above",
    "reflect on how the costs of {practice} could be shared more fairly",
    "provide examples of cooperation with local authorities in respect of {things}",
    "explain how they would react to a temporary closure of every {thing} in {place2}",
    "outline their expectations as regards the review of {prog}",
    "say whether the figures collected by {acr} match their own",
    "suggest indicators by which progress towards {goal} could be measured",
)

SUBS = (
    "which authorities should be in charge?",
    "what would it cost in a normal year?",
    "is a change of the law needed?",
    "how long would the preparations take?",
    "who should report on the results, and to whom?",
    "should partner countries be consulted beforehand?",
    "what happens to {things} outside the scheme?",
    "could {acr} provide training?",
)

POINT_LEADS = (
    ("Delegations are invited to comment on the following points:", None),
    ("The Presidency invites delegations to exchange views on the following:", "Presidency"),
    ("The Presidency would welcome the views of delegations on:", "Presidency"),
)

CLOSINGS = (
    "The Presidency will report on the outcome of the discussion to the Permanent Representatives Committee.",
    "The discussion will be taken up again at a later meeting, in the light of the views expressed.",
    "The Presidency thanks delegations for their cooperation and looks forward to a lively debate.",
)

LEADS = (
    ("The Presidency invites delegations to consider the following questions:", "Presidency"),
    (
        "Against this background, the Presidency invites delegations to reflect on the following questions:",
        "Presidency",
    ),
    ("In the light of the above, delegations are invited to comment on the following questions:", None),
    ("The Presidency would welcome delegations' views on the following questions:", "Presidency"),
    ("Based on this note, the Presidency invites delegations to discuss the following questions:", "Presidency"),
    (
        "In order to steer the discussion, the Presidency suggests that delegations address the following questions:",
        "Presidency",
    ),
    ("Delegations are invited to share their views on the following questions:", None),
    ("With a view to the debate, Ministers are invited to answer the following questions:", None),
    ("The Presidency therefore wishes to hear from delegations on the following points:", "Presidency"),
    ("Delegations are kindly requested to reply to the questions below:", None),
    ("The Presidency seeks the input of delegations on the following issues:", "Presidency"),
    ("Member States are therefore asked to reflect on the following:", None),
    (
        "The Permanent Representatives Committee is invited to exchange views on the basis of the following questions:",
        None,
    ),
    (
        "To structure the debate, the Presidency proposes that Ministers concentrate on these questions:",
        "Presidency",
    ),
    ("In this context, the Presidency would like to ask delegations the following:", "Presidency"),
)

TASK_LEADS = (
    ("To prepare the discussion, Member States are encouraged to:", None),
    ("Delegations are invited to:", None),
    ("In view of the above, delegations are invited to:", None),
    ("At the forthcoming meeting the Presidency invites Member States to:", "Presidency"),
    ("The Presidency would like to invite delegations to:", "Presidency"),
)

QUESTION_HEADINGS = (
    "Questions for discussion",
    "Guiding questions",
    "Questions for delegations",
    "Questions for Discussion:",
    "Questions to delegations",
    "Questions for the debate",
    "Guiding questions for the exchange of views",
)

RHETORICAL = (
    "Why should anybody far from {place} care about {things}? The answer lies in the figures collected since {year}.",
    "Is {goal} within reach? Many believed so in {year}, and the record gives them some support.",
    "Who has not stood in {place} and wondered how a single {thing} could matter so much? Yet it does.",
    "What, then, is new? Above all, {practice} has become cheap enough to be used in {place2}.",
)
"""Openings that ask nobody."""

SEASONS = (
    "In the 2023/24 season, {things} were open on 212 days, against 198 in 2022/23.",
    "Replies came from 24/27 Member States; the school years 2019/20 and 2020/21 were left out.",
    "For the financial years 2024/25 and 2025/26, {acr} expects a surplus of {n} %.",
)
"""Figures that look like document numbers."""

LONG = (
    " - Exchange of views",
    " – Policy debate (public debate in accordance with Article 8(2) of the Council's Rules of Procedure)",
    ": contribution of regional authorities, agencies and other partners to a common and lasting solution - Discussion paper",
    " (first reading) - General approach",
)
"""What long subjects end in."""

DECISIONS = (
    "The Permanent Representatives Committee is invited to confirm the agreement reached on {prog} and to suggest that the "
    'Council adopt it as an "A" item at a forthcoming meeting.',
    "Coreper is invited to agree to the mandate set out in the Annex.",
    "The Council is invited to take note of this report on {things}.",
    "The Permanent Representatives Committee is accordingly asked to recommend that the Council approve the text as it "
    "stands in the Annex to this note.",
    "The Political and Security Committee is invited to endorse the recommendations contained in the Annex.",
    "In the light of the above, the Council is invited to adopt the decision on {prog}.",
)

PAST = (
    "At the meeting on 5 {month} {year}, delegations were invited to indicate whether they made use of {practice}; {n} replied.",
    "Delegations had been asked how {goal} could be reached and had until 28 {month} {year} to send their answers.",
    "The Presidency had put three questions to delegations, all of which were answered at that meeting.",
    "Member States were invited to share their views on {prog}, and most of them did so in writing.",
)

ASKING_PROSE = (
    "Much of the debate turned on one point: can a {thing} be looked after by two authorities at once?",
    "The report closes with a doubt that has been with us since {year}: who is to pay for {practice}?",
    "One speaker wondered aloud whether the money would last, and if not, what then?",
    "Some in {place} put it more bluntly: what is the use of {prog} without staff?",
)
"""Paragraphs of a record that end in a question mark and ask nobody."""

ASKING_QUOTES = (
    "“What good is {prog}”, the mayor of {place} wrote, “if nobody comes to look at our {thing}?”",
    "“How many more seasons must we wait?”, a resident of {place2} asked the experts of {acr}.",
    "In the words of one witness: “Do you think that {practice} comes free of charge?”",
)

FAQ = (
    ("What is meant by a {thing}?", "Every {thing} that is in use for more than three months in a year is covered."),
    ("Who can apply to {acr}?", "Any local authority may apply, provided that it has kept accounts for two years."),
    ("How long does it take?", "As a rule, an answer is given within {n} days."),
    ("Do applicants have to pay?", "No. All services of {acr} are free of charge."),
    ("Can an application be withdrawn?", "Yes, at any time before the end of {month}."),
    ("Which languages can be used?", "All official languages of the Union."),
)

AGENDA = (
    "Adoption of the agenda",
    "{Things}: what next?\n– Presentation by {acr} and exchange of views",
    "{Prog}\n– Examination of the Presidency compromise text",
    "How to achieve {goal}\n– Discussion",
    "State of play on {practice}\n– Information from the Commission",
    "Outcome of the meeting in {place}\n– Information from the Presidency",
    "Follow-up to the questionnaire on {things}\n– Replies of delegations to the questions put in {month}",
    "Any other business",
)


POINTS = (
    "the number of inspections carried out in {place}",
    "the training of staff, in particular in {place2}",
    "timely publication of figures on {things}",
    "a clear division of tasks between {acr} and local authorities",
    "sufficient funding for {practice} after {soon}",
    "better knowledge of {goal} among the public",
    "regular exchanges with partner countries",
)
