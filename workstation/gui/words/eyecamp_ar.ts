<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>claims</name>
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
    </context>
    <context>
        <name>importing</name>
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
    </context>
    <context>
        <name>inbox</name>
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
    </context>
    <context>
        <name>missing</name>
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
        <name>patients</name>
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
    </context>
    <context>
        <name>reports</name>
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
    </context>
    <context>
        <name>syncing</name>
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
    </context>
    <context>
        <name>viewer</name>
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
    </context>
</TS>
