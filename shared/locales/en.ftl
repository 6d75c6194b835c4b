### English: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “you”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

# Locked. Who may send what over which channel, beside the boxes.
edition-1-statement = Yes please, { $business } may send me the messages I choose here on WhatsApp.
    .reviewed_by = none

# Locked. That nothing depends on saying yes.
edition-1-not-a-condition = This is optional. You do not have to say yes to buy anything.
    .reviewed_by = none

# Locked. How to take a yes back, before it is given.
edition-1-withdrawal = You can take your yes back at any time with the link on your receipt. It is free, and you need not give a reason.
    .reviewed_by = none

# Locked. Who answers for the data, and how to reach them.
edition-1-controller = Data controller: { $legal_name }, { $address }. Contact: { $contact }
    .reviewed_by = none

# Locked. The text of the link to the privacy notice.
edition-1-privacy = How { $business } handles your personal data
    .reviewed_by = none

# The heading above the form.
edition-1-heading = Get messages on WhatsApp

# The name of the group of boxes.
edition-1-legend = What would you like to hear about?

# The button that says yes.
edition-1-submit = Yes please

# The heading after a yes was recorded.
edition-1-success-heading = Thank you, your yes is saved

# The sentence under it.
edition-1-success-text = Keep your receipt. With the link on it you can take your yes back at any time.


## Labels that explain the form.

# The label of the country selector.
form-country = Country

# The label of the number's field.
form-phone = Your WhatsApp number

# On the button while the answer is awaited.
form-sending = Saving your yes …

# The button that sends the same submission once more.
form-retry = Try again

# Before the list of what was said yes to.
form-success-categories = You said yes to:

# The link to the receipt.
form-receipt = Open your receipt

# The link to the form on a page of its own, where the form in the shop cannot send.
form-hosted = Open this form on its own page

# Above a form whose text was replaced by a newer one.
form-changed = The text has changed. Please read the new one and choose again.


## What is said when something is wrong, by code.

# No number was typed.
form-error-number-missing = Enter your number.

# The number cannot exist in the country chosen.
form-error-number-impossible = This number does not fit the country. Please check both.

# Nothing is ticked.
form-error-category-none = Tick at least one kind of message.

# The text was replaced while the form was open.
form-error-notice-outdated = The text changed while you were reading, so your yes is not saved. Please read the new one and choose again.

# Too many submissions in a short time.
form-error-rate-limited = Too many answers were sent in a short time. Please wait a little and try again.

# The edge could not be reached.
form-error-offline = We could not connect. Please try again. Your yes is saved only once.

# The edge cannot take it now.
form-error-unavailable = That did not work just now. Please try again in a moment.

# The edge would not take it from this page, or for another reason that trying again does not cure.
form-error-refused = Your yes could not be saved from here.


## How often at most, by period; one message apart from several.

# One a day.
cap-day-one = At most 1 message a day

# Several a day.
cap-day-many = At most { $max } messages a day

# One a week.
cap-week-one = At most 1 message a week

# Several a week.
cap-week-many = At most { $max } messages a week

# One a month.
cap-month-one = At most 1 message a month

# Several a month.
cap-month-many = At most { $max } messages a month


## What every page has.

# The link that skips to the content, for those who come by keyboard.
common-skip = Skip to the content

# The name of the language switch, for screen readers.
common-language = Language

# A moment, in UTC.
common-moment = { $day } { $month } { $year }, { $hour }:{ $minute } UTC

# Before a number of which only the end is shown, for screen readers, instead of the dots.
common-number-ending = Number ending in { $digits }

# In the footer: who answers for the data.
common-footer-controller = Data controller: { $legal_name }, { $address }. Contact: { $contact }

# In the footer: the link to the privacy notice.
common-footer-privacy = How { $business } handles your personal data

# In the footer: what serves the page.
common-footer-jatak = Served by Jatak, which keeps track of yes and no.


## How a state is called.

# Nothing was ever said.
state-never-asked = Not chosen

# A yes that waits for confirmation.
state-pending = Waiting for confirmation

# Yes.
state-granted = Yes please

# No.
state-withdrawn = No thanks


## The form on a page of its own.

# The title.
hosted-title = Messages from { $business } on WhatsApp

# Under the title.
hosted-intro = Tick what you would like to hear about from { $business }.

# For the `<noscript>` of a shop: the link that leads here.
hosted-noscript = Say yes to messages from { $business } on WhatsApp

# Before the list of what is wrong with a submission.
hosted-errors-heading = Please correct this and send again


## The step that asks to press once more, where the browser hid which page the form came from.

# The title.
confirm-title = Press once more

# Why, and that nothing is saved yet.
confirm-text = Your browser hides which page you came from, so we ask you to press again. Nothing is saved yet.

# Before the list of what is about to be said yes to.
confirm-summary = You are about to say yes to this from { $business } on WhatsApp:

# The button that says yes.
confirm-submit = Yes please

# The link that goes back.
confirm-cancel = Go back without saving


## The one page for links that are forged, cut, unknown or erased.

# The title.
not-found-title = This page does not exist

# What may be the matter.
not-found-text = A piece of the link may be missing, or what it led to has been erased.

# What to do.
not-found-advice = Try opening the link again from where you kept it. You can always write to the business and say no.


## The receipt of one submission.

# The title.
receipt-title = Your receipt

# Under the title.
receipt-intro = This is what you said yes to getting from { $business } on WhatsApp.

# That the page should be kept.
receipt-keep = Keep the link to this page, or print it. The link goes on working.

# Who may send.
receipt-business = Business

# Which number, masked.
receipt-number = Number

# When.
receipt-when = Time

# On which page.
receipt-page = Page

# The number of the record.
receipt-record = Receipt number

# The heading of what was said yes to.
receipt-said-yes = What you said yes to

# The heading of how often each comes.
receipt-frequency = How often

# The heading of the text that was shown.
receipt-wording = The text you were shown

# The link to that text as it is kept.
receipt-wording-link = See the whole text as it is kept

# The heading of the proof.
receipt-proof-heading = Your proof

# What the proof is. Without the record's number, which tells how much a shop is used.
receipt-proof = Your yes stands in a log that cannot be changed without it being noticed. Keep the file below, and you can prove it to anyone, even without us.

# The link to the receipt as a file.
receipt-proof-file = Save the receipt as a file with proof

# The link to the page that checks such a file.
receipt-proof-check = Check such a file

# The heading of taking it back.
receipt-withdraw-heading = Would you rather say no?

# Under it: that it works at once, and for how long.
receipt-withdraw-intro = It takes effect at once, is free, and needs no reason.

# The button that takes one category back.
receipt-withdraw = No thanks: { $category }

# Instead of the button, once taken back with this receipt.
receipt-withdrawn = No thanks since { $when }

# Before the button that stops everything.
receipt-stop-all-intro = You can also stop all messages from { $business } on WhatsApp, including new kinds that come later.

# The button that stops everything.
receipt-stop-all = Stop everything from { $business }

# After one category was taken back.
receipt-done-withdrawn = You have said no to “{ $category }”. { $business } may no longer send you these messages on WhatsApp.

# After everything was stopped.
receipt-done-stopped = You have stopped everything. { $business } may no longer send you messages on WhatsApp.

# Instead of the button, once everything was stopped with this receipt.
receipt-stopped = Everything stopped since { $when }

# What someone else could do with the link.
receipt-link-caution = Do not share the link. Whoever has it can see this receipt and say no for you, but not yes.


## All choices of one person.

# The title.
choices-title = Your choices at { $business }

# Under the title.
choices-intro = Here you decide what { $business } may send you on WhatsApp. You can change it as often as you like.

# The name of the group of boxes.
choices-legend = Messages

# How it stands with one category now.
choices-state = Right now: { $state }

# How it stands, and since when.
choices-state-since = Right now: { $state }, since { $when }

# Beside a category whose yes came after a no, and waits: why, and what to do.
choices-pending = Someone said yes with your number after you had said no. It does not count until you say yes yourself. Tick the box if you would like these messages.

# Beside a category whose yes waits for a message in WhatsApp, where nobody had said no.
choices-awaited = A yes with your number waits for your message in WhatsApp. It does not count until that comes.

# Beside a category whose yes the business brought along: who says so, where, and when.
choices-imported = Not said here: { $business } says that you said yes elsewhere ({ $source }; { $claimed }) and brought it along.

# Beside a category that is no longer offered.
choices-retired = No longer used

# The button that saves.
choices-save = Save my choices

# After saving.
choices-saved = Your choices are saved.

# After saving when nothing was changed.
choices-unchanged = You changed nothing, so all is as it was.

# After saving when a yes still waits for confirmation.
choices-still-pending = Some of it still waits for your confirmation from WhatsApp, because you said no from there. Until then your no holds.

# Before the button that stops everything.
choices-stop-all-intro = Stop all messages from { $business } on WhatsApp, including new kinds that come later.

# The button that stops everything.
choices-stop-all = Stop everything from { $business }

# After everything was stopped, and as long as that holds.
choices-stopped = You have stopped everything. { $business } may send you only what you say yes to again.

# When the text was replaced while the page was open.
choices-terms-changed = The text changed while you were looking, so your choices are not saved. Please read the new one and choose again.

# The same, when something was taken back and that was saved.
choices-terms-changed-noes-saved = Your no is saved. The text changed while you were looking, so please read the new one before you say yes to anything.

# What someone else could do with the link.
choices-link-caution = Do not share the link. Whoever has it can change your choices.


## A refusal, for people.

# The title.
error-title = That did not work

# That nothing was saved.
error-nothing-saved = Nothing was saved.

# The link that goes back.
error-back = Go back

# The link to the form, fresh.
error-again = Open the form again

# No number was typed.
error-number-missing = Your number is missing.

# The number cannot exist.
error-number-impossible = This number does not fit the country. Please check both.

# Nothing is ticked.
error-category-none = Tick at least one kind of message.

# The text was replaced.
error-notice-outdated = The text has changed since you opened the page. Please read the new one and choose again.

# The form was altered, or is of another business.
error-form-unfit = The form could not be read. Please open it again and have another try.

# The receipt is about other categories.
error-category-not-on-receipt = This receipt is not about that kind of message.

# The page may not send for this business.
error-origin-refused = The page you came from may not send answers to the business. Please use the business's own form.

# There is no such business.
error-business-unknown = We do not know this business. Please check the address.

# The same submission was sent before with other answers.
error-idempotency-conflict = This form was already sent with other answers. Open it again to change something.

# More was sent than fits.
error-body-too-large = More was sent than there is room for.

# Too many submissions.
error-rate-limited = Too many answers were sent in a short time. Please wait a little and try again.

# Busy.
error-unavailable = It is busy here just now. Please wait a little and try again.

# A fault of ours, and whatever has no text of its own.
error-internal = Something went wrong on our side. Please try again in a moment.


## The export, for the business.

# The title.
export-title = Consents at { $business }

# Under the title.
export-intro = Download every event, or how things stand now, as a file.

# The label of the API key's field.
export-key = API key

# Under it: what becomes of the key.
export-key-help = A key with the scope read. It stays in this tab and is stored nowhere.

# The label of what to export.
export-kind = Contents

# Every event.
export-kind-events = All events

# How it stands now.
export-kind-state = How things stand now

# The published texts.
export-kind-notices = The texts that were shown

# The label of the first day.
export-from = From

# The label of the last day.
export-to = To

# Under the days: both are included, and counted in UTC.
export-dates-help = Both days are included and counted in UTC. Leave them empty for everything.

# The label of the category selector.
export-category = Kind of message

# Every category.
export-category-any = All kinds

# The label of the state selector.
export-state = Answer

# Every state.
export-state-any = All answers

# The label of the format selector.
export-format = Format

# For spreadsheets.
export-format-csv = CSV, for spreadsheets

# For programs.
export-format-ndjson = NDJSON, for programs; events come with proof

# For programs that read consent records.
export-format-jsonld = JSON-LD, consent records (ISO/IEC TS 27560)

# The label of the delimiter selector.
export-delimiter = Delimiter

# A comma.
export-delimiter-comma = Comma

# A semicolon.
export-delimiter-semicolon = Semicolon

# A tab.
export-delimiter-tab = Tab

# The button that starts.
export-download = Download

# The button that stops.
export-cancel = Cancel

# While it runs.
export-progress = { $size } downloaded …

# While it runs and is known to be so far through the ledger.
export-progress-through = Event { $seq } of { $total }, { $size } downloaded …

# What the bar shows, for those who hear it.
export-progress-label = How much is downloaded

# When the file is there.
export-done = { $file } is downloaded.

# After it was stopped.
export-cancelled = Cancelled. No file was saved.

# The key's field is empty.
export-error-key-missing = Paste an API key.

# The key is not known.
export-error-key-unknown = This business has no such key. Please check that the whole key was pasted.

# The key lacks the scope.
export-error-scope = This key may not read. Use a key with the scope read.

# The days or another choice are not possible.
export-error-choice = These choices cannot be combined. Please check the dates.

# Too many calls.
export-error-rate-limited = Too many downloads in a short time. Please wait a little and try again.

# No connection, or it broke off.
export-error-offline = The connection broke off, and the file is not whole. Please try again.

# Something else.
export-error-other = The file could not be fetched. Please try again in a moment.

# Without JavaScript: how to fetch it with a program.
export-noscript = This page uses JavaScript so that the key is sent without being written into an address. Without JavaScript, fetch the file with curl:


## How often the form was shown, and how many said yes: below the export.

# The heading, below the export.
statistics-title = Shown and answered

# Under it: what the numbers are worth.
statistics-help = How often the form was shown is reported by browsers: blockers keep reports away, and anybody can make them up. How many said yes is counted from the events. Days are in UTC.

# The button.
statistics-show = Show numbers

# When there is nothing to show.
statistics-none = Nothing was shown or answered in these days.

# The column of days.
statistics-day = Day

# The column of the languages of the notices.
statistics-language = Language

# The column of how often a notice was shown.
statistics-shown = Shown

# The column of how many said yes.
statistics-opted-in = Said yes


## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

# The title.
embed-title = Put the form of { $business } on a page

# Under the title.
embed-intro = Choose what to show, look at it, and copy the code.

# The heading of what can be chosen.
embed-options = Options

# The label of the form's language.
embed-form-language = Language of the form

# The label of the form's colours.
embed-theme = Colours

# Colours: dark where the shop's page can be dark, else light.
embed-theme-page = As the page has them

# Colours: as the shopper's device is set.
embed-theme-auto = As the shopper’s device has them

# Colours: always light.
embed-theme-light = Light

# Colours: always dark.
embed-theme-dark = Dark

# The label of how wide the place is at most, in the shop's page.
embed-width = Widest place for the form

# The name of the group of categories.
embed-categories = Kinds of message offered

# The button that shows preview and code for what was chosen.
embed-show = Show

# The heading of the preview, and its name.
embed-preview = Preview

# Beside the preview, and whenever somebody tries to send it.
embed-preview-note = This is a preview. Nothing that you enter here is sent or recorded.

# The link to the form's own page, where no script runs.
embed-preview-link = Open the form on a page of its own

# The heading of the code.
embed-code = Code

# The button beside a piece of code.
embed-copy = Copy

# When a piece of code was copied.
embed-copied = Copied

# The heading of the usual code.
embed-snippet = For any page

# Under it.
embed-snippet-help = Paste it where the form should stand. The reserved height keeps the page from moving when the form appears.

# The heading of the code that is a script tag alone.
embed-bare = Script tag alone

# Under it.
embed-bare-help = Shorter, but the page moves when the form appears.

# The heading of the code that is an element.
embed-element = As an element

# Under it.
embed-element-help = For single-page apps: add, move and remove it like any other element.

# The heading of the code with an integrity hash.
embed-pinned = Pinned to one version

# Under it.
embed-pinned-help = The browser runs this script only if it is exactly this file; what it loads later comes from the edge. Whenever Jatak is updated, take the code from here anew.

# Under “Google Tag Manager”: the tag.
embed-tag-manager-help = A tag of the type “Custom HTML”:

# Under it, above the code for the shop's own page.
embed-place-help = And in your page, where the form should stand:

# Under “Shopify”.
embed-shopify-help = A block for a theme app extension. Save it as blocks/jatak.liquid.

# Under “WooCommerce”.
embed-woocommerce-help = For the functions.php of a child theme, or a plugin of your own. The form stands on the page that thanks for the order.

# Under “Content Security Policy”.
embed-policy-help = If your pages have one, add this to it.

# The heading of the reserved height as a rule for a style sheet.
embed-height = Height in a style sheet

# Under it.
embed-height-help = If your policy refuses style attributes, leave the one above out and put this into your style sheet.


## The page that checks exports and receipts, also from disk.

# The title.
verify-title = Check an export or a receipt

# Under the title.
verify-intro = See whether a file is what the business's log signed, and if not, what is wrong first.

# That nothing leaves the computer, and what sees to it.
verify-private = The file stays on this computer. The check runs inside this page, and the page is not allowed to connect to anything.

# The label of the file's field.
verify-file = File

# In the field: that a file can be dropped there.
verify-drop = Choose a file, or drop it here

# Under it: which files.
verify-file-help = An export with proof (.ndjson) or a receipt (.json), exactly as it was downloaded.

# The label of the key's field.
verify-key = The log's public key

# Under it: where the key is from, and what a check without it is worth.
verify-key-help = Take it from where the business publishes it, not from whoever gave you the file. Without it, a file that somebody made up and signed with a key of their own passes too.

# What opens the field of the earlier checkpoint.
verify-earlier-more = Compare with an earlier checkpoint

# The label of the earlier checkpoint's field.
verify-earlier = Earlier checkpoint

# Under it: what it shows, and which texts will do.
verify-earlier-help = A checkpoint that you kept, or the text of an older receipt or of the first line of an older export. It shows that nothing recorded by then was changed or taken out since.

# The button that starts.
verify-check = Check the file

# The button that stops.
verify-cancel = Cancel

# While it runs.
verify-progress = { $done } of { $size } checked …

# After it was stopped.
verify-cancelled = Cancelled. Nothing was found out.

# No file is chosen.
verify-error-file-missing = Choose a file.

# The key is none.
verify-error-key = This is not a log's public key. It is one line: a name, a plus, eight characters, a plus, and 44 characters.

# The earlier checkpoint is none.
verify-error-earlier = There is no checkpoint in this text.

# The file cannot be read.
verify-error-read = The file could not be read. It may have been moved or changed; choose it again.

# The browser cannot run the check.
verify-error-program = This browser cannot run the check. Use a newer one: Chrome 96, Firefox 113 or Safari 16.4, or later.

# The heading of the result.
verify-result = Result

# An export in which nothing is wrong, checked with a known key.
verify-export-good = Genuine and complete

# What that means.
verify-export-good-text = All { $events } events are what the log's key signed, each in its place. None is missing and none was changed.

# The same of a filtered one.
verify-partial-good-text = Each of the { $events } events in this file is in the signed log, unchanged. It is a selection: that none was left out of it is not shown.

# A receipt in which nothing is wrong, checked with a known key.
verify-receipt-good = Genuine

# What that means.
verify-receipt-good-text = What stands here was recorded in the log and signed, exactly so.

# Nothing is wrong, but the key is the file's own.
verify-key-unknown = In order, but signed by a key that you did not name

# What that means and what to do.
verify-key-unknown-text = The file fits the key that it names itself. That is worth no more than the file: compare the key below with the one that the business publishes.

# Something is wrong.
verify-bad = Do not rely on this file

# Where it is.
verify-bad-line = Line { $line }

# What follows from it.
verify-bad-text = This is the first fault. The file was changed after it was made, or it is not what it claims to be. Download it again, and compare.

# That it extends the earlier checkpoint.
verify-extends = It extends the earlier checkpoint: its first { $events } events are the same.

# The file checked.
verify-fact-file = File

# When it was checked.
verify-fact-checked = Checked

# Which log.
verify-fact-log = Log

# How many events.
verify-fact-events = Events

# How many of how many events.
verify-fact-events-of = { $events } of the log's { $size }

# How many are erased.
verify-fact-erased = Erased

# How many are erased, and why that is fine.
verify-fact-erased-text = { $events }, each excused by a later record of the erasure

# How many have no evidence any more.
verify-fact-evidence-gone = Evidence removed

# That a backup was put back, and the log began anew.
verify-fact-epochs = Begun anew

# Which events say so.
verify-fact-epochs-text = By event { $events }: a backup had been put back, and a head that had been signed was given up. The event says why.

# From when to when.
verify-fact-span = Recorded

# From when to when, in words.
verify-fact-span-text = { $from } to { $to }

# The root.
verify-fact-root = Root

# The key.
verify-fact-key = Key

# The business.
verify-fact-business = Business

# The number.
verify-fact-number = Number

# What was said yes to.
verify-fact-given = Said yes to

# What was taken back.
verify-fact-withdrawn = Said no to

# That everything was stopped.
verify-fact-everything = Everything, also what comes later

# When it was recorded.
verify-fact-when = Recorded

# On which page, as the browser said.
verify-fact-page = On the page

# Which event of how many.
verify-fact-place = Place in the log

# Which event of how many, in words.
verify-fact-place-text = Event { $event } of { $size }

# Who cosigned the head, as the receipt says.
verify-fact-witnesses = Witnesses

# Their names, and that they are not checked here.
verify-fact-witnesses-text = { $names }, as the receipt says. Their signatures are checked on the command line, with --witness.

# What kind of event, where nothing more is known.
verify-fact-kind = Kind of record

# The wording that was shown.
verify-fact-wording = Text that was shown

# The heading of what a check shows and what not.
verify-limits = What this shows, and what it does not

# What a check shows.
verify-limits-shows = A good result shows that these records are what the log signed, and that no byte of them was changed since.

# What it does not.
verify-limits-not = It does not show who held the phone, nor that the business shows everybody the same log. Against the latter, keep a checkpoint and compare later, or look for witnesses' signatures.

# Before the address of the program for large files.
verify-limits-tool = Very large files are checked sooner on the command line:

# Without JavaScript.
verify-noscript = The check runs as a program inside this page, so it needs JavaScript.


## What can be wrong with a file, as the checker found it first.

# Neither an export nor a receipt.
fault-not-ours = This is neither an export with proof nor a receipt.

# A receipt cannot be compared with an earlier checkpoint.
fault-only-exports = An earlier checkpoint can only be compared with an export, and this is a receipt. Leave the checkpoint out.

# A filtered export cannot either.
fault-incomparable = This export is a selection and cannot show that it extends an earlier checkpoint of { $events } events. Use a whole one.

# The earlier checkpoint is of another epoch.
fault-other-epoch = The earlier checkpoint is of epoch { $earlier } of this log, and the export of epoch { $epoch }: a backup was put back. An event in the export says which state was given up and why.

# An event opens an epoch that cannot begin there.
fault-epoch = Event { $event } opens an epoch that cannot begin there.

# A witness's cosignature does not hold.
fault-cosignature = The cosignature of the witness { $key } does not hold.

# A line is not of the form.
fault-line = This line was changed: no export has one like it.

# A line stands where none of its kind can.
fault-out-of-place = This line does not belong here: lines are reordered or missing.

# The file stops before its end.
fault-cut-short = The file is cut short: its end is missing.

# There is more behind the end.
fault-after-the-end = There is more behind the end of the export.

# The key in the file is none.
fault-key = The key that the file names was changed.

# The signature is not of the key.
fault-foreign-signature = Foreign signature: the file is not signed by { $key }.

# The header does not say what was signed.
fault-size = The first line was changed: it says { $events } events, and { $signed } were signed.

# Another business's log or event.
fault-wrong-business = Wrong business: the log or an event belongs to another one.

# An event's public part was changed.
fault-leaf = Event { $event } was changed.

# An event's private part was changed.
fault-private-part = Event { $event } was changed: what it says of the person is not what was recorded.

# An event's outcome was changed.
fault-outcome = Event { $event } was changed: what it led to is not what was recorded.

# An event's evidence was changed.
fault-evidence = Event { $event } was changed: its evidence is not what was recorded.

# An event is missing.
fault-missing = Event { $event } is missing.

# An event stands in another's place.
fault-reordered = Events are reordered: event { $event } stands where event { $place } belongs.

# An event stands behind a later one.
fault-behind = Events are reordered: event { $event } stands behind event { $before }.

# An event is not in the log.
fault-inclusion = Event { $event } is not in the signed log.

# Times go back.
fault-time = Event { $event } was recorded before the event before it.

# A notice was changed.
fault-notice = A notice was changed: its wording does not have its id.

# A notice is missing.
fault-notice-missing = The notice is missing under which event { $event } was done.

# A private part is missing and was not erased.
fault-not-erased = The private part of event { $event } is missing, and no record says that it was erased.

# An erasure lists events that cannot be.
fault-erased-ahead = Event { $event } says that events were erased that are not before it.

# The events are not those that were signed.
fault-root = The log was rewritten: the events are not those that were signed.

# The log has shrunk.
fault-shrunk = The log has shrunk: it had { $earlier } events and now has { $events }.

# The log was rewritten.
fault-rewritten = The log was rewritten: its first { $earlier } events are not those of the earlier checkpoint.

# The proof of a later erasure does not hold.
fault-erasure-proof = The proof of a later erasure does not hold.

# The last line is not that of this file.
fault-trailer = The last line was changed, or a line is missing: the file is not the one that was made.

# A receipt's proof does not hold.
fault-proof = The receipt's proof does not hold: it was changed, or was never in the log.


## The months as they stand in a date.

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

## Confirming a yes in WhatsApp.

# Locked. How the prepared message begins, which is sent to the business: who may send what over which channel. The categories follow, one a line. No quotation marks around the business.
whatsapp-draft = Yes please, { $business } may send me messages on WhatsApp about:
    .reviewed_by = none

# Locked. How the prepared message ends: that sending it says yes, and its code.
whatsapp-draft-code = By sending this I say yes. Code: { $code }
    .reviewed_by = none

# The heading after a yes that is still to be confirmed.
whatsapp-heading = One more step: confirm in WhatsApp

# Under it: what to do, from which number, and that it counts only then.
whatsapp-explanation = Send the prepared message as it is, from the number ending in { $digits }. Until then nothing is sent to you.

# The same where no number was typed: any will do.
whatsapp-explanation-any = Send the prepared message as it is. Until then nothing is sent to you.

# The button that opens WhatsApp with the prepared message.
whatsapp-open = Open WhatsApp

# Above the QR code, on wide screens.
whatsapp-scan = Or scan with your phone

# While the message has not arrived.
whatsapp-waiting = Waiting for your message …

# When it has arrived and counts.
whatsapp-confirmed = Confirmed. Thank you, your yes counts now.

# When the code was not sent in time.
whatsapp-expired = The code has expired. Please submit again.

# The button that says yes without typing a number.
whatsapp-opt-in = Opt in with WhatsApp

# Under it.
whatsapp-opt-in-explanation = No number to type: WhatsApp opens with a prepared message.


## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = News about your order
preset-order-updates-value = Hear when your order is confirmed, sent and delivered.
preset-order-updates-frequency = At most one message for each step of an order

preset-back-in-stock-title = Back in stock
preset-back-in-stock-value = Hear as soon as a product you are waiting for can be bought again.
preset-back-in-stock-frequency = At most one message for each product you are waiting for

preset-product-recommendations-title = Picked for you
preset-product-recommendations-value = Suggestions that go well with what you bought recently.

preset-relevant-offers-title = Offers and campaigns
preset-relevant-offers-value = Be among the first to hear about good offers.

preset-abandoned-cart-title = Your forgotten basket
preset-abandoned-cart-value = A reminder if you put something in the basket and did not buy it.

preset-product-updates-title = News about your products
preset-product-updates-value = Good advice and news about products you have or follow.

preset-renewal-reminders-title = Renewals and upgrades
preset-renewal-reminders-value = A reminder in good time before something runs out, or when it can be upgraded.

preset-useful-alerts-title = Useful alerts
preset-useful-alerts-value = A message when something happens that you have asked to hear about.

preset-appointment-reminders-title = Your appointments
preset-appointment-reminders-value = Confirmation, reminder and changes when you have booked a time or a table.
preset-appointment-reminders-frequency = At most three messages for each appointment, and one for each change

