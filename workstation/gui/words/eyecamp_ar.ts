<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>camp</name>
        <message id="camp.title">
            <source>Camp</source>
            <translation>المخيم</translation>
        </message>
        <message id="camp.tab-cameras">
            <source>Cameras</source>
            <translation>الكاميرات</translation>
        </message>
        <message id="camp.tab-camp">
            <source>This camp</source>
            <translation>هذا المخيم</translation>
        </message>
        <message id="camp.tab-staff">
            <source>Staff</source>
            <translation>الطاقم</translation>
        </message>
        <message id="camp.tab-backup">
            <source>Backup</source>
            <translation>النسخ الاحتياطي</translation>
        </message>
        <message id="camp.tab-practice">
            <source>Practice</source>
            <translation>التدريب</translation>
        </message>
        <message id="camp.add">
            <source>Add a camera</source>
            <translation>أضف كاميرا</translation>
        </message>
        <message id="camp.new-sender">
            <source>new sender</source>
            <translation>مرسل جديد</translation>
        </message>
        <message id="camp.blocked">
            <source>blocked</source>
            <translation>محظورة</translation>
        </message>
        <message id="camp.no-cameras">
            <source>No camera was heard yet</source>
            <translation>لم تُسمع أي كاميرا بعد</translation>
        </message>
        <message id="camp.no-cameras-rest">
            <source>Type the card beside into the camera; it appears here by itself.</source>
            <translation>أدخل بيانات البطاقة المجاورة في الكاميرا فتظهر هنا تلقائيًا.</translation>
        </message>
        <message id="camp.camera-spoken">
            <source>{name}, {state}, {pictures}</source>
            <extracomment>Keep {name}, {pictures}, {state} as they are; they become names and numbers.</extracomment>
            <translation>{name}، {state}، {pictures}</translation>
        </message>
        <message id="camp.clock-ahead">
            <source>Its clock is {by} ahead</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>ساعتها متقدمة {by}</translation>
        </message>
        <message id="camp.clock-behind">
            <source>Its clock is {by} behind</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>ساعتها متأخرة {by}</translation>
        </message>
        <message id="camp.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} د</translation>
        </message>
        <message id="camp.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} س</translation>
        </message>
        <message id="camp.days">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} يومًا</translation>
        </message>
        <message id="doctor.title">
            <source>Camera doctor</source>
            <translation>طبيب الكاميرا</translation>
        </message>
        <message id="doctor.between">
            <source>What {name} and this laptop said to each other</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>ما دار بين {name} وهذا الحاسوب</translation>
        </message>
        <message id="doctor.echo">
            <source>Test echo</source>
            <translation>اختبر الاتصال</translation>
        </message>
        <message id="doctor.rules">
            <source>Rules</source>
            <translation>القواعد</translation>
        </message>
        <message id="doctor.calling">
            <source>Calling {name} now.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>يجري الاتصال بـ {name} الآن.</translation>
        </message>
        <message id="doctor.quiet">
            <source>Nothing was said yet</source>
            <translation>لم يُقل شيء بعد</translation>
        </message>
        <message id="doctor.quiet-rest">
            <source>What this camera offers, brings and meets will stand here.</source>
            <translation>سيظهر هنا ما تعرضه هذه الكاميرا وما تجلبه وما تلقاه.</translation>
        </message>
        <message id="doctor.times">
            <source>{n} times</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} مرات</translation>
        </message>
        <message id="doctor.accepted">
            <source>It offered {what}. Accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>عرضت {what}. قُبل.</translation>
        </message>
        <message id="doctor.not-accepted">
            <source>It offered only {what}. Not accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>عرضت {what} فقط. لم يُقبل.</translation>
        </message>
        <message id="doctor.partly">
            <source>It offered {what}. Accepted. It also asked for {rest}. Not accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>عرضت {what}. قُبل. وطلبت أيضًا {rest}. لم يُقبل.</translation>
        </message>
        <message id="doctor.misnamed">
            <source>It called us {what}; our name is {rest}. Accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>نادتنا {what} واسمنا {rest}. قُبل.</translation>
        </message>
        <message id="doctor.offered-nothing">
            <source>It offered nothing.</source>
            <translation>لم تعرض شيئًا.</translation>
        </message>
        <message id="doctor.all-kept">
            <source>It brought {n} pictures; all kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>جلبت {n} صور؛ حُفظت كلها.</translation>
        </message>
        <message id="doctor.one-kept">
            <source>It brought a picture; it was kept.</source>
            <translation>جلبت صورة وحُفظت.</translation>
        </message>
        <message id="doctor.not-kept">
            <source>{n} pictures could not be kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>تعذر حفظ {n} صور.</translation>
        </message>
        <message id="doctor.tested">
            <source>It tested the connection.</source>
            <translation>اختبرت الاتصال.</translation>
        </message>
        <message id="doctor.aborted">
            <source>It aborted.</source>
            <translation>قطعت الاتصال.</translation>
        </message>
        <message id="doctor.left">
            <source>It went without saying goodbye.</source>
            <translation>غادرت دون إنهاء الاتصال.</translation>
        </message>
        <message id="doctor.broke-off">
            <source>It broke off inside a picture; nothing of that one was kept.</source>
            <translation>انقطعت أثناء صورة؛ لم يُحفظ منها شيء.</translation>
        </message>
        <message id="doctor.silent">
            <source>It said nothing for too long.</source>
            <translation>صمتت أطول مما ينبغي.</translation>
        </message>
        <message id="doctor.stopped">
            <source>It stopped in the middle of a message.</source>
            <translation>توقفت وسط رسالة.</translation>
        </message>
        <message id="doctor.turned-away">
            <source>It was turned away.</source>
            <translation>رُفض اتصالها.</translation>
        </message>
        <message id="doctor.cut-off">
            <source>It was cut off: it broke the protocol.</source>
            <translation>قُطع اتصالها لمخالفتها البروتوكول.</translation>
        </message>
        <message id="echo.answered">
            <source>It answered our echo in {ms} ms.</source>
            <extracomment>Keep {ms} as they are; they become names and numbers.</extracomment>
            <translation>أجابت خلال {ms} مللي ثانية.</translation>
        </message>
        <message id="echo.not-set">
            <source>Say in its rules at which address and port it listens.</source>
            <translation>اذكر في قواعدها العنوان والمنفذ اللذين تستمع عليهما.</translation>
        </message>
        <message id="echo.silent">
            <source>Nothing answers there. Is it switched on, and on the same network?</source>
            <translation>لا شيء يجيب هناك. هل هي مشغلة وعلى الشبكة نفسها؟</translation>
        </message>
        <message id="echo.turned-away">
            <source>Something answers there, but turns us away: it does not know our name, or not its own.</source>
            <translation>شيء ما يجيب هناك لكنه يرفضنا: لا يعرف اسمنا أو لا يعرف اسمه.</translation>
        </message>
        <message id="echo.no-echo">
            <source>It answers, but does not know the echo.</source>
            <translation>تجيب لكنها لا تعرف هذا الاختبار.</translation>
        </message>
        <message id="echo.refused">
            <source>It answered our echo with an error.</source>
            <translation>أجابت بخطأ.</translation>
        </message>
        <message id="rules.title">
            <source>Rules of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>قواعد {name}</translation>
        </message>
        <message id="rules.new">
            <source>A new camera</source>
            <translation>كاميرا جديدة</translation>
        </message>
        <message id="rules.ae-title">
            <source>AE title that it calls with</source>
            <translation>اسم AE الذي تتصل به</translation>
        </message>
        <message id="rules.name">
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message id="rules.host">
            <source>Its address</source>
            <translation>عنوانها</translation>
        </message>
        <message id="rules.port">
            <source>Its port</source>
            <translation>منفذها</translation>
        </message>
        <message id="rules.strip">
            <source>Stands before our number</source>
            <translation>ما يسبق رقمنا</translation>
        </message>
        <message id="rules.clock">
            <source>Its clock is ahead by (minutes)</source>
            <translation>ساعتها متقدمة بمقدار (دقائق)</translation>
        </message>
        <message id="rules.clock-measured">
            <source>measured</source>
            <translation>مقيسة</translation>
        </message>
        <message id="rules.charset">
            <source>Letters it can show</source>
            <translation>الحروف التي تعرضها</translation>
        </message>
        <message id="rules.charset-utf-8">
            <source>All</source>
            <translation>كلها</translation>
        </message>
        <message id="rules.charset-latin-1">
            <source>Western</source>
            <translation>غربية</translation>
        </message>
        <message id="rules.charset-ascii">
            <source>A–Z only</source>
            <translation>A–Z فقط</translation>
        </message>
        <message id="rules.order">
            <source>Order of names</source>
            <translation>ترتيب الأسماء</translation>
        </message>
        <message id="rules.order-family-first">
            <source>Family first</source>
            <translation>العائلة أولًا</translation>
        </message>
        <message id="rules.order-given-first">
            <source>Given first</source>
            <translation>الاسم أولًا</translation>
        </message>
        <message id="rules.trust">
            <source>Its pictures</source>
            <translation>صورها</translation>
        </message>
        <message id="rules.trust-new">
            <source>Not looked at</source>
            <translation>لم تُراجع</translation>
        </message>
        <message id="rules.trust-trusted">
            <source>Welcome</source>
            <translation>مرحب بها</translation>
        </message>
        <message id="rules.trust-blocked">
            <source>Blocked</source>
            <translation>محظورة</translation>
        </message>
        <message id="rules.fixed">
            <source>set by the configuration</source>
            <translation>محدد في الإعدادات</translation>
        </message>
        <message id="rules.keep">
            <source>Keep these rules</source>
            <translation>احفظ هذه القواعد</translation>
        </message>
        <message id="rules.back">
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message id="rules.forget">
            <source>Forget this camera</source>
            <translation>انسَ هذه الكاميرا</translation>
        </message>
        <message id="rules.kept">
            <source>Rules of {name} hold from the next picture on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>تسري قواعد {name} من الصورة التالية.</translation>
        </message>
        <message id="rules.forgotten">
            <source>{name} has no rules any more.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>لم تعد لـ {name} قواعد.</translation>
        </message>
        <message id="rules.preview">
            <source>On its latest pictures</source>
            <translation>على أحدث صورها</translation>
        </message>
        <message id="rules.preview-none">
            <source>It has brought no pictures yet.</source>
            <translation>لم تجلب أي صور بعد.</translation>
        </message>
        <message id="rules.reads">
            <source>{said} is read as {number}</source>
            <extracomment>Keep {number}, {said} as they are; they become names and numbers.</extracomment>
            <translation>يُقرأ {said} على أنه {number}</translation>
        </message>
        <message id="rules.ours">
            <source>our number</source>
            <translation>رقمنا</translation>
        </message>
        <message id="rules.wrong-digit">
            <source>wrong check digit</source>
            <translation>رقم التحقق خاطئ</translation>
        </message>
        <message id="rules.not-ours">
            <source>not our number: waits in the Inbox</source>
            <translation>ليس رقمنا: تنتظر في الوارد</translation>
        </message>
        <message id="rules.no-number">
            <source>no number: waits in the Inbox</source>
            <translation>بلا رقم: تنتظر في الوارد</translation>
        </message>
        <message id="rules.written">
            <source>A name on its list: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>اسم في قائمتها: {name}</translation>
        </message>
        <message id="card.title">
            <source>Type this into the camera</source>
            <translation>أدخل هذا في الكاميرا</translation>
        </message>
        <message id="card.second">
            <source>Camera settings card</source>
            <translation>بطاقة إعدادات الكاميرا</translation>
        </message>
        <message id="card.address">
            <source>Address</source>
            <translation>العنوان</translation>
        </message>
        <message id="card.port">
            <source>Port</source>
            <translation>المنفذ</translation>
        </message>
        <message id="card.ae-title">
            <source>AE title</source>
            <translation>اسم AE</translation>
        </message>
        <message id="card.print">
            <source>Print</source>
            <translation>اطبع</translation>
        </message>
        <message id="card.only-here">
            <source>Only this laptop can reach it now. Choose the network that the camera is on.</source>
            <translation>لا يصل إليه الآن إلا هذا الحاسوب. اختر الشبكة التي عليها الكاميرا.</translation>
        </message>
        <message id="card.only-here-fixed">
            <source>Only this laptop can reach it now. The setting dicom.host opens it to a network.</source>
            <translation>لا يصل إليه الآن إلا هذا الحاسوب. يفتحه الإعداد dicom.host على شبكة.</translation>
        </message>
        <message id="card.listen">
            <source>Listen at {address}</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>استمع على {address}</translation>
        </message>
        <message id="card.listening">
            <source>Cameras now reach this laptop at {address}.</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>تصل الكاميرات الآن إلى هذا الحاسوب على {address}.</translation>
        </message>
        <message id="camp.someone-new">
            <source>Someone new brought a picture</source>
            <translation>مرسل جديد جلب صورة</translation>
        </message>
        <message id="camp.someone-new-rest">
            <source>{name} at {address}. Its pictures are kept.</source>
            <extracomment>Keep {address}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} على {address}. صوره محفوظة.</translation>
        </message>
        <message id="camp.name-it">
            <source>Name it</source>
            <translation>سمّه</translation>
        </message>
        <message id="camp.block">
            <source>Block</source>
            <translation>احظره</translation>
        </message>
        <message id="camp.is-blocked">
            <source>{name} is turned away from now on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>يُرفض {name} من الآن.</translation>
        </message>
        <message id="camp.fact-camp">
            <source>Camp</source>
            <translation>المخيم</translation>
        </message>
        <message id="camp.fact-numbers">
            <source>Numbers on cards begin with</source>
            <translation>تبدأ أرقام البطاقات بـ</translation>
        </message>
        <message id="camp.fact-organization">
            <source>Organisation</source>
            <translation>المؤسسة</translation>
        </message>
        <message id="camp.fact-team">
            <source>Team</source>
            <translation>الفريق</translation>
        </message>
        <message id="camp.fact-language">
            <source>Language of this window</source>
            <translation>لغة هذه النافذة</translation>
        </message>
        <message id="camp.fact-protocol">
            <source>Pictures wanted of each eye</source>
            <translation>الصور المطلوبة لكل عين</translation>
        </message>
        <message id="camp.fact-grading">
            <source>Grading scheme</source>
            <translation>نظام التصنيف</translation>
        </message>
        <message id="camp.fact-zone">
            <source>Today is counted in</source>
            <translation>يُحسب اليوم في</translation>
        </message>
        <message id="camp.fact-disk">
            <source>Room on this laptop</source>
            <translation>المساحة على هذا الحاسوب</translation>
        </message>
        <message id="camp.room">
            <source>{size} GB free, for about {n} patients</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{size} غ.ب متاحة، لنحو {n} مريض</translation>
        </message>
        <message id="camp.macula">
            <source>Macula</source>
            <translation>البقعة</translation>
        </message>
        <message id="camp.macula-disc">
            <source>Macula and disc</source>
            <translation>البقعة والقرص</translation>
        </message>
        <message id="camp.nobody">
            <source>Nobody has a name of their own yet</source>
            <translation>لا أحد له اسم خاص بعد</translation>
        </message>
        <message id="camp.not-set">
            <source>not set</source>
            <translation>غير محدد</translation>
        </message>
        <message id="backup.title">
            <source>A copy of everything on a stick</source>
            <translation>نسخة من كل شيء على ذاكرة</translation>
        </message>
        <message id="backup.what">
            <source>People, pictures and rules, as encrypted as here. Every file is read back and compared.</source>
            <translation>الأشخاص والصور والقواعد، مشفرة كما هنا. يُقرأ كل ملف ويُقارن.</translation>
        </message>
        <message id="backup.folder">
            <source>Folder on the stick</source>
            <translation>مجلد على الذاكرة</translation>
        </message>
        <message id="backup.choose">
            <source>Choose a folder</source>
            <translation>اختر مجلدًا</translation>
        </message>
        <message id="backup.passphrase">
            <source>Passphrase, to try the copy</source>
            <translation>عبارة المرور لتجربة النسخة</translation>
        </message>
        <message id="backup.now">
            <source>Make a backup</source>
            <translation>أنشئ نسخة احتياطية</translation>
        </message>
        <message id="backup.working">
            <source>Copying and comparing.</source>
            <translation>جارٍ النسخ والمقارنة.</translation>
        </message>
        <message id="backup.files">
            <source>{n} files, {size} MB, all read back.</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{n} ملفًا، {size} م.ب، قُرئت كلها.</translation>
        </message>
        <message id="backup.wrong-passphrase">
            <source>This passphrase does not open the copy.</source>
            <translation>عبارة المرور هذه لا تفتح النسخة.</translation>
        </message>
        <message id="backup.needs-folder">
            <source>Choose a folder first.</source>
            <translation>اختر مجلدًا أولًا.</translation>
        </message>
        <message id="practice.title">
            <source>Practise with invented people</source>
            <translation>تدرّب مع أشخاص غير حقيقيين</translation>
        </message>
        <message id="practice.what">
            <source>A second window with a pretend camera and a pretend headquarters. Nothing of this camp is touched.</source>
            <translation>نافذة ثانية بكاميرا ومقر تجريبيين. لا يُمس شيء من هذا المخيم.</translation>
        </message>
        <message id="practice.open">
            <source>Open practice</source>
            <translation>افتح التدريب</translation>
        </message>
        <message id="practice.opened">
            <source>The practice window is opening.</source>
            <translation>تُفتح نافذة التدريب.</translation>
        </message>
        <message id="practice.here">
            <source>This is practice already.</source>
            <translation>هذا تدريب بالفعل.</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message id="card.is-this">
            <source>Is this {name}?</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>هل هذا {name}؟</translation>
        </message>
        <message id="card.yes">
            <source>Yes</source>
            <translation>نعم</translation>
        </message>
        <message id="card.no">
            <source>No, somebody else</source>
            <translation>لا، شخص آخر</translation>
        </message>
        <message id="card.doubted">
            <source>Noted: somebody else holds the card of {name}. Register this person, or look by name.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>سُجّل: بطاقة {name} بيد شخص آخر. سجّل هذا الشخص أو ابحث بالاسم.</translation>
        </message>
        <message id="card.was-doubted">
            <source>Somebody else held this card</source>
            <translation>كانت هذه البطاقة بيد شخص آخر</translation>
        </message>
        <message id="card.slip">
            <source>{number} has a wrong digit. Scan or type it again.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>في {number} رقم خاطئ. امسحه أو اكتبه مرة أخرى.</translation>
        </message>
        <message id="card.elsewhere">
            <source>Nobody on this laptop has {number}. The card may be of another camp or laptop.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>لا أحد على هذا الحاسوب رقمه {number}. قد تكون البطاقة من مخيم أو حاسوب آخر.</translation>
        </message>
        <message id="card.foreign">
            <source>This code is not on one of our cards. Look by name.</source>
            <translation>هذا الرمز ليس من بطاقاتنا. ابحث بالاسم.</translation>
        </message>
        <message id="card.of-title">
            <source>Card</source>
            <translation>بطاقة الشخص</translation>
        </message>
        <message id="card.of-print">
            <source>Print card</source>
            <translation>طباعة البطاقة</translation>
        </message>
        <message id="card.keep">
            <source>Keep as PDF</source>
            <translation>حفظ كملف PDF</translation>
        </message>
        <message id="card.times">
            <source>Times printed: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>مرات الطباعة: {n}</translation>
        </message>
        <message id="card.not-printed">
            <source>Not printed yet</source>
            <translation>لم تُطبع بعد</translation>
        </message>
        <message id="card.done">
            <source>The card of {name} is printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>طُبعت بطاقة {name}</translation>
        </message>
        <message id="card.kept">
            <source>The card of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>بطاقة {name} في {file}</translation>
        </message>
        <message id="card.copy">
            <source>COPY</source>
            <translation>نسخة</translation>
        </message>
    </context>
    <context>
        <name>claims</name>
        <message id="claim.saved">
            <source>Saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>حُفظ</translation>
        </message>
        <message id="claim.saving">
            <source>Saving…</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>جارٍ الحفظ…</translation>
        </message>
        <message id="claim.not-saved">
            <source>Not saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُحفظ</translation>
        </message>
        <message id="claim.saved-person">
            <source>{name} is saved, {number}</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>حُفظ {name}، {number}</translation>
        </message>
        <message id="claim.all-received">
            <source>All pictures received</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>وصلت كل الصور</translation>
        </message>
        <message id="claim.part-received">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{have} من {of}</translation>
        </message>
        <message id="claim.camera-did-not-say">
            <source>Camera did not say how many</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم تذكر الكاميرا العدد</translation>
        </message>
        <message id="claim.still-to-come">
            <source>{n} of {of} pictures to come</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>بقيت {n} من {of} صور</translation>
        </message>
        <message id="claim.still-expected">
            <source>{n} of {of} still expected</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>ما زالت {n} من {of} متوقعة</translation>
        </message>
        <message id="claim.at-hq">
            <source>At HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>في المقر</translation>
        </message>
        <message id="claim.at-headquarters">
            <source>At headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>في المقر</translation>
        </message>
        <message id="claim.part-at-hq">
            <source>{have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{have} من {of} في المقر</translation>
        </message>
        <message id="claim.tile-at-hq">
            <source>{tile}, at headquarters</source>
            <extracomment>Keep {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}، في المقر</translation>
        </message>
        <message id="claim.tile-part-at-hq">
            <source>{tile}, {have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of}, {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}، {have} من {of} في المقر</translation>
        </message>
        <message id="claim.sent">
            <source>Sent, not yet confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>أُرسلت ولم تُؤكد بعد</translation>
        </message>
        <message id="claim.waiting">
            <source>Waiting to go to headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>في انتظار الإرسال إلى المقر</translation>
        </message>
        <message id="claim.not-at-hq">
            <source>Not at HQ yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم تصل المقر بعد</translation>
        </message>
        <message id="claim.no-pictures">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا صور بعد</translation>
        </message>
        <message id="claim.patients-not-at-hq" numerus="yes">
            <source>{n} patients not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا مريض خارج المقر</numerusform>
                <numerusform>مريض واحد لم يصل المقر بعد</numerusform>
                <numerusform>مريضان لم يصلا المقر بعد</numerusform>
                <numerusform>{n} مرضى لم يصلوا المقر بعد</numerusform>
                <numerusform>{n} مريضًا لم يصلوا المقر بعد</numerusform>
                <numerusform>{n} مريض لم يصلوا المقر بعد</numerusform>
            </translation>
        </message>
        <message id="claim.all-patients-at-hq">
            <source>Every picture is at HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كل الصور في المقر</translation>
        </message>
        <message id="claim.pictures-not-at-hq" numerus="yes">
            <source>{n} pictures not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا صورة خارج المقر</numerusform>
                <numerusform>صورة واحدة لم تصل المقر بعد</numerusform>
                <numerusform>صورتان لم تصلا المقر بعد</numerusform>
                <numerusform>{n} صور لم تصل المقر بعد</numerusform>
                <numerusform>{n} صورة لم تصل المقر بعد</numerusform>
                <numerusform>{n} صورة لم تصل المقر بعد</numerusform>
            </translation>
        </message>
        <message id="claim.no-hq">
            <source>No headquarters set up</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُضبط مقر بعد</translation>
        </message>
        <message id="claim.no-patients">
            <source>No patients yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا مرضى بعد</translation>
        </message>
        <message id="claim.urgent">
            <source>{n} urgent</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>منهم {n} عاجل</translation>
        </message>
        <message id="claim.last-confirmed">
            <source>last confirmed {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>آخر تأكيد {time}</translation>
        </message>
        <message id="claim.never-confirmed">
            <source>nothing confirmed yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُؤكد شيء بعد</translation>
        </message>
        <message id="claim.safe-here">
            <source>All {n} patients are safe on this laptop. {left} are not at headquarters yet.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المرضى الـ {n} محفوظون على هذا الحاسوب. {left} لم يصلوا المقر بعد.</translation>
        </message>
        <message id="claim.safe-here-pictures">
            <source>All {n} patients are safe on this laptop. Pictures not at headquarters yet: {left}.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المرضى الـ {n} محفوظون على هذا الحاسوب. صور لم تصل المقر بعد: {left}.</translation>
        </message>
        <message id="claim.safe-here.one">
            <source>The patient is safe on this laptop, and not at headquarters yet.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المريض محفوظ على هذا الحاسوب، ولم يصل المقر بعد.</translation>
        </message>
        <message id="claim.safe-here.one-left">
            <source>All {n} patients are safe on this laptop. One is not at headquarters yet.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المرضى الـ {n} محفوظون على هذا الحاسوب. واحد لم يصل المقر بعد.</translation>
        </message>
        <message id="claim.safe-there.one">
            <source>Every picture of your patient is at headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كل صور مريضك في المقر.</translation>
        </message>
        <message id="claim.safe-there">
            <source>Every picture of your {n} patients is at headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كل صور مرضاك الـ {n} في المقر.</translation>
        </message>
        <message id="claim.unsafe-here">
            <source>{n} patients are here. Some files need a look: run the check-up.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} مريضًا هنا. بعض الملفات تحتاج نظرة: شغّل الفحص.</translation>
        </message>
        <message id="claim.inbox" numerus="yes">
            <source>{n} pictures are waiting for a person. They are safe.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا صورة تنتظر شخصًا.</numerusform>
                <numerusform>صورة واحدة تنتظر شخصًا. إنها محفوظة.</numerusform>
                <numerusform>صورتان تنتظران شخصًا. إنهما محفوظتان.</numerusform>
                <numerusform>{n} صور تنتظر شخصًا. إنها محفوظة.</numerusform>
                <numerusform>{n} صورة تنتظر شخصًا. إنها محفوظة.</numerusform>
                <numerusform>{n} صورة تنتظر شخصًا. إنها محفوظة.</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reachable">
            <source>Headquarters answers</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر يجيب</translation>
        </message>
        <message id="claim.hq-last-reached">
            <source>Last reached {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>آخر اتصال {time}</translation>
        </message>
        <message id="claim.hq-portal">
            <source>A login page answered</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>ردّت صفحة تسجيل دخول</translation>
        </message>
        <message id="claim.hq-never">
            <source>Not reached yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُتصل به بعد</translation>
        </message>
        <message id="claim.backup-done">
            <source>Backup done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>اكتمل النسخ الاحتياطي</translation>
        </message>
        <message id="claim.task-open">
            <source>Nobody here has begun</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يبدأ أحد هنا</translation>
        </message>
        <message id="claim.task-wanted">
            <source>Begun here, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>بدأت هنا، والمقر لا يعلم بعد</translation>
        </message>
        <message id="claim.task-ours">
            <source>Headquarters has given it to this station</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>أعطاها المقر لهذه المحطة</translation>
        </message>
        <message id="claim.task-signed">
            <source>Signed here, headquarters has not shown it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>وُقّعت هنا، ولم يظهرها المقر منجزة بعد</translation>
        </message>
        <message id="claim.task-giving">
            <source>To be given back, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>ستُعاد، والمقر لا يعلم بعد</translation>
        </message>
        <message id="claim.task-done">
            <source>Headquarters shows it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>يظهرها المقر منجزة</translation>
        </message>
        <message id="claim.task-given">
            <source>Headquarters shows it as cancelled</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>يظهرها المقر ملغاة</translation>
        </message>
        <message id="claim.backup-not-checked">
            <source>Backup not checked with a passphrase</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>النسخة لم تُجرَّب بعبارة المرور</translation>
        </message>
        <message id="claim.camera-heard">
            <source>heard {ago} ago</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>إشارة قبل {ago}</translation>
        </message>
        <message id="claim.camera-silent">
            <source>silent {ago}</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>صامتة منذ {ago}</translation>
        </message>
        <message id="claim.camera-never">
            <source>not heard yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم تُسمع بعد</translation>
        </message>
        <message id="claim.ago-seconds">
            <source>{n} s</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} ث</translation>
        </message>
        <message id="claim.ago-minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} د</translation>
        </message>
        <message id="claim.ago-hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} س</translation>
        </message>
        <message id="claim.which-eye">
            <source>Which eye?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>أي عين؟</translation>
        </message>
        <message id="claim.check-eye">
            <source>Check which eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>تحقق أي عين</translation>
        </message>
        <message id="claim.right-eye">
            <source>Right eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>العين اليمنى</translation>
        </message>
        <message id="claim.left-eye">
            <source>Left eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>العين اليسرى</translation>
        </message>
        <message id="claim.both-eyes">
            <source>Both eyes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كلتا العينين</translation>
        </message>
        <message id="claim.no-visits-here">
            <source>None on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا شيء على هذا الحاسوب</translation>
        </message>
        <message id="claim.no-visits-hq">
            <source>No earlier visits, HQ searched {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا زيارات سابقة، بُحث في المقر {time}</translation>
        </message>
        <message id="claim.no-match">
            <source>No likely match on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا شخص مشابه على هذا الحاسوب</translation>
        </message>
        <message id="claim.sharp">
            <source>all sharp</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كلها واضحة</translation>
        </message>
        <message id="claim.blurred">
            <source>blurred</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>غير واضحة</translation>
        </message>
        <message id="claim.ungradable">
            <source>ungradable</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>تعذّر التقييم</translation>
        </message>
        <message id="claim.preview">
            <source>Preview, {n} % of the detail</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>معاينة، {n} % من التفاصيل</translation>
        </message>
        <message id="claim.original">
            <source>Original</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل</translation>
        </message>
        <message id="claim.tile-preview">
            <source>{what}, preview; the original is not here yet</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}، معاينة؛ الأصل لم يصل بعد</translation>
        </message>
        <message id="claim.previews" numerus="yes">
            <source>{n} previews; the originals are not here yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا معاينات</numerusform>
                <numerusform>معاينة واحدة؛ الأصل لم يصل بعد</numerusform>
                <numerusform>معاينتان؛ الأصلان لم يصلا بعد</numerusform>
                <numerusform>{n} معاينات؛ الأصول لم تصل بعد</numerusform>
                <numerusform>{n} معاينة؛ الأصول لم تصل بعد</numerusform>
                <numerusform>{n} معاينة؛ الأصول لم تصل بعد</numerusform>
            </translation>
        </message>
        <message id="claim.only-previews">
            <source>Previews only</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>معاينات فقط</translation>
        </message>
        <message id="claim.tile-left">
            <source>{what}, preview; the original is at headquarters</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}، معاينة؛ الأصل في المقر</translation>
        </message>
        <message id="claim.left-none">
            <source>The original is at headquarters. Only this small picture of it is on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل في المقر. هذه الصورة الصغيرة فقط موجودة على هذا الحاسوب.</translation>
        </message>
        <message id="claim.left-asked">
            <source>The original is asked for. It comes as soon as headquarters is reached.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>طُلب الأصل. يأتي حالما يمكن الوصول إلى المقر.</translation>
        </message>
        <message id="claim.left-coming">
            <source>The original is coming from headquarters now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل في طريقه الآن من المقر.</translation>
        </message>
        <message id="claim.left-missed">
            <source>Headquarters did not give the original back. It is asked again at each contact.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُعِد المقر الأصل. يُطلب من جديد عند كل اتصال.</translation>
        </message>
        <message id="claim.left-full">
            <source>There is no room on this laptop for the original. It comes when there is.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا مكان للأصل على هذا الحاسوب. يأتي حين يتوفر مكان.</translation>
        </message>
        <message id="claim.left-back">
            <source>The original is on this laptop again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل على هذا الحاسوب من جديد</translation>
        </message>
        <message id="claim.left-first">
            <source>The original is at headquarters. Fetch it again first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل في المقر. أحضِره أولًا</translation>
        </message>
        <message id="claim.not-here-yet">
            <source>The original is not here yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الأصل لم يصل بعد</translation>
        </message>
        <message id="claim.full-ring">
            <source>A full ring means HQ has confirmed every picture.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الحلقة الكاملة تعني أن المقر أكّد كل الصور.</translation>
        </message>
        <message id="claim.hq-confirmed" numerus="yes">
            <source>HQ confirmed {n} pictures.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لم يؤكد المقر أي صورة.</numerusform>
                <numerusform>أكّد المقر صورة واحدة.</numerusform>
                <numerusform>أكّد المقر صورتين.</numerusform>
                <numerusform>أكّد المقر {n} صور.</numerusform>
                <numerusform>أكّد المقر {n} صورة.</numerusform>
                <numerusform>أكّد المقر {n} صورة.</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reopened">
            <source>HQ no longer shows {n} that it had confirmed. They will be sent again.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يعد المقر يعرض {n} كان قد أكّدها. ستُرسل من جديد.</translation>
        </message>
        <message id="claim.safe-without-hq">
            <source>No headquarters is set up. Everything stays safe on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُضبط مقر. كل شيء محفوظ على هذا الحاسوب.</translation>
        </message>
        <message id="claim.rescreen">
            <source>No referral. Rescreen in {n} months</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا إحالة. إعادة الفحص بعد {n} شهرًا</translation>
        </message>
        <message id="claim.no-referral">
            <source>No referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا إحالة</translation>
        </message>
        <message id="claim.not-finished">
            <source>Not finished: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يكتمل: {eye}</translation>
        </message>
        <message id="claim.outcome-doctor">
            <source>A doctor must look</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>يجب أن يراه طبيب</translation>
        </message>
        <message id="claim.outcome-refer">
            <source>Refer within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>إحالة خلال ٣ أشهر</translation>
        </message>
        <message id="claim.outcome-urgent">
            <source>Refer urgently, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>إحالة عاجلة هذا الأسبوع</translation>
        </message>
        <message id="claim.reason-preview">
            <source>{eye}: the original is not here yet</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{eye}: الأصل لم يصل بعد</translation>
        </message>
        <message id="claim.locked-quiet">
            <source>Locked, and still working.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>مقفل وما زال يعمل.</translation>
        </message>
        <message id="claim.locked" numerus="yes">
            <source>Locked, and still working: {n} pictures arrived since {time} and are safe.</source>
            <extracomment>Keep {n}, {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>مقفل وما زال يعمل: لم تصل صور منذ {time}.</numerusform>
                <numerusform>مقفل وما زال يعمل: وصلت صورة واحدة منذ {time} وهي آمنة.</numerusform>
                <numerusform>مقفل وما زال يعمل: وصلت صورتان منذ {time} وهما آمنتان.</numerusform>
                <numerusform>مقفل وما زال يعمل: وصلت {n} صور منذ {time} وهي آمنة.</numerusform>
                <numerusform>مقفل وما زال يعمل: وصلت {n} صورة منذ {time} وهي آمنة.</numerusform>
                <numerusform>مقفل وما زال يعمل: وصلت {n} صورة منذ {time} وهي آمنة.</numerusform>
            </translation>
        </message>
        <message id="claim.told">
            <source>{by}, {time}</source>
            <extracomment>Keep {by}, {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{by}، {time}</translation>
        </message>
        <message id="claim.not-told">
            <source>Not told yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يُبلَّغ بعد</translation>
        </message>
        <message id="claim.not-told-days" numerus="yes">
            <source>Not told, {n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لم يُبلَّغ اليوم</numerusform>
                <numerusform>لم يُبلَّغ منذ يوم</numerusform>
                <numerusform>لم يُبلَّغ منذ يومين</numerusform>
                <numerusform>لم يُبلَّغ منذ {n} أيام</numerusform>
                <numerusform>لم يُبلَّغ منذ {n} يومًا</numerusform>
                <numerusform>لم يُبلَّغ منذ {n} يوم</numerusform>
            </translation>
        </message>
        <message id="claim.everybody-told">
            <source>Everybody has been spoken to</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>تم التحدث مع الجميع</translation>
        </message>
        <message id="claim.untold" numerus="yes">
            <source>{n} people still need to be spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا أحد لم يُتحدث معه</numerusform>
                <numerusform>شخص واحد لم يُتحدث معه بعد</numerusform>
                <numerusform>شخصان لم يُتحدث معهما بعد</numerusform>
                <numerusform>{n} أشخاص لم يُتحدث معهم بعد</numerusform>
                <numerusform>{n} شخصًا لم يُتحدث معهم بعد</numerusform>
                <numerusform>{n} شخص لم يُتحدث معهم بعد</numerusform>
            </translation>
        </message>
        <message id="claim.hq-agrees">
            <source>HQ agrees, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر موافق، {day}</translation>
        </message>
        <message id="claim.hq-rescreen">
            <source>HQ: no referral, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر: لا إحالة، {day}</translation>
        </message>
        <message id="claim.hq-retake">
            <source>HQ: not finished, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر: لم يكتمل، {day}</translation>
        </message>
        <message id="claim.hq-doctor">
            <source>HQ: a doctor must look, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر: يجب أن يراه طبيب، {day}</translation>
        </message>
        <message id="claim.hq-refer">
            <source>HQ: refer, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر: إحالة، {day}</translation>
        </message>
        <message id="claim.hq-refuses">
            <source>HQ does not take this referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر لا يقبل هذه الإحالة</translation>
        </message>
        <message id="claim.hq-urgent">
            <source>HQ: urgent, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>المقر: عاجل، {day}</translation>
        </message>
        <message id="claim.group-urgent">
            <source>Urgent, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>عاجل، هذا الأسبوع</translation>
        </message>
        <message id="claim.group-refer">
            <source>Within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>خلال ٣ أشهر</translation>
        </message>
        <message id="claim.leave">
            <source>Safe to leave camp?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>هل يمكن مغادرة المخيم بأمان؟</translation>
        </message>
        <message id="claim.leave-yes">
            <source>Yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>نعم</translation>
        </message>
        <message id="claim.leave-pictures">
            <source>The pictures, yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الصور، نعم</translation>
        </message>
        <message id="claim.leave-nothing">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا صور بعد</translation>
        </message>
        <message id="claim.leave-no">
            <source>No</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا</translation>
        </message>
        <message id="claim.leave-all">
            <source>Everything is confirmed by headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>أكد المقر كل شيء.</translation>
        </message>
        <message id="claim.leave-only-pictures">
            <source>Every picture is confirmed. Registrations, grades and referrals are not: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>كل الصور مؤكدة. أما التسجيلات والدرجات والإحالات فلا: خذ نسخة احتياطية معك.</translation>
        </message>
        <message id="claim.leave-no-pictures">
            <source>There is no picture. Registrations, grades and referrals are on this laptop only: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا توجد صور. التسجيلات والدرجات والإحالات على هذا الحاسوب فقط: خذ نسخة احتياطية معك.</translation>
        </message>
        <message id="claim.leave-no-headquarters" numerus="yes">
            <source>No headquarters has confirmed anything.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
                <numerusform>لم يؤكد أي مقر شيئًا.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-ledger" numerus="yes">
            <source>The record of what headquarters confirmed was changed. It proves nothing now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
                <numerusform>عُدّل سجل ما أكده المقر. لم يعد يثبت شيئًا.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-untold" numerus="yes">
            <source>{n} people with an urgent referral have not been told.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا أحد بإحالة عاجلة لم يُبلّغ.</numerusform>
                <numerusform>شخص واحد بإحالة عاجلة لم يُبلّغ بعد.</numerusform>
                <numerusform>شخصان بإحالة عاجلة لم يُبلّغا بعد.</numerusform>
                <numerusform>{n} أشخاص بإحالة عاجلة لم يُبلّغوا بعد.</numerusform>
                <numerusform>{n} شخصًا بإحالة عاجلة لم يُبلّغوا بعد.</numerusform>
                <numerusform>{n} شخص بإحالة عاجلة لم يُبلّغوا بعد.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-pictures-missing" numerus="yes">
            <source>{n} pictures are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا صورة بلا تأكيد من المقر.</numerusform>
                <numerusform>صورة واحدة لم يؤكدها المقر.</numerusform>
                <numerusform>صورتان لم يؤكدهما المقر.</numerusform>
                <numerusform>{n} صور لم يؤكدها المقر.</numerusform>
                <numerusform>{n} صورة لم يؤكدها المقر.</numerusform>
                <numerusform>{n} صورة لم يؤكدها المقر.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-records" numerus="yes">
            <source>{n} registrations, grades and referrals are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لا تسجيلات ولا درجات ولا إحالات غير مؤكدة.</numerusform>
                <numerusform>تسجيل أو درجة أو إحالة واحدة لم يؤكدها المقر.</numerusform>
                <numerusform>تسجيلان أو درجتان أو إحالتان لم يؤكدها المقر.</numerusform>
                <numerusform>{n} من التسجيلات والدرجات والإحالات لم يؤكدها المقر.</numerusform>
                <numerusform>{n} من التسجيلات والدرجات والإحالات لم يؤكدها المقر.</numerusform>
                <numerusform>{n} من التسجيلات والدرجات والإحالات لم يؤكدها المقر.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-held" numerus="yes">
            <source>{n} files were kept aside and go nowhere until somebody looks.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>لم يوضع أي ملف جانبًا.</numerusform>
                <numerusform>ملف واحد وُضع جانبًا ولن يُرسل حتى ينظر فيه أحد.</numerusform>
                <numerusform>ملفان وُضعا جانبًا ولن يُرسلا حتى ينظر فيهما أحد.</numerusform>
                <numerusform>{n} ملفات وُضعت جانبًا ولن تُرسل حتى ينظر فيها أحد.</numerusform>
                <numerusform>{n} ملفًا وُضعت جانبًا ولن تُرسل حتى ينظر فيها أحد.</numerusform>
                <numerusform>{n} ملف وُضعت جانبًا ولن تُرسل حتى ينظر فيها أحد.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-confirmed">
            <source>Confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>مؤكدة</translation>
        </message>
        <message id="claim.leave-not-told">
            <source>Urgent, not told</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>عاجل، لم يُبلّغ</translation>
        </message>
        <message id="claim.leave-chain">
            <source>{n} receipts, the last one sealed {head}</source>
            <extracomment>Keep {head}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} إيصالات، وختم آخرها {head}</translation>
        </message>
        <message id="claim.leave-level">
            <source>Confirmed means: shown back by headquarters under the same person, visit and eye.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>مؤكدة تعني: عرضها المقر من جديد تحت الشخص والزيارة والعين نفسها.</translation>
        </message>
        <message id="claim.leave-saved">
            <source>The page is saved: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>حُفظت الصفحة: {name}</translation>
        </message>
        <message id="claim.letter-title-rescreen">
            <source>Next screening by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>الفحص القادم قبل {date}</translation>
        </message>
        <message id="claim.letter-title-rescreen-undated">
            <source>No eye doctor needed now</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا حاجة لطبيب الآن</translation>
        </message>
        <message id="claim.letter-all-well">
            <source>Your pictures show nothing that needs an eye doctor now. Please come to the next screening.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لا يظهر في صورك ما يحتاج إلى طبيب عيون الآن. نرجو الحضور إلى الفحص القادم.</translation>
        </message>
        <message id="claim.letter-title-retake">
            <source>Not finished: please come again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم يكتمل: نرجو العودة</translation>
        </message>
        <message id="claim.letter-retake">
            <source>This is not a result. {eye} could not be examined, so nobody can say how it is. Please come again.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>هذه ليست نتيجة. {eye}: لم يمكن الفحص، ولا يمكن لأحد معرفة الحالة. نرجو العودة.</translation>
        </message>
        <message id="claim.letter-title-doctor">
            <source>A doctor must look first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>يجب أن ينظر طبيب أولًا</translation>
        </message>
        <message id="claim.letter-doctor">
            <source>This is not a result yet. A doctor must look at your pictures, and then we tell you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>هذه ليست نتيجة بعد. يجب أن ينظر طبيب إلى صورك ثم نخبرك.</translation>
        </message>
        <message id="claim.letter-title-refer">
            <source>See an eye doctor by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>راجع طبيب العيون قبل {date}</translation>
        </message>
        <message id="claim.letter-refer">
            <source>Your pictures show something that an eye doctor must look at within 3 months. Please go, even if you see well.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>في صورك شيء يجب أن يراه طبيب العيون خلال ٣ أشهر. نرجو الذهاب حتى لو كان نظرك جيدًا.</translation>
        </message>
        <message id="claim.letter-unreadable">
            <source>Your pictures could not be read well enough. An eye doctor must look at your eyes within 3 months. Please go.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>لم تكن صورك واضحة بما يكفي للقراءة. يجب أن يفحص طبيب العيون عينيك خلال ٣ أشهر. نرجو الذهاب.</translation>
        </message>
        <message id="claim.letter-title-urgent">
            <source>Urgent: see an eye doctor this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>عاجل: راجع طبيب العيون هذا الأسبوع</translation>
        </message>
        <message id="claim.letter-urgent">
            <source>Your pictures show something that can harm your sight soon. Go this week, even if you see well. Do not wait.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>في صورك ما قد يضر بنظرك قريبًا. اذهب هذا الأسبوع حتى لو كان نظرك جيدًا. لا تنتظر.</translation>
        </message>
    </context>
    <context>
        <name>clocks</name>
        <message id="clock.laptop">
            <source>This laptop's clock leapt to {there}. Eyecamp goes on from {here}; nothing is stopped. Set date and time, or say that the new ones are right.</source>
            <extracomment>Keep {here}, {there} as they are; they become names and numbers.</extracomment>
            <translation>قفزت ساعة هذا الحاسوب إلى {there}. يواصل Eyecamp من {here} ولا يتوقف شيء. اضبط التاريخ والوقت، أو قل إن الجديدين صحيحان.</translation>
        </message>
        <message id="clock.headquarters">
            <source>Headquarters: {said}. Check date and time of this laptop; nothing is stopped.</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>المقر: {said}. تحقق من تاريخ هذا الحاسوب ووقته؛ لا يتوقف شيء.</translation>
        </message>
        <message id="clock.camera">
            <source>{name}: {said}. Set the camera's clock; its pictures are kept under the day they come.</source>
            <extracomment>Keep {name}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {said}. اضبط ساعة الكاميرا؛ تُحفظ صورها تحت يوم وصولها.</translation>
        </message>
        <message id="clock.accept">
            <source>The laptop's clock is right</source>
            <translation>ساعة الحاسوب صحيحة</translation>
        </message>
        <message id="clock.seen">
            <source>I have seen it</source>
            <translation>رأيت ذلك</translation>
        </message>
    </context>
    <context>
        <name>disputes</name>
        <message id="absence.ask">
            <source>{eye} has no picture. Why?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} بلا صورة. لماذا؟</translation>
        </message>
        <message id="absence.prosthesis">
            <source>Artificial eye</source>
            <translation>عين صناعية</translation>
        </message>
        <message id="absence.phthisis">
            <source>Shrunken eye (phthisis)</source>
            <translation>عين ضامرة</translation>
        </message>
        <message id="absence.removed">
            <source>Eye was removed</source>
            <translation>أزيلت العين</translation>
        </message>
        <message id="absence.not-seen">
            <source>Could not be seen</source>
            <translation>تعذّرت رؤيتها</translation>
        </message>
        <message id="absence.line">
            <source>{eye}: {why}</source>
            <extracomment>Keep {eye}, {why} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {why}</translation>
        </message>
        <message id="dispute.open">
            <source>Other opinion</source>
            <translation>رأي آخر</translation>
        </message>
        <message id="dispute.says">
            <source>{reader} says {what}</source>
            <extracomment>Keep {reader}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{reader} يقول {what}</translation>
        </message>
        <message id="dispute.both">
            <source>Both opinions stand, and the more urgent one counts.</source>
            <translation>الرأيان قائمان، ويؤخذ بالأكثر إلحاحًا.</translation>
        </message>
        <message id="dispute.why">
            <source>Why it does not stand</source>
            <translation>لماذا لا يؤخذ به</translation>
        </message>
        <message id="dispute.replace">
            <source>Replace it</source>
            <translation>استبداله</translation>
        </message>
        <message id="dispute.keep">
            <source>Keep both</source>
            <translation>إبقاء الرأيين</translation>
        </message>
        <message id="dispute.needs-why">
            <source>Say why first.</source>
            <translation>اذكر السبب أولًا.</translation>
        </message>
        <message id="dispute.replaced">
            <source>replaced by {reader}: {why}</source>
            <extracomment>Keep {reader}, {why} as they are; they become names and numbers.</extracomment>
            <translation>استبدله {reader}: {why}</translation>
        </message>
    </context>
    <context>
        <name>frame</name>
        <message id="rail.today">
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
        <message id="rail.patients">
            <source>Patients</source>
            <translation>المرضى</translation>
        </message>
        <message id="rail.inbox">
            <source>Inbox</source>
            <translation>الوارد</translation>
        </message>
        <message id="rail.read">
            <source>Read</source>
            <translation>القراءة</translation>
        </message>
        <message id="rail.referrals">
            <source>Referrals</source>
            <translation>الإحالات</translation>
        </message>
        <message id="rail.sync">
            <source>Sync</source>
            <translation>المزامنة</translation>
        </message>
        <message id="rail.camp">
            <source>Camp</source>
            <translation>المخيم</translation>
        </message>
        <message id="rail.lock">
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message id="rail.with-count">
            <source>{word}, {n} waiting</source>
            <extracomment>Keep {n}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{word}، {n} في الانتظار</translation>
        </message>
        <message id="strip.space">
            <source>Space for {n} patients</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>تتسع لـ {n} مريضًا</translation>
        </message>
        <message id="strip.tight">
            <source>Little room is left for pictures. Connect to headquarters, or take pictures away by stick.</source>
            <translation>بقي حيز قليل للصور. اتصل بالمقر، أو انقل الصور بذاكرة.</translation>
        </message>
        <message id="strip.full">
            <source>Disk full: pictures are refused</source>
            <translation>القرص ممتلئ: الصور تُرفض</translation>
        </message>
        <message id="strip.battery">
            <source>{n} %</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} %</translation>
        </message>
        <message id="strip.to-dim">
            <source>Dim the screen</source>
            <translation>خفّض إضاءة الشاشة</translation>
        </message>
        <message id="strip.to-daylight">
            <source>Daylight screen</source>
            <translation>شاشة النهار</translation>
        </message>
        <message id="crash.sentence">
            <source>Eyecamp made a mistake of its own. Copy the report for your supporter.</source>
            <translation>حدث خطأ في البرنامج نفسه. انسخ التقرير لفريق الدعم.</translation>
        </message>
        <message id="crash.copy">
            <source>Copy report</source>
            <translation>انسخ التقرير</translation>
        </message>
    </context>
    <context>
        <name>grading</name>
        <message id="grading.title">
            <source>Grades</source>
            <translation>التصنيف</translation>
        </message>
        <message id="grading.ICDR.retinopathy">
            <source>Retinopathy · ICDR</source>
            <translation>اعتلال الشبكية · ICDR</translation>
        </message>
        <message id="grading.ICDR.macular-oedema">
            <source>Macular oedema · ICDR</source>
            <translation>وذمة البقعة · ICDR</translation>
        </message>
        <message id="grading.NHS.retinopathy">
            <source>Retinopathy · NHS</source>
            <translation>اعتلال الشبكية · NHS</translation>
        </message>
        <message id="grading.NHS.maculopathy">
            <source>Maculopathy · NHS</source>
            <translation>اعتلال البقعة · NHS</translation>
        </message>
        <message id="grading.NHS.photocoagulation">
            <source>Photocoagulation · NHS</source>
            <translation>التخثير الضوئي · NHS</translation>
        </message>
        <message id="grading.CDR.cup-disc-ratio">
            <source>Cup-disc ratio · CDR</source>
            <translation>نسبة الكأس إلى القرص · CDR</translation>
        </message>
        <message id="grading.CDR.rim-notch">
            <source>Rim notch · CDR</source>
            <translation>ثلمة الحافة · CDR</translation>
        </message>
        <message id="grading.CDR.disc-haemorrhage">
            <source>Disc haemorrhage · CDR</source>
            <translation>نزف القرص · CDR</translation>
        </message>
        <message id="grading.ROP.triage">
            <source>Triage · ROP</source>
            <translation>الفرز · ROP</translation>
        </message>
        <message id="grading.ROP.zone">
            <source>Zone · ROP</source>
            <translation>المنطقة · ROP</translation>
        </message>
        <message id="grading.ROP.stage">
            <source>Stage · ROP</source>
            <translation>المرحلة · ROP</translation>
        </message>
        <message id="grading.ROP.plus">
            <source>Plus disease · ROP</source>
            <translation>المرض الزائد · ROP</translation>
        </message>
        <message id="grading.cataract.lens">
            <source>Lens · cataract</source>
            <translation>العدسة · الساد</translation>
        </message>
        <message id="grading.cataract.operable">
            <source>Operable, wants surgery · cataract</source>
            <translation>قابل للجراحة ويريدها · الساد</translation>
        </message>
        <message id="grade.ICDR.retinopathy.0">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.ICDR.retinopathy.1">
            <source>Mild</source>
            <translation>خفيف</translation>
        </message>
        <message id="grade.ICDR.retinopathy.2">
            <source>Moderate</source>
            <translation>متوسط</translation>
        </message>
        <message id="grade.ICDR.retinopathy.3">
            <source>Severe</source>
            <translation>شديد</translation>
        </message>
        <message id="grade.ICDR.retinopathy.4">
            <source>Proliferative</source>
            <translation>تكاثري</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.0">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.1">
            <source>Away from centre</source>
            <translation>بعيدة عن المركز</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.2">
            <source>At the centre</source>
            <translation>في المركز</translation>
        </message>
        <message id="grade.NHS.retinopathy.R0">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.NHS.retinopathy.R1">
            <source>Background</source>
            <translation>خلفي</translation>
        </message>
        <message id="grade.NHS.retinopathy.R2">
            <source>Pre-proliferative</source>
            <translation>قبل التكاثري</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3S">
            <source>Treated, stable</source>
            <translation>معالج ومستقر</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3A">
            <source>Active proliferative</source>
            <translation>تكاثري نشط</translation>
        </message>
        <message id="grade.NHS.maculopathy.M0">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.NHS.maculopathy.M1">
            <source>Present</source>
            <translation>موجود</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P0">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P1">
            <source>Laser scars</source>
            <translation>ندبات ليزر</translation>
        </message>
        <message id="grade.ungradable">
            <source>Ungradable</source>
            <translation>غير قابل للتصنيف</translation>
        </message>
        <message id="grade.no">
            <source>No</source>
            <translation>لا</translation>
        </message>
        <message id="grade.yes">
            <source>Yes</source>
            <translation>نعم</translation>
        </message>
        <message id="grade.ROP.triage.green">
            <source>Green</source>
            <translation>أخضر</translation>
        </message>
        <message id="grade.ROP.triage.orange">
            <source>Orange</source>
            <translation>برتقالي</translation>
        </message>
        <message id="grade.ROP.triage.red">
            <source>Red</source>
            <translation>أحمر</translation>
        </message>
        <message id="grade.ROP.plus.none">
            <source>None</source>
            <translation>لا يوجد</translation>
        </message>
        <message id="grade.ROP.plus.pre-plus">
            <source>Pre-plus</source>
            <translation>قبل الزائد</translation>
        </message>
        <message id="grade.ROP.plus.plus">
            <source>Plus</source>
            <translation>زائد</translation>
        </message>
        <message id="grade.cataract.lens.none">
            <source>No cataract</source>
            <translation>لا ساد</translation>
        </message>
        <message id="grade.cataract.lens.immature">
            <source>Immature</source>
            <translation>غير ناضج</translation>
        </message>
        <message id="grade.cataract.lens.mature">
            <source>Mature</source>
            <translation>ناضج</translation>
        </message>
        <message id="grade.cataract.lens.pseudophakic">
            <source>Pseudophakic</source>
            <translation>عدسة مزروعة</translation>
        </message>
        <message id="grade.cataract.lens.aphakic">
            <source>Aphakic</source>
            <translation>بلا عدسة</translation>
        </message>
        <message id="grading.cell">
            <source>{eye}, {finding}: {code} {word}</source>
            <extracomment>Keep {code}, {eye}, {finding}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{eye}، {finding}: {code} {word}</translation>
        </message>
        <message id="grading.choose">
            <source>Choose</source>
            <translation>اختر</translation>
        </message>
        <message id="grading.confirm">
            <source>Confirm and next</source>
            <translation>تأكيد ثم التالي</translation>
        </message>
        <message id="grading.signed-by">
            <source>{reader}, {time}</source>
            <extracomment>Keep {reader}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{reader}، {time}</translation>
        </message>
        <message id="grading.seen-at">
            <source>seen at {percent} %</source>
            <extracomment>Keep {percent} as they are; they become names and numbers.</extracomment>
            <translation>شوهدت بحجم {percent} %</translation>
        </message>
        <message id="grading.from-preview">
            <source>{said}, graded from a preview</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>{said}، قُيِّمت من معاينة</translation>
        </message>
        <message id="grading.reader">
            <source>Reading: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>القارئ: {name}</translation>
        </message>
        <message id="grading.nobody">
            <source>Sign in to grade</source>
            <translation>سجّل الدخول للتصنيف</translation>
        </message>
        <message id="grading.no-key">
            <source>This key means nothing in {scheme}.</source>
            <extracomment>Keep {scheme} as they are; they become names and numbers.</extracomment>
            <translation>هذا المفتاح لا يعني شيئًا في {scheme}.</translation>
        </message>
        <message id="grading.no-picture">
            <source>There is no picture of that eye to grade.</source>
            <translation>لا توجد صورة لتلك العين لتصنيفها.</translation>
        </message>
        <message id="grading.unseen">
            <source>This picture cannot be shown here, so it has no grade but Ungradable (U).</source>
            <translation>لا يمكن عرض هذه الصورة هنا، فلا تصنيف لها إلا غير قابل للتصنيف (U).</translation>
        </message>
        <message id="grading.too-soon">
            <source>A new person is on the screen. Look first, then confirm.</source>
            <translation>شخص جديد على الشاشة. انظر أولًا ثم أكّد.</translation>
        </message>
        <message id="grading.moved-on">
            <source>The screen has moved on, so nothing was stored. Look again.</source>
            <translation>تغيّرت الشاشة فلم يُحفظ شيء. انظر مرة أخرى.</translation>
        </message>
        <message id="grading.stored">
            <source>{name}: {outcome}</source>
            <extracomment>Keep {name}, {outcome} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {outcome}</translation>
        </message>
        <message id="reason.not-imaged">
            <source>{eye} has no picture</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} بلا صورة</translation>
        </message>
        <message id="reason.not-graded">
            <source>{eye} is not graded</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} لم تُصنَّف</translation>
        </message>
        <message id="reason.not-whole">
            <source>{eye}: {finding} is missing</source>
            <extracomment>Keep {eye}, {finding} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {finding} ناقص</translation>
        </message>
        <message id="reason.spoilt">
            <source>{eye}: its picture is ungradable, take it again</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: صورتها غير قابلة للتصنيف، أعد التصوير</translation>
        </message>
        <message id="quality.title">
            <source>Picture · Q</source>
            <translation>الصورة · Q</translation>
        </message>
        <message id="quality.of">
            <source>Picture of {eye}: {said}</source>
            <extracomment>Keep {eye}, {said} as they are; they become names and numbers.</extracomment>
            <translation>صورة {eye}: {said}</translation>
        </message>
        <message id="quality.unsaid">
            <source>–</source>
            <translation>–</translation>
        </message>
        <message id="quality.gradable">
            <source>Gradable</source>
            <translation>قابلة للتصنيف</translation>
        </message>
        <message id="quality.blurred">
            <source>Blurred</source>
            <translation>غير حادة</translation>
        </message>
        <message id="quality.dark">
            <source>Too dark</source>
            <translation>معتمة</translation>
        </message>
        <message id="quality.lids">
            <source>Lid, lashes</source>
            <translation>جفن أو رموش</translation>
        </message>
        <message id="quality.off-centre">
            <source>Off centre</source>
            <translation>خارج المركز</translation>
        </message>
        <message id="quality.media">
            <source>Clouded eye</source>
            <translation>عين معتمة</translation>
        </message>
        <message id="quality.is-ungradable">
            <source>Ungradable: {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>غير قابلة للتصنيف: {why}</translation>
        </message>
        <message id="quality.taken-back">
            <source>Nothing is said of this picture now</source>
            <translation>لا وصف لهذه الصورة الآن</translation>
        </message>
        <message id="quality.advice.gradable">
            <source>Gradable</source>
            <translation>قابلة للتصنيف</translation>
        </message>
        <message id="quality.advice.blurred">
            <source>Ungradable: blurred. Take it again: clean the lens, forehead on the bar, wait for focus.</source>
            <translation>غير قابلة: غير حادة. أعد التصوير: نظّف العدسة، الجبين على السند، وانتظر التركيز.</translation>
        </message>
        <message id="quality.advice.dark">
            <source>Ungradable: too dark. Take it again: darken the room, wait for the pupil, more flash.</source>
            <translation>غير قابلة: معتمة. أعد التصوير: أعتم الغرفة، انتظر الحدقة، وزد الفلاش.</translation>
        </message>
        <message id="quality.advice.lids">
            <source>Ungradable: lid or lashes. Take it again: ask to open wide, hold the lid.</source>
            <translation>غير قابلة: جفن أو رموش. أعد التصوير: اطلب فتح العين وأمسك الجفن.</translation>
        </message>
        <message id="quality.advice.off-centre">
            <source>Ungradable: off centre. Take it again: let them look at the light, centre the pupil.</source>
            <translation>غير قابلة: خارج المركز. أعد التصوير: اطلب النظر إلى الضوء ووسّط الحدقة.</translation>
        </message>
        <message id="quality.advice.media">
            <source>Ungradable: the eye is clouded. Another picture will hardly help: grade U.</source>
            <translation>غير قابلة: العين معتمة. صورة أخرى لن تفيد غالبًا: صنّف U.</translation>
        </message>
        <message id="screen.title">
            <source>Can this screen show a lesion today?</source>
            <translation>هل تُظهر هذه الشاشة الآفات اليوم؟</translation>
        </message>
        <message id="screen.asked">
            <source>Look for a smaller square in the black, in the white and in the red one, and for eight separate steps of grey below.</source>
            <translation>ابحث عن مربع أصغر داخل الأسود والأبيض والأحمر، وعن ثماني درجات رمادية منفصلة أسفلها.</translation>
        </message>
        <message id="screen.seen">
            <source>I see all of them</source>
            <translation>أراها كلها</translation>
        </message>
        <message id="screen.unseen">
            <source>I do not</source>
            <translation>لا أراها</translation>
        </message>
        <message id="screen.later">
            <source>Later</source>
            <translation>لاحقًا</translation>
        </message>
        <message id="screen.not-checked">
            <source>Screen not checked today</source>
            <translation>لم تُفحص الشاشة اليوم</translation>
        </message>
        <message id="screen.failed">
            <source>Screen check failed today</source>
            <translation>فشل فحص الشاشة اليوم</translation>
        </message>
        <message id="screen.kept">
            <source>The screen is checked for today</source>
            <translation>فُحصت الشاشة لهذا اليوم</translation>
        </message>
        <message id="screen.advice">
            <source>Turn the brightness up, shade the screen, then check again (K). Grades say that the check failed.</source>
            <translation>ارفع السطوع وظلّل الشاشة ثم افحص مجددًا (K). التصنيفات تذكر فشل الفحص.</translation>
        </message>
        <message id="reason.unknown-scheme">
            <source>{eye}: {grade}, a scale that this station does not know</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {grade}، مقياس لا تعرفه هذه المحطة</translation>
        </message>
        <message id="reason.two-schemes">
            <source>The eyes were graded on two scales</source>
            <translation>صُنّفت العينان بمقياسين</translation>
        </message>
        <message id="reason.no-eye">
            <source>Both eyes are absent</source>
            <translation>العينان غائبتان</translation>
        </message>
        <message id="reason.grade">
            <source>{eye} {grade}</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye} {grade}</translation>
        </message>
        <message id="reason.asymmetry">
            <source>The two eyes differ: CDR</source>
            <translation>العينان مختلفتان: CDR</translation>
        </message>
        <message id="staff.who">
            <source>Who is here?</source>
            <translation>من هنا؟</translation>
        </message>
        <message id="staff.pin-of">
            <source>{name}, your PIN</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name}، رمزك</translation>
        </message>
        <message id="staff.wrong">
            <source>That PIN does not fit.</source>
            <translation>هذا الرمز غير صحيح.</translation>
        </message>
        <message id="staff.wait">
            <source>Too many tries. Wait {n} seconds.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>محاولات كثيرة. انتظر {n} ثانية.</translation>
        </message>
        <message id="staff.new">
            <source>Somebody new</source>
            <translation>شخص جديد</translation>
        </message>
        <message id="staff.name">
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message id="staff.pin">
            <source>A PIN of four digits</source>
            <translation>رمز من أربعة أرقام</translation>
        </message>
        <message id="staff.pin-again">
            <source>The PIN again</source>
            <translation>الرمز مرة أخرى</translation>
        </message>
        <message id="staff.role">
            <source>What you do here</source>
            <translation>عملك هنا</translation>
        </message>
        <message id="staff.role.volunteer">
            <source>Volunteer</source>
            <translation>متطوع</translation>
        </message>
        <message id="staff.role.grader">
            <source>Grader</source>
            <translation>مصنِّف</translation>
        </message>
        <message id="staff.role.doctor">
            <source>Doctor</source>
            <translation>طبيب</translation>
        </message>
        <message id="staff.role.lead">
            <source>Camp lead</source>
            <translation>قائد المخيم</translation>
        </message>
        <message id="staff.add">
            <source>Add and start</source>
            <translation>إضافة وبدء</translation>
        </message>
        <message id="staff.back">
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message id="staff.pins-differ">
            <source>The two PINs differ.</source>
            <translation>الرمزان مختلفان.</translation>
        </message>
        <message id="staff.delete-digit">
            <source>Delete the last digit</source>
            <translation>احذف آخر رقم</translation>
        </message>
        <message id="staff.digits">
            <source>{n} of 4 digits</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} من 4 أرقام</translation>
        </message>
        <message id="staff.not-me">
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message id="staff.who-works">
            <source>Who works here</source>
            <translation>من يعمل هنا</translation>
        </message>
        <message id="staff.kept">
            <source>Whoever leaves signs nothing any more. What they signed stays theirs.</source>
            <translation>من يغادر لا يوقّع بعدها. وما وقّعه يبقى باسمه.</translation>
        </message>
        <message id="staff.leaves">
            <source>Leaves</source>
            <translation>يغادر</translation>
        </message>
        <message id="staff.has-left">
            <source>{name} does not work here any more</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} لم يعد يعمل هنا</translation>
        </message>
        <message id="staff.not-oneself">
            <source>Somebody else must say that you leave. Lock first.</source>
            <translation>يجب أن يقول شخص آخر إنك تغادر. اقفل أولًا.</translation>
        </message>
        <message id="staff.own-pin">
            <source>Your own PIN</source>
            <translation>رمزك الخاص</translation>
        </message>
        <message id="staff.pin-old">
            <source>The PIN until now</source>
            <translation>الرمز الحالي</translation>
        </message>
        <message id="staff.pin-new">
            <source>The new PIN, four digits</source>
            <translation>الرمز الجديد، أربعة أرقام</translation>
        </message>
        <message id="staff.change-pin">
            <source>Change PIN</source>
            <translation>تغيير الرمز</translation>
        </message>
        <message id="staff.pin-changed">
            <source>Your PIN is changed</source>
            <translation>تغيّر رمزك</translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message id="hint.answer-first">
            <source>{eye}: the picture looks like the other eye. Press R or L first.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: تبدو الصورة للعين الأخرى. اضغط R أو L أولًا.</translation>
        </message>
        <message id="hint.side">
            <source>{eye}: the disc lies as in the other eye. Which eye is it?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: القرص يقع كما في العين الأخرى. أي عين هي؟</translation>
        </message>
        <message id="hint.dark">
            <source>Looks dark: a darker room, wait for the pupil, or drops</source>
            <translation>تبدو معتمة: غرفة أظلم، أو انتظر اتساع الحدقة، أو قطرات</translation>
        </message>
        <message id="hint.bright">
            <source>Looks too bright: less flash, then again</source>
            <translation>تبدو ساطعة جدًا: خفّض الفلاش ثم أعد</translation>
        </message>
        <message id="hint.blurred">
            <source>Looks blurred: wipe the lens, a blink, focus, then again</source>
            <translation>تبدو غير واضحة: امسح العدسة، رمشة، اضبط البؤرة ثم أعد</translation>
        </message>
    </context>
    <context>
        <name>importing</name>
        <message id="import.drop">
            <source>Drop pictures, folders or ZIPs</source>
            <translation>أفلت صورًا أو مجلدات أو ملفات ZIP</translation>
        </message>
        <message id="import.running">
            <source>Bringing in the files…</source>
            <translation>جارٍ إحضار الملفات…</translation>
        </message>
        <message id="import.stored" numerus="yes">
            <source>{n} pictures came in</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لم تصل صور</numerusform>
                <numerusform>وصلت صورة واحدة</numerusform>
                <numerusform>وصلت صورتان</numerusform>
                <numerusform>وصلت {n} صور</numerusform>
                <numerusform>وصلت {n} صورة</numerusform>
                <numerusform>وصلت {n} صورة</numerusform>
            </translation>
        </message>
        <message id="import.duplicate" numerus="yes">
            <source>{n} were here already</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا شيء كان هنا</numerusform>
                <numerusform>واحدة كانت هنا</numerusform>
                <numerusform>اثنتان كانتا هنا</numerusform>
                <numerusform>{n} كانت هنا</numerusform>
                <numerusform>{n} كانت هنا</numerusform>
                <numerusform>{n} كانت هنا</numerusform>
            </translation>
        </message>
        <message id="import.waiting" numerus="yes">
            <source>{n} photographs ask whose eye it is</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صورة تسأل لمن العين</numerusform>
                <numerusform>صورة واحدة تسأل لمن العين</numerusform>
                <numerusform>صورتان تسألان لمن العين</numerusform>
                <numerusform>{n} صور تسأل لمن العين</numerusform>
                <numerusform>{n} صورة تسأل لمن العين</numerusform>
                <numerusform>{n} صورة تسأل لمن العين</numerusform>
            </translation>
        </message>
        <message id="import.aside" numerus="yes">
            <source>{n} need a look in the Inbox</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا شيء يحتاج نظرة</numerusform>
                <numerusform>واحدة تحتاج نظرة في الوارد</numerusform>
                <numerusform>اثنتان تحتاجان نظرة في الوارد</numerusform>
                <numerusform>{n} تحتاج نظرة في الوارد</numerusform>
                <numerusform>{n} تحتاج نظرة في الوارد</numerusform>
                <numerusform>{n} تحتاج نظرة في الوارد</numerusform>
            </translation>
        </message>
        <message id="import.skipped" numerus="yes">
            <source>{n} files were not taken, the first is {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>أُخذت كل الملفات</numerusform>
                <numerusform>لم يؤخذ ملف واحد: {name}</numerusform>
                <numerusform>لم يؤخذ ملفان، أولهما {name}</numerusform>
                <numerusform>لم تؤخذ {n} ملفات، أولها {name}</numerusform>
                <numerusform>لم يؤخذ {n} ملفًا، أولها {name}</numerusform>
                <numerusform>لم يؤخذ {n} ملف، أولها {name}</numerusform>
            </translation>
        </message>
        <message id="import.nothing">
            <source>There was no file in it</source>
            <translation>لم يكن فيه ملف</translation>
        </message>
        <message id="import.taken-back">
            <source>import taken back</source>
            <translation>أُلغي الإحضار</translation>
        </message>
        <message id="import.why-unreadable">
            <source>It cannot be read.</source>
            <translation>لا يمكن قراءته.</translation>
        </message>
        <message id="import.why-absent">
            <source>There is no such file.</source>
            <translation>لا يوجد ملف كهذا.</translation>
        </message>
        <message id="import.why-index">
            <source>The list of contents of a medium; its pictures are read one by one.</source>
            <translation>فهرس محتويات الوسيط؛ تُقرأ صوره واحدة تلو الأخرى.</translation>
        </message>
        <message id="import.why-index-damaged">
            <source>The list of contents of this medium is damaged.</source>
            <translation>فهرس محتويات هذا الوسيط تالف.</translation>
        </message>
        <message id="import.why-link">
            <source>It is a link to somewhere else, which is not followed.</source>
            <translation>إنه رابط إلى مكان آخر، ولا يُتَّبع.</translation>
        </message>
        <message id="import.why-no-file">
            <source>It is not a file.</source>
            <translation>ليس ملفًا.</translation>
        </message>
        <message id="import.why-zip-empty">
            <source>This ZIP is empty.</source>
            <translation>ملف ZIP هذا فارغ.</translation>
        </message>
        <message id="import.why-outside">
            <source>The medium names a file outside of itself.</source>
            <translation>يشير الوسيط إلى ملف خارجه.</translation>
        </message>
        <message id="import.why-not-there">
            <source>The medium names this file, but it is not there.</source>
            <translation>يذكر الوسيط هذا الملف، لكنه غير موجود فيه.</translation>
        </message>
        <message id="import.why-empty">
            <source>The file is empty.</source>
            <translation>الملف فارغ.</translation>
        </message>
        <message id="import.why-too-large">
            <source>The photograph is too large.</source>
            <translation>الصورة كبيرة جدًا.</translation>
        </message>
        <message id="import.why-only-jpeg">
            <source>Only JPEG and PNG photographs are taken in. Save it as JPEG first.</source>
            <translation>لا تُستورد إلا صور JPEG وPNG. احفظها أولًا بصيغة JPEG.</translation>
        </message>
        <message id="import.why-foreign">
            <source>This is not a picture we know.</source>
            <translation>هذه ليست صورة نعرفها.</translation>
        </message>
        <message id="import.why-zip-long">
            <source>This ZIP lists more files than one import takes. Unpack it first.</source>
            <translation>يحوي ملف ZIP هذا ملفات أكثر مما يُستورد دفعة واحدة. فُكّ ضغطه أولًا.</translation>
        </message>
        <message id="import.why-zip-unreadable">
            <source>This ZIP cannot be read.</source>
            <translation>لا يمكن قراءة ملف ZIP هذا.</translation>
        </message>
        <message id="import.why-zip-many">
            <source>More than {n} files in one ZIP are not read.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>لا تُقرأ أكثر من {n} ملف في ملف ZIP واحد.</translation>
        </message>
        <message id="import.why-locked">
            <source>It is locked with a password.</source>
            <translation>مقفل بكلمة مرور.</translation>
        </message>
        <message id="import.why-packed">
            <source>It is packed in a way that is not read here.</source>
            <translation>مضغوط بطريقة لا تُقرأ هنا.</translation>
        </message>
        <message id="import.why-member-large">
            <source>It would unpack to more than {n} MB.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>سيتجاوز حجمه {n} ميغابايت بعد فك الضغط.</translation>
        </message>
        <message id="import.why-zip-large">
            <source>The ZIP unpacks to more than one import takes.</source>
            <translation>حجم ملف ZIP بعد فك الضغط أكبر مما يُستورد دفعة واحدة.</translation>
        </message>
        <message id="import.why-inside">
            <source>It is damaged inside the ZIP.</source>
            <translation>تالف داخل ملف ZIP.</translation>
        </message>
        <message id="import.why-unpacks">
            <source>It unpacks to more than one import takes.</source>
            <translation>حجمه بعد فك الضغط أكبر مما يُستورد دفعة واحدة.</translation>
        </message>
        <message id="import.why-kinds">
            <source>Only JPEG and PNG pictures can be taken in as photographs.</source>
            <translation>لا تُستورد كصور فوتوغرافية إلا ملفات JPEG وPNG.</translation>
        </message>
        <message id="import.why-bits">
            <source>A JPEG of {n} bits cannot be taken in as a photograph.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>لا يمكن استيراد صورة JPEG بعمق {n} بت كصورة فوتوغرافية.</translation>
        </message>
        <message id="import.why-png-damaged">
            <source>The PNG picture is damaged.</source>
            <translation>صورة PNG تالفة.</translation>
        </message>
        <message id="import.why-points">
            <source>A picture of {columns} x {rows} points cannot be taken in.</source>
            <extracomment>Keep {columns}, {rows} as they are; they become names and numbers.</extracomment>
            <translation>لا يمكن استيراد صورة أبعادها {columns} × {rows} نقطة.</translation>
        </message>
        <message id="import.why-undecodable">
            <source>The picture cannot be decoded: it is cut off or damaged.</source>
            <translation>لا يمكن فك ترميز الصورة: إنها مقطوعة أو تالفة.</translation>
        </message>
        <message id="import.why-no-jpeg">
            <source>This is not a JPEG picture.</source>
            <translation>هذه ليست صورة JPEG.</translation>
        </message>
        <message id="import.why-jpeg-size">
            <source>The JPEG picture does not say how large it is.</source>
            <translation>لا تذكر صورة JPEG أبعادها.</translation>
        </message>
        <message id="import.why-jpeg-cut">
            <source>The JPEG picture ended early.</source>
            <translation>انتهت صورة JPEG قبل أوانها.</translation>
        </message>
        <message id="import.why-jpeg-damaged">
            <source>The JPEG picture is damaged.</source>
            <translation>صورة JPEG تالفة.</translation>
        </message>
        <message id="import.why-mirrored">
            <source>The photograph was stored mirrored. Check which eye it shows.</source>
            <translation>كانت الصورة محفوظة معكوسة. تحقّق من العين التي تُظهرها.</translation>
        </message>
        <message id="import.why-long-ago">
            <source>Its camera says that it was taken on {day}; it is filed under today.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>تقول كاميرتها إنها التُقطت في {day}؛ وقد حُفظت ضمن اليوم.</translation>
        </message>
        <message id="photograph.title">
            <source>Whose eye is this?</source>
            <translation>لمن هذه العين؟</translation>
        </message>
        <message id="photograph.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} من {of}</translation>
        </message>
        <message id="photograph.person">
            <source>Person</source>
            <translation>الشخص</translation>
        </message>
        <message id="photograph.search">
            <source>Name, ID or phone</source>
            <translation>الاسم أو الرقم أو الهاتف</translation>
        </message>
        <message id="photograph.nobody">
            <source>Nobody is chosen yet</source>
            <translation>لم يُختر أحد بعد</translation>
        </message>
        <message id="photograph.eye">
            <source>Which eye?</source>
            <translation>أي عين؟</translation>
        </message>
        <message id="photograph.field">
            <source>Aimed at</source>
            <translation>الموضع</translation>
        </message>
        <message id="photograph.later">
            <source>Leave it in the Inbox</source>
            <translation>اتركها في الوارد</translation>
        </message>
        <message id="photograph.save">
            <source>Save</source>
            <translation>حفظ</translation>
        </message>
        <message id="photograph.saved">
            <source>For {name}: {eye}</source>
            <extracomment>Keep {eye}, {name} as they are; they become names and numbers.</extracomment>
            <translation>لـ {name}: {eye}</translation>
        </message>
        <message id="photograph.say">
            <source>Say whose eye this is</source>
            <translation>قل لمن هذه العين</translation>
        </message>
        <message id="photograph.picture">
            <source>The photograph</source>
            <translation>الصورة</translation>
        </message>
        <message id="inbox.held-photograph">
            <source>A photograph</source>
            <translation>صورة فوتوغرافية</translation>
        </message>
        <message id="inbox.held-photograph-why">
            <source>A photograph says neither whose eye it shows nor which one. Somebody has to.</source>
            <translation>الصورة لا تذكر لمن العين ولا أي عين هي. على أحد أن يذكر ذلك.</translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message id="inbox.title">
            <source>Inbox</source>
            <translation>الوارد</translation>
        </message>
        <message id="inbox.empty">
            <source>The Inbox is empty</source>
            <translation>الوارد فارغ</translation>
        </message>
        <message id="inbox.empty-rest">
            <source>Every picture has a person. New ones without a name will wait here.</source>
            <translation>لكل صورة صاحبها. الصور الجديدة بلا اسم ستنتظر هنا.</translation>
        </message>
        <message id="inbox.list">
            <source>Pictures without a person</source>
            <translation>صور بلا صاحب</translation>
        </message>
        <message id="inbox.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صور</numerusform>
                <numerusform>صورة واحدة</numerusform>
                <numerusform>صورتان</numerusform>
                <numerusform>{n} صور</numerusform>
                <numerusform>{n} صورة</numerusform>
                <numerusform>{n} صورة</numerusform>
            </translation>
        </message>
        <message id="inbox.chosen">
            <source>{n} chosen</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>اختير {n}</translation>
        </message>
        <message id="inbox.no-sender">
            <source>Imported</source>
            <translation>مستوردة</translation>
        </message>
        <message id="inbox.no-person">
            <source>No person</source>
            <translation>بلا صاحب</translation>
        </message>
        <message id="inbox.quoted">
            <source>“{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>«{said}»</translation>
        </message>
        <message id="inbox.eye-not-said">
            <source>which eye? not said</source>
            <translation>أي عين؟ لم تُذكر</translation>
        </message>
        <message id="inbox.which-eye-is-this">
            <source>Which eye is this?</source>
            <translation>أي عين هذه؟</translation>
        </message>
        <message id="inbox.hidden" numerus="yes">
            <source>{n} hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا شيء مخفي</numerusform>
                <numerusform>واحدة مخفية</numerusform>
                <numerusform>اثنتان مخفيتان</numerusform>
                <numerusform>{n} مخفية</numerusform>
                <numerusform>{n} مخفية</numerusform>
                <numerusform>{n} مخفية</numerusform>
            </translation>
        </message>
        <message id="inbox.show-hidden">
            <source>Show again</source>
            <translation>أظهرها</translation>
        </message>
        <message id="inbox.shown-again">
            <source>Shown again</source>
            <translation>أُظهرت من جديد</translation>
        </message>
        <message id="inbox.held">
            <source>Needs a look</source>
            <translation>تحتاج نظرة</translation>
        </message>
        <message id="inbox.held-conflict">
            <source>A second version</source>
            <translation>نسخة ثانية</translation>
        </message>
        <message id="inbox.held-quarantine">
            <source>Could not be read</source>
            <translation>تعذّرت قراءته</translation>
        </message>
        <message id="inbox.held-conflict-why">
            <source>A picture with this number is here already, with other content. Both are kept; the first one is shown.</source>
            <translation>توجد صورة بهذا الرقم بمحتوى آخر. حُفظت الاثنتان، وتُعرض الأولى.</translation>
        </message>
        <message id="inbox.held-quarantine-why">
            <source>These bytes could not be read as a picture. They are kept as they came.</source>
            <translation>تعذّرت قراءة هذه البيانات كصورة. حُفظت كما وصلت.</translation>
        </message>
        <message id="inbox.held-title">
            <source>Kept as it came</source>
            <translation>محفوظ كما وصل</translation>
        </message>
        <message id="inbox.held-rest">
            <source>Nothing is lost. Save it as a file to send it to your supporter.</source>
            <translation>لم يضع شيء. احفظه كملف لإرساله إلى الدعم.</translation>
        </message>
        <message id="inbox.save-file">
            <source>Save as a file</source>
            <translation>احفظ كملف</translation>
        </message>
        <message id="inbox.file-written">
            <source>The file is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>كُتب الملف: {name}</translation>
        </message>
        <message id="inbox.right">
            <source>OD right</source>
            <translation>OD اليمنى</translation>
        </message>
        <message id="inbox.left">
            <source>OS left</source>
            <translation>OS اليسرى</translation>
        </message>
        <message id="inbox.unknown">
            <source>Not known</source>
            <translation>غير معروفة</translation>
        </message>
        <message id="inbox.macula">
            <source>Macula</source>
            <translation>البقعة</translation>
        </message>
        <message id="inbox.disc">
            <source>Disc</source>
            <translation>القرص</translation>
        </message>
        <message id="inbox.external">
            <source>External</source>
            <translation>خارجية</translation>
        </message>
        <message id="inbox.eye-set">
            <source>Eye set: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>حُددت العين: {eye}</translation>
        </message>
        <message id="inbox.field-set">
            <source>Field set: {field}</source>
            <extracomment>Keep {field} as they are; they become names and numbers.</extracomment>
            <translation>حُدد الموضع: {field}</translation>
        </message>
        <message id="inbox.whose">
            <source>Whose picture is it?</source>
            <translation>لمن هذه الصورة؟</translation>
        </message>
        <message id="inbox.whose-many">
            <source>Whose pictures are they?</source>
            <translation>لمن هذه الصور؟</translation>
        </message>
        <message id="inbox.choose">
            <source>Choose</source>
            <translation>اختر</translation>
        </message>
        <message id="inbox.choose-name">
            <source>Choose {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>اختر {name}</translation>
        </message>
        <message id="inbox.someone-else">
            <source>Someone else</source>
            <translation>شخص آخر</translation>
        </message>
        <message id="inbox.new-person">
            <source>New person</source>
            <translation>شخص جديد</translation>
        </message>
        <message id="inbox.not-a-patient">
            <source>Not a patient</source>
            <translation>ليس مريضًا</translation>
        </message>
        <message id="inbox.drag">
            <source>Or drag the picture onto a face</source>
            <translation>أو اسحب الصورة إلى وجه</translation>
        </message>
        <message id="inbox.nobody-fits">
            <source>Nobody fits for certain. Search by name or number.</source>
            <translation>لا أحد مطابق بالتأكيد. ابحث بالاسم أو الرقم.</translation>
        </message>
        <message id="inbox.two-fit">
            <source>Two people fit. Choose a face.</source>
            <translation>شخصان مطابقان. اختر وجهًا.</translation>
        </message>
        <message id="inbox.moved" numerus="yes">
            <source>{n} pictures moved to {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لم تُنقل صور إلى {name}</numerusform>
                <numerusform>نُقلت الصورة إلى {name}</numerusform>
                <numerusform>نُقلت صورتان إلى {name}</numerusform>
                <numerusform>نُقلت {n} صور إلى {name}</numerusform>
                <numerusform>نُقلت {n} صورة إلى {name}</numerusform>
                <numerusform>نُقلت {n} صورة إلى {name}</numerusform>
            </translation>
        </message>
        <message id="inbox.hid" numerus="yes">
            <source>{n} pictures hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لم تُخف صور</numerusform>
                <numerusform>أُخفيت الصورة</numerusform>
                <numerusform>أُخفيت صورتان</numerusform>
                <numerusform>أُخفيت {n} صور</numerusform>
                <numerusform>أُخفيت {n} صورة</numerusform>
                <numerusform>أُخفيت {n} صورة</numerusform>
            </translation>
        </message>
        <message id="inbox.hide-title">
            <source>Why is this not a patient?</source>
            <translation>لماذا ليست لمريض؟</translation>
        </message>
        <message id="inbox.hide-rest">
            <source>The picture is hidden, not deleted. It can be shown again.</source>
            <translation>تُخفى الصورة ولا تُحذف، ويمكن إظهارها من جديد.</translation>
        </message>
        <message id="inbox.hide-test">
            <source>Test picture</source>
            <translation>صورة تجريبية</translation>
        </message>
        <message id="inbox.hide-mistake">
            <source>Taken by mistake</source>
            <translation>التُقطت خطأً</translation>
        </message>
        <message id="inbox.hide-team">
            <source>Somebody of the team</source>
            <translation>أحد أفراد الفريق</translation>
        </message>
        <message id="inbox.hide">
            <source>Hide</source>
            <translation>أخفِ</translation>
        </message>
        <message id="inbox.keep">
            <source>Keep it here</source>
            <translation>أبقها هنا</translation>
        </message>
        <message id="why.no-number">
            <source>It came without a number.</source>
            <translation>وصلت بلا رقم.</translation>
        </message>
        <message id="why.not-our-number">
            <source>Its number is not one of ours.</source>
            <translation>رقمها ليس من أرقامنا.</translation>
        </message>
        <message id="why.wrong-check-digit">
            <source>Its number was mistyped: the last digit does not fit.</source>
            <translation>كُتب رقمها خطأً: الرقم الأخير غير مطابق.</translation>
        </message>
        <message id="why.unknown-number">
            <source>Nobody on this laptop has its number.</source>
            <translation>لا أحد على هذا الحاسوب يحمل رقمها.</translation>
        </message>
        <message id="why.other-sex">
            <source>The camera says another sex.</source>
            <translation>الكاميرا تذكر جنسًا آخر.</translation>
        </message>
        <message id="why.other-birth-year">
            <source>The camera says another birth year.</source>
            <translation>الكاميرا تذكر سنة ميلاد أخرى.</translation>
        </message>
        <message id="why.other-name">
            <source>The camera says another name.</source>
            <translation>الكاميرا تذكر اسمًا آخر.</translation>
        </message>
        <message id="why.two-people-one-study">
            <source>One study number came for two people.</source>
            <translation>رقم دراسة واحد لشخصين.</translation>
        </message>
        <message id="why.moved-out">
            <source>Somebody took it from a person.</source>
            <translation>أخذها أحدهم من شخص.</translation>
        </message>
        <message id="why.not-at-camera">
            <source>The camera says this person, but somebody else was at the camera.</source>
            <translation>الكاميرا تذكر هذا الشخص، لكن شخصًا آخر كان عندها.</translation>
        </message>
        <message id="why.two-at-camera">
            <source>More than one person was at the camera.</source>
            <translation>كان عند الكاميرا أكثر من شخص.</translation>
        </message>
        <message id="because.at-camera">
            <source>At {camera} from {start} to {end}</source>
            <extracomment>Keep {camera}, {end}, {start} as they are; they become names and numbers.</extracomment>
            <translation>عند {camera} من {start} إلى {end}</translation>
        </message>
        <message id="because.at-camera-now">
            <source>At {camera} since {start}</source>
            <extracomment>Keep {camera}, {start} as they are; they become names and numbers.</extracomment>
            <translation>عند {camera} منذ {start}</translation>
        </message>
        <message id="because.near-camera">
            <source>At {camera} until {end}</source>
            <extracomment>Keep {camera}, {end} as they are; they become names and numbers.</extracomment>
            <translation>عند {camera} حتى {end}</translation>
        </message>
        <message id="because.number">
            <source>The camera says {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>الكاميرا تذكر {number}</translation>
        </message>
        <message id="because.alias">
            <source>The camera says {said}, the short number of this card</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>الكاميرا تذكر {said}، الرقم القصير لهذه البطاقة</translation>
        </message>
        <message id="because.same-name">
            <source>The camera says this name</source>
            <translation>الكاميرا تذكر هذا الاسم</translation>
        </message>
        <message id="because.like-name">
            <source>The camera says “{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>الكاميرا تذكر «{said}»</translation>
        </message>
        <message id="because.waiting">
            <source>Waiting since {start}, not pictured yet</source>
            <extracomment>Keep {start} as they are; they become names and numbers.</extracomment>
            <translation>في الانتظار منذ {start}، لم تُصوَّر بعد</translation>
        </message>
        <message id="because.found">
            <source>Found by your words</source>
            <translation>وُجد بكلماتك</translation>
        </message>
        <message id="but.other-sex">
            <source>but another sex</source>
            <translation>لكن بجنس آخر</translation>
        </message>
        <message id="but.other-birth-year">
            <source>but another birth year</source>
            <translation>لكن بسنة ميلاد أخرى</translation>
        </message>
        <message id="but.other-name">
            <source>but another name</source>
            <translation>لكن باسم آخر</translation>
        </message>
    </context>
    <context>
        <name>missing</name>
        <message id="missing.title">
            <source>Leave without these?</source>
            <translation>المغادرة دون هذه؟</translation>
        </message>
        <message id="missing.line">
            <source>Missing: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>ناقص: {what}</translation>
        </message>
        <message id="missing.why">
            <source>Say why, then {name} may go.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>اذكر السبب، ثم يغادر {name}.</translation>
        </message>
        <message id="missing.stay">
            <source>Stay at the camera</source>
            <translation>البقاء عند الكاميرا</translation>
        </message>
        <message id="missing.announced" numerus="yes">
            <source>{n} announced pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صور معلنة</numerusform>
                <numerusform>صورة معلنة واحدة</numerusform>
                <numerusform>صورتان معلنتان</numerusform>
                <numerusform>{n} صور معلنة</numerusform>
                <numerusform>{n} صورة معلنة</numerusform>
                <numerusform>{n} صورة معلنة</numerusform>
            </translation>
        </message>
        <message id="missing.because-small-pupil">
            <source>Pupil too small</source>
            <translation>الحدقة ضيقة</translation>
        </message>
        <message id="missing.because-no-view">
            <source>No clear view inside</source>
            <translation>لا رؤية واضحة للداخل</translation>
        </message>
        <message id="missing.because-no-eye">
            <source>No eye to photograph</source>
            <translation>لا عين لتصويرها</translation>
        </message>
        <message id="missing.because-moves">
            <source>Cannot keep still</source>
            <translation>لا يستطيع الثبات</translation>
        </message>
        <message id="missing.because-refused">
            <source>Does not want it</source>
            <translation>لا يريد ذلك</translation>
        </message>
        <message id="missing.because-camera">
            <source>Camera trouble</source>
            <translation>عطل في الكاميرا</translation>
        </message>
        <message id="missing.because-later">
            <source>Comes back later</source>
            <translation>يعود لاحقًا</translation>
        </message>
        <message id="missing.after-grading" numerus="yes">
            <source>{n} pictures came after grading</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لم تصل صور بعد التقييم</numerusform>
                <numerusform>وصلت صورة واحدة بعد التقييم</numerusform>
                <numerusform>وصلت صورتان بعد التقييم</numerusform>
                <numerusform>وصلت {n} صور بعد التقييم</numerusform>
                <numerusform>وصلت {n} صورة بعد التقييم</numerusform>
                <numerusform>وصلت {n} صورة بعد التقييم</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>newborns</name>
        <message id="newborn.gestation">
            <source>Weeks at birth</source>
            <translation>أسابيع الحمل عند الولادة</translation>
        </message>
        <message id="newborn.weight">
            <source>Birth weight in grams</source>
            <translation>الوزن عند الولادة بالغرام</translation>
        </message>
        <message id="newborn.ask-gestation">
            <source>Write 28w3d.</source>
            <translation>اكتب 28w3d.</translation>
        </message>
        <message id="newborn.ask-weight">
            <source>Write grams, like 1200.</source>
            <translation>اكتب بالغرام مثل 1200.</translation>
        </message>
        <message id="newborn.ask-birth-date">
            <source>Write the birth date, like {day}.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>اكتب تاريخ الميلاد مثل {day}.</translation>
        </message>
        <message id="newborn.grams">
            <source>{n} g?</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} غ؟</translation>
        </message>
        <message id="newborn.age">
            <source>{weeks} w {days} d since conception</source>
            <extracomment>Keep {days}, {weeks} as they are; they become names and numbers.</extracomment>
            <translation>{weeks} أسبوعًا و{days} يومًا منذ الحمل</translation>
        </message>
        <message id="newborn.overdue">
            <source>Eye examination overdue</source>
            <translation>فحص العين متأخر</translation>
        </message>
        <message id="newborn.no-date">
            <source>no next day</source>
            <translation>لا موعد تاليًا</translation>
        </message>
        <message id="newborn.next">
            <source>Next eye examination</source>
            <translation>فحص العين التالي</translation>
        </message>
        <message id="newborn.no-more">
            <source>No more</source>
            <translation>لا مزيد</translation>
        </message>
        <message id="newborn.in-weeks" numerus="yes">
            <source>in {n} weeks</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>الآن</numerusform>
                <numerusform>بعد أسبوع</numerusform>
                <numerusform>بعد أسبوعين</numerusform>
                <numerusform>بعد {n} أسابيع</numerusform>
                <numerusform>بعد {n} أسبوعًا</numerusform>
                <numerusform>بعد {n} أسبوع</numerusform>
            </translation>
        </message>
        <message id="newborn.planned">
            <source>Next eye examination of {name}: {date}</source>
            <extracomment>Keep {date}, {name} as they are; they become names and numbers.</extracomment>
            <translation>فحص العين التالي لـ {name}: {date}</translation>
        </message>
        <message id="newborn.since" numerus="yes">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أيام</numerusform>
                <numerusform>يوم واحد</numerusform>
                <numerusform>يومان</numerusform>
                <numerusform>{n} أيام</numerusform>
                <numerusform>{n} يومًا</numerusform>
                <numerusform>{n} يوم</numerusform>
            </translation>
        </message>
        <message id="newborn.due">
            <source>due {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>موعده {date}</translation>
        </message>
    </context>
    <context>
        <name>letters</name>
        <message id="letter.on">
            <source>Eye screening, {camp}, {day}</source>
            <extracomment>Keep {camp}, {day} as they are; they become names and numbers.</extracomment>
            <translation>فحص العيون، {camp}، {day}</translation>
        </message>
        <message id="letter.number">
            <source>Your number</source>
            <translation>رقمك</translation>
        </message>
        <message id="letter.no-picture">
            <source>No picture was taken</source>
            <translation>لم تُلتقط صورة</translation>
        </message>
        <message id="letter.picture-elsewhere">
            <source>The picture cannot be printed</source>
            <translation>لا يمكن طباعة الصورة</translation>
        </message>
        <message id="letter.unread">
            <source>Not read yet</source>
            <translation>لم تُقرأ بعد</translation>
        </message>
        <message id="letter.where">
            <source>Where to go</source>
            <translation>أين تذهب</translation>
        </message>
        <message id="letter.when">
            <source>Day and time</source>
            <translation>اليوم والساعة</translation>
        </message>
        <message id="letter.read-by">
            <source>Read by {readers}</source>
            <extracomment>Keep {readers} as they are; they become names and numbers.</extracomment>
            <translation>قرأها {readers}</translation>
        </message>
        <message id="letter.rule">
            <source>By the rule {rule}</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>حسب قاعدة {rule}</translation>
        </message>
        <message id="letter.worse">
            <source>If you see worse, or if an eye hurts, go to an eye doctor at once. Take this letter with you.</source>
            <translation>إذا ساء نظرك أو آلمتك عينك فاذهب إلى طبيب العيون فورًا. خذ هذه الرسالة معك.</translation>
        </message>
        <message id="letter.drawn">
            <source>Marked on the picture of {eye}: {what}</source>
            <extracomment>Keep {eye}, {what} as they are; they become names and numbers.</extracomment>
            <translation>موضوع على صورة {eye}: {what}</translation>
        </message>
        <message id="letter.printed">
            <source>Printed {day}, {time}, by {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>طبعها {by}، {day}، {time}</translation>
        </message>
        <message id="letter.copy">
            <source>Copy. First printed {day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>نسخة. طُبعت أول مرة {day}، {time}</translation>
        </message>
        <message id="letter.replaces">
            <source>This letter takes the place of the one of {day}, {time}. Please destroy that one.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>تحل هذه الرسالة محل رسالة {day}، {time}. نرجو إتلاف تلك.</translation>
        </message>
        <message id="letter.page">
            <source>Page {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>صفحة {n}</translation>
        </message>
        <message id="letters.title">
            <source>Letters</source>
            <translation>الرسائل</translation>
        </message>
        <message id="letters.language">
            <source>Language of the letter</source>
            <translation>لغة الرسالة</translation>
        </message>
        <message id="letters.print">
            <source>Print letter</source>
            <translation>طباعة الرسالة</translation>
        </message>
        <message id="letters.save">
            <source>Keep as PDF</source>
            <translation>حفظ كملف PDF</translation>
        </message>
        <message id="letters.kept-as">
            <source>The letter of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>رسالة {name} في {file}</translation>
        </message>
        <message id="letters.was-printed">
            <source>Letter of {name} printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>طُبعت رسالة {name}</translation>
        </message>
        <message id="letters.line">
            <source>{day}, {time}, {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}، {time}، {by}</translation>
        </message>
        <message id="letters.out-of-date">
            <source>Out of date</source>
            <translation>لم تعد صالحة</translation>
        </message>
        <message id="letters.replaced">
            <source>Replaced</source>
            <translation>استُبدلت</translation>
        </message>
        <message id="letters.a-copy">
            <source>Copy</source>
            <translation>نسخة</translation>
        </message>
        <message id="letters.none">
            <source>No letter yet</source>
            <translation>لا رسالة بعد</translation>
        </message>
        <message id="letters.cannot-undo">
            <source>A printed letter cannot be taken back. If the result changes, print one that replaces it.</source>
            <translation>لا يمكن استرجاع رسالة مطبوعة. إذا تغيّرت النتيجة فاطبع رسالة بديلة.</translation>
        </message>
        <message id="letters.to-replace">
            <source>Letters to replace</source>
            <translation>رسائل يجب استبدالها</translation>
        </message>
        <message id="letters.says-other">
            <source>The letter says something else than what stands now</source>
            <translation>الرسالة تقول غير ما هو ثابت الآن</translation>
        </message>
        <message id="letters.refused-eye">
            <source>No letter: nobody has said which eye a picture shows.</source>
            <translation>لا رسالة: لم يذكر أحد أي عين في الصورة.</translation>
        </message>
        <message id="letters.refused-person">
            <source>No letter: whose pictures these are is in question.</source>
            <translation>لا رسالة: صاحب الصور موضع شك.</translation>
        </message>
        <message id="letters.refused-grade">
            <source>No letter: nobody has signed a grade of this visit.</source>
            <translation>لا رسالة: لم يوقّع أحد تصنيفًا لهذه الزيارة.</translation>
        </message>
        <message id="letters.refused-unread">
            <source>No letter: an eye has a picture that nobody has graded in full.</source>
            <translation>لا رسالة: توجد صورة لم تُصنَّف بالكامل.</translation>
        </message>
        <message id="letters.refused-name">
            <source>No letter: say who you are first.</source>
            <translation>لا رسالة: عرّف بنفسك أولًا.</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message id="opening.tagline">
            <source>A face, two eyes, an answer today.</source>
            <translation>وجه وعينان وجواب اليوم.</translation>
        </message>
        <message id="opening.how">
            <source>Works all day without a network. When one appears, everything goes to headquarters by itself.</source>
            <translation>يعمل طوال اليوم بلا شبكة. وعندما تظهر شبكة ينتقل كل شيء إلى المركز من تلقاء نفسه.</translation>
        </message>
        <message id="opening.practice">
            <source>Try it with practice patients</source>
            <translation>جرّبه مع مرضى تدريبيين</translation>
        </message>
        <message id="opening.title">
            <source>Set up this laptop</source>
            <translation>إعداد هذا الحاسوب</translation>
        </message>
        <message id="opening.title-rest">
            <source>Two minutes. Nothing leaves this laptop before you say so.</source>
            <translation>دقيقتان. لا يغادر شيء هذا الحاسوب قبل أن تقول ذلك.</translation>
        </message>
        <message id="opening.camp">
            <source>Camp</source>
            <translation>المخيم</translation>
        </message>
        <message id="opening.camp-name">
            <source>Name and place</source>
            <translation>الاسم والمكان</translation>
        </message>
        <message id="opening.prefix">
            <source>Card prefix</source>
            <translation>بادئة البطاقة</translation>
        </message>
        <message id="opening.letter">
            <source>Laptop letter</source>
            <translation>حرف الحاسوب</translation>
        </message>
        <message id="opening.cards">
            <source>Cards of this laptop will look like {number}. No two laptops of a camp may share a letter.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>ستبدو بطاقات هذا الحاسوب هكذا: {number}. لا يجوز أن يشترك حاسوبان في المخيم في حرف واحد.</translation>
        </message>
        <message id="opening.passphrase">
            <source>Passphrase</source>
            <translation>عبارة المرور</translation>
        </message>
        <message id="opening.words">
            <source>Four or more words</source>
            <translation>أربع كلمات أو أكثر</translation>
        </message>
        <message id="opening.again">
            <source>Once more</source>
            <translation>مرة أخرى</translation>
        </message>
        <message id="opening.keep">
            <source>Everything on this laptop is encrypted with it. Write it down and keep it with the camp lead.</source>
            <translation>كل ما في هذا الحاسوب مشفّر بها. اكتبها واحفظها لدى قائد المخيم.</translation>
        </message>
        <message id="opening.differ">
            <source>These two differ.</source>
            <translation>العبارتان مختلفتان.</translation>
        </message>
        <message id="opening.short">
            <source>Looks short.</source>
            <translation>تبدو قصيرة.</translation>
        </message>
        <message id="opening.short-rest">
            <source>You can use it anyway.</source>
            <translation>يمكنك استخدامها مع ذلك.</translation>
        </message>
        <message id="opening.too-short">
            <source>Needs at least 8 characters.</source>
            <translation>تحتاج إلى 8 أحرف على الأقل.</translation>
        </message>
        <message id="opening.hq">
            <source>Headquarters</source>
            <translation>المركز</translation>
        </message>
        <message id="opening.can-wait">
            <source>can wait</source>
            <translation>يمكن أن ينتظر</translation>
        </message>
        <message id="opening.address">
            <source>Address of its DICOMweb archive</source>
            <translation>عنوان أرشيف DICOMweb</translation>
        </message>
        <message id="opening.start">
            <source>Start the day</source>
            <translation>ابدأ اليوم</translation>
        </message>
        <message id="opening.unlock-title">
            <source>This station is locked</source>
            <translation>هذه المحطة مقفلة</translation>
        </message>
        <message id="opening.unlock-rest">
            <source>Enter the passphrase of this laptop. The camp lead has it.</source>
            <translation>أدخل عبارة مرور هذا الحاسوب. هي لدى قائد المخيم.</translation>
        </message>
        <message id="opening.unlock">
            <source>Unlock</source>
            <translation>افتح</translation>
        </message>
        <message id="practice.sentence">
            <source>Practice: these people are invented, and nothing is kept.</source>
            <translation>تدريب: هؤلاء أشخاص مختلَقون ولا يُحفظ شيء.</translation>
        </message>
        <message id="practice.cut">
            <source>Cut the network</source>
            <translation>اقطع الشبكة</translation>
        </message>
        <message id="practice.restore">
            <source>Bring the network back</source>
            <translation>أعد الشبكة</translation>
        </message>
        <message id="practice.stray">
            <source>Send a picture of nobody</source>
            <translation>أرسل صورة بلا صاحب</translation>
        </message>
        <message id="opening.opening">
            <source>Opening the station…</source>
            <translation>جارٍ فتح المحطة…</translation>
        </message>
    </context>
    <context>
        <name>patients</name>
        <message id="sex.F">
            <source>F</source>
            <translation>أ</translation>
        </message>
        <message id="sex.M">
            <source>M</source>
            <translation>ذ</translation>
        </message>
        <message id="sex.O">
            <source>O</source>
            <translation>آ</translation>
        </message>
        <message id="sex.female">
            <source>Female</source>
            <translation>أنثى</translation>
        </message>
        <message id="sex.male">
            <source>Male</source>
            <translation>ذكر</translation>
        </message>
        <message id="sex.other">
            <source>Other</source>
            <translation>آخر</translation>
        </message>
        <message id="age.about">
            <source>about {value}</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>نحو {value}</translation>
        </message>
        <message id="age.years">
            <source>{value} years</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} سنة</translation>
        </message>
        <message id="age.months">
            <source>{value} months</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} أشهر</translation>
        </message>
        <message id="age.weeks">
            <source>{value} weeks</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} أسابيع</translation>
        </message>
        <message id="age.days">
            <source>{value} days</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} أيام</translation>
        </message>
        <message id="age.ask">
            <source>Write 62, 3m or 1964.</source>
            <translation>اكتب 62 أو 3m أو 1964.</translation>
        </message>
        <message id="age.ask-which">
            <source>Which day is it?</source>
            <translation>أي يوم هو؟</translation>
        </message>
        <message id="age.ask-unit">
            <source>Write 10w, 3m or 62.</source>
            <translation>اكتب 10w أو 3m أو 62.</translation>
        </message>
        <message id="age.ask-calendar">
            <source>Write the age instead.</source>
            <translation>اكتب العمر بدل السنة.</translation>
        </message>
        <message id="alike.same-name">
            <source>Same name</source>
            <translation>الاسم نفسه</translation>
        </message>
        <message id="alike.sounds-same">
            <source>Name sounds the same</source>
            <translation>اسم مشابه في النطق</translation>
        </message>
        <message id="alike.other-name">
            <source>Different name</source>
            <translation>اسم مختلف</translation>
        </message>
        <message id="alike.same-village">
            <source>Same village, {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>القرية نفسها، {village}</translation>
        </message>
        <message id="alike.other-village">
            <source>Lives in {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>من {village}</translation>
        </message>
        <message id="alike.ages">
            <source>Ages {one} and {other}</source>
            <extracomment>Keep {one}, {other} as they are; they become names and numbers.</extracomment>
            <translation>العمر {one} و{other}</translation>
        </message>
        <message id="alike.other-sex">
            <source>Different sex</source>
            <translation>جنس مختلف</translation>
        </message>
        <message id="alike.same-phone">
            <source>Same phone</source>
            <translation>الهاتف نفسه</translation>
        </message>
        <message id="alike.other-phone">
            <source>Different phone</source>
            <translation>هاتف مختلف</translation>
        </message>
        <message id="alike.same-photo">
            <source>The same photo</source>
            <translation>الصورة نفسها</translation>
        </message>
        <message id="register.title">
            <source>Register</source>
            <translation>تسجيل</translation>
        </message>
        <message id="register.today">
            <source>{n} registered today</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>سُجّل اليوم: {n}</translation>
        </message>
        <message id="register.given">
            <source>Given name</source>
            <translation>الاسم الأول</translation>
        </message>
        <message id="register.family">
            <source>Family name</source>
            <translation>اسم العائلة</translation>
        </message>
        <message id="register.native">
            <source>Name in own script</source>
            <translation>الاسم بالخط المحلي</translation>
        </message>
        <message id="register.sex">
            <source>Sex</source>
            <translation>الجنس</translation>
        </message>
        <message id="register.age">
            <source>Age or birth year</source>
            <translation>العمر أو سنة الميلاد</translation>
        </message>
        <message id="register.village">
            <source>Village</source>
            <translation>القرية</translation>
        </message>
        <message id="register.phone">
            <source>Phone</source>
            <translation>الهاتف</translation>
        </message>
        <message id="register.phone-short">
            <source>Looks short.</source>
            <translation>يبدو قصيرًا.</translation>
        </message>
        <message id="register.anyway">
            <source>You can save it anyway.</source>
            <translation>يمكنك الحفظ على أي حال.</translation>
        </message>
        <message id="register.consent">
            <source>Agrees to photos and to sharing with headquarters</source>
            <translation>يوافق على التصوير وعلى مشاركة الصور مع المقر</translation>
        </message>
        <message id="register.save">
            <source>Save</source>
            <translation>حفظ</translation>
        </message>
        <message id="register.clear">
            <source>Clear</source>
            <translation>مسح</translation>
        </message>
        <message id="register.from-file">
            <source>From file</source>
            <translation>من ملف</translation>
        </message>
        <message id="register.no-photo">
            <source>Remove</source>
            <translation>إزالة</translation>
        </message>
        <message id="register.photo-hint">
            <source>Drop a picture here. The photo is optional.</source>
            <translation>أفلت صورة هنا. الصورة اختيارية.</translation>
        </message>
        <message id="register.photo">
            <source>Headshot</source>
            <translation>صورة الوجه</translation>
        </message>
        <message id="register.photo-of">
            <source>Photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>صورة {name}</translation>
        </message>
        <message id="webcam.take">
            <source>Take photo</source>
            <translation>التقط صورة</translation>
        </message>
        <message id="webcam.again">
            <source>Take again</source>
            <translation>التقط مرة أخرى</translation>
        </message>
        <message id="webcam.stop">
            <source>Stop</source>
            <translation>إيقاف</translation>
        </message>
        <message id="webcam.which">
            <source>Webcam</source>
            <translation>كاميرا الويب</translation>
        </message>
        <message id="webcam.starting">
            <source>The webcam is starting.</source>
            <translation>كاميرا الويب قيد التشغيل.</translation>
        </message>
        <message id="webcam.live">
            <source>Live picture. Space takes the photo.</source>
            <translation>صورة مباشرة. مفتاح المسافة يلتقط الصورة.</translation>
        </message>
        <message id="webcam.none">
            <source>No webcam is plugged in. Plug one in, or choose a file.</source>
            <translation>لا توجد كاميرا ويب موصولة. صِل واحدة، أو اختر ملفًا.</translation>
        </message>
        <message id="webcam.gone">
            <source>The webcam has gone away. Plug it in again, or choose a file.</source>
            <translation>انقطعت كاميرا الويب. أعد توصيلها، أو اختر ملفًا.</translation>
        </message>
        <message id="webcam.busy">
            <source>The webcam cannot be opened. Another program may be using it: close that, or choose a file.</source>
            <translation>لا يمكن فتح كاميرا الويب. ربما يستخدمها برنامج آخر: أغلقه، أو اختر ملفًا.</translation>
        </message>
        <message id="webcam.silent">
            <source>No picture comes from the webcam. Another program may be using it: close that, or choose a file.</source>
            <translation>لا تصل أي صورة من كاميرا الويب. ربما يستخدمها برنامج آخر: أغلقه، أو اختر ملفًا.</translation>
        </message>
        <message id="webcam.missing">
            <source>Webcams need something that is not on this laptop: {what}. Choose a file.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>تحتاج كاميرات الويب إلى شيء غير موجود على هذا الحاسوب: {what}. اختر ملفًا.</translation>
        </message>
        <message id="phone.offer">
            <source>Photograph with a phone</source>
            <translation>التصوير بالهاتف</translation>
        </message>
        <message id="phone.scan">
            <source>Scan this with the phone's camera.</source>
            <translation>امسح هذا الرمز بكاميرا الهاتف.</translation>
        </message>
        <message id="phone.left">
            <source>For this photo only. It ends in {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>لهذه الصورة فقط. ينتهي بعد {time}.</translation>
        </message>
        <message id="phone.over">
            <source>The code has ended, and no photo came. Ask for a new one.</source>
            <translation>انتهى الرمز ولم تصل أي صورة. اطلب رمزًا جديدًا.</translation>
        </message>
        <message id="phone.run-out">
            <source>Phones would warn: this laptop's certificate has run out, or its clock is wrong. Use another way.</source>
            <translation>ستحذّر الهواتف: انتهت صلاحية شهادة هذا الحاسوب أو ساعته خاطئة. التقط الصورة بطريقة أخرى.</translation>
        </message>
        <message id="phone.received-form">
            <source>The photo is on the laptop's form. It is kept when the person is registered there.</source>
            <translation>الصورة على النموذج في الحاسوب. تُحفظ عندما يُسجَّل الشخص هناك.</translation>
        </message>
        <message id="phone.received-person">
            <source>The photo is on the laptop. Look there: the laptop says when it is kept.</source>
            <translation>الصورة على الحاسوب. انظر إليه: سيقول متى تُحفظ.</translation>
        </message>
        <message id="phone.page-title">
            <source>Photo for the laptop</source>
            <translation>صورة للحاسوب</translation>
        </message>
        <message id="phone.page-ask">
            <source>Take a photo of the face of the person beside you. It goes to the form that is open on the laptop.</source>
            <translation>التقط صورة لوجه الشخص الذي بجانبك. ستذهب إلى النموذج المفتوح على الحاسوب.</translation>
        </message>
        <message id="phone.page-choose">
            <source>Take photo</source>
            <translation>التقط صورة</translation>
        </message>
        <message id="phone.page-send">
            <source>Send to the laptop</source>
            <translation>أرسل إلى الحاسوب</translation>
        </message>
        <message id="phone.page-ended">
            <source>This link has ended. Nothing was stored. Ask for a new code at the laptop.</source>
            <translation>انتهى هذا الرابط. لم يُحفظ شيء. اطلب رمزًا جديدًا عند الحاسوب.</translation>
        </message>
        <message id="phone.page-other">
            <source>This is not a photo that can be read. Nothing was stored. Send a JPEG or PNG.</source>
            <translation>هذه ليست صورة يمكن قراءتها. لم يُحفظ شيء. أرسل صورة JPEG أو PNG.</translation>
        </message>
        <message id="phone.page-large">
            <source>This photo is too large. Nothing was stored. Choose a smaller size in the camera.</source>
            <translation>هذه الصورة كبيرة جدًا. لم يُحفظ شيء. اختر حجمًا أصغر في الكاميرا.</translation>
        </message>
        <message id="phone.page-busy">
            <source>Another photo comes by this link just now. Nothing of yours was stored.</source>
            <translation>تصل الآن صورة أخرى بهذا الرابط. لم يُحفظ شيء من صورتك.</translation>
        </message>
        <message id="phone.page-trouble">
            <source>That did not work, and nothing was stored. Try again, or take the photo at the laptop.</source>
            <translation>لم ينجح ذلك ولم يُحفظ شيء. حاول مرة أخرى، أو التقط الصورة عند الحاسوب.</translation>
        </message>
        <message id="register.answer-first">
            <source>First say who it is.</source>
            <translation>قل من هو أولًا.</translation>
        </message>
        <message id="register.nameless">
            <source>A name is needed.</source>
            <translation>الاسم مطلوب.</translation>
        </message>
        <message id="register.alike">
            <source>Already here?</source>
            <translation>هل هو مسجّل هنا؟</translation>
        </message>
        <message id="register.alike-count">
            <source>{n} look alike</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>متشابهون: {n}</translation>
        </message>
        <message id="register.new">
            <source>New, just now</source>
            <translation>جديد، الآن</translation>
        </message>
        <message id="register.since">
            <source>Here since {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>هنا منذ {time}</translation>
        </message>
        <message id="register.same-person">
            <source>Same person</source>
            <translation>الشخص نفسه</translation>
        </message>
        <message id="register.someone-else">
            <source>Someone else</source>
            <translation>شخص آخر</translation>
        </message>
        <message id="register.never-joins">
            <source>Nothing is joined unless you say so.</source>
            <translation>لا يُدمج شيء إلا إذا قلت ذلك.</translation>
        </message>
        <message id="patients.title">
            <source>Patients</source>
            <translation>المرضى</translation>
        </message>
        <message id="patients.count" numerus="yes">
            <source>{n} people on this laptop</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أحد على هذا الحاسوب</numerusform>
                <numerusform>شخص واحد على هذا الحاسوب</numerusform>
                <numerusform>شخصان على هذا الحاسوب</numerusform>
                <numerusform>{n} أشخاص على هذا الحاسوب</numerusform>
                <numerusform>{n} شخصًا على هذا الحاسوب</numerusform>
                <numerusform>{n} شخص على هذا الحاسوب</numerusform>
            </translation>
        </message>
        <message id="patients.search">
            <source>Name, ID, phone, or scan a card</source>
            <translation>الاسم أو الرقم أو الهاتف، أو امسح البطاقة</translation>
        </message>
        <message id="patients.none">
            <source>Nobody fits on this laptop</source>
            <translation>لا أحد مطابق على هذا الحاسوب</translation>
        </message>
        <message id="patients.none-rest">
            <source>Try fewer letters, or register the person.</source>
            <translation>جرّب حروفًا أقل أو سجّل الشخص.</translation>
        </message>
        <message id="patients.empty">
            <source>Nobody is registered yet</source>
            <translation>لم يُسجّل أحد بعد</translation>
        </message>
        <message id="patients.empty-rest">
            <source>Register the first person, or let a camera send a picture.</source>
            <translation>سجّل أول شخص أو دع الكاميرا ترسل صورة.</translation>
        </message>
        <message id="patient.born">
            <source>born {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>وُلد {date}</translation>
        </message>
        <message id="patient.born-about">
            <source>born about {year}</source>
            <extracomment>Keep {year} as they are; they become names and numbers.</extracomment>
            <translation>وُلد نحو {year}</translation>
        </message>
        <message id="patient.card">
            <source>Card</source>
            <translation>البطاقة</translation>
        </message>
        <message id="patient.visits">
            <source>Visits</source>
            <translation>الزيارات</translation>
        </message>
        <message id="patient.today">
            <source>Today</source>
            <translation>اليوم</translation>
        </message>
        <message id="patient.read">
            <source>Read</source>
            <translation>القراءة</translation>
        </message>
        <message id="patient.to-camera">
            <source>To camera</source>
            <translation>إلى الكاميرا</translation>
        </message>
        <message id="patient.photo">
            <source>Photo from file</source>
            <translation>صورة من ملف</translation>
        </message>
        <message id="patient.consent">
            <source>Consent given</source>
            <translation>وافق</translation>
        </message>
        <message id="patient.no-consent">
            <source>No consent</source>
            <translation>لم يوافق</translation>
        </message>
        <message id="patient.consent-unasked">
            <source>Consent not asked</source>
            <translation>لم يُسأل عن الموافقة</translation>
        </message>
        <message id="patient.known-as">
            <source>Known as</source>
            <translation>معروف بـ</translation>
        </message>
        <message id="patient.here">
            <source>Here</source>
            <translation>هنا</translation>
        </message>
        <message id="patient.details">
            <source>Details</source>
            <translation>التفاصيل</translation>
        </message>
        <message id="patient.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صور</numerusform>
                <numerusform>صورة واحدة</numerusform>
                <numerusform>صورتان</numerusform>
                <numerusform>{n} صور</numerusform>
                <numerusform>{n} صورة</numerusform>
                <numerusform>{n} صورة</numerusform>
            </translation>
        </message>
        <message id="patient.no-pictures">
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
        <message id="patient.unknown-eye" numerus="yes">
            <source>{n} pictures without an eye</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صور بلا تحديد العين</numerusform>
                <numerusform>صورة واحدة بلا تحديد العين</numerusform>
                <numerusform>صورتان بلا تحديد العين</numerusform>
                <numerusform>{n} صور بلا تحديد العين</numerusform>
                <numerusform>{n} صورة بلا تحديد العين</numerusform>
                <numerusform>{n} صورة بلا تحديد العين</numerusform>
            </translation>
        </message>
        <message id="patient.no-visits-rest">
            <source>Pictures appear here by themselves when the camera sends them.</source>
            <translation>تظهر الصور هنا تلقائيًا عندما ترسلها الكاميرا.</translation>
        </message>
        <message id="patient.called">
            <source>{name} is at the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} عند الكاميرا</translation>
        </message>
        <message id="patient.new-photo">
            <source>New photo</source>
            <translation>صورة جديدة</translation>
        </message>
        <message id="patient.photo-set">
            <source>New photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>صورة جديدة لـ {name}</translation>
        </message>
        <message id="patient.shared-photo">
            <source>This photo is also shown for {name}, {number}. Whose face is it?</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>هذه الصورة معروضة أيضًا لـ {name}، {number}. لمن هذا الوجه؟</translation>
        </message>
        <message id="patient.not-this-face">
            <source>Not {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>ليس {name}</translation>
        </message>
        <message id="patient.open-other">
            <source>Open {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>افتح {name}</translation>
        </message>
        <message id="patient.photo-away">
            <source>The photo is taken away from {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>أُزيلت الصورة من {name}</translation>
        </message>
        <message id="join.offer">
            <source>Same person as…</source>
            <translation>الشخص نفسه مثل…</translation>
        </message>
        <message id="join.search">
            <source>Whose other record?</source>
            <translation>سجلّ مَن الآخر؟</translation>
        </message>
        <message id="join.close">
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message id="join.differ">
            <source>Sex or birth year differ. Press again if it really is one person.</source>
            <translation>الجنس أو سنة الميلاد مختلفة. اضغط مرة أخرى إذا كانا شخصًا واحدًا حقًا.</translation>
        </message>
        <message id="join.done">
            <source>{name} and {other} are one person</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} و{other} شخص واحد</translation>
        </message>
        <message id="join.parted">
            <source>{name} and {other} are two people</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} و{other} شخصان</translation>
        </message>
        <message id="join.sort">
            <source>{n} new since they were joined: look whose they are.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>الجديد منذ الدمج: {n}. انظر لمن هو.</translation>
        </message>
        <message id="join.joined">
            <source>One person with {name}, {number}. Joined by {by}, {date}.</source>
            <extracomment>Keep {by}, {date}, {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>شخص واحد مع {name}، {number}. دمجهما {by}، {date}.</translation>
        </message>
        <message id="join.part">
            <source>They are two people</source>
            <translation>هما شخصان</translation>
        </message>
        <message id="join.under">
            <source>under {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>تحت {number}</translation>
        </message>
        <message id="patient.photos">
            <source>Photos</source>
            <translation>الصور</translation>
        </message>
        <message id="patient.earlier-photo">
            <source>Show the earlier photo</source>
            <translation>اعرض الصورة السابقة</translation>
        </message>
        <message id="patient.from">
            <source>from {camera}</source>
            <extracomment>Keep {camera} as they are; they become names and numbers.</extracomment>
            <translation>من {camera}</translation>
        </message>
        <message id="trail.title">
            <source>Who did what</source>
            <translation>من فعل ماذا</translation>
        </message>
        <message id="trail.more">
            <source>Earlier</source>
            <translation>أقدم</translation>
        </message>
        <message id="trail.line">
            <source>{day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}، {time}</translation>
        </message>
        <message id="trail.nobody">
            <source>nobody signed in</source>
            <translation>دون تسجيل دخول</translation>
        </message>
        <message id="trail.station">
            <source>this laptop</source>
            <translation>هذا الحاسوب</translation>
        </message>
        <message id="trail.hq">
            <source>HQ</source>
            <translation>المقر</translation>
        </message>
        <message id="trail.import">
            <source>an import</source>
            <translation>استيراد</translation>
        </message>
        <message id="trail.program">
            <source>program {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>البرنامج {name}</translation>
        </message>
        <message id="trail.times">
            <source>{what} ({n} times)</source>
            <extracomment>Keep {n}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{what} ({n} مرات)</translation>
        </message>
        <message id="trail.patient-create">
            <source>registered the person</source>
            <translation>سجّل الشخص</translation>
        </message>
        <message id="trail.patient-amend">
            <source>changed what is known of the person</source>
            <translation>عدّل بيانات الشخص</translation>
        </message>
        <message id="trail.patient-forget">
            <source>removed the person</source>
            <translation>أزال الشخص</translation>
        </message>
        <message id="trail.card-create">
            <source>printed the card</source>
            <translation>طبع البطاقة</translation>
        </message>
        <message id="trail.card-amend">
            <source>met somebody else with this card</source>
            <translation>وجد شخصًا آخر بهذه البطاقة</translation>
        </message>
        <message id="trail.joined">
            <source>joined two records</source>
            <translation>ضمّ سجلين</translation>
        </message>
        <message id="trail.parted">
            <source>parted two records</source>
            <translation>فصل سجلين</translation>
        </message>
        <message id="trail.instance-create">
            <source>picture arrived: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>وصلت صورة: {what}</translation>
        </message>
        <message id="trail.instance-amend">
            <source>picture put right</source>
            <translation>صحّح صورة</translation>
        </message>
        <message id="trail.instance-forget">
            <source>removed a picture</source>
            <translation>أزال صورة</translation>
        </message>
        <message id="trail.moved">
            <source>moved a picture</source>
            <translation>نقل صورة</translation>
        </message>
        <message id="trail.hidden">
            <source>hid a picture</source>
            <translation>أخفى صورة</translation>
        </message>
        <message id="trail.shown">
            <source>showed a hidden picture again</source>
            <translation>أظهر صورة مخفية</translation>
        </message>
        <message id="trail.eye">
            <source>eye: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>العين: {was} ← {now}</translation>
        </message>
        <message id="trail.field">
            <source>field: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>المجال: {was} ← {now}</translation>
        </message>
        <message id="trail.unknown">
            <source>not stated</source>
            <translation>غير مذكور</translation>
        </message>
        <message id="trail.opinion-create">
            <source>graded the {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>قيّم {eye}</translation>
        </message>
        <message id="trail.referral-create">
            <source>decided: to be seen</source>
            <translation>قرّر: يجب أن يُفحص</translation>
        </message>
        <message id="trail.referral-amend">
            <source>changed the referral</source>
            <translation>غيّر الإحالة</translation>
        </message>
        <message id="trail.told">
            <source>told the person</source>
            <translation>أبلغ الشخص</translation>
        </message>
        <message id="trail.untold">
            <source>not told after all</source>
            <translation>لم يُبلَّغ في الواقع</translation>
        </message>
        <message id="trail.seen">
            <source>closed the referral</source>
            <translation>أنهى الإحالة</translation>
        </message>
        <message id="trail.reopened">
            <source>opened the referral again</source>
            <translation>فتح الإحالة من جديد</translation>
        </message>
        <message id="trail.letter-create">
            <source>printed a letter</source>
            <translation>طبع رسالة</translation>
        </message>
        <message id="trail.photo-create">
            <source>took a headshot</source>
            <translation>التقط صورة الوجه</translation>
        </message>
        <message id="trail.photo-amend">
            <source>showed an earlier headshot</source>
            <translation>أظهر صورة وجه سابقة</translation>
        </message>
        <message id="trail.photo-forget">
            <source>took a headshot away</source>
            <translation>أزال صورة الوجه</translation>
        </message>
        <message id="trail.turn-create">
            <source>called to the camera</source>
            <translation>دعا إلى الكاميرا</translation>
        </message>
        <message id="trail.turn-amend">
            <source>left the camera</source>
            <translation>غادر الكاميرا</translation>
        </message>
        <message id="trail.quality-create">
            <source>judged a picture</source>
            <translation>حكم على جودة صورة</translation>
        </message>
        <message id="trail.annotation-create">
            <source>drew on a picture</source>
            <translation>رسم على صورة</translation>
        </message>
        <message id="trail.annotation-back">
            <source>took a drawing back</source>
            <translation>أزال رسمًا</translation>
        </message>
    </context>
    <context>
        <name>problems</name>
        <message id="problem.Problem">
            <source>This did not work</source>
            <translation>لم تنجح العملية</translation>
        </message>
        <message id="problem.Problem.do">
            <source>Try once more.</source>
            <translation>حاول مرة أخرى.</translation>
        </message>
        <message id="problem.Invalid">
            <source>This cannot be used</source>
            <translation>لا يمكن استخدام هذا</translation>
        </message>
        <message id="problem.Invalid.do">
            <source>Look at what was entered and change it.</source>
            <translation>راجع ما أدخلته وعدّله.</translation>
        </message>
        <message id="problem.TooLarge">
            <source>This is too large</source>
            <translation>هذا كبير جدًا</translation>
        </message>
        <message id="problem.TooLarge.do">
            <source>Choose a smaller file.</source>
            <translation>اختر ملفًا أصغر.</translation>
        </message>
        <message id="problem.Unsupported">
            <source>This kind is not read</source>
            <translation>هذا النوع غير مقروء</translation>
        </message>
        <message id="problem.Unsupported.do">
            <source>Choose a JPEG or PNG picture, or a DICOM file.</source>
            <translation>اختر صورة JPEG أو PNG أو ملف DICOM.</translation>
        </message>
        <message id="problem.NotFound">
            <source>It is not here</source>
            <translation>غير موجود هنا</translation>
        </message>
        <message id="problem.NotFound.do">
            <source>Search again by name or number.</source>
            <translation>ابحث مجددًا بالاسم أو الرقم.</translation>
        </message>
        <message id="problem.Gone">
            <source>It was removed</source>
            <translation>تمت إزالته</translation>
        </message>
        <message id="problem.Gone.do">
            <source>Its history is kept.</source>
            <translation>سجله محفوظ.</translation>
        </message>
        <message id="problem.Conflict">
            <source>Somebody changed it meanwhile</source>
            <translation>غيّره شخص آخر في هذه الأثناء</translation>
        </message>
        <message id="problem.Conflict.do">
            <source>Look at the new values, then decide.</source>
            <translation>راجع القيم الجديدة ثم قرّر.</translation>
        </message>
        <message id="problem.Refused">
            <source>This is not allowed</source>
            <translation>هذا غير مسموح</translation>
        </message>
        <message id="problem.Refused.do">
            <source>Ask the camp's lead.</source>
            <translation>اسأل مسؤول المخيم.</translation>
        </message>
        <message id="problem.Unauthorized">
            <source>Nobody is signed in</source>
            <translation>لم يسجل أحد الدخول</translation>
        </message>
        <message id="problem.Unauthorized.do">
            <source>Sign in, or ask for a new key.</source>
            <translation>سجّل الدخول أو اطلب مفتاحًا جديدًا.</translation>
        </message>
        <message id="problem.Unavailable">
            <source>Busy just now</source>
            <translation>مشغول الآن</translation>
        </message>
        <message id="problem.Unavailable.do">
            <source>Work on. Eyecamp tries again by itself.</source>
            <translation>تابع عملك. سيحاول البرنامج مجددًا من تلقاء نفسه.</translation>
        </message>
        <message id="problem.Offline">
            <source>No network</source>
            <translation>لا توجد شبكة</translation>
        </message>
        <message id="problem.Offline.do">
            <source>Work on. Sending starts by itself when a network appears.</source>
            <translation>تابع عملك. يبدأ الإرسال تلقائيًا عند توفر شبكة.</translation>
        </message>
        <message id="problem.Portal">
            <source>A login page answered</source>
            <translation>ردّت صفحة تسجيل دخول</translation>
        </message>
        <message id="problem.Portal.do">
            <source>Open a web browser and sign in to this network.</source>
            <translation>افتح المتصفح وسجّل الدخول إلى هذه الشبكة.</translation>
        </message>
        <message id="problem.StorageFull">
            <source>This laptop is full</source>
            <translation>امتلأ هذا الحاسوب</translation>
        </message>
        <message id="problem.StorageFull.do">
            <source>Free some space; cameras keep their pictures until then.</source>
            <translation>أفرغ بعض المساحة؛ تبقى الصور في الكاميرات حتى ذلك الحين.</translation>
        </message>
        <message id="problem.Damaged">
            <source>A file is damaged</source>
            <translation>ملف تالف</translation>
        </message>
        <message id="problem.Damaged.do">
            <source>It is set aside. Take or send the picture again if you can.</source>
            <translation>وُضع جانبًا. أعد التقاط الصورة أو إرسالها إن أمكن.</translation>
        </message>
        <message id="problem.Locked">
            <source>The station is locked</source>
            <translation>المحطة مقفلة</translation>
        </message>
        <message id="problem.Locked.do">
            <source>Close the other Eyecamp, or enter the passphrase again.</source>
            <translation>أغلق نسخة Eyecamp الأخرى أو أعد إدخال عبارة المرور.</translation>
        </message>
    </context>
    <context>
        <name>questions</name>
        <message id="question.name">
            <source>Two names</source>
            <translation>اسمان مختلفان</translation>
        </message>
        <message id="question.gender">
            <source>Two sexes</source>
            <translation>جنسان مختلفان</translation>
        </message>
        <message id="question.birthDate">
            <source>Two dates of birth</source>
            <translation>تاريخا ميلاد مختلفان</translation>
        </message>
        <message id="question.address">
            <source>Two villages</source>
            <translation>قريتان مختلفتان</translation>
        </message>
        <message id="question.removed">
            <source>Removed on one side</source>
            <translation>حُذف من جهة واحدة</translation>
        </message>
        <message id="question.other">
            <source>Two versions of a record</source>
            <translation>نسختان من سجل</translation>
        </message>
        <message id="question.before">
            <source>Before</source>
            <translation>سابقًا</translation>
        </message>
        <message id="question.here">
            <source>This laptop says</source>
            <translation>هذا الحاسوب يقول</translation>
        </message>
        <message id="question.there">
            <source>Headquarters says</source>
            <translation>المقر يقول</translation>
        </message>
        <message id="question.nothing">
            <source>nothing</source>
            <translation>لا شيء</translation>
        </message>
        <message id="question.keep-mine">
            <source>Send ours</source>
            <translation>نسختنا</translation>
        </message>
        <message id="question.keep-theirs">
            <source>Take theirs</source>
            <translation>نسختهم</translation>
        </message>
        <message id="question.keep-both">
            <source>Each keeps its own</source>
            <translation>النسختان</translation>
        </message>
        <message id="question.decided">
            <source>Decided. The next sync follows it.</source>
            <translation>تقرر. تتبعه المزامنة التالية.</translation>
        </message>
        <message id="records.title">
            <source>Records</source>
            <translation>السجلات</translation>
        </message>
        <message id="records.waiting">
            <source>Not shown by headquarters yet: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>لم يعرضها المقر بعد: {n}</translation>
        </message>
        <message id="records.alone">
            <source>On this laptop alone: {n}. This headquarters takes pictures only.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>على هذا الحاسوب فقط: {n}. هذا المقر يقبل الصور فقط.</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message id="hq.list-page-large">
            <source>A page of the list of headquarters is too large.</source>
            <translation>صفحة من قائمة المقر كبيرة جدًا.</translation>
        </message>
        <message id="hq.loses-halves">
            <source>Headquarters loses what has come of this picture.</source>
            <translation>يفقد المقر ما وصل من هذه الصورة.</translation>
        </message>
        <message id="hq.picture-cut">
            <source>The bytes of a picture are not those that came in.</source>
            <translation>بايتات إحدى الصور ليست هي التي وصلت.</translation>
        </message>
        <message id="hq.no-small-pictures">
            <source>Headquarters makes no small pictures.</source>
            <translation>لا يصنع المقر صورًا صغيرة.</translation>
        </message>
        <message id="hq.line-closed">
            <source>The line to headquarters was closed.</source>
            <translation>أُغلق الاتصال بالمقر.</translation>
        </message>
        <message id="hq.closed-while-sending">
            <source>Eyecamp was closed while this picture was being sent.</source>
            <translation>أُغلق Eyecamp أثناء إرسال هذه الصورة.</translation>
        </message>
        <message id="hq.no-list">
            <source>Headquarters answered with something that is not a list.</source>
            <translation>ردّ المقر بشيء ليس قائمة.</translation>
        </message>
        <message id="hq.not-as-stored">
            <source>Headquarters cannot give the picture in the form it is stored in.</source>
            <translation>لا يستطيع المقر تقديم الصورة بالصيغة المحفوظة بها.</translation>
        </message>
        <message id="hq.could-not-process">
            <source>Headquarters could not process this picture.</source>
            <translation>تعذّرت على المقر معالجة هذه الصورة.</translation>
        </message>
        <message id="hq.could-not-read">
            <source>Headquarters could not read this picture.</source>
            <translation>تعذّرت على المقر قراءة هذه الصورة.</translation>
        </message>
        <message id="hq.did-not-say">
            <source>Headquarters did not say what became of this picture.</source>
            <translation>لم يقل المقر ماذا حدث لهذه الصورة.</translation>
        </message>
        <message id="hq.request-refused">
            <source>Headquarters did not take the request ({status}).</source>
            <extracomment>Keep {status} as they are; they become names and numbers.</extracomment>
            <translation>لم يقبل المقر الطلب ({status}).</translation>
        </message>
        <message id="hq.picture-refused">
            <source>Headquarters did not take this picture (reason {reason}).</source>
            <extracomment>Keep {reason} as they are; they become names and numbers.</extracomment>
            <translation>لم يقبل المقر هذه الصورة (السبب {reason}).</translation>
        </message>
        <message id="hq.not-understood">
            <source>Headquarters did not understand what was sent.</source>
            <translation>لم يفهم المقر ما أُرسل.</translation>
        </message>
        <message id="hq.not-allowed">
            <source>Headquarters does not allow this to this station.</source>
            <translation>لا يسمح المقر بهذا لهذه المحطة.</translation>
        </message>
        <message id="hq.no-end">
            <source>Headquarters does not come to an end with its answer.</source>
            <translation>لا ينتهي المقر من ردّه.</translation>
        </message>
        <message id="hq.no-person-yet">
            <source>Headquarters does not have this person yet.</source>
            <translation>هذا الشخص غير موجود في المقر بعد.</translation>
        </message>
        <message id="hq.token-unknown">
            <source>Headquarters does not know this station's token.</source>
            <translation>لا يعرف المقر رمز هذه المحطة.</translation>
        </message>
        <message id="hq.may-not-send">
            <source>Headquarters does not let this station send pictures.</source>
            <translation>لا يسمح المقر لهذه المحطة بإرسال الصور.</translation>
        </message>
        <message id="hq.place-unknown">
            <source>Headquarters does not say where the pictures of this visit are.</source>
            <translation>لا يقول المقر أين توجد صور هذه الزيارة.</translation>
        </message>
        <message id="hq.record-otherwise">
            <source>Headquarters does not show this record any more as it was confirmed.</source>
            <translation>لم يعد المقر يعرض هذا السجل كما أُكّد.</translation>
        </message>
        <message id="hq.form-refused">
            <source>Headquarters does not take pictures in this form.</source>
            <translation>لا يقبل المقر الصور بهذه الصيغة.</translation>
        </message>
        <message id="hq.compression-refused">
            <source>Headquarters does not take this kind of compression.</source>
            <translation>لا يقبل المقر هذا النوع من الضغط.</translation>
        </message>
        <message id="hq.kind-refused">
            <source>Headquarters does not take this kind of picture.</source>
            <translation>لا يقبل المقر هذا النوع من الصور.</translation>
        </message>
        <message id="hq.picture-lost">
            <source>Headquarters had this picture, and has lost it.</source>
            <translation>كانت هذه الصورة لدى المقر وفقدها.</translation>
        </message>
        <message id="hq.record-lost">
            <source>Headquarters had this record, and has lost it.</source>
            <translation>كان هذا السجل لدى المقر وفقده.</translation>
        </message>
        <message id="hq.another-picture">
            <source>Headquarters has another picture under this number.</source>
            <translation>لدى المقر صورة أخرى تحت هذا الرقم.</translation>
        </message>
        <message id="hq.no-archive">
            <source>Headquarters has no archive at this address.</source>
            <translation>لا يوجد أرشيف للمقر في هذا العنوان.</translation>
        </message>
        <message id="hq.no-records">
            <source>Headquarters has no records at this address.</source>
            <translation>لا توجد سجلات للمقر في هذا العنوان.</translation>
        </message>
        <message id="hq.no-room">
            <source>Headquarters has no room for this picture just now.</source>
            <translation>لا مكان في المقر لهذه الصورة الآن.</translation>
        </message>
        <message id="hq.removed-there">
            <source>Headquarters has removed this.</source>
            <translation>أزاله المقر.</translation>
        </message>
        <message id="hq.something-else">
            <source>Headquarters has something else under this number.</source>
            <translation>لدى المقر شيء آخر تحت هذا الرقم.</translation>
        </message>
        <message id="hq.not-shown-what">
            <source>Headquarters has this picture, but does not show what it is.</source>
            <translation>الصورة لدى المقر، لكنه لا يُظهر ما هي.</translation>
        </message>
        <message id="hq.differs">
            <source>Headquarters has this picture, but {what} differs.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>الصورة لدى المقر، لكن هذا مختلف: {what}.</translation>
        </message>
        <message id="hq.differ">
            <source>Headquarters has this picture, but {what} differ.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>الصورة لدى المقر، لكن هذه مختلفة: {what}.</translation>
        </message>
        <message id="hq.record-twice">
            <source>Headquarters has this record more than once.</source>
            <translation>هذا السجل لدى المقر أكثر من مرة.</translation>
        </message>
        <message id="hq.busy">
            <source>Headquarters is busy.</source>
            <translation>المقر مشغول.</translation>
        </message>
        <message id="hq.fhir-edition">
            <source>Headquarters keeps records in an edition of FHIR that Eyecamp does not speak.</source>
            <translation>يحفظ المقر السجلات بإصدار من FHIR لا يعرفه Eyecamp.</translation>
        </message>
        <message id="hq.place-not-encrypted">
            <source>Headquarters named a place for pictures that does not encrypt.</source>
            <translation>سمّى المقر مكانًا للصور بلا تشفير.</translation>
        </message>
        <message id="hq.fixed-there">
            <source>Headquarters says something else, and lets no station change it.</source>
            <translation>يقول المقر شيئًا آخر ولا يسمح لأي محطة بتغييره.</translation>
        </message>
        <message id="hq.somebody-must-choose">
            <source>Headquarters says something else. Somebody must choose.</source>
            <translation>يقول المقر شيئًا آخر. يجب أن يختار أحد.</translation>
        </message>
        <message id="hq.number-not-valid">
            <source>Headquarters says that the picture's number is not valid.</source>
            <translation>يقول المقر إن رقم الصورة غير صالح.</translation>
        </message>
        <message id="hq.not-of-visit">
            <source>Headquarters says that this picture does not belong to its visit.</source>
            <translation>يقول المقر إن هذه الصورة لا تخص زيارتها.</translation>
        </message>
        <message id="hq.too-slow">
            <source>Headquarters sends too slowly to be waited for.</source>
            <translation>يرسل المقر ببطء لا يمكن انتظاره.</translation>
        </message>
        <message id="hq.sent-elsewhere">
            <source>Headquarters sent us on to another server. That is not followed.</source>
            <translation>أحالنا المقر إلى خادم آخر. لا نتبع ذلك.</translation>
        </message>
        <message id="hq.shown-again">
            <source>Headquarters shows this record again, which was removed here.</source>
            <translation>يعرض المقر من جديد هذا السجل الذي أُزيل هنا.</translation>
        </message>
        <message id="hq.still-shown">
            <source>Headquarters still shows this record, which was removed here.</source>
            <translation>ما زال المقر يعرض هذا السجل الذي أُزيل هنا.</translation>
        </message>
        <message id="hq.kept-from-elsewhere">
            <source>Headquarters has this from elsewhere and keeps it, though it was removed here. Somebody there must look.</source>
            <translation>هذا لدى المقر من مصدر آخر وهو يُبقيه، مع أنه أُزيل هنا. يجب أن ينظر فيه شخص هناك.</translation>
        </message>
        <message id="hq.kept-changed">
            <source>Headquarters keeps this, which was removed here: somebody changed it there. Somebody there must look.</source>
            <translation>يُبقي المقر هذا الذي أُزيل هنا: غيّره شخص هناك. يجب أن ينظر فيه شخص هناك.</translation>
        </message>
        <message id="hq.kept-pictures">
            <source>Headquarters keeps this visit, which was removed here: it has its pictures. Somebody there must look.</source>
            <translation>يُبقي المقر هذه الزيارة التي أُزيلت هنا: لديه صورها. يجب أن ينظر فيها شخص هناك.</translation>
        </message>
        <message id="hq.stopped-answering">
            <source>Headquarters stopped answering.</source>
            <translation>توقف المقر عن الرد.</translation>
        </message>
        <message id="hq.takes-no-appointments">
            <source>Headquarters takes no appointments.</source>
            <translation>لا يقبل المقر المواعيد.</translation>
        </message>
        <message id="hq.takes-no-grades">
            <source>Headquarters takes no grades.</source>
            <translation>لا يقبل المقر التقييمات.</translation>
        </message>
        <message id="hq.takes-no-headshots">
            <source>Headquarters takes no headshots.</source>
            <translation>لا يقبل المقر صور الوجوه.</translation>
        </message>
        <message id="hq.takes-no-people">
            <source>Headquarters takes no new people from stations.</source>
            <translation>لا يقبل المقر أشخاصًا جددًا من المحطات.</translation>
        </message>
        <message id="hq.takes-no-referrals">
            <source>Headquarters takes no referrals.</source>
            <translation>لا يقبل المقر الإحالات.</translation>
        </message>
        <message id="hq.takes-no-visits">
            <source>Headquarters takes no visits.</source>
            <translation>لا يقبل المقر الزيارات.</translation>
        </message>
        <message id="hq.not-stored">
            <source>Headquarters takes this picture again and again without storing it.</source>
            <translation>يستلم المقر هذه الصورة مرارًا دون أن يحفظها.</translation>
        </message>
        <message id="hq.not-shown-yet">
            <source>Headquarters took this picture, but does not show it yet.</source>
            <translation>استلم المقر هذه الصورة لكنه لا يعرضها بعد.</translation>
        </message>
        <message id="hq.record-not-shown">
            <source>Headquarters took this record, but does not show it as it was sent.</source>
            <translation>استلم المقر هذا السجل لكنه لا يعرضه كما أُرسل.</translation>
        </message>
        <message id="hq.none-set-up">
            <source>No headquarters is set up.</source>
            <translation>لم يُحدَّد مقر.</translation>
        </message>
        <message id="hq.not-decided">
            <source>Nobody has decided this yet.</source>
            <translation>لم يقرر أحد هذا بعد.</translation>
        </message>
        <message id="hq.whose-picture">
            <source>Nobody has said yet whose picture this is.</source>
            <translation>لم يقل أحد بعد لمن هذه الصورة.</translation>
        </message>
        <message id="hq.whose">
            <source>Nobody has said yet whose this is.</source>
            <translation>لم يقل أحد بعد لمن هذا.</translation>
        </message>
        <message id="hq.changed-there">
            <source>Somebody changed this at headquarters meanwhile.</source>
            <translation>غيّره شخص في المقر في هذه الأثناء.</translation>
        </message>
        <message id="hq.decided-already">
            <source>Somebody has already decided this.</source>
            <translation>سبق أن قرر شخص هذا.</translation>
        </message>
        <message id="hq.certificate">
            <source>Something answered that cannot prove to be headquarters: its certificate is not valid.</source>
            <translation>ردّ شيء لا يستطيع إثبات أنه المقر: شهادته غير صالحة.</translation>
        </message>
        <message id="hq.not-headquarters">
            <source>Something answered that is not headquarters, perhaps the login page of this network.</source>
            <translation>ردّ شيء ليس المقر، ربما صفحة تسجيل دخول هذه الشبكة.</translation>
        </message>
        <message id="hq.address-unreadable">
            <source>The address of headquarters cannot be read.</source>
            <translation>تعذّرت قراءة عنوان المقر.</translation>
        </message>
        <message id="hq.address-form">
            <source>The address of headquarters must look like https://host/dicom-web.</source>
            <translation>يجب أن يكون عنوان المقر على شكل https://host/dicom-web.</translation>
        </message>
        <message id="hq.answer-damaged">
            <source>The answer of headquarters came damaged.</source>
            <translation>وصل ردّ المقر تالفًا.</translation>
        </message>
        <message id="hq.two-people">
            <source>The camera used one visit number for two people. A person must look at this visit first.</source>
            <translation>استخدمت الكاميرا رقم زيارة واحدًا لشخصين. يجب أن يراجع شخص هذه الزيارة أولًا.</translation>
        </message>
        <message id="hq.line-broke">
            <source>The line to headquarters broke.</source>
            <translation>انقطع الخط مع المقر.</translation>
        </message>
        <message id="hq.line-too-short">
            <source>The line to headquarters breaks too early for a picture of this size. It is tried again every hour, and can go by stick.</source>
            <translation>ينقطع الخط مع المقر قبل أن تصل صورة بهذا الحجم. تُعاد المحاولة كل ساعة، ويمكن نقلها بالذاكرة.</translation>
        </message>
        <message id="hq.paid-link-spent">
            <source>Today's share of the paid link is used up. It goes tomorrow or on another link. “Sync now” sends it all the same.</source>
            <translation>استُهلكت حصة اليوم من الرابط المدفوع. تُرسل غدًا أو عبر رابط آخر. زر «زامن الآن» يرسلها رغم ذلك.</translation>
        </message>
        <message id="hq.list-damaged">
            <source>The list of headquarters came damaged.</source>
            <translation>وصلت قائمة المقر تالفة.</translation>
        </message>
        <message id="hq.list-endless">
            <source>The list of headquarters does not come to an end.</source>
            <translation>لا تنتهي قائمة المقر.</translation>
        </message>
        <message id="hq.list-circles">
            <source>The list of headquarters goes in circles.</source>
            <translation>تدور قائمة المقر في حلقة.</translation>
        </message>
        <message id="hq.not-come">
            <source>The picture of this entry has not come yet.</source>
            <translation>لم تصل صورة هذا القيد بعد.</translation>
        </message>
        <message id="hq.token-open-line">
            <source>The token for headquarters is not sent over an open line. Use an https address.</source>
            <translation>لا يُرسل رمز المقر عبر خط مكشوف. استخدم عنوان https.</translation>
        </message>
        <message id="hq.no-patient">
            <source>There is no such patient.</source>
            <translation>لا يوجد مريض كهذا.</translation>
        </message>
        <message id="hq.no-question">
            <source>There is no such question.</source>
            <translation>لا يوجد سؤال كهذا.</translation>
        </message>
        <message id="hq.no-way">
            <source>There is no way to headquarters just now.</source>
            <translation>لا طريق إلى المقر الآن.</translation>
        </message>
        <message id="hq.not-choosable">
            <source>This cannot be chosen here.</source>
            <translation>لا يمكن اختيار هذا هنا.</translation>
        </message>
        <message id="hq.no-picture">
            <source>This is not a picture.</source>
            <translation>هذه ليست صورة.</translation>
        </message>
        <message id="hq.picture-too-large">
            <source>This picture is larger than headquarters takes.</source>
            <translation>هذه الصورة أكبر مما يقبله المقر.</translation>
        </message>
        <message id="hq.two-versions">
            <source>Two versions of this picture are here. A person must say which one is right.</source>
            <translation>توجد هنا نسختان من هذه الصورة. يجب أن يقول شخص أيهما الصحيحة.</translation>
        </message>
        <message id="hq.result-no-eye">
            <source>Headquarters does not say which eye.</source>
            <translation>لا يقول المقر أي عين.</translation>
        </message>
        <message id="hq.result-taken-back">
            <source>Headquarters has taken this result back.</source>
            <translation>سحب المقر هذه النتيجة.</translation>
        </message>
        <message id="hq.no-such-picture">
            <source>Headquarters has no such picture, or two that differ.</source>
            <translation>لا توجد هذه الصورة في المقر، أو توجد صورتان مختلفتان.</translation>
        </message>
        <message id="hq.lists-no-results">
            <source>Headquarters lists no such results.</source>
            <translation>لا يسرد المقر نتائج كهذه.</translation>
        </message>
        <message id="hq.result-several-people">
            <source>Headquarters names several people who are registered here.</source>
            <translation>يسمّي المقر عدة أشخاص مسجلين هنا.</translation>
        </message>
        <message id="hq.result-other-picture">
            <source>Headquarters names somebody, and a picture of somebody else.</source>
            <translation>يسمّي المقر شخصًا وصورة لشخص آخر.</translation>
        </message>
        <message id="hq.result-name-alone">
            <source>Headquarters names this person by name alone.</source>
            <translation>يذكر المقر هذا الشخص بالاسم فقط.</translation>
        </message>
        <message id="hq.result-other-eye">
            <source>Headquarters speaks of one eye, and of a picture of the other.</source>
            <translation>يتحدث المقر عن عين وعن صورة للعين الأخرى.</translation>
        </message>
        <message id="hq.no-results-listed">
            <source>No results are listed.</source>
            <translation>لا توجد نتائج في القائمة.</translation>
        </message>
        <message id="hq.needs-a-hand">
            <source>Say who you are: this needs a hand.</source>
            <translation>قل من أنت: هذا يحتاج إلى توقيع شخص.</translation>
        </message>
        <message id="hq.answered-already">
            <source>Somebody has answered this already.</source>
            <translation>سبق أن أجاب شخص عن هذا.</translation>
        </message>
        <message id="hq.no-result">
            <source>There is no such result.</source>
            <translation>لا توجد نتيجة كهذه.</translation>
        </message>
        <message id="hq.task-whose">
            <source>Headquarters asks for pictures that are here, but does not say whose they are.</source>
            <translation>يطلب المقر صورًا موجودة هنا، لكنه لا يذكر صاحبها.</translation>
        </message>
        <message id="hq.task-several">
            <source>Headquarters names pictures of several people.</source>
            <translation>يذكر المقر صورًا لعدة أشخاص.</translation>
        </message>
        <message id="hq.task-moved">
            <source>Headquarters now says that this task is about somebody else.</source>
            <translation>يقول المقر الآن إن هذه المهمة تخص شخصًا آخر.</translation>
        </message>
        <message id="hq.task-taken">
            <source>Headquarters has given this task to somebody else. What was said here stays an opinion.</source>
            <translation>أعطى المقر هذه المهمة لشخص آخر. ما قيل هنا يبقى رأيًا.</translation>
        </message>
        <message id="hq.task-ended">
            <source>Headquarters has ended this task. What was said here stays an opinion.</source>
            <translation>أنهى المقر هذه المهمة. ما قيل هنا يبقى رأيًا.</translation>
        </message>
        <message id="hq.task-gone">
            <source>Headquarters does not have this task any more. What was said here stays an opinion.</source>
            <translation>لم تعد هذه المهمة موجودة في المقر. ما قيل هنا يبقى رأيًا.</translation>
        </message>
        <message id="hq.task-not-given">
            <source>Headquarters did not give this task to this station.</source>
            <translation>لم يعط المقر هذه المهمة لهذه المحطة.</translation>
        </message>
        <message id="hq.task-not-taken">
            <source>Headquarters did not take what was done for this task.</source>
            <translation>لم يقبل المقر ما أُنجز لهذه المهمة.</translation>
        </message>
        <message id="hq.task-not-back">
            <source>Headquarters did not take this task back.</source>
            <translation>لم يسترجع المقر هذه المهمة.</translation>
        </message>
        <message id="hq.task-not-placed">
            <source>This task could not be placed. Somebody must look at it.</source>
            <translation>تعذر تحديد صاحب هذه المهمة. يجب أن ينظر فيها أحد.</translation>
        </message>
        <message id="hq.no-task">
            <source>There is no such task.</source>
            <translation>لا توجد مهمة كهذه.</translation>
        </message>
        <message id="hq.other-task">
            <source>Headquarters answered with another task than the one that was asked for.</source>
            <translation>أجاب المقر بمهمة غير التي سُئل عنها.</translation>
        </message>
        <message id="hq.no-worklist">
            <source>Headquarters has no worklist.</source>
            <translation>ليس لدى المقر قائمة مهام.</translation>
        </message>
        <message id="hq.result-whose">
            <source>This is a result of a visit here, but headquarters does not say whose it is.</source>
            <translation>هذه نتيجة زيارة هنا، لكن المقر لا يقول لمن هي.</translation>
        </message>
        <message id="hq.result-not-placed">
            <source>This result could not be placed. Somebody must look at it.</source>
            <translation>تعذّر إلحاق هذه النتيجة بصاحبها. يجب أن يطّلع عليها أحد.</translation>
        </message>
        <message id="hq.result-does-not-fit">
            <source>What headquarters says of this person does not fit.</source>
            <translation>ما يقوله المقر عن هذا الشخص لا يتطابق.</translation>
        </message>
        <message id="hq.own-copy">
            <source>This laptop's own copy cannot be sent. {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>لا يمكن إرسال نسخة هذا الحاسوب. {why}</translation>
        </message>
        <message id="hq.left-there">
            <source>The original of this picture was left at headquarters and is not on this laptop.</source>
            <translation>تُرك أصل هذه الصورة في المقر وليس على هذا الحاسوب.</translation>
        </message>
        <message id="hq.not-left">
            <source>The original of this picture has not left this laptop.</source>
            <translation>أصل هذه الصورة لم يغادر هذا الحاسوب.</translation>
        </message>
        <message id="hq.not-given-back">
            <source>Headquarters does not give this picture back.</source>
            <translation>المقر لا يعيد هذه الصورة.</translation>
        </message>
        <message id="hq.other-bytes-back">
            <source>What headquarters gave back is not the picture that was sent there. It is kept aside.</source>
            <translation>ما أعاده المقر ليس الصورة التي أُرسلت إليه. حُفظ جانبًا.</translation>
        </message>
        <message id="hq.unknown">
            <source>There is a reason that this language has no words for.</source>
            <translation>هناك سبب لا كلمات له بهذه اللغة.</translation>
        </message>
        <message id="hq.part-patient_id">
            <source>the patient number</source>
            <translation>رقم المريض</translation>
        </message>
        <message id="hq.part-study_uid">
            <source>the visit</source>
            <translation>الزيارة</translation>
        </message>
        <message id="hq.part-laterality">
            <source>the eye</source>
            <translation>العين</translation>
        </message>
        <message id="hq.part-rows">
            <source>the height</source>
            <translation>الارتفاع</translation>
        </message>
        <message id="hq.part-columns">
            <source>the width</source>
            <translation>العرض</translation>
        </message>
        <message id="hq.part-frames">
            <source>the number of frames</source>
            <translation>عدد الإطارات</translation>
        </message>
    </context>
    <context>
        <name>referrals</name>
        <message id="referrals.search">
            <source>Name, village, phone</source>
            <translation>الاسم أو القرية أو الهاتف</translation>
        </message>
        <message id="referrals.empty">
            <source>Nobody is waiting to be seen</source>
            <translation>لا أحد ينتظر أن يُعاين</translation>
        </message>
        <message id="referrals.empty-rest">
            <source>Whoever must be referred appears here and stays until somebody has seen them.</source>
            <translation>من يجب إحالته يظهر هنا ويبقى حتى يُعاين.</translation>
        </message>
        <message id="referrals.seen">
            <source>Was seen</source>
            <translation>تمت معاينته</translation>
        </message>
        <message id="referrals.no-phone">
            <source>No phone</source>
            <translation>لا هاتف</translation>
        </message>
        <message id="referrals.told">
            <source>{name} was told</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>تم إبلاغ {name}</translation>
        </message>
        <message id="referrals.not-told">
            <source>{name} was not told after all</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>لم يُبلَّغ {name}</translation>
        </message>
        <message id="referrals.was-seen">
            <source>{name} was seen</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>تمت معاينة {name}</translation>
        </message>
        <message id="referrals.was">
            <source>Decided by {rule}; milder opinions stand now</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>تقرر بموجب {rule}</translation>
        </message>
        <message id="referrals.more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} آخرون</translation>
        </message>
        <message id="referrals.no-letter">
            <source>No letter yet</source>
            <translation>لا رسالة بعد</translation>
        </message>
        <message id="referrals.letter-out-of-date">
            <source>Letter out of date</source>
            <translation>الرسالة لم تعد صالحة</translation>
        </message>
        <message id="referrals.how-in person">
            <source>Told in person</source>
            <translation>أُبلغ شخصيًا</translation>
        </message>
        <message id="referrals.how-phone">
            <source>Told by phone</source>
            <translation>أُبلغ بالهاتف</translation>
        </message>
        <message id="referrals.how-somebody">
            <source>Told through family or village</source>
            <translation>أُبلغ عبر الأهل أو القرية</translation>
        </message>
        <message id="referrals.other-end">
            <source>Other end</source>
            <translation>نهاية أخرى</translation>
        </message>
        <message id="referrals.end-own doctor">
            <source>Is seen by their own doctor</source>
            <translation>يتابعه طبيبه</translation>
        </message>
        <message id="referrals.end-moved away">
            <source>Moved away</source>
            <translation>انتقل من المنطقة</translation>
        </message>
        <message id="referrals.end-does not want">
            <source>Does not want to go</source>
            <translation>لا يريد الذهاب</translation>
        </message>
        <message id="referrals.end-died">
            <source>Died</source>
            <translation>توفي</translation>
        </message>
        <message id="referrals.ended">
            <source>{name}: {why}</source>
            <extracomment>Keep {name}, {why} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {why}</translation>
        </message>
    </context>
    <context>
        <name>reports</name>
        <message id="day.title">
            <source>End of day</source>
            <translation>نهاية اليوم</translation>
        </message>
        <message id="day.pdf">
            <source>Poster as PDF</source>
            <translation>ملصق PDF</translation>
        </message>
        <message id="day.file">
            <source>end-of-day.pdf</source>
            <translation>end-of-day.pdf</translation>
        </message>
        <message id="day.written">
            <source>The poster is in {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>الملصق في {name}</translation>
        </message>
        <message id="day.registered">
            <source>registered</source>
            <translation>سُجّلوا</translation>
        </message>
        <message id="day.pictured">
            <source>pictured</source>
            <translation>صُوّروا</translation>
        </message>
        <message id="day.complete">
            <source>complete</source>
            <translation>مكتملون</translation>
        </message>
        <message id="day.referred">
            <source>referred</source>
            <translation>أُحيلوا</translation>
        </message>
        <message id="day.urgent">
            <source>urgent</source>
            <translation>عاجل</translation>
        </message>
        <message id="day.ungradable">
            <source>ungradable</source>
            <translation>تعذّر تقييمهم</translation>
        </message>
        <message id="day.wall">
            <source>Everyone we saw today</source>
            <translation>كل من رأيناهم اليوم</translation>
        </message>
        <message id="day.villages">
            <source>Where they came from</source>
            <translation>من أين جاؤوا</translation>
        </message>
        <message id="day.ends">
            <source>Loose ends</source>
            <translation>أمور لم تكتمل</translation>
        </message>
        <message id="day.before">
            <source>finish before you leave</source>
            <translation>أنهوها قبل المغادرة</translation>
        </message>
        <message id="day.nothing">
            <source>Nothing is open.</source>
            <translation>لا شيء مفتوح.</translation>
        </message>
        <message id="day.untold" numerus="yes">
            <source>{n} urgent people not spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا حالة عاجلة دون حديث</numerusform>
                <numerusform>شخص عاجل واحد لم يُحدَّث</numerusform>
                <numerusform>شخصان عاجلان لم يُحدَّثا</numerusform>
                <numerusform>{n} أشخاص عاجلين لم يُحدَّثوا</numerusform>
                <numerusform>{n} شخصًا عاجلًا لم يُحدَّثوا</numerusform>
                <numerusform>{n} شخص عاجل لم يُحدَّثوا</numerusform>
            </translation>
        </message>
        <message id="day.missing" numerus="yes">
            <source>{n} people with pictures missing</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أحد تنقصه صور</numerusform>
                <numerusform>شخص واحد تنقصه صور</numerusform>
                <numerusform>شخصان تنقصهما صور</numerusform>
                <numerusform>{n} أشخاص تنقصهم صور</numerusform>
                <numerusform>{n} شخصًا تنقصهم صور</numerusform>
                <numerusform>{n} شخص تنقصهم صور</numerusform>
            </translation>
        </message>
        <message id="day.which-eye" numerus="yes">
            <source>{n} people with an eye not stated</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أحد دون ذكر العين</numerusform>
                <numerusform>شخص واحد لم تُذكر عينه</numerusform>
                <numerusform>شخصان لم تُذكر عيناهما</numerusform>
                <numerusform>{n} أشخاص لم تُذكر عيونهم</numerusform>
                <numerusform>{n} شخصًا لم تُذكر عيونهم</numerusform>
                <numerusform>{n} شخص لم تُذكر عيونهم</numerusform>
            </translation>
        </message>
        <message id="day.inbox" numerus="yes">
            <source>{n} pictures without a person</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صورة بلا شخص</numerusform>
                <numerusform>صورة واحدة بلا شخص</numerusform>
                <numerusform>صورتان بلا شخص</numerusform>
                <numerusform>{n} صور بلا شخص</numerusform>
                <numerusform>{n} صورة بلا شخص</numerusform>
                <numerusform>{n} صورة بلا شخص</numerusform>
            </translation>
        </message>
        <message id="day.ungraded" numerus="yes">
            <source>{n} people not graded yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أحد دون تقييم</numerusform>
                <numerusform>شخص واحد لم يُقيَّم بعد</numerusform>
                <numerusform>شخصان لم يُقيَّما بعد</numerusform>
                <numerusform>{n} أشخاص لم يُقيَّموا بعد</numerusform>
                <numerusform>{n} شخصًا لم يُقيَّموا بعد</numerusform>
                <numerusform>{n} شخص لم يُقيَّموا بعد</numerusform>
            </translation>
        </message>
        <message id="day.waiting" numerus="yes">
            <source>{n} people still waiting</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا أحد ينتظر</numerusform>
                <numerusform>شخص واحد ما زال ينتظر</numerusform>
                <numerusform>شخصان ما زالا ينتظران</numerusform>
                <numerusform>{n} أشخاص ما زالوا ينتظرون</numerusform>
                <numerusform>{n} شخصًا ما زالوا ينتظرون</numerusform>
                <numerusform>{n} شخص ما زالوا ينتظرون</numerusform>
            </translation>
        </message>
        <message id="day.no-reason">
            <source>no reason given</source>
            <translation>دون ذكر سبب</translation>
        </message>
        <message id="day.close">
            <source>Close the day</source>
            <translation>إغلاق اليوم</translation>
        </message>
        <message id="day.reopen">
            <source>Open the day again</source>
            <translation>فتح اليوم من جديد</translation>
        </message>
        <message id="day.closed-by">
            <source>Closed by {by}, {time}</source>
            <extracomment>Keep {by}, {time} as they are; they become names and numbers.</extracomment>
            <translation>أغلقه {by}، {time}</translation>
        </message>
        <message id="day.close-over">
            <source>If you close the day all the same, say why. Your name and the reason stay with it.</source>
            <translation>إن أغلقت اليوم رغم ذلك فاذكر السبب. يبقى اسمك والسبب معه.</translation>
        </message>
        <message id="day.close-why">
            <source>Why?</source>
            <translation>لماذا؟</translation>
        </message>
        <message id="day.close-anyway">
            <source>Close all the same</source>
            <translation>إغلاق رغم ذلك</translation>
        </message>
        <message id="day.keep-open">
            <source>Keep it open</source>
            <translation>يبقى مفتوحًا</translation>
        </message>
        <message id="day.needs-why">
            <source>Say why the day is closed although somebody urgent was not spoken to.</source>
            <translation>اذكر لماذا يُغلق اليوم مع أن حالة عاجلة لم تُحدَّث.</translation>
        </message>
        <message id="day.is-closed">
            <source>The day is closed.</source>
            <translation>أُغلق اليوم.</translation>
        </message>
        <message id="day.is-open">
            <source>The day is open again.</source>
            <translation>فُتح اليوم من جديد.</translation>
        </message>
        <message id="day.go-inbox">
            <source>Inbox</source>
            <translation>الوارد</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message id="patient.from-hq">
            <source>Readings of headquarters and ours</source>
            <translation>قراءات المقر وقراءاتنا</translation>
        </message>
        <message id="patient.hq-visit">
            <source>Visit of {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>زيارة {day}</translation>
        </message>
        <message id="result.title">
            <source>A result from headquarters waits</source>
            <translation>نتيجة من المقر تنتظر</translation>
        </message>
        <message id="result.why-name">
            <source>Headquarters names this person by name alone. Look at the record before you say who it is.</source>
            <translation>المقر يسمّي هذا الشخص بالاسم فقط. انظر إلى السجل قبل أن تقول من هو.</translation>
        </message>
        <message id="result.why-unlike">
            <source>Name, sex or birth are not those of the person with this number.</source>
            <translation>الاسم أو الجنس أو الميلاد لا يطابق صاحب هذا الرقم.</translation>
        </message>
        <message id="result.why-taken-back">
            <source>Headquarters has taken this result back. It counts until a reader has replaced it.</source>
            <translation>سحب المقر هذه النتيجة. تبقى معتبرة حتى يستبدلها قارئ.</translation>
        </message>
        <message id="result.is">
            <source>It is {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>إنه {name}</translation>
        </message>
        <message id="result.eye-R">
            <source>Right eye</source>
            <translation>العين اليمنى</translation>
        </message>
        <message id="result.eye-L">
            <source>Left eye</source>
            <translation>العين اليسرى</translation>
        </message>
        <message id="result.seen">
            <source>I have seen it</source>
            <translation>اطلعت عليها</translation>
        </message>
        <message id="result.given">
            <source>The result stands in the record of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>النتيجة الآن في سجل {name}</translation>
        </message>
        <message id="result.was-seen">
            <source>The result waits no more</source>
            <translation>لم تعد النتيجة تنتظر</translation>
        </message>
    </context>
    <context>
        <name>style</name>
        <message id="eye.right">
            <source>right eye</source>
            <translation>العين اليمنى</translation>
        </message>
        <message id="eye.left">
            <source>left eye</source>
            <translation>العين اليسرى</translation>
        </message>
        <message id="eye.both">
            <source>both eyes</source>
            <translation>كلتا العينين</translation>
        </message>
        <message id="eye.picture">
            <source>Picture</source>
            <translation>صورة</translation>
        </message>
        <message id="field.macula">
            <source>macula</source>
            <translation>البقعة</translation>
        </message>
        <message id="field.disc">
            <source>disc</source>
            <translation>القرص</translation>
        </message>
        <message id="field.external">
            <source>external</source>
            <translation>خارجية</translation>
        </message>
        <message id="tile.expected">
            <source>{what}, still to come</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، لم تصل بعد</translation>
        </message>
        <message id="tile.arriving">
            <source>{what}, arriving</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، في الطريق من الكاميرا</translation>
        </message>
        <message id="tile.good">
            <source>{what}, sharp</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، واضحة</translation>
        </message>
        <message id="tile.blurred">
            <source>{what}, blurred, retake?</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، غير واضحة، هل تعاد؟</translation>
        </message>
        <message id="tile.ungradable">
            <source>{what}, ungradable</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، تعذّر تقييمها</translation>
        </message>
        <message id="tile.which-eye">
            <source>Which eye?</source>
            <translation>أي عين؟</translation>
        </message>
        <message id="tile.check-eye">
            <source>{what}, check which eye</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}، تحقق أي عين</translation>
        </message>
        <message id="tile.report">
            <source>Report (PDF)</source>
            <translation>تقرير (PDF)</translation>
        </message>
        <message id="tile.forward-only">
            <source>Camera-private picture, will be sent on</source>
            <translation>صورة خاصة بالكاميرا، سترسل كما هي</translation>
        </message>
        <message id="pair.none">
            <source>no picture</source>
            <translation>لا صورة</translation>
        </message>
        <message id="undo">
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message id="change">
            <source>Change</source>
            <translation>تغيير</translation>
        </message>
        <message id="close">
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message id="more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} آخرون</translation>
        </message>
        <message id="optional">
            <source>optional</source>
            <translation>اختياري</translation>
        </message>
    </context>
    <context>
        <name>syncing</name>
        <message id="sync.title">
            <source>Sync</source>
            <translation>المزامنة</translation>
        </message>
        <message id="now.title">
            <source>To headquarters</source>
            <translation>إلى المقر</translation>
        </message>
        <message id="now.button">
            <source>Send this patient now</source>
            <translation>أرسِل هذا المريض الآن</translation>
        </message>
        <message id="now.asked">
            <source>{name} goes first.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name}: يُرسَل أولًا.</translation>
        </message>
        <message id="now.line">
            <source>{what}: {about}.</source>
            <extracomment>Keep {about}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}: {about}.</translation>
        </message>
        <message id="now.stop">
            <source>{what}.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}.</translation>
        </message>
        <message id="now.unknown">
            <source>No line was measured yet.</source>
            <translation>لم تُقَس سرعة أي خط بعد.</translation>
        </message>
        <message id="now.moment">
            <source>under a minute on this line</source>
            <translation>أقل من دقيقة على هذا الخط</translation>
        </message>
        <message id="now.minutes" numerus="yes">
            <source>about {n} minutes on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>أقل من دقيقة على هذا الخط</numerusform>
                <numerusform>دقيقة واحدة تقريبًا على هذا الخط</numerusform>
                <numerusform>دقيقتان تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} دقائق تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} دقيقة تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} دقيقة تقريبًا على هذا الخط</numerusform>
            </translation>
        </message>
        <message id="now.hours" numerus="yes">
            <source>about {n} hours on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>أقل من ساعة على هذا الخط</numerusform>
                <numerusform>ساعة واحدة تقريبًا على هذا الخط</numerusform>
                <numerusform>ساعتان تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} ساعات تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} ساعة تقريبًا على هذا الخط</numerusform>
                <numerusform>{n} ساعة تقريبًا على هذا الخط</numerusform>
            </translation>
        </message>
        <message id="now.longer">
            <source>more than a day on this line</source>
            <translation>أكثر من يوم على هذا الخط</translation>
        </message>
        <message id="now.records" numerus="yes">
            <source>{n} records</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا سجلات</numerusform>
                <numerusform>سجل واحد</numerusform>
                <numerusform>سجلان</numerusform>
                <numerusform>{n} سجلات</numerusform>
                <numerusform>{n} سجلًا</numerusform>
                <numerusform>{n} سجل</numerusform>
            </translation>
        </message>
        <message id="now.first">
            <source>Goes before everybody else, after who is urgent.</source>
            <translation>يُرسَل قبل الجميع، بعد العاجلين.</translation>
        </message>
        <message id="now.offline">
            <source>No network. This goes first as soon as there is one.</source>
            <translation>لا توجد شبكة. يُرسَل هذا أولًا حالما تتوفر.</translation>
        </message>
        <message id="now.pause">
            <source>Headquarters asked to be left alone until {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>طلب المقر ألا يُتصل به حتى {time}.</translation>
        </message>
        <message id="sync.again-at">
            <source>Next try at {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>المحاولة التالية الساعة {time}.</translation>
        </message>
        <message id="sync.again-on">
            <source>Next try on {day} at {time}.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>المحاولة التالية في {day}، الساعة {time}.</translation>
        </message>
        <message id="sync.first">
            <source>Goes first: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>يُرسَل أولًا: {name}</translation>
        </message>
        <message id="sync.wrote">
            <source>Headquarters wrote: {quote}.</source>
            <extracomment>Keep {quote} as they are; they become names and numbers.</extracomment>
            <translation>كتب المقر: {quote}.</translation>
        </message>
        <message id="sync.try">
            <source>Try now</source>
            <translation>حاول الآن</translation>
        </message>
        <message id="sync.look">
            <source>Open the Inbox</source>
            <translation>افتح الوارد</translation>
        </message>
        <message id="sync.now">
            <source>Sync now</source>
            <translation>زامن الآن</translation>
        </message>
        <message id="sync.asked">
            <source>Asking headquarters now.</source>
            <translation>يُسأل المقر الآن.</translation>
        </message>
        <message id="sync.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>من {n}</translation>
        </message>
        <message id="sync.standing-idle">
            <source>Headquarters was asked. New pictures go by themselves.</source>
            <translation>سُئل المقر. تُرسل الصور الجديدة تلقائيًا.</translation>
        </message>
        <message id="sync.standing-working">
            <source>Talking to headquarters.</source>
            <translation>جارٍ التواصل مع المقر.</translation>
        </message>
        <message id="sync.standing-offline">
            <source>No network. Sending starts by itself when one appears.</source>
            <translation>لا شبكة. يبدأ الإرسال تلقائيًا عند توفرها.</translation>
        </message>
        <message id="sync.standing-portal">
            <source>A login page answers in place of headquarters. Sign in to this network first.</source>
            <translation>ترد صفحة تسجيل دخول بدل المقر. سجّل الدخول إلى الشبكة أولًا.</translation>
        </message>
        <message id="sync.standing-attention">
            <source>Some pictures need a look.</source>
            <translation>بعض الصور تحتاج نظرة.</translation>
        </message>
        <message id="sync.starts-by-itself">
            <source>Sending starts by itself when a network appears.</source>
            <translation>يبدأ الإرسال تلقائيًا عند توفر شبكة.</translation>
        </message>
        <message id="sync.next">
            <source>What goes next</source>
            <translation>ما يُرسل تاليًا</translation>
        </message>
        <message id="sync.next-size">
            <source>{size} in all</source>
            <extracomment>Keep {size} as they are; they become names and numbers.</extracomment>
            <translation>{size} إجمالًا</translation>
        </message>
        <message id="sync.paid-share">
            <source>Paid link: {used} of {limit} today</source>
            <extracomment>Keep {limit}, {used} as they are; they become names and numbers.</extracomment>
            <translation>رابط مدفوع: {used} من {limit} اليوم</translation>
        </message>
        <message id="sync.paid">
            <source>Paid link: {used} today</source>
            <extracomment>Keep {used} as they are; they become names and numbers.</extracomment>
            <translation>رابط مدفوع: {used} اليوم</translation>
        </message>
        <message id="sync.lane-small">
            <source>Small pictures</source>
            <translation>صور صغيرة</translation>
        </message>
        <message id="sync.lane-full">
            <source>Full pictures</source>
            <translation>صور كاملة</translation>
        </message>
        <message id="sync.lane-large">
            <source>Large files</source>
            <translation>ملفات كبيرة</translation>
        </message>
        <message id="sync.on-the-way">
            <source>{n} on the way now</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} في الطريق الآن</translation>
        </message>
        <message id="sync.read-back">
            <source>Headquarters is asked to show them before they count.</source>
            <translation>يُطلب من المقر عرضها قبل احتسابها.</translation>
        </message>
        <message id="sync.results-unread">
            <source>Results of headquarters cannot be read</source>
            <translation>تعذّرت قراءة نتائج المقر</translation>
        </message>
        <message id="sync.list-unread">
            <source>The list of headquarters cannot be read</source>
            <translation>تعذّرت قراءة قائمة المقر</translation>
        </message>
        <message id="sync.tasks-unread">
            <source>The readings that headquarters asks for cannot be read</source>
            <translation>لا يمكن قراءة القراءات التي يطلبها المقر</translation>
        </message>
        <message id="sync.held">
            <source>Waiting for a person</source>
            <translation>في انتظار شخص</translation>
        </message>
        <message id="sync.held-why">
            <source>They go when somebody has said whose they are.</source>
            <translation>تُرسل عندما يقول أحد لمن هي.</translation>
        </message>
        <message id="sync.attention">
            <source>Needs a look</source>
            <translation>تحتاج نظرة</translation>
        </message>
        <message id="sync.soon">
            <source>Waiting to go to headquarters</source>
            <translation>بانتظار الإرسال إلى المقر</translation>
        </message>
        <message id="sync.nothing">
            <source>Nothing waits to go</source>
            <translation>لا شيء ينتظر الإرسال</translation>
        </message>
        <message id="sync.nothing-rest">
            <source>New pictures go by themselves.</source>
            <translation>تُرسل الصور الجديدة تلقائيًا.</translation>
        </message>
        <message id="sync.attempts">
            <source>Last attempts</source>
            <translation>آخر المحاولات</translation>
        </message>
        <message id="sync.no-attempts">
            <source>None since Eyecamp was opened.</source>
            <translation>لا شيء منذ فتح البرنامج.</translation>
        </message>
        <message id="sync.hq">
            <source>Headquarters</source>
            <translation>المقر</translation>
        </message>
        <message id="sync.address">
            <source>DICOMweb address</source>
            <translation>عنوان DICOMweb</translation>
        </message>
        <message id="sync.records-address">
            <source>FHIR address, for records and results</source>
            <translation>عنوان FHIR للسجلات والنتائج</translation>
        </message>
        <message id="sync.use-address">
            <source>Use this address</source>
            <translation>استخدم هذا العنوان</translation>
        </message>
        <message id="sync.address-doubt">
            <source>An address begins with https:// or http://.</source>
            <translation>يبدأ العنوان بـ https:// أو http://.</translation>
        </message>
        <message id="sync.address-taken">
            <source>Headquarters is now {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>المقر الآن {name}</translation>
        </message>
        <message id="sync.leave-print">
            <source>Page to print</source>
            <translation>صفحة للطباعة</translation>
        </message>
        <message id="sync.leave-file">
            <source>leaving-camp.pdf</source>
            <translation>leaving-camp.pdf</translation>
        </message>
        <message id="sync.leave-at">
            <source>Counted {at}</source>
            <extracomment>Keep {at} as they are; they become names and numbers.</extracomment>
            <translation>عُدّت {at}</translation>
        </message>
        <message id="sync.leave-hq">
            <source>Headquarters: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>المقر: {name}</translation>
        </message>
        <message id="sync.leave-number">
            <source>Number</source>
            <translation>الرقم</translation>
        </message>
        <message id="sync.leave-name">
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message id="sync.leave-pictures">
            <source>Pictures</source>
            <translation>الصور</translation>
        </message>
        <message id="sync.leave-missing">
            <source>Missing</source>
            <translation>ناقصة</translation>
        </message>
        <message id="sync.leave-nobody">
            <source>Nobody's yet</source>
            <translation>لا صاحب لها بعد</translation>
        </message>
        <message id="sync.leave-sum">
            <source>Together</source>
            <translation>المجموع</translation>
        </message>
        <message id="sync.leave-signed">
            <source>Checked by, and when</source>
            <translation>تحقق منه، ومتى</translation>
        </message>
        <message id="stick.open">
            <source>By stick</source>
            <translation>بذاكرة USB</translation>
        </message>
        <message id="stick.title">
            <source>By stick</source>
            <translation>بذاكرة USB</translation>
        </message>
        <message id="stick.what">
            <source>For days without any network. What is on the stick can be opened with this passphrase only.</source>
            <translation>لأيام بلا شبكة. لا يُفتح ما على الذاكرة إلا بعبارة المرور هذه.</translation>
        </message>
        <message id="stick.folder">
            <source>Folder on the stick</source>
            <translation>مجلد على الذاكرة</translation>
        </message>
        <message id="stick.passphrase">
            <source>Passphrase of the stick</source>
            <translation>عبارة مرور الذاكرة</translation>
        </message>
        <message id="stick.write">
            <source>Write to the stick</source>
            <translation>اكتب إلى الذاكرة</translation>
        </message>
        <message id="stick.take">
            <source>Bring in from the stick</source>
            <translation>أحضر من الذاكرة</translation>
        </message>
        <message id="stick.close">
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message id="stick.working">
            <source>Writing and reading…</source>
            <translation>جارٍ الكتابة والقراءة…</translation>
        </message>
        <message id="stick.short">
            <source>At least {n} characters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} أحرف على الأقل.</translation>
        </message>
        <message id="stick.nothing">
            <source>There is nothing to bring.</source>
            <translation>لا شيء لإحضاره.</translation>
        </message>
        <message id="stick.written" numerus="yes">
            <source>{n} pictures are on the stick and were read back. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا صور على الذاكرة.</numerusform>
                <numerusform>صورة واحدة على الذاكرة وقُرئت من جديد. تُحتسب عند وصول إيصالها.</numerusform>
                <numerusform>صورتان على الذاكرة وقُرئتا من جديد. تُحتسبان عند وصول إيصاليهما.</numerusform>
                <numerusform>{n} صور على الذاكرة وقُرئت من جديد. تُحتسب عند وصول إيصالاتها.</numerusform>
                <numerusform>{n} صورة على الذاكرة وقُرئت من جديد. تُحتسب عند وصول إيصالاتها.</numerusform>
                <numerusform>{n} صورة على الذاكرة وقُرئت من جديد. تُحتسب عند وصول إيصالاتها.</numerusform>
            </translation>
        </message>
        <message id="stick.waits" numerus="yes">
            <source>{n} stay here: they wait for a person.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>لا تبقى أي صورة هنا.</numerusform>
                <numerusform>تبقى واحدة هنا: تنتظر شخصًا.</numerusform>
                <numerusform>تبقى اثنتان هنا: تنتظران شخصًا.</numerusform>
                <numerusform>تبقى {n} هنا: تنتظر شخصًا.</numerusform>
                <numerusform>تبقى {n} هنا: تنتظر شخصًا.</numerusform>
                <numerusform>تبقى {n} هنا: تنتظر شخصًا.</numerusform>
            </translation>
        </message>
        <message id="stick.records-written">
            <source>Records on the stick: {n}. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>السجلات على الذاكرة: {n}. تُحتسب عندما تصل إيصالاتها.</translation>
        </message>
        <message id="stick.receipts">
            <source>Receipts: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>الإيصالات: {n} مطابقة و{others} غير مطابقة.</translation>
        </message>
        <message id="stick.records-receipts">
            <source>Receipts for records: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>إيصالات السجلات: {n} مطابقة و{others} غير مطابقة.</translation>
        </message>
        <message id="stick.do-not-count">
            <source>That station does not stand for headquarters here, so they do not count.</source>
            <translation>تلك المحطة لا تمثل المقر هنا، فلا تُحتسب.</translation>
        </message>
        <message id="stick.arrived">
            <source>New: {n}. Known already: {known}. Kept aside: {aside}.</source>
            <extracomment>Keep {aside}, {known}, {n} as they are; they become names and numbers.</extracomment>
            <translation>جديدة: {n}. معروفة: {known}. جانبًا: {aside}.</translation>
        </message>
        <message id="stick.records-arrived">
            <source>Records, new or changed: {n}. Known already: {known}. Waiting for a person: {waits}.</source>
            <extracomment>Keep {known}, {n}, {waits} as they are; they become names and numbers.</extracomment>
            <translation>السجلات الجديدة أو المتغيّرة: {n}. المعروفة من قبل: {known}. بانتظار شخص: {waits}.</translation>
        </message>
        <message id="stick.records-withdrawn">
            <source>Removed at their station, and not shown here any more: {n}.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>أُزيلت في محطتها ولم تعد تُعرض هنا: {n}.</translation>
        </message>
        <message id="stick.take-back">
            <source>The receipts are on the stick: take it back.</source>
            <translation>الإيصالات على الذاكرة: أعدها.</translation>
        </message>
        <message id="stick.no-receipts">
            <source>No receipts could be written on the stick.</source>
            <translation>تعذّرت كتابة الإيصالات على الذاكرة.</translation>
        </message>
        <message id="stick.full">
            <source>The stick is full. Use a larger one.</source>
            <translation>الذاكرة ممتلئة. استخدم أكبر.</translation>
        </message>
        <message id="stick.pulled">
            <source>The stick was pulled out, or cannot be written or read.</source>
            <translation>نُزعت الذاكرة أو تعذّرت كتابتها أو قراءتها.</translation>
        </message>
        <message id="stick.locked">
            <source>The passphrase does not open what is on the stick.</source>
            <translation>عبارة المرور لا تفتح ما على الذاكرة.</translation>
        </message>
        <message id="stick.damaged">
            <source>A file on the stick is damaged. What came before the damage is here; ask for the rest again.</source>
            <translation>ملف على الذاكرة تالف. ما سبق التلف موجود هنا؛ اطلب الباقي من جديد.</translation>
        </message>
        <message id="stick.not-ours">
            <source>A file on the stick is not for this station.</source>
            <translation>ملف على الذاكرة ليس لهذه المحطة.</translation>
        </message>
    </context>
    <context>
        <name>tasks</name>
        <message id="tasks.title">
            <source>Headquarters asks for a reading</source>
            <translation>يطلب المقر قراءة</translation>
        </message>
        <message id="tasks.urgent">
            <source>Headquarters calls it urgent</source>
            <translation>يصفها المقر بأنها عاجلة</translation>
        </message>
        <message id="tasks.missing">
            <source>Its pictures have not come here yet</source>
            <translation>لم تصل صورها إلى هنا بعد</translation>
        </message>
        <message id="tasks.cancel-asked">
            <source>Headquarters asks to give it back</source>
            <translation>يطلب المقر إعادتها</translation>
        </message>
        <message id="tasks.nobody">
            <source>Somebody who is not known here</source>
            <translation>شخص غير معروف هنا</translation>
        </message>
        <message id="tasks.read">
            <source>Read this</source>
            <translation>اقرأ هذه</translation>
        </message>
        <message id="tasks.give-back">
            <source>Give back</source>
            <translation>أعدها</translation>
        </message>
        <message id="tasks.seen">
            <source>I have seen it</source>
            <translation>لقد رأيتها</translation>
        </message>
        <message id="tasks.was-taken">
            <source>The reading of {name} is begun here</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>بدأت هنا قراءة {name}</translation>
        </message>
        <message id="tasks.was-given-back">
            <source>The reading of {name} goes back to headquarters</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>تعود قراءة {name} إلى المقر</translation>
        </message>
        <message id="tasks.was-seen">
            <source>It stands here no more</source>
            <translation>لم تعد معروضة هنا</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message id="today.waiting">
            <source>Waiting</source>
            <translation>في الانتظار</translation>
        </message>
        <message id="today.at-camera">
            <source>At camera</source>
            <translation>عند الكاميرا</translation>
        </message>
        <message id="today.to-read">
            <source>To read</source>
            <translation>للقراءة</translation>
        </message>
        <message id="today.done">
            <source>Pictured</source>
            <translation>صُوّروا</translation>
        </message>
        <message id="today.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>من {n}</translation>
        </message>
        <message id="today.part-of">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{have} من {of}</translation>
        </message>
        <message id="today.both-eyes">
            <source>Both eyes</source>
            <translation>كلتا العينين</translation>
        </message>
        <message id="today.one-eye">
            <source>One eye</source>
            <translation>عين واحدة</translation>
        </message>
        <message id="today.which-eye">
            <source>Which eye?</source>
            <translation>أي عين؟</translation>
        </message>
        <message id="today.next">
            <source>Next</source>
            <translation>التالي</translation>
        </message>
        <message id="today.call">
            <source>Call</source>
            <translation>نادِ</translation>
        </message>
        <message id="today.nobody-at-camera">
            <source>Nobody is at the camera</source>
            <translation>لا أحد عند الكاميرا</translation>
        </message>
        <message id="today.nobody-waits">
            <source>Nobody is waiting</source>
            <translation>لا أحد ينتظر</translation>
        </message>
        <message id="today.nobody-waits-rest">
            <source>Whoever is registered will wait here.</source>
            <translation>من يُسجَّل ينتظر هنا.</translation>
        </message>
        <message id="today.nothing-to-read">
            <source>Nothing to read yet</source>
            <translation>لا شيء للقراءة بعد</translation>
        </message>
        <message id="today.nothing-to-read-rest">
            <source>Pictures appear here by themselves.</source>
            <translation>تظهر الصور هنا تلقائيًا.</translation>
        </message>
        <message id="today.not-this-person">
            <source>Not this person?</source>
            <translation>ليس هذا الشخص؟</translation>
        </message>
        <message id="today.moved-out">
            <source>{n} pictures of {name} went to the Inbox</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>نُقلت صور {name} إلى الوارد: {n}</translation>
        </message>
        <message id="today.finish">
            <source>Finish</source>
            <translation>إنهاء</translation>
        </message>
        <message id="today.finished">
            <source>{name} left the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>غادر {name} الكاميرا</translation>
        </message>
        <message id="today.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} د</translation>
        </message>
        <message id="today.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} س</translation>
        </message>
    </context>
    <context>
        <name>viewer</name>
        <message id="viewer.fetch">
            <source>Fetch it again</source>
            <translation>أحضِره من جديد</translation>
        </message>
        <message id="viewer.title">
            <source>Read</source>
            <translation>القراءة</translation>
        </message>
        <message id="viewer.red-free">
            <source>Red-free</source>
            <translation>بلا أحمر</translation>
        </message>
        <message id="viewer.one-to-one">
            <source>1:1</source>
            <translation>١:١</translation>
        </message>
        <message id="viewer.page-width">
            <source>Page width</source>
            <translation>عرض الصفحة</translation>
        </message>
        <message id="viewer.fit">
            <source>Fit</source>
            <translation>ملاءمة</translation>
        </message>
        <message id="viewer.linked">
            <source>Zoom linked</source>
            <translation>تكبير مترابط</translation>
        </message>
        <message id="viewer.detail-comes">
            <source>Full detail is coming</source>
            <translation>التفاصيل الكاملة قادمة</translation>
        </message>
        <message id="viewer.no-right">
            <source>No picture of the right eye</source>
            <translation>لا صورة للعين اليمنى</translation>
        </message>
        <message id="viewer.no-left">
            <source>No picture of the left eye</source>
            <translation>لا صورة للعين اليسرى</translation>
        </message>
        <message id="viewer.visit-today">
            <source>Visit today</source>
            <translation>زيارة اليوم</translation>
        </message>
        <message id="viewer.visit">
            <source>Visit {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>زيارة {day}</translation>
        </message>
        <message id="viewer.visits">
            <source>Visit</source>
            <translation>الزيارة</translation>
        </message>
        <message id="viewer.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} من {of}</translation>
        </message>
        <message id="viewer.previous">
            <source>Previous person</source>
            <translation>الشخص السابق</translation>
        </message>
        <message id="viewer.next">
            <source>Next person</source>
            <translation>الشخص التالي</translation>
        </message>
        <message id="viewer.pictures-right">
            <source>Pictures of the right eye</source>
            <translation>صور العين اليمنى</translation>
        </message>
        <message id="viewer.pictures-left">
            <source>Pictures of the left eye</source>
            <translation>صور العين اليسرى</translation>
        </message>
        <message id="viewer.pictures-other">
            <source>Pictures whose eye is not known</source>
            <translation>صور لا تُعرف عينها</translation>
        </message>
        <message id="viewer.is-right">
            <source>OD right</source>
            <translation>OD اليمنى</translation>
        </message>
        <message id="viewer.is-left">
            <source>OS left</source>
            <translation>OS اليسرى</translation>
        </message>
        <message id="viewer.set-right">
            <source>Set to the right eye</source>
            <translation>حُددت للعين اليمنى</translation>
        </message>
        <message id="viewer.set-left">
            <source>Set to the left eye</source>
            <translation>حُددت للعين اليسرى</translation>
        </message>
        <message id="viewer.set-unknown">
            <source>Set to not known</source>
            <translation>حُددت غير معروفة</translation>
        </message>
        <message id="viewer.back-to-pair">
            <source>Back to the pair</source>
            <translation>عودة إلى الزوج</translation>
        </message>
        <message id="viewer.nobody">
            <source>Nobody to read yet</source>
            <translation>لا أحد للقراءة بعد</translation>
        </message>
        <message id="viewer.nobody-rest">
            <source>People appear here when their first picture has come.</source>
            <translation>يظهر الأشخاص هنا عند وصول أول صورة لهم.</translation>
        </message>
        <message id="viewer.no-visit">
            <source>No pictures of {name} on this laptop</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>لا صور لـ {name} على هذا الحاسوب</translation>
        </message>
        <message id="viewer.is-pdf">
            <source>A report in PDF. It opens in a PDF reader.</source>
            <translation>تقرير بصيغة PDF. يُفتح في قارئ PDF.</translation>
        </message>
        <message id="viewer.no-pixels">
            <source>There is no picture in this one. It is kept, and will be sent on.</source>
            <translation>لا توجد صورة في هذا الملف. هو محفوظ وسيُرسل.</translation>
        </message>
        <message id="viewer.undecodable">
            <source>This picture cannot be shown here. It is kept as it came, and will be sent on.</source>
            <translation>لا يمكن عرض هذه الصورة هنا. هي محفوظة كما وصلت وستُرسل.</translation>
        </message>
        <message id="viewer.save-copy">
            <source>Save a copy</source>
            <translation>احفظ نسخة</translation>
        </message>
        <message id="viewer.save-how">
            <source>Press E to save a copy as a file.</source>
            <translation>اضغط E لحفظ نسخة كملف.</translation>
        </message>
        <message id="viewer.copy-saved">
            <source>The copy is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>حُفظت نسخة: {name}</translation>
        </message>
        <message id="viewer.frame">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} من {of}</translation>
        </message>
        <message id="viewer.frames">
            <source>Frame</source>
            <translation>الإطار</translation>
        </message>
        <message id="viewer.previous-frame">
            <source>Previous frame (Page Up)</source>
            <translation>الإطار السابق (Page Up)</translation>
        </message>
        <message id="viewer.next-frame">
            <source>Next frame (Page Down)</source>
            <translation>الإطار التالي (Page Down)</translation>
        </message>
        <message id="viewer.pages">
            <source>Page</source>
            <translation>الصفحة</translation>
        </message>
        <message id="viewer.previous-page">
            <source>Previous page (Page Up)</source>
            <translation>الصفحة السابقة (Page Up)</translation>
        </message>
        <message id="viewer.next-page">
            <source>Next page (Page Down)</source>
            <translation>الصفحة التالية (Page Down)</translation>
        </message>
        <message id="viewer.compare">
            <source>Compare</source>
            <translation>قارن</translation>
        </message>
        <message id="viewer.compare-with">
            <source>Compare: {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>مقارنة: {day}</translation>
        </message>
        <message id="viewer.blink">
            <source>Blink</source>
            <translation>تبديل</translation>
        </message>
        <message id="viewer.swipe">
            <source>Swipe</source>
            <translation>سحب</translation>
        </message>
        <message id="viewer.edge">
            <source>Move the edge between then and now (comma and full stop)</source>
            <translation>حرّك الحد بين السابق والآن (الفاصلة والنقطة)</translation>
        </message>
        <message id="viewer.earlier">
            <source>Earlier · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>سابقة، {day}</translation>
        </message>
        <message id="viewer.now-today">
            <source>Today · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>اليوم، {day}</translation>
        </message>
        <message id="viewer.now-day">
            <source>This visit · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>هذه الزيارة، {day}</translation>
        </message>
        <message id="viewer.now-graded">
            <source>is graded</source>
            <translation>هذه تُصنَّف</translation>
        </message>
        <message id="viewer.days-ago" numerus="yes">
            <source>{n} days ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>اليوم</numerusform>
                <numerusform>قبل يوم واحد</numerusform>
                <numerusform>قبل يومين</numerusform>
                <numerusform>قبل {n} أيام</numerusform>
                <numerusform>قبل {n} يومًا</numerusform>
                <numerusform>قبل {n} يوم</numerusform>
            </translation>
        </message>
        <message id="viewer.months-ago" numerus="yes">
            <source>{n} months ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>هذا الشهر</numerusform>
                <numerusform>قبل شهر واحد</numerusform>
                <numerusform>قبل شهرين</numerusform>
                <numerusform>قبل {n} أشهر</numerusform>
                <numerusform>قبل {n} شهرًا</numerusform>
                <numerusform>قبل {n} شهر</numerusform>
            </translation>
        </message>
        <message id="viewer.years-ago">
            <source>{n} years ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>قبل {n} سنوات</translation>
        </message>
        <message id="viewer.nothing-earlier">
            <source>No earlier picture of this eye on this laptop.</source>
            <translation>لا صورة سابقة لهذه العين على هذا الحاسوب.</translation>
        </message>
        <message id="mark.measure">
            <source>Measure</source>
            <translation>قياس</translation>
        </message>
        <message id="mark.arrow">
            <source>Arrow</source>
            <translation>سهم</translation>
        </message>
        <message id="mark.ellipse">
            <source>Ellipse</source>
            <translation>بيضوي</translation>
        </message>
        <message id="mark.note">
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message id="mark.write">
            <source>Write a note, then Enter</source>
            <translation>اكتب ملاحظة ثم Enter</translation>
        </message>
        <message id="mark.not-here">
            <source>Nothing can be drawn on a report.</source>
            <translation>لا يمكن الرسم على تقرير.</translation>
        </message>
        <message id="mark.kept">
            <source>Kept beside the picture: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>حُفظ بجانب الصورة: {what}</translation>
        </message>
        <message id="mark.pixels">
            <source>{n} px</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} px</translation>
        </message>
        <message id="mark.mm">
            <source>{n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} مم</translation>
        </message>
        <message id="mark.about-mm">
            <source>about {n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>نحو {n} مم</translation>
        </message>
        <message id="desk.undone">
            <source>Taken back</source>
            <translation>تم التراجع</translation>
        </message>
    </context>
</TS>
