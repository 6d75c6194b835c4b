### Russian: every word that people read.
###
### One text a line: its id, an equals sign, the text. Change what stands behind the equals sign. The comments in
### en.ftl say where each text stands; the groups are the same, in the same order, in every file.
###
### What stands in braces, such as { $business }, is put in later. Keep each one, once, spelt as it is; move it to where the
### sentence wants it. A text about several (cap-…-many) may have one line for each form that numbers take in the
### language; ru.ftl shows how. Marks that steer the direction of writing are not wanted: the pages see to it.
###
### The reader is spoken to as “вы” in lower case, without forms that name the reader's gender. Buttons and labels are short: they stand on a phone 320 pixels wide.
###
### The texts called edition-… are what people say yes to, and are kept for ever as they were shown. Once a version of
### Jatak with them was released, they are not changed any more, not even a comma: copy all ten, call the copies
### edition-2-…, and change those. Texts with .reviewed_by are law: it says who has read them besides their author,
### "none", "speaker" (somebody whose first language it is) or "lawyer" (one who works in it).
###
### `cargo xtask build` says what is missing, left over or misspelt.

## The sentences that a yes rests on. The first five are locked: they are the same for every business, which gives its name and address and nothing else. The other five a business may word itself, which marks its notice.

edition-1-statement = Да, я разрешаю компании { $business } присылать мне в WhatsApp сообщения, которые я здесь выбираю.
    .reviewed_by = none
edition-1-not-a-condition = Это добровольно. Чтобы что-то купить, соглашаться не нужно.
    .reviewed_by = none
edition-1-withdrawal = Отозвать согласие можно в любое время по ссылке в вашей квитанции. Это бесплатно, и объяснять причину не нужно.
    .reviewed_by = none
edition-1-controller = Оператор персональных данных: { $legal_name }, { $address }. Контакты: { $contact }
    .reviewed_by = none
edition-1-privacy = Как { $business } обрабатывает ваши персональные данные
    .reviewed_by = none
edition-1-heading = Получайте сообщения в WhatsApp
edition-1-legend = О чём вам писать?
edition-1-submit = Да, хочу
edition-1-success-heading = Спасибо, ваше «да» сохранено
edition-1-success-text = Сохраните квитанцию. По ссылке в ней вы можете в любое время отозвать своё «да».

## Labels that explain the form.

form-country = Страна
form-phone = Ваш номер в WhatsApp
form-sending = Сохраняем ваше «да»…
form-retry = Попробовать ещё раз
form-success-categories = Вы согласились получать:
form-receipt = Открыть квитанцию
form-hosted = Открыть форму на отдельной странице
form-changed = Текст изменился. Прочитайте новый и выберите ещё раз.

## What is said when something is wrong, by code.

form-error-number-missing = Введите номер.
form-error-number-impossible = Номер не подходит к выбранной стране. Проверьте и то и другое.
form-error-category-none = Отметьте хотя бы один вид сообщений.
form-error-notice-outdated = Пока вы читали, текст изменился, поэтому ваше «да» не сохранено. Прочитайте новый текст и выберите ещё раз.
form-error-rate-limited = За короткое время отправлено слишком много ответов. Немного подождите и попробуйте ещё раз.
form-error-offline = Не удалось подключиться. Попробуйте ещё раз: ваше «да» сохранится только один раз.
form-error-unavailable = Сейчас не получилось. Попробуйте ещё раз чуть позже.
form-error-refused = Отсюда сохранить ваше «да» нельзя.

## How often at most, by period; one message apart from several.

cap-day-one = Не более 1 сообщения в день
cap-day-many = { $max ->
    [one] Не более { $max } сообщения в день
   *[other] Не более { $max } сообщений в день
}
cap-week-one = Не более 1 сообщения в неделю
cap-week-many = { $max ->
    [one] Не более { $max } сообщения в неделю
   *[other] Не более { $max } сообщений в неделю
}
cap-month-one = Не более 1 сообщения в месяц
cap-month-many = { $max ->
    [one] Не более { $max } сообщения в месяц
   *[other] Не более { $max } сообщений в месяц
}

## What every page has.

common-skip = Перейти к содержанию
common-language = Язык
common-moment = { $day } { $month } { $year } г., { $hour }:{ $minute } UTC
common-number-ending = Номер, который заканчивается на { $digits }
common-footer-controller = Оператор персональных данных: { $legal_name }, { $address }. Контакты: { $contact }
common-footer-privacy = Как { $business } обрабатывает ваши персональные данные
common-footer-jatak = Страницу предоставляет Jatak — сервис, который ведёт учёт «да» и «нет».

## How a state is called.

state-never-asked = Не выбрано
state-pending = Ждёт подтверждения
state-granted = Да, хочу
state-withdrawn = Нет, спасибо

## The form on a page of its own.

hosted-title = Сообщения от компании { $business } в WhatsApp
hosted-intro = Отметьте, о чём вам хотелось бы узнавать от компании { $business }.
hosted-noscript = Сказать «да» сообщениям от компании { $business } в WhatsApp
hosted-errors-heading = Исправьте это и отправьте ещё раз

## The step that asks to press once more, where the browser hid which page the form came from.

confirm-title = Нажмите ещё раз
confirm-text = Ваш браузер скрывает, с какой страницы вы пришли, поэтому мы просим нажать ещё раз. Пока ничего не сохранено.
confirm-summary = Вы собираетесь сказать «да» этим сообщениям от компании { $business } в WhatsApp:
confirm-submit = Да, хочу
confirm-cancel = Назад без сохранения

## The one page for links that are forged, cut, unknown or erased.

not-found-title = Такой страницы нет
not-found-text = Возможно, часть ссылки потерялась или то, на что она вела, удалено.
not-found-advice = Попробуйте ещё раз открыть ссылку оттуда, где вы её сохранили. И вы всегда можете написать компании и сказать «нет».

## The receipt of one submission.

receipt-title = Ваша квитанция
receipt-intro = Здесь указано, какие сообщения от компании { $business } вы согласились получать в WhatsApp.
receipt-keep = Сохраните ссылку на эту страницу или распечатайте страницу. Ссылка будет работать и дальше.
receipt-business = Компания
receipt-number = Номер
receipt-when = Время
receipt-page = Страница
receipt-record = Номер квитанции
receipt-said-yes = На что вы согласились
receipt-frequency = Как часто
receipt-wording = Текст, который вам показали
receipt-wording-link = Посмотреть весь текст в том виде, в каком он хранится
receipt-proof-heading = Ваше доказательство
receipt-proof = Ваше «да» записано в журнале, который нельзя изменить незаметно. Сохраните файл ниже, и вы сможете доказать это кому угодно, даже без нас.
receipt-proof-file = Сохранить квитанцию файлом с доказательством
receipt-proof-check = Проверить такой файл
receipt-withdraw-heading = Хотите сказать «нет»?
receipt-withdraw-intro = Это действует сразу, бесплатно и без объяснения причин.
receipt-withdraw = Нет, спасибо: { $category }
receipt-withdrawn = Отказ с { $when }
receipt-stop-all-intro = Можно остановить и все сообщения от компании { $business } в WhatsApp, включая новые виды, которые появятся позже.
receipt-stop-all = { $business }: остановить всё
receipt-done-withdrawn = Вы сказали «нет» сообщениям «{ $category }». { $business } больше не вправе присылать их вам в WhatsApp.
receipt-done-stopped = Вы остановили всё. { $business } больше не вправе присылать вам сообщения в WhatsApp.
receipt-stopped = Всё остановлено с { $when }
receipt-link-caution = Никому не передавайте ссылку. Тот, у кого она есть, может увидеть эту квитанцию и сказать за вас «нет», но не «да».

## All choices of one person.

choices-title = Сообщения от компании { $business }: ваш выбор
choices-intro = Здесь вы решаете, что { $business } может присылать вам в WhatsApp. Менять решение можно сколько угодно раз.
choices-legend = Сообщения
choices-state = Сейчас: { $state }
choices-state-since = Сейчас: { $state } (с { $when })
choices-pending = Кто-то указал ваш номер и сказал «да» уже после того, как вы сказали «нет». Это не считается, пока вы сами не скажете «да». Поставьте отметку, если хотите получать эти сообщения.
choices-awaited = «Да», сказанное с вашим номером, ждёт вашего сообщения в WhatsApp. Оно не считается, пока сообщение не придёт.
choices-imported = Сказано не здесь: по словам компании { $business }, вы сказали «да» в другом месте ({ $source }; { $claimed }), и она перенесла этот ответ сюда.
choices-retired = Больше не используется
choices-save = Сохранить мой выбор
choices-saved = Ваш выбор сохранён.
choices-unchanged = Вы ничего не изменили, всё осталось как было.
choices-still-pending = Часть выбора ещё ждёт вашего подтверждения из WhatsApp, потому что «нет» вы сказали именно там. До тех пор действует ваше «нет».
choices-stop-all-intro = Остановить все сообщения от компании { $business } в WhatsApp, включая новые виды, которые появятся позже.
choices-stop-all = { $business }: остановить всё
choices-stopped = Вы остановили всё. { $business } может присылать вам только то, чему вы снова скажете «да».
choices-terms-changed = Пока вы смотрели страницу, текст изменился, поэтому ваш выбор не сохранён. Прочитайте новый текст и выберите ещё раз.
choices-terms-changed-noes-saved = Ваше «нет» сохранено. Пока вы смотрели страницу, текст изменился, поэтому прочитайте новый, прежде чем чему-либо сказать «да».
choices-link-caution = Никому не передавайте ссылку. Тот, у кого она есть, может изменить ваш выбор.

## A refusal, for people.

error-title = Не получилось
error-nothing-saved = Ничего не сохранено.
error-back = Назад
error-again = Открыть форму заново
error-number-missing = Вы не указали номер.
error-number-impossible = Номер не подходит к выбранной стране. Проверьте и то и другое.
error-category-none = Отметьте хотя бы один вид сообщений.
error-notice-outdated = С тех пор как вы открыли страницу, текст изменился. Прочитайте новый и выберите ещё раз.
error-form-unfit = Не удалось прочитать форму. Откройте её заново и попробуйте ещё раз.
error-category-not-on-receipt = В этой квитанции нет такого вида сообщений.
error-origin-refused = Страница, с которой вы пришли, не может отправлять ответы этой компании. Воспользуйтесь формой самой компании.
error-business-unknown = Мы не знаем такой компании. Проверьте адрес страницы.
error-idempotency-conflict = Эта форма уже отправлена с другими ответами. Чтобы что-то изменить, откройте её заново.
error-body-too-large = Отправлено больше данных, чем мы можем принять.
error-rate-limited = За короткое время отправлено слишком много ответов. Немного подождите и попробуйте ещё раз.
error-unavailable = Сейчас слишком много обращений. Немного подождите и попробуйте ещё раз.
error-internal = Что-то пошло не так на нашей стороне. Попробуйте ещё раз чуть позже.

## The export, for the business.

export-title = Согласия клиентов компании { $business }
export-intro = Скачайте файл со всеми событиями или с текущим состоянием.
export-key = Ключ API
export-key-help = Ключ, у которого есть scope read. Он остаётся в этой вкладке и нигде не сохраняется.
export-kind = Содержание
export-kind-events = Все события
export-kind-state = Текущее состояние
export-kind-notices = Показанные тексты
export-from = С даты
export-to = По дату
export-dates-help = Обе даты включаются, дни считаются по UTC. Чтобы получить всё, оставьте поля пустыми.
export-category = Вид сообщений
export-category-any = Все виды
export-state = Ответ
export-state-any = Все ответы
export-format = Формат
export-format-csv = CSV, для электронных таблиц
export-format-ndjson = NDJSON, для программ; события с доказательством
export-format-jsonld = JSON-LD, записи о согласии (ISO/IEC TS 27560)
export-delimiter = Разделитель
export-delimiter-comma = Запятая
export-delimiter-semicolon = Точка с запятой
export-delimiter-tab = Табуляция
export-download = Скачать
export-cancel = Отменить
export-progress = Скачано: { $size }…
export-progress-through = Событие { $seq } из { $total }, скачано: { $size }…
export-progress-label = Сколько скачано
export-done = Файл { $file } скачан.
export-cancelled = Отменено. Файл не сохранён.
export-error-key-missing = Вставьте ключ API.
export-error-key-unknown = У этой компании нет такого ключа. Проверьте, что он вставлен целиком.
export-error-scope = Этот ключ не даёт права на чтение. Возьмите ключ, у которого есть scope read.
export-error-choice = Эти параметры нельзя сочетать. Проверьте даты.
export-error-rate-limited = Слишком много скачиваний за короткое время. Немного подождите и попробуйте ещё раз.
export-error-offline = Соединение прервалось, файл скачан не полностью. Попробуйте ещё раз.
export-error-other = Не удалось получить файл. Попробуйте ещё раз чуть позже.
export-noscript = JavaScript нужен этой странице, чтобы отправлять ключ, не записывая его в адрес. Без JavaScript файл можно скачать с помощью curl:

## How often the form was shown, and how many said yes: below the export.

statistics-title = Показы и ответы
statistics-help = Сколько раз показали форму, сообщают браузеры: блокировщики задерживают сообщения, и кто угодно может их выдумать. Сколько человек согласились, посчитано по событиям. Дни — по UTC.
statistics-show = Показать числа
statistics-none = За эти дни ничего не показано и никто не ответил.
statistics-day = День
statistics-language = Язык
statistics-shown = Показано
statistics-opted-in = Согласились

## The page for the shop's developer. Code, and the names of products and standards, are the same in every language.

embed-title = Форма { $business } на вашей странице
embed-intro = Выберите, что показывать, посмотрите на результат и скопируйте код.
embed-options = Параметры
embed-form-language = Язык формы
embed-theme = Цвета
embed-theme-page = Как на странице
embed-theme-auto = Как на устройстве покупателя
embed-theme-light = Светлые
embed-theme-dark = Тёмные
embed-width = Наибольшая ширина места
embed-categories = Предлагаемые виды сообщений
embed-show = Показать
embed-preview = Предпросмотр
embed-preview-note = Это предпросмотр. Ничего из того, что вы здесь введёте, не отправляется и не записывается.
embed-preview-link = Открыть форму на отдельной странице
embed-code = Код
embed-copy = Копировать
embed-copied = Скопировано
embed-snippet = Для любой страницы
embed-snippet-help = Вставьте туда, где должна стоять форма. Благодаря отведённой высоте страница не сдвигается, когда форма появляется.
embed-bare = Только тег script
embed-bare-help = Короче, но страница сдвигается, когда форма появляется.
embed-element = Как элемент
embed-element-help = Для одностраничных приложений: его можно добавлять, перемещать и удалять, как любой другой элемент.
embed-pinned = С привязкой к версии
embed-pinned-help = Браузер выполнит этот скрипт, только если это именно этот файл; то, что загружается позже, приходит с edge-сервера. После каждого обновления Jatak берите код отсюда заново.
embed-tag-manager-help = Тег типа «Пользовательский HTML»:
embed-place-help = И на вашей странице, где должна стоять форма:
embed-shopify-help = Блок для расширения темы (theme app extension). Сохраните его как blocks/jatak.liquid.
embed-woocommerce-help = Для functions.php дочерней темы или вашего плагина. Форма стоит на странице с благодарностью за заказ.
embed-policy-help = Если она есть на ваших страницах, добавьте в неё это.
embed-height = Высота в таблице стилей
embed-height-help = Если ваша политика запрещает атрибуты style, уберите атрибут из кода выше и добавьте это в свою таблицу стилей.

## The page that checks exports and receipts, also from disk.

verify-title = Проверка выгрузки или квитанции
verify-intro = Узнайте, совпадает ли файл с тем, что подписал журнал компании, а если нет, то какая ошибка встретилась первой.
verify-private = Файл остаётся на этом компьютере. Проверка идёт прямо на этой странице, и странице запрещено к чему-либо подключаться.
verify-file = Файл
verify-drop = Выберите файл или перетащите его сюда
verify-file-help = Выгрузка с доказательством (.ndjson) или квитанция (.json) ровно в том виде, в каком файл был скачан.
verify-key = Открытый ключ журнала
verify-key-help = Возьмите его там, где его публикует компания, а не у того, кто дал вам файл. Без этого ключа проверку пройдёт и файл, который кто-то выдумал и подписал собственным ключом.
verify-earlier-more = Сравнить с более ранней контрольной точкой
verify-earlier = Более ранняя контрольная точка
verify-earlier-help = Сохранённая вами контрольная точка (checkpoint) либо текст более старой квитанции или первой строки более старой выгрузки. Сравнение показывает, что ничто из записанного к тому времени с тех пор не изменено и не изъято.
verify-check = Проверить файл
verify-cancel = Отменить
verify-progress = Проверено: { $done } из { $size }…
verify-cancelled = Отменено. Результата нет.
verify-error-file-missing = Выберите файл.
verify-error-key = Это не открытый ключ журнала. Он занимает одну строку: имя, плюс, восемь знаков, плюс и ещё 44 знака.
verify-error-earlier = В этом тексте нет контрольной точки.
verify-error-read = Не удалось прочитать файл. Возможно, его переместили или изменили; выберите его ещё раз.
verify-error-program = Этот браузер не может выполнить проверку. Нужен более новый: Chrome 96, Firefox 113, Safari 16.4 или новее.
verify-result = Результат
verify-export-good = Подлинный и полный файл
verify-export-good-text = Событий в файле: { $events }. Каждое подписано ключом журнала и стоит на своём месте. Ни одно не пропало и не изменено.
verify-partial-good-text = Событий в файле: { $events }. Каждое есть в подписанном журнале и не изменено. Это выборка, и не доказано, что в ней ничего не пропущено.
verify-receipt-good = Подлинный файл
verify-receipt-good-text = Всё, что здесь указано, записано в журнале и подписано именно в таком виде.
verify-key-unknown = Всё сходится, но файл подписан ключом, который вы не указали
verify-key-unknown-text = Файл соответствует ключу, который сам же и называет. Верить этому можно не больше, чем самому файлу: сравните ключ ниже с тем, который публикует компания.
verify-bad = Не полагайтесь на этот файл
verify-bad-line = Строка { $line }
verify-bad-text = Это первая ошибка. Файл изменили после создания, или он не тот, за который себя выдаёт. Скачайте его ещё раз и сравните.
verify-extends = Выгрузка продолжает более раннюю контрольную точку. Совпадающих событий с начала журнала: { $events }.
verify-fact-file = Файл
verify-fact-checked = Проверено
verify-fact-log = Журнал
verify-fact-events = События
verify-fact-events-of = { $events } из { $size } в журнале
verify-fact-erased = Удалено
verify-fact-erased-text = { $events }, для каждого есть более поздняя запись об удалении
verify-fact-evidence-gone = Без подтверждающих данных
verify-fact-epochs = Начат заново
verify-fact-epochs-text = Записано в событии { $events }: была восстановлена резервная копия, и от уже подписанного состояния журнала отказались. Причина указана там же.
verify-fact-span = Записано
verify-fact-span-text = с { $from } по { $to }
verify-fact-root = Корневой хеш
verify-fact-key = Ключ
verify-fact-business = Компания
verify-fact-number = Номер
verify-fact-given = Сказано «да»
verify-fact-withdrawn = Сказано «нет»
verify-fact-everything = Всё, включая то, что появится позже
verify-fact-when = Записано
verify-fact-page = На странице
verify-fact-place = Место в журнале
verify-fact-place-text = Событие { $event } из { $size }
verify-fact-witnesses = Свидетели
verify-fact-witnesses-text = { $names }: так указано в квитанции. Подписи свидетелей проверяются в командной строке с параметром --witness.
verify-fact-kind = Вид записи
verify-fact-wording = Показанный текст
verify-limits = Что это доказывает, а что нет
verify-limits-shows = Хороший результат доказывает, что журнал подписал именно эти записи и что с тех пор в них не изменился ни один байт.
verify-limits-not = Он не доказывает, кто держал в руках телефон и всем ли компания показывает один и тот же журнал. Чтобы проверить второе, сохраните контрольную точку и сравните позже или ищите подписи свидетелей.
verify-limits-tool = Очень большие файлы быстрее проверять в командной строке:
verify-noscript = Проверку выполняет программа внутри этой страницы, поэтому нужен JavaScript.

## What can be wrong with a file, as the checker found it first.

fault-not-ours = Это не выгрузка с доказательством и не квитанция.
fault-only-exports = С более ранней контрольной точкой можно сравнить только выгрузку, а это квитанция. Уберите контрольную точку.
fault-incomparable = Эта выгрузка — выборка: по ней нельзя показать, что она продолжает более раннюю контрольную точку (событий: { $events }). Возьмите полную выгрузку.
fault-other-epoch = Более ранняя контрольная точка относится к эпохе { $earlier } этого журнала, а выгрузка — к эпохе { $epoch }: была восстановлена резервная копия. Одно из событий выгрузки сообщает, от какого состояния отказались и почему.
fault-epoch = Событие { $event } открывает эпоху, которая не может там начаться.
fault-cosignature = Заверяющая подпись свидетеля { $key } недействительна.
fault-line = Эта строка изменена: ни в одной выгрузке такой не бывает.
fault-out-of-place = Эта строка здесь не на месте: строки переставлены или пропущены.
fault-cut-short = Файл обрезан: нет его конца.
fault-after-the-end = После конца выгрузки есть что-то ещё.
fault-key = Ключ, который называет файл, изменён.
fault-foreign-signature = Чужая подпись: файл подписан не ключом { $key }.
fault-size = Первая строка изменена: событий в ней указано { $events }, а подписано { $signed }.
fault-wrong-business = Не та компания: журнал или одно из событий принадлежит другой.
fault-leaf = Событие { $event } изменено.
fault-private-part = Событие { $event } изменено: о человеке в нём сказано не то, что было записано.
fault-outcome = Событие { $event } изменено: его последствия не те, что были записаны.
fault-evidence = Событие { $event } изменено: подтверждающие данные не те, что были записаны.
fault-missing = Событие { $event } пропало.
fault-reordered = События переставлены: событие { $event } стоит на месте события { $place }.
fault-behind = События переставлены: событие { $event } стоит после события { $before }.
fault-inclusion = События { $event } нет в подписанном журнале.
fault-time = Событие { $event } записано раньше предыдущего события.
fault-notice = Один из текстов согласия изменён: его слова не соответствуют его id.
fault-notice-missing = Нет текста согласия, при котором произошло событие { $event }.
fault-not-erased = Личная часть события { $event } отсутствует, и нет записи о том, что она удалена.
fault-erased-ahead = Событие { $event } сообщает об удалении событий, которых до него не было.
fault-root = Журнал переписан: события не те, что были подписаны.
fault-shrunk = Журнал уменьшился: событий было { $earlier }, а стало { $events }.
fault-rewritten = Журнал переписан: его начало (событий: { $earlier }) не совпадает с более ранней контрольной точкой.
fault-erasure-proof = Доказательство более позднего удаления недействительно.
fault-trailer = Последняя строка изменена, или какой-то строки не хватает: это не тот файл, который был создан.
fault-proof = Доказательство в квитанции недействительно: квитанцию изменили, или её никогда не было в журнале.

## The months as they stand in a date.

month-january = января
month-february = февраля
month-march = марта
month-april = апреля
month-may = мая
month-june = июня
month-july = июля
month-august = августа
month-september = сентября
month-october = октября
month-november = ноября
month-december = декабря

## Confirming a yes in WhatsApp.

whatsapp-draft = Да, я разрешаю компании { $business } присылать мне в WhatsApp сообщения на такие темы:
    .reviewed_by = none
whatsapp-draft-code = Отправляя это сообщение, я даю согласие. Код: { $code }
    .reviewed_by = none
whatsapp-heading = Ещё один шаг: подтвердите в WhatsApp
whatsapp-explanation = Отправьте готовое сообщение без изменений с номера, который заканчивается на { $digits }. До этого вам ничего не пришлют.
whatsapp-explanation-any = Отправьте готовое сообщение без изменений. До этого вам ничего не пришлют.
whatsapp-open = Открыть WhatsApp
whatsapp-scan = Или отсканируйте телефоном
whatsapp-waiting = Ждём ваше сообщение…
whatsapp-confirmed = Подтверждено. Спасибо, теперь ваше «да» действует.
whatsapp-expired = Срок действия кода истёк. Отправьте форму ещё раз.
whatsapp-opt-in = Согласиться с помощью WhatsApp
whatsapp-opt-in-explanation = Вводить номер не нужно: WhatsApp откроется с готовым сообщением.

## Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion.

preset-order-updates-title = Новости о заказе
preset-order-updates-value = Узнайте, когда ваш заказ подтверждён, отправлен и доставлен.
preset-order-updates-frequency = Не более одного сообщения на каждый этап заказа

preset-back-in-stock-title = Снова в наличии
preset-back-in-stock-value = Узнайте, как только товар, который вы ждёте, снова можно купить.
preset-back-in-stock-frequency = Не более одного сообщения на каждый товар, который вы ждёте

preset-product-recommendations-title = Подобрано для вас
preset-product-recommendations-value = Идеи, которые подходят к вашим недавним покупкам.

preset-relevant-offers-title = Предложения и акции
preset-relevant-offers-value = Узнавайте о выгодных предложениях одними из первых.

preset-abandoned-cart-title = Забытая корзина
preset-abandoned-cart-value = Напоминание, если вы положили что-то в корзину, но не купили.

preset-product-updates-title = Новости о ваших товарах
preset-product-updates-value = Полезные советы и новости о товарах, которые у вас есть или за которыми вы следите.

preset-renewal-reminders-title = Продление и обновление
preset-renewal-reminders-value = Заблаговременное напоминание о том, что срок скоро истечёт или что доступно обновление.

preset-useful-alerts-title = Полезные уведомления
preset-useful-alerts-value = Сообщение, когда происходит то, о чём вы просили сообщать.

preset-appointment-reminders-title = Ваши записи и брони
preset-appointment-reminders-value = Подтверждение, напоминание и изменения, если вы записались на время или забронировали столик.
preset-appointment-reminders-frequency = Не более трёх сообщений на каждую запись или бронь и одного на каждое изменение
