### Arabic: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as standard Arabic as web shops write it, in the masculine where a form must be chosen. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = نعم، بكل سرور: أوافق على أن تصلني من { $business } عبر WhatsApp الرسائل التي أختارها هنا.
    .reviewed_by = none
edition-1-not-a-condition = موافقتك اختيارية، وليست شرطًا لشراء أي شيء.
    .reviewed_by = none
edition-1-withdrawal = يمكنك سحب موافقتك في أي وقت من خلال الرابط الموجود في إيصال موافقتك. السحب مجاني، ولا حاجة إلى ذكر أي سبب.
    .reviewed_by = none
edition-1-controller = المتحكم في البيانات: { $legal_name }، { $address }. للتواصل: { $contact }
    .reviewed_by = none
edition-1-privacy = كيفية تعامل { $business } مع بياناتك الشخصية
    .reviewed_by = none
edition-1-heading = رسائل تصلك عبر WhatsApp
edition-1-legend = ما الذي يهمك أن تصلك أخباره؟
edition-1-submit = نعم، بكل سرور
edition-1-success-heading = شكرًا لك، تم حفظ موافقتك
edition-1-success-text = يرجى الاحتفاظ بإيصالك، فمن خلال الرابط الموجود فيه يمكنك سحب موافقتك في أي وقت.

## Labels that explain the form.

form-country = البلد
form-phone = رقمك على WhatsApp
form-sending = جارٍ حفظ موافقتك…
form-retry = إعادة المحاولة
form-success-categories = وافقت على:
form-receipt = عرض إيصالك
form-hosted = فتح هذا النموذج في صفحة مستقلة
form-changed = تغيّر النص. يرجى قراءة النص الجديد والاختيار من جديد.

## What is said when something is wrong, by code.

form-error-number-missing = يرجى إدخال رقمك.
form-error-number-impossible = هذا الرقم لا يتوافق مع البلد المختار. يرجى التحقق من كليهما.
form-error-category-none = يرجى تحديد نوع واحد على الأقل من الرسائل.
form-error-notice-outdated = تغيّر النص أثناء قراءتك له، ولذلك لم تُحفظ موافقتك. يرجى قراءة النص الجديد والاختيار من جديد.
form-error-rate-limited = أُرسلت ردود كثيرة جدًا خلال وقت قصير. يرجى الانتظار قليلًا ثم إعادة المحاولة.
form-error-offline = تعذّر الاتصال. يرجى إعادة المحاولة، ولن تُحفظ موافقتك إلا مرة واحدة.
form-error-unavailable = لم تنجح العملية الآن. يرجى إعادة المحاولة بعد لحظات.
form-error-refused = تعذّر حفظ موافقتك من هنا.

## How often at most, by period; one message apart from several.

cap-day-one = رسالة واحدة في اليوم كحد أقصى
cap-day-many = { $max ->
    [two] رسالتان ({ $max }) في اليوم كحد أقصى
    [few] { $max } رسائل في اليوم كحد أقصى
   *[other] { $max } رسالة في اليوم كحد أقصى
}
cap-week-one = رسالة واحدة في الأسبوع كحد أقصى
cap-week-many = { $max ->
    [two] رسالتان ({ $max }) في الأسبوع كحد أقصى
    [few] { $max } رسائل في الأسبوع كحد أقصى
   *[other] { $max } رسالة في الأسبوع كحد أقصى
}
cap-month-one = رسالة واحدة في الشهر كحد أقصى
cap-month-many = { $max ->
    [two] رسالتان ({ $max }) في الشهر كحد أقصى
    [few] { $max } رسائل في الشهر كحد أقصى
   *[other] { $max } رسالة في الشهر كحد أقصى
}

## What every page has.

common-skip = الانتقال إلى المحتوى
common-language = اللغة
common-moment = { $day } { $month } { $year }، الساعة { $hour }:{ $minute } UTC
common-number-ending = رقم ينتهي بالأرقام { $digits }
common-footer-controller = المتحكم في البيانات: { $legal_name }، { $address }. للتواصل: { $contact }
common-footer-privacy = كيفية تعامل { $business } مع بياناتك الشخصية
common-footer-jatak = تُقدَّم هذه الصفحة عبر خدمة Jatak التي تحفظ كل «نعم» وكل «لا».

## How a state is called.

state-never-asked = لم يتم الاختيار
state-pending = بانتظار التأكيد
state-granted = نعم، بكل سرور
state-withdrawn = لا، شكرًا

## The form on a page of its own.

hosted-title = رسائل من { $business } عبر WhatsApp
hosted-intro = يرجى تحديد ما يهمك أن يصلك من { $business }.
hosted-noscript = الموافقة على تلقي رسائل من { $business } عبر WhatsApp
hosted-errors-heading = يرجى تصحيح ما يلي ثم الإرسال من جديد

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = يرجى الضغط مرة أخرى
confirm-text = يُخفي متصفحك الصفحة التي أتيت منها، لذلك نطلب منك الضغط مرة أخرى. لم يُحفظ أي شيء بعد.
confirm-summary = أنت على وشك الموافقة على ما يلي من { $business } عبر WhatsApp:
confirm-submit = نعم، بكل سرور
confirm-cancel = الرجوع دون حفظ

## The one page for links that are forged, cut, unknown or erased.

not-found-title = هذه الصفحة غير موجودة
not-found-text = ربما ينقص جزء من الرابط، أو أن ما كان يؤدي إليه قد حُذف.
not-found-advice = يرجى محاولة فتح الرابط مجددًا من المكان الذي حفظته فيه. ويمكنك دائمًا مراسلة النشاط التجاري وقول «لا، شكرًا».

## The receipt of one submission.

receipt-title = إيصال موافقتك
receipt-intro = هذا ما وافقت على تلقيه من { $business } عبر WhatsApp.
receipt-keep = يرجى الاحتفاظ برابط هذه الصفحة أو طباعتها. سيبقى الرابط صالحًا.
receipt-business = النشاط التجاري
receipt-number = رقم الهاتف
receipt-when = التاريخ والوقت
receipt-page = الصفحة
receipt-record = رقم الإيصال
receipt-said-yes = ما وافقت عليه
receipt-frequency = وتيرة الرسائل
receipt-wording = النص الذي عُرض عليك
receipt-wording-link = عرض النص الكامل كما هو محفوظ
receipt-proof-heading = إثباتك
receipt-proof = موافقتك مدوّنة في سجل لا يمكن تغييره دون أن يُكتشف ذلك. ومن خلال الاحتفاظ بالملف أدناه يمكنك إثباتها لأي كان، حتى من دوننا.
receipt-proof-file = حفظ الإيصال في ملف مع إثبات
receipt-proof-check = فحص ملف من هذا النوع
receipt-withdraw-heading = هل غيّرت رأيك؟
receipt-withdraw-intro = يسري سحب الموافقة فورًا، وهو مجاني، ولا حاجة إلى ذكر أي سبب.
receipt-withdraw = لا، شكرًا: { $category }
receipt-withdrawn = لا، شكرًا منذ { $when }
receipt-stop-all-intro = يمكنك أيضًا إيقاف جميع الرسائل من { $business } عبر WhatsApp، بما فيها الأنواع الجديدة التي تُضاف لاحقًا.
receipt-stop-all = إيقاف كل رسائل { $business }
receipt-done-withdrawn = اخترت «لا، شكرًا» لرسائل «{ $category }». لم يعد مسموحًا أن تصلك هذه الرسائل من { $business } عبر WhatsApp.
receipt-done-stopped = أوقفت كل شيء. لم يعد مسموحًا أن تصلك أي رسائل من { $business } عبر WhatsApp.
receipt-stopped = كل شيء متوقف منذ { $when }
receipt-link-caution = يرجى عدم مشاركة الرابط. فمن لديه الرابط يمكنه الاطلاع على هذا الإيصال وقول «لا» نيابةً عنك، لكن لا يمكنه قول «نعم».

## All choices of one person.

choices-title = اختياراتك لدى { $business }
choices-intro = هنا يمكنك تحديد ما يُسمح بأن يصلك من { $business } عبر WhatsApp، ويمكنك تغييره كلما شئت.
choices-legend = الرسائل
choices-state = حاليًا: { $state }
choices-state-since = حاليًا: { $state }، منذ { $when }
choices-pending = وردت موافقة برقمك بعد أن قلت «لا»، ولن تسري ما لم تصدر عنك شخصيًا. إذا أردت تلقي هذه الرسائل، يرجى تحديد المربع.
choices-awaited = توجد موافقة برقمك بانتظار رسالتك في WhatsApp، ولن تسري قبل وصولها.
choices-imported = لم تصدر هذه الموافقة هنا: حسب إفادة { $business }، سبق أن وافقت في مكان آخر ({ $source }؛ { $claimed })، ونُقلت الموافقة من هناك.
choices-retired = لم يعد مستخدمًا
choices-save = حفظ اختياراتي
choices-saved = تم حفظ اختياراتك.
choices-unchanged = لم يتغيّر أي شيء، فكل شيء باقٍ كما كان.
choices-still-pending = لا يزال بعضها بانتظار تأكيدك من WhatsApp، لأنك قلت «لا» من هناك. وحتى ذلك الحين يبقى رفضك ساريًا.
choices-stop-all-intro = إيقاف جميع الرسائل من { $business } عبر WhatsApp، بما فيها الأنواع الجديدة التي تُضاف لاحقًا.
choices-stop-all = إيقاف كل رسائل { $business }
choices-stopped = أوقفت كل شيء. ولن يُسمح بأن يصلك من { $business } إلا ما تشمله موافقة جديدة منك.
choices-terms-changed = تغيّر النص أثناء وجودك في الصفحة، ولذلك لم تُحفظ اختياراتك. يرجى قراءة النص الجديد والاختيار من جديد.
choices-terms-changed-noes-saved = تم حفظ رفضك. وقد تغيّر النص أثناء وجودك في الصفحة، لذا يرجى قراءة النص الجديد قبل الموافقة على أي شيء.
choices-link-caution = يرجى عدم مشاركة الرابط. فمن لديه الرابط يمكنه تغيير اختياراتك.

## A refusal, for people.

error-title = لم تنجح العملية
error-nothing-saved = لم يُحفظ أي شيء.
error-back = الرجوع
error-again = فتح النموذج من جديد
error-number-missing = لم يتم إدخال رقمك.
error-number-impossible = هذا الرقم لا يتوافق مع البلد المختار. يرجى التحقق من كليهما.
error-category-none = يرجى تحديد نوع واحد على الأقل من الرسائل.
error-notice-outdated = تغيّر النص منذ أن فتحت الصفحة. يرجى قراءة النص الجديد والاختيار من جديد.
error-form-unfit = تعذّرت قراءة النموذج. يرجى فتحه من جديد وإعادة المحاولة.
error-category-not-on-receipt = هذا الإيصال لا يشمل هذا النوع من الرسائل.
error-origin-refused = الصفحة التي أتيت منها غير مصرّح لها بإرسال الردود إلى النشاط التجاري. يرجى استخدام النموذج الخاص به.
error-business-unknown = لا نعرف هذا النشاط التجاري. يرجى التحقق من العنوان.
error-idempotency-conflict = سبق إرسال هذا النموذج بردود أخرى. لإجراء تغيير، يرجى فتحه من جديد.
error-body-too-large = حجم ما أُرسل أكبر من المسموح به.
error-rate-limited = أُرسلت ردود كثيرة جدًا خلال وقت قصير. يرجى الانتظار قليلًا ثم إعادة المحاولة.
error-unavailable = هناك ضغط كبير الآن. يرجى الانتظار قليلًا ثم إعادة المحاولة.
error-internal = حدث خطأ من جانبنا. يرجى إعادة المحاولة بعد لحظات.

## The export, for the business.

export-title = الموافقات لدى { $business }
export-intro = تنزيل جميع الأحداث، أو الوضع الحالي، في ملف.
export-key = مفتاح API
export-key-help = مفتاح له الصلاحية read. يبقى في علامة التبويب هذه ولا يُخزَّن في أي مكان.
export-kind = المحتوى
export-kind-events = جميع الأحداث
export-kind-state = الوضع الحالي
export-kind-notices = النصوص التي عُرضت
export-from = من
export-to = إلى
export-dates-help = يُحتسب اليومان كلاهما ضمن الفترة وبتوقيت UTC. لتنزيل كل شيء، يرجى ترك الحقلين فارغين.
export-category = نوع الرسائل
export-category-any = جميع الأنواع
export-state = الرد
export-state-any = جميع الردود
export-format = الصيغة
export-format-csv = CSV، لجداول البيانات
export-format-ndjson = NDJSON، للبرامج؛ الأحداث مرفقة بإثبات
export-format-jsonld = JSON-LD، سجلات الموافقة (ISO/IEC TS 27560)
export-delimiter = الفاصل
export-delimiter-comma = فاصلة
export-delimiter-semicolon = فاصلة منقوطة
export-delimiter-tab = علامة جدولة
export-download = تنزيل
export-cancel = إلغاء
export-progress = تم تنزيل { $size }…
export-progress-through = الحدث { $seq } من { $total }، تم تنزيل { $size }…
export-progress-label = مقدار ما تم تنزيله
export-done = تم تنزيل الملف { $file }.
export-cancelled = تم الإلغاء. لم يُحفظ أي ملف.
export-error-key-missing = يرجى لصق مفتاح API.
export-error-key-unknown = لا يوجد مفتاح كهذا لدى هذا النشاط التجاري. يرجى التأكد من لصق المفتاح كاملًا.
export-error-scope = هذا المفتاح لا يتيح القراءة. يرجى استخدام مفتاح له الصلاحية read.
export-error-choice = لا يمكن الجمع بين هذه الخيارات. يرجى التحقق من التواريخ.
export-error-rate-limited = عمليات تنزيل كثيرة جدًا خلال وقت قصير. يرجى الانتظار قليلًا ثم إعادة المحاولة.
export-error-offline = انقطع الاتصال والملف غير مكتمل. يرجى إعادة المحاولة.
export-error-other = تعذّر جلب الملف. يرجى إعادة المحاولة بعد لحظات.
export-noscript = تستخدم هذه الصفحة JavaScript لإرسال المفتاح دون كتابته في عنوان. من دون JavaScript، يمكن جلب الملف باستخدام curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = ما عُرض وما أُجيب عنه
statistics-help = عدد مرات عرض النموذج تبلّغ به المتصفحات: تمنع أدوات الحجب بعض البلاغات، ويمكن لأي شخص أن يختلقها. أما عدد من قالوا نعم فمحسوب من الأحداث. الأيام بالتوقيت العالمي UTC.
statistics-show = اعرض الأرقام
statistics-none = لم يُعرض شيء ولم يُجب أحد في هذه الأيام.
statistics-day = اليوم
statistics-language = اللغة
statistics-shown = عُرض
statistics-opted-in = قالوا نعم

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = ضع نموذج { $business } في صفحة
embed-intro = اختر ما يُعرض، وانظر إلى النتيجة، ثم انسخ الشيفرة.
embed-options = الخيارات
embed-form-language = لغة النموذج
embed-theme = الألوان
embed-theme-page = كما هي في الصفحة
embed-theme-auto = كما هي في جهاز الزبون
embed-theme-light = فاتحة
embed-theme-dark = داكنة
embed-width = أقصى عرض للمكان
embed-categories = أنواع الرسائل المعروضة
embed-show = اعرض
embed-preview = معاينة
embed-preview-note = هذه معاينة. لا يُرسَل ولا يُسجَّل شيء مما تكتبه هنا.
embed-preview-link = افتح النموذج في صفحة خاصة به
embed-code = الشيفرة
embed-copy = انسخ
embed-copied = نُسخت
embed-snippet = لأي صفحة
embed-snippet-help = ألصقها حيث يجب أن يكون النموذج. الارتفاع المحجوز يمنع تحرك الصفحة عند ظهور النموذج.
embed-bare = وسم script وحده
embed-bare-help = أقصر، لكن الصفحة تتحرك عند ظهور النموذج.
embed-element = كعنصر
embed-element-help = للتطبيقات ذات الصفحة الواحدة: يُضاف ويُنقل ويُزال مثل أي عنصر آخر.
embed-pinned = مثبّتة على إصدار واحد
embed-pinned-help = لا يشغّل المتصفح هذا السكربت إلا إذا كان هذا الملف بعينه؛ وما يُحمَّل بعده يأتي من خادم edge. خذ الشيفرة من هنا من جديد كلما حُدِّث Jatak.
embed-tag-manager-help = وسم من نوع «HTML مخصّص»:
embed-place-help = وفي صفحتك، حيث يجب أن يكون النموذج:
embed-shopify-help = كتلة لإضافة تطبيق القالب (theme app extension). احفظها باسم blocks/jatak.liquid.
embed-woocommerce-help = لملف functions.php في قالب فرعي، أو لإضافة خاصة بك. يكون النموذج في صفحة الشكر على الطلب.
embed-policy-help = إن كانت لصفحاتك سياسة كهذه فأضف إليها ما يلي.
embed-height = الارتفاع في ورقة أنماط
embed-height-help = إن كانت سياستك ترفض سمات style، فاحذف السمة من الشيفرة أعلاه وضع هذا في ورقة الأنماط.

## The page that checks exports and receipts, also from disk.

verify-title = فحص ملف تصدير أو إيصال
verify-intro = هنا يمكنك معرفة ما إذا كان الملف هو ما وقّعه سجل النشاط التجاري، وإن لم يكن كذلك فما أول خلل فيه.
verify-private = يبقى الملف على هذا الكمبيوتر. يجري الفحص داخل هذه الصفحة، وهي غير مسموح لها بالاتصال بأي جهة.
verify-file = الملف
verify-drop = اختيار ملف أو إفلاته هنا
verify-file-help = ملف تصدير مع إثبات بصيغة NDJSON (.ndjson) أو إيصال بصيغة JSON (.json)، كما تم تنزيله تمامًا.
verify-key = المفتاح العام للسجل
verify-key-help = يجب أخذه من حيث ينشره النشاط التجاري، لا ممن قدّم لك الملف. فمن دونه ينجح في الفحص حتى ملف اختلقه شخص ما ووقّعه بمفتاح من عنده.
verify-earlier-more = المقارنة بنقطة تحقق سابقة
verify-earlier = نقطة تحقق سابقة
verify-earlier-help = نقطة تحقق (checkpoint) احتفظت بها، أو نص إيصال أقدم، أو نص السطر الأول من ملف تصدير أقدم. وهي تُظهر أنه لم يُغيَّر ولم يُحذف بعدها شيء مما كان قد سُجّل حينها.
verify-check = فحص الملف
verify-cancel = إلغاء
verify-progress = تم فحص { $done } من { $size }…
verify-cancelled = تم الإلغاء. لم يُتوصل إلى أي نتيجة.
verify-error-file-missing = يرجى اختيار ملف.
verify-error-key = هذا ليس مفتاحًا عامًا لسجل. المفتاح العام سطر واحد: اسم، ثم علامة زائد، ثم ثمانية رموز، ثم علامة زائد، ثم 44 رمزًا.
verify-error-earlier = لا توجد نقطة تحقق في هذا النص.
verify-error-read = تعذّرت قراءة الملف. ربما نُقل أو تغيّر؛ يرجى اختياره من جديد.
verify-error-program = لا يمكن لهذا المتصفح إجراء الفحص. يرجى استخدام متصفح أحدث: Chrome 96 أو Firefox 113 أو Safari 16.4 أو أي إصدار لاحق.
verify-result = النتيجة
verify-export-good = أصلي وكامل
verify-export-good-text = جميع الأحداث ({ $events }) هي ما وقّعه مفتاح السجل، كلٌّ في موضعه. لم ينقص منها شيء ولم يُغيَّر منها شيء.
verify-partial-good-text = كل حدث من أحداث هذا الملف ({ $events }) موجود في السجل الموقَّع دون تغيير. وهذا تصدير جزئي: لا يثبت الفحص أن شيئًا لم يُستبعد منه.
verify-receipt-good = أصلي
verify-receipt-good-text = ما ورد هنا دُوّن في السجل ووُقّع بهذه الصورة تمامًا.
verify-key-unknown = سليم، لكنه موقَّع بمفتاح لم يُدخَل هنا
verify-key-unknown-text = الملف متوافق مع المفتاح الذي يذكره هو نفسه، ولا قيمة لذلك تزيد على قيمة الملف ذاته: يرجى مقارنة المفتاح أدناه بالمفتاح الذي ينشره النشاط التجاري.
verify-bad = لا ينبغي الاعتماد على هذا الملف
verify-bad-line = السطر { $line }
verify-bad-text = هذا أول خلل. إما أن الملف غُيّر بعد إنشائه، أو أنه ليس ما يبدو عليه. يرجى تنزيله من جديد ثم المقارنة.
verify-extends = الملف امتداد لنقطة التحقق السابقة: الأحداث الأولى، وعددها { $events }، هي نفسها.
verify-fact-file = الملف
verify-fact-checked = وقت الفحص
verify-fact-log = السجل
verify-fact-events = الأحداث
verify-fact-events-of = { $events } من أصل { $size } في السجل
verify-fact-erased = أحداث محذوفة
verify-fact-erased-text = { $events }، وحذف كلٍّ منها موثَّق في حدث لاحق
verify-fact-evidence-gone = أحداث أُزيلت أدلتها
verify-fact-epochs = بداية جديدة
verify-fact-epochs-text = بحسب الحدث { $events }: استُعيدت نسخة احتياطية، وتم التخلي عن حالة للسجل كانت موقَّعة. والسبب مذكور في الحدث.
verify-fact-span = فترة التسجيل
verify-fact-span-text = من { $from } إلى { $to }
verify-fact-root = الجذر
verify-fact-key = المفتاح
verify-fact-business = النشاط التجاري
verify-fact-number = رقم الهاتف
verify-fact-given = ما تمت الموافقة عليه
verify-fact-withdrawn = ما تم رفضه
verify-fact-everything = كل شيء، بما في ذلك ما يُضاف لاحقًا
verify-fact-when = وقت التسجيل
verify-fact-page = في الصفحة
verify-fact-place = الموضع في السجل
verify-fact-place-text = الحدث { $event } من { $size }
verify-fact-witnesses = الشهود
verify-fact-witnesses-text = { $names }، بحسب الإيصال. تُفحص توقيعاتهم في سطر الأوامر باستخدام verify --witness.
verify-fact-kind = نوع الحدث
verify-fact-wording = النص المعروض
verify-limits = ما يُثبته هذا الفحص وما لا يُثبته
verify-limits-shows = تُثبت النتيجة السليمة أن هذه البيانات هي ما وقّعه السجل، وأنه لم يتغيّر منها أي بايت منذ ذلك الحين.
verify-limits-not = لا تُثبت النتيجة مَن كان الهاتف في يده، ولا أن النشاط التجاري يعرض السجل نفسه على الجميع. وللتحوّط من الأمر الثاني، يمكن الاحتفاظ بنقطة تحقق والمقارنة لاحقًا، أو البحث عن توقيعات الشهود.
verify-limits-tool = فحص الملفات الكبيرة جدًا أسرع في سطر الأوامر:
verify-noscript = يعمل الفحص كبرنامج داخل هذه الصفحة، ولذلك يتطلب JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = هذا ليس ملف تصدير مع إثبات ولا إيصالًا.
fault-only-exports = لا يمكن مقارنة نقطة تحقق سابقة إلا بملف تصدير، وهذا إيصال. يرجى ترك حقل نقطة التحقق فارغًا.
fault-incomparable = هذا تصدير جزئي، ولا يمكنه إثبات أنه امتداد لنقطة تحقق سابقة (عدد أحداثها: { $events }). يرجى استخدام تصدير كامل.
fault-other-epoch = تعود نقطة التحقق السابقة إلى الحقبة { $earlier } من هذا السجل، وملف التصدير إلى الحقبة { $epoch }: فقد استُعيدت نسخة احتياطية. وفي ملف التصدير حدث يبيّن أي حالة تم التخلي عنها ولماذا.
fault-epoch = يفتتح الحدث { $event } حقبة لا يمكن أن تبدأ عنده.
fault-cosignature = التوقيع المشارك للشاهد { $key } غير صحيح.
fault-line = تم تغيير هذا السطر: لا يوجد سطر مثله في أي ملف تصدير.
fault-out-of-place = هذا السطر ليس في مكانه: تغيّر ترتيب الأسطر أو فُقد بعضها.
fault-cut-short = الملف مبتور: نهايته مفقودة.
fault-after-the-end = يوجد محتوى إضافي بعد نهاية التصدير.
fault-key = تم تغيير المفتاح الذي يذكره الملف.
fault-foreign-signature = توقيع غريب: الملف غير موقَّع بالمفتاح { $key }.
fault-size = تم تغيير السطر الأول: عدد الأحداث المذكور فيه { $events }، وعدد الأحداث الموقَّعة { $signed }.
fault-wrong-business = نشاط تجاري غير مطابق: السجل أو أحد الأحداث يعود إلى نشاط آخر.
fault-leaf = تم تغيير الحدث { $event }.
fault-private-part = تم تغيير الحدث { $event }: ما يذكره عن الشخص ليس ما سُجّل.
fault-outcome = تم تغيير الحدث { $event }: ما ترتّب عليه ليس ما سُجّل.
fault-evidence = تم تغيير الحدث { $event }: أدلته ليست ما سُجّل.
fault-missing = الحدث { $event } مفقود.
fault-reordered = تغيّر ترتيب الأحداث: الحدث { $event } موجود في موضع الحدث { $place }.
fault-behind = تغيّر ترتيب الأحداث: الحدث { $event } موجود بعد الحدث { $before }.
fault-inclusion = الحدث { $event } غير موجود في السجل الموقَّع.
fault-time = سُجّل الحدث { $event } في وقت أسبق من الحدث الذي قبله.
fault-notice = تم تغيير أحد نصوص الموافقة: صياغته لا تطابق معرّفه.
fault-notice-missing = نص الموافقة الذي جرى الحدث { $event } بموجبه مفقود.
fault-not-erased = الجزء الخاص من الحدث { $event } مفقود، ولا يوجد حدث يفيد بحذفه.
fault-erased-ahead = يذكر الحدث { $event } حذف أحداث ليست قبله.
fault-root = أُعيدت كتابة السجل: الأحداث ليست هي التي وُقّعت.
fault-shrunk = تقلّص السجل: كان عدد أحداثه { $earlier } وأصبح الآن { $events }.
fault-rewritten = أُعيدت كتابة السجل: أحداثه الأولى، وعددها { $earlier }، ليست أحداث نقطة التحقق السابقة.
fault-erasure-proof = إثبات عملية حذف لاحقة غير صحيح.
fault-trailer = تم تغيير السطر الأخير أو فُقد سطر ما: هذا ليس الملف الذي أُنشئ.
fault-proof = إثبات الإيصال غير صحيح: إما أن الإيصال قد غُيّر، أو أنه لم يكن في السجل قط.

## The months as they stand in a date.

month-january = يناير
month-february = فبراير
month-march = مارس
month-april = أبريل
month-may = مايو
month-june = يونيو
month-july = يوليو
month-august = أغسطس
month-september = سبتمبر
month-october = أكتوبر
month-november = نوفمبر
month-december = ديسمبر

## Confirming a yes in WhatsApp.

whatsapp-draft = نعم، بكل سرور: أوافق على أن تصلني من { $business } عبر WhatsApp رسائل عن:
    .reviewed_by = none
whatsapp-draft-code = بإرسال هذه الرسالة أعطي موافقتي. الرمز: { $code }
    .reviewed_by = none
whatsapp-heading = خطوة أخيرة: التأكيد في WhatsApp
whatsapp-explanation = يرجى إرسال الرسالة الجاهزة كما هي من الرقم الذي ينتهي بالأرقام { $digits }. وحتى ذلك الحين لن يُرسل إليك أي شيء.
whatsapp-explanation-any = يرجى إرسال الرسالة الجاهزة كما هي. وحتى ذلك الحين لن يُرسل إليك أي شيء.
whatsapp-open = فتح WhatsApp
whatsapp-scan = أو يمكنك مسح الرمز بهاتفك
whatsapp-waiting = بانتظار رسالتك…
whatsapp-confirmed = تم التأكيد. شكرًا لك، موافقتك سارية الآن.
whatsapp-expired = انتهت صلاحية الرمز. يرجى إرسال النموذج مرة أخرى.
whatsapp-opt-in = الموافقة عبر WhatsApp
whatsapp-opt-in-explanation = لا حاجة إلى كتابة أي رقم: يُفتح WhatsApp برسالة جاهزة.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = مستجدات طلبك
preset-order-updates-value = تصلك رسالة عند تأكيد طلبك وعند شحنه وعند تسليمه.
preset-order-updates-frequency = رسالة واحدة كحد أقصى لكل مرحلة من مراحل الطلب

preset-back-in-stock-title = متوفر من جديد
preset-back-in-stock-value = تصلك رسالة فور أن يتوفر من جديد منتج في قائمة انتظارك.
preset-back-in-stock-frequency = رسالة واحدة كحد أقصى لكل منتج في قائمة انتظارك

preset-product-recommendations-title = مختارات لك
preset-product-recommendations-value = اقتراحات تناسب ما اشتريته مؤخرًا.

preset-relevant-offers-title = عروض وحملات
preset-relevant-offers-value = مكانك بين أوائل من تصلهم أخبار العروض المميزة.

preset-abandoned-cart-title = سلتك المنسية
preset-abandoned-cart-value = تذكير إذا وضعت شيئًا في السلة ولم تكتمل عملية الشراء.

preset-product-updates-title = جديد منتجاتك
preset-product-updates-value = نصائح مفيدة وأخبار عن منتجات لديك أو في قائمة متابعتك.

preset-renewal-reminders-title = التجديد والترقية
preset-renewal-reminders-value = تذكير قبل وقت كافٍ من انتهاء شيء لديك، أو عندما تصبح ترقيته ممكنة.

preset-useful-alerts-title = تنبيهات مفيدة
preset-useful-alerts-value = رسالة عند حدوث شيء طلبت إشعارك به.

preset-appointment-reminders-title = مواعيدك
preset-appointment-reminders-value = رسائل للتأكيد والتذكير والتغييرات عند حجزك موعدًا أو طاولة.
preset-appointment-reminders-frequency = ثلاث رسائل كحد أقصى لكل موعد، ورسالة واحدة لكل تغيير
