### Hebrew: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as the plural, or forms without a person. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = כן, בשמחה! מותר ל־{ $business } לשלוח לי ב־WhatsApp את ההודעות שאבחר כאן.
    .reviewed_by = none
edition-1-not-a-condition = ההסכמה תלויה ברצונכם בלבד, ואין צורך להסכים כדי לקנות משהו.
    .reviewed_by = none
edition-1-withdrawal = תוכלו לבטל את ההסכמה בכל עת בעזרת הקישור שבאישור שתקבלו. הביטול הוא בחינם, ואין צורך לציין סיבה.
    .reviewed_by = none
edition-1-controller = בעל השליטה במאגר המידע: { $legal_name }, { $address }. ליצירת קשר: { $contact }
    .reviewed_by = none
edition-1-privacy = כך מטפלים אצל { $business } במידע האישי שלכם
    .reviewed_by = none
edition-1-heading = קבלו הודעות ב־WhatsApp
edition-1-legend = על מה תרצו לשמוע?
edition-1-submit = כן, בשמחה
edition-1-success-heading = תודה, ההסכמה שלכם נשמרה
edition-1-success-text = שמרו את האישור שלכם. בעזרת הקישור שבו תוכלו לבטל את ההסכמה בכל עת.

## Labels that explain the form.

form-country = מדינה
form-phone = מספר ה־WhatsApp שלכם
form-sending = ההסכמה נשמרת…
form-retry = ניסיון נוסף
form-success-categories = הסכמתם לקבל:
form-receipt = פתיחת האישור
form-hosted = פתיחת הטופס בעמוד נפרד
form-changed = הנוסח השתנה. קראו את הנוסח החדש ובחרו שוב.

## What is said when something is wrong, by code.

form-error-number-missing = הזינו את המספר שלכם.
form-error-number-impossible = המספר לא מתאים למדינה. בדקו את שניהם.
form-error-category-none = סמנו לפחות סוג אחד של הודעות.
form-error-notice-outdated = הנוסח השתנה בזמן שקראתם, ולכן ההסכמה שלכם לא נשמרה. קראו את הנוסח החדש ובחרו שוב.
form-error-rate-limited = נשלחו יותר מדי תשובות בזמן קצר. המתינו מעט ונסו שוב.
form-error-offline = לא הצלחנו להתחבר. נסו שוב. ההסכמה שלכם תישמר פעם אחת בלבד.
form-error-unavailable = הפעולה לא הצליחה כרגע. נסו שוב בעוד רגע.
form-error-refused = לא ניתן לשמור מכאן את ההסכמה שלכם.

## How often at most, by period; one message apart from several.

cap-day-one = הודעה אחת ביום לכל היותר
cap-day-many = { $max } הודעות ביום לכל היותר
cap-week-one = הודעה אחת בשבוע לכל היותר
cap-week-many = { $max } הודעות בשבוע לכל היותר
cap-month-one = הודעה אחת בחודש לכל היותר
cap-month-many = { $max } הודעות בחודש לכל היותר

## What every page has.

common-skip = דילוג לתוכן
common-language = שפה
common-moment = { $day } { $month } { $year } בשעה { $hour }:{ $minute } UTC
common-number-ending = מספר שמסתיים בספרות { $digits }
common-footer-controller = בעל השליטה במאגר המידע: { $legal_name }, { $address }. ליצירת קשר: { $contact }
common-footer-privacy = כך מטפלים אצל { $business } במידע האישי שלכם
common-footer-jatak = העמוד מוגש באמצעות Jatak, שמתעדת כל ”כן” וכל ”לא”.

## How a state is called.

state-never-asked = לא נבחר
state-pending = בהמתנה לאימות
state-granted = כן, בשמחה
state-withdrawn = לא, תודה

## The form on a page of its own.

hosted-title = הודעות מאת { $business } ב־WhatsApp
hosted-intro = סמנו על מה תרצו לקבל הודעות מאת { $business }.
hosted-noscript = הסכמה לקבלת הודעות מאת { $business } ב־WhatsApp
hosted-errors-heading = תקנו את הפרטים הבאים ושלחו שוב

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = לחצו פעם נוספת
confirm-text = הדפדפן שלכם מסתיר מאיזה עמוד הגעתם, ולכן אנחנו מבקשים שתלחצו שוב. עדיין לא נשמר דבר.
confirm-summary = אתם עומדים להסכים לקבל מאת { $business } ב־WhatsApp:
confirm-submit = כן, בשמחה
confirm-cancel = חזרה בלי לשמור

## The one page for links that are forged, cut, unknown or erased.

not-found-title = העמוד הזה לא קיים
not-found-text = אולי חסר חלק מהקישור, או שמה שהוא הוביל אליו נמחק.
not-found-advice = נסו לפתוח שוב את הקישור מהמקום שבו שמרתם אותו. תמיד אפשר לכתוב לעסק ולומר לא.

## The receipt of one submission.

receipt-title = אישור ההסכמה שלכם
receipt-intro = אלה ההודעות שהסכמתם לקבל מאת { $business } ב־WhatsApp.
receipt-keep = שמרו את הקישור לעמוד הזה, או הדפיסו את העמוד. הקישור ימשיך לפעול.
receipt-business = העסק
receipt-number = מספר הטלפון
receipt-when = מועד
receipt-page = עמוד
receipt-record = מספר האישור
receipt-said-yes = מה שהסכמתם לקבל
receipt-frequency = תדירות
receipt-wording = הנוסח שהוצג לכם
receipt-wording-link = הצגת הנוסח המלא כפי שנשמר
receipt-proof-heading = ההוכחה שלכם
receipt-proof = ההסכמה שלכם רשומה ביומן שאי אפשר לשנות בלי שהדבר יתגלה. שמרו את הקובץ שלמטה, ותוכלו להוכיח אותה לכל אחד, גם בלעדינו.
receipt-proof-file = שמירת האישור כקובץ עם הוכחה
receipt-proof-check = בדיקת קובץ כזה
receipt-withdraw-heading = מעדיפים לומר לא?
receipt-withdraw-intro = הביטול נכנס לתוקף מיד, הוא בחינם, ואין צורך לציין סיבה.
receipt-withdraw = לא, תודה: { $category }
receipt-withdrawn = לא, תודה – מאז { $when }
receipt-stop-all-intro = אפשר גם להפסיק את כל ההודעות מאת { $business } ב־WhatsApp, כולל סוגים חדשים שיתווספו בהמשך.
receipt-stop-all = הפסקת כל ההודעות מאת { $business }
receipt-done-withdrawn = אמרתם לא להודעות מסוג ”{ $category }”. מעכשיו אסור ל־{ $business } לשלוח לכם את ההודעות האלה ב־WhatsApp.
receipt-done-stopped = הפסקתם הכול. מעכשיו אסור ל־{ $business } לשלוח לכם הודעות ב־WhatsApp.
receipt-stopped = הכול מופסק מאז { $when }
receipt-link-caution = אל תשתפו את הקישור. מי שהקישור בידיו יכול לראות את האישור הזה ולומר לא בשמכם, אבל לא לומר כן.

## All choices of one person.

choices-title = הבחירות שלכם אצל { $business }
choices-intro = כאן אתם מחליטים מה מותר ל־{ $business } לשלוח לכם ב־WhatsApp. אפשר לשנות את זה בכל פעם שתרצו.
choices-legend = הודעות
choices-state = כרגע: { $state }
choices-state-since = כרגע: { $state }, מאז { $when }
choices-pending = אחרי שאמרתם לא, מישהו נתן הסכמה עם המספר שלכם. ההסכמה הזו לא תקפה עד שתסכימו בעצמכם. סמנו את התיבה אם תרצו לקבל את ההודעות האלה.
choices-awaited = הסכמה שניתנה עם המספר שלכם ממתינה להודעה שלכם ב־WhatsApp. היא לא תקפה עד שההודעה תגיע.
choices-imported = ההסכמה לא ניתנה כאן: לפי { $business }, הסכמתם במקום אחר ({ $source }; { $claimed }), וההסכמה הועברה משם.
choices-retired = כבר לא בשימוש
choices-save = שמירת הבחירות שלי
choices-saved = הבחירות שלכם נשמרו.
choices-unchanged = לא שיניתם דבר, והכול נשאר כפי שהיה.
choices-still-pending = חלק מהבחירות עדיין ממתין לאימות שלכם מ־WhatsApp, כי אמרתם לא משם. עד אז ה”לא” שלכם תקף.
choices-stop-all-intro = הפסקת כל ההודעות מאת { $business } ב־WhatsApp, כולל סוגים חדשים שיתווספו בהמשך.
choices-stop-all = הפסקת כל ההודעות מאת { $business }
choices-stopped = הפסקתם הכול. מותר ל־{ $business } לשלוח לכם רק את מה שתסכימו לו מחדש.
choices-terms-changed = הנוסח השתנה בזמן שהייתם בעמוד, ולכן הבחירות שלכם לא נשמרו. קראו את הנוסח החדש ובחרו שוב.
choices-terms-changed-noes-saved = ה”לא” שלכם נשמר. הנוסח השתנה בזמן שהייתם בעמוד, לכן קראו את הנוסח החדש לפני שתסכימו למשהו.
choices-link-caution = אל תשתפו את הקישור. מי שהקישור בידיו יכול לשנות את הבחירות שלכם.

## A refusal, for people.

error-title = הפעולה לא הצליחה
error-nothing-saved = לא נשמר דבר.
error-back = חזרה
error-again = פתיחת הטופס מחדש
error-number-missing = חסר המספר שלכם.
error-number-impossible = המספר לא מתאים למדינה. בדקו את שניהם.
error-category-none = סמנו לפחות סוג אחד של הודעות.
error-notice-outdated = הנוסח השתנה מאז שפתחתם את העמוד. קראו את הנוסח החדש ובחרו שוב.
error-form-unfit = לא ניתן היה לקרוא את הטופס. פתחו אותו מחדש ונסו שוב.
error-category-not-on-receipt = האישור הזה לא כולל את סוג ההודעות הזה.
error-origin-refused = העמוד שהגעתם ממנו לא רשאי לשלוח תשובות לעסק. השתמשו בטופס של העסק עצמו.
error-business-unknown = העסק הזה לא מוכר לנו. בדקו את הכתובת.
error-idempotency-conflict = הטופס הזה כבר נשלח עם תשובות אחרות. כדי לשנות משהו, פתחו אותו מחדש.
error-body-too-large = נשלח יותר ממה שאפשר לקבל.
error-rate-limited = נשלחו יותר מדי תשובות בזמן קצר. המתינו מעט ונסו שוב.
error-unavailable = יש כאן עומס כרגע. המתינו מעט ונסו שוב.
error-internal = משהו השתבש אצלנו. נסו שוב בעוד רגע.

## The export, for the business.

export-title = הסכמות אצל { $business }
export-intro = הורדה של כל האירועים, או של המצב הנוכחי, כקובץ.
export-key = מפתח API
export-key-help = מפתח עם ההרשאה read. הוא נשאר בכרטיסייה הזו ולא נשמר בשום מקום.
export-kind = תוכן
export-kind-events = כל האירועים
export-kind-state = המצב הנוכחי
export-kind-notices = הנוסחים שהוצגו
export-from = מתאריך
export-to = עד תאריך
export-dates-help = שני הימים נכללים ונספרים לפי UTC. כדי לקבל הכול, השאירו את השדות ריקים.
export-category = סוג ההודעות
export-category-any = כל הסוגים
export-state = תשובה
export-state-any = כל התשובות
export-format = פורמט
export-format-csv = CSV, לגיליונות אלקטרוניים
export-format-ndjson = NDJSON, לתוכנות; האירועים כוללים הוכחה
export-format-jsonld = JSON-LD, רשומות הסכמה (ISO/IEC TS 27560)
export-delimiter = תו מפריד
export-delimiter-comma = פסיק
export-delimiter-semicolon = נקודה־פסיק
export-delimiter-tab = טאב
export-download = הורדה
export-cancel = ביטול
export-progress = הורדה: { $size } עד כה…
export-progress-through = הורדה: אירוע { $seq } מתוך { $total }, { $size } עד כה…
export-progress-label = כמה כבר הורד
export-done = ההורדה של { $file } הושלמה.
export-cancelled = בוטל. לא נשמר קובץ.
export-error-key-missing = הדביקו מפתח API.
export-error-key-unknown = אין לעסק הזה מפתח כזה. בדקו שהמפתח הודבק במלואו.
export-error-scope = המפתח הזה לא מאפשר קריאה. השתמשו במפתח עם ההרשאה read.
export-error-choice = אי אפשר לשלב את הבחירות האלה. בדקו את התאריכים.
export-error-rate-limited = יותר מדי הורדות בזמן קצר. המתינו מעט ונסו שוב.
export-error-offline = החיבור נותק והקובץ לא שלם. נסו שוב.
export-error-other = לא ניתן היה להוריד את הקובץ. נסו שוב בעוד רגע.
export-noscript = העמוד הזה משתמש ב־JavaScript כדי לשלוח את המפתח בלי לכתוב אותו בכתובת. בלי JavaScript, אפשר להוריד את הקובץ עם curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = הוצג ונענה
statistics-help = כמה פעמים הוצג הטופס מדווחים הדפדפנים: חוסמים מעכבים דיווחים, וכל אחד יכול להמציא אותם. כמה אמרו כן נספר מתוך האירועים. הימים לפי UTC.
statistics-show = הצגת המספרים
statistics-none = בימים אלה לא הוצג דבר ואיש לא ענה.
statistics-day = יום
statistics-language = שפה
statistics-shown = הוצג
statistics-opted-in = אמרו כן

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = הוספת הטופס של { $business } לעמוד
embed-intro = בחרו מה להציג, הסתכלו בתוצאה והעתיקו את הקוד.
embed-options = אפשרויות
embed-form-language = שפת הטופס
embed-theme = צבעים
embed-theme-page = כמו בעמוד
embed-theme-auto = כמו במכשיר של הלקוח
embed-theme-light = בהירים
embed-theme-dark = כהים
embed-width = הרוחב המרבי של המקום
embed-categories = סוגי ההודעות המוצעים
embed-show = הצגה
embed-preview = תצוגה מקדימה
embed-preview-note = זו תצוגה מקדימה. שום דבר שתקלידו כאן לא נשלח ולא נרשם.
embed-preview-link = פתיחת הטופס בעמוד משלו
embed-code = קוד
embed-copy = העתקה
embed-copied = הועתק
embed-snippet = לכל עמוד
embed-snippet-help = הדביקו במקום שבו הטופס צריך לעמוד. הגובה השמור מונע מהעמוד לזוז כשהטופס מופיע.
embed-bare = תגית script בלבד
embed-bare-help = קצר יותר, אבל העמוד זז כשהטופס מופיע.
embed-element = כאלמנט
embed-element-help = לאפליקציות של עמוד יחיד: מוסיפים, מזיזים ומסירים אותו כמו כל אלמנט אחר.
embed-pinned = נעוץ לגרסה אחת
embed-pinned-help = הדפדפן מריץ את הסקריפט רק אם הוא בדיוק הקובץ הזה; מה שנטען אחריו מגיע משרת ה-edge. בכל עדכון של Jatak קחו את הקוד מכאן מחדש.
embed-tag-manager-help = תגית מסוג ”HTML מותאם אישית”:
embed-place-help = ובעמוד שלכם, במקום שבו הטופס צריך לעמוד:
embed-shopify-help = בלוק להרחבת אפליקציה לערכת נושא. שמרו אותו בשם blocks/jatak.liquid.
embed-woocommerce-help = לקובץ functions.php של תבנית בת, או לתוסף משלכם. הטופס עומד בעמוד התודה על ההזמנה.
embed-policy-help = אם יש כזו לעמודים שלכם, הוסיפו לה את זה.
embed-height = הגובה בגיליון סגנונות
embed-height-help = אם המדיניות שלכם דוחה מאפייני style, השמיטו את זה שלמעלה ושימו את זה בגיליון הסגנונות.

## The page that checks exports and receipts, also from disk.

verify-title = בדיקת קובץ ייצוא או אישור הסכמה
verify-intro = בדקו אם הקובץ הוא מה שיומן העסק חתם עליו, ואם לא, מה הדבר הראשון שאינו תקין.
verify-private = הקובץ נשאר במחשב הזה. הבדיקה רצה בתוך העמוד, ולעמוד אסור להתחבר לשום מקום.
verify-file = קובץ
verify-drop = בחרו קובץ או גררו אותו לכאן
verify-file-help = קובץ ייצוא עם הוכחה בפורמט NDJSON (.ndjson) או אישור הסכמה בפורמט JSON (.json), בדיוק כפי שהורד.
verify-key = המפתח הציבורי של היומן
verify-key-help = קחו אותו מהמקום שבו העסק מפרסם אותו, לא ממי שנתן לכם את הקובץ. בלעדיו יעבור את הבדיקה גם קובץ שמישהו המציא וחתם עליו במפתח משלו.
verify-earlier-more = השוואה לנקודת ביקורת קודמת
verify-earlier = נקודת ביקורת קודמת
verify-earlier-help = נקודת ביקורת (checkpoint) ששמרתם, או הטקסט של אישור ישן יותר או של השורה הראשונה בקובץ ייצוא ישן יותר. כך רואים ששום דבר שנרשם עד אז לא שונה ולא הוסר מאז.
verify-check = בדיקת הקובץ
verify-cancel = ביטול
verify-progress = נבדקו { $done } מתוך { $size }…
verify-cancelled = בוטל. לא התקבלה תוצאה.
verify-error-file-missing = בחרו קובץ.
verify-error-key = זה לא מפתח ציבורי של יומן. מפתח כזה הוא שורה אחת: שם, סימן פלוס, שמונה תווים, סימן פלוס ו־44 תווים.
verify-error-earlier = אין נקודת ביקורת בטקסט הזה.
verify-error-read = לא ניתן היה לקרוא את הקובץ. ייתכן שהוא הועבר או השתנה; בחרו אותו שוב.
verify-error-program = הדפדפן הזה לא יכול להריץ את הבדיקה. השתמשו בדפדפן חדש יותר: Chrome 96 או Firefox 113 או Safari 16.4, או גרסה מאוחרת יותר.
verify-result = תוצאה
verify-export-good = מקורי ושלם
verify-export-good-text = כל האירועים ({ $events }) הם מה שמפתח היומן חתם עליו, כל אחד במקומו. אף אירוע לא חסר ואף אירוע לא שונה.
verify-partial-good-text = כל אחד מהאירועים בקובץ הזה ({ $events }) נמצא ביומן החתום ללא שינוי. זהו ייצוא חלקי: אין כאן הוכחה שלא הושמט ממנו דבר.
verify-receipt-good = מקורי
verify-receipt-good-text = מה שכתוב כאן נרשם ביומן ונחתם, בדיוק כך.
verify-key-unknown = תקין, אך חתום במפתח שלא ציינתם
verify-key-unknown-text = הקובץ מתאים למפתח שרשום בו עצמו. זה לא שווה יותר מהקובץ: השוו את המפתח שלמטה למפתח שהעסק מפרסם.
verify-bad = אל תסתמכו על הקובץ הזה
verify-bad-line = שורה { $line }
verify-bad-text = זו התקלה הראשונה. הקובץ שונה אחרי שנוצר, או שהוא לא מה שהוא מתיימר להיות. הורידו אותו שוב והשוו.
verify-extends = הקובץ ממשיך את נקודת הביקורת הקודמת: האירועים הראשונים (סך הכול { $events }) זהים.
verify-fact-file = קובץ
verify-fact-checked = מועד הבדיקה
verify-fact-log = יומן
verify-fact-events = אירועים
verify-fact-events-of = { $events } מתוך { $size } ביומן
verify-fact-erased = אירועים שנמחקו
verify-fact-erased-text = { $events }, וכל מחיקה מתועדת באירוע מאוחר יותר
verify-fact-evidence-gone = אירועים שראיותיהם הוסרו
verify-fact-epochs = התחלה מחדש
verify-fact-epochs-text = לפי אירוע { $events }: שוחזר גיבוי, ומצב של היומן שכבר נחתם ננטש. הסיבה רשומה באירוע.
verify-fact-span = תקופת הרישום
verify-fact-span-text = מ־{ $from } עד { $to }
verify-fact-root = שורש
verify-fact-key = מפתח
verify-fact-business = העסק
verify-fact-number = מספר הטלפון
verify-fact-given = נאמר כן עבור
verify-fact-withdrawn = נאמר לא עבור
verify-fact-everything = הכול, כולל מה שיתווסף בהמשך
verify-fact-when = מועד הרישום
verify-fact-page = בעמוד
verify-fact-place = מיקום ביומן
verify-fact-place-text = אירוע { $event } מתוך { $size }
verify-fact-witnesses = עדים
verify-fact-witnesses-text = { $names }, לפי האישור. החתימות שלהם נבדקות בשורת הפקודה באמצעות verify --witness.
verify-fact-kind = סוג האירוע
verify-fact-wording = הנוסח שהוצג
verify-limits = מה הבדיקה מראה, ומה לא
verify-limits-shows = תוצאה תקינה מראה שהרשומות האלה הן מה שהיומן חתם עליו, ושאף בייט בהן לא השתנה מאז.
verify-limits-not = היא לא מראה מי החזיק בטלפון, וגם לא שהעסק מציג לכולם את אותו יומן. כדי להתגונן מפני האפשרות השנייה, שמרו נקודת ביקורת והשוו בהמשך, או חפשו חתימות של עדים.
verify-limits-tool = קבצים גדולים מאוד נבדקים מהר יותר בשורת הפקודה:
verify-noscript = הבדיקה רצה כתוכנה בתוך העמוד, ולכן היא דורשת JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = זה לא קובץ ייצוא עם הוכחה וגם לא אישור הסכמה.
fault-only-exports = אפשר להשוות נקודת ביקורת קודמת רק לקובץ ייצוא, וזה אישור הסכמה. השאירו את השדה של נקודת הביקורת ריק.
fault-incomparable = קובץ הייצוא הזה חלקי, ולא יכול להראות שהוא ממשיך נקודת ביקורת קודמת (מספר האירועים בה: { $events }). השתמשו בקובץ מלא.
fault-other-epoch = נקודת הביקורת הקודמת שייכת לתקופה { $earlier } של היומן הזה, וקובץ הייצוא לתקופה { $epoch }: שוחזר גיבוי. אירוע בקובץ הייצוא מציין איזה מצב ננטש ומדוע.
fault-epoch = אירוע { $event } פותח תקופה שלא יכולה להתחיל שם.
fault-cosignature = החתימה הנלווית של העד { $key } אינה תקפה.
fault-line = השורה הזו שונתה: אין שורה כזו בשום קובץ ייצוא.
fault-out-of-place = השורה הזו לא במקומה: סדר השורות השתנה או שחסרות שורות.
fault-cut-short = הקובץ קטוע: הסוף חסר.
fault-after-the-end = יש תוכן נוסף אחרי סוף הייצוא.
fault-key = בוצע שינוי במפתח שרשום בקובץ.
fault-foreign-signature = חתימה זרה: הקובץ לא חתום במפתח { $key }.
fault-size = השורה הראשונה שונתה: מספר האירועים שרשום בה הוא { $events }, ומספר האירועים שנחתמו הוא { $signed }.
fault-wrong-business = העסק לא תואם: היומן או אחד האירועים שייכים לעסק אחר.
fault-leaf = בוצע שינוי באירוע { $event }.
fault-private-part = בוצע שינוי באירוע { $event }: מה שכתוב בו על האדם אינו מה שנרשם.
fault-outcome = בוצע שינוי באירוע { $event }: התוצאה שלו אינה מה שנרשם.
fault-evidence = בוצע שינוי באירוע { $event }: הראיות שלו אינן מה שנרשם.
fault-missing = אירוע { $event } חסר.
fault-reordered = סדר האירועים השתנה: אירוע { $event } נמצא במקום של אירוע { $place }.
fault-behind = סדר האירועים השתנה: אירוע { $event } נמצא אחרי אירוע { $before }.
fault-inclusion = אירוע { $event } לא נמצא ביומן החתום.
fault-time = מועד הרישום של אירוע { $event } מוקדם מזה של האירוע שלפניו.
fault-notice = בוצע שינוי בנוסח הסכמה: המילים לא תואמות את המזהה שלו.
fault-notice-missing = חסר נוסח ההסכמה שאירוע { $event } התבצע לפיו.
fault-not-erased = החלק הפרטי של אירוע { $event } חסר, ואין רישום שהוא נמחק.
fault-erased-ahead = באירוע { $event } כתוב שנמחקו אירועים שאינם לפניו.
fault-root = היומן נכתב מחדש: האירועים אינם אלה שנחתמו.
fault-shrunk = היומן הצטמצם: מספר האירועים בו היה { $earlier }, וכעת הוא { $events }.
fault-rewritten = היומן נכתב מחדש: האירועים הראשונים בו (סך הכול { $earlier }) אינם אלה של נקודת הביקורת הקודמת.
fault-erasure-proof = ההוכחה למחיקה מאוחרת יותר אינה תקפה.
fault-trailer = השורה האחרונה שונתה, או שחסרה שורה: זה לא הקובץ שנוצר.
fault-proof = ההוכחה של האישור אינה תקפה: האישור שונה, או שמעולם לא היה ביומן.

## The months as they stand in a date.

month-january = בינואר
month-february = בפברואר
month-march = במרץ
month-april = באפריל
month-may = במאי
month-june = ביוני
month-july = ביולי
month-august = באוגוסט
month-september = בספטמבר
month-october = באוקטובר
month-november = בנובמבר
month-december = בדצמבר

## Confirming a yes in WhatsApp.

whatsapp-draft = כן, בשמחה! מותר ל־{ $business } לשלוח לי ב־WhatsApp הודעות בנושאים האלה:
    .reviewed_by = none
whatsapp-draft-code = שליחת ההודעה הזו היא ההסכמה שלי. קוד: { $code }
    .reviewed_by = none
whatsapp-heading = עוד צעד אחד: אישור ב־WhatsApp
whatsapp-explanation = שלחו את ההודעה המוכנה כמו שהיא, מהמספר שמסתיים בספרות { $digits }. עד אז לא יישלח אליכם דבר.
whatsapp-explanation-any = שלחו את ההודעה המוכנה כמו שהיא. עד אז לא יישלח אליכם דבר.
whatsapp-open = פתיחת WhatsApp
whatsapp-scan = או סרקו בעזרת הטלפון
whatsapp-waiting = ממתינים להודעה שלכם…
whatsapp-confirmed = האישור התקבל. תודה, ההסכמה שלכם תקפה עכשיו.
whatsapp-expired = תוקף הקוד פג. שלחו את הטופס שוב.
whatsapp-opt-in = הסכמה בעזרת WhatsApp
whatsapp-opt-in-explanation = בלי להקליד מספר: WhatsApp נפתח עם הודעה מוכנה.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = עדכונים על ההזמנה שלכם
preset-order-updates-value = הודעה כשההזמנה שלכם מאושרת, נשלחת ונמסרת.
preset-order-updates-frequency = הודעה אחת לכל היותר על כל שלב בהזמנה

preset-back-in-stock-title = חזר למלאי
preset-back-in-stock-value = הודעה ברגע שאפשר שוב לקנות מוצר שאתם מחכים לו.
preset-back-in-stock-frequency = הודעה אחת לכל היותר על כל מוצר שאתם מחכים לו

preset-product-recommendations-title = נבחר בשבילכם
preset-product-recommendations-value = הצעות שמתאימות למה שקניתם לאחרונה.

preset-relevant-offers-title = הצעות ומבצעים
preset-relevant-offers-value = היו בין הראשונים לשמוע על הצעות טובות.

preset-abandoned-cart-title = הסל ששכחתם
preset-abandoned-cart-value = תזכורת אם הכנסתם משהו לסל ולא קניתם אותו.

preset-product-updates-title = חדשות על המוצרים שלכם
preset-product-updates-value = טיפים טובים וחדשות על מוצרים שיש לכם או שאתם עוקבים אחריהם.

preset-renewal-reminders-title = חידוש ושדרוג
preset-renewal-reminders-value = תזכורת מבעוד מועד לפני שמשהו מסתיים, או כשאפשר לשדרג אותו.

preset-useful-alerts-title = התראות שימושיות
preset-useful-alerts-value = הודעה כשקורה משהו שביקשתם לשמוע עליו.

preset-appointment-reminders-title = התורים שלכם
preset-appointment-reminders-value = אישור, תזכורת ושינויים כשהזמנתם תור או שולחן.
preset-appointment-reminders-frequency = לכל היותר שלוש הודעות על כל תור, ואחת על כל שינוי
