"""Words for what a picture looks like. Each is a hint, and says what to try."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "hint.answer-first": (
        "{eye}: the picture looks like the other eye. Press R or L first.",
        "{eye}: تبدو الصورة للعين الأخرى. اضغط R أو L أولًا.",
        "{eye}: तस्वीर दूसरी आँख जैसी लगती है। पहले R या L दबाएँ।",
    ),
    "hint.side": (
        "{eye}: the disc lies as in the other eye. Which eye is it?",
        "{eye}: القرص يقع كما في العين الأخرى. أي عين هي؟",
        "{eye}: डिस्क दूसरी आँख जैसी जगह पर है। यह कौन-सी आँख है?",
    ),
    "hint.dark": (
        "Looks dark: a darker room, wait for the pupil, or drops",
        "تبدو معتمة: غرفة أظلم، أو انتظر اتساع الحدقة، أو قطرات",
        "अँधेरी लगती है: कमरा और अँधेरा करें, पुतली फैलने दें, या दवा",
    ),
    "hint.bright": (
        "Looks too bright: less flash, then again",
        "تبدو ساطعة جدًا: خفّض الفلاش ثم أعد",
        "बहुत उजली लगती है: फ़्लैश कम करें, फिर लें",
    ),
    "hint.blurred": (
        "Looks blurred: wipe the lens, a blink, focus, then again",
        "تبدو غير واضحة: امسح العدسة، رمشة، اضبط البؤرة ثم أعد",
        "धुंधली लगती है: लेंस पोंछें, पलक झपकाएँ, फ़ोकस करें, फिर लें",
    ),
}
