"""Words inside the parts: tiles, fields of the eye, buttons that every page shares."""

TEXTS = {
    "eye.right": ("right eye", "العين اليمنى", "दाईं आँख"),
    "eye.left": ("left eye", "العين اليسرى", "बाईं आँख"),
    "eye.both": ("both eyes", "كلتا العينين", "दोनों आँखें"),
    "eye.picture": ("Picture", "صورة", "तस्वीर"),
    "field.macula": ("macula", "البقعة", "मैक्युला"),
    "field.disc": ("disc", "القرص", "डिस्क"),
    "field.external": ("external", "خارجية", "बाहरी"),
    "tile.expected": ("{what}, still to come", "{what}، لم تصل بعد", "{what}, अभी आनी है"),
    "tile.arriving": ("{what}, arriving", "{what}، في الطريق من الكاميرا", "{what}, आ रही है"),
    "tile.good": ("{what}, sharp", "{what}، واضحة", "{what}, साफ़"),
    "tile.blurred": (
        "{what}, blurred, retake?",
        "{what}، غير واضحة، هل تعاد؟",
        "{what}, धुंधली, फिर से लें?",
    ),
    "tile.ungradable": ("{what}, ungradable", "{what}، تعذّر تقييمها", "{what}, जाँचने लायक नहीं"),
    "tile.which-eye": ("Which eye?", "أي عين؟", "कौन-सी आँख?"),
    "tile.check-eye": ("{what}, check which eye", "{what}، تحقق أي عين", "{what}, कौन-सी आँख, जाँचें"),
    "tile.forward-only": (
        "Camera-private picture, will be sent on",
        "صورة خاصة بالكاميرا، سترسل كما هي",
        "कैमरे की अपनी तस्वीर, आगे भेजी जाएगी",
    ),
    "pair.none": ("no picture", "لا صورة", "कोई तस्वीर नहीं"),
    "undo": ("Undo", "تراجع", "वापस लें"),
    "change": ("Change", "تغيير", "बदलें"),
    "close": ("Close", "إغلاق", "बंद करें"),
    "more": ("{n} more", "{n} آخرون", "{n} और"),
    "optional": ("optional", "اختياري", "वैकल्पिक"),
}
