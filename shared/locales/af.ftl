### Afrikaans: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “jy”. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Ja, asseblief: { $business } mag die boodskappe wat ek hier kies, op WhatsApp vir my stuur.
    .reviewed_by = none
edition-1-not-a-condition = Dit is vrywillig. Jy hoef nie ja te sê om iets te koop nie.
    .reviewed_by = none
edition-1-withdrawal = Jy kan jou ja enige tyd terugtrek met die skakel op jou kwitansie. Dit is gratis en jy hoef nie ’n rede te gee nie.
    .reviewed_by = none
edition-1-controller = Verantwoordelike party: { $legal_name }, { $address }. Kontak: { $contact }
    .reviewed_by = none
edition-1-privacy = Hoe { $business } jou persoonlike inligting hanteer
    .reviewed_by = none
edition-1-heading = Kry boodskappe op WhatsApp
edition-1-legend = Waaroor wil jy graag hoor?
edition-1-submit = Ja, asseblief
edition-1-success-heading = Dankie, jou ja is gestoor
edition-1-success-text = Bewaar jou kwitansie. Met die skakel daarop kan jy jou ja enige tyd terugtrek.

## Labels that explain the form.

form-country = Land
form-phone = Jou WhatsApp-nommer
form-sending = Jou ja word gestoor …
form-retry = Probeer weer
form-success-categories = Jy het ja gesê vir:
form-receipt = Maak jou kwitansie oop
form-hosted = Maak hierdie vorm op sy eie bladsy oop
form-changed = Die teks het verander. Lees asseblief die nuwe een en kies weer.

## What is said when something is wrong, by code.

form-error-number-missing = Vul jou nommer in.
form-error-number-impossible = Hierdie nommer pas nie by die land nie. Gaan asseblief albei na.
form-error-category-none = Merk minstens een soort boodskap.
form-error-notice-outdated = Die teks het verander terwyl jy gelees het, daarom is jou ja nie gestoor nie. Lees asseblief die nuwe een en kies weer.
form-error-rate-limited = Te veel antwoorde is in ’n kort tyd gestuur. Wag asseblief ’n rukkie en probeer weer.
form-error-offline = Ons kon nie verbinding kry nie. Probeer asseblief weer. Jou ja word net een keer gestoor.
form-error-unavailable = Dit het nie nou gewerk nie. Probeer asseblief oor ’n rukkie weer.
form-error-refused = Jou ja kon nie van hier af gestoor word nie.

## How often at most, by period; one message apart from several.

cap-day-one = Hoogstens 1 boodskap per dag
cap-day-many = Hoogstens { $max } boodskappe per dag
cap-week-one = Hoogstens 1 boodskap per week
cap-week-many = Hoogstens { $max } boodskappe per week
cap-month-one = Hoogstens 1 boodskap per maand
cap-month-many = Hoogstens { $max } boodskappe per maand

## What every page has.

common-skip = Gaan na die inhoud
common-language = Taal
common-moment = { $day } { $month } { $year } om { $hour }:{ $minute } UTC
common-number-ending = Nommer wat op { $digits } eindig
common-footer-controller = Verantwoordelike party: { $legal_name }, { $address }. Kontak: { $contact }
common-footer-privacy = Hoe { $business } jou persoonlike inligting hanteer
common-footer-jatak = Hierdie bladsy kom van Jatak, wat boekhou van ja en nee.

## How a state is called.

state-never-asked = Nie gekies nie
state-pending = Wag nog op bevestiging
state-granted = Ja, asseblief
state-withdrawn = Nee, dankie

## The form on a page of its own.

hosted-title = Boodskappe van { $business } op WhatsApp
hosted-intro = Merk waaroor jy graag van { $business } wil hoor.
hosted-noscript = Sê ja vir boodskappe van { $business } op WhatsApp
hosted-errors-heading = Maak dit asseblief reg en stuur weer

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Druk nog een keer
confirm-text = Jou blaaier steek weg van watter bladsy jy kom. Daarom vra ons dat jy weer druk. Nog niks is gestoor nie.
confirm-summary = Jy is op die punt om ja te sê vir die volgende van { $business } op WhatsApp:
confirm-submit = Ja, asseblief
confirm-cancel = Gaan terug sonder om te stoor

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Hierdie bladsy bestaan nie
not-found-text = Dalk ontbreek ’n stukkie van die skakel, of dit waarheen die skakel gelei het, is uitgewis.
not-found-advice = Maak die skakel weer oop van waar jy dit bewaar het. Jy kan ook altyd aan die besigheid skryf en nee sê.

## The receipt of one submission.

receipt-title = Jou kwitansie
receipt-intro = Dit is die boodskappe van { $business } op WhatsApp waarvoor jy ja gesê het.
receipt-keep = Bewaar die skakel na hierdie bladsy, of druk die bladsy uit. Die skakel sal aanhou werk.
receipt-business = Besigheid
receipt-number = Nommer
receipt-when = Tyd
receipt-page = Bladsy
receipt-record = Kwitansienommer
receipt-said-yes = Waarvoor jy ja gesê het
receipt-frequency = Hoe gereeld
receipt-wording = Die teks wat jy gesien het
receipt-wording-link = Sien die hele teks soos dit bewaar word
receipt-proof-heading = Jou bewys
receipt-proof = Jou ja staan in ’n logboek wat nie ongemerk verander kan word nie. Bewaar die lêer hieronder, dan kan jy dit vir enigiemand bewys, selfs sonder ons.
receipt-proof-file = Stoor die kwitansie as ’n lêer met bewys
receipt-proof-check = Kontroleer so ’n lêer
receipt-withdraw-heading = Wil jy liewer nee sê?
receipt-withdraw-intro = Dit geld dadelik, is gratis en jy hoef nie ’n rede te gee nie.
receipt-withdraw = Nee, dankie: { $category }
receipt-withdrawn = Nee, dankie (sedert { $when })
receipt-stop-all-intro = Jy kan ook alle boodskappe van { $business } op WhatsApp stop, ook nuwe soorte wat later bykom.
receipt-stop-all = Stop alles van { $business }
receipt-done-withdrawn = Jy het nee gesê vir “{ $category }”. { $business } mag nie meer hierdie boodskappe op WhatsApp vir jou stuur nie.
receipt-done-stopped = Jy het alles gestop. { $business } mag nie meer boodskappe op WhatsApp vir jou stuur nie.
receipt-stopped = Alles gestop sedert { $when }
receipt-link-caution = Moenie die skakel deel nie. Wie dit het, kan hierdie kwitansie sien en namens jou nee sê, maar nie ja sê nie.

## All choices of one person.

choices-title = Jou keuses by { $business }
choices-intro = Hier besluit jy wat { $business } op WhatsApp vir jou mag stuur. Jy kan dit verander so dikwels as jy wil.
choices-legend = Boodskappe
choices-state = Tans: { $state }
choices-state-since = Tans: { $state } (sedert { $when })
choices-pending = Iemand het met jou nommer ja gesê nadat jy nee gesê het. Dit tel eers wanneer jy self ja sê. Merk die blokkie as jy hierdie boodskappe wil hê.
choices-awaited = ’n Ja met jou nommer wag vir jou boodskap in WhatsApp. Dit tel eers wanneer dit kom.
choices-imported = Nie hier gesê nie: { $business } sê dat jy elders ja gesê het ({ $source }; { $claimed }), en het dit saamgebring.
choices-retired = Word nie meer gebruik nie
choices-save = Stoor my keuses
choices-saved = Jou keuses is gestoor.
choices-unchanged = Jy het niks verander nie, dus is alles soos dit was.
choices-still-pending = ’n Deel daarvan wag nog op jou bevestiging vanaf WhatsApp, omdat jy daar nee gesê het. Tot dan geld jou nee.
choices-stop-all-intro = Stop alle boodskappe van { $business } op WhatsApp, ook nuwe soorte wat later bykom.
choices-stop-all = Stop alles van { $business }
choices-stopped = Jy het alles gestop. { $business } mag net vir jou stuur waarvoor jy weer ja sê.
choices-terms-changed = Die teks het verander terwyl jy na die bladsy gekyk het, daarom is jou keuses nie gestoor nie. Lees asseblief die nuwe een en kies weer.
choices-terms-changed-noes-saved = Jou nee is gestoor. Die teks het verander terwyl jy na die bladsy gekyk het. Lees asseblief die nuwe een voordat jy vir iets ja sê.
choices-link-caution = Moenie die skakel deel nie. Wie dit het, kan jou keuses verander.

## A refusal, for people.

error-title = Dit het nie gewerk nie
error-nothing-saved = Niks is gestoor nie.
error-back = Gaan terug
error-again = Maak die vorm weer oop
error-number-missing = Jou nommer ontbreek.
error-number-impossible = Hierdie nommer pas nie by die land nie. Gaan asseblief albei na.
error-category-none = Merk minstens een soort boodskap.
error-notice-outdated = Die teks het verander vandat jy die bladsy oopgemaak het. Lees asseblief die nuwe een en kies weer.
error-form-unfit = Die vorm kon nie gelees word nie. Maak dit asseblief weer oop en probeer nog ’n keer.
error-category-not-on-receipt = Hierdie kwitansie gaan nie oor daardie soort boodskap nie.
error-origin-refused = Die bladsy waarvandaan jy kom, mag nie antwoorde vir die besigheid stuur nie. Gebruik asseblief die besigheid se eie vorm.
error-business-unknown = Ons ken nie hierdie besigheid nie. Gaan asseblief die adres na.
error-idempotency-conflict = Hierdie vorm is reeds met ander antwoorde gestuur. Maak dit weer oop om iets te verander.
error-body-too-large = Meer is gestuur as waarvoor daar plek is.
error-rate-limited = Te veel antwoorde is in ’n kort tyd gestuur. Wag asseblief ’n rukkie en probeer weer.
error-unavailable = Dit is nou besig hier. Wag asseblief ’n rukkie en probeer weer.
error-internal = Iets het aan ons kant verkeerd geloop. Probeer asseblief oor ’n rukkie weer.

## The export, for the business.

export-title = Toestemmings by { $business }
export-intro = Laai elke gebeurtenis, of hoe dinge nou staan, as ’n lêer af.
export-key = API-sleutel
export-key-help = ’n Sleutel met die scope read. Dit bly in hierdie oortjie en word nêrens gestoor nie.
export-kind = Inhoud
export-kind-events = Alle gebeurtenisse
export-kind-state = Hoe dinge nou staan
export-kind-notices = Die tekste wat gewys is
export-from = Van
export-to = Tot en met
export-dates-help = Albei dae is ingesluit en word in UTC gereken. Laat die velde leeg om alles te kry.
export-category = Soort boodskap
export-category-any = Alle soorte
export-state = Antwoord
export-state-any = Alle antwoorde
export-format = Formaat
export-format-csv = CSV, vir sigblaaie
export-format-ndjson = NDJSON, vir programme; gebeurtenisse met bewys
export-format-jsonld = JSON-LD, toestemmingsrekords (ISO/IEC TS 27560)
export-delimiter = Skeidingsteken
export-delimiter-comma = Komma
export-delimiter-semicolon = Kommapunt
export-delimiter-tab = Tab
export-download = Laai af
export-cancel = Kanselleer
export-progress = { $size } afgelaai …
export-progress-through = Gebeurtenis { $seq } van { $total }, { $size } afgelaai …
export-progress-label = Hoeveel afgelaai is
export-done = { $file } is afgelaai.
export-cancelled = Gekanselleer. Geen lêer is gestoor nie.
export-error-key-missing = Plak ’n API-sleutel.
export-error-key-unknown = Hierdie besigheid het nie so ’n sleutel nie. Maak asseblief seker dat die hele sleutel geplak is.
export-error-scope = Hierdie sleutel mag nie lees nie. Gebruik ’n sleutel met die scope read.
export-error-choice = Hierdie keuses kan nie saam gebruik word nie. Gaan asseblief die datums na.
export-error-rate-limited = Daar is te veel keer in ’n kort tyd afgelaai. Wag asseblief ’n rukkie en probeer weer.
export-error-offline = Die verbinding is verbreek en die lêer is nie volledig nie. Probeer asseblief weer.
export-error-other = Die lêer kon nie gehaal word nie. Probeer asseblief oor ’n rukkie weer.
export-noscript = Hierdie bladsy gebruik JavaScript om die sleutel te stuur sonder om dit in ’n adres te skryf. Sonder JavaScript kan jy die lêer met curl haal:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Gewys en beantwoord
statistics-help = Hoe dikwels die vorm gewys is, word deur blaaiers gerapporteer: blokkeerders hou berigte terug, en enigiemand kan dit opmaak. Hoeveel ja gesê het, word uit die gebeurtenisse getel. Dae is in UTC.
statistics-show = Wys getalle
statistics-none = Niks is in hierdie dae gewys of beantwoord nie.
statistics-day = Dag
statistics-language = Taal
statistics-shown = Gewys
statistics-opted-in = Het ja gesê

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Sit die vorm van { $business } op ’n bladsy
embed-intro = Kies wat gewys moet word, kyk daarna, en kopieer die kode.
embed-options = Keuses
embed-form-language = Taal van die vorm
embed-theme = Kleure
embed-theme-page = Soos die bladsy dit het
embed-theme-auto = Soos die klant se toestel dit het
embed-theme-light = Lig
embed-theme-dark = Donker
embed-width = Grootste breedte van die plek
embed-categories = Soorte boodskappe wat aangebied word
embed-show = Wys
embed-preview = Voorskou
embed-preview-note = Dit is ’n voorskou. Niks wat jy hier invul, word gestuur of aangeteken nie.
embed-preview-link = Maak die vorm op sy eie bladsy oop
embed-code = Kode
embed-copy = Kopieer
embed-copied = Gekopieer
embed-snippet = Vir enige bladsy
embed-snippet-help = Plak dit waar die vorm moet staan. Die gereserveerde hoogte keer dat die bladsy skuif wanneer die vorm verskyn.
embed-bare = Net die script-etiket
embed-bare-help = Korter, maar die bladsy skuif wanneer die vorm verskyn.
embed-element = As ’n element
embed-element-help = Vir enkelbladsytoepassings: voeg dit by, skuif en verwyder dit soos enige ander element.
embed-pinned = Vasgepen op een weergawe
embed-pinned-help = Die blaaier voer hierdie skrip net uit as dit presies hierdie lêer is; wat dit later laai, kom van die edge-bediener. Haal die kode weer hier elke keer as Jatak bygewerk word.
embed-tag-manager-help = ’n Etiket van die tipe “Custom HTML”:
embed-place-help = En op jou bladsy, waar die vorm moet staan:
embed-shopify-help = ’n Blok vir ’n theme app extension. Stoor dit as blocks/jatak.liquid.
embed-woocommerce-help = Vir die functions.php van ’n child theme, of jou eie inprop. Die vorm staan op die bladsy wat vir die bestelling dankie sê.
embed-policy-help = As jou bladsye een het, voeg dit daarby.
embed-height = Die hoogte in ’n stylblad
embed-height-help = As jou beleid style-attribute weier, laat die een hierbo weg en sit dit in jou stylblad.

## The page that checks exports and receipts, also from disk.

verify-title = Kontroleer ’n uitvoerlêer of ’n kwitansie
verify-intro = Kyk of ’n lêer is wat die besigheid se logboek onderteken het, en indien nie, wat eerste verkeerd is.
verify-private = Die lêer bly op hierdie rekenaar. Die kontrole loop binne-in hierdie bladsy, en die bladsy mag met niks verbind nie.
verify-file = Lêer
verify-drop = Kies ’n lêer, of sleep dit hierheen
verify-file-help = ’n Uitvoerlêer met bewys (.ndjson) of ’n kwitansie (.json), presies soos dit afgelaai is.
verify-key = Die logboek se publieke sleutel
verify-key-help = Kry dit waar die besigheid dit publiseer, nie by die persoon wat die lêer vir jou gegee het nie. Daarsonder slaag ook ’n lêer wat iemand versin en met ’n eie sleutel onderteken het.
verify-earlier-more = Vergelyk met ’n vroeër kontrolepunt
verify-earlier = Vroeër kontrolepunt
verify-earlier-help = ’n Kontrolepunt (checkpoint) wat jy bewaar het, of die teks van ’n ouer kwitansie of van die eerste reël van ’n ouer uitvoerlêer. Dit wys dat niks wat toe reeds aangeteken was, sedertdien verander of uitgehaal is nie.
verify-check = Kontroleer die lêer
verify-cancel = Kanselleer
verify-progress = { $done } van { $size } gekontroleer …
verify-cancelled = Gekanselleer. Daar is geen uitslag nie.
verify-error-file-missing = Kies ’n lêer.
verify-error-key = Dit is nie ’n logboek se publieke sleutel nie. So ’n sleutel is een reël: ’n naam, ’n plusteken, agt karakters, ’n plusteken en 44 karakters.
verify-error-earlier = Daar is geen kontrolepunt in hierdie teks nie.
verify-error-read = Die lêer kon nie gelees word nie. Dalk is dit geskuif of verander; kies dit weer.
verify-error-program = Hierdie blaaier kan nie die kontrole uitvoer nie. Gebruik ’n nuwer een: Chrome 96, Firefox 113 of Safari 16.4, of later.
verify-result = Uitslag
verify-export-good = Eg en volledig
verify-export-good-text = Gebeurtenisse gekontroleer: { $events }. Elkeen is wat die logboek se sleutel onderteken het en staan op sy plek. Niks ontbreek nie en niks is verander nie.
verify-partial-good-text = Gebeurtenisse in hierdie lêer: { $events }. Elkeen staan onveranderd in die ondertekende logboek. Dit is ’n seleksie: dat niks daaruit weggelaat is nie, word nie bewys nie.
verify-receipt-good = Eg
verify-receipt-good-text = Wat hier staan, is presies so in die logboek aangeteken en onderteken.
verify-key-unknown = In orde, maar onderteken met ’n sleutel wat jy nie opgegee het nie
verify-key-unknown-text = Die lêer pas by die sleutel wat dit self noem. Dit is nie meer werd as die lêer nie: vergelyk die sleutel hieronder met die een wat die besigheid publiseer.
verify-bad = Moenie op hierdie lêer staatmaak nie
verify-bad-line = Reël { $line }
verify-bad-text = Dit is die eerste fout. Die lêer is verander nadat dit gemaak is, of dit is nie wat dit voorgee om te wees nie. Laai dit weer af en vergelyk.
verify-extends = Die uitvoerlêer bou voort op die vroeër kontrolepunt. Gebeurtenisse van die begin af dieselfde: { $events }.
verify-fact-file = Lêer
verify-fact-checked = Gekontroleer
verify-fact-log = Logboek
verify-fact-events = Gebeurtenisse
verify-fact-events-of = { $events } van die logboek se { $size }
verify-fact-erased = Uitgewis
verify-fact-erased-text = { $events }, telkens verantwoord deur ’n latere inskrywing oor die uitwissing
verify-fact-evidence-gone = Omstandighede verwyder
verify-fact-epochs = Van voor af begin
verify-fact-epochs-text = Deur gebeurtenis { $events }: ’n Rugsteun is teruggesit en ’n stand wat reeds onderteken was, is prysgegee. Die gebeurtenis sê hoekom.
verify-fact-span = Aangeteken
verify-fact-span-text = { $from } tot { $to }
verify-fact-root = Wortel
verify-fact-key = Sleutel
verify-fact-business = Besigheid
verify-fact-number = Nommer
verify-fact-given = Ja gesê vir
verify-fact-withdrawn = Nee gesê vir
verify-fact-everything = Alles, ook wat later bykom
verify-fact-when = Aangeteken
verify-fact-page = Op die bladsy
verify-fact-place = Plek in die logboek
verify-fact-place-text = Gebeurtenis { $event } van { $size }
verify-fact-witnesses = Getuies
verify-fact-witnesses-text = { $names }, volgens die kwitansie. Hul handtekeninge word met --witness op die opdragreël gekontroleer.
verify-fact-kind = Soort gebeurtenis
verify-fact-wording = Teks wat gewys is
verify-limits = Wat dit wys, en wat nie
verify-limits-shows = ’n Goeie uitslag wys dat hierdie inskrywings is wat die logboek onderteken het, en dat geen greep daarvan sedertdien verander is nie.
verify-limits-not = Dit wys nie wie die foon vasgehou het nie, en ook nie dat die besigheid dieselfde logboek vir almal wys nie. Teen laasgenoemde help dit om ’n kontrolepunt te bewaar en later te vergelyk, of om na getuies se handtekeninge te soek.
verify-limits-tool = Baie groot lêers word vinniger op die opdragreël gekontroleer:
verify-noscript = Die kontrole loop as ’n program binne-in hierdie bladsy en het daarom JavaScript nodig.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Dit is nóg ’n uitvoerlêer met bewys nóg ’n kwitansie.
fault-only-exports = ’n Vroeër kontrolepunt kan net met ’n uitvoerlêer vergelyk word, en dit hier is ’n kwitansie. Laat die kontrolepunt weg.
fault-incomparable = Hierdie uitvoerlêer is ’n seleksie en kan nie wys dat dit op ’n vroeër kontrolepunt voortbou nie (gebeurtenisse daarin: { $events }). Gebruik ’n volledige een.
fault-other-epoch = Die vroeër kontrolepunt kom uit epog { $earlier } van hierdie logboek, en die uitvoerlêer uit epog { $epoch }: ’n Rugsteun is teruggesit. ’n Gebeurtenis in die uitvoerlêer sê watter stand prysgegee is en hoekom.
fault-epoch = Gebeurtenis { $event } open ’n epog wat nie daar kan begin nie.
fault-cosignature = Die medeondertekening van die getuie { $key } is nie geldig nie.
fault-line = Hierdie reël is verander: geen uitvoerlêer het so ’n reël nie.
fault-out-of-place = Hierdie reël hoort nie hier nie: reëls is omgeruil of ontbreek.
fault-cut-short = Die lêer is afgesny: die einde ontbreek.
fault-after-the-end = Daar staan nog iets ná die einde van die uitvoerlêer.
fault-key = Die sleutel wat die lêer noem, is verander.
fault-foreign-signature = Vreemde handtekening: die lêer is nie deur { $key } onderteken nie.
fault-size = Die eerste reël is verander. Gebeurtenisse volgens die reël: { $events }, onderteken: { $signed }.
fault-wrong-business = Verkeerde besigheid: die logboek of ’n gebeurtenis behoort aan ’n ander een.
fault-leaf = Gebeurtenis { $event } is verander.
fault-private-part = Gebeurtenis { $event } is verander: wat dit oor die persoon sê, is nie wat aangeteken is nie.
fault-outcome = Gebeurtenis { $event } is verander: waartoe dit gelei het, is nie wat aangeteken is nie.
fault-evidence = Gebeurtenis { $event } is verander: die omstandighede is nie dié wat aangeteken is nie.
fault-missing = Gebeurtenis { $event } ontbreek.
fault-reordered = Gebeurtenisse is omgeruil: gebeurtenis { $event } staan waar gebeurtenis { $place } hoort.
fault-behind = Gebeurtenisse is omgeruil: gebeurtenis { $event } staan agter gebeurtenis { $before }.
fault-inclusion = Gebeurtenis { $event } is nie in die ondertekende logboek nie.
fault-time = Gebeurtenis { $event } is vroeër aangeteken as die een voor dit.
fault-notice = ’n Toestemmingsteks is verander: die bewoording pas nie by die ID nie.
fault-notice-missing = Die toestemmingsteks wat by gebeurtenis { $event } gegeld het, ontbreek.
fault-not-erased = Die persoonlike deel van gebeurtenis { $event } ontbreek, en geen inskrywing sê dat dit uitgewis is nie.
fault-erased-ahead = Gebeurtenis { $event } sê dat gebeurtenisse uitgewis is wat nie vóór dit kom nie.
fault-root = Die logboek is herskryf: die gebeurtenisse is nie dié wat onderteken is nie.
fault-shrunk = Die logboek het gekrimp. Gebeurtenisse vroeër: { $earlier }, nou: { $events }.
fault-rewritten = Die logboek is herskryf: dit begin nie met die gebeurtenisse van die vroeër kontrolepunt nie (aantal: { $earlier }).
fault-erasure-proof = Die bewys van ’n latere uitwissing is nie geldig nie.
fault-trailer = Die laaste reël is verander, of ’n reël ontbreek: die lêer is nie die een wat gemaak is nie.
fault-proof = Die kwitansie se bewys is nie geldig nie: die kwitansie is verander of was nooit in die logboek nie.

## The months as they stand in a date.

month-january = Januarie
month-february = Februarie
month-march = Maart
month-april = April
month-may = Mei
month-june = Junie
month-july = Julie
month-august = Augustus
month-september = September
month-october = Oktober
month-november = November
month-december = Desember

## Confirming a yes in WhatsApp.

whatsapp-draft = Ja, asseblief: { $business } mag vir my op WhatsApp boodskappe stuur oor:
    .reviewed_by = none
whatsapp-draft-code = Deur dit te stuur, sê ek ja. Kode: { $code }
    .reviewed_by = none
whatsapp-heading = Nog een stap: bevestig in WhatsApp
whatsapp-explanation = Stuur die klaargemaakte boodskap net soos dit is vanaf die nommer wat op { $digits } eindig. Tot dan word niks vir jou gestuur nie.
whatsapp-explanation-any = Stuur die klaargemaakte boodskap net soos dit is. Tot dan word niks vir jou gestuur nie.
whatsapp-open = Maak WhatsApp oop
whatsapp-scan = Of skandeer met jou foon
whatsapp-waiting = Wag vir jou boodskap …
whatsapp-confirmed = Bevestig. Dankie, jou ja tel nou.
whatsapp-expired = Die kode het verval. Stuur asseblief die vorm weer.
whatsapp-opt-in = Sê ja met WhatsApp
whatsapp-opt-in-explanation = Geen nommer om in te tik nie: WhatsApp maak oop met ’n klaargemaakte boodskap.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Nuus oor jou bestelling
preset-order-updates-value = Hoor wanneer jou bestelling bevestig, versend en afgelewer is.
preset-order-updates-frequency = Hoogstens een boodskap vir elke stap van ’n bestelling

preset-back-in-stock-title = Weer in voorraad
preset-back-in-stock-value = Hoor sodra ’n produk waarvoor jy wag, weer te koop is.
preset-back-in-stock-frequency = Hoogstens een boodskap vir elke produk waarvoor jy wag

preset-product-recommendations-title = Vir jou uitgesoek
preset-product-recommendations-value = Voorstelle wat goed pas by wat jy onlangs gekoop het.

preset-relevant-offers-title = Aanbiedinge en promosies
preset-relevant-offers-value = Wees onder die eerstes wat van goeie aanbiedinge hoor.

preset-abandoned-cart-title = Jou vergete mandjie
preset-abandoned-cart-value = ’n Herinnering as jy iets in die mandjie gesit en dit nie gekoop het nie.

preset-product-updates-title = Nuus oor jou produkte
preset-product-updates-value = Goeie raad en nuus oor produkte wat jy het of volg.

preset-renewal-reminders-title = Hernuwings en opgraderings
preset-renewal-reminders-value = ’n Herinnering betyds voordat iets verval, of wanneer iets opgegradeer kan word.

preset-useful-alerts-title = Nuttige kennisgewings
preset-useful-alerts-value = ’n Boodskap wanneer iets gebeur waaroor jy gevra het om te hoor.

preset-appointment-reminders-title = Jou afsprake
preset-appointment-reminders-value = Bevestiging, herinnering en veranderinge wanneer jy ’n tyd of ’n tafel bespreek het.
preset-appointment-reminders-frequency = Hoogstens drie boodskappe vir elke afspraak, en een vir elke verandering
