<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
    <context>
        <name>camp</name>
        <message id="camp.title">
            <source>Camp</source>
            <translation>शिविर</translation>
        </message>
        <message id="camp.tab-cameras">
            <source>Cameras</source>
            <translation>कैमरे</translation>
        </message>
        <message id="camp.tab-camp">
            <source>This camp</source>
            <translation>यह शिविर</translation>
        </message>
        <message id="camp.tab-staff">
            <source>Staff</source>
            <translation>टीम</translation>
        </message>
        <message id="camp.tab-backup">
            <source>Backup</source>
            <translation>बैकअप</translation>
        </message>
        <message id="camp.tab-practice">
            <source>Practice</source>
            <translation>अभ्यास</translation>
        </message>
        <message id="camp.add">
            <source>Add a camera</source>
            <translation>कैमरा जोड़ें</translation>
        </message>
        <message id="camp.new-sender">
            <source>new sender</source>
            <translation>नया भेजने वाला</translation>
        </message>
        <message id="camp.blocked">
            <source>blocked</source>
            <translation>रोका गया</translation>
        </message>
        <message id="camp.no-cameras">
            <source>No camera was heard yet</source>
            <translation>अभी कोई कैमरा नहीं सुना गया</translation>
        </message>
        <message id="camp.no-cameras-rest">
            <source>Type the card beside into the camera; it appears here by itself.</source>
            <translation>बगल वाले कार्ड की जानकारी कैमरे में भरें; वह यहाँ अपने-आप दिखेगा।</translation>
        </message>
        <message id="camp.camera-spoken">
            <source>{name}, {state}, {pictures}</source>
            <extracomment>Keep {name}, {pictures}, {state} as they are; they become names and numbers.</extracomment>
            <translation>{name}, {state}, {pictures}</translation>
        </message>
        <message id="camp.clock-ahead">
            <source>Its clock is {by} ahead</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>इसकी घड़ी {by} आगे है</translation>
        </message>
        <message id="camp.clock-behind">
            <source>Its clock is {by} behind</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>इसकी घड़ी {by} पीछे है</translation>
        </message>
        <message id="camp.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} मिनट</translation>
        </message>
        <message id="camp.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} घंटे</translation>
        </message>
        <message id="camp.days">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} दिन</translation>
        </message>
        <message id="doctor.title">
            <source>Camera doctor</source>
            <translation>कैमरा डॉक्टर</translation>
        </message>
        <message id="doctor.between">
            <source>What {name} and this laptop said to each other</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} और इस लैपटॉप की बातचीत</translation>
        </message>
        <message id="doctor.echo">
            <source>Test echo</source>
            <translation>कनेक्शन जाँचें</translation>
        </message>
        <message id="doctor.rules">
            <source>Rules</source>
            <translation>नियम</translation>
        </message>
        <message id="doctor.calling">
            <source>Calling {name} now.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} को अभी बुलाया जा रहा है।</translation>
        </message>
        <message id="doctor.quiet">
            <source>Nothing was said yet</source>
            <translation>अभी कुछ नहीं कहा गया</translation>
        </message>
        <message id="doctor.quiet-rest">
            <source>What this camera offers, brings and meets will stand here.</source>
            <translation>यह कैमरा क्या देता और लाता है, यहाँ दिखेगा।</translation>
        </message>
        <message id="doctor.times">
            <source>{n} times</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} बार</translation>
        </message>
        <message id="doctor.accepted">
            <source>It offered {what}. Accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>इसने {what} दिया। स्वीकार हुआ।</translation>
        </message>
        <message id="doctor.not-accepted">
            <source>It offered only {what}. Not accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>इसने केवल {what} दिया। स्वीकार नहीं हुआ।</translation>
        </message>
        <message id="doctor.partly">
            <source>It offered {what}. Accepted. It also asked for {rest}. Not accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>इसने {what} दिया। स्वीकार हुआ। {rest} भी माँगा। स्वीकार नहीं हुआ।</translation>
        </message>
        <message id="doctor.misnamed">
            <source>It called us {what}; our name is {rest}. Accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>इसने हमें {what} कहा; हमारा नाम {rest} है। स्वीकार हुआ।</translation>
        </message>
        <message id="doctor.offered-nothing">
            <source>It offered nothing.</source>
            <translation>इसने कुछ नहीं दिया।</translation>
        </message>
        <message id="doctor.all-kept">
            <source>It brought {n} pictures; all kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} तस्वीरें लाया; सब रखी गईं।</translation>
        </message>
        <message id="doctor.one-kept">
            <source>It brought a picture; it was kept.</source>
            <translation>एक तस्वीर लाया; रखी गई।</translation>
        </message>
        <message id="doctor.not-kept">
            <source>{n} pictures could not be kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} तस्वीरें नहीं रखी जा सकीं।</translation>
        </message>
        <message id="doctor.tested">
            <source>It tested the connection.</source>
            <translation>इसने कनेक्शन जाँचा।</translation>
        </message>
        <message id="doctor.aborted">
            <source>It aborted.</source>
            <translation>इसने बात तोड़ दी।</translation>
        </message>
        <message id="doctor.left">
            <source>It went without saying goodbye.</source>
            <translation>बिना विदा लिए चला गया।</translation>
        </message>
        <message id="doctor.broke-off">
            <source>It broke off inside a picture; nothing of that one was kept.</source>
            <translation>तस्वीर के बीच में टूट गया; उसका कुछ नहीं रखा गया।</translation>
        </message>
        <message id="doctor.silent">
            <source>It said nothing for too long.</source>
            <translation>बहुत देर तक कुछ नहीं कहा।</translation>
        </message>
        <message id="doctor.stopped">
            <source>It stopped in the middle of a message.</source>
            <translation>संदेश के बीच में रुक गया।</translation>
        </message>
        <message id="doctor.turned-away">
            <source>It was turned away.</source>
            <translation>इसे लौटा दिया गया।</translation>
        </message>
        <message id="doctor.cut-off">
            <source>It was cut off: it broke the protocol.</source>
            <translation>इसे काट दिया गया: नियम तोड़ा।</translation>
        </message>
        <message id="echo.answered">
            <source>It answered our echo in {ms} ms.</source>
            <extracomment>Keep {ms} as they are; they become names and numbers.</extracomment>
            <translation>{ms} मिलीसेकंड में जवाब मिला।</translation>
        </message>
        <message id="echo.not-set">
            <source>Say in its rules at which address and port it listens.</source>
            <translation>नियमों में बताएँ कि यह किस पते और पोर्ट पर सुनता है।</translation>
        </message>
        <message id="echo.silent">
            <source>Nothing answers there. Is it switched on, and on the same network?</source>
            <translation>वहाँ कोई जवाब नहीं। क्या यह चालू है और उसी नेटवर्क पर है?</translation>
        </message>
        <message id="echo.turned-away">
            <source>Something answers there, but turns us away: it does not know our name, or not its own.</source>
            <translation>वहाँ कोई जवाब देता है पर हमें लौटा देता है: वह हमारा या अपना नाम नहीं पहचानता।</translation>
        </message>
        <message id="echo.no-echo">
            <source>It answers, but does not know the echo.</source>
            <translation>जवाब देता है, पर यह जाँच नहीं जानता।</translation>
        </message>
        <message id="echo.refused">
            <source>It answered our echo with an error.</source>
            <translation>जवाब में त्रुटि मिली।</translation>
        </message>
        <message id="rules.title">
            <source>Rules of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} के नियम</translation>
        </message>
        <message id="rules.new">
            <source>A new camera</source>
            <translation>नया कैमरा</translation>
        </message>
        <message id="rules.ae-title">
            <source>AE title that it calls with</source>
            <translation>AE टाइटल जिससे यह बुलाता है</translation>
        </message>
        <message id="rules.name">
            <source>Name</source>
            <translation>नाम</translation>
        </message>
        <message id="rules.host">
            <source>Its address</source>
            <translation>इसका पता</translation>
        </message>
        <message id="rules.port">
            <source>Its port</source>
            <translation>इसका पोर्ट</translation>
        </message>
        <message id="rules.strip">
            <source>Stands before our number</source>
            <translation>हमारे नंबर से पहले क्या आता है</translation>
        </message>
        <message id="rules.clock">
            <source>Its clock is ahead by (minutes)</source>
            <translation>घड़ी कितनी आगे (मिनट)</translation>
        </message>
        <message id="rules.clock-measured">
            <source>measured</source>
            <translation>मापा गया</translation>
        </message>
        <message id="rules.charset">
            <source>Letters it can show</source>
            <translation>कौन से अक्षर दिखा सकता है</translation>
        </message>
        <message id="rules.charset-utf-8">
            <source>All</source>
            <translation>सभी</translation>
        </message>
        <message id="rules.charset-latin-1">
            <source>Western</source>
            <translation>पश्चिमी</translation>
        </message>
        <message id="rules.charset-ascii">
            <source>A–Z only</source>
            <translation>केवल A–Z</translation>
        </message>
        <message id="rules.order">
            <source>Order of names</source>
            <translation>नाम का क्रम</translation>
        </message>
        <message id="rules.order-family-first">
            <source>Family first</source>
            <translation>पहले उपनाम</translation>
        </message>
        <message id="rules.order-given-first">
            <source>Given first</source>
            <translation>पहले नाम</translation>
        </message>
        <message id="rules.trust">
            <source>Its pictures</source>
            <translation>इसकी तस्वीरें</translation>
        </message>
        <message id="rules.trust-new">
            <source>Not looked at</source>
            <translation>देखा नहीं</translation>
        </message>
        <message id="rules.trust-trusted">
            <source>Welcome</source>
            <translation>स्वागत</translation>
        </message>
        <message id="rules.trust-blocked">
            <source>Blocked</source>
            <translation>रोका</translation>
        </message>
        <message id="rules.fixed">
            <source>set by the configuration</source>
            <translation>कॉन्फ़िगरेशन से तय</translation>
        </message>
        <message id="rules.keep">
            <source>Keep these rules</source>
            <translation>ये नियम रखें</translation>
        </message>
        <message id="rules.back">
            <source>Back</source>
            <translation>वापस</translation>
        </message>
        <message id="rules.forget">
            <source>Forget this camera</source>
            <translation>यह कैमरा भूलें</translation>
        </message>
        <message id="rules.kept">
            <source>Rules of {name} hold from the next picture on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} के नियम अगली तस्वीर से लागू।</translation>
        </message>
        <message id="rules.forgotten">
            <source>{name} has no rules any more.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} के अब कोई नियम नहीं।</translation>
        </message>
        <message id="rules.preview">
            <source>On its latest pictures</source>
            <translation>इसकी ताज़ा तस्वीरों पर</translation>
        </message>
        <message id="rules.preview-none">
            <source>It has brought no pictures yet.</source>
            <translation>इसने अभी कोई तस्वीर नहीं लाई।</translation>
        </message>
        <message id="rules.reads">
            <source>{said} is read as {number}</source>
            <extracomment>Keep {number}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{said} को {number} पढ़ा जाता है</translation>
        </message>
        <message id="rules.ours">
            <source>our number</source>
            <translation>हमारा नंबर</translation>
        </message>
        <message id="rules.wrong-digit">
            <source>wrong check digit</source>
            <translation>जाँच अंक गलत</translation>
        </message>
        <message id="rules.not-ours">
            <source>not our number: waits in the Inbox</source>
            <translation>हमारा नंबर नहीं: इनबॉक्स में रुकेगी</translation>
        </message>
        <message id="rules.no-number">
            <source>no number: waits in the Inbox</source>
            <translation>नंबर नहीं: इनबॉक्स में रुकेगी</translation>
        </message>
        <message id="rules.written">
            <source>A name on its list: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>इसकी सूची में नाम: {name}</translation>
        </message>
        <message id="card.title">
            <source>Type this into the camera</source>
            <translation>यह कैमरे में भरें</translation>
        </message>
        <message id="card.second">
            <source>Camera settings card</source>
            <translation>कैमरा सेटिंग कार्ड</translation>
        </message>
        <message id="card.address">
            <source>Address</source>
            <translation>पता</translation>
        </message>
        <message id="card.port">
            <source>Port</source>
            <translation>पोर्ट</translation>
        </message>
        <message id="card.ae-title">
            <source>AE title</source>
            <translation>AE टाइटल</translation>
        </message>
        <message id="card.print">
            <source>Print</source>
            <translation>प्रिंट करें</translation>
        </message>
        <message id="card.only-here">
            <source>Only this laptop can reach it now. Choose the network that the camera is on.</source>
            <translation>अभी केवल यही लैपटॉप पहुँच सकता है। वह नेटवर्क चुनें जिस पर कैमरा है।</translation>
        </message>
        <message id="card.only-here-fixed">
            <source>Only this laptop can reach it now. The setting dicom.host opens it to a network.</source>
            <translation>अभी केवल यही लैपटॉप पहुँच सकता है। dicom.host सेटिंग इसे नेटवर्क पर खोलती है।</translation>
        </message>
        <message id="card.listen">
            <source>Listen at {address}</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>{address} पर सुनें</translation>
        </message>
        <message id="card.listening">
            <source>Cameras now reach this laptop at {address}.</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>कैमरे अब {address} पर पहुँचते हैं।</translation>
        </message>
        <message id="camp.someone-new">
            <source>Someone new brought a picture</source>
            <translation>किसी नए ने तस्वीर दी</translation>
        </message>
        <message id="camp.someone-new-rest">
            <source>{name} at {address}. Its pictures are kept.</source>
            <extracomment>Keep {address}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name}, {address}। तस्वीरें रखी गई हैं।</translation>
        </message>
        <message id="camp.name-it">
            <source>Name it</source>
            <translation>नाम दें</translation>
        </message>
        <message id="camp.block">
            <source>Block</source>
            <translation>रोकें</translation>
        </message>
        <message id="camp.is-blocked">
            <source>{name} is turned away from now on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} को अब से लौटाया जाएगा।</translation>
        </message>
        <message id="camp.fact-camp">
            <source>Camp</source>
            <translation>शिविर</translation>
        </message>
        <message id="camp.fact-numbers">
            <source>Numbers on cards begin with</source>
            <translation>कार्ड के नंबर शुरू होते हैं</translation>
        </message>
        <message id="camp.fact-organization">
            <source>Organisation</source>
            <translation>संस्था</translation>
        </message>
        <message id="camp.fact-team">
            <source>Team</source>
            <translation>टीम</translation>
        </message>
        <message id="camp.fact-language">
            <source>Language of this window</source>
            <translation>इस विंडो की भाषा</translation>
        </message>
        <message id="camp.fact-protocol">
            <source>Pictures wanted of each eye</source>
            <translation>हर आँख की ज़रूरी तस्वीरें</translation>
        </message>
        <message id="camp.fact-grading">
            <source>Grading scheme</source>
            <translation>ग्रेडिंग योजना</translation>
        </message>
        <message id="camp.fact-zone">
            <source>Today is counted in</source>
            <translation>आज की गिनती</translation>
        </message>
        <message id="camp.fact-disk">
            <source>Room on this laptop</source>
            <translation>इस लैपटॉप पर जगह</translation>
        </message>
        <message id="camp.room">
            <source>{size} GB free, for about {n} patients</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{size} GB खाली, लगभग {n} मरीज़</translation>
        </message>
        <message id="camp.macula">
            <source>Macula</source>
            <translation>मैक्युला</translation>
        </message>
        <message id="camp.macula-disc">
            <source>Macula and disc</source>
            <translation>मैक्युला और डिस्क</translation>
        </message>
        <message id="camp.nobody">
            <source>Nobody has a name of their own yet</source>
            <translation>अभी किसी का अपना नाम नहीं</translation>
        </message>
        <message id="camp.not-set">
            <source>not set</source>
            <translation>तय नहीं</translation>
        </message>
        <message id="backup.title">
            <source>A copy of everything on a stick</source>
            <translation>सबकी एक प्रति स्टिक पर</translation>
        </message>
        <message id="backup.what">
            <source>People, pictures and rules, as encrypted as here. Every file is read back and compared.</source>
            <translation>लोग, तस्वीरें और नियम, यहाँ जैसे ही गुप्त। हर फ़ाइल वापस पढ़कर मिलाई जाती है।</translation>
        </message>
        <message id="backup.folder">
            <source>Folder on the stick</source>
            <translation>स्टिक पर फ़ोल्डर</translation>
        </message>
        <message id="backup.choose">
            <source>Choose a folder</source>
            <translation>फ़ोल्डर चुनें</translation>
        </message>
        <message id="backup.passphrase">
            <source>Passphrase, to try the copy</source>
            <translation>पासफ़्रेज़, प्रति आज़माने के लिए</translation>
        </message>
        <message id="backup.now">
            <source>Make a backup</source>
            <translation>बैकअप बनाएँ</translation>
        </message>
        <message id="backup.working">
            <source>Copying and comparing.</source>
            <translation>प्रति बन रही है और मिलाई जा रही है।</translation>
        </message>
        <message id="backup.files">
            <source>{n} files, {size} MB, all read back.</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{n} फ़ाइलें, {size} MB, सब वापस पढ़ी गईं।</translation>
        </message>
        <message id="backup.wrong-passphrase">
            <source>This passphrase does not open the copy.</source>
            <translation>यह पासफ़्रेज़ प्रति नहीं खोलता।</translation>
        </message>
        <message id="backup.needs-folder">
            <source>Choose a folder first.</source>
            <translation>पहले फ़ोल्डर चुनें।</translation>
        </message>
        <message id="practice.title">
            <source>Practise with invented people</source>
            <translation>काल्पनिक लोगों के साथ अभ्यास</translation>
        </message>
        <message id="practice.what">
            <source>A second window with a pretend camera and a pretend headquarters. Nothing of this camp is touched.</source>
            <translation>नकली कैमरे और नकली मुख्यालय वाली दूसरी विंडो। इस शिविर की कोई चीज़ नहीं छुई जाती।</translation>
        </message>
        <message id="practice.open">
            <source>Open practice</source>
            <translation>अभ्यास खोलें</translation>
        </message>
        <message id="practice.opened">
            <source>The practice window is opening.</source>
            <translation>अभ्यास विंडो खुल रही है।</translation>
        </message>
        <message id="practice.here">
            <source>This is practice already.</source>
            <translation>यह पहले से अभ्यास है।</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message id="card.is-this">
            <source>Is this {name}?</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>क्या यह {name} हैं?</translation>
        </message>
        <message id="card.yes">
            <source>Yes</source>
            <translation>हाँ</translation>
        </message>
        <message id="card.no">
            <source>No, somebody else</source>
            <translation>नहीं, कोई और</translation>
        </message>
        <message id="card.doubted">
            <source>Noted: somebody else holds the card of {name}. Register this person, or look by name.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>नोट किया: {name} का कार्ड किसी और के पास है। इनका पंजीकरण करें या नाम से खोजें।</translation>
        </message>
        <message id="card.was-doubted">
            <source>Somebody else held this card</source>
            <translation>यह कार्ड किसी और के पास था</translation>
        </message>
        <message id="card.slip">
            <source>{number} has a wrong digit. Scan or type it again.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>{number} में एक अंक गलत है। फिर स्कैन करें या लिखें।</translation>
        </message>
        <message id="card.elsewhere">
            <source>Nobody on this laptop has {number}. The card may be of another camp or laptop.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>इस लैपटॉप पर {number} किसी का नहीं। कार्ड दूसरे शिविर या लैपटॉप का हो सकता है।</translation>
        </message>
        <message id="card.foreign">
            <source>This code is not on one of our cards. Look by name.</source>
            <translation>यह कोड हमारे कार्ड का नहीं। नाम से खोजें।</translation>
        </message>
        <message id="card.of-title">
            <source>Card</source>
            <translation>कार्ड का प्रिंट</translation>
        </message>
        <message id="card.of-print">
            <source>Print card</source>
            <translation>कार्ड छापें</translation>
        </message>
        <message id="card.keep">
            <source>Keep as PDF</source>
            <translation>PDF के रूप में रखें</translation>
        </message>
        <message id="card.times">
            <source>Times printed: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>कितनी बार छपा: {n}</translation>
        </message>
        <message id="card.not-printed">
            <source>Not printed yet</source>
            <translation>अभी छपा नहीं</translation>
        </message>
        <message id="card.done">
            <source>The card of {name} is printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का कार्ड छप गया</translation>
        </message>
        <message id="card.kept">
            <source>The card of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का कार्ड {file} में है</translation>
        </message>
        <message id="card.copy">
            <source>COPY</source>
            <translation>प्रति</translation>
        </message>
    </context>
    <context>
        <name>claims</name>
        <message id="claim.saved">
            <source>Saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सहेजा गया</translation>
        </message>
        <message id="claim.saving">
            <source>Saving…</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सहेजा जा रहा है…</translation>
        </message>
        <message id="claim.not-saved">
            <source>Not saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सहेजा नहीं गया</translation>
        </message>
        <message id="claim.saved-person">
            <source>{name} is saved, {number}</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{name} सहेजे गए, {number}</translation>
        </message>
        <message id="claim.all-received">
            <source>All pictures received</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सभी तस्वीरें मिल गईं</translation>
        </message>
        <message id="claim.part-received">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{of} में से {have}</translation>
        </message>
        <message id="claim.camera-did-not-say">
            <source>Camera did not say how many</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>कैमरे ने संख्या नहीं बताई</translation>
        </message>
        <message id="claim.still-to-come">
            <source>{n} of {of} pictures to come</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{of} में से {n} तस्वीरें बाकी</translation>
        </message>
        <message id="claim.still-expected">
            <source>{n} of {of} still expected</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{of} में से {n} अभी आनी हैं</translation>
        </message>
        <message id="claim.at-hq">
            <source>At HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय में</translation>
        </message>
        <message id="claim.at-headquarters">
            <source>At headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय में</translation>
        </message>
        <message id="claim.part-at-hq">
            <source>{have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{of} में से {have} मुख्यालय में</translation>
        </message>
        <message id="claim.tile-at-hq">
            <source>{tile}, at headquarters</source>
            <extracomment>Keep {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}, मुख्यालय में</translation>
        </message>
        <message id="claim.tile-part-at-hq">
            <source>{tile}, {have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of}, {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}, {of} में से {have} मुख्यालय में</translation>
        </message>
        <message id="claim.sent">
            <source>Sent, not yet confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>भेजी गई, पुष्टि बाकी</translation>
        </message>
        <message id="claim.waiting">
            <source>Waiting to go to headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय जाने की प्रतीक्षा</translation>
        </message>
        <message id="claim.not-at-hq">
            <source>Not at HQ yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी मुख्यालय में नहीं</translation>
        </message>
        <message id="claim.no-pictures">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी कोई तस्वीर नहीं</translation>
        </message>
        <message id="claim.patients-not-at-hq" numerus="yes">
            <source>{n} patients not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} मरीज़ अभी मुख्यालय में नहीं</numerusform>
                <numerusform>{n} मरीज़ अभी मुख्यालय में नहीं</numerusform>
            </translation>
        </message>
        <message id="claim.all-patients-at-hq">
            <source>Every picture is at HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>हर तस्वीर मुख्यालय में है</translation>
        </message>
        <message id="claim.pictures-not-at-hq" numerus="yes">
            <source>{n} pictures not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर अभी मुख्यालय में नहीं</numerusform>
                <numerusform>{n} तस्वीरें अभी मुख्यालय में नहीं</numerusform>
            </translation>
        </message>
        <message id="claim.no-hq">
            <source>No headquarters set up</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय तय नहीं है</translation>
        </message>
        <message id="claim.no-patients">
            <source>No patients yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी कोई मरीज़ नहीं</translation>
        </message>
        <message id="claim.urgent">
            <source>{n} urgent</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} तुरंत</translation>
        </message>
        <message id="claim.last-confirmed">
            <source>last confirmed {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पिछली पुष्टि {time}</translation>
        </message>
        <message id="claim.never-confirmed">
            <source>nothing confirmed yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी कोई पुष्टि नहीं</translation>
        </message>
        <message id="claim.safe-here">
            <source>All {n} patients are safe on this laptop. {left} are not at headquarters yet.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सभी {n} मरीज़ इस लैपटॉप पर सुरक्षित हैं। {left} अभी मुख्यालय में नहीं।</translation>
        </message>
        <message id="claim.safe-here-pictures">
            <source>All {n} patients are safe on this laptop. Pictures not at headquarters yet: {left}.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सभी {n} मरीज़ इस लैपटॉप पर सुरक्षित हैं। मुख्यालय में अभी नहीं पहुँचीं: {left} तस्वीरें।</translation>
        </message>
        <message id="claim.safe-here.one">
            <source>The patient is safe on this laptop, and not at headquarters yet.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मरीज़ इस लैपटॉप पर सुरक्षित है, अभी मुख्यालय में नहीं।</translation>
        </message>
        <message id="claim.safe-here.one-left">
            <source>All {n} patients are safe on this laptop. One is not at headquarters yet.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सभी {n} मरीज़ इस लैपटॉप पर सुरक्षित हैं। एक अभी मुख्यालय में नहीं।</translation>
        </message>
        <message id="claim.safe-there.one">
            <source>Every picture of your patient is at headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपके मरीज़ की हर तस्वीर मुख्यालय में है।</translation>
        </message>
        <message id="claim.safe-there">
            <source>Every picture of your {n} patients is at headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपके {n} मरीज़ों की हर तस्वीर मुख्यालय में है।</translation>
        </message>
        <message id="claim.unsafe-here">
            <source>{n} patients are here. Some files need a look: run the check-up.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} मरीज़ यहाँ हैं। कुछ फ़ाइलें देखनी होंगी: जाँच चलाएँ।</translation>
        </message>
        <message id="claim.inbox" numerus="yes">
            <source>{n} pictures are waiting for a person. They are safe.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर किसी व्यक्ति के इंतज़ार में है। वह सुरक्षित है।</numerusform>
                <numerusform>{n} तस्वीरें किसी व्यक्ति के इंतज़ार में हैं। वे सुरक्षित हैं।</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reachable">
            <source>Headquarters answers</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय जवाब दे रहा है</translation>
        </message>
        <message id="claim.hq-last-reached">
            <source>Last reached {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पिछली बार {time} पर मिला</translation>
        </message>
        <message id="claim.hq-portal">
            <source>A login page answered</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>लॉगिन पेज ने जवाब दिया</translation>
        </message>
        <message id="claim.hq-never">
            <source>Not reached yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी तक नहीं मिला</translation>
        </message>
        <message id="claim.backup-done">
            <source>Backup done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>बैकअप पूरा</translation>
        </message>
        <message id="claim.task-open">
            <source>Nobody here has begun</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>यहाँ किसी ने शुरू नहीं किया</translation>
        </message>
        <message id="claim.task-wanted">
            <source>Begun here, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>यहाँ शुरू हुआ, मुख्यालय को अभी पता नहीं</translation>
        </message>
        <message id="claim.task-ours">
            <source>Headquarters has given it to this station</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय ने इसे इस स्टेशन को दिया है</translation>
        </message>
        <message id="claim.task-signed">
            <source>Signed here, headquarters has not shown it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>यहाँ हस्ताक्षर हुए, मुख्यालय ने इसे पूरा हुआ नहीं दिखाया</translation>
        </message>
        <message id="claim.task-giving">
            <source>To be given back, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>वापस होना है, मुख्यालय को अभी पता नहीं</translation>
        </message>
        <message id="claim.task-done">
            <source>Headquarters shows it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय इसे पूरा हुआ दिखाता है</translation>
        </message>
        <message id="claim.task-given">
            <source>Headquarters shows it as cancelled</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय इसे रद्द दिखाता है</translation>
        </message>
        <message id="claim.backup-not-checked">
            <source>Backup not checked with a passphrase</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>बैकअप पासफ़्रेज़ से जाँचा नहीं गया</translation>
        </message>
        <message id="claim.camera-heard">
            <source>heard {ago} ago</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{ago} पहले सुना</translation>
        </message>
        <message id="claim.camera-silent">
            <source>silent {ago}</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{ago} से चुप</translation>
        </message>
        <message id="claim.camera-never">
            <source>not heard yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी नहीं सुना</translation>
        </message>
        <message id="claim.ago-seconds">
            <source>{n} s</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} से</translation>
        </message>
        <message id="claim.ago-minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} मि</translation>
        </message>
        <message id="claim.ago-hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} घं</translation>
        </message>
        <message id="claim.which-eye">
            <source>Which eye?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>कौन-सी आँख?</translation>
        </message>
        <message id="claim.check-eye">
            <source>Check which eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>कौन-सी आँख, जाँचें</translation>
        </message>
        <message id="claim.right-eye">
            <source>Right eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>दाईं आँख</translation>
        </message>
        <message id="claim.left-eye">
            <source>Left eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>बाईं आँख</translation>
        </message>
        <message id="claim.both-eyes">
            <source>Both eyes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>दोनों आँखें</translation>
        </message>
        <message id="claim.no-visits-here">
            <source>None on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>इस लैपटॉप पर कोई नहीं</translation>
        </message>
        <message id="claim.no-visits-hq">
            <source>No earlier visits, HQ searched {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पहले कोई विज़िट नहीं, मुख्यालय में {time} पर खोजा</translation>
        </message>
        <message id="claim.no-match">
            <source>No likely match on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>इस लैपटॉप पर कोई मिलता-जुलता नहीं</translation>
        </message>
        <message id="claim.sharp">
            <source>all sharp</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सब साफ़</translation>
        </message>
        <message id="claim.blurred">
            <source>blurred</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>धुंधली</translation>
        </message>
        <message id="claim.ungradable">
            <source>ungradable</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>जाँचने लायक नहीं</translation>
        </message>
        <message id="claim.preview">
            <source>Preview, {n} % of the detail</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>झलक, {n} % बारीकी</translation>
        </message>
        <message id="claim.original">
            <source>Original</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल</translation>
        </message>
        <message id="claim.tile-preview">
            <source>{what}, preview; the original is not here yet</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}, झलक; मूल तस्वीर अभी नहीं आई</translation>
        </message>
        <message id="claim.previews" numerus="yes">
            <source>{n} previews; the originals are not here yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} झलक; मूल तस्वीर अभी नहीं आई</numerusform>
                <numerusform>{n} झलकें; मूल तस्वीरें अभी नहीं आईं</numerusform>
            </translation>
        </message>
        <message id="claim.only-previews">
            <source>Previews only</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>केवल झलकें</translation>
        </message>
        <message id="claim.tile-left">
            <source>{what}, preview; the original is at headquarters</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}, झलक; मूल तस्वीर मुख्यालय में है</translation>
        </message>
        <message id="claim.left-none">
            <source>The original is at headquarters. Only this small picture of it is on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर मुख्यालय में है। इस लैपटॉप पर उसकी केवल यह छोटी तस्वीर है।</translation>
        </message>
        <message id="claim.left-asked">
            <source>The original is asked for. It comes as soon as headquarters is reached.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर माँगी गई है। मुख्यालय से संपर्क होते ही आएगी।</translation>
        </message>
        <message id="claim.left-coming">
            <source>The original is coming from headquarters now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर मुख्यालय से अभी आ रही है।</translation>
        </message>
        <message id="claim.left-missed">
            <source>Headquarters did not give the original back. It is asked again at each contact.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय ने मूल तस्वीर वापस नहीं दी। हर संपर्क पर फिर माँगी जाती है।</translation>
        </message>
        <message id="claim.left-full">
            <source>There is no room on this laptop for the original. It comes when there is.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>इस लैपटॉप पर मूल तस्वीर के लिए जगह नहीं है। जगह होने पर आएगी।</translation>
        </message>
        <message id="claim.left-back">
            <source>The original is on this laptop again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर फिर इस लैपटॉप पर है</translation>
        </message>
        <message id="claim.left-first">
            <source>The original is at headquarters. Fetch it again first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर मुख्यालय में है। पहले उसे फिर मँगाएँ</translation>
        </message>
        <message id="claim.not-here-yet">
            <source>The original is not here yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मूल तस्वीर अभी नहीं आई</translation>
        </message>
        <message id="claim.full-ring">
            <source>A full ring means HQ has confirmed every picture.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पूरा घेरा: मुख्यालय ने हर तस्वीर की पुष्टि की।</translation>
        </message>
        <message id="claim.hq-confirmed" numerus="yes">
            <source>HQ confirmed {n} pictures.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>मुख्यालय ने {n} तस्वीर की पुष्टि की।</numerusform>
                <numerusform>मुख्यालय ने {n} तस्वीरों की पुष्टि की।</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reopened">
            <source>HQ no longer shows {n} that it had confirmed. They will be sent again.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय {n} पुष्ट तस्वीरें अब नहीं दिखाता। फिर भेजी जाएँगी।</translation>
        </message>
        <message id="claim.safe-without-hq">
            <source>No headquarters is set up. Everything stays safe on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय तय नहीं है। सब कुछ इस लैपटॉप पर सुरक्षित है।</translation>
        </message>
        <message id="claim.rescreen">
            <source>No referral. Rescreen in {n} months</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>रेफ़र नहीं। {n} महीने में फिर जाँच</translation>
        </message>
        <message id="claim.no-referral">
            <source>No referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>रेफ़र नहीं</translation>
        </message>
        <message id="claim.not-finished">
            <source>Not finished: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पूरा नहीं: {eye}</translation>
        </message>
        <message id="claim.outcome-doctor">
            <source>A doctor must look</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>डॉक्टर को देखना होगा</translation>
        </message>
        <message id="claim.outcome-refer">
            <source>Refer within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>3 महीने में रेफ़र</translation>
        </message>
        <message id="claim.outcome-urgent">
            <source>Refer urgently, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>तुरंत रेफ़र, इसी हफ़्ते</translation>
        </message>
        <message id="claim.reason-preview">
            <source>{eye}: the original is not here yet</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{eye}: मूल तस्वीर अभी नहीं आई</translation>
        </message>
        <message id="claim.locked-quiet">
            <source>Locked, and still working.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>लॉक है, और काम चल रहा है।</translation>
        </message>
        <message id="claim.locked" numerus="yes">
            <source>Locked, and still working: {n} pictures arrived since {time} and are safe.</source>
            <extracomment>Keep {n}, {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>लॉक है, और काम चल रहा है: {time} से 1 तस्वीर आई और सुरक्षित है।</numerusform>
                <numerusform>लॉक है, और काम चल रहा है: {time} से {n} तस्वीरें आईं और सुरक्षित हैं।</numerusform>
            </translation>
        </message>
        <message id="claim.told">
            <source>{by}, {time}</source>
            <extracomment>Keep {by}, {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{by}, {time}</translation>
        </message>
        <message id="claim.not-told">
            <source>Not told yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी बताया नहीं</translation>
        </message>
        <message id="claim.not-told-days" numerus="yes">
            <source>Not told, {n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 दिन से बताया नहीं</numerusform>
                <numerusform>{n} दिन से बताया नहीं</numerusform>
            </translation>
        </message>
        <message id="claim.everybody-told">
            <source>Everybody has been spoken to</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>सबसे बात हो गई</translation>
        </message>
        <message id="claim.untold" numerus="yes">
            <source>{n} people still need to be spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 व्यक्ति से बात बाकी है</numerusform>
                <numerusform>{n} लोगों से बात बाकी है</numerusform>
            </translation>
        </message>
        <message id="claim.hq-agrees">
            <source>HQ agrees, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय सहमत, {day}</translation>
        </message>
        <message id="claim.hq-rescreen">
            <source>HQ: no referral, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय: रेफ़र नहीं, {day}</translation>
        </message>
        <message id="claim.hq-retake">
            <source>HQ: not finished, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय: अधूरा, {day}</translation>
        </message>
        <message id="claim.hq-doctor">
            <source>HQ: a doctor must look, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय: डॉक्टर देखें, {day}</translation>
        </message>
        <message id="claim.hq-refer">
            <source>HQ: refer, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय: रेफ़र, {day}</translation>
        </message>
        <message id="claim.hq-refuses">
            <source>HQ does not take this referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय यह रेफ़रल नहीं लेता</translation>
        </message>
        <message id="claim.hq-urgent">
            <source>HQ: urgent, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय: तुरंत, {day}</translation>
        </message>
        <message id="claim.group-urgent">
            <source>Urgent, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>तुरंत, इसी हफ़्ते</translation>
        </message>
        <message id="claim.group-refer">
            <source>Within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>3 महीने में</translation>
        </message>
        <message id="claim.leave">
            <source>Safe to leave camp?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>क्या शिविर छोड़ना सुरक्षित है?</translation>
        </message>
        <message id="claim.leave-yes">
            <source>Yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>हाँ</translation>
        </message>
        <message id="claim.leave-pictures">
            <source>The pictures, yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>तस्वीरें, हाँ</translation>
        </message>
        <message id="claim.leave-nothing">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी कोई तस्वीर नहीं</translation>
        </message>
        <message id="claim.leave-no">
            <source>No</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>नहीं</translation>
        </message>
        <message id="claim.leave-all">
            <source>Everything is confirmed by headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>मुख्यालय ने सब कुछ की पुष्टि की है।</translation>
        </message>
        <message id="claim.leave-only-pictures">
            <source>Every picture is confirmed. Registrations, grades and referrals are not: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>हर तस्वीर की पुष्टि हुई। पंजीकरण, ग्रेड और रेफ़रल की नहीं: बैकअप साथ ले जाएँ।</translation>
        </message>
        <message id="claim.leave-no-pictures">
            <source>There is no picture. Registrations, grades and referrals are on this laptop only: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>कोई तस्वीर नहीं है। पंजीकरण, ग्रेड और रेफ़रल केवल इस लैपटॉप पर हैं: बैकअप साथ ले जाएँ।</translation>
        </message>
        <message id="claim.leave-no-headquarters" numerus="yes">
            <source>No headquarters has confirmed anything.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>किसी मुख्यालय ने कुछ भी पुष्ट नहीं किया।</numerusform>
                <numerusform>किसी मुख्यालय ने कुछ भी पुष्ट नहीं किया।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-ledger" numerus="yes">
            <source>The record of what headquarters confirmed was changed. It proves nothing now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>मुख्यालय की पुष्टि का रिकॉर्ड बदला गया है। अब वह कुछ साबित नहीं करता।</numerusform>
                <numerusform>मुख्यालय की पुष्टि का रिकॉर्ड बदला गया है। अब वह कुछ साबित नहीं करता।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-untold" numerus="yes">
            <source>{n} people with an urgent referral have not been told.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>तुरंत रेफ़र किए गए 1 व्यक्ति को नहीं बताया गया।</numerusform>
                <numerusform>तुरंत रेफ़र किए गए {n} लोगों को नहीं बताया गया।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-pictures-missing" numerus="yes">
            <source>{n} pictures are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 तस्वीर की मुख्यालय ने पुष्टि नहीं की।</numerusform>
                <numerusform>{n} तस्वीरों की मुख्यालय ने पुष्टि नहीं की।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-records" numerus="yes">
            <source>{n} registrations, grades and referrals are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 पंजीकरण, ग्रेड या रेफ़रल की मुख्यालय ने पुष्टि नहीं की।</numerusform>
                <numerusform>{n} पंजीकरण, ग्रेड और रेफ़रल की मुख्यालय ने पुष्टि नहीं की।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-held" numerus="yes">
            <source>{n} files were kept aside and go nowhere until somebody looks.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 फ़ाइल अलग रखी गई है; कोई देखे, तब तक कहीं नहीं जाएगी।</numerusform>
                <numerusform>{n} फ़ाइलें अलग रखी गई हैं; कोई देखे, तब तक कहीं नहीं जाएँगी।</numerusform>
            </translation>
        </message>
        <message id="claim.leave-confirmed">
            <source>Confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पुष्ट</translation>
        </message>
        <message id="claim.leave-not-told">
            <source>Urgent, not told</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>तुरंत, नहीं बताया</translation>
        </message>
        <message id="claim.leave-chain">
            <source>{n} receipts, the last one sealed {head}</source>
            <extracomment>Keep {head}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} रसीदें, अंतिम की मुहर {head}</translation>
        </message>
        <message id="claim.leave-level">
            <source>Confirmed means: shown back by headquarters under the same person, visit and eye.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पुष्ट का अर्थ: मुख्यालय ने उसी व्यक्ति, विज़िट और आँख के साथ वापस दिखाई।</translation>
        </message>
        <message id="claim.leave-saved">
            <source>The page is saved: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पन्ना सहेजा गया: {name}</translation>
        </message>
        <message id="claim.letter-title-rescreen">
            <source>Next screening by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अगली जाँच {date} तक</translation>
        </message>
        <message id="claim.letter-title-rescreen-undated">
            <source>No eye doctor needed now</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>अभी डॉक्टर की ज़रूरत नहीं</translation>
        </message>
        <message id="claim.letter-all-well">
            <source>Your pictures show nothing that needs an eye doctor now. Please come to the next screening.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपकी तस्वीरों में अभी ऐसा कुछ नहीं जिसके लिए आँखों के डॉक्टर की ज़रूरत हो। कृपया अगली जाँच में आएँ।</translation>
        </message>
        <message id="claim.letter-title-retake">
            <source>Not finished: please come again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>जाँच अधूरी: कृपया फिर आएँ</translation>
        </message>
        <message id="claim.letter-retake">
            <source>This is not a result. {eye} could not be examined, so nobody can say how it is. Please come again.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>यह नतीजा नहीं है। {eye} की जाँच नहीं हो सकी, इसलिए उसकी हालत कोई नहीं बता सकता। कृपया फिर आएँ।</translation>
        </message>
        <message id="claim.letter-title-doctor">
            <source>A doctor must look first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>पहले डॉक्टर को देखना होगा</translation>
        </message>
        <message id="claim.letter-doctor">
            <source>This is not a result yet. A doctor must look at your pictures, and then we tell you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>यह अभी नतीजा नहीं है। डॉक्टर आपकी तस्वीरें देखेंगे, फिर हम आपको बताएँगे।</translation>
        </message>
        <message id="claim.letter-title-refer">
            <source>See an eye doctor by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{date} तक आँखों के डॉक्टर को दिखाएँ</translation>
        </message>
        <message id="claim.letter-refer">
            <source>Your pictures show something that an eye doctor must look at within 3 months. Please go, even if you see well.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपकी तस्वीरों में कुछ है जिसे आँखों के डॉक्टर को 3 महीने में देखना चाहिए। ठीक दिखता हो तब भी जाएँ।</translation>
        </message>
        <message id="claim.letter-unreadable">
            <source>Your pictures could not be read well enough. An eye doctor must look at your eyes within 3 months. Please go.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपकी तस्वीरें ठीक से पढ़ी नहीं जा सकीं। आँखों के डॉक्टर को 3 महीने में आपकी आँखें देखनी चाहिए। कृपया जाएँ।</translation>
        </message>
        <message id="claim.letter-title-urgent">
            <source>Urgent: see an eye doctor this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>तुरंत: इसी हफ़्ते आँखों के डॉक्टर को दिखाएँ</translation>
        </message>
        <message id="claim.letter-urgent">
            <source>Your pictures show something that can harm your sight soon. Go this week, even if you see well. Do not wait.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>आपकी तस्वीरों में कुछ है जिससे जल्द आपकी नज़र को नुकसान हो सकता है। ठीक दिखता हो तब भी इसी हफ़्ते जाएँ। रुकें नहीं।</translation>
        </message>
    </context>
    <context>
        <name>clocks</name>
        <message id="clock.laptop">
            <source>This laptop's clock leapt to {there}. Eyecamp goes on from {here}; nothing is stopped. Set date and time, or say that the new ones are right.</source>
            <extracomment>Keep {here}, {there} as they are; they become names and numbers.</extracomment>
            <translation>इस लैपटॉप की घड़ी {there} पर कूद गई। Eyecamp {here} से आगे चल रहा है; कुछ रुका नहीं है। तारीख़ और समय ठीक करें, या बताएँ कि नए सही हैं।</translation>
        </message>
        <message id="clock.headquarters">
            <source>Headquarters: {said}. Check date and time of this laptop; nothing is stopped.</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय: {said}। इस लैपटॉप की तारीख़ और समय जाँचें; कुछ रुका नहीं है।</translation>
        </message>
        <message id="clock.camera">
            <source>{name}: {said}. Set the camera's clock; its pictures are kept under the day they come.</source>
            <extracomment>Keep {name}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {said}। कैमरे की घड़ी ठीक करें; उसकी तस्वीरें आने के दिन के नीचे रखी जाती हैं।</translation>
        </message>
        <message id="clock.accept">
            <source>The laptop's clock is right</source>
            <translation>लैपटॉप की घड़ी सही है</translation>
        </message>
        <message id="clock.seen">
            <source>I have seen it</source>
            <translation>मैंने देख लिया</translation>
        </message>
    </context>
    <context>
        <name>disputes</name>
        <message id="absence.ask">
            <source>{eye} has no picture. Why?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} की तस्वीर नहीं। क्यों?</translation>
        </message>
        <message id="absence.prosthesis">
            <source>Artificial eye</source>
            <translation>कृत्रिम आँख</translation>
        </message>
        <message id="absence.phthisis">
            <source>Shrunken eye (phthisis)</source>
            <translation>सिकुड़ी हुई आँख</translation>
        </message>
        <message id="absence.removed">
            <source>Eye was removed</source>
            <translation>आँख निकाली जा चुकी है</translation>
        </message>
        <message id="absence.not-seen">
            <source>Could not be seen</source>
            <translation>देखी नहीं जा सकी</translation>
        </message>
        <message id="absence.line">
            <source>{eye}: {why}</source>
            <extracomment>Keep {eye}, {why} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {why}</translation>
        </message>
        <message id="dispute.open">
            <source>Other opinion</source>
            <translation>दूसरी राय</translation>
        </message>
        <message id="dispute.says">
            <source>{reader} says {what}</source>
            <extracomment>Keep {reader}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{reader} कहते हैं {what}</translation>
        </message>
        <message id="dispute.both">
            <source>Both opinions stand, and the more urgent one counts.</source>
            <translation>दोनों राय रहेंगी, ज़्यादा ज़रूरी वाली मानी जाएगी।</translation>
        </message>
        <message id="dispute.why">
            <source>Why it does not stand</source>
            <translation>वह क्यों मान्य नहीं</translation>
        </message>
        <message id="dispute.replace">
            <source>Replace it</source>
            <translation>उसकी जगह लें</translation>
        </message>
        <message id="dispute.keep">
            <source>Keep both</source>
            <translation>दोनों रखें</translation>
        </message>
        <message id="dispute.needs-why">
            <source>Say why first.</source>
            <translation>पहले कारण लिखें।</translation>
        </message>
        <message id="dispute.replaced">
            <source>replaced by {reader}: {why}</source>
            <extracomment>Keep {reader}, {why} as they are; they become names and numbers.</extracomment>
            <translation>{reader} ने बदला: {why}</translation>
        </message>
    </context>
    <context>
        <name>frame</name>
        <message id="rail.today">
            <source>Today</source>
            <translation>आज</translation>
        </message>
        <message id="rail.patients">
            <source>Patients</source>
            <translation>मरीज़</translation>
        </message>
        <message id="rail.inbox">
            <source>Inbox</source>
            <translation>इनबॉक्स</translation>
        </message>
        <message id="rail.read">
            <source>Read</source>
            <translation>पढ़ें</translation>
        </message>
        <message id="rail.referrals">
            <source>Referrals</source>
            <translation>रेफ़रल</translation>
        </message>
        <message id="rail.sync">
            <source>Sync</source>
            <translation>सिंक</translation>
        </message>
        <message id="rail.camp">
            <source>Camp</source>
            <translation>शिविर</translation>
        </message>
        <message id="rail.lock">
            <source>Lock</source>
            <translation>लॉक</translation>
        </message>
        <message id="rail.with-count">
            <source>{word}, {n} waiting</source>
            <extracomment>Keep {n}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{word}, {n} बाकी</translation>
        </message>
        <message id="strip.space">
            <source>Space for {n} patients</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} मरीज़ों के लिए जगह</translation>
        </message>
        <message id="strip.tight">
            <source>Little room is left for pictures. Connect to headquarters, or take pictures away by stick.</source>
            <translation>तस्वीरों के लिए कम जगह बची है। मुख्यालय से जुड़ें, या स्टिक से तस्वीरें भेजें।</translation>
        </message>
        <message id="strip.full">
            <source>Disk full: pictures are refused</source>
            <translation>डिस्क भरी: तस्वीरें नहीं ली जा रहीं</translation>
        </message>
        <message id="strip.battery">
            <source>{n} %</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} %</translation>
        </message>
        <message id="strip.to-dim">
            <source>Dim the screen</source>
            <translation>स्क्रीन मंद करें</translation>
        </message>
        <message id="strip.to-daylight">
            <source>Daylight screen</source>
            <translation>दिन की स्क्रीन</translation>
        </message>
        <message id="crash.sentence">
            <source>Eyecamp made a mistake of its own. Copy the report for your supporter.</source>
            <translation>Eyecamp से गलती हुई। सहायता के लिए रिपोर्ट कॉपी करें।</translation>
        </message>
        <message id="crash.copy">
            <source>Copy report</source>
            <translation>रिपोर्ट कॉपी करें</translation>
        </message>
    </context>
    <context>
        <name>grading</name>
        <message id="grading.title">
            <source>Grades</source>
            <translation>ग्रेड</translation>
        </message>
        <message id="grading.ICDR.retinopathy">
            <source>Retinopathy · ICDR</source>
            <translation>रेटिनोपैथी · ICDR</translation>
        </message>
        <message id="grading.ICDR.macular-oedema">
            <source>Macular oedema · ICDR</source>
            <translation>मैक्युला में सूजन · ICDR</translation>
        </message>
        <message id="grading.NHS.retinopathy">
            <source>Retinopathy · NHS</source>
            <translation>रेटिनोपैथी · NHS</translation>
        </message>
        <message id="grading.NHS.maculopathy">
            <source>Maculopathy · NHS</source>
            <translation>मैक्युलोपैथी · NHS</translation>
        </message>
        <message id="grading.NHS.photocoagulation">
            <source>Photocoagulation · NHS</source>
            <translation>फ़ोटोकोएगुलेशन · NHS</translation>
        </message>
        <message id="grading.CDR.cup-disc-ratio">
            <source>Cup-disc ratio · CDR</source>
            <translation>कप-डिस्क अनुपात · CDR</translation>
        </message>
        <message id="grading.CDR.rim-notch">
            <source>Rim notch · CDR</source>
            <translation>किनारे में खाँच · CDR</translation>
        </message>
        <message id="grading.CDR.disc-haemorrhage">
            <source>Disc haemorrhage · CDR</source>
            <translation>डिस्क पर रक्तस्राव · CDR</translation>
        </message>
        <message id="grading.ROP.triage">
            <source>Triage · ROP</source>
            <translation>छँटाई · ROP</translation>
        </message>
        <message id="grading.ROP.zone">
            <source>Zone · ROP</source>
            <translation>ज़ोन · ROP</translation>
        </message>
        <message id="grading.ROP.stage">
            <source>Stage · ROP</source>
            <translation>अवस्था · ROP</translation>
        </message>
        <message id="grading.ROP.plus">
            <source>Plus disease · ROP</source>
            <translation>प्लस रोग · ROP</translation>
        </message>
        <message id="grading.cataract.lens">
            <source>Lens · cataract</source>
            <translation>लेंस · मोतियाबिंद</translation>
        </message>
        <message id="grading.cataract.operable">
            <source>Operable, wants surgery · cataract</source>
            <translation>ऑपरेशन योग्य, चाहते हैं · मोतियाबिंद</translation>
        </message>
        <message id="grade.ICDR.retinopathy.0">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.ICDR.retinopathy.1">
            <source>Mild</source>
            <translation>हल्की</translation>
        </message>
        <message id="grade.ICDR.retinopathy.2">
            <source>Moderate</source>
            <translation>मध्यम</translation>
        </message>
        <message id="grade.ICDR.retinopathy.3">
            <source>Severe</source>
            <translation>गंभीर</translation>
        </message>
        <message id="grade.ICDR.retinopathy.4">
            <source>Proliferative</source>
            <translation>प्रोलिफ़रेटिव</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.0">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.1">
            <source>Away from centre</source>
            <translation>केंद्र से दूर</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.2">
            <source>At the centre</source>
            <translation>केंद्र में</translation>
        </message>
        <message id="grade.NHS.retinopathy.R0">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.NHS.retinopathy.R1">
            <source>Background</source>
            <translation>पृष्ठभूमि</translation>
        </message>
        <message id="grade.NHS.retinopathy.R2">
            <source>Pre-proliferative</source>
            <translation>प्री-प्रोलिफ़रेटिव</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3S">
            <source>Treated, stable</source>
            <translation>इलाज हुआ, स्थिर</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3A">
            <source>Active proliferative</source>
            <translation>सक्रिय प्रोलिफ़रेटिव</translation>
        </message>
        <message id="grade.NHS.maculopathy.M0">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.NHS.maculopathy.M1">
            <source>Present</source>
            <translation>है</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P0">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P1">
            <source>Laser scars</source>
            <translation>लेज़र के निशान</translation>
        </message>
        <message id="grade.ungradable">
            <source>Ungradable</source>
            <translation>ग्रेड नहीं हो सकता</translation>
        </message>
        <message id="grade.no">
            <source>No</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.yes">
            <source>Yes</source>
            <translation>हाँ</translation>
        </message>
        <message id="grade.ROP.triage.green">
            <source>Green</source>
            <translation>हरा</translation>
        </message>
        <message id="grade.ROP.triage.orange">
            <source>Orange</source>
            <translation>नारंगी</translation>
        </message>
        <message id="grade.ROP.triage.red">
            <source>Red</source>
            <translation>लाल</translation>
        </message>
        <message id="grade.ROP.plus.none">
            <source>None</source>
            <translation>नहीं</translation>
        </message>
        <message id="grade.ROP.plus.pre-plus">
            <source>Pre-plus</source>
            <translation>प्री-प्लस</translation>
        </message>
        <message id="grade.ROP.plus.plus">
            <source>Plus</source>
            <translation>प्लस</translation>
        </message>
        <message id="grade.cataract.lens.none">
            <source>No cataract</source>
            <translation>मोतियाबिंद नहीं</translation>
        </message>
        <message id="grade.cataract.lens.immature">
            <source>Immature</source>
            <translation>अपक्व</translation>
        </message>
        <message id="grade.cataract.lens.mature">
            <source>Mature</source>
            <translation>पका हुआ</translation>
        </message>
        <message id="grade.cataract.lens.pseudophakic">
            <source>Pseudophakic</source>
            <translation>कृत्रिम लेंस</translation>
        </message>
        <message id="grade.cataract.lens.aphakic">
            <source>Aphakic</source>
            <translation>बिना लेंस</translation>
        </message>
        <message id="grading.cell">
            <source>{eye}, {finding}: {code} {word}</source>
            <extracomment>Keep {code}, {eye}, {finding}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{eye}, {finding}: {code} {word}</translation>
        </message>
        <message id="grading.choose">
            <source>Choose</source>
            <translation>चुनें</translation>
        </message>
        <message id="grading.confirm">
            <source>Confirm and next</source>
            <translation>पुष्टि और अगला</translation>
        </message>
        <message id="grading.signed-by">
            <source>{reader}, {time}</source>
            <extracomment>Keep {reader}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{reader}, {time}</translation>
        </message>
        <message id="grading.seen-at">
            <source>seen at {percent} %</source>
            <extracomment>Keep {percent} as they are; they become names and numbers.</extracomment>
            <translation>{percent} % पर देखी गई</translation>
        </message>
        <message id="grading.from-preview">
            <source>{said}, graded from a preview</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>{said}, झलक से ग्रेड</translation>
        </message>
        <message id="grading.reader">
            <source>Reading: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>पढ़ने वाले: {name}</translation>
        </message>
        <message id="grading.nobody">
            <source>Sign in to grade</source>
            <translation>ग्रेड करने को साइन इन करें</translation>
        </message>
        <message id="grading.no-key">
            <source>This key means nothing in {scheme}.</source>
            <extracomment>Keep {scheme} as they are; they become names and numbers.</extracomment>
            <translation>{scheme} में इस कुंजी का कोई अर्थ नहीं।</translation>
        </message>
        <message id="grading.no-picture">
            <source>There is no picture of that eye to grade.</source>
            <translation>उस आँख की ग्रेड करने को कोई तस्वीर नहीं।</translation>
        </message>
        <message id="grading.unseen">
            <source>This picture cannot be shown here, so it has no grade but Ungradable (U).</source>
            <translation>यह तस्वीर यहाँ नहीं दिखती, इसलिए इसका ग्रेड केवल U हो सकता है।</translation>
        </message>
        <message id="grading.too-soon">
            <source>A new person is on the screen. Look first, then confirm.</source>
            <translation>स्क्रीन पर नया व्यक्ति है। पहले देखें, फिर पुष्टि करें।</translation>
        </message>
        <message id="grading.moved-on">
            <source>The screen has moved on, so nothing was stored. Look again.</source>
            <translation>स्क्रीन बदल गई, इसलिए कुछ सहेजा नहीं गया। फिर देखें।</translation>
        </message>
        <message id="grading.stored">
            <source>{name}: {outcome}</source>
            <extracomment>Keep {name}, {outcome} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {outcome}</translation>
        </message>
        <message id="reason.not-imaged">
            <source>{eye} has no picture</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} की तस्वीर नहीं</translation>
        </message>
        <message id="reason.not-graded">
            <source>{eye} is not graded</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} का ग्रेड नहीं हुआ</translation>
        </message>
        <message id="reason.not-whole">
            <source>{eye}: {finding} is missing</source>
            <extracomment>Keep {eye}, {finding} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {finding} बाकी है</translation>
        </message>
        <message id="reason.spoilt">
            <source>{eye}: its picture is ungradable, take it again</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: तस्वीर ग्रेड योग्य नहीं, फिर से लें</translation>
        </message>
        <message id="quality.title">
            <source>Picture · Q</source>
            <translation>तस्वीर · Q</translation>
        </message>
        <message id="quality.of">
            <source>Picture of {eye}: {said}</source>
            <extracomment>Keep {eye}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{eye} की तस्वीर: {said}</translation>
        </message>
        <message id="quality.unsaid">
            <source>–</source>
            <translation>–</translation>
        </message>
        <message id="quality.gradable">
            <source>Gradable</source>
            <translation>ग्रेड योग्य</translation>
        </message>
        <message id="quality.blurred">
            <source>Blurred</source>
            <translation>धुंधली</translation>
        </message>
        <message id="quality.dark">
            <source>Too dark</source>
            <translation>बहुत अँधेरी</translation>
        </message>
        <message id="quality.lids">
            <source>Lid, lashes</source>
            <translation>पलक, बरौनी</translation>
        </message>
        <message id="quality.off-centre">
            <source>Off centre</source>
            <translation>केंद्र से हटी</translation>
        </message>
        <message id="quality.media">
            <source>Clouded eye</source>
            <translation>धुंधली आँख</translation>
        </message>
        <message id="quality.is-ungradable">
            <source>Ungradable: {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>ग्रेड योग्य नहीं: {why}</translation>
        </message>
        <message id="quality.taken-back">
            <source>Nothing is said of this picture now</source>
            <translation>इस तस्वीर पर अब कुछ नहीं कहा गया</translation>
        </message>
        <message id="quality.advice.gradable">
            <source>Gradable</source>
            <translation>ग्रेड योग्य</translation>
        </message>
        <message id="quality.advice.blurred">
            <source>Ungradable: blurred. Take it again: clean the lens, forehead on the bar, wait for focus.</source>
            <translation>ग्रेड योग्य नहीं: धुंधली। फिर लें: लेंस साफ़ करें, माथा टेक पर, फ़ोकस की प्रतीक्षा करें।</translation>
        </message>
        <message id="quality.advice.dark">
            <source>Ungradable: too dark. Take it again: darken the room, wait for the pupil, more flash.</source>
            <translation>ग्रेड योग्य नहीं: अँधेरी। फिर लें: कमरा अँधेरा करें, पुतली की प्रतीक्षा करें, फ़्लैश बढ़ाएँ।</translation>
        </message>
        <message id="quality.advice.lids">
            <source>Ungradable: lid or lashes. Take it again: ask to open wide, hold the lid.</source>
            <translation>ग्रेड योग्य नहीं: पलक या बरौनी। फिर लें: आँख पूरी खुलवाएँ, पलक थामें।</translation>
        </message>
        <message id="quality.advice.off-centre">
            <source>Ungradable: off centre. Take it again: let them look at the light, centre the pupil.</source>
            <translation>ग्रेड योग्य नहीं: केंद्र से हटी। फिर लें: रोशनी की ओर दिखवाएँ, पुतली बीच में लाएँ।</translation>
        </message>
        <message id="quality.advice.media">
            <source>Ungradable: the eye is clouded. Another picture will hardly help: grade U.</source>
            <translation>ग्रेड योग्य नहीं: आँख धुंधली है। दूसरी तस्वीर से शायद लाभ नहीं: ग्रेड U दें।</translation>
        </message>
        <message id="screen.title">
            <source>Can this screen show a lesion today?</source>
            <translation>क्या यह स्क्रीन आज घाव दिखा सकती है?</translation>
        </message>
        <message id="screen.asked">
            <source>Look for a smaller square in the black, in the white and in the red one, and for eight separate steps of grey below.</source>
            <translation>काले, सफ़ेद और लाल वर्ग के भीतर छोटा वर्ग और नीचे धूसर की आठ अलग सीढ़ियाँ देखें।</translation>
        </message>
        <message id="screen.seen">
            <source>I see all of them</source>
            <translation>सब दिखते हैं</translation>
        </message>
        <message id="screen.unseen">
            <source>I do not</source>
            <translation>नहीं दिखते</translation>
        </message>
        <message id="screen.later">
            <source>Later</source>
            <translation>बाद में</translation>
        </message>
        <message id="screen.not-checked">
            <source>Screen not checked today</source>
            <translation>आज स्क्रीन नहीं जाँची</translation>
        </message>
        <message id="screen.failed">
            <source>Screen check failed today</source>
            <translation>आज स्क्रीन जाँच असफल</translation>
        </message>
        <message id="screen.kept">
            <source>The screen is checked for today</source>
            <translation>आज के लिए स्क्रीन जाँची गई</translation>
        </message>
        <message id="screen.advice">
            <source>Turn the brightness up, shade the screen, then check again (K). Grades say that the check failed.</source>
            <translation>चमक बढ़ाएँ, स्क्रीन पर छाया करें, फिर जाँचें (K)। ग्रेड में जाँच असफल लिखी रहेगी।</translation>
        </message>
        <message id="reason.unknown-scheme">
            <source>{eye}: {grade}, a scale that this station does not know</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {grade}, यह पैमाना यहाँ ज्ञात नहीं</translation>
        </message>
        <message id="reason.two-schemes">
            <source>The eyes were graded on two scales</source>
            <translation>आँखों का ग्रेड दो पैमानों पर हुआ</translation>
        </message>
        <message id="reason.no-eye">
            <source>Both eyes are absent</source>
            <translation>दोनों आँखें नहीं हैं</translation>
        </message>
        <message id="reason.grade">
            <source>{eye} {grade}</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye} {grade}</translation>
        </message>
        <message id="reason.asymmetry">
            <source>The two eyes differ: CDR</source>
            <translation>दोनों आँखों में अंतर: CDR</translation>
        </message>
        <message id="staff.who">
            <source>Who is here?</source>
            <translation>कौन है?</translation>
        </message>
        <message id="staff.pin-of">
            <source>{name}, your PIN</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name}, आपका PIN</translation>
        </message>
        <message id="staff.wrong">
            <source>That PIN does not fit.</source>
            <translation>यह PIN मेल नहीं खाता।</translation>
        </message>
        <message id="staff.wait">
            <source>Too many tries. Wait {n} seconds.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>बहुत प्रयास हुए। {n} सेकंड रुकें।</translation>
        </message>
        <message id="staff.new">
            <source>Somebody new</source>
            <translation>नया व्यक्ति</translation>
        </message>
        <message id="staff.name">
            <source>Your name</source>
            <translation>आपका नाम</translation>
        </message>
        <message id="staff.pin">
            <source>A PIN of four digits</source>
            <translation>चार अंकों का PIN</translation>
        </message>
        <message id="staff.pin-again">
            <source>The PIN again</source>
            <translation>PIN फिर से</translation>
        </message>
        <message id="staff.role">
            <source>What you do here</source>
            <translation>यहाँ आपका काम</translation>
        </message>
        <message id="staff.role.volunteer">
            <source>Volunteer</source>
            <translation>स्वयंसेवक</translation>
        </message>
        <message id="staff.role.grader">
            <source>Grader</source>
            <translation>ग्रेडर</translation>
        </message>
        <message id="staff.role.doctor">
            <source>Doctor</source>
            <translation>डॉक्टर</translation>
        </message>
        <message id="staff.role.lead">
            <source>Camp lead</source>
            <translation>शिविर प्रमुख</translation>
        </message>
        <message id="staff.add">
            <source>Add and start</source>
            <translation>जोड़ें और शुरू करें</translation>
        </message>
        <message id="staff.back">
            <source>Back</source>
            <translation>वापस</translation>
        </message>
        <message id="staff.pins-differ">
            <source>The two PINs differ.</source>
            <translation>दोनों PIN अलग हैं।</translation>
        </message>
        <message id="staff.delete-digit">
            <source>Delete the last digit</source>
            <translation>आख़िरी अंक मिटाएँ</translation>
        </message>
        <message id="staff.digits">
            <source>{n} of 4 digits</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>4 में से {n} अंक</translation>
        </message>
        <message id="staff.not-me">
            <source>Not now</source>
            <translation>अभी नहीं</translation>
        </message>
        <message id="staff.who-works">
            <source>Who works here</source>
            <translation>यहाँ कौन काम करता है</translation>
        </message>
        <message id="staff.kept">
            <source>Whoever leaves signs nothing any more. What they signed stays theirs.</source>
            <translation>जो जाता है वह आगे हस्ताक्षर नहीं करता। जो किए, वे उसी के रहते हैं।</translation>
        </message>
        <message id="staff.leaves">
            <source>Leaves</source>
            <translation>जा रहे हैं</translation>
        </message>
        <message id="staff.has-left">
            <source>{name} does not work here any more</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} अब यहाँ काम नहीं करते</translation>
        </message>
        <message id="staff.not-oneself">
            <source>Somebody else must say that you leave. Lock first.</source>
            <translation>आप जा रहे हैं, यह कोई और बताए। पहले लॉक करें।</translation>
        </message>
        <message id="staff.own-pin">
            <source>Your own PIN</source>
            <translation>आपका अपना PIN</translation>
        </message>
        <message id="staff.pin-old">
            <source>The PIN until now</source>
            <translation>अब तक का PIN</translation>
        </message>
        <message id="staff.pin-new">
            <source>The new PIN, four digits</source>
            <translation>नया PIN, चार अंक</translation>
        </message>
        <message id="staff.change-pin">
            <source>Change PIN</source>
            <translation>PIN बदलें</translation>
        </message>
        <message id="staff.pin-changed">
            <source>Your PIN is changed</source>
            <translation>आपका PIN बदल गया</translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message id="hint.answer-first">
            <source>{eye}: the picture looks like the other eye. Press R or L first.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: तस्वीर दूसरी आँख जैसी लगती है। पहले R या L दबाएँ।</translation>
        </message>
        <message id="hint.side">
            <source>{eye}: the disc lies as in the other eye. Which eye is it?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: डिस्क दूसरी आँख जैसी जगह पर है। यह कौन-सी आँख है?</translation>
        </message>
        <message id="hint.dark">
            <source>Looks dark: a darker room, wait for the pupil, or drops</source>
            <translation>अँधेरी लगती है: कमरा और अँधेरा करें, पुतली फैलने दें, या दवा</translation>
        </message>
        <message id="hint.bright">
            <source>Looks too bright: less flash, then again</source>
            <translation>बहुत उजली लगती है: फ़्लैश कम करें, फिर लें</translation>
        </message>
        <message id="hint.blurred">
            <source>Looks blurred: wipe the lens, a blink, focus, then again</source>
            <translation>धुंधली लगती है: लेंस पोंछें, पलक झपकाएँ, फ़ोकस करें, फिर लें</translation>
        </message>
    </context>
    <context>
        <name>importing</name>
        <message id="import.drop">
            <source>Drop pictures, folders or ZIPs</source>
            <translation>तस्वीरें, फ़ोल्डर या ZIP छोड़ें</translation>
        </message>
        <message id="import.running">
            <source>Bringing in the files…</source>
            <translation>फ़ाइलें लाई जा रही हैं…</translation>
        </message>
        <message id="import.stored" numerus="yes">
            <source>{n} pictures came in</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर आई</numerusform>
                <numerusform>{n} तस्वीरें आईं</numerusform>
            </translation>
        </message>
        <message id="import.duplicate" numerus="yes">
            <source>{n} were here already</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} पहले से थी</numerusform>
                <numerusform>{n} पहले से थीं</numerusform>
            </translation>
        </message>
        <message id="import.waiting" numerus="yes">
            <source>{n} photographs ask whose eye it is</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} फ़ोटो पूछती है किसकी आँख</numerusform>
                <numerusform>{n} फ़ोटो पूछती हैं किसकी आँख</numerusform>
            </translation>
        </message>
        <message id="import.aside" numerus="yes">
            <source>{n} need a look in the Inbox</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} को इनबॉक्स में देखना है</numerusform>
                <numerusform>{n} को इनबॉक्स में देखना है</numerusform>
            </translation>
        </message>
        <message id="import.skipped" numerus="yes">
            <source>{n} files were not taken, the first is {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} फ़ाइल नहीं ली गई: {name}</numerusform>
                <numerusform>{n} फ़ाइलें नहीं ली गईं, पहली {name}</numerusform>
            </translation>
        </message>
        <message id="import.nothing">
            <source>There was no file in it</source>
            <translation>उसमें कोई फ़ाइल नहीं थी</translation>
        </message>
        <message id="import.taken-back">
            <source>import taken back</source>
            <translation>लाना वापस लिया</translation>
        </message>
        <message id="import.why-unreadable">
            <source>It cannot be read.</source>
            <translation>इसे पढ़ा नहीं जा सकता।</translation>
        </message>
        <message id="import.why-absent">
            <source>There is no such file.</source>
            <translation>ऐसी कोई फ़ाइल नहीं है।</translation>
        </message>
        <message id="import.why-index">
            <source>The list of contents of a medium; its pictures are read one by one.</source>
            <translation>यह माध्यम की सूची है; इसकी तस्वीरें एक-एक करके पढ़ी जाती हैं।</translation>
        </message>
        <message id="import.why-index-damaged">
            <source>The list of contents of this medium is damaged.</source>
            <translation>इस माध्यम की सूची ख़राब है।</translation>
        </message>
        <message id="import.why-link">
            <source>It is a link to somewhere else, which is not followed.</source>
            <translation>यह कहीं और का लिंक है, जिसका पीछा नहीं किया जाता।</translation>
        </message>
        <message id="import.why-no-file">
            <source>It is not a file.</source>
            <translation>यह फ़ाइल नहीं है।</translation>
        </message>
        <message id="import.why-zip-empty">
            <source>This ZIP is empty.</source>
            <translation>यह ZIP ख़ाली है।</translation>
        </message>
        <message id="import.why-outside">
            <source>The medium names a file outside of itself.</source>
            <translation>माध्यम अपने बाहर की फ़ाइल का नाम देता है।</translation>
        </message>
        <message id="import.why-not-there">
            <source>The medium names this file, but it is not there.</source>
            <translation>माध्यम इस फ़ाइल का नाम देता है, पर वह वहाँ नहीं है।</translation>
        </message>
        <message id="import.why-empty">
            <source>The file is empty.</source>
            <translation>फ़ाइल ख़ाली है।</translation>
        </message>
        <message id="import.why-too-large">
            <source>The photograph is too large.</source>
            <translation>फ़ोटो बहुत बड़ी है।</translation>
        </message>
        <message id="import.why-only-jpeg">
            <source>Only JPEG and PNG photographs are taken in. Save it as JPEG first.</source>
            <translation>केवल JPEG और PNG फ़ोटो ली जाती हैं। पहले इसे JPEG में सहेजें।</translation>
        </message>
        <message id="import.why-foreign">
            <source>This is not a picture we know.</source>
            <translation>यह ऐसी तस्वीर नहीं है जिसे हम पहचानते हैं।</translation>
        </message>
        <message id="import.why-zip-long">
            <source>This ZIP lists more files than one import takes. Unpack it first.</source>
            <translation>इस ZIP में एक बार में ली जा सकने वाली फ़ाइलों से अधिक फ़ाइलें हैं। पहले इसे खोलें।</translation>
        </message>
        <message id="import.why-zip-unreadable">
            <source>This ZIP cannot be read.</source>
            <translation>यह ZIP पढ़ा नहीं जा सकता।</translation>
        </message>
        <message id="import.why-zip-many">
            <source>More than {n} files in one ZIP are not read.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>एक ZIP में {n} से अधिक फ़ाइलें नहीं पढ़ी जातीं।</translation>
        </message>
        <message id="import.why-locked">
            <source>It is locked with a password.</source>
            <translation>यह पासवर्ड से बंद है।</translation>
        </message>
        <message id="import.why-packed">
            <source>It is packed in a way that is not read here.</source>
            <translation>यह ऐसे तरीके से पैक है जो यहाँ नहीं पढ़ा जाता।</translation>
        </message>
        <message id="import.why-member-large">
            <source>It would unpack to more than {n} MB.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>खोलने पर यह {n} MB से बड़ी हो जाएगी।</translation>
        </message>
        <message id="import.why-zip-large">
            <source>The ZIP unpacks to more than one import takes.</source>
            <translation>खोलने पर ZIP एक बार में ली जा सकने वाली मात्रा से बड़ा है।</translation>
        </message>
        <message id="import.why-inside">
            <source>It is damaged inside the ZIP.</source>
            <translation>यह ZIP के अंदर ख़राब है।</translation>
        </message>
        <message id="import.why-unpacks">
            <source>It unpacks to more than one import takes.</source>
            <translation>खोलने पर यह एक बार में ली जा सकने वाली मात्रा से बड़ी है।</translation>
        </message>
        <message id="import.why-kinds">
            <source>Only JPEG and PNG pictures can be taken in as photographs.</source>
            <translation>फ़ोटो के रूप में केवल JPEG और PNG तस्वीरें ली जा सकती हैं।</translation>
        </message>
        <message id="import.why-bits">
            <source>A JPEG of {n} bits cannot be taken in as a photograph.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} बिट की JPEG को फ़ोटो के रूप में नहीं लिया जा सकता।</translation>
        </message>
        <message id="import.why-png-damaged">
            <source>The PNG picture is damaged.</source>
            <translation>PNG तस्वीर ख़राब है।</translation>
        </message>
        <message id="import.why-points">
            <source>A picture of {columns} x {rows} points cannot be taken in.</source>
            <extracomment>Keep {columns}, {rows} as they are; they become names and numbers.</extracomment>
            <translation>{columns} × {rows} बिंदुओं की तस्वीर नहीं ली जा सकती।</translation>
        </message>
        <message id="import.why-undecodable">
            <source>The picture cannot be decoded: it is cut off or damaged.</source>
            <translation>तस्वीर खोली नहीं जा सकती: वह अधूरी या ख़राब है।</translation>
        </message>
        <message id="import.why-no-jpeg">
            <source>This is not a JPEG picture.</source>
            <translation>यह JPEG तस्वीर नहीं है।</translation>
        </message>
        <message id="import.why-jpeg-size">
            <source>The JPEG picture does not say how large it is.</source>
            <translation>JPEG तस्वीर अपना आकार नहीं बताती।</translation>
        </message>
        <message id="import.why-jpeg-cut">
            <source>The JPEG picture ended early.</source>
            <translation>JPEG तस्वीर बीच में ही समाप्त हो गई।</translation>
        </message>
        <message id="import.why-jpeg-damaged">
            <source>The JPEG picture is damaged.</source>
            <translation>JPEG तस्वीर ख़राब है।</translation>
        </message>
        <message id="import.why-mirrored">
            <source>The photograph was stored mirrored. Check which eye it shows.</source>
            <translation>फ़ोटो उलटी (दर्पण जैसी) सहेजी गई थी। जाँचें कि यह कौन सी आँख है।</translation>
        </message>
        <message id="import.why-long-ago">
            <source>Its camera says that it was taken on {day}; it is filed under today.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>इसका कैमरा कहता है कि यह {day} को ली गई; इसे आज की तारीख़ में रखा गया है।</translation>
        </message>
        <message id="photograph.title">
            <source>Whose eye is this?</source>
            <translation>यह किसकी आँख है?</translation>
        </message>
        <message id="photograph.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{of} में से {n}</translation>
        </message>
        <message id="photograph.person">
            <source>Person</source>
            <translation>व्यक्ति</translation>
        </message>
        <message id="photograph.search">
            <source>Name, ID or phone</source>
            <translation>नाम, नंबर या फ़ोन</translation>
        </message>
        <message id="photograph.nobody">
            <source>Nobody is chosen yet</source>
            <translation>अभी कोई नहीं चुना</translation>
        </message>
        <message id="photograph.eye">
            <source>Which eye?</source>
            <translation>कौन-सी आँख?</translation>
        </message>
        <message id="photograph.field">
            <source>Aimed at</source>
            <translation>कहाँ</translation>
        </message>
        <message id="photograph.later">
            <source>Leave it in the Inbox</source>
            <translation>इनबॉक्स में रहने दें</translation>
        </message>
        <message id="photograph.save">
            <source>Save</source>
            <translation>सहेजें</translation>
        </message>
        <message id="photograph.saved">
            <source>For {name}: {eye}</source>
            <extracomment>Keep {eye}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} के लिए: {eye}</translation>
        </message>
        <message id="photograph.say">
            <source>Say whose eye this is</source>
            <translation>बताएँ यह किसकी आँख है</translation>
        </message>
        <message id="photograph.picture">
            <source>The photograph</source>
            <translation>फ़ोटो</translation>
        </message>
        <message id="inbox.held-photograph">
            <source>A photograph</source>
            <translation>एक फ़ोटो</translation>
        </message>
        <message id="inbox.held-photograph-why">
            <source>A photograph says neither whose eye it shows nor which one. Somebody has to.</source>
            <translation>फ़ोटो नहीं बताती किसकी और कौन-सी आँख है। किसी को बताना होगा।</translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message id="inbox.title">
            <source>Inbox</source>
            <translation>इनबॉक्स</translation>
        </message>
        <message id="inbox.empty">
            <source>The Inbox is empty</source>
            <translation>इनबॉक्स खाली है</translation>
        </message>
        <message id="inbox.empty-rest">
            <source>Every picture has a person. New ones without a name will wait here.</source>
            <translation>हर तस्वीर का व्यक्ति तय है। बिना नाम की नई तस्वीरें यहाँ रुकेंगी।</translation>
        </message>
        <message id="inbox.list">
            <source>Pictures without a person</source>
            <translation>बिना व्यक्ति की तस्वीरें</translation>
        </message>
        <message id="inbox.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर</numerusform>
                <numerusform>{n} तस्वीरें</numerusform>
            </translation>
        </message>
        <message id="inbox.chosen">
            <source>{n} chosen</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} चुनी गईं</translation>
        </message>
        <message id="inbox.no-sender">
            <source>Imported</source>
            <translation>आयातित</translation>
        </message>
        <message id="inbox.no-person">
            <source>No person</source>
            <translation>कोई व्यक्ति नहीं</translation>
        </message>
        <message id="inbox.quoted">
            <source>“{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>“{said}”</translation>
        </message>
        <message id="inbox.eye-not-said">
            <source>which eye? not said</source>
            <translation>कौन-सी आँख? नहीं बताया</translation>
        </message>
        <message id="inbox.which-eye-is-this">
            <source>Which eye is this?</source>
            <translation>यह कौन-सी आँख है?</translation>
        </message>
        <message id="inbox.hidden" numerus="yes">
            <source>{n} hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} छिपी</numerusform>
                <numerusform>{n} छिपी</numerusform>
            </translation>
        </message>
        <message id="inbox.show-hidden">
            <source>Show again</source>
            <translation>फिर दिखाएँ</translation>
        </message>
        <message id="inbox.shown-again">
            <source>Shown again</source>
            <translation>फिर दिखाई गई</translation>
        </message>
        <message id="inbox.held">
            <source>Needs a look</source>
            <translation>देखना ज़रूरी</translation>
        </message>
        <message id="inbox.held-conflict">
            <source>A second version</source>
            <translation>दूसरा संस्करण</translation>
        </message>
        <message id="inbox.held-quarantine">
            <source>Could not be read</source>
            <translation>पढ़ा नहीं जा सका</translation>
        </message>
        <message id="inbox.held-conflict-why">
            <source>A picture with this number is here already, with other content. Both are kept; the first one is shown.</source>
            <translation>इस नंबर की तस्वीर पहले से है, सामग्री अलग है। दोनों रखी हैं; पहली दिखती है।</translation>
        </message>
        <message id="inbox.held-quarantine-why">
            <source>These bytes could not be read as a picture. They are kept as they came.</source>
            <translation>इसे तस्वीर के रूप में पढ़ा नहीं जा सका। जैसा आया वैसा रखा है।</translation>
        </message>
        <message id="inbox.held-title">
            <source>Kept as it came</source>
            <translation>जैसा आया वैसा रखा</translation>
        </message>
        <message id="inbox.held-rest">
            <source>Nothing is lost. Save it as a file to send it to your supporter.</source>
            <translation>कुछ खोया नहीं। सहायता को भेजने के लिए फ़ाइल में सहेजें।</translation>
        </message>
        <message id="inbox.save-file">
            <source>Save as a file</source>
            <translation>फ़ाइल में सहेजें</translation>
        </message>
        <message id="inbox.file-written">
            <source>The file is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>फ़ाइल लिखी गई: {name}</translation>
        </message>
        <message id="inbox.right">
            <source>OD right</source>
            <translation>OD दाईं</translation>
        </message>
        <message id="inbox.left">
            <source>OS left</source>
            <translation>OS बाईं</translation>
        </message>
        <message id="inbox.unknown">
            <source>Not known</source>
            <translation>अज्ञात</translation>
        </message>
        <message id="inbox.macula">
            <source>Macula</source>
            <translation>मैक्युला</translation>
        </message>
        <message id="inbox.disc">
            <source>Disc</source>
            <translation>डिस्क</translation>
        </message>
        <message id="inbox.external">
            <source>External</source>
            <translation>बाहरी</translation>
        </message>
        <message id="inbox.eye-set">
            <source>Eye set: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>आँख तय: {eye}</translation>
        </message>
        <message id="inbox.field-set">
            <source>Field set: {field}</source>
            <extracomment>Keep {field} as they are; they become names and numbers.</extracomment>
            <translation>जगह तय: {field}</translation>
        </message>
        <message id="inbox.whose">
            <source>Whose picture is it?</source>
            <translation>यह किसकी तस्वीर है?</translation>
        </message>
        <message id="inbox.whose-many">
            <source>Whose pictures are they?</source>
            <translation>ये किसकी तस्वीरें हैं?</translation>
        </message>
        <message id="inbox.choose">
            <source>Choose</source>
            <translation>चुनें</translation>
        </message>
        <message id="inbox.choose-name">
            <source>Choose {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} चुनें</translation>
        </message>
        <message id="inbox.someone-else">
            <source>Someone else</source>
            <translation>कोई और</translation>
        </message>
        <message id="inbox.new-person">
            <source>New person</source>
            <translation>नया व्यक्ति</translation>
        </message>
        <message id="inbox.not-a-patient">
            <source>Not a patient</source>
            <translation>मरीज़ नहीं</translation>
        </message>
        <message id="inbox.drag">
            <source>Or drag the picture onto a face</source>
            <translation>या तस्वीर को चेहरे पर खींचें</translation>
        </message>
        <message id="inbox.nobody-fits">
            <source>Nobody fits for certain. Search by name or number.</source>
            <translation>पक्का कोई नहीं मिला। नाम या नंबर से खोजें।</translation>
        </message>
        <message id="inbox.two-fit">
            <source>Two people fit. Choose a face.</source>
            <translation>दो लोग मिलते हैं। चेहरा चुनें।</translation>
        </message>
        <message id="inbox.moved" numerus="yes">
            <source>{n} pictures moved to {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>तस्वीर {name} को दी गई</numerusform>
                <numerusform>{n} तस्वीरें {name} को दी गईं</numerusform>
            </translation>
        </message>
        <message id="inbox.hid" numerus="yes">
            <source>{n} pictures hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>तस्वीर छिपाई गई</numerusform>
                <numerusform>{n} तस्वीरें छिपाई गईं</numerusform>
            </translation>
        </message>
        <message id="inbox.hide-title">
            <source>Why is this not a patient?</source>
            <translation>यह मरीज़ क्यों नहीं?</translation>
        </message>
        <message id="inbox.hide-rest">
            <source>The picture is hidden, not deleted. It can be shown again.</source>
            <translation>तस्वीर छिपेगी, मिटेगी नहीं। फिर दिखाई जा सकती है।</translation>
        </message>
        <message id="inbox.hide-test">
            <source>Test picture</source>
            <translation>जाँच की तस्वीर</translation>
        </message>
        <message id="inbox.hide-mistake">
            <source>Taken by mistake</source>
            <translation>ग़लती से ली गई</translation>
        </message>
        <message id="inbox.hide-team">
            <source>Somebody of the team</source>
            <translation>टीम का कोई</translation>
        </message>
        <message id="inbox.hide">
            <source>Hide</source>
            <translation>छिपाएँ</translation>
        </message>
        <message id="inbox.keep">
            <source>Keep it here</source>
            <translation>यहीं रखें</translation>
        </message>
        <message id="why.no-number">
            <source>It came without a number.</source>
            <translation>बिना नंबर के आई।</translation>
        </message>
        <message id="why.not-our-number">
            <source>Its number is not one of ours.</source>
            <translation>इसका नंबर हमारा नहीं है।</translation>
        </message>
        <message id="why.wrong-check-digit">
            <source>Its number was mistyped: the last digit does not fit.</source>
            <translation>नंबर ग़लत लिखा है: आख़िरी अंक मेल नहीं खाता।</translation>
        </message>
        <message id="why.unknown-number">
            <source>Nobody on this laptop has its number.</source>
            <translation>इस लैपटॉप पर यह नंबर किसी का नहीं।</translation>
        </message>
        <message id="why.other-sex">
            <source>The camera says another sex.</source>
            <translation>कैमरा दूसरा लिंग बताता है।</translation>
        </message>
        <message id="why.other-birth-year">
            <source>The camera says another birth year.</source>
            <translation>कैमरा दूसरा जन्म वर्ष बताता है।</translation>
        </message>
        <message id="why.other-name">
            <source>The camera says another name.</source>
            <translation>कैमरा दूसरा नाम बताता है।</translation>
        </message>
        <message id="why.two-people-one-study">
            <source>One study number came for two people.</source>
            <translation>एक अध्ययन नंबर दो लोगों के लिए आया।</translation>
        </message>
        <message id="why.moved-out">
            <source>Somebody took it from a person.</source>
            <translation>किसी ने इसे एक व्यक्ति से हटाया।</translation>
        </message>
        <message id="why.not-at-camera">
            <source>The camera says this person, but somebody else was at the camera.</source>
            <translation>कैमरा यह व्यक्ति बताता है, पर कैमरे पर कोई और था।</translation>
        </message>
        <message id="why.two-at-camera">
            <source>More than one person was at the camera.</source>
            <translation>कैमरे पर एक से ज़्यादा लोग थे।</translation>
        </message>
        <message id="because.at-camera">
            <source>At {camera} from {start} to {end}</source>
            <extracomment>Keep {camera}, {end}, {start} as they are; they become names and numbers.</extracomment>
            <translation>{camera} पर {start} से {end}</translation>
        </message>
        <message id="because.at-camera-now">
            <source>At {camera} since {start}</source>
            <extracomment>Keep {camera}, {start} as they are; they become names and numbers.</extracomment>
            <translation>{camera} पर {start} से</translation>
        </message>
        <message id="because.near-camera">
            <source>At {camera} until {end}</source>
            <extracomment>Keep {camera}, {end} as they are; they become names and numbers.</extracomment>
            <translation>{camera} पर {end} तक</translation>
        </message>
        <message id="because.number">
            <source>The camera says {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>कैमरा {number} बताता है</translation>
        </message>
        <message id="because.alias">
            <source>The camera says {said}, the short number of this card</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>कैमरा {said} बताता है, इस कार्ड का छोटा नंबर</translation>
        </message>
        <message id="because.same-name">
            <source>The camera says this name</source>
            <translation>कैमरा यही नाम बताता है</translation>
        </message>
        <message id="because.like-name">
            <source>The camera says “{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>कैमरा “{said}” बताता है</translation>
        </message>
        <message id="because.waiting">
            <source>Waiting since {start}, not pictured yet</source>
            <extracomment>Keep {start} as they are; they become names and numbers.</extracomment>
            <translation>{start} से प्रतीक्षा में, तस्वीर बाकी</translation>
        </message>
        <message id="because.found">
            <source>Found by your words</source>
            <translation>आपके शब्दों से मिला</translation>
        </message>
        <message id="but.other-sex">
            <source>but another sex</source>
            <translation>पर दूसरा लिंग</translation>
        </message>
        <message id="but.other-birth-year">
            <source>but another birth year</source>
            <translation>पर दूसरा जन्म वर्ष</translation>
        </message>
        <message id="but.other-name">
            <source>but another name</source>
            <translation>पर दूसरा नाम</translation>
        </message>
    </context>
    <context>
        <name>missing</name>
        <message id="missing.title">
            <source>Leave without these?</source>
            <translation>इनके बिना जाएँ?</translation>
        </message>
        <message id="missing.line">
            <source>Missing: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>बाकी: {what}</translation>
        </message>
        <message id="missing.why">
            <source>Say why, then {name} may go.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>कारण बताएँ, फिर {name} जा सकते हैं।</translation>
        </message>
        <message id="missing.stay">
            <source>Stay at the camera</source>
            <translation>कैमरे पर रहें</translation>
        </message>
        <message id="missing.announced" numerus="yes">
            <source>{n} announced pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>बताई गई 1 तस्वीर</numerusform>
                <numerusform>बताई गई {n} तस्वीरें</numerusform>
            </translation>
        </message>
        <message id="missing.because-small-pupil">
            <source>Pupil too small</source>
            <translation>पुतली बहुत छोटी</translation>
        </message>
        <message id="missing.because-no-view">
            <source>No clear view inside</source>
            <translation>अंदर साफ़ नहीं दिखता</translation>
        </message>
        <message id="missing.because-no-eye">
            <source>No eye to photograph</source>
            <translation>तस्वीर के लिए आँख नहीं</translation>
        </message>
        <message id="missing.because-moves">
            <source>Cannot keep still</source>
            <translation>स्थिर नहीं रह पाते</translation>
        </message>
        <message id="missing.because-refused">
            <source>Does not want it</source>
            <translation>नहीं चाहते</translation>
        </message>
        <message id="missing.because-camera">
            <source>Camera trouble</source>
            <translation>कैमरे में दिक्कत</translation>
        </message>
        <message id="missing.because-later">
            <source>Comes back later</source>
            <translation>बाद में आएँगे</translation>
        </message>
        <message id="missing.after-grading" numerus="yes">
            <source>{n} pictures came after grading</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>ग्रेडिंग के बाद 1 तस्वीर आई</numerusform>
                <numerusform>ग्रेडिंग के बाद {n} तस्वीरें आईं</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>newborns</name>
        <message id="newborn.gestation">
            <source>Weeks at birth</source>
            <translation>जन्म के समय सप्ताह</translation>
        </message>
        <message id="newborn.weight">
            <source>Birth weight in grams</source>
            <translation>जन्म का वज़न, ग्राम में</translation>
        </message>
        <message id="newborn.ask-gestation">
            <source>Write 28w3d.</source>
            <translation>28w3d लिखें।</translation>
        </message>
        <message id="newborn.ask-weight">
            <source>Write grams, like 1200.</source>
            <translation>ग्राम में लिखें, जैसे 1200।</translation>
        </message>
        <message id="newborn.ask-birth-date">
            <source>Write the birth date, like {day}.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>जन्म तिथि लिखें, जैसे {day}।</translation>
        </message>
        <message id="newborn.grams">
            <source>{n} g?</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} ग्राम?</translation>
        </message>
        <message id="newborn.age">
            <source>{weeks} w {days} d since conception</source>
            <extracomment>Keep {days}, {weeks} as they are; they become names and numbers.</extracomment>
            <translation>गर्भाधान से {weeks} सप्ताह {days} दिन</translation>
        </message>
        <message id="newborn.overdue">
            <source>Eye examination overdue</source>
            <translation>आँख की जाँच में देर</translation>
        </message>
        <message id="newborn.no-date">
            <source>no next day</source>
            <translation>अगला दिन तय नहीं</translation>
        </message>
        <message id="newborn.next">
            <source>Next eye examination</source>
            <translation>आँख की अगली जाँच</translation>
        </message>
        <message id="newborn.no-more">
            <source>No more</source>
            <translation>और नहीं</translation>
        </message>
        <message id="newborn.in-weeks" numerus="yes">
            <source>in {n} weeks</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 सप्ताह में</numerusform>
                <numerusform>{n} सप्ताह में</numerusform>
            </translation>
        </message>
        <message id="newborn.planned">
            <source>Next eye examination of {name}: {date}</source>
            <extracomment>Keep {date}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} की आँख की अगली जाँच: {date}</translation>
        </message>
        <message id="newborn.since" numerus="yes">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 दिन</numerusform>
                <numerusform>{n} दिन</numerusform>
            </translation>
        </message>
        <message id="newborn.due">
            <source>due {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>तिथि {date}</translation>
        </message>
    </context>
    <context>
        <name>letters</name>
        <message id="letter.on">
            <source>Eye screening, {camp}, {day}</source>
            <extracomment>Keep {camp}, {day} as they are; they become names and numbers.</extracomment>
            <translation>आँखों की जाँच, {camp}, {day}</translation>
        </message>
        <message id="letter.number">
            <source>Your number</source>
            <translation>आपका नंबर</translation>
        </message>
        <message id="letter.no-picture">
            <source>No picture was taken</source>
            <translation>तस्वीर नहीं ली गई</translation>
        </message>
        <message id="letter.picture-elsewhere">
            <source>The picture cannot be printed</source>
            <translation>तस्वीर छप नहीं सकती</translation>
        </message>
        <message id="letter.unread">
            <source>Not read yet</source>
            <translation>अभी पढ़ी नहीं गई</translation>
        </message>
        <message id="letter.where">
            <source>Where to go</source>
            <translation>कहाँ जाएँ</translation>
        </message>
        <message id="letter.when">
            <source>Day and time</source>
            <translation>दिन और समय</translation>
        </message>
        <message id="letter.read-by">
            <source>Read by {readers}</source>
            <extracomment>Keep {readers} as they are; they become names and numbers.</extracomment>
            <translation>पढ़ने वाले: {readers}</translation>
        </message>
        <message id="letter.rule">
            <source>By the rule {rule}</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>नियम {rule} के अनुसार</translation>
        </message>
        <message id="letter.worse">
            <source>If you see worse, or if an eye hurts, go to an eye doctor at once. Take this letter with you.</source>
            <translation>अगर कम दिखने लगे या आँख में दर्द हो तो तुरंत आँखों के डॉक्टर के पास जाएँ। यह पत्र साथ ले जाएँ।</translation>
        </message>
        <message id="letter.drawn">
            <source>Marked on the picture of {eye}: {what}</source>
            <extracomment>Keep {eye}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{eye} की तस्वीर पर चिह्न: {what}</translation>
        </message>
        <message id="letter.printed">
            <source>Printed {day}, {time}, by {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{by} ने छापा, {day}, {time}</translation>
        </message>
        <message id="letter.copy">
            <source>Copy. First printed {day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>प्रति। पहली बार छपा {day}, {time}</translation>
        </message>
        <message id="letter.replaces">
            <source>This letter takes the place of the one of {day}, {time}. Please destroy that one.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>यह पत्र {day}, {time} वाले पत्र की जगह है। कृपया उसे नष्ट करें।</translation>
        </message>
        <message id="letter.page">
            <source>Page {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>पृष्ठ {n}</translation>
        </message>
        <message id="letters.title">
            <source>Letters</source>
            <translation>पत्र</translation>
        </message>
        <message id="letters.language">
            <source>Language of the letter</source>
            <translation>पत्र की भाषा</translation>
        </message>
        <message id="letters.print">
            <source>Print letter</source>
            <translation>पत्र छापें</translation>
        </message>
        <message id="letters.save">
            <source>Keep as PDF</source>
            <translation>PDF में रखें</translation>
        </message>
        <message id="letters.kept-as">
            <source>The letter of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का पत्र {file} में है</translation>
        </message>
        <message id="letters.was-printed">
            <source>Letter of {name} printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का पत्र छपा</translation>
        </message>
        <message id="letters.line">
            <source>{day}, {time}, {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}, {time}, {by}</translation>
        </message>
        <message id="letters.out-of-date">
            <source>Out of date</source>
            <translation>पुराना हो गया</translation>
        </message>
        <message id="letters.replaced">
            <source>Replaced</source>
            <translation>बदला गया</translation>
        </message>
        <message id="letters.a-copy">
            <source>Copy</source>
            <translation>प्रति</translation>
        </message>
        <message id="letters.none">
            <source>No letter yet</source>
            <translation>अभी कोई पत्र नहीं</translation>
        </message>
        <message id="letters.cannot-undo">
            <source>A printed letter cannot be taken back. If the result changes, print one that replaces it.</source>
            <translation>छपा पत्र वापस नहीं हो सकता। नतीजा बदले तो उसकी जगह नया छापें।</translation>
        </message>
        <message id="letters.to-replace">
            <source>Letters to replace</source>
            <translation>बदलने वाले पत्र</translation>
        </message>
        <message id="letters.says-other">
            <source>The letter says something else than what stands now</source>
            <translation>पत्र में कुछ और लिखा है, अब नतीजा अलग है</translation>
        </message>
        <message id="letters.refused-eye">
            <source>No letter: nobody has said which eye a picture shows.</source>
            <translation>पत्र नहीं: तस्वीर किस आँख की है, किसी ने नहीं बताया।</translation>
        </message>
        <message id="letters.refused-person">
            <source>No letter: whose pictures these are is in question.</source>
            <translation>पत्र नहीं: ये तस्वीरें किसकी हैं, तय नहीं।</translation>
        </message>
        <message id="letters.refused-grade">
            <source>No letter: nobody has signed a grade of this visit.</source>
            <translation>पत्र नहीं: इस विज़िट का ग्रेड किसी ने हस्ताक्षरित नहीं किया।</translation>
        </message>
        <message id="letters.refused-unread">
            <source>No letter: an eye has a picture that nobody has graded in full.</source>
            <translation>पत्र नहीं: एक तस्वीर का पूरा ग्रेड अभी नहीं हुआ।</translation>
        </message>
        <message id="letters.refused-name">
            <source>No letter: say who you are first.</source>
            <translation>पत्र नहीं: पहले बताएँ आप कौन हैं।</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message id="opening.tagline">
            <source>A face, two eyes, an answer today.</source>
            <translation>एक चेहरा, दो आँखें, आज ही जवाब।</translation>
        </message>
        <message id="opening.how">
            <source>Works all day without a network. When one appears, everything goes to headquarters by itself.</source>
            <translation>पूरे दिन बिना नेटवर्क चलता है। नेटवर्क मिलते ही सब कुछ अपने आप मुख्यालय पहुँचता है।</translation>
        </message>
        <message id="opening.practice">
            <source>Try it with practice patients</source>
            <translation>अभ्यास मरीज़ों के साथ आज़माएँ</translation>
        </message>
        <message id="opening.title">
            <source>Set up this laptop</source>
            <translation>यह लैपटॉप तैयार करें</translation>
        </message>
        <message id="opening.title-rest">
            <source>Two minutes. Nothing leaves this laptop before you say so.</source>
            <translation>दो मिनट। आपके कहे बिना कुछ भी इस लैपटॉप से बाहर नहीं जाता।</translation>
        </message>
        <message id="opening.camp">
            <source>Camp</source>
            <translation>शिविर</translation>
        </message>
        <message id="opening.camp-name">
            <source>Name and place</source>
            <translation>नाम और जगह</translation>
        </message>
        <message id="opening.prefix">
            <source>Card prefix</source>
            <translation>कार्ड उपसर्ग</translation>
        </message>
        <message id="opening.letter">
            <source>Laptop letter</source>
            <translation>लैपटॉप अक्षर</translation>
        </message>
        <message id="opening.cards">
            <source>Cards of this laptop will look like {number}. No two laptops of a camp may share a letter.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>इस लैपटॉप के कार्ड {number} जैसे दिखेंगे। एक शिविर के दो लैपटॉप का अक्षर एक नहीं हो सकता।</translation>
        </message>
        <message id="opening.passphrase">
            <source>Passphrase</source>
            <translation>पासफ़्रेज़</translation>
        </message>
        <message id="opening.words">
            <source>Four or more words</source>
            <translation>चार या ज़्यादा शब्द</translation>
        </message>
        <message id="opening.again">
            <source>Once more</source>
            <translation>एक बार और</translation>
        </message>
        <message id="opening.keep">
            <source>Everything on this laptop is encrypted with it. Write it down and keep it with the camp lead.</source>
            <translation>इस लैपटॉप का सब कुछ इसी से कूटबद्ध है। इसे लिखकर शिविर प्रमुख के पास रखें।</translation>
        </message>
        <message id="opening.differ">
            <source>These two differ.</source>
            <translation>दोनों अलग हैं।</translation>
        </message>
        <message id="opening.short">
            <source>Looks short.</source>
            <translation>छोटा लगता है।</translation>
        </message>
        <message id="opening.short-rest">
            <source>You can use it anyway.</source>
            <translation>फिर भी आप इसे रख सकते हैं।</translation>
        </message>
        <message id="opening.too-short">
            <source>Needs at least 8 characters.</source>
            <translation>कम से कम 8 अक्षर चाहिए।</translation>
        </message>
        <message id="opening.hq">
            <source>Headquarters</source>
            <translation>मुख्यालय</translation>
        </message>
        <message id="opening.can-wait">
            <source>can wait</source>
            <translation>बाद में भी हो सकता है</translation>
        </message>
        <message id="opening.address">
            <source>Address of its DICOMweb archive</source>
            <translation>DICOMweb संग्रह का पता</translation>
        </message>
        <message id="opening.start">
            <source>Start the day</source>
            <translation>दिन शुरू करें</translation>
        </message>
        <message id="opening.unlock-title">
            <source>This station is locked</source>
            <translation>यह स्टेशन बंद है</translation>
        </message>
        <message id="opening.unlock-rest">
            <source>Enter the passphrase of this laptop. The camp lead has it.</source>
            <translation>इस लैपटॉप का पासफ़्रेज़ भरें। वह शिविर प्रमुख के पास है।</translation>
        </message>
        <message id="opening.unlock">
            <source>Unlock</source>
            <translation>खोलें</translation>
        </message>
        <message id="practice.sentence">
            <source>Practice: these people are invented, and nothing is kept.</source>
            <translation>अभ्यास: ये लोग काल्पनिक हैं, कुछ भी रखा नहीं जाता।</translation>
        </message>
        <message id="practice.cut">
            <source>Cut the network</source>
            <translation>नेटवर्क काटें</translation>
        </message>
        <message id="practice.restore">
            <source>Bring the network back</source>
            <translation>नेटवर्क वापस लाएँ</translation>
        </message>
        <message id="practice.stray">
            <source>Send a picture of nobody</source>
            <translation>बिना नाम की तस्वीर भेजें</translation>
        </message>
        <message id="opening.opening">
            <source>Opening the station…</source>
            <translation>स्टेशन खुल रहा है…</translation>
        </message>
    </context>
    <context>
        <name>patients</name>
        <message id="sex.F">
            <source>F</source>
            <translation>म</translation>
        </message>
        <message id="sex.M">
            <source>M</source>
            <translation>पु</translation>
        </message>
        <message id="sex.O">
            <source>O</source>
            <translation>अ</translation>
        </message>
        <message id="sex.female">
            <source>Female</source>
            <translation>महिला</translation>
        </message>
        <message id="sex.male">
            <source>Male</source>
            <translation>पुरुष</translation>
        </message>
        <message id="sex.other">
            <source>Other</source>
            <translation>अन्य</translation>
        </message>
        <message id="age.about">
            <source>about {value}</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>लगभग {value}</translation>
        </message>
        <message id="age.years">
            <source>{value} years</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} वर्ष</translation>
        </message>
        <message id="age.months">
            <source>{value} months</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} महीने</translation>
        </message>
        <message id="age.weeks">
            <source>{value} weeks</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} सप्ताह</translation>
        </message>
        <message id="age.days">
            <source>{value} days</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} दिन</translation>
        </message>
        <message id="age.ask">
            <source>Write 62, 3m or 1964.</source>
            <translation>62, 3m या 1964 लिखें।</translation>
        </message>
        <message id="age.ask-which">
            <source>Which day is it?</source>
            <translation>कौन-सा दिन है?</translation>
        </message>
        <message id="age.ask-unit">
            <source>Write 10w, 3m or 62.</source>
            <translation>10w, 3m या 62 लिखें।</translation>
        </message>
        <message id="age.ask-calendar">
            <source>Write the age instead.</source>
            <translation>साल की जगह उम्र लिखें।</translation>
        </message>
        <message id="alike.same-name">
            <source>Same name</source>
            <translation>वही नाम</translation>
        </message>
        <message id="alike.sounds-same">
            <source>Name sounds the same</source>
            <translation>नाम सुनने में एक-सा</translation>
        </message>
        <message id="alike.other-name">
            <source>Different name</source>
            <translation>अलग नाम</translation>
        </message>
        <message id="alike.same-village">
            <source>Same village, {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>वही गाँव, {village}</translation>
        </message>
        <message id="alike.other-village">
            <source>Lives in {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>{village} में रहते हैं</translation>
        </message>
        <message id="alike.ages">
            <source>Ages {one} and {other}</source>
            <extracomment>Keep {one}, {other} as they are; they become names and numbers.</extracomment>
            <translation>उम्र {one} और {other}</translation>
        </message>
        <message id="alike.other-sex">
            <source>Different sex</source>
            <translation>अलग लिंग</translation>
        </message>
        <message id="alike.same-phone">
            <source>Same phone</source>
            <translation>वही फ़ोन</translation>
        </message>
        <message id="alike.other-phone">
            <source>Different phone</source>
            <translation>अलग फ़ोन</translation>
        </message>
        <message id="alike.same-photo">
            <source>The same photo</source>
            <translation>वही फ़ोटो</translation>
        </message>
        <message id="register.title">
            <source>Register</source>
            <translation>पंजीकरण</translation>
        </message>
        <message id="register.today">
            <source>{n} registered today</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>आज {n} पंजीकृत</translation>
        </message>
        <message id="register.given">
            <source>Given name</source>
            <translation>नाम</translation>
        </message>
        <message id="register.family">
            <source>Family name</source>
            <translation>उपनाम</translation>
        </message>
        <message id="register.native">
            <source>Name in own script</source>
            <translation>अपनी लिपि में नाम</translation>
        </message>
        <message id="register.sex">
            <source>Sex</source>
            <translation>लिंग</translation>
        </message>
        <message id="register.age">
            <source>Age or birth year</source>
            <translation>उम्र या जन्म वर्ष</translation>
        </message>
        <message id="register.village">
            <source>Village</source>
            <translation>गाँव</translation>
        </message>
        <message id="register.phone">
            <source>Phone</source>
            <translation>फ़ोन</translation>
        </message>
        <message id="register.phone-short">
            <source>Looks short.</source>
            <translation>छोटा लगता है।</translation>
        </message>
        <message id="register.anyway">
            <source>You can save it anyway.</source>
            <translation>फिर भी सहेज सकते हैं।</translation>
        </message>
        <message id="register.consent">
            <source>Agrees to photos and to sharing with headquarters</source>
            <translation>फ़ोटो लेने और मुख्यालय को भेजने पर सहमति</translation>
        </message>
        <message id="register.save">
            <source>Save</source>
            <translation>सहेजें</translation>
        </message>
        <message id="register.clear">
            <source>Clear</source>
            <translation>साफ़ करें</translation>
        </message>
        <message id="register.from-file">
            <source>From file</source>
            <translation>फ़ाइल से</translation>
        </message>
        <message id="register.no-photo">
            <source>Remove</source>
            <translation>हटाएँ</translation>
        </message>
        <message id="register.photo-hint">
            <source>Drop a picture here. The photo is optional.</source>
            <translation>तस्वीर यहाँ छोड़ें। फ़ोटो वैकल्पिक है।</translation>
        </message>
        <message id="register.photo">
            <source>Headshot</source>
            <translation>चेहरे की फ़ोटो</translation>
        </message>
        <message id="register.photo-of">
            <source>Photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} की फ़ोटो</translation>
        </message>
        <message id="webcam.take">
            <source>Take photo</source>
            <translation>फ़ोटो लें</translation>
        </message>
        <message id="webcam.again">
            <source>Take again</source>
            <translation>फिर से लें</translation>
        </message>
        <message id="webcam.stop">
            <source>Stop</source>
            <translation>बंद करें</translation>
        </message>
        <message id="webcam.which">
            <source>Webcam</source>
            <translation>वेबकैम</translation>
        </message>
        <message id="webcam.starting">
            <source>The webcam is starting.</source>
            <translation>वेबकैम शुरू हो रहा है।</translation>
        </message>
        <message id="webcam.live">
            <source>Live picture. Space takes the photo.</source>
            <translation>लाइव तस्वीर। स्पेस दबाने से फ़ोटो ली जाती है।</translation>
        </message>
        <message id="webcam.none">
            <source>No webcam is plugged in. Plug one in, or choose a file.</source>
            <translation>कोई वेबकैम नहीं लगा है। एक लगाएँ, या फ़ाइल चुनें।</translation>
        </message>
        <message id="webcam.gone">
            <source>The webcam has gone away. Plug it in again, or choose a file.</source>
            <translation>वेबकैम हट गया है। उसे फिर से लगाएँ, या फ़ाइल चुनें।</translation>
        </message>
        <message id="webcam.busy">
            <source>The webcam cannot be opened. Another program may be using it: close that, or choose a file.</source>
            <translation>वेबकैम नहीं खुल सका। शायद कोई दूसरा प्रोग्राम उसे काम में ले रहा है: उसे बंद करें, या फ़ाइल चुनें।</translation>
        </message>
        <message id="webcam.silent">
            <source>No picture comes from the webcam. Another program may be using it: close that, or choose a file.</source>
            <translation>वेबकैम से कोई तस्वीर नहीं आ रही। शायद कोई दूसरा प्रोग्राम उसे काम में ले रहा है: उसे बंद करें, या फ़ाइल चुनें।</translation>
        </message>
        <message id="webcam.missing">
            <source>Webcams need something that is not on this laptop: {what}. Choose a file.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>वेबकैम के लिए कुछ चाहिए जो इस लैपटॉप पर नहीं है: {what}। फ़ाइल चुनें।</translation>
        </message>
        <message id="phone.offer">
            <source>Photograph with a phone</source>
            <translation>फ़ोन से फ़ोटो लें</translation>
        </message>
        <message id="phone.scan">
            <source>Scan this with the phone's camera.</source>
            <translation>इसे फ़ोन के कैमरे से स्कैन करें।</translation>
        </message>
        <message id="phone.left">
            <source>For this photo only. It ends in {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>केवल इस फ़ोटो के लिए। {time} में समाप्त होगा।</translation>
        </message>
        <message id="phone.over">
            <source>The code has ended, and no photo came. Ask for a new one.</source>
            <translation>कोड समाप्त हो गया और कोई फ़ोटो नहीं आई। नया कोड बनाएँ।</translation>
        </message>
        <message id="phone.run-out">
            <source>Phones would warn: this laptop's certificate has run out, or its clock is wrong. Use another way.</source>
            <translation>फ़ोन चेतावनी देंगे: इस लैपटॉप का प्रमाणपत्र समाप्त हो गया है, या इसकी घड़ी ग़लत है। फ़ोटो किसी और तरीके से लें।</translation>
        </message>
        <message id="phone.received-form">
            <source>The photo is on the laptop's form. It is kept when the person is registered there.</source>
            <translation>फ़ोटो लैपटॉप के फ़ॉर्म पर है। वहाँ व्यक्ति का पंजीकरण होने पर वह रखी जाएगी।</translation>
        </message>
        <message id="phone.received-person">
            <source>The photo is on the laptop. Look there: the laptop says when it is kept.</source>
            <translation>फ़ोटो लैपटॉप पर है। वहाँ देखें: रखे जाने पर लैपटॉप बताएगा।</translation>
        </message>
        <message id="phone.page-title">
            <source>Photo for the laptop</source>
            <translation>लैपटॉप के लिए फ़ोटो</translation>
        </message>
        <message id="phone.page-ask">
            <source>Take a photo of the face of the person beside you. It goes to the form that is open on the laptop.</source>
            <translation>अपने पास बैठे व्यक्ति के चेहरे की फ़ोटो लें। वह लैपटॉप पर खुले फ़ॉर्म में जाएगी।</translation>
        </message>
        <message id="phone.page-choose">
            <source>Take photo</source>
            <translation>फ़ोटो लें</translation>
        </message>
        <message id="phone.page-send">
            <source>Send to the laptop</source>
            <translation>लैपटॉप को भेजें</translation>
        </message>
        <message id="phone.page-ended">
            <source>This link has ended. Nothing was stored. Ask for a new code at the laptop.</source>
            <translation>यह लिंक समाप्त हो गया है। कुछ भी नहीं रखा गया। लैपटॉप पर नया कोड माँगें।</translation>
        </message>
        <message id="phone.page-other">
            <source>This is not a photo that can be read. Nothing was stored. Send a JPEG or PNG.</source>
            <translation>यह ऐसी फ़ोटो नहीं है जो पढ़ी जा सके। कुछ भी नहीं रखा गया। JPEG या PNG भेजें।</translation>
        </message>
        <message id="phone.page-large">
            <source>This photo is too large. Nothing was stored. Choose a smaller size in the camera.</source>
            <translation>यह फ़ोटो बहुत बड़ी है। कुछ भी नहीं रखा गया। कैमरे में छोटा आकार चुनें।</translation>
        </message>
        <message id="phone.page-busy">
            <source>Another photo comes by this link just now. Nothing of yours was stored.</source>
            <translation>इस लिंक से अभी एक और फ़ोटो आ रही है। आपकी फ़ोटो का कुछ भी नहीं रखा गया।</translation>
        </message>
        <message id="phone.page-trouble">
            <source>That did not work, and nothing was stored. Try again, or take the photo at the laptop.</source>
            <translation>यह नहीं हो पाया और कुछ भी नहीं रखा गया। फिर कोशिश करें, या फ़ोटो लैपटॉप पर लें।</translation>
        </message>
        <message id="register.answer-first">
            <source>First say who it is.</source>
            <translation>पहले बताएँ कि कौन हैं।</translation>
        </message>
        <message id="register.nameless">
            <source>A name is needed.</source>
            <translation>नाम चाहिए।</translation>
        </message>
        <message id="register.alike">
            <source>Already here?</source>
            <translation>क्या पहले से हैं?</translation>
        </message>
        <message id="register.alike-count">
            <source>{n} look alike</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} मिलते-जुलते</translation>
        </message>
        <message id="register.new">
            <source>New, just now</source>
            <translation>नया, अभी</translation>
        </message>
        <message id="register.since">
            <source>Here since {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>{time} से यहाँ</translation>
        </message>
        <message id="register.same-person">
            <source>Same person</source>
            <translation>वही व्यक्ति</translation>
        </message>
        <message id="register.someone-else">
            <source>Someone else</source>
            <translation>कोई और</translation>
        </message>
        <message id="register.never-joins">
            <source>Nothing is joined unless you say so.</source>
            <translation>आपके कहे बिना कुछ नहीं जुड़ता।</translation>
        </message>
        <message id="patients.title">
            <source>Patients</source>
            <translation>मरीज़</translation>
        </message>
        <message id="patients.count" numerus="yes">
            <source>{n} people on this laptop</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>इस लैपटॉप पर {n} व्यक्ति</numerusform>
                <numerusform>इस लैपटॉप पर {n} व्यक्ति</numerusform>
            </translation>
        </message>
        <message id="patients.search">
            <source>Name, ID, phone, or scan a card</source>
            <translation>नाम, नंबर, फ़ोन, या कार्ड स्कैन करें</translation>
        </message>
        <message id="patients.none">
            <source>Nobody fits on this laptop</source>
            <translation>इस लैपटॉप पर कोई नहीं मिला</translation>
        </message>
        <message id="patients.none-rest">
            <source>Try fewer letters, or register the person.</source>
            <translation>कम अक्षर आज़माएँ, या पंजीकरण करें।</translation>
        </message>
        <message id="patients.empty">
            <source>Nobody is registered yet</source>
            <translation>अभी कोई पंजीकृत नहीं</translation>
        </message>
        <message id="patients.empty-rest">
            <source>Register the first person, or let a camera send a picture.</source>
            <translation>पहले व्यक्ति का पंजीकरण करें, या कैमरे से तस्वीर भेजें।</translation>
        </message>
        <message id="patient.born">
            <source>born {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>जन्म {date}</translation>
        </message>
        <message id="patient.born-about">
            <source>born about {year}</source>
            <extracomment>Keep {year} as they are; they become names and numbers.</extracomment>
            <translation>जन्म लगभग {year}</translation>
        </message>
        <message id="patient.card">
            <source>Card</source>
            <translation>कार्ड</translation>
        </message>
        <message id="patient.visits">
            <source>Visits</source>
            <translation>विज़िट</translation>
        </message>
        <message id="patient.today">
            <source>Today</source>
            <translation>आज</translation>
        </message>
        <message id="patient.read">
            <source>Read</source>
            <translation>पढ़ें</translation>
        </message>
        <message id="patient.to-camera">
            <source>To camera</source>
            <translation>कैमरे पर</translation>
        </message>
        <message id="patient.photo">
            <source>Photo from file</source>
            <translation>फ़ाइल से फ़ोटो</translation>
        </message>
        <message id="patient.consent">
            <source>Consent given</source>
            <translation>सहमति दी</translation>
        </message>
        <message id="patient.no-consent">
            <source>No consent</source>
            <translation>सहमति नहीं</translation>
        </message>
        <message id="patient.consent-unasked">
            <source>Consent not asked</source>
            <translation>सहमति नहीं पूछी</translation>
        </message>
        <message id="patient.known-as">
            <source>Known as</source>
            <translation>पहचान</translation>
        </message>
        <message id="patient.here">
            <source>Here</source>
            <translation>यहाँ</translation>
        </message>
        <message id="patient.details">
            <source>Details</source>
            <translation>विवरण</translation>
        </message>
        <message id="patient.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर</numerusform>
                <numerusform>{n} तस्वीरें</numerusform>
            </translation>
        </message>
        <message id="patient.no-pictures">
            <source>none</source>
            <translation>कोई नहीं</translation>
        </message>
        <message id="patient.unknown-eye" numerus="yes">
            <source>{n} pictures without an eye</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} तस्वीर, आँख नहीं बताई</numerusform>
                <numerusform>{n} तस्वीरें, आँख नहीं बताई</numerusform>
            </translation>
        </message>
        <message id="patient.no-visits-rest">
            <source>Pictures appear here by themselves when the camera sends them.</source>
            <translation>कैमरा भेजते ही तस्वीरें यहाँ खुद दिखेंगी।</translation>
        </message>
        <message id="patient.called">
            <source>{name} is at the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} कैमरे पर हैं</translation>
        </message>
        <message id="patient.new-photo">
            <source>New photo</source>
            <translation>नई फ़ोटो</translation>
        </message>
        <message id="patient.photo-set">
            <source>New photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} की नई फ़ोटो</translation>
        </message>
        <message id="patient.shared-photo">
            <source>This photo is also shown for {name}, {number}. Whose face is it?</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>यही फ़ोटो {name}, {number} पर भी है। यह चेहरा किसका है?</translation>
        </message>
        <message id="patient.not-this-face">
            <source>Not {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} नहीं</translation>
        </message>
        <message id="patient.open-other">
            <source>Open {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} खोलें</translation>
        </message>
        <message id="patient.photo-away">
            <source>The photo is taken away from {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} से फ़ोटो हटाई गई</translation>
        </message>
        <message id="join.offer">
            <source>Same person as…</source>
            <translation>यह वही हैं जो…</translation>
        </message>
        <message id="join.search">
            <source>Whose other record?</source>
            <translation>दूसरा रिकॉर्ड किसका?</translation>
        </message>
        <message id="join.close">
            <source>Close</source>
            <translation>बंद करें</translation>
        </message>
        <message id="join.differ">
            <source>Sex or birth year differ. Press again if it really is one person.</source>
            <translation>लिंग या जन्म वर्ष अलग है। सचमुच एक ही व्यक्ति हों तो फिर दबाएँ।</translation>
        </message>
        <message id="join.done">
            <source>{name} and {other} are one person</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} और {other} एक ही व्यक्ति हैं</translation>
        </message>
        <message id="join.parted">
            <source>{name} and {other} are two people</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} और {other} दो व्यक्ति हैं</translation>
        </message>
        <message id="join.sort">
            <source>{n} new since they were joined: look whose they are.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>जोड़ने के बाद {n} नए: देखें किसके हैं।</translation>
        </message>
        <message id="join.joined">
            <source>One person with {name}, {number}. Joined by {by}, {date}.</source>
            <extracomment>Keep {by}, {date}, {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>{name}, {number} के साथ एक व्यक्ति। {by} ने जोड़ा, {date}।</translation>
        </message>
        <message id="join.part">
            <source>They are two people</source>
            <translation>ये दो व्यक्ति हैं</translation>
        </message>
        <message id="join.under">
            <source>under {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>{number} के नाम से</translation>
        </message>
        <message id="patient.photos">
            <source>Photos</source>
            <translation>फ़ोटो</translation>
        </message>
        <message id="patient.earlier-photo">
            <source>Show the earlier photo</source>
            <translation>पिछली फ़ोटो दिखाएँ</translation>
        </message>
        <message id="patient.from">
            <source>from {camera}</source>
            <extracomment>Keep {camera} as they are; they become names and numbers.</extracomment>
            <translation>{camera} से</translation>
        </message>
        <message id="trail.title">
            <source>Who did what</source>
            <translation>किसने क्या किया</translation>
        </message>
        <message id="trail.more">
            <source>Earlier</source>
            <translation>पहले का</translation>
        </message>
        <message id="trail.line">
            <source>{day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}, {time}</translation>
        </message>
        <message id="trail.nobody">
            <source>nobody signed in</source>
            <translation>बिना साइन इन</translation>
        </message>
        <message id="trail.station">
            <source>this laptop</source>
            <translation>यह लैपटॉप</translation>
        </message>
        <message id="trail.hq">
            <source>HQ</source>
            <translation>मुख्यालय</translation>
        </message>
        <message id="trail.import">
            <source>an import</source>
            <translation>आयात</translation>
        </message>
        <message id="trail.program">
            <source>program {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>प्रोग्राम {name}</translation>
        </message>
        <message id="trail.times">
            <source>{what} ({n} times)</source>
            <extracomment>Keep {n}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{what} ({n} बार)</translation>
        </message>
        <message id="trail.patient-create">
            <source>registered the person</source>
            <translation>व्यक्ति को पंजीकृत किया</translation>
        </message>
        <message id="trail.patient-amend">
            <source>changed what is known of the person</source>
            <translation>व्यक्ति की जानकारी बदली</translation>
        </message>
        <message id="trail.patient-forget">
            <source>removed the person</source>
            <translation>व्यक्ति को हटाया</translation>
        </message>
        <message id="trail.card-create">
            <source>printed the card</source>
            <translation>कार्ड छापा</translation>
        </message>
        <message id="trail.card-amend">
            <source>met somebody else with this card</source>
            <translation>यह कार्ड किसी और के पास मिला</translation>
        </message>
        <message id="trail.joined">
            <source>joined two records</source>
            <translation>दो रिकॉर्ड जोड़े</translation>
        </message>
        <message id="trail.parted">
            <source>parted two records</source>
            <translation>दो रिकॉर्ड अलग किए</translation>
        </message>
        <message id="trail.instance-create">
            <source>picture arrived: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>तस्वीर आई: {what}</translation>
        </message>
        <message id="trail.instance-amend">
            <source>picture put right</source>
            <translation>तस्वीर ठीक की</translation>
        </message>
        <message id="trail.instance-forget">
            <source>removed a picture</source>
            <translation>तस्वीर हटाई</translation>
        </message>
        <message id="trail.moved">
            <source>moved a picture</source>
            <translation>तस्वीर दूसरी जगह की</translation>
        </message>
        <message id="trail.hidden">
            <source>hid a picture</source>
            <translation>तस्वीर छिपाई</translation>
        </message>
        <message id="trail.shown">
            <source>showed a hidden picture again</source>
            <translation>छिपी तस्वीर फिर दिखाई</translation>
        </message>
        <message id="trail.eye">
            <source>eye: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>आँख: {was} → {now}</translation>
        </message>
        <message id="trail.field">
            <source>field: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>क्षेत्र: {was} → {now}</translation>
        </message>
        <message id="trail.unknown">
            <source>not stated</source>
            <translation>नहीं बताया</translation>
        </message>
        <message id="trail.opinion-create">
            <source>graded the {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} की ग्रेडिंग की</translation>
        </message>
        <message id="trail.referral-create">
            <source>decided: to be seen</source>
            <translation>तय किया: दिखाना है</translation>
        </message>
        <message id="trail.referral-amend">
            <source>changed the referral</source>
            <translation>रेफ़रल बदला</translation>
        </message>
        <message id="trail.told">
            <source>told the person</source>
            <translation>व्यक्ति को बताया</translation>
        </message>
        <message id="trail.untold">
            <source>not told after all</source>
            <translation>असल में नहीं बताया था</translation>
        </message>
        <message id="trail.seen">
            <source>closed the referral</source>
            <translation>रेफ़रल बंद किया</translation>
        </message>
        <message id="trail.reopened">
            <source>opened the referral again</source>
            <translation>रेफ़रल फिर खोला</translation>
        </message>
        <message id="trail.letter-create">
            <source>printed a letter</source>
            <translation>पत्र छापा</translation>
        </message>
        <message id="trail.photo-create">
            <source>took a headshot</source>
            <translation>चेहरे की तस्वीर ली</translation>
        </message>
        <message id="trail.photo-amend">
            <source>showed an earlier headshot</source>
            <translation>चेहरे की पुरानी तस्वीर दिखाई</translation>
        </message>
        <message id="trail.photo-forget">
            <source>took a headshot away</source>
            <translation>चेहरे की तस्वीर हटाई</translation>
        </message>
        <message id="trail.turn-create">
            <source>called to the camera</source>
            <translation>कैमरे पर बुलाया</translation>
        </message>
        <message id="trail.turn-amend">
            <source>left the camera</source>
            <translation>कैमरे से गए</translation>
        </message>
        <message id="trail.quality-create">
            <source>judged a picture</source>
            <translation>तस्वीर की गुणवत्ता बताई</translation>
        </message>
        <message id="trail.annotation-create">
            <source>drew on a picture</source>
            <translation>तस्वीर पर चिह्न बनाया</translation>
        </message>
        <message id="trail.annotation-back">
            <source>took a drawing back</source>
            <translation>चिह्न हटाया</translation>
        </message>
    </context>
    <context>
        <name>problems</name>
        <message id="problem.Problem">
            <source>This did not work</source>
            <translation>यह नहीं हो पाया</translation>
        </message>
        <message id="problem.Problem.do">
            <source>Try once more.</source>
            <translation>एक बार फिर कोशिश करें।</translation>
        </message>
        <message id="problem.Invalid">
            <source>This cannot be used</source>
            <translation>यह काम नहीं आ सकता</translation>
        </message>
        <message id="problem.Invalid.do">
            <source>Look at what was entered and change it.</source>
            <translation>जो भरा है उसे देखकर बदलें।</translation>
        </message>
        <message id="problem.TooLarge">
            <source>This is too large</source>
            <translation>यह बहुत बड़ा है</translation>
        </message>
        <message id="problem.TooLarge.do">
            <source>Choose a smaller file.</source>
            <translation>छोटी फ़ाइल चुनें।</translation>
        </message>
        <message id="problem.Unsupported">
            <source>This kind is not read</source>
            <translation>यह प्रकार नहीं पढ़ा जाता</translation>
        </message>
        <message id="problem.Unsupported.do">
            <source>Choose a JPEG or PNG picture, or a DICOM file.</source>
            <translation>JPEG या PNG तस्वीर, या DICOM फ़ाइल चुनें।</translation>
        </message>
        <message id="problem.NotFound">
            <source>It is not here</source>
            <translation>यह यहाँ नहीं है</translation>
        </message>
        <message id="problem.NotFound.do">
            <source>Search again by name or number.</source>
            <translation>नाम या नंबर से फिर खोजें।</translation>
        </message>
        <message id="problem.Gone">
            <source>It was removed</source>
            <translation>इसे हटा दिया गया</translation>
        </message>
        <message id="problem.Gone.do">
            <source>Its history is kept.</source>
            <translation>इसका इतिहास रखा है।</translation>
        </message>
        <message id="problem.Conflict">
            <source>Somebody changed it meanwhile</source>
            <translation>इस बीच किसी ने इसे बदला</translation>
        </message>
        <message id="problem.Conflict.do">
            <source>Look at the new values, then decide.</source>
            <translation>नए मान देखकर तय करें।</translation>
        </message>
        <message id="problem.Refused">
            <source>This is not allowed</source>
            <translation>इसकी अनुमति नहीं है</translation>
        </message>
        <message id="problem.Refused.do">
            <source>Ask the camp's lead.</source>
            <translation>शिविर प्रमुख से पूछें।</translation>
        </message>
        <message id="problem.Unauthorized">
            <source>Nobody is signed in</source>
            <translation>कोई साइन इन नहीं है</translation>
        </message>
        <message id="problem.Unauthorized.do">
            <source>Sign in, or ask for a new key.</source>
            <translation>साइन इन करें, या नई कुंजी माँगें।</translation>
        </message>
        <message id="problem.Unavailable">
            <source>Busy just now</source>
            <translation>अभी व्यस्त है</translation>
        </message>
        <message id="problem.Unavailable.do">
            <source>Work on. Eyecamp tries again by itself.</source>
            <translation>काम जारी रखें। Eyecamp खुद फिर कोशिश करेगा।</translation>
        </message>
        <message id="problem.Offline">
            <source>No network</source>
            <translation>नेटवर्क नहीं है</translation>
        </message>
        <message id="problem.Offline.do">
            <source>Work on. Sending starts by itself when a network appears.</source>
            <translation>काम जारी रखें। नेटवर्क आते ही भेजना खुद शुरू होगा।</translation>
        </message>
        <message id="problem.Portal">
            <source>A login page answered</source>
            <translation>लॉगिन पेज ने जवाब दिया</translation>
        </message>
        <message id="problem.Portal.do">
            <source>Open a web browser and sign in to this network.</source>
            <translation>ब्राउज़र खोलकर इस नेटवर्क में साइन इन करें।</translation>
        </message>
        <message id="problem.StorageFull">
            <source>This laptop is full</source>
            <translation>यह लैपटॉप भर गया है</translation>
        </message>
        <message id="problem.StorageFull.do">
            <source>Free some space; cameras keep their pictures until then.</source>
            <translation>कुछ जगह खाली करें; तब तक तस्वीरें कैमरे में रहेंगी।</translation>
        </message>
        <message id="problem.Damaged">
            <source>A file is damaged</source>
            <translation>एक फ़ाइल ख़राब है</translation>
        </message>
        <message id="problem.Damaged.do">
            <source>It is set aside. Take or send the picture again if you can.</source>
            <translation>उसे अलग रखा है। हो सके तो तस्वीर फिर लें या भेजें।</translation>
        </message>
        <message id="problem.Locked">
            <source>The station is locked</source>
            <translation>स्टेशन लॉक है</translation>
        </message>
        <message id="problem.Locked.do">
            <source>Close the other Eyecamp, or enter the passphrase again.</source>
            <translation>दूसरा Eyecamp बंद करें, या पासफ़्रेज़ फिर डालें।</translation>
        </message>
    </context>
    <context>
        <name>questions</name>
        <message id="question.name">
            <source>Two names</source>
            <translation>दो नाम</translation>
        </message>
        <message id="question.gender">
            <source>Two sexes</source>
            <translation>दो लिंग</translation>
        </message>
        <message id="question.birthDate">
            <source>Two dates of birth</source>
            <translation>दो जन्मतिथियाँ</translation>
        </message>
        <message id="question.address">
            <source>Two villages</source>
            <translation>दो गाँव</translation>
        </message>
        <message id="question.removed">
            <source>Removed on one side</source>
            <translation>एक तरफ़ से हटाया गया</translation>
        </message>
        <message id="question.other">
            <source>Two versions of a record</source>
            <translation>एक रिकॉर्ड के दो रूप</translation>
        </message>
        <message id="question.before">
            <source>Before</source>
            <translation>पहले</translation>
        </message>
        <message id="question.here">
            <source>This laptop says</source>
            <translation>यह लैपटॉप कहता है</translation>
        </message>
        <message id="question.there">
            <source>Headquarters says</source>
            <translation>मुख्यालय कहता है</translation>
        </message>
        <message id="question.nothing">
            <source>nothing</source>
            <translation>कुछ नहीं</translation>
        </message>
        <message id="question.keep-mine">
            <source>Send ours</source>
            <translation>हमारा भेजें</translation>
        </message>
        <message id="question.keep-theirs">
            <source>Take theirs</source>
            <translation>उनका लें</translation>
        </message>
        <message id="question.keep-both">
            <source>Each keeps its own</source>
            <translation>दोनों अपना रखें</translation>
        </message>
        <message id="question.decided">
            <source>Decided. The next sync follows it.</source>
            <translation>तय हुआ। अगला सिंक इसे मानेगा।</translation>
        </message>
        <message id="records.title">
            <source>Records</source>
            <translation>रिकॉर्ड</translation>
        </message>
        <message id="records.waiting">
            <source>Not shown by headquarters yet: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय ने अभी नहीं दिखाया: {n}</translation>
        </message>
        <message id="records.alone">
            <source>On this laptop alone: {n}. This headquarters takes pictures only.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>केवल इस लैपटॉप पर: {n}. यह मुख्यालय सिर्फ़ तस्वीरें लेता है।</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message id="hq.list-page-large">
            <source>A page of the list of headquarters is too large.</source>
            <translation>मुख्यालय की सूची का एक पन्ना बहुत बड़ा है।</translation>
        </message>
        <message id="hq.loses-halves">
            <source>Headquarters loses what has come of this picture.</source>
            <translation>मुख्यालय इस चित्र का पहुँचा हुआ हिस्सा खो देता है।</translation>
        </message>
        <message id="hq.picture-cut">
            <source>The bytes of a picture are not those that came in.</source>
            <translation>एक चित्र के बाइट वे नहीं हैं जो आए थे।</translation>
        </message>
        <message id="hq.no-small-pictures">
            <source>Headquarters makes no small pictures.</source>
            <translation>मुख्यालय छोटी तस्वीरें नहीं बनाता।</translation>
        </message>
        <message id="hq.line-closed">
            <source>The line to headquarters was closed.</source>
            <translation>मुख्यालय से संपर्क बंद कर दिया गया।</translation>
        </message>
        <message id="hq.closed-while-sending">
            <source>Eyecamp was closed while this picture was being sent.</source>
            <translation>यह तस्वीर भेजते समय Eyecamp बंद हुआ।</translation>
        </message>
        <message id="hq.no-list">
            <source>Headquarters answered with something that is not a list.</source>
            <translation>मुख्यालय का जवाब कोई सूची नहीं है।</translation>
        </message>
        <message id="hq.not-as-stored">
            <source>Headquarters cannot give the picture in the form it is stored in.</source>
            <translation>मुख्यालय तस्वीर उसी रूप में नहीं दे सकता जिसमें वह रखी है।</translation>
        </message>
        <message id="hq.could-not-process">
            <source>Headquarters could not process this picture.</source>
            <translation>मुख्यालय इस तस्वीर को संसाधित नहीं कर सका।</translation>
        </message>
        <message id="hq.could-not-read">
            <source>Headquarters could not read this picture.</source>
            <translation>मुख्यालय इस तस्वीर को पढ़ नहीं सका।</translation>
        </message>
        <message id="hq.did-not-say">
            <source>Headquarters did not say what became of this picture.</source>
            <translation>मुख्यालय ने नहीं बताया कि इस तस्वीर का क्या हुआ।</translation>
        </message>
        <message id="hq.request-refused">
            <source>Headquarters did not take the request ({status}).</source>
            <extracomment>Keep {status} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय ने अनुरोध नहीं लिया ({status})।</translation>
        </message>
        <message id="hq.picture-refused">
            <source>Headquarters did not take this picture (reason {reason}).</source>
            <extracomment>Keep {reason} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय ने यह तस्वीर नहीं ली (कारण {reason})।</translation>
        </message>
        <message id="hq.not-understood">
            <source>Headquarters did not understand what was sent.</source>
            <translation>मुख्यालय भेजी गई चीज़ को समझ नहीं सका।</translation>
        </message>
        <message id="hq.not-allowed">
            <source>Headquarters does not allow this to this station.</source>
            <translation>मुख्यालय इस स्टेशन को यह करने नहीं देता।</translation>
        </message>
        <message id="hq.no-end">
            <source>Headquarters does not come to an end with its answer.</source>
            <translation>मुख्यालय का जवाब ख़त्म नहीं होता।</translation>
        </message>
        <message id="hq.no-person-yet">
            <source>Headquarters does not have this person yet.</source>
            <translation>यह व्यक्ति अभी मुख्यालय में नहीं है।</translation>
        </message>
        <message id="hq.token-unknown">
            <source>Headquarters does not know this station's token.</source>
            <translation>मुख्यालय इस स्टेशन का टोकन नहीं पहचानता।</translation>
        </message>
        <message id="hq.may-not-send">
            <source>Headquarters does not let this station send pictures.</source>
            <translation>मुख्यालय इस स्टेशन को तस्वीरें भेजने नहीं देता।</translation>
        </message>
        <message id="hq.place-unknown">
            <source>Headquarters does not say where the pictures of this visit are.</source>
            <translation>मुख्यालय नहीं बताता कि इस मुलाक़ात की तस्वीरें कहाँ हैं।</translation>
        </message>
        <message id="hq.record-otherwise">
            <source>Headquarters does not show this record any more as it was confirmed.</source>
            <translation>मुख्यालय अब यह रिकॉर्ड वैसा नहीं दिखाता जैसा पुष्ट हुआ था।</translation>
        </message>
        <message id="hq.form-refused">
            <source>Headquarters does not take pictures in this form.</source>
            <translation>मुख्यालय इस रूप में तस्वीरें नहीं लेता।</translation>
        </message>
        <message id="hq.compression-refused">
            <source>Headquarters does not take this kind of compression.</source>
            <translation>मुख्यालय इस प्रकार का संपीड़न नहीं लेता।</translation>
        </message>
        <message id="hq.kind-refused">
            <source>Headquarters does not take this kind of picture.</source>
            <translation>मुख्यालय इस प्रकार की तस्वीर नहीं लेता।</translation>
        </message>
        <message id="hq.picture-lost">
            <source>Headquarters had this picture, and has lost it.</source>
            <translation>यह तस्वीर मुख्यालय के पास थी, और उससे खो गई।</translation>
        </message>
        <message id="hq.record-lost">
            <source>Headquarters had this record, and has lost it.</source>
            <translation>यह रिकॉर्ड मुख्यालय के पास था, और उससे खो गया।</translation>
        </message>
        <message id="hq.another-picture">
            <source>Headquarters has another picture under this number.</source>
            <translation>मुख्यालय के पास इस नंबर पर दूसरी तस्वीर है।</translation>
        </message>
        <message id="hq.no-archive">
            <source>Headquarters has no archive at this address.</source>
            <translation>इस पते पर मुख्यालय का कोई संग्रह नहीं है।</translation>
        </message>
        <message id="hq.no-records">
            <source>Headquarters has no records at this address.</source>
            <translation>इस पते पर मुख्यालय के कोई रिकॉर्ड नहीं हैं।</translation>
        </message>
        <message id="hq.no-room">
            <source>Headquarters has no room for this picture just now.</source>
            <translation>मुख्यालय में अभी इस तस्वीर के लिए जगह नहीं है।</translation>
        </message>
        <message id="hq.removed-there">
            <source>Headquarters has removed this.</source>
            <translation>मुख्यालय ने इसे हटा दिया है।</translation>
        </message>
        <message id="hq.something-else">
            <source>Headquarters has something else under this number.</source>
            <translation>मुख्यालय के पास इस नंबर पर कुछ और है।</translation>
        </message>
        <message id="hq.not-shown-what">
            <source>Headquarters has this picture, but does not show what it is.</source>
            <translation>तस्वीर मुख्यालय के पास है, पर वह नहीं दिखाता कि यह क्या है।</translation>
        </message>
        <message id="hq.differs">
            <source>Headquarters has this picture, but {what} differs.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>तस्वीर मुख्यालय के पास है, पर यह अलग है: {what}।</translation>
        </message>
        <message id="hq.differ">
            <source>Headquarters has this picture, but {what} differ.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>तस्वीर मुख्यालय के पास है, पर ये अलग हैं: {what}।</translation>
        </message>
        <message id="hq.record-twice">
            <source>Headquarters has this record more than once.</source>
            <translation>यह रिकॉर्ड मुख्यालय के पास एक से ज़्यादा बार है।</translation>
        </message>
        <message id="hq.busy">
            <source>Headquarters is busy.</source>
            <translation>मुख्यालय व्यस्त है।</translation>
        </message>
        <message id="hq.fhir-edition">
            <source>Headquarters keeps records in an edition of FHIR that Eyecamp does not speak.</source>
            <translation>मुख्यालय FHIR के ऐसे संस्करण में रिकॉर्ड रखता है जिसे Eyecamp नहीं जानता।</translation>
        </message>
        <message id="hq.place-not-encrypted">
            <source>Headquarters named a place for pictures that does not encrypt.</source>
            <translation>मुख्यालय ने तस्वीरों के लिए ऐसी जगह बताई जो एन्क्रिप्ट नहीं करती।</translation>
        </message>
        <message id="hq.fixed-there">
            <source>Headquarters says something else, and lets no station change it.</source>
            <translation>मुख्यालय कुछ और कहता है, और किसी स्टेशन को बदलने नहीं देता।</translation>
        </message>
        <message id="hq.somebody-must-choose">
            <source>Headquarters says something else. Somebody must choose.</source>
            <translation>मुख्यालय कुछ और कहता है। किसी को चुनना होगा।</translation>
        </message>
        <message id="hq.number-not-valid">
            <source>Headquarters says that the picture's number is not valid.</source>
            <translation>मुख्यालय कहता है कि तस्वीर का नंबर सही नहीं है।</translation>
        </message>
        <message id="hq.not-of-visit">
            <source>Headquarters says that this picture does not belong to its visit.</source>
            <translation>मुख्यालय कहता है कि यह तस्वीर अपनी मुलाक़ात की नहीं है।</translation>
        </message>
        <message id="hq.too-slow">
            <source>Headquarters sends too slowly to be waited for.</source>
            <translation>मुख्यालय इतना धीरे भेजता है कि प्रतीक्षा नहीं हो सकती।</translation>
        </message>
        <message id="hq.sent-elsewhere">
            <source>Headquarters sent us on to another server. That is not followed.</source>
            <translation>मुख्यालय ने हमें दूसरे सर्वर पर भेजा। वहाँ नहीं जाते।</translation>
        </message>
        <message id="hq.shown-again">
            <source>Headquarters shows this record again, which was removed here.</source>
            <translation>मुख्यालय यह रिकॉर्ड फिर दिखाता है, जो यहाँ हटाया गया था।</translation>
        </message>
        <message id="hq.still-shown">
            <source>Headquarters still shows this record, which was removed here.</source>
            <translation>मुख्यालय अब भी यह रिकॉर्ड दिखाता है, जो यहाँ हटाया गया था।</translation>
        </message>
        <message id="hq.kept-from-elsewhere">
            <source>Headquarters has this from elsewhere and keeps it, though it was removed here. Somebody there must look.</source>
            <translation>मुख्यालय के पास यह कहीं और से है और वह इसे रखता है, यद्यपि यह यहाँ हटाया गया। वहाँ किसी को देखना होगा।</translation>
        </message>
        <message id="hq.kept-changed">
            <source>Headquarters keeps this, which was removed here: somebody changed it there. Somebody there must look.</source>
            <translation>मुख्यालय इसे रखता है, जो यहाँ हटाया गया था: वहाँ किसी ने इसे बदला। वहाँ किसी को देखना होगा।</translation>
        </message>
        <message id="hq.kept-pictures">
            <source>Headquarters keeps this visit, which was removed here: it has its pictures. Somebody there must look.</source>
            <translation>मुख्यालय इस मुलाक़ात को रखता है, जो यहाँ हटाई गई थी: उसके पास इसकी तस्वीरें हैं। वहाँ किसी को देखना होगा।</translation>
        </message>
        <message id="hq.stopped-answering">
            <source>Headquarters stopped answering.</source>
            <translation>मुख्यालय ने जवाब देना बंद कर दिया।</translation>
        </message>
        <message id="hq.takes-no-appointments">
            <source>Headquarters takes no appointments.</source>
            <translation>मुख्यालय अपॉइंटमेंट नहीं लेता।</translation>
        </message>
        <message id="hq.takes-no-grades">
            <source>Headquarters takes no grades.</source>
            <translation>मुख्यालय ग्रेड नहीं लेता।</translation>
        </message>
        <message id="hq.takes-no-headshots">
            <source>Headquarters takes no headshots.</source>
            <translation>मुख्यालय चेहरे की तस्वीरें नहीं लेता।</translation>
        </message>
        <message id="hq.takes-no-people">
            <source>Headquarters takes no new people from stations.</source>
            <translation>मुख्यालय स्टेशनों से नए व्यक्ति नहीं लेता।</translation>
        </message>
        <message id="hq.takes-no-referrals">
            <source>Headquarters takes no referrals.</source>
            <translation>मुख्यालय रेफ़रल नहीं लेता।</translation>
        </message>
        <message id="hq.takes-no-visits">
            <source>Headquarters takes no visits.</source>
            <translation>मुख्यालय मुलाक़ातें नहीं लेता।</translation>
        </message>
        <message id="hq.not-stored">
            <source>Headquarters takes this picture again and again without storing it.</source>
            <translation>मुख्यालय यह तस्वीर बार-बार लेता है पर रखता नहीं।</translation>
        </message>
        <message id="hq.not-shown-yet">
            <source>Headquarters took this picture, but does not show it yet.</source>
            <translation>मुख्यालय ने यह तस्वीर ली, पर अभी दिखाता नहीं।</translation>
        </message>
        <message id="hq.record-not-shown">
            <source>Headquarters took this record, but does not show it as it was sent.</source>
            <translation>मुख्यालय ने यह रिकॉर्ड लिया, पर वैसा नहीं दिखाता जैसा भेजा था।</translation>
        </message>
        <message id="hq.none-set-up">
            <source>No headquarters is set up.</source>
            <translation>कोई मुख्यालय तय नहीं है।</translation>
        </message>
        <message id="hq.not-decided">
            <source>Nobody has decided this yet.</source>
            <translation>इसे अभी किसी ने तय नहीं किया।</translation>
        </message>
        <message id="hq.whose-picture">
            <source>Nobody has said yet whose picture this is.</source>
            <translation>अभी किसी ने नहीं बताया कि यह तस्वीर किसकी है।</translation>
        </message>
        <message id="hq.whose">
            <source>Nobody has said yet whose this is.</source>
            <translation>अभी किसी ने नहीं बताया कि यह किसका है।</translation>
        </message>
        <message id="hq.changed-there">
            <source>Somebody changed this at headquarters meanwhile.</source>
            <translation>इस बीच मुख्यालय में किसी ने इसे बदला।</translation>
        </message>
        <message id="hq.decided-already">
            <source>Somebody has already decided this.</source>
            <translation>इसे कोई पहले ही तय कर चुका है।</translation>
        </message>
        <message id="hq.certificate">
            <source>Something answered that cannot prove to be headquarters: its certificate is not valid.</source>
            <translation>जिसने जवाब दिया वह मुख्यालय होना साबित नहीं कर सकता: उसका प्रमाणपत्र सही नहीं है।</translation>
        </message>
        <message id="hq.not-headquarters">
            <source>Something answered that is not headquarters, perhaps the login page of this network.</source>
            <translation>किसी ऐसी चीज़ ने जवाब दिया जो मुख्यालय नहीं है, शायद इस नेटवर्क का लॉगिन पेज।</translation>
        </message>
        <message id="hq.address-unreadable">
            <source>The address of headquarters cannot be read.</source>
            <translation>मुख्यालय का पता पढ़ा नहीं जा सकता।</translation>
        </message>
        <message id="hq.address-form">
            <source>The address of headquarters must look like https://host/dicom-web.</source>
            <translation>मुख्यालय का पता https://host/dicom-web जैसा होना चाहिए।</translation>
        </message>
        <message id="hq.answer-damaged">
            <source>The answer of headquarters came damaged.</source>
            <translation>मुख्यालय का जवाब ख़राब होकर आया।</translation>
        </message>
        <message id="hq.two-people">
            <source>The camera used one visit number for two people. A person must look at this visit first.</source>
            <translation>कैमरे ने दो लोगों के लिए एक ही मुलाक़ात नंबर लिया। पहले किसी व्यक्ति को यह मुलाक़ात देखनी होगी।</translation>
        </message>
        <message id="hq.line-broke">
            <source>The line to headquarters broke.</source>
            <translation>मुख्यालय से लाइन टूट गई।</translation>
        </message>
        <message id="hq.line-too-short">
            <source>The line to headquarters breaks too early for a picture of this size. It is tried again every hour, and can go by stick.</source>
            <translation>मुख्यालय की लाइन इतने बड़े आकार की तस्वीर के लिए बहुत जल्दी टूट जाती है। हर घंटे फिर कोशिश होती है, और इसे स्टिक से भेजा जा सकता है।</translation>
        </message>
        <message id="hq.paid-link-spent">
            <source>Today's share of the paid link is used up. It goes tomorrow or on another link. “Sync now” sends it all the same.</source>
            <translation>सशुल्क लिंक का आज का हिस्सा पूरा हो गया। यह कल या किसी और लिंक से जाएगा। “अभी सिंक करें” फिर भी भेज देता है।</translation>
        </message>
        <message id="hq.list-damaged">
            <source>The list of headquarters came damaged.</source>
            <translation>मुख्यालय की सूची ख़राब होकर आई।</translation>
        </message>
        <message id="hq.list-endless">
            <source>The list of headquarters does not come to an end.</source>
            <translation>मुख्यालय की सूची ख़त्म नहीं होती।</translation>
        </message>
        <message id="hq.list-circles">
            <source>The list of headquarters goes in circles.</source>
            <translation>मुख्यालय की सूची गोल-गोल घूमती है।</translation>
        </message>
        <message id="hq.not-come">
            <source>The picture of this entry has not come yet.</source>
            <translation>इस प्रविष्टि की तस्वीर अभी नहीं आई।</translation>
        </message>
        <message id="hq.token-open-line">
            <source>The token for headquarters is not sent over an open line. Use an https address.</source>
            <translation>मुख्यालय का टोकन खुली लाइन पर नहीं भेजा जाता। https पता लें।</translation>
        </message>
        <message id="hq.no-patient">
            <source>There is no such patient.</source>
            <translation>ऐसा कोई मरीज़ नहीं है।</translation>
        </message>
        <message id="hq.no-question">
            <source>There is no such question.</source>
            <translation>ऐसा कोई सवाल नहीं है।</translation>
        </message>
        <message id="hq.no-way">
            <source>There is no way to headquarters just now.</source>
            <translation>अभी मुख्यालय तक कोई रास्ता नहीं है।</translation>
        </message>
        <message id="hq.not-choosable">
            <source>This cannot be chosen here.</source>
            <translation>यह यहाँ नहीं चुना जा सकता।</translation>
        </message>
        <message id="hq.no-picture">
            <source>This is not a picture.</source>
            <translation>यह तस्वीर नहीं है।</translation>
        </message>
        <message id="hq.picture-too-large">
            <source>This picture is larger than headquarters takes.</source>
            <translation>यह तस्वीर मुख्यालय की सीमा से बड़ी है।</translation>
        </message>
        <message id="hq.two-versions">
            <source>Two versions of this picture are here. A person must say which one is right.</source>
            <translation>इस तस्वीर के दो रूप यहाँ हैं। किसी व्यक्ति को बताना होगा कि सही कौन-सा है।</translation>
        </message>
        <message id="hq.result-no-eye">
            <source>Headquarters does not say which eye.</source>
            <translation>मुख्यालय नहीं बताता कि कौन-सी आँख।</translation>
        </message>
        <message id="hq.result-taken-back">
            <source>Headquarters has taken this result back.</source>
            <translation>मुख्यालय ने यह नतीजा वापस ले लिया है।</translation>
        </message>
        <message id="hq.no-such-picture">
            <source>Headquarters has no such picture, or two that differ.</source>
            <translation>मुख्यालय में ऐसी तस्वीर नहीं है, या दो अलग-अलग हैं।</translation>
        </message>
        <message id="hq.lists-no-results">
            <source>Headquarters lists no such results.</source>
            <translation>मुख्यालय ऐसे नतीजों की सूची नहीं देता।</translation>
        </message>
        <message id="hq.result-several-people">
            <source>Headquarters names several people who are registered here.</source>
            <translation>मुख्यालय यहाँ दर्ज कई लोगों के नाम लेता है।</translation>
        </message>
        <message id="hq.result-other-picture">
            <source>Headquarters names somebody, and a picture of somebody else.</source>
            <translation>मुख्यालय एक व्यक्ति का नाम लेता है, और तस्वीर किसी और की।</translation>
        </message>
        <message id="hq.result-name-alone">
            <source>Headquarters names this person by name alone.</source>
            <translation>मुख्यालय इस व्यक्ति को केवल नाम से बताता है।</translation>
        </message>
        <message id="hq.result-other-eye">
            <source>Headquarters speaks of one eye, and of a picture of the other.</source>
            <translation>मुख्यालय एक आँख की बात करता है, और तस्वीर दूसरी आँख की।</translation>
        </message>
        <message id="hq.no-results-listed">
            <source>No results are listed.</source>
            <translation>सूची में कोई नतीजा नहीं है।</translation>
        </message>
        <message id="hq.needs-a-hand">
            <source>Say who you are: this needs a hand.</source>
            <translation>बताएँ आप कौन हैं: इसके लिए किसी का हस्ताक्षर चाहिए।</translation>
        </message>
        <message id="hq.answered-already">
            <source>Somebody has answered this already.</source>
            <translation>इसका जवाब कोई पहले ही दे चुका है।</translation>
        </message>
        <message id="hq.no-result">
            <source>There is no such result.</source>
            <translation>ऐसा कोई नतीजा नहीं है।</translation>
        </message>
        <message id="hq.task-whose">
            <source>Headquarters asks for pictures that are here, but does not say whose they are.</source>
            <translation>मुख्यालय यहाँ मौजूद तस्वीरें पढ़ने को कहता है, पर यह नहीं बताता कि वे किसकी हैं।</translation>
        </message>
        <message id="hq.task-several">
            <source>Headquarters names pictures of several people.</source>
            <translation>मुख्यालय कई लोगों की तस्वीरें बताता है।</translation>
        </message>
        <message id="hq.task-moved">
            <source>Headquarters now says that this task is about somebody else.</source>
            <translation>मुख्यालय अब कहता है कि यह काम किसी और के बारे में है।</translation>
        </message>
        <message id="hq.task-taken">
            <source>Headquarters has given this task to somebody else. What was said here stays an opinion.</source>
            <translation>मुख्यालय ने यह काम किसी और को दिया है। यहाँ जो कहा गया, वह एक राय के रूप में रहता है।</translation>
        </message>
        <message id="hq.task-ended">
            <source>Headquarters has ended this task. What was said here stays an opinion.</source>
            <translation>मुख्यालय ने यह काम समाप्त कर दिया है। यहाँ जो कहा गया, वह एक राय के रूप में रहता है।</translation>
        </message>
        <message id="hq.task-gone">
            <source>Headquarters does not have this task any more. What was said here stays an opinion.</source>
            <translation>मुख्यालय के पास यह काम अब नहीं है। यहाँ जो कहा गया, वह एक राय के रूप में रहता है।</translation>
        </message>
        <message id="hq.task-not-given">
            <source>Headquarters did not give this task to this station.</source>
            <translation>मुख्यालय ने यह काम इस स्टेशन को नहीं दिया।</translation>
        </message>
        <message id="hq.task-not-taken">
            <source>Headquarters did not take what was done for this task.</source>
            <translation>इस काम के लिए जो किया गया, उसे मुख्यालय ने नहीं लिया।</translation>
        </message>
        <message id="hq.task-not-back">
            <source>Headquarters did not take this task back.</source>
            <translation>मुख्यालय ने यह काम वापस नहीं लिया।</translation>
        </message>
        <message id="hq.task-not-placed">
            <source>This task could not be placed. Somebody must look at it.</source>
            <translation>यह काम किसका है, तय नहीं हो सका। किसी को इसे देखना होगा।</translation>
        </message>
        <message id="hq.no-task">
            <source>There is no such task.</source>
            <translation>ऐसा कोई काम नहीं है।</translation>
        </message>
        <message id="hq.other-task">
            <source>Headquarters answered with another task than the one that was asked for.</source>
            <translation>जो काम पूछा गया था, मुख्यालय ने उसकी जगह दूसरे का उत्तर दिया।</translation>
        </message>
        <message id="hq.no-worklist">
            <source>Headquarters has no worklist.</source>
            <translation>मुख्यालय के पास कामों की सूची नहीं है।</translation>
        </message>
        <message id="hq.result-whose">
            <source>This is a result of a visit here, but headquarters does not say whose it is.</source>
            <translation>यह यहाँ की एक मुलाक़ात का नतीजा है, पर मुख्यालय नहीं बताता कि किसका है।</translation>
        </message>
        <message id="hq.result-not-placed">
            <source>This result could not be placed. Somebody must look at it.</source>
            <translation>यह परिणाम किसी के साथ जोड़ा नहीं जा सका। किसी को इसे देखना होगा।</translation>
        </message>
        <message id="hq.result-does-not-fit">
            <source>What headquarters says of this person does not fit.</source>
            <translation>मुख्यालय इस व्यक्ति के बारे में जो कहता है वह मेल नहीं खाता।</translation>
        </message>
        <message id="hq.own-copy">
            <source>This laptop's own copy cannot be sent. {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>इस लैपटॉप की अपनी प्रति नहीं भेजी जा सकती। {why}</translation>
        </message>
        <message id="hq.left-there">
            <source>The original of this picture was left at headquarters and is not on this laptop.</source>
            <translation>इस चित्र का मूल मुख्यालय में छोड़ा गया था और इस लैपटॉप पर नहीं है।</translation>
        </message>
        <message id="hq.not-left">
            <source>The original of this picture has not left this laptop.</source>
            <translation>इस चित्र का मूल इस लैपटॉप से नहीं गया है।</translation>
        </message>
        <message id="hq.not-given-back">
            <source>Headquarters does not give this picture back.</source>
            <translation>मुख्यालय यह चित्र वापस नहीं देता।</translation>
        </message>
        <message id="hq.other-bytes-back">
            <source>What headquarters gave back is not the picture that was sent there. It is kept aside.</source>
            <translation>मुख्यालय ने जो लौटाया वह वह चित्र नहीं है जो वहाँ भेजा गया था। उसे अलग रखा गया है।</translation>
        </message>
        <message id="hq.unknown">
            <source>There is a reason that this language has no words for.</source>
            <translation>एक कारण है जिसके लिए इस भाषा में शब्द नहीं हैं।</translation>
        </message>
        <message id="hq.part-patient_id">
            <source>the patient number</source>
            <translation>मरीज़ का नंबर</translation>
        </message>
        <message id="hq.part-study_uid">
            <source>the visit</source>
            <translation>मुलाक़ात</translation>
        </message>
        <message id="hq.part-laterality">
            <source>the eye</source>
            <translation>आँख</translation>
        </message>
        <message id="hq.part-rows">
            <source>the height</source>
            <translation>ऊँचाई</translation>
        </message>
        <message id="hq.part-columns">
            <source>the width</source>
            <translation>चौड़ाई</translation>
        </message>
        <message id="hq.part-frames">
            <source>the number of frames</source>
            <translation>फ़्रेम की संख्या</translation>
        </message>
    </context>
    <context>
        <name>referrals</name>
        <message id="referrals.search">
            <source>Name, village, phone</source>
            <translation>नाम, गाँव, फ़ोन</translation>
        </message>
        <message id="referrals.empty">
            <source>Nobody is waiting to be seen</source>
            <translation>किसी को दिखाना बाकी नहीं</translation>
        </message>
        <message id="referrals.empty-rest">
            <source>Whoever must be referred appears here and stays until somebody has seen them.</source>
            <translation>जिसे रेफ़र करना हो वह यहाँ दिखता है और देखे जाने तक रहता है।</translation>
        </message>
        <message id="referrals.seen">
            <source>Was seen</source>
            <translation>देख लिया गया</translation>
        </message>
        <message id="referrals.no-phone">
            <source>No phone</source>
            <translation>फ़ोन नहीं</translation>
        </message>
        <message id="referrals.told">
            <source>{name} was told</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} को बताया गया</translation>
        </message>
        <message id="referrals.not-told">
            <source>{name} was not told after all</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} को नहीं बताया गया था</translation>
        </message>
        <message id="referrals.was-seen">
            <source>{name} was seen</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} को देख लिया गया</translation>
        </message>
        <message id="referrals.was">
            <source>Decided by {rule}; milder opinions stand now</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>{rule} के अनुसार तय हुआ</translation>
        </message>
        <message id="referrals.more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} और</translation>
        </message>
        <message id="referrals.no-letter">
            <source>No letter yet</source>
            <translation>अभी पत्र नहीं</translation>
        </message>
        <message id="referrals.letter-out-of-date">
            <source>Letter out of date</source>
            <translation>पत्र पुराना हो गया</translation>
        </message>
        <message id="referrals.how-in person">
            <source>Told in person</source>
            <translation>सामने बताया</translation>
        </message>
        <message id="referrals.how-phone">
            <source>Told by phone</source>
            <translation>फ़ोन पर बताया</translation>
        </message>
        <message id="referrals.how-somebody">
            <source>Told through family or village</source>
            <translation>परिवार या गाँव से कहलवाया</translation>
        </message>
        <message id="referrals.other-end">
            <source>Other end</source>
            <translation>दूसरा अंत</translation>
        </message>
        <message id="referrals.end-own doctor">
            <source>Is seen by their own doctor</source>
            <translation>अपने डॉक्टर को दिखा रहे हैं</translation>
        </message>
        <message id="referrals.end-moved away">
            <source>Moved away</source>
            <translation>कहीं और चले गए</translation>
        </message>
        <message id="referrals.end-does not want">
            <source>Does not want to go</source>
            <translation>जाना नहीं चाहते</translation>
        </message>
        <message id="referrals.end-died">
            <source>Died</source>
            <translation>निधन हो गया</translation>
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
            <translation>दिन का अंत</translation>
        </message>
        <message id="day.pdf">
            <source>Poster as PDF</source>
            <translation>पोस्टर PDF</translation>
        </message>
        <message id="day.file">
            <source>end-of-day.pdf</source>
            <translation>end-of-day.pdf</translation>
        </message>
        <message id="day.written">
            <source>The poster is in {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>पोस्टर {name} में है</translation>
        </message>
        <message id="day.registered">
            <source>registered</source>
            <translation>पंजीकृत</translation>
        </message>
        <message id="day.pictured">
            <source>pictured</source>
            <translation>तस्वीरें हुईं</translation>
        </message>
        <message id="day.complete">
            <source>complete</source>
            <translation>पूरे</translation>
        </message>
        <message id="day.referred">
            <source>referred</source>
            <translation>रेफ़र</translation>
        </message>
        <message id="day.urgent">
            <source>urgent</source>
            <translation>तुरंत</translation>
        </message>
        <message id="day.ungradable">
            <source>ungradable</source>
            <translation>जाँचने लायक नहीं</translation>
        </message>
        <message id="day.wall">
            <source>Everyone we saw today</source>
            <translation>आज देखे गए सभी</translation>
        </message>
        <message id="day.villages">
            <source>Where they came from</source>
            <translation>कहाँ से आए</translation>
        </message>
        <message id="day.ends">
            <source>Loose ends</source>
            <translation>बाकी काम</translation>
        </message>
        <message id="day.before">
            <source>finish before you leave</source>
            <translation>जाने से पहले पूरे करें</translation>
        </message>
        <message id="day.nothing">
            <source>Nothing is open.</source>
            <translation>कुछ बाकी नहीं।</translation>
        </message>
        <message id="day.untold" numerus="yes">
            <source>{n} urgent people not spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 तुरंत वाले से बात नहीं हुई</numerusform>
                <numerusform>{n} तुरंत वालों से बात नहीं हुई</numerusform>
            </translation>
        </message>
        <message id="day.missing" numerus="yes">
            <source>{n} people with pictures missing</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 व्यक्ति की तस्वीरें बाकी</numerusform>
                <numerusform>{n} लोगों की तस्वीरें बाकी</numerusform>
            </translation>
        </message>
        <message id="day.which-eye" numerus="yes">
            <source>{n} people with an eye not stated</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 व्यक्ति की आँख नहीं बताई गई</numerusform>
                <numerusform>{n} लोगों की आँख नहीं बताई गई</numerusform>
            </translation>
        </message>
        <message id="day.inbox" numerus="yes">
            <source>{n} pictures without a person</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 तस्वीर बिना व्यक्ति</numerusform>
                <numerusform>{n} तस्वीरें बिना व्यक्ति</numerusform>
            </translation>
        </message>
        <message id="day.ungraded" numerus="yes">
            <source>{n} people not graded yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 व्यक्ति की ग्रेडिंग बाकी</numerusform>
                <numerusform>{n} लोगों की ग्रेडिंग बाकी</numerusform>
            </translation>
        </message>
        <message id="day.waiting" numerus="yes">
            <source>{n} people still waiting</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 व्यक्ति अभी प्रतीक्षा में</numerusform>
                <numerusform>{n} लोग अभी प्रतीक्षा में</numerusform>
            </translation>
        </message>
        <message id="day.no-reason">
            <source>no reason given</source>
            <translation>कारण नहीं बताया</translation>
        </message>
        <message id="day.close">
            <source>Close the day</source>
            <translation>दिन बंद करें</translation>
        </message>
        <message id="day.reopen">
            <source>Open the day again</source>
            <translation>दिन फिर खोलें</translation>
        </message>
        <message id="day.closed-by">
            <source>Closed by {by}, {time}</source>
            <extracomment>Keep {by}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{by} ने बंद किया, {time}</translation>
        </message>
        <message id="day.close-over">
            <source>If you close the day all the same, say why. Your name and the reason stay with it.</source>
            <translation>फिर भी दिन बंद करना हो तो कारण बताएँ। आपका नाम और कारण साथ रहेंगे।</translation>
        </message>
        <message id="day.close-why">
            <source>Why?</source>
            <translation>क्यों?</translation>
        </message>
        <message id="day.close-anyway">
            <source>Close all the same</source>
            <translation>फिर भी बंद करें</translation>
        </message>
        <message id="day.keep-open">
            <source>Keep it open</source>
            <translation>खुला रखें</translation>
        </message>
        <message id="day.needs-why">
            <source>Say why the day is closed although somebody urgent was not spoken to.</source>
            <translation>बताएँ कि तुरंत वाले से बात किए बिना दिन क्यों बंद हो रहा है।</translation>
        </message>
        <message id="day.is-closed">
            <source>The day is closed.</source>
            <translation>दिन बंद हुआ।</translation>
        </message>
        <message id="day.is-open">
            <source>The day is open again.</source>
            <translation>दिन फिर खुला है।</translation>
        </message>
        <message id="day.go-inbox">
            <source>Inbox</source>
            <translation>इनबॉक्स</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message id="patient.from-hq">
            <source>Readings of headquarters and ours</source>
            <translation>मुख्यालय की और हमारी पढ़त</translation>
        </message>
        <message id="patient.hq-visit">
            <source>Visit of {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>{day} की जाँच</translation>
        </message>
        <message id="result.title">
            <source>A result from headquarters waits</source>
            <translation>मुख्यालय का एक नतीजा इंतज़ार में है</translation>
        </message>
        <message id="result.why-name">
            <source>Headquarters names this person by name alone. Look at the record before you say who it is.</source>
            <translation>मुख्यालय ने केवल नाम बताया है। यह कौन है, कहने से पहले रिकॉर्ड देखें।</translation>
        </message>
        <message id="result.why-unlike">
            <source>Name, sex or birth are not those of the person with this number.</source>
            <translation>नाम, लिंग या जन्म इस नंबर वाले व्यक्ति का नहीं है।</translation>
        </message>
        <message id="result.why-taken-back">
            <source>Headquarters has taken this result back. It counts until a reader has replaced it.</source>
            <translation>मुख्यालय ने यह नतीजा वापस लिया। पाठक के बदलने तक यह माना जाएगा।</translation>
        </message>
        <message id="result.is">
            <source>It is {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>यह {name} हैं</translation>
        </message>
        <message id="result.eye-R">
            <source>Right eye</source>
            <translation>दाहिनी आँख</translation>
        </message>
        <message id="result.eye-L">
            <source>Left eye</source>
            <translation>बाईं आँख</translation>
        </message>
        <message id="result.seen">
            <source>I have seen it</source>
            <translation>मैंने देख लिया</translation>
        </message>
        <message id="result.given">
            <source>The result stands in the record of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>नतीजा {name} के रिकॉर्ड में है</translation>
        </message>
        <message id="result.was-seen">
            <source>The result waits no more</source>
            <translation>नतीजा अब इंतज़ार में नहीं है</translation>
        </message>
    </context>
    <context>
        <name>style</name>
        <message id="eye.right">
            <source>right eye</source>
            <translation>दाईं आँख</translation>
        </message>
        <message id="eye.left">
            <source>left eye</source>
            <translation>बाईं आँख</translation>
        </message>
        <message id="eye.both">
            <source>both eyes</source>
            <translation>दोनों आँखें</translation>
        </message>
        <message id="eye.picture">
            <source>Picture</source>
            <translation>तस्वीर</translation>
        </message>
        <message id="field.macula">
            <source>macula</source>
            <translation>मैक्युला</translation>
        </message>
        <message id="field.disc">
            <source>disc</source>
            <translation>डिस्क</translation>
        </message>
        <message id="field.external">
            <source>external</source>
            <translation>बाहरी</translation>
        </message>
        <message id="tile.expected">
            <source>{what}, still to come</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, अभी आनी है</translation>
        </message>
        <message id="tile.arriving">
            <source>{what}, arriving</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, आ रही है</translation>
        </message>
        <message id="tile.good">
            <source>{what}, sharp</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, साफ़</translation>
        </message>
        <message id="tile.blurred">
            <source>{what}, blurred, retake?</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, धुंधली, फिर से लें?</translation>
        </message>
        <message id="tile.ungradable">
            <source>{what}, ungradable</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, जाँचने लायक नहीं</translation>
        </message>
        <message id="tile.which-eye">
            <source>Which eye?</source>
            <translation>कौन-सी आँख?</translation>
        </message>
        <message id="tile.check-eye">
            <source>{what}, check which eye</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, कौन-सी आँख, जाँचें</translation>
        </message>
        <message id="tile.report">
            <source>Report (PDF)</source>
            <translation>रिपोर्ट (PDF)</translation>
        </message>
        <message id="tile.forward-only">
            <source>Camera-private picture, will be sent on</source>
            <translation>कैमरे की अपनी तस्वीर, आगे भेजी जाएगी</translation>
        </message>
        <message id="pair.none">
            <source>no picture</source>
            <translation>कोई तस्वीर नहीं</translation>
        </message>
        <message id="undo">
            <source>Undo</source>
            <translation>वापस लें</translation>
        </message>
        <message id="change">
            <source>Change</source>
            <translation>बदलें</translation>
        </message>
        <message id="close">
            <source>Close</source>
            <translation>बंद करें</translation>
        </message>
        <message id="more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} और</translation>
        </message>
        <message id="optional">
            <source>optional</source>
            <translation>वैकल्पिक</translation>
        </message>
    </context>
    <context>
        <name>syncing</name>
        <message id="sync.title">
            <source>Sync</source>
            <translation>सिंक</translation>
        </message>
        <message id="now.title">
            <source>To headquarters</source>
            <translation>मुख्यालय को</translation>
        </message>
        <message id="now.button">
            <source>Send this patient now</source>
            <translation>यह रोगी अभी भेजें</translation>
        </message>
        <message id="now.asked">
            <source>{name} goes first.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} पहले जाएगा।</translation>
        </message>
        <message id="now.line">
            <source>{what}: {about}.</source>
            <extracomment>Keep {about}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}: {about}।</translation>
        </message>
        <message id="now.stop">
            <source>{what}.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}।</translation>
        </message>
        <message id="now.unknown">
            <source>No line was measured yet.</source>
            <translation>अभी तक कोई लाइन नहीं मापी गई।</translation>
        </message>
        <message id="now.moment">
            <source>under a minute on this line</source>
            <translation>इस लाइन पर एक मिनट से कम</translation>
        </message>
        <message id="now.minutes" numerus="yes">
            <source>about {n} minutes on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>इस लाइन पर लगभग {n} मिनट</numerusform>
                <numerusform>इस लाइन पर लगभग {n} मिनट</numerusform>
            </translation>
        </message>
        <message id="now.hours" numerus="yes">
            <source>about {n} hours on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>इस लाइन पर लगभग {n} घंटा</numerusform>
                <numerusform>इस लाइन पर लगभग {n} घंटे</numerusform>
            </translation>
        </message>
        <message id="now.longer">
            <source>more than a day on this line</source>
            <translation>इस लाइन पर एक दिन से ज़्यादा</translation>
        </message>
        <message id="now.records" numerus="yes">
            <source>{n} records</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} रिकॉर्ड</numerusform>
                <numerusform>{n} रिकॉर्ड</numerusform>
            </translation>
        </message>
        <message id="now.first">
            <source>Goes before everybody else, after who is urgent.</source>
            <translation>सबसे पहले जाता है, तत्काल वालों के बाद।</translation>
        </message>
        <message id="now.offline">
            <source>No network. This goes first as soon as there is one.</source>
            <translation>नेटवर्क नहीं है। मिलते ही यह पहले जाएगा।</translation>
        </message>
        <message id="now.pause">
            <source>Headquarters asked to be left alone until {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय ने {time} तक रुकने को कहा है।</translation>
        </message>
        <message id="sync.again-at">
            <source>Next try at {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>अगली कोशिश {time} बजे।</translation>
        </message>
        <message id="sync.again-on">
            <source>Next try on {day} at {time}.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>अगली कोशिश {day} को {time} बजे।</translation>
        </message>
        <message id="sync.first">
            <source>Goes first: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>पहले जाता है: {name}</translation>
        </message>
        <message id="sync.wrote">
            <source>Headquarters wrote: {quote}.</source>
            <extracomment>Keep {quote} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय ने लिखा: {quote}।</translation>
        </message>
        <message id="sync.try">
            <source>Try now</source>
            <translation>अभी कोशिश करें</translation>
        </message>
        <message id="sync.look">
            <source>Open the Inbox</source>
            <translation>इनबॉक्स खोलें</translation>
        </message>
        <message id="sync.now">
            <source>Sync now</source>
            <translation>अभी सिंक करें</translation>
        </message>
        <message id="sync.asked">
            <source>Asking headquarters now.</source>
            <translation>मुख्यालय से अभी पूछा जा रहा है।</translation>
        </message>
        <message id="sync.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} में से</translation>
        </message>
        <message id="sync.standing-idle">
            <source>Headquarters was asked. New pictures go by themselves.</source>
            <translation>मुख्यालय से पूछा गया। नई तस्वीरें अपने-आप जाती हैं।</translation>
        </message>
        <message id="sync.standing-working">
            <source>Talking to headquarters.</source>
            <translation>मुख्यालय से बात हो रही है।</translation>
        </message>
        <message id="sync.standing-offline">
            <source>No network. Sending starts by itself when one appears.</source>
            <translation>नेटवर्क नहीं है। मिलते ही भेजना अपने-आप शुरू होगा।</translation>
        </message>
        <message id="sync.standing-portal">
            <source>A login page answers in place of headquarters. Sign in to this network first.</source>
            <translation>मुख्यालय की जगह लॉगिन पेज जवाब दे रहा है। पहले इस नेटवर्क में लॉगिन करें।</translation>
        </message>
        <message id="sync.standing-attention">
            <source>Some pictures need a look.</source>
            <translation>कुछ तस्वीरें देखनी होंगी।</translation>
        </message>
        <message id="sync.starts-by-itself">
            <source>Sending starts by itself when a network appears.</source>
            <translation>नेटवर्क मिलते ही भेजना अपने-आप शुरू होगा।</translation>
        </message>
        <message id="sync.next">
            <source>What goes next</source>
            <translation>आगे क्या जाएगा</translation>
        </message>
        <message id="sync.next-size">
            <source>{size} in all</source>
            <extracomment>Keep {size} as they are; they become names and numbers.</extracomment>
            <translation>कुल {size}</translation>
        </message>
        <message id="sync.paid-share">
            <source>Paid link: {used} of {limit} today</source>
            <extracomment>Keep {limit}, {used} as they are; they become names and numbers.</extracomment>
            <translation>सशुल्क लिंक: आज {limit} में से {used}</translation>
        </message>
        <message id="sync.paid">
            <source>Paid link: {used} today</source>
            <extracomment>Keep {used} as they are; they become names and numbers.</extracomment>
            <translation>सशुल्क लिंक: आज {used}</translation>
        </message>
        <message id="sync.lane-small">
            <source>Small pictures</source>
            <translation>छोटी तस्वीरें</translation>
        </message>
        <message id="sync.lane-full">
            <source>Full pictures</source>
            <translation>पूरी तस्वीरें</translation>
        </message>
        <message id="sync.lane-large">
            <source>Large files</source>
            <translation>बड़ी फ़ाइलें</translation>
        </message>
        <message id="sync.on-the-way">
            <source>{n} on the way now</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} अभी रास्ते में</translation>
        </message>
        <message id="sync.read-back">
            <source>Headquarters is asked to show them before they count.</source>
            <translation>गिनने से पहले मुख्यालय से दिखाने को कहा जाता है।</translation>
        </message>
        <message id="sync.results-unread">
            <source>Results of headquarters cannot be read</source>
            <translation>मुख्यालय के परिणाम पढ़े नहीं जा सकते</translation>
        </message>
        <message id="sync.list-unread">
            <source>The list of headquarters cannot be read</source>
            <translation>मुख्यालय की सूची पढ़ी नहीं जा सकती</translation>
        </message>
        <message id="sync.tasks-unread">
            <source>The readings that headquarters asks for cannot be read</source>
            <translation>मुख्यालय जो पढ़ने को कहता है, वह सूची नहीं पढ़ी जा सकती</translation>
        </message>
        <message id="sync.held">
            <source>Waiting for a person</source>
            <translation>व्यक्ति की प्रतीक्षा में</translation>
        </message>
        <message id="sync.held-why">
            <source>They go when somebody has said whose they are.</source>
            <translation>कोई बताए कि किसकी हैं, तब जाएँगी।</translation>
        </message>
        <message id="sync.attention">
            <source>Needs a look</source>
            <translation>देखना ज़रूरी</translation>
        </message>
        <message id="sync.soon">
            <source>Waiting to go to headquarters</source>
            <translation>मुख्यालय भेजे जाने की प्रतीक्षा में</translation>
        </message>
        <message id="sync.nothing">
            <source>Nothing waits to go</source>
            <translation>भेजने को कुछ नहीं</translation>
        </message>
        <message id="sync.nothing-rest">
            <source>New pictures go by themselves.</source>
            <translation>नई तस्वीरें अपने-आप भेजी जाती हैं।</translation>
        </message>
        <message id="sync.attempts">
            <source>Last attempts</source>
            <translation>पिछली कोशिशें</translation>
        </message>
        <message id="sync.no-attempts">
            <source>None since Eyecamp was opened.</source>
            <translation>Eyecamp खुलने के बाद कोई नहीं।</translation>
        </message>
        <message id="sync.hq">
            <source>Headquarters</source>
            <translation>मुख्यालय</translation>
        </message>
        <message id="sync.address">
            <source>DICOMweb address</source>
            <translation>DICOMweb पता</translation>
        </message>
        <message id="sync.records-address">
            <source>FHIR address, for records and results</source>
            <translation>रिकॉर्ड और नतीजों के लिए FHIR पता</translation>
        </message>
        <message id="sync.use-address">
            <source>Use this address</source>
            <translation>यह पता उपयोग करें</translation>
        </message>
        <message id="sync.address-doubt">
            <source>An address begins with https:// or http://.</source>
            <translation>पता https:// या http:// से शुरू होता है।</translation>
        </message>
        <message id="sync.address-taken">
            <source>Headquarters is now {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>अब मुख्यालय {name} है</translation>
        </message>
        <message id="sync.leave-print">
            <source>Page to print</source>
            <translation>छापने का पन्ना</translation>
        </message>
        <message id="sync.leave-file">
            <source>leaving-camp.pdf</source>
            <translation>leaving-camp.pdf</translation>
        </message>
        <message id="sync.leave-at">
            <source>Counted {at}</source>
            <extracomment>Keep {at} as they are; they become names and numbers.</extracomment>
            <translation>गिना गया {at}</translation>
        </message>
        <message id="sync.leave-hq">
            <source>Headquarters: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>मुख्यालय: {name}</translation>
        </message>
        <message id="sync.leave-number">
            <source>Number</source>
            <translation>संख्या</translation>
        </message>
        <message id="sync.leave-name">
            <source>Name</source>
            <translation>नाम</translation>
        </message>
        <message id="sync.leave-pictures">
            <source>Pictures</source>
            <translation>तस्वीरें</translation>
        </message>
        <message id="sync.leave-missing">
            <source>Missing</source>
            <translation>बाकी</translation>
        </message>
        <message id="sync.leave-nobody">
            <source>Nobody's yet</source>
            <translation>अभी किसी की नहीं</translation>
        </message>
        <message id="sync.leave-sum">
            <source>Together</source>
            <translation>कुल</translation>
        </message>
        <message id="sync.leave-signed">
            <source>Checked by, and when</source>
            <translation>किसने जाँचा, और कब</translation>
        </message>
        <message id="stick.open">
            <source>By stick</source>
            <translation>स्टिक से</translation>
        </message>
        <message id="stick.title">
            <source>By stick</source>
            <translation>स्टिक से</translation>
        </message>
        <message id="stick.what">
            <source>For days without any network. What is on the stick can be opened with this passphrase only.</source>
            <translation>बिना नेटवर्क के दिनों के लिए। स्टिक पर जो है, वह केवल इस पासफ़्रेज़ से खुलता है।</translation>
        </message>
        <message id="stick.folder">
            <source>Folder on the stick</source>
            <translation>स्टिक का फ़ोल्डर</translation>
        </message>
        <message id="stick.passphrase">
            <source>Passphrase of the stick</source>
            <translation>स्टिक का पासफ़्रेज़</translation>
        </message>
        <message id="stick.write">
            <source>Write to the stick</source>
            <translation>स्टिक पर लिखें</translation>
        </message>
        <message id="stick.take">
            <source>Bring in from the stick</source>
            <translation>स्टिक से लाएँ</translation>
        </message>
        <message id="stick.close">
            <source>Close</source>
            <translation>बंद करें</translation>
        </message>
        <message id="stick.working">
            <source>Writing and reading…</source>
            <translation>लिखा और पढ़ा जा रहा है…</translation>
        </message>
        <message id="stick.short">
            <source>At least {n} characters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>कम से कम {n} अक्षर।</translation>
        </message>
        <message id="stick.nothing">
            <source>There is nothing to bring.</source>
            <translation>लाने को कुछ नहीं।</translation>
        </message>
        <message id="stick.written" numerus="yes">
            <source>{n} pictures are on the stick and were read back. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 तस्वीर स्टिक पर है और वापस पढ़ी गई। रसीद आने पर गिनी जाएगी।</numerusform>
                <numerusform>{n} तस्वीरें स्टिक पर हैं और वापस पढ़ी गईं। रसीदें आने पर गिनी जाएँगी।</numerusform>
            </translation>
        </message>
        <message id="stick.waits" numerus="yes">
            <source>{n} stay here: they wait for a person.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 यहीं है: व्यक्ति की प्रतीक्षा में।</numerusform>
                <numerusform>{n} यहीं हैं: व्यक्ति की प्रतीक्षा में।</numerusform>
            </translation>
        </message>
        <message id="stick.records-written">
            <source>Records on the stick: {n}. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>स्टिक पर अभिलेख: {n}। रसीदें आने पर गिने जाएँगे।</translation>
        </message>
        <message id="stick.receipts">
            <source>Receipts: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>रसीदें: {n} मेल खाती हैं, {others} नहीं।</translation>
        </message>
        <message id="stick.records-receipts">
            <source>Receipts for records: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>अभिलेखों की रसीदें: {n} मेल खाती हैं, {others} नहीं।</translation>
        </message>
        <message id="stick.do-not-count">
            <source>That station does not stand for headquarters here, so they do not count.</source>
            <translation>वह स्टेशन यहाँ मुख्यालय का स्थान नहीं लेता, इसलिए नहीं गिनी जातीं।</translation>
        </message>
        <message id="stick.arrived">
            <source>New: {n}. Known already: {known}. Kept aside: {aside}.</source>
            <extracomment>Keep {aside}, {known}, {n} as they are; they become names and numbers.</extracomment>
            <translation>नई: {n}। पहले से ज्ञात: {known}। अलग रखी: {aside}।</translation>
        </message>
        <message id="stick.records-arrived">
            <source>Records, new or changed: {n}. Known already: {known}. Waiting for a person: {waits}.</source>
            <extracomment>Keep {known}, {n}, {waits} as they are; they become names and numbers.</extracomment>
            <translation>नए या बदले अभिलेख: {n}। पहले से ज्ञात: {known}। व्यक्ति की प्रतीक्षा में: {waits}।</translation>
        </message>
        <message id="stick.records-withdrawn">
            <source>Removed at their station, and not shown here any more: {n}.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>अपने स्टेशन पर हटाए गए, और यहाँ अब नहीं दिखते: {n}।</translation>
        </message>
        <message id="stick.take-back">
            <source>The receipts are on the stick: take it back.</source>
            <translation>रसीदें स्टिक पर हैं: उसे वापस ले जाएँ।</translation>
        </message>
        <message id="stick.no-receipts">
            <source>No receipts could be written on the stick.</source>
            <translation>स्टिक पर रसीदें नहीं लिखी जा सकीं।</translation>
        </message>
        <message id="stick.full">
            <source>The stick is full. Use a larger one.</source>
            <translation>स्टिक भरी है। बड़ी लें।</translation>
        </message>
        <message id="stick.pulled">
            <source>The stick was pulled out, or cannot be written or read.</source>
            <translation>स्टिक निकाल ली गई, या लिखी-पढ़ी नहीं जा सकती।</translation>
        </message>
        <message id="stick.locked">
            <source>The passphrase does not open what is on the stick.</source>
            <translation>पासफ़्रेज़ से स्टिक नहीं खुलती।</translation>
        </message>
        <message id="stick.damaged">
            <source>A file on the stick is damaged. What came before the damage is here; ask for the rest again.</source>
            <translation>स्टिक की एक फ़ाइल ख़राब है। उससे पहले का यहाँ है; बाकी फिर माँगें।</translation>
        </message>
        <message id="stick.not-ours">
            <source>A file on the stick is not for this station.</source>
            <translation>स्टिक की एक फ़ाइल इस स्टेशन के लिए नहीं है।</translation>
        </message>
    </context>
    <context>
        <name>tasks</name>
        <message id="tasks.title">
            <source>Headquarters asks for a reading</source>
            <translation>मुख्यालय पढ़ने का अनुरोध करता है</translation>
        </message>
        <message id="tasks.urgent">
            <source>Headquarters calls it urgent</source>
            <translation>मुख्यालय इसे अति आवश्यक कहता है</translation>
        </message>
        <message id="tasks.missing">
            <source>Its pictures have not come here yet</source>
            <translation>इसकी तस्वीरें अभी यहाँ नहीं आई हैं</translation>
        </message>
        <message id="tasks.cancel-asked">
            <source>Headquarters asks to give it back</source>
            <translation>मुख्यालय इसे वापस माँगता है</translation>
        </message>
        <message id="tasks.nobody">
            <source>Somebody who is not known here</source>
            <translation>कोई जो यहाँ ज्ञात नहीं है</translation>
        </message>
        <message id="tasks.read">
            <source>Read this</source>
            <translation>इसे पढ़ें</translation>
        </message>
        <message id="tasks.give-back">
            <source>Give back</source>
            <translation>वापस करें</translation>
        </message>
        <message id="tasks.seen">
            <source>I have seen it</source>
            <translation>मैंने देख लिया है</translation>
        </message>
        <message id="tasks.was-taken">
            <source>The reading of {name} is begun here</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का पढ़ना यहाँ शुरू हुआ है</translation>
        </message>
        <message id="tasks.was-given-back">
            <source>The reading of {name} goes back to headquarters</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} का पढ़ना मुख्यालय को वापस जाता है</translation>
        </message>
        <message id="tasks.was-seen">
            <source>It stands here no more</source>
            <translation>यह अब यहाँ नहीं दिखता</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message id="today.waiting">
            <source>Waiting</source>
            <translation>प्रतीक्षा में</translation>
        </message>
        <message id="today.at-camera">
            <source>At camera</source>
            <translation>कैमरे पर</translation>
        </message>
        <message id="today.to-read">
            <source>To read</source>
            <translation>पढ़ने हैं</translation>
        </message>
        <message id="today.done">
            <source>Pictured</source>
            <translation>तस्वीरें हुईं</translation>
        </message>
        <message id="today.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} में से</translation>
        </message>
        <message id="today.part-of">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{of} में से {have}</translation>
        </message>
        <message id="today.both-eyes">
            <source>Both eyes</source>
            <translation>दोनों आँखें</translation>
        </message>
        <message id="today.one-eye">
            <source>One eye</source>
            <translation>एक आँख</translation>
        </message>
        <message id="today.which-eye">
            <source>Which eye?</source>
            <translation>कौन-सी आँख?</translation>
        </message>
        <message id="today.next">
            <source>Next</source>
            <translation>अगला</translation>
        </message>
        <message id="today.call">
            <source>Call</source>
            <translation>बुलाएँ</translation>
        </message>
        <message id="today.nobody-at-camera">
            <source>Nobody is at the camera</source>
            <translation>कैमरे पर कोई नहीं</translation>
        </message>
        <message id="today.nobody-waits">
            <source>Nobody is waiting</source>
            <translation>कोई प्रतीक्षा में नहीं</translation>
        </message>
        <message id="today.nobody-waits-rest">
            <source>Whoever is registered will wait here.</source>
            <translation>पंजीकृत व्यक्ति यहाँ प्रतीक्षा करेंगे।</translation>
        </message>
        <message id="today.nothing-to-read">
            <source>Nothing to read yet</source>
            <translation>अभी पढ़ने को कुछ नहीं</translation>
        </message>
        <message id="today.nothing-to-read-rest">
            <source>Pictures appear here by themselves.</source>
            <translation>तस्वीरें यहाँ खुद दिखेंगी।</translation>
        </message>
        <message id="today.not-this-person">
            <source>Not this person?</source>
            <translation>यह व्यक्ति नहीं?</translation>
        </message>
        <message id="today.moved-out">
            <source>{n} pictures of {name} went to the Inbox</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} की {n} तस्वीरें इनबॉक्स में गईं</translation>
        </message>
        <message id="today.finish">
            <source>Finish</source>
            <translation>पूरा</translation>
        </message>
        <message id="today.finished">
            <source>{name} left the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} कैमरे से गए</translation>
        </message>
        <message id="today.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} मि</translation>
        </message>
        <message id="today.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} घं</translation>
        </message>
    </context>
    <context>
        <name>viewer</name>
        <message id="viewer.fetch">
            <source>Fetch it again</source>
            <translation>फिर मँगाएँ</translation>
        </message>
        <message id="viewer.title">
            <source>Read</source>
            <translation>पढ़ें</translation>
        </message>
        <message id="viewer.red-free">
            <source>Red-free</source>
            <translation>लाल-रहित</translation>
        </message>
        <message id="viewer.one-to-one">
            <source>1:1</source>
            <translation>1:1</translation>
        </message>
        <message id="viewer.page-width">
            <source>Page width</source>
            <translation>पन्ने की चौड़ाई</translation>
        </message>
        <message id="viewer.fit">
            <source>Fit</source>
            <translation>पूरा</translation>
        </message>
        <message id="viewer.linked">
            <source>Zoom linked</source>
            <translation>ज़ूम जुड़ा</translation>
        </message>
        <message id="viewer.detail-comes">
            <source>Full detail is coming</source>
            <translation>पूरी बारीकी आ रही है</translation>
        </message>
        <message id="viewer.no-right">
            <source>No picture of the right eye</source>
            <translation>दाईं आँख की कोई तस्वीर नहीं</translation>
        </message>
        <message id="viewer.no-left">
            <source>No picture of the left eye</source>
            <translation>बाईं आँख की कोई तस्वीर नहीं</translation>
        </message>
        <message id="viewer.visit-today">
            <source>Visit today</source>
            <translation>आज की विज़िट</translation>
        </message>
        <message id="viewer.visit">
            <source>Visit {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>विज़िट {day}</translation>
        </message>
        <message id="viewer.visits">
            <source>Visit</source>
            <translation>विज़िट</translation>
        </message>
        <message id="viewer.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{of} में से {n}</translation>
        </message>
        <message id="viewer.previous">
            <source>Previous person</source>
            <translation>पिछला व्यक्ति</translation>
        </message>
        <message id="viewer.next">
            <source>Next person</source>
            <translation>अगला व्यक्ति</translation>
        </message>
        <message id="viewer.pictures-right">
            <source>Pictures of the right eye</source>
            <translation>दाईं आँख की तस्वीरें</translation>
        </message>
        <message id="viewer.pictures-left">
            <source>Pictures of the left eye</source>
            <translation>बाईं आँख की तस्वीरें</translation>
        </message>
        <message id="viewer.pictures-other">
            <source>Pictures whose eye is not known</source>
            <translation>तस्वीरें जिनकी आँख ज्ञात नहीं</translation>
        </message>
        <message id="viewer.is-right">
            <source>OD right</source>
            <translation>OD दाईं</translation>
        </message>
        <message id="viewer.is-left">
            <source>OS left</source>
            <translation>OS बाईं</translation>
        </message>
        <message id="viewer.set-right">
            <source>Set to the right eye</source>
            <translation>दाईं आँख तय की गई</translation>
        </message>
        <message id="viewer.set-left">
            <source>Set to the left eye</source>
            <translation>बाईं आँख तय की गई</translation>
        </message>
        <message id="viewer.set-unknown">
            <source>Set to not known</source>
            <translation>अज्ञात तय किया गया</translation>
        </message>
        <message id="viewer.back-to-pair">
            <source>Back to the pair</source>
            <translation>जोड़ी पर वापस</translation>
        </message>
        <message id="viewer.nobody">
            <source>Nobody to read yet</source>
            <translation>अभी पढ़ने को कोई नहीं</translation>
        </message>
        <message id="viewer.nobody-rest">
            <source>People appear here when their first picture has come.</source>
            <translation>पहली तस्वीर आते ही लोग यहाँ दिखते हैं।</translation>
        </message>
        <message id="viewer.no-visit">
            <source>No pictures of {name} on this laptop</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>इस लैपटॉप पर {name} की कोई तस्वीर नहीं</translation>
        </message>
        <message id="viewer.is-pdf">
            <source>A report in PDF. It opens in a PDF reader.</source>
            <translation>PDF में एक रिपोर्ट। यह PDF रीडर में खुलती है।</translation>
        </message>
        <message id="viewer.no-pixels">
            <source>There is no picture in this one. It is kept, and will be sent on.</source>
            <translation>इसमें कोई तस्वीर नहीं है। यह सहेजी है और आगे भेजी जाएगी।</translation>
        </message>
        <message id="viewer.undecodable">
            <source>This picture cannot be shown here. It is kept as it came, and will be sent on.</source>
            <translation>यह तस्वीर यहाँ नहीं दिखाई जा सकती। यह जैसी आई वैसी सहेजी है और आगे भेजी जाएगी।</translation>
        </message>
        <message id="viewer.save-copy">
            <source>Save a copy</source>
            <translation>प्रति सहेजें</translation>
        </message>
        <message id="viewer.save-how">
            <source>Press E to save a copy as a file.</source>
            <translation>फ़ाइल में प्रति सहेजने को E दबाएँ।</translation>
        </message>
        <message id="viewer.copy-saved">
            <source>The copy is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>प्रति सहेजी गई: {name}</translation>
        </message>
        <message id="viewer.frame">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{of} में से {n}</translation>
        </message>
        <message id="viewer.frames">
            <source>Frame</source>
            <translation>फ़्रेम</translation>
        </message>
        <message id="viewer.previous-frame">
            <source>Previous frame (Page Up)</source>
            <translation>पिछला फ़्रेम (Page Up)</translation>
        </message>
        <message id="viewer.next-frame">
            <source>Next frame (Page Down)</source>
            <translation>अगला फ़्रेम (Page Down)</translation>
        </message>
        <message id="viewer.pages">
            <source>Page</source>
            <translation>पृष्ठ</translation>
        </message>
        <message id="viewer.previous-page">
            <source>Previous page (Page Up)</source>
            <translation>पिछला पृष्ठ (Page Up)</translation>
        </message>
        <message id="viewer.next-page">
            <source>Next page (Page Down)</source>
            <translation>अगला पृष्ठ (Page Down)</translation>
        </message>
        <message id="viewer.compare">
            <source>Compare</source>
            <translation>तुलना</translation>
        </message>
        <message id="viewer.compare-with">
            <source>Compare: {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>तुलना: {day}</translation>
        </message>
        <message id="viewer.blink">
            <source>Blink</source>
            <translation>बारी-बारी</translation>
        </message>
        <message id="viewer.swipe">
            <source>Swipe</source>
            <translation>सरकाएँ</translation>
        </message>
        <message id="viewer.edge">
            <source>Move the edge between then and now (comma and full stop)</source>
            <translation>पहले और अब के बीच का किनारा सरकाएँ (अल्पविराम और पूर्णविराम)</translation>
        </message>
        <message id="viewer.earlier">
            <source>Earlier · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>पहले की · {day}</translation>
        </message>
        <message id="viewer.now-today">
            <source>Today · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>आज · {day}</translation>
        </message>
        <message id="viewer.now-day">
            <source>This visit · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>यह विज़िट · {day}</translation>
        </message>
        <message id="viewer.now-graded">
            <source>is graded</source>
            <translation>ग्रेड इसी का</translation>
        </message>
        <message id="viewer.days-ago" numerus="yes">
            <source>{n} days ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} दिन पहले</numerusform>
                <numerusform>{n} दिन पहले</numerusform>
            </translation>
        </message>
        <message id="viewer.months-ago" numerus="yes">
            <source>{n} months ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} महीना पहले</numerusform>
                <numerusform>{n} महीने पहले</numerusform>
            </translation>
        </message>
        <message id="viewer.years-ago">
            <source>{n} years ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} साल पहले</translation>
        </message>
        <message id="viewer.nothing-earlier">
            <source>No earlier picture of this eye on this laptop.</source>
            <translation>इस लैपटॉप पर इस आँख की पहले की कोई तस्वीर नहीं।</translation>
        </message>
        <message id="mark.measure">
            <source>Measure</source>
            <translation>मापें</translation>
        </message>
        <message id="mark.arrow">
            <source>Arrow</source>
            <translation>तीर</translation>
        </message>
        <message id="mark.ellipse">
            <source>Ellipse</source>
            <translation>दीर्घवृत्त</translation>
        </message>
        <message id="mark.note">
            <source>Note</source>
            <translation>नोट</translation>
        </message>
        <message id="mark.write">
            <source>Write a note, then Enter</source>
            <translation>नोट लिखें, फिर Enter</translation>
        </message>
        <message id="mark.not-here">
            <source>Nothing can be drawn on a report.</source>
            <translation>रिपोर्ट पर कुछ नहीं बनाया जा सकता।</translation>
        </message>
        <message id="mark.kept">
            <source>Kept beside the picture: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>तस्वीर के साथ रखा गया: {what}</translation>
        </message>
        <message id="mark.pixels">
            <source>{n} px</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} px</translation>
        </message>
        <message id="mark.mm">
            <source>{n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} मिमी</translation>
        </message>
        <message id="mark.about-mm">
            <source>about {n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>लगभग {n} मिमी</translation>
        </message>
        <message id="desk.undone">
            <source>Taken back</source>
            <translation>वापस लिया गया</translation>
        </message>
    </context>
</TS>
