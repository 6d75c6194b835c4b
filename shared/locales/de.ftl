### German: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “Sie”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ja, gern: { $business } darf mir die Nachrichten, die ich hier auswähle, per WhatsApp senden.
    .reviewed_by = none
edition-1-not-a-condition = Ihr Ja ist freiwillig. Sie müssen nicht Ja sagen, um etwas zu kaufen.
    .reviewed_by = none
edition-1-withdrawal = Sie können Ihr Ja jederzeit über den Link auf Ihrem Beleg widerrufen. Das ist kostenlos, und Sie müssen keinen Grund angeben.
    .reviewed_by = none
edition-1-controller = Verantwortlicher: { $legal_name }, { $address }. Kontakt: { $contact }
    .reviewed_by = none
edition-1-privacy = So verarbeitet { $business } Ihre personenbezogenen Daten
    .reviewed_by = none
edition-1-heading = Nachrichten per WhatsApp erhalten
edition-1-legend = Worüber möchten Sie informiert werden?
edition-1-submit = Ja, gern
edition-1-success-heading = Danke, Ihr Ja ist gespeichert
edition-1-success-text = Bewahren Sie Ihren Beleg auf. Über den Link darauf können Sie Ihr Ja jederzeit widerrufen.

## Labels that explain the form.

form-country = Land
form-phone = Ihre WhatsApp-Nummer
form-sending = Ihr Ja wird gespeichert …
form-retry = Noch einmal versuchen
form-success-categories = Sie haben Ja gesagt zu:
form-receipt = Beleg öffnen
form-hosted = Formular auf eigener Seite öffnen
form-changed = Der Text hat sich geändert. Bitte lesen Sie den neuen und wählen Sie noch einmal.

## What is said when something is wrong, by code.

form-error-number-missing = Bitte geben Sie Ihre Nummer ein.
form-error-number-impossible = Diese Nummer passt nicht zum Land. Bitte prüfen Sie beides.
form-error-category-none = Bitte kreuzen Sie mindestens eine Art von Nachrichten an.
form-error-notice-outdated = Während Sie gelesen haben, hat sich der Text geändert. Ihr Ja ist deshalb nicht gespeichert. Bitte lesen Sie den neuen Text und wählen Sie noch einmal.
form-error-rate-limited = In kurzer Zeit wurden zu viele Antworten gesendet. Bitte warten Sie ein wenig und versuchen Sie es dann noch einmal.
form-error-offline = Es kam keine Verbindung zustande. Bitte versuchen Sie es noch einmal. Ihr Ja wird auch dann nur einmal gespeichert.
form-error-unavailable = Das hat gerade nicht geklappt. Bitte versuchen Sie es gleich noch einmal.
form-error-refused = Ihr Ja konnte von hier aus nicht gespeichert werden.

## How often at most, by period; one message apart from several.

cap-day-one = Höchstens 1 Nachricht pro Tag
cap-day-many = Höchstens { $max } Nachrichten pro Tag
cap-week-one = Höchstens 1 Nachricht pro Woche
cap-week-many = Höchstens { $max } Nachrichten pro Woche
cap-month-one = Höchstens 1 Nachricht pro Monat
cap-month-many = Höchstens { $max } Nachrichten pro Monat

## What every page has.

common-skip = Zum Inhalt springen
common-language = Sprache
common-moment = { $day }. { $month } { $year }, { $hour }:{ $minute } Uhr UTC
common-number-ending = Nummer mit den Endziffern { $digits }
common-footer-controller = Verantwortlicher: { $legal_name }, { $address }. Kontakt: { $contact }
common-footer-privacy = So verarbeitet { $business } Ihre personenbezogenen Daten
common-footer-jatak = Diese Seite kommt von Jatak, das Ja und Nein festhält.

## How a state is called.

state-never-asked = Nicht ausgewählt
state-pending = Wartet auf Bestätigung
state-granted = Ja, gern
state-withdrawn = Nein, danke

## The form on a page of its own.

hosted-title = Nachrichten von { $business } per WhatsApp
hosted-intro = Kreuzen Sie an, worüber { $business } Sie informieren soll.
hosted-noscript = Ja sagen zu Nachrichten von { $business } per WhatsApp
hosted-errors-heading = Bitte korrigieren und noch einmal senden

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Bitte drücken Sie noch einmal
confirm-text = Ihr Browser verbirgt, von welcher Seite Sie kommen. Deshalb bitten wir Sie, noch einmal zu drücken. Bisher ist nichts gespeichert.
confirm-summary = Sie sagen gleich Ja zu diesen Nachrichten von { $business } per WhatsApp:
confirm-submit = Ja, gern
confirm-cancel = Zurück, ohne zu speichern

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Diese Seite gibt es nicht
not-found-text = Vielleicht fehlt ein Stück des Links, oder der Inhalt dahinter wurde gelöscht.
not-found-advice = Öffnen Sie den Link noch einmal von dort, wo Sie ihn aufbewahrt haben. Sie können auch jederzeit dem Unternehmen schreiben und Nein sagen.

## The receipt of one submission.

receipt-title = Ihr Beleg
receipt-intro = Zu diesen Nachrichten von { $business } per WhatsApp haben Sie Ja gesagt.
receipt-keep = Bewahren Sie den Link zu dieser Seite auf oder drucken Sie sie aus. Der Link funktioniert auch später noch.
receipt-business = Unternehmen
receipt-number = Nummer
receipt-when = Zeitpunkt
receipt-page = Seite
receipt-record = Belegnummer
receipt-said-yes = Dazu haben Sie Ja gesagt
receipt-frequency = Wie oft
receipt-wording = Der Text, der Ihnen angezeigt wurde
receipt-wording-link = Den ganzen Text ansehen, so wie er gespeichert ist
receipt-proof-heading = Ihr Nachweis
receipt-proof = Ihr Ja steht in einem Protokoll, das sich nicht unbemerkt ändern lässt. Bewahren Sie die Datei unten auf, dann können Sie es allen gegenüber nachweisen, auch ohne uns.
receipt-proof-file = Beleg als Datei mit Nachweis speichern
receipt-proof-check = So eine Datei prüfen
receipt-withdraw-heading = Möchten Sie lieber Nein sagen?
receipt-withdraw-intro = Das gilt sofort, ist kostenlos und braucht keine Begründung.
receipt-withdraw = Nein, danke: { $category }
receipt-withdrawn = Nein, danke (seit dem { $when })
receipt-stop-all-intro = Sie können auch alle Nachrichten von { $business } per WhatsApp stoppen, einschließlich neuer Arten, die später hinzukommen.
receipt-stop-all = Alles von { $business } stoppen
receipt-done-withdrawn = Sie haben zu „{ $category }“ Nein gesagt. { $business } darf Ihnen diese Nachrichten nicht mehr per WhatsApp senden.
receipt-done-stopped = Sie haben alles gestoppt. { $business } darf Ihnen keine Nachrichten mehr per WhatsApp senden.
receipt-stopped = Alles gestoppt seit dem { $when }
receipt-link-caution = Geben Sie den Link nicht weiter. Wer ihn hat, kann diesen Beleg sehen und für Sie Nein sagen, aber nicht Ja.

## All choices of one person.

choices-title = Ihre Auswahl bei { $business }
choices-intro = Hier entscheiden Sie, was { $business } Ihnen per WhatsApp senden darf. Sie können es ändern, so oft Sie möchten.
choices-legend = Nachrichten
choices-state = Derzeit: { $state }
choices-state-since = Derzeit: { $state } (seit dem { $when })
choices-pending = Nachdem Sie Nein gesagt hatten, hat jemand mit Ihrer Nummer Ja gesagt. Das gilt erst, wenn Sie selbst Ja sagen. Setzen Sie das Häkchen, wenn Sie diese Nachrichten möchten.
choices-awaited = Ein Ja mit Ihrer Nummer wartet auf Ihre Nachricht in WhatsApp. Es gilt erst, wenn sie kommt.
choices-imported = Nicht hier gesagt: { $business } gibt an, dass Sie anderswo Ja gesagt haben ({ $source }; { $claimed }), und hat dieses Ja mitgebracht.
choices-retired = Wird nicht mehr verwendet
choices-save = Auswahl speichern
choices-saved = Ihre Auswahl ist gespeichert.
choices-unchanged = Sie haben nichts geändert, also bleibt alles, wie es war.
choices-still-pending = Ein Teil davon wartet noch auf Ihre Bestätigung aus WhatsApp, weil Sie dort Nein gesagt haben. Bis dahin gilt Ihr Nein.
choices-stop-all-intro = Stoppen Sie alle Nachrichten von { $business } per WhatsApp, einschließlich neuer Arten, die später hinzukommen.
choices-stop-all = Alles von { $business } stoppen
choices-stopped = Sie haben alles gestoppt. { $business } darf Ihnen nur senden, wozu Sie wieder Ja sagen.
choices-terms-changed = Während Sie die Seite ansahen, hat sich der Text geändert. Ihre Auswahl ist deshalb nicht gespeichert. Bitte lesen Sie den neuen Text und wählen Sie noch einmal.
choices-terms-changed-noes-saved = Ihr Nein ist gespeichert. Während Sie die Seite ansahen, hat sich der Text geändert. Bitte lesen Sie den neuen, bevor Sie zu etwas Ja sagen.
choices-link-caution = Geben Sie den Link nicht weiter. Wer ihn hat, kann Ihre Auswahl ändern.

## A refusal, for people.

error-title = Das hat nicht geklappt
error-nothing-saved = Es wurde nichts gespeichert.
error-back = Zurück
error-again = Formular noch einmal öffnen
error-number-missing = Ihre Nummer fehlt.
error-number-impossible = Diese Nummer passt nicht zum Land. Bitte prüfen Sie beides.
error-category-none = Bitte kreuzen Sie mindestens eine Art von Nachrichten an.
error-notice-outdated = Der Text hat sich geändert, seit Sie die Seite geöffnet haben. Bitte lesen Sie den neuen und wählen Sie noch einmal.
error-form-unfit = Das Formular ließ sich nicht lesen. Bitte öffnen Sie es erneut und versuchen Sie es noch einmal.
error-category-not-on-receipt = In diesem Beleg geht es nicht um diese Art von Nachrichten.
error-origin-refused = Die Seite, von der Sie kommen, darf keine Antworten an das Unternehmen senden. Bitte nutzen Sie das Formular des Unternehmens selbst.
error-business-unknown = Dieses Unternehmen kennen wir nicht. Bitte prüfen Sie die Adresse.
error-idempotency-conflict = Dieses Formular wurde schon mit anderen Antworten gesendet. Öffnen Sie es noch einmal, um etwas zu ändern.
error-body-too-large = Es wurde mehr gesendet, als hier Platz hat.
error-rate-limited = In kurzer Zeit wurden zu viele Antworten gesendet. Bitte warten Sie ein wenig und versuchen Sie es dann noch einmal.
error-unavailable = Hier ist gerade viel los. Bitte warten Sie ein wenig und versuchen Sie es dann noch einmal.
error-internal = Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es gleich noch einmal.

## The export, for the business.

export-title = Einwilligungen bei { $business }
export-intro = Laden Sie alle Ereignisse oder den aktuellen Stand als Datei herunter.
export-key = API-Schlüssel
export-key-help = Ein Schlüssel mit dem Scope read. Er bleibt in diesem Tab und wird nirgends gespeichert.
export-kind = Inhalt
export-kind-events = Alle Ereignisse
export-kind-state = Aktueller Stand
export-kind-notices = Die angezeigten Texte
export-from = Von
export-to = Bis
export-dates-help = Beide Tage zählen mit, gerechnet in UTC. Lassen Sie die Felder leer, um alles zu erhalten.
export-category = Art der Nachrichten
export-category-any = Alle Arten
export-state = Antwort
export-state-any = Alle Antworten
export-format = Format
export-format-csv = CSV, für Tabellenprogramme
export-format-ndjson = NDJSON, für Programme; Ereignisse mit Nachweis
export-format-jsonld = JSON-LD, Einwilligungsdatensätze (ISO/IEC TS 27560)
export-delimiter = Trennzeichen
export-delimiter-comma = Komma
export-delimiter-semicolon = Semikolon
export-delimiter-tab = Tabulator
export-download = Herunterladen
export-cancel = Abbrechen
export-progress = { $size } heruntergeladen …
export-progress-through = Ereignis { $seq } von { $total }, { $size } heruntergeladen …
export-progress-label = Fortschritt des Downloads
export-done = { $file } ist heruntergeladen.
export-cancelled = Abgebrochen. Es wurde keine Datei gespeichert.
export-error-key-missing = Bitte fügen Sie einen API-Schlüssel ein.
export-error-key-unknown = Diesen Schlüssel gibt es bei diesem Unternehmen nicht. Bitte prüfen Sie, ob der ganze Schlüssel eingefügt wurde.
export-error-scope = Dieser Schlüssel darf nicht lesen. Verwenden Sie einen mit dem Scope read.
export-error-choice = Diese Angaben lassen sich nicht kombinieren. Bitte prüfen Sie den Zeitraum.
export-error-rate-limited = Zu viele Downloads in kurzer Zeit. Bitte warten Sie ein wenig und versuchen Sie es dann noch einmal.
export-error-offline = Die Verbindung ist abgebrochen, die Datei ist nicht vollständig. Bitte versuchen Sie es noch einmal.
export-error-other = Die Datei konnte nicht abgerufen werden. Bitte versuchen Sie es gleich noch einmal.
export-noscript = Diese Seite braucht JavaScript, um den Schlüssel zu senden, ohne ihn in eine Adresse zu schreiben. Ohne JavaScript rufen Sie die Datei mit curl ab:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Gezeigt und beantwortet
statistics-help = Wie oft das Formular gezeigt wurde, melden Browser: Blocker halten Meldungen zurück, und jeder kann sie erfinden. Wie viele Ja sagten, ist aus den Ereignissen gezählt. Tage sind in UTC.
statistics-show = Zahlen zeigen
statistics-none = In diesen Tagen wurde nichts gezeigt oder beantwortet.
statistics-day = Tag
statistics-language = Sprache
statistics-shown = Gezeigt
statistics-opted-in = Ja gesagt

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Das Formular von { $business } auf eine Seite setzen
embed-intro = Wählen Sie, was gezeigt werden soll, sehen Sie es sich an und kopieren Sie den Code.
embed-options = Auswahl
embed-form-language = Sprache des Formulars
embed-theme = Farben
embed-theme-page = Wie die Seite sie hat
embed-theme-auto = Wie das Gerät der Kundschaft sie hat
embed-theme-light = Hell
embed-theme-dark = Dunkel
embed-width = Größte Breite der Stelle
embed-categories = Angebotene Arten von Nachrichten
embed-show = Zeigen
embed-preview = Vorschau
embed-preview-note = Dies ist eine Vorschau. Nichts, was Sie hier eingeben, wird gesendet oder gespeichert.
embed-preview-link = Das Formular auf einer eigenen Seite öffnen
embed-code = Code
embed-copy = Kopieren
embed-copied = Kopiert
embed-snippet = Für jede Seite
embed-snippet-help = Fügen Sie ihn dort ein, wo das Formular stehen soll. Durch die freigehaltene Höhe bewegt sich die Seite nicht, wenn das Formular erscheint.
embed-bare = Nur das Script-Tag
embed-bare-help = Kürzer, aber die Seite bewegt sich, wenn das Formular erscheint.
embed-element = Als Element
embed-element-help = Für Single-Page-Apps: Es lässt sich wie jedes andere Element einfügen, verschieben und entfernen.
embed-pinned = Auf eine Version festgelegt
embed-pinned-help = Der Browser führt dieses Skript nur aus, wenn es genau diese Datei ist; was es später lädt, kommt vom Edge-Server. Holen Sie den Code nach jeder Aktualisierung von Jatak hier neu.
embed-tag-manager-help = Ein Tag vom Typ „Benutzerdefiniertes HTML“:
embed-place-help = Und auf Ihrer Seite, wo das Formular stehen soll:
embed-shopify-help = Ein Block für eine Theme-App-Erweiterung. Speichern Sie ihn als blocks/jatak.liquid.
embed-woocommerce-help = Für die functions.php eines Child-Themes oder ein eigenes Plugin. Das Formular steht auf der Seite, die für die Bestellung dankt.
embed-policy-help = Wenn Ihre Seiten eine haben, ergänzen Sie sie um dies.
embed-height = Die Höhe in einem Stylesheet
embed-height-help = Wenn Ihre Policy style-Attribute ablehnt, lassen Sie das obige weg und setzen Sie dies in Ihr Stylesheet.

## The page that checks exports and receipts, also from disk.

verify-title = Einen Export oder Beleg prüfen
verify-intro = Hier sehen Sie, ob eine Datei das ist, was das Protokoll des Unternehmens signiert hat, und wenn nicht, was als Erstes nicht stimmt.
verify-private = Die Datei bleibt auf diesem Computer. Die Prüfung läuft innerhalb dieser Seite, und die Seite darf keinerlei Verbindung aufbauen.
verify-file = Datei
verify-drop = Datei auswählen oder hier ablegen
verify-file-help = Ein Export mit Nachweis (.ndjson) oder ein Beleg (.json), genau so, wie die Datei heruntergeladen wurde.
verify-key = Öffentlicher Schlüssel des Protokolls
verify-key-help = Nehmen Sie ihn von dort, wo das Unternehmen ihn veröffentlicht, nicht von der Person, von der Sie die Datei haben. Ohne ihn besteht auch eine Datei die Prüfung, die jemand erfunden und mit einem eigenen Schlüssel signiert hat.
verify-earlier-more = Mit einem früheren Kontrollpunkt vergleichen
verify-earlier = Früherer Kontrollpunkt
verify-earlier-help = Ein Kontrollpunkt (Checkpoint), den Sie aufbewahrt haben, oder der Text eines älteren Belegs oder der ersten Zeile eines älteren Exports. Der Vergleich zeigt, dass nichts, was bis dahin aufgezeichnet war, seither geändert oder entfernt wurde.
verify-check = Datei prüfen
verify-cancel = Abbrechen
verify-progress = { $done } von { $size } geprüft …
verify-cancelled = Abgebrochen. Es gibt kein Ergebnis.
verify-error-file-missing = Bitte wählen Sie eine Datei aus.
verify-error-key = Das ist kein öffentlicher Schlüssel eines Protokolls. So ein Schlüssel ist eine einzige Zeile: ein Name, ein Plus, acht Zeichen, ein Plus und 44 Zeichen.
verify-error-earlier = In diesem Text steht kein Kontrollpunkt.
verify-error-read = Die Datei konnte nicht gelesen werden. Vielleicht wurde sie verschoben oder geändert; bitte wählen Sie sie noch einmal aus.
verify-error-program = Dieser Browser kann die Prüfung nicht ausführen. Verwenden Sie einen neueren: mindestens Chrome 96, Firefox 113 oder Safari 16.4.
verify-result = Ergebnis
verify-export-good = Echt und vollständig
verify-export-good-text = Geprüfte Ereignisse: { $events }. Jedes ist so, wie der Schlüssel des Protokolls es signiert hat, und steht an seinem Platz. Keines fehlt, und keines wurde geändert.
verify-partial-good-text = Ereignisse in dieser Datei: { $events }. Jedes davon steht unverändert im signierten Protokoll. Die Datei ist eine Auswahl: Dass keines ausgelassen wurde, zeigt die Prüfung nicht.
verify-receipt-good = Echt
verify-receipt-good-text = Was hier steht, wurde genau so im Protokoll aufgezeichnet und signiert.
verify-key-unknown = In Ordnung, aber mit einem Schlüssel signiert, den Sie nicht angegeben haben
verify-key-unknown-text = Die Datei passt zu dem Schlüssel, den sie selbst nennt. Das ist nicht mehr wert als die Datei: Vergleichen Sie den Schlüssel unten mit dem, den das Unternehmen veröffentlicht.
verify-bad = Verlassen Sie sich nicht auf diese Datei
verify-bad-line = Zeile { $line }
verify-bad-text = Das ist der erste Fehler. Die Datei wurde nachträglich geändert, oder sie ist nicht, was sie zu sein vorgibt. Laden Sie sie noch einmal herunter und vergleichen Sie.
verify-extends = Der Export setzt den früheren Kontrollpunkt fort. Übereinstimmende Ereignisse vom Anfang an: { $events }.
verify-fact-file = Datei
verify-fact-checked = Geprüft
verify-fact-log = Protokoll
verify-fact-events = Ereignisse
verify-fact-events-of = { $events } von { $size } im Protokoll
verify-fact-erased = Gelöscht
verify-fact-erased-text = { $events }, jeweils gedeckt durch einen späteren Eintrag über die Löschung
verify-fact-evidence-gone = Begleitumstände entfernt
verify-fact-epochs = Neu begonnen
verify-fact-epochs-text = Durch Ereignis { $events }: Eine Sicherungskopie war zurückgespielt und ein bereits signierter Stand aufgegeben worden. Warum, steht im Ereignis.
verify-fact-span = Aufgezeichnet
verify-fact-span-text = { $from } bis { $to }
verify-fact-root = Wurzel
verify-fact-key = Schlüssel
verify-fact-business = Unternehmen
verify-fact-number = Nummer
verify-fact-given = Ja gesagt zu
verify-fact-withdrawn = Nein gesagt zu
verify-fact-everything = Alles, auch was später hinzukommt
verify-fact-when = Aufgezeichnet
verify-fact-page = Auf der Seite
verify-fact-place = Platz im Protokoll
verify-fact-place-text = Ereignis { $event } von { $size }
verify-fact-witnesses = Zeugen
verify-fact-witnesses-text = { $names }, laut Beleg. Ihre Signaturen werden auf der Kommandozeile mit --witness geprüft.
verify-fact-kind = Art des Ereignisses
verify-fact-wording = Angezeigter Text
verify-limits = Was das zeigt und was nicht
verify-limits-shows = Ein gutes Ergebnis zeigt, dass diese Einträge die sind, die das Protokoll signiert hat, und dass seither kein einziges Byte daran geändert wurde.
verify-limits-not = Es zeigt nicht, wer das Telefon in der Hand hatte, und auch nicht, dass das Unternehmen allen dasselbe Protokoll zeigt. Gegen Letzteres hilft es, einen Kontrollpunkt aufzubewahren und später zu vergleichen oder auf die Signaturen von Zeugen zu achten.
verify-limits-tool = Sehr große Dateien sind auf der Kommandozeile schneller geprüft:
verify-noscript = Die Prüfung läuft als Programm innerhalb dieser Seite und braucht deshalb JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Das ist weder ein Export mit Nachweis noch ein Beleg.
fault-only-exports = Ein früherer Kontrollpunkt lässt sich nur mit einem Export vergleichen, und das hier ist ein Beleg. Lassen Sie den Kontrollpunkt weg.
fault-incomparable = Dieser Export ist eine Auswahl und kann nicht zeigen, dass er einen früheren Kontrollpunkt fortsetzt (Ereignisse darin: { $events }). Verwenden Sie einen vollständigen.
fault-other-epoch = Der frühere Kontrollpunkt stammt aus Epoche { $earlier } dieses Protokolls, der Export aus Epoche { $epoch }: Eine Sicherungskopie wurde zurückgespielt. Ein Ereignis im Export sagt, welcher Stand aufgegeben wurde und warum.
fault-epoch = Ereignis { $event } eröffnet eine Epoche, die dort nicht beginnen kann.
fault-cosignature = Die Gegensignatur des Zeugen { $key } ist nicht gültig.
fault-line = Diese Zeile wurde geändert: So eine kommt in keinem Export vor.
fault-out-of-place = Diese Zeile gehört nicht hierher: Zeilen sind vertauscht oder fehlen.
fault-cut-short = Die Datei ist abgeschnitten: Das Ende fehlt.
fault-after-the-end = Nach dem Ende des Exports steht noch etwas.
fault-key = Der Schlüssel, den die Datei nennt, wurde geändert.
fault-foreign-signature = Fremde Signatur: Die Datei ist nicht von { $key } signiert.
fault-size = Die erste Zeile wurde geändert. Ereignisse laut dieser Zeile: { $events }, signiert: { $signed }.
fault-wrong-business = Falsches Unternehmen: Das Protokoll oder ein Ereignis gehört zu einem anderen.
fault-leaf = Ereignis { $event } wurde geändert.
fault-private-part = Ereignis { $event } wurde geändert: Was darin über die Person steht, ist nicht das, was aufgezeichnet wurde.
fault-outcome = Ereignis { $event } wurde geändert: Wozu es geführt hat, ist nicht das, was aufgezeichnet wurde.
fault-evidence = Ereignis { $event } wurde geändert: Die Begleitumstände sind nicht die, die aufgezeichnet wurden.
fault-missing = Ereignis { $event } fehlt.
fault-reordered = Ereignisse sind vertauscht: Ereignis { $event } steht dort, wo Ereignis { $place } hingehört.
fault-behind = Ereignisse sind vertauscht: Ereignis { $event } steht hinter Ereignis { $before }.
fault-inclusion = Ereignis { $event } steht nicht im signierten Protokoll.
fault-time = Ereignis { $event } wurde früher aufgezeichnet als das Ereignis davor.
fault-notice = Ein Einwilligungstext wurde geändert: Sein Wortlaut passt nicht zu seiner ID.
fault-notice-missing = Der Einwilligungstext, der bei Ereignis { $event } galt, fehlt.
fault-not-erased = Der persönliche Teil von Ereignis { $event } fehlt, und kein Eintrag besagt, dass er gelöscht wurde.
fault-erased-ahead = Laut Ereignis { $event } wurden Ereignisse gelöscht, die nicht davor stehen.
fault-root = Das Protokoll wurde umgeschrieben: Die Ereignisse sind nicht die, die signiert wurden.
fault-shrunk = Das Protokoll ist geschrumpft. Ereignisse früher: { $earlier }, jetzt: { $events }.
fault-rewritten = Das Protokoll wurde umgeschrieben: An seinem Anfang stehen nicht die Ereignisse des früheren Kontrollpunkts (Anzahl: { $earlier }).
fault-erasure-proof = Der Nachweis einer späteren Löschung hält nicht stand.
fault-trailer = Die letzte Zeile wurde geändert, oder eine Zeile fehlt: Die Datei ist nicht die, die erstellt wurde.
fault-proof = Der Nachweis des Belegs hält nicht stand: Der Beleg wurde geändert oder stand nie im Protokoll.

## The months as they stand in a date.

month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember

## Confirming a yes in WhatsApp.

whatsapp-draft = Ja, gern: { $business } darf mir per WhatsApp Nachrichten zu diesen Themen senden:
    .reviewed_by = none
whatsapp-draft-code = Mit dem Senden dieser Nachricht sage ich Ja. Code: { $code }
    .reviewed_by = none
whatsapp-heading = Noch ein Schritt: in WhatsApp bestätigen
whatsapp-explanation = Senden Sie die vorbereitete Nachricht unverändert von der Nummer mit den Endziffern { $digits }. Bis dahin wird Ihnen nichts gesendet.
whatsapp-explanation-any = Senden Sie die vorbereitete Nachricht unverändert ab. Bis dahin wird Ihnen nichts gesendet.
whatsapp-open = WhatsApp öffnen
whatsapp-scan = Oder mit dem Handy scannen
whatsapp-waiting = Wir warten auf Ihre Nachricht …
whatsapp-confirmed = Bestätigt. Danke, Ihr Ja gilt jetzt.
whatsapp-expired = Der Code ist abgelaufen. Bitte senden Sie das Formular noch einmal ab.
whatsapp-opt-in = Mit WhatsApp Ja sagen
whatsapp-opt-in-explanation = Sie müssen keine Nummer eintippen: WhatsApp öffnet sich mit einer vorbereiteten Nachricht.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Neues zu Ihrer Bestellung
preset-order-updates-value = Sie erfahren, wenn Ihre Bestellung bestätigt, verschickt und zugestellt ist.
preset-order-updates-frequency = Höchstens eine Nachricht pro Schritt einer Bestellung

preset-back-in-stock-title = Wieder auf Lager
preset-back-in-stock-value = Sie erfahren es, sobald ein Artikel, auf den Sie warten, wieder erhältlich ist.
preset-back-in-stock-frequency = Höchstens eine Nachricht pro Artikel, auf den Sie warten

preset-product-recommendations-title = Für Sie ausgesucht
preset-product-recommendations-value = Vorschläge, die gut zu Ihren letzten Einkäufen passen.

preset-relevant-offers-title = Angebote und Aktionen
preset-relevant-offers-value = Sie gehören zu den Ersten, die von guten Angeboten erfahren.

preset-abandoned-cart-title = Ihr vergessener Warenkorb
preset-abandoned-cart-value = Eine Erinnerung, wenn Sie etwas in den Warenkorb gelegt und nicht gekauft haben.

preset-product-updates-title = Neues zu Ihren Produkten
preset-product-updates-value = Gute Tipps und Neuigkeiten zu Produkten, die Sie besitzen oder denen Sie folgen.

preset-renewal-reminders-title = Verlängerungen und Upgrades
preset-renewal-reminders-value = Eine rechtzeitige Erinnerung, bevor etwas abläuft oder wenn ein Upgrade möglich ist.

preset-useful-alerts-title = Nützliche Hinweise
preset-useful-alerts-value = Eine Nachricht, wenn etwas eintritt, worüber Sie informiert werden wollten.

preset-appointment-reminders-title = Ihre Termine
preset-appointment-reminders-value = Bestätigung, Erinnerung und Änderungen, wenn Sie einen Termin oder einen Tisch gebucht haben.
preset-appointment-reminders-frequency = Höchstens drei Nachrichten pro Termin und eine pro Änderung
