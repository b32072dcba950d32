<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>camp</name>
        <message id="camp.title">
            <source>Camp</source>
            <translation>Campamento</translation>
        </message>
        <message id="camp.tab-cameras">
            <source>Cameras</source>
            <translation>Cámaras</translation>
        </message>
        <message id="camp.tab-camp">
            <source>This camp</source>
            <translation>Este campamento</translation>
        </message>
        <message id="camp.tab-staff">
            <source>Staff</source>
            <translation>Personal</translation>
        </message>
        <message id="camp.tab-backup">
            <source>Backup</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message id="camp.tab-practice">
            <source>Practice</source>
            <translation>Práctica</translation>
        </message>
        <message id="camp.add">
            <source>Add a camera</source>
            <translation>Añadir una cámara</translation>
        </message>
        <message id="camp.new-sender">
            <source>new sender</source>
            <translation>remitente nuevo</translation>
        </message>
        <message id="camp.blocked">
            <source>blocked</source>
            <translation>bloqueada</translation>
        </message>
        <message id="camp.no-cameras">
            <source>No camera was heard yet</source>
            <translation>Aún no se ha oído ninguna cámara</translation>
        </message>
        <message id="camp.no-cameras-rest">
            <source>Type the card beside into the camera; it appears here by itself.</source>
            <translation>Escriba en la cámara lo que dice la tarjeta; aparecerá aquí sola.</translation>
        </message>
        <message id="camp.camera-spoken">
            <source>{name}, {state}, {pictures}</source>
            <extracomment>Keep {name}, {pictures}, {state} as they are; they become names and numbers.</extracomment>
            <translation>{name}, {state}, {pictures}</translation>
        </message>
        <message id="camp.clock-ahead">
            <source>Its clock is {by} ahead</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>Su reloj va {by} adelantado</translation>
        </message>
        <message id="camp.clock-behind">
            <source>Its clock is {by} behind</source>
            <extracomment>Keep {by} as they are; they become names and numbers.</extracomment>
            <translation>Su reloj va {by} atrasado</translation>
        </message>
        <message id="camp.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} min</translation>
        </message>
        <message id="camp.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} h</translation>
        </message>
        <message id="camp.days">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} días</translation>
        </message>
        <message id="doctor.title">
            <source>Camera doctor</source>
            <translation>Médico de cámaras</translation>
        </message>
        <message id="doctor.between">
            <source>What {name} and this laptop said to each other</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Lo que se dijeron {name} y este portátil</translation>
        </message>
        <message id="doctor.echo">
            <source>Test echo</source>
            <translation>Probar conexión</translation>
        </message>
        <message id="doctor.rules">
            <source>Rules</source>
            <translation>Reglas</translation>
        </message>
        <message id="doctor.calling">
            <source>Calling {name} now.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Llamando a {name}.</translation>
        </message>
        <message id="doctor.quiet">
            <source>Nothing was said yet</source>
            <translation>Aún no se ha dicho nada</translation>
        </message>
        <message id="doctor.quiet-rest">
            <source>What this camera offers, brings and meets will stand here.</source>
            <translation>Aquí aparecerá lo que esta cámara ofrece, trae y encuentra.</translation>
        </message>
        <message id="doctor.times">
            <source>{n} times</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} veces</translation>
        </message>
        <message id="doctor.accepted">
            <source>It offered {what}. Accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>Ofreció {what}. Aceptado.</translation>
        </message>
        <message id="doctor.not-accepted">
            <source>It offered only {what}. Not accepted.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>Solo ofreció {what}. No aceptado.</translation>
        </message>
        <message id="doctor.partly">
            <source>It offered {what}. Accepted. It also asked for {rest}. Not accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>Ofreció {what}. Aceptado. También pidió {rest}. No aceptado.</translation>
        </message>
        <message id="doctor.misnamed">
            <source>It called us {what}; our name is {rest}. Accepted.</source>
            <extracomment>Keep {rest}, {what} as they are; they become names and numbers.</extracomment>
            <translation>Nos llamó {what}; nuestro nombre es {rest}. Aceptado.</translation>
        </message>
        <message id="doctor.offered-nothing">
            <source>It offered nothing.</source>
            <translation>No ofreció nada.</translation>
        </message>
        <message id="doctor.all-kept">
            <source>It brought {n} pictures; all kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Trajo {n} imágenes; todas guardadas.</translation>
        </message>
        <message id="doctor.one-kept">
            <source>It brought a picture; it was kept.</source>
            <translation>Trajo una imagen; se guardó.</translation>
        </message>
        <message id="doctor.not-kept">
            <source>{n} pictures could not be kept.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>No se pudieron guardar {n} imágenes.</translation>
        </message>
        <message id="doctor.tested">
            <source>It tested the connection.</source>
            <translation>Probó la conexión.</translation>
        </message>
        <message id="doctor.aborted">
            <source>It aborted.</source>
            <translation>Interrumpió la conexión.</translation>
        </message>
        <message id="doctor.left">
            <source>It went without saying goodbye.</source>
            <translation>Se fue sin despedirse.</translation>
        </message>
        <message id="doctor.broke-off">
            <source>It broke off inside a picture; nothing of that one was kept.</source>
            <translation>Se cortó en mitad de una imagen; de esa no se guardó nada.</translation>
        </message>
        <message id="doctor.silent">
            <source>It said nothing for too long.</source>
            <translation>Estuvo callada demasiado tiempo.</translation>
        </message>
        <message id="doctor.stopped">
            <source>It stopped in the middle of a message.</source>
            <translation>Se detuvo en mitad de un mensaje.</translation>
        </message>
        <message id="doctor.turned-away">
            <source>It was turned away.</source>
            <translation>Se le negó la entrada.</translation>
        </message>
        <message id="doctor.cut-off">
            <source>It was cut off: it broke the protocol.</source>
            <translation>Se cortó su conexión: incumplió el protocolo.</translation>
        </message>
        <message id="echo.answered">
            <source>It answered our echo in {ms} ms.</source>
            <extracomment>Keep {ms} as they are; they become names and numbers.</extracomment>
            <translation>Respondió a la prueba en {ms} ms.</translation>
        </message>
        <message id="echo.not-set">
            <source>Say in its rules at which address and port it listens.</source>
            <translation>Indique en sus reglas en qué dirección y puerto escucha.</translation>
        </message>
        <message id="echo.silent">
            <source>Nothing answers there. Is it switched on, and on the same network?</source>
            <translation>Allí no responde nadie. ¿Está encendida y en la misma red?</translation>
        </message>
        <message id="echo.turned-away">
            <source>Something answers there, but turns us away: it does not know our name, or not its own.</source>
            <translation>Algo responde allí, pero nos rechaza: no conoce nuestro nombre, o no el suyo.</translation>
        </message>
        <message id="echo.no-echo">
            <source>It answers, but does not know the echo.</source>
            <translation>Responde, pero no conoce esta prueba.</translation>
        </message>
        <message id="echo.refused">
            <source>It answered our echo with an error.</source>
            <translation>Respondió a la prueba con un error.</translation>
        </message>
        <message id="rules.title">
            <source>Rules of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Reglas de {name}</translation>
        </message>
        <message id="rules.new">
            <source>A new camera</source>
            <translation>Una cámara nueva</translation>
        </message>
        <message id="rules.ae-title">
            <source>AE title that it calls with</source>
            <translation>Título AE con el que llama</translation>
        </message>
        <message id="rules.name">
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message id="rules.host">
            <source>Its address</source>
            <translation>Su dirección</translation>
        </message>
        <message id="rules.port">
            <source>Its port</source>
            <translation>Su puerto</translation>
        </message>
        <message id="rules.strip">
            <source>Stands before our number</source>
            <translation>Va delante de nuestro número</translation>
        </message>
        <message id="rules.clock">
            <source>Its clock is ahead by (minutes)</source>
            <translation>Su reloj va adelantado (minutos)</translation>
        </message>
        <message id="rules.clock-measured">
            <source>measured</source>
            <translation>medido</translation>
        </message>
        <message id="rules.charset">
            <source>Letters it can show</source>
            <translation>Letras que puede mostrar</translation>
        </message>
        <message id="rules.charset-utf-8">
            <source>All</source>
            <translation>Todas</translation>
        </message>
        <message id="rules.charset-latin-1">
            <source>Western</source>
            <translation>Occidentales</translation>
        </message>
        <message id="rules.charset-ascii">
            <source>A–Z only</source>
            <translation>Solo A–Z</translation>
        </message>
        <message id="rules.order">
            <source>Order of names</source>
            <translation>Orden de los nombres</translation>
        </message>
        <message id="rules.order-family-first">
            <source>Family first</source>
            <translation>Apellido primero</translation>
        </message>
        <message id="rules.order-given-first">
            <source>Given first</source>
            <translation>Nombre primero</translation>
        </message>
        <message id="rules.trust">
            <source>Its pictures</source>
            <translation>Sus imágenes</translation>
        </message>
        <message id="rules.trust-new">
            <source>Not looked at</source>
            <translation>Sin revisar</translation>
        </message>
        <message id="rules.trust-trusted">
            <source>Welcome</source>
            <translation>Bienvenidas</translation>
        </message>
        <message id="rules.trust-blocked">
            <source>Blocked</source>
            <translation>Bloqueadas</translation>
        </message>
        <message id="rules.fixed">
            <source>set by the configuration</source>
            <translation>lo fija la configuración</translation>
        </message>
        <message id="rules.keep">
            <source>Keep these rules</source>
            <translation>Guardar estas reglas</translation>
        </message>
        <message id="rules.back">
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message id="rules.forget">
            <source>Forget this camera</source>
            <translation>Olvidar esta cámara</translation>
        </message>
        <message id="rules.kept">
            <source>Rules of {name} hold from the next picture on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Las reglas de {name} valen desde la próxima imagen.</translation>
        </message>
        <message id="rules.forgotten">
            <source>{name} has no rules any more.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} ya no tiene reglas.</translation>
        </message>
        <message id="rules.preview">
            <source>On its latest pictures</source>
            <translation>En sus últimas imágenes</translation>
        </message>
        <message id="rules.preview-none">
            <source>It has brought no pictures yet.</source>
            <translation>Aún no ha traído imágenes.</translation>
        </message>
        <message id="rules.reads">
            <source>{said} is read as {number}</source>
            <extracomment>Keep {number}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{said} se lee como {number}</translation>
        </message>
        <message id="rules.ours">
            <source>our number</source>
            <translation>nuestro número</translation>
        </message>
        <message id="rules.wrong-digit">
            <source>wrong check digit</source>
            <translation>dígito de control erróneo</translation>
        </message>
        <message id="rules.not-ours">
            <source>not our number: waits in the Inbox</source>
            <translation>no es nuestro número: espera en Entrada</translation>
        </message>
        <message id="rules.no-number">
            <source>no number: waits in the Inbox</source>
            <translation>sin número: espera en Entrada</translation>
        </message>
        <message id="rules.written">
            <source>A name on its list: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Un nombre en su lista: {name}</translation>
        </message>
        <message id="card.title">
            <source>Type this into the camera</source>
            <translation>Escriba esto en la cámara</translation>
        </message>
        <message id="card.second">
            <source>Camera settings card</source>
            <translation>Tarjeta de ajustes de la cámara</translation>
        </message>
        <message id="card.address">
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message id="card.port">
            <source>Port</source>
            <translation>Puerto</translation>
        </message>
        <message id="card.ae-title">
            <source>AE title</source>
            <translation>Título AE</translation>
        </message>
        <message id="card.print">
            <source>Print</source>
            <translation>Imprimir</translation>
        </message>
        <message id="card.only-here">
            <source>Only this laptop can reach it now. Choose the network that the camera is on.</source>
            <translation>Ahora solo llega este portátil. Elija la red en la que está la cámara.</translation>
        </message>
        <message id="card.only-here-fixed">
            <source>Only this laptop can reach it now. The setting dicom.host opens it to a network.</source>
            <translation>Ahora solo llega este portátil. El ajuste dicom.host lo abre a una red.</translation>
        </message>
        <message id="card.listen">
            <source>Listen at {address}</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>Escuchar en {address}</translation>
        </message>
        <message id="card.listening">
            <source>Cameras now reach this laptop at {address}.</source>
            <extracomment>Keep {address} as they are; they become names and numbers.</extracomment>
            <translation>Las cámaras llegan ahora a este portátil en {address}.</translation>
        </message>
        <message id="camp.someone-new">
            <source>Someone new brought a picture</source>
            <translation>Alguien nuevo trajo una imagen</translation>
        </message>
        <message id="camp.someone-new-rest">
            <source>{name} at {address}. Its pictures are kept.</source>
            <extracomment>Keep {address}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} en {address}. Sus imágenes se guardan.</translation>
        </message>
        <message id="camp.name-it">
            <source>Name it</source>
            <translation>Ponerle nombre</translation>
        </message>
        <message id="camp.block">
            <source>Block</source>
            <translation>Bloquear</translation>
        </message>
        <message id="camp.is-blocked">
            <source>{name} is turned away from now on.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Desde ahora se rechaza a {name}.</translation>
        </message>
        <message id="camp.fact-camp">
            <source>Camp</source>
            <translation>Campamento</translation>
        </message>
        <message id="camp.fact-numbers">
            <source>Numbers on cards begin with</source>
            <translation>Los números de tarjeta empiezan por</translation>
        </message>
        <message id="camp.fact-organization">
            <source>Organisation</source>
            <translation>Organización</translation>
        </message>
        <message id="camp.fact-team">
            <source>Team</source>
            <translation>Equipo</translation>
        </message>
        <message id="camp.fact-language">
            <source>Language of this window</source>
            <translation>Idioma de esta ventana</translation>
        </message>
        <message id="camp.fact-protocol">
            <source>Pictures wanted of each eye</source>
            <translation>Imágenes que se piden de cada ojo</translation>
        </message>
        <message id="camp.fact-grading">
            <source>Grading scheme</source>
            <translation>Escala de gradación</translation>
        </message>
        <message id="camp.fact-zone">
            <source>Today is counted in</source>
            <translation>El día se cuenta en</translation>
        </message>
        <message id="camp.fact-disk">
            <source>Room on this laptop</source>
            <translation>Espacio en este portátil</translation>
        </message>
        <message id="camp.room">
            <source>{size} GB free, for about {n} patients</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{size} GB libres, para unos {n} pacientes</translation>
        </message>
        <message id="camp.macula">
            <source>Macula</source>
            <translation>Mácula</translation>
        </message>
        <message id="camp.macula-disc">
            <source>Macula and disc</source>
            <translation>Mácula y papila</translation>
        </message>
        <message id="camp.nobody">
            <source>Nobody has a name of their own yet</source>
            <translation>Nadie tiene aún nombre propio</translation>
        </message>
        <message id="camp.not-set">
            <source>not set</source>
            <translation>sin fijar</translation>
        </message>
        <message id="backup.title">
            <source>A copy of everything on a stick</source>
            <translation>Una copia de todo en una memoria</translation>
        </message>
        <message id="backup.what">
            <source>People, pictures and rules, as encrypted as here. Every file is read back and compared.</source>
            <translation>Personas, imágenes y reglas, cifradas como aquí. Cada archivo se relee y se compara.</translation>
        </message>
        <message id="backup.folder">
            <source>Folder on the stick</source>
            <translation>Carpeta de la memoria</translation>
        </message>
        <message id="backup.choose">
            <source>Choose a folder</source>
            <translation>Elegir una carpeta</translation>
        </message>
        <message id="backup.passphrase">
            <source>Passphrase, to try the copy</source>
            <translation>Frase de paso, para probar la copia</translation>
        </message>
        <message id="backup.now">
            <source>Make a backup</source>
            <translation>Hacer una copia</translation>
        </message>
        <message id="backup.working">
            <source>Copying and comparing.</source>
            <translation>Copiando y comparando.</translation>
        </message>
        <message id="backup.files">
            <source>{n} files, {size} MB, all read back.</source>
            <extracomment>Keep {n}, {size} as they are; they become names and numbers.</extracomment>
            <translation>{n} archivos, {size} MB, todos releídos.</translation>
        </message>
        <message id="backup.wrong-passphrase">
            <source>This passphrase does not open the copy.</source>
            <translation>Esta frase de paso no abre la copia.</translation>
        </message>
        <message id="backup.needs-folder">
            <source>Choose a folder first.</source>
            <translation>Elija primero una carpeta.</translation>
        </message>
        <message id="practice.title">
            <source>Practise with invented people</source>
            <translation>Practicar con personas inventadas</translation>
        </message>
        <message id="practice.what">
            <source>A second window with a pretend camera and a pretend headquarters. Nothing of this camp is touched.</source>
            <translation>Una segunda ventana con una cámara y una central simuladas. No se toca nada de este campamento.</translation>
        </message>
        <message id="practice.open">
            <source>Open practice</source>
            <translation>Abrir práctica</translation>
        </message>
        <message id="practice.opened">
            <source>The practice window is opening.</source>
            <translation>Se está abriendo la ventana de práctica.</translation>
        </message>
        <message id="practice.here">
            <source>This is practice already.</source>
            <translation>Esto ya es práctica.</translation>
        </message>
    </context>
    <context>
        <name>cards</name>
        <message id="card.is-this">
            <source>Is this {name}?</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>¿Es {name}?</translation>
        </message>
        <message id="card.yes">
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message id="card.no">
            <source>No, somebody else</source>
            <translation>No, es otra persona</translation>
        </message>
        <message id="card.doubted">
            <source>Noted: somebody else holds the card of {name}. Register this person, or look by name.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Anotado: otra persona tiene la tarjeta de {name}. Registre a esta persona o búsquela por el nombre.</translation>
        </message>
        <message id="card.was-doubted">
            <source>Somebody else held this card</source>
            <translation>Otra persona tenía esta tarjeta</translation>
        </message>
        <message id="card.slip">
            <source>{number} has a wrong digit. Scan or type it again.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>{number} tiene un dígito equivocado. Escanéelo o escríbalo otra vez.</translation>
        </message>
        <message id="card.elsewhere">
            <source>Nobody on this laptop has {number}. The card may be of another camp or laptop.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>Nadie en este portátil tiene {number}. La tarjeta puede ser de otro campamento o portátil.</translation>
        </message>
        <message id="card.foreign">
            <source>This code is not on one of our cards. Look by name.</source>
            <translation>Este código no es de nuestras tarjetas. Busque por el nombre.</translation>
        </message>
        <message id="card.of-title">
            <source>Card</source>
            <translation>Tarjeta de la persona</translation>
        </message>
        <message id="card.of-print">
            <source>Print card</source>
            <translation>Imprimir tarjeta</translation>
        </message>
        <message id="card.keep">
            <source>Keep as PDF</source>
            <translation>Conservar como PDF</translation>
        </message>
        <message id="card.times">
            <source>Times printed: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Veces impresa: {n}</translation>
        </message>
        <message id="card.not-printed">
            <source>Not printed yet</source>
            <translation>Aún no impresa</translation>
        </message>
        <message id="card.done">
            <source>The card of {name} is printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>La tarjeta de {name} está impresa</translation>
        </message>
        <message id="card.kept">
            <source>The card of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>La tarjeta de {name} está en {file}</translation>
        </message>
        <message id="card.copy">
            <source>COPY</source>
            <translation>COPIA</translation>
        </message>
    </context>
    <context>
        <name>claims</name>
        <message id="claim.saved">
            <source>Saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Guardado</translation>
        </message>
        <message id="claim.saving">
            <source>Saving…</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Guardando…</translation>
        </message>
        <message id="claim.not-saved">
            <source>Not saved</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin guardar</translation>
        </message>
        <message id="claim.saved-person">
            <source>{name} is saved, {number}</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{name} está guardado, {number}</translation>
        </message>
        <message id="claim.all-received">
            <source>All pictures received</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Llegaron todas las imágenes</translation>
        </message>
        <message id="claim.part-received">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{have} de {of}</translation>
        </message>
        <message id="claim.camera-did-not-say">
            <source>Camera did not say how many</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La cámara no dijo cuántas</translation>
        </message>
        <message id="claim.still-to-come">
            <source>{n} of {of} pictures to come</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Faltan {n} de {of} imágenes</translation>
        </message>
        <message id="claim.still-expected">
            <source>{n} of {of} still expected</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aún se esperan {n} de {of}</translation>
        </message>
        <message id="claim.at-hq">
            <source>At HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>En la central</translation>
        </message>
        <message id="claim.at-headquarters">
            <source>At headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>En la central</translation>
        </message>
        <message id="claim.part-at-hq">
            <source>{have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{have} de {of} en la central</translation>
        </message>
        <message id="claim.tile-at-hq">
            <source>{tile}, at headquarters</source>
            <extracomment>Keep {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}, en la central</translation>
        </message>
        <message id="claim.tile-part-at-hq">
            <source>{tile}, {have} of {of} at HQ</source>
            <extracomment>Keep {have}, {of}, {tile} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{tile}, {have} de {of} en la central</translation>
        </message>
        <message id="claim.sent">
            <source>Sent, not yet confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Enviado, aún sin confirmar</translation>
        </message>
        <message id="claim.waiting">
            <source>Waiting to go to headquarters</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>En espera de ir a la central</translation>
        </message>
        <message id="claim.not-at-hq">
            <source>Not at HQ yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aún no está en la central</translation>
        </message>
        <message id="claim.no-pictures">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aún no hay imágenes</translation>
        </message>
        <message id="claim.patients-not-at-hq" numerus="yes">
            <source>{n} patients not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} paciente aún no está en la central</numerusform>
                <numerusform>{n} pacientes aún no están en la central</numerusform>
            </translation>
        </message>
        <message id="claim.all-patients-at-hq">
            <source>Every picture is at HQ</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Todas las imágenes están en la central</translation>
        </message>
        <message id="claim.pictures-not-at-hq" numerus="yes">
            <source>{n} pictures not at HQ yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} imagen aún no está en la central</numerusform>
                <numerusform>{n} imágenes aún no están en la central</numerusform>
            </translation>
        </message>
        <message id="claim.no-hq">
            <source>No headquarters set up</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>No hay central configurada</translation>
        </message>
        <message id="claim.no-patients">
            <source>No patients yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aún no hay pacientes</translation>
        </message>
        <message id="claim.urgent">
            <source>{n} urgent</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} urgentes</translation>
        </message>
        <message id="claim.last-confirmed">
            <source>last confirmed {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>última confirmación {time}</translation>
        </message>
        <message id="claim.never-confirmed">
            <source>nothing confirmed yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>nada confirmado todavía</translation>
        </message>
        <message id="claim.safe-here">
            <source>All {n} patients are safe on this laptop. {left} are not at headquarters yet.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Los {n} pacientes están a salvo en este portátil. {left} aún no están en la central.</translation>
        </message>
        <message id="claim.safe-here-pictures">
            <source>All {n} patients are safe on this laptop. Pictures not at headquarters yet: {left}.</source>
            <extracomment>Keep {left}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Los {n} pacientes están a salvo en este portátil. Imágenes que aún no están en la central: {left}.</translation>
        </message>
        <message id="claim.safe-here.one">
            <source>The patient is safe on this laptop, and not at headquarters yet.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El paciente está a salvo en este portátil, y aún no está en la central.</translation>
        </message>
        <message id="claim.safe-here.one-left">
            <source>All {n} patients are safe on this laptop. One is not at headquarters yet.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Los {n} pacientes están a salvo en este portátil. Uno aún no está en la central.</translation>
        </message>
        <message id="claim.safe-there.one">
            <source>Every picture of your patient is at headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Todas las imágenes de su paciente están en la central.</translation>
        </message>
        <message id="claim.safe-there">
            <source>Every picture of your {n} patients is at headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Todas las imágenes de sus {n} pacientes están en la central.</translation>
        </message>
        <message id="claim.unsafe-here">
            <source>{n} patients are here. Some files need a look: run the check-up.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aquí hay {n} pacientes. Algunos archivos necesitan atención: haga la revisión.</translation>
        </message>
        <message id="claim.inbox" numerus="yes">
            <source>{n} pictures are waiting for a person. They are safe.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} imagen espera a una persona. Está a salvo.</numerusform>
                <numerusform>{n} imágenes esperan a una persona. Están a salvo.</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reachable">
            <source>Headquarters answers</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central responde</translation>
        </message>
        <message id="claim.hq-last-reached">
            <source>Last reached {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Último contacto {time}</translation>
        </message>
        <message id="claim.hq-portal">
            <source>A login page answered</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Respondió una página de acceso</translation>
        </message>
        <message id="claim.hq-never">
            <source>Not reached yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin contacto todavía</translation>
        </message>
        <message id="claim.backup-done">
            <source>Backup done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Copia de seguridad hecha</translation>
        </message>
        <message id="claim.task-open">
            <source>Nobody here has begun</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Nadie ha empezado aquí</translation>
        </message>
        <message id="claim.task-wanted">
            <source>Begun here, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Empezada aquí, la central aún no lo sabe</translation>
        </message>
        <message id="claim.task-ours">
            <source>Headquarters has given it to this station</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central la ha dado a esta estación</translation>
        </message>
        <message id="claim.task-signed">
            <source>Signed here, headquarters has not shown it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Firmada aquí, la central aún no la muestra como hecha</translation>
        </message>
        <message id="claim.task-giving">
            <source>To be given back, headquarters does not know yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Por devolver, la central aún no lo sabe</translation>
        </message>
        <message id="claim.task-done">
            <source>Headquarters shows it as done</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central la muestra como hecha</translation>
        </message>
        <message id="claim.task-given">
            <source>Headquarters shows it as cancelled</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central la muestra como cancelada</translation>
        </message>
        <message id="claim.backup-not-checked">
            <source>Backup not checked with a passphrase</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Copia no comprobada con una frase de paso</translation>
        </message>
        <message id="claim.camera-heard">
            <source>heard {ago} ago</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>oída hace {ago}</translation>
        </message>
        <message id="claim.camera-silent">
            <source>silent {ago}</source>
            <extracomment>Keep {ago} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>callada {ago}</translation>
        </message>
        <message id="claim.camera-never">
            <source>not heard yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>aún no oída</translation>
        </message>
        <message id="claim.ago-seconds">
            <source>{n} s</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} s</translation>
        </message>
        <message id="claim.ago-minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} min</translation>
        </message>
        <message id="claim.ago-hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} h</translation>
        </message>
        <message id="claim.which-eye">
            <source>Which eye?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>¿Qué ojo?</translation>
        </message>
        <message id="claim.check-eye">
            <source>Check which eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Compruebe qué ojo</translation>
        </message>
        <message id="claim.right-eye">
            <source>Right eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Ojo derecho</translation>
        </message>
        <message id="claim.left-eye">
            <source>Left eye</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Ojo izquierdo</translation>
        </message>
        <message id="claim.both-eyes">
            <source>Both eyes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Ambos ojos</translation>
        </message>
        <message id="claim.no-visits-here">
            <source>None on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Ninguna en este portátil</translation>
        </message>
        <message id="claim.no-visits-hq">
            <source>No earlier visits, HQ searched {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin visitas anteriores, se buscó en la central {time}</translation>
        </message>
        <message id="claim.no-match">
            <source>No likely match on this laptop</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Nadie parecido en este portátil</translation>
        </message>
        <message id="claim.sharp">
            <source>all sharp</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>todas nítidas</translation>
        </message>
        <message id="claim.blurred">
            <source>blurred</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>borrosa</translation>
        </message>
        <message id="claim.ungradable">
            <source>ungradable</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>no gradable</translation>
        </message>
        <message id="claim.preview">
            <source>Preview, {n} % of the detail</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Vista previa, {n} % del detalle</translation>
        </message>
        <message id="claim.original">
            <source>Original</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Original</translation>
        </message>
        <message id="claim.tile-preview">
            <source>{what}, preview; the original is not here yet</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}, vista previa; el original aún no está aquí</translation>
        </message>
        <message id="claim.previews" numerus="yes">
            <source>{n} previews; the originals are not here yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} vista previa; el original aún no está aquí</numerusform>
                <numerusform>{n} vistas previas; los originales aún no están aquí</numerusform>
            </translation>
        </message>
        <message id="claim.only-previews">
            <source>Previews only</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Solo vistas previas</translation>
        </message>
        <message id="claim.tile-left">
            <source>{what}, preview; the original is at headquarters</source>
            <extracomment>Keep {what} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{what}, vista previa; el original está en la sede</translation>
        </message>
        <message id="claim.left-none">
            <source>The original is at headquarters. Only this small picture of it is on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El original está en la sede. En este portátil solo está esta imagen pequeña.</translation>
        </message>
        <message id="claim.left-asked">
            <source>The original is asked for. It comes as soon as headquarters is reached.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Se ha pedido el original. Llega en cuanto se alcance la sede.</translation>
        </message>
        <message id="claim.left-coming">
            <source>The original is coming from headquarters now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El original está llegando de la sede.</translation>
        </message>
        <message id="claim.left-missed">
            <source>Headquarters did not give the original back. It is asked again at each contact.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La sede no devolvió el original. Se pide de nuevo en cada contacto.</translation>
        </message>
        <message id="claim.left-full">
            <source>There is no room on this laptop for the original. It comes when there is.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>No hay sitio en este portátil para el original. Llega cuando lo haya.</translation>
        </message>
        <message id="claim.left-back">
            <source>The original is on this laptop again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El original está de nuevo en este portátil</translation>
        </message>
        <message id="claim.left-first">
            <source>The original is at headquarters. Fetch it again first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El original está en la sede. Tráigalo de nuevo primero</translation>
        </message>
        <message id="claim.not-here-yet">
            <source>The original is not here yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>El original aún no está aquí</translation>
        </message>
        <message id="claim.full-ring">
            <source>A full ring means HQ has confirmed every picture.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Un anillo completo significa que la central ha confirmado todas las imágenes.</translation>
        </message>
        <message id="claim.hq-confirmed" numerus="yes">
            <source>HQ confirmed {n} pictures.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>La central confirmó {n} imagen.</numerusform>
                <numerusform>La central confirmó {n} imágenes.</numerusform>
            </translation>
        </message>
        <message id="claim.hq-reopened">
            <source>HQ no longer shows {n} that it had confirmed. They will be sent again.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central ya no muestra {n} que había confirmado. Se enviarán de nuevo.</translation>
        </message>
        <message id="claim.safe-without-hq">
            <source>No headquarters is set up. Everything stays safe on this laptop.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>No hay central configurada. Todo queda a salvo en este portátil.</translation>
        </message>
        <message id="claim.rescreen">
            <source>No referral. Rescreen in {n} months</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin derivación. Nuevo cribado en {n} meses</translation>
        </message>
        <message id="claim.no-referral">
            <source>No referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin derivación</translation>
        </message>
        <message id="claim.not-finished">
            <source>Not finished: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin terminar: {eye}</translation>
        </message>
        <message id="claim.outcome-doctor">
            <source>A doctor must look</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Debe verlo un médico</translation>
        </message>
        <message id="claim.outcome-refer">
            <source>Refer within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Derivar en 3 meses</translation>
        </message>
        <message id="claim.outcome-urgent">
            <source>Refer urgently, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Derivar con urgencia, esta semana</translation>
        </message>
        <message id="claim.reason-preview">
            <source>{eye}: the original is not here yet</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{eye}: el original aún no está aquí</translation>
        </message>
        <message id="claim.locked-quiet">
            <source>Locked, and still working.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Bloqueado, y sigue trabajando.</translation>
        </message>
        <message id="claim.locked" numerus="yes">
            <source>Locked, and still working: {n} pictures arrived since {time} and are safe.</source>
            <extracomment>Keep {n}, {time} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>Bloqueado, y sigue trabajando: desde las {time} llegó {n} imagen y está a salvo.</numerusform>
                <numerusform>Bloqueado, y sigue trabajando: desde las {time} llegaron {n} imágenes y están a salvo.</numerusform>
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
            <translation>Aún sin avisar</translation>
        </message>
        <message id="claim.not-told-days" numerus="yes">
            <source>Not told, {n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>Sin avisar, {n} día</numerusform>
                <numerusform>Sin avisar, {n} días</numerusform>
            </translation>
        </message>
        <message id="claim.everybody-told">
            <source>Everybody has been spoken to</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Se ha hablado con todos</translation>
        </message>
        <message id="claim.untold" numerus="yes">
            <source>{n} people still need to be spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>Falta hablar con {n} persona</numerusform>
                <numerusform>Falta hablar con {n} personas</numerusform>
            </translation>
        </message>
        <message id="claim.hq-agrees">
            <source>HQ agrees, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central está de acuerdo, {day}</translation>
        </message>
        <message id="claim.hq-rescreen">
            <source>HQ: no referral, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Central: sin derivación, {day}</translation>
        </message>
        <message id="claim.hq-retake">
            <source>HQ: not finished, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Central: sin terminar, {day}</translation>
        </message>
        <message id="claim.hq-doctor">
            <source>HQ: a doctor must look, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Central: debe verlo un médico, {day}</translation>
        </message>
        <message id="claim.hq-refer">
            <source>HQ: refer, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Central: derivar, {day}</translation>
        </message>
        <message id="claim.hq-refuses">
            <source>HQ does not take this referral</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central no acepta esta derivación</translation>
        </message>
        <message id="claim.hq-urgent">
            <source>HQ: urgent, {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Central: urgente, {day}</translation>
        </message>
        <message id="claim.group-urgent">
            <source>Urgent, this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Urgente, esta semana</translation>
        </message>
        <message id="claim.group-refer">
            <source>Within 3 months</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>En 3 meses</translation>
        </message>
        <message id="claim.leave">
            <source>Safe to leave camp?</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>¿Se puede dejar el campamento?</translation>
        </message>
        <message id="claim.leave-yes">
            <source>Yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sí</translation>
        </message>
        <message id="claim.leave-pictures">
            <source>The pictures, yes</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Las imágenes, sí</translation>
        </message>
        <message id="claim.leave-nothing">
            <source>No pictures yet</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Aún no hay imágenes</translation>
        </message>
        <message id="claim.leave-no">
            <source>No</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>No</translation>
        </message>
        <message id="claim.leave-all">
            <source>Everything is confirmed by headquarters.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La central lo ha confirmado todo.</translation>
        </message>
        <message id="claim.leave-only-pictures">
            <source>Every picture is confirmed. Registrations, grades and referrals are not: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Todas las imágenes están confirmadas. Los registros, los grados y las derivaciones no: llévese una copia de seguridad.</translation>
        </message>
        <message id="claim.leave-no-pictures">
            <source>There is no picture. Registrations, grades and referrals are on this laptop only: take a backup with you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>No hay imágenes. Los registros, los grados y las derivaciones están solo en este portátil: llévese una copia de seguridad.</translation>
        </message>
        <message id="claim.leave-no-headquarters" numerus="yes">
            <source>No headquarters has confirmed anything.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>Ninguna central ha confirmado nada.</numerusform>
                <numerusform>Ninguna central ha confirmado nada.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-ledger" numerus="yes">
            <source>The record of what headquarters confirmed was changed. It proves nothing now.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>Se cambió el registro de lo que confirmó la central. Ahora no prueba nada.</numerusform>
                <numerusform>Se cambió el registro de lo que confirmó la central. Ahora no prueba nada.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-untold" numerus="yes">
            <source>{n} people with an urgent referral have not been told.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>A {n} persona con derivación urgente no se le ha avisado.</numerusform>
                <numerusform>A {n} personas con derivación urgente no se les ha avisado.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-pictures-missing" numerus="yes">
            <source>{n} pictures are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>La central no ha confirmado {n} imagen.</numerusform>
                <numerusform>La central no ha confirmado {n} imágenes.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-records" numerus="yes">
            <source>{n} registrations, grades and referrals are not confirmed by headquarters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>1 registro, grado o derivación no está confirmado por la central.</numerusform>
                <numerusform>{n} registros, grados y derivaciones no están confirmados por la central.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-held" numerus="yes">
            <source>{n} files were kept aside and go nowhere until somebody looks.</source>
            <extracomment>Keep {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>
                <numerusform>{n} archivo se apartó y no irá a ninguna parte hasta que alguien lo mire.</numerusform>
                <numerusform>{n} archivos se apartaron y no irán a ninguna parte hasta que alguien los mire.</numerusform>
            </translation>
        </message>
        <message id="claim.leave-confirmed">
            <source>Confirmed</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Confirmadas</translation>
        </message>
        <message id="claim.leave-not-told">
            <source>Urgent, not told</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Urgente, sin avisar</translation>
        </message>
        <message id="claim.leave-chain">
            <source>{n} receipts, the last one sealed {head}</source>
            <extracomment>Keep {head}, {n} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>{n} recibos, el último con el sello {head}</translation>
        </message>
        <message id="claim.leave-level">
            <source>Confirmed means: shown back by headquarters under the same person, visit and eye.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Confirmado significa: mostrado de vuelta por la central bajo la misma persona, visita y ojo.</translation>
        </message>
        <message id="claim.leave-saved">
            <source>The page is saved: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>La página está guardada: {name}</translation>
        </message>
        <message id="claim.letter-title-rescreen">
            <source>Next screening by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Próximo cribado antes del {date}</translation>
        </message>
        <message id="claim.letter-title-rescreen-undated">
            <source>No eye doctor needed now</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Ahora no hace falta un oftalmólogo</translation>
        </message>
        <message id="claim.letter-all-well">
            <source>Your pictures show nothing that needs an eye doctor now. Please come to the next screening.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sus imágenes no muestran nada que necesite ahora un oftalmólogo. Venga por favor al próximo cribado.</translation>
        </message>
        <message id="claim.letter-title-retake">
            <source>Not finished: please come again</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sin terminar: venga otra vez</translation>
        </message>
        <message id="claim.letter-retake">
            <source>This is not a result. {eye} could not be examined, so nobody can say how it is. Please come again.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Esto no es un resultado. {eye} no se pudo examinar, así que nadie puede decir cómo está. Venga por favor otra vez.</translation>
        </message>
        <message id="claim.letter-title-doctor">
            <source>A doctor must look first</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Primero debe mirarlo un médico</translation>
        </message>
        <message id="claim.letter-doctor">
            <source>This is not a result yet. A doctor must look at your pictures, and then we tell you.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Esto todavía no es un resultado. Un médico debe mirar sus imágenes, y después le avisamos.</translation>
        </message>
        <message id="claim.letter-title-refer">
            <source>See an eye doctor by {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers. This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Vaya a un oftalmólogo antes del {date}</translation>
        </message>
        <message id="claim.letter-refer">
            <source>Your pictures show something that an eye doctor must look at within 3 months. Please go, even if you see well.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sus imágenes muestran algo que un oftalmólogo debe mirar en un plazo de 3 meses. Vaya por favor, aunque vea bien.</translation>
        </message>
        <message id="claim.letter-unreadable">
            <source>Your pictures could not be read well enough. An eye doctor must look at your eyes within 3 months. Please go.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sus imágenes no se pudieron leer lo bastante bien. Un oftalmólogo debe mirar sus ojos en un plazo de 3 meses. Vaya por favor.</translation>
        </message>
        <message id="claim.letter-title-urgent">
            <source>Urgent: see an eye doctor this week</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Urgente: vaya a un oftalmólogo esta semana</translation>
        </message>
        <message id="claim.letter-urgent">
            <source>Your pictures show something that can harm your sight soon. Go this week, even if you see well. Do not wait.</source>
            <extracomment>This claims something about a patient: it may say no more, and no less, than the English.</extracomment>
            <translation>Sus imágenes muestran algo que puede dañar pronto su vista. Vaya esta semana, aunque vea bien. No espere.</translation>
        </message>
    </context>
    <context>
        <name>clocks</name>
        <message id="clock.laptop">
            <source>This laptop's clock leapt to {there}. Eyecamp goes on from {here}; nothing is stopped. Set date and time, or say that the new ones are right.</source>
            <extracomment>Keep {here}, {there} as they are; they become names and numbers.</extracomment>
            <translation>El reloj de este portátil saltó a {there}. Eyecamp sigue desde {here}; nada se detiene. Ajuste la fecha y la hora, o diga que las nuevas son correctas.</translation>
        </message>
        <message id="clock.headquarters">
            <source>Headquarters: {said}. Check date and time of this laptop; nothing is stopped.</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>Central central: {said}. Revise la fecha y la hora de este portátil; nada se detiene.</translation>
        </message>
        <message id="clock.camera">
            <source>{name}: {said}. Set the camera's clock; its pictures are kept under the day they come.</source>
            <extracomment>Keep {name}, {said} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {said}. Ajuste el reloj de la cámara; sus imágenes se guardan en el día en que llegan.</translation>
        </message>
        <message id="clock.accept">
            <source>The laptop's clock is right</source>
            <translation>El reloj del portátil es correcto</translation>
        </message>
        <message id="clock.seen">
            <source>I have seen it</source>
            <translation>Lo he visto</translation>
        </message>
    </context>
    <context>
        <name>disputes</name>
        <message id="absence.ask">
            <source>{eye} has no picture. Why?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} no tiene imagen. ¿Por qué?</translation>
        </message>
        <message id="absence.prosthesis">
            <source>Artificial eye</source>
            <translation>Ojo artificial</translation>
        </message>
        <message id="absence.phthisis">
            <source>Shrunken eye (phthisis)</source>
            <translation>Ojo encogido (ptisis)</translation>
        </message>
        <message id="absence.removed">
            <source>Eye was removed</source>
            <translation>Ojo extirpado</translation>
        </message>
        <message id="absence.not-seen">
            <source>Could not be seen</source>
            <translation>No se pudo ver</translation>
        </message>
        <message id="absence.line">
            <source>{eye}: {why}</source>
            <extracomment>Keep {eye}, {why} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {why}</translation>
        </message>
        <message id="dispute.open">
            <source>Other opinion</source>
            <translation>Otra opinión</translation>
        </message>
        <message id="dispute.says">
            <source>{reader} says {what}</source>
            <extracomment>Keep {reader}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{reader} dice {what}</translation>
        </message>
        <message id="dispute.both">
            <source>Both opinions stand, and the more urgent one counts.</source>
            <translation>Ambas opiniones valen, y cuenta la más urgente.</translation>
        </message>
        <message id="dispute.why">
            <source>Why it does not stand</source>
            <translation>Por qué no vale</translation>
        </message>
        <message id="dispute.replace">
            <source>Replace it</source>
            <translation>Sustituirla</translation>
        </message>
        <message id="dispute.keep">
            <source>Keep both</source>
            <translation>Dejar ambas</translation>
        </message>
        <message id="dispute.needs-why">
            <source>Say why first.</source>
            <translation>Diga primero por qué.</translation>
        </message>
        <message id="dispute.replaced">
            <source>replaced by {reader}: {why}</source>
            <extracomment>Keep {reader}, {why} as they are; they become names and numbers.</extracomment>
            <translation>sustituida por {reader}: {why}</translation>
        </message>
    </context>
    <context>
        <name>frame</name>
        <message id="rail.today">
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message id="rail.patients">
            <source>Patients</source>
            <translation>Pacientes</translation>
        </message>
        <message id="rail.inbox">
            <source>Inbox</source>
            <translation>Entrada</translation>
        </message>
        <message id="rail.read">
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message id="rail.referrals">
            <source>Referrals</source>
            <translation>Derivaciones</translation>
        </message>
        <message id="rail.sync">
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message id="rail.camp">
            <source>Camp</source>
            <translation>Campamento</translation>
        </message>
        <message id="rail.lock">
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message id="rail.with-count">
            <source>{word}, {n} waiting</source>
            <extracomment>Keep {n}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{word}, {n} en espera</translation>
        </message>
        <message id="strip.space">
            <source>Space for {n} patients</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Espacio para {n} pacientes</translation>
        </message>
        <message id="strip.tight">
            <source>Little room is left for pictures. Connect to headquarters, or take pictures away by stick.</source>
            <translation>Queda poco espacio para imágenes. Conéctese a la central, o lleve las imágenes en una memoria.</translation>
        </message>
        <message id="strip.full">
            <source>Disk full: pictures are refused</source>
            <translation>Disco lleno: se rechazan imágenes</translation>
        </message>
        <message id="strip.battery">
            <source>{n} %</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} %</translation>
        </message>
        <message id="strip.to-dim">
            <source>Dim the screen</source>
            <translation>Atenuar la pantalla</translation>
        </message>
        <message id="strip.to-daylight">
            <source>Daylight screen</source>
            <translation>Pantalla de día</translation>
        </message>
        <message id="crash.sentence">
            <source>Eyecamp made a mistake of its own. Copy the report for your supporter.</source>
            <translation>Eyecamp cometió un error propio. Copie el informe para quien le da soporte.</translation>
        </message>
        <message id="crash.copy">
            <source>Copy report</source>
            <translation>Copiar informe</translation>
        </message>
    </context>
    <context>
        <name>grading</name>
        <message id="grading.title">
            <source>Grades</source>
            <translation>Grados</translation>
        </message>
        <message id="grading.ICDR.retinopathy">
            <source>Retinopathy · ICDR</source>
            <translation>Retinopatía · ICDR</translation>
        </message>
        <message id="grading.ICDR.macular-oedema">
            <source>Macular oedema · ICDR</source>
            <translation>Edema macular · ICDR</translation>
        </message>
        <message id="grading.NHS.retinopathy">
            <source>Retinopathy · NHS</source>
            <translation>Retinopatía · NHS</translation>
        </message>
        <message id="grading.NHS.maculopathy">
            <source>Maculopathy · NHS</source>
            <translation>Maculopatía · NHS</translation>
        </message>
        <message id="grading.NHS.photocoagulation">
            <source>Photocoagulation · NHS</source>
            <translation>Fotocoagulación · NHS</translation>
        </message>
        <message id="grading.CDR.cup-disc-ratio">
            <source>Cup-disc ratio · CDR</source>
            <translation>Relación excavación-papila · CDR</translation>
        </message>
        <message id="grading.CDR.rim-notch">
            <source>Rim notch · CDR</source>
            <translation>Muesca del anillo · CDR</translation>
        </message>
        <message id="grading.CDR.disc-haemorrhage">
            <source>Disc haemorrhage · CDR</source>
            <translation>Hemorragia papilar · CDR</translation>
        </message>
        <message id="grading.ROP.triage">
            <source>Triage · ROP</source>
            <translation>Triaje · ROP</translation>
        </message>
        <message id="grading.ROP.zone">
            <source>Zone · ROP</source>
            <translation>Zona · ROP</translation>
        </message>
        <message id="grading.ROP.stage">
            <source>Stage · ROP</source>
            <translation>Estadio · ROP</translation>
        </message>
        <message id="grading.ROP.plus">
            <source>Plus disease · ROP</source>
            <translation>Enfermedad plus · ROP</translation>
        </message>
        <message id="grading.cataract.lens">
            <source>Lens · cataract</source>
            <translation>Cristalino · catarata</translation>
        </message>
        <message id="grading.cataract.operable">
            <source>Operable, wants surgery · cataract</source>
            <translation>Operable, quiere cirugía · catarata</translation>
        </message>
        <message id="grade.ICDR.retinopathy.0">
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message id="grade.ICDR.retinopathy.1">
            <source>Mild</source>
            <translation>Leve</translation>
        </message>
        <message id="grade.ICDR.retinopathy.2">
            <source>Moderate</source>
            <translation>Moderada</translation>
        </message>
        <message id="grade.ICDR.retinopathy.3">
            <source>Severe</source>
            <translation>Grave</translation>
        </message>
        <message id="grade.ICDR.retinopathy.4">
            <source>Proliferative</source>
            <translation>Proliferativa</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.0">
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.1">
            <source>Away from centre</source>
            <translation>Lejos del centro</translation>
        </message>
        <message id="grade.ICDR.macular-oedema.2">
            <source>At the centre</source>
            <translation>En el centro</translation>
        </message>
        <message id="grade.NHS.retinopathy.R0">
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message id="grade.NHS.retinopathy.R1">
            <source>Background</source>
            <translation>De fondo</translation>
        </message>
        <message id="grade.NHS.retinopathy.R2">
            <source>Pre-proliferative</source>
            <translation>Preproliferativa</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3S">
            <source>Treated, stable</source>
            <translation>Tratada, estable</translation>
        </message>
        <message id="grade.NHS.retinopathy.R3A">
            <source>Active proliferative</source>
            <translation>Proliferativa activa</translation>
        </message>
        <message id="grade.NHS.maculopathy.M0">
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message id="grade.NHS.maculopathy.M1">
            <source>Present</source>
            <translation>Presente</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P0">
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message id="grade.NHS.photocoagulation.P1">
            <source>Laser scars</source>
            <translation>Cicatrices de láser</translation>
        </message>
        <message id="grade.ungradable">
            <source>Ungradable</source>
            <translation>No gradable</translation>
        </message>
        <message id="grade.no">
            <source>No</source>
            <translation>No</translation>
        </message>
        <message id="grade.yes">
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message id="grade.ROP.triage.green">
            <source>Green</source>
            <translation>Verde</translation>
        </message>
        <message id="grade.ROP.triage.orange">
            <source>Orange</source>
            <translation>Naranja</translation>
        </message>
        <message id="grade.ROP.triage.red">
            <source>Red</source>
            <translation>Rojo</translation>
        </message>
        <message id="grade.ROP.plus.none">
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message id="grade.ROP.plus.pre-plus">
            <source>Pre-plus</source>
            <translation>Preplus</translation>
        </message>
        <message id="grade.ROP.plus.plus">
            <source>Plus</source>
            <translation>Plus</translation>
        </message>
        <message id="grade.cataract.lens.none">
            <source>No cataract</source>
            <translation>Sin catarata</translation>
        </message>
        <message id="grade.cataract.lens.immature">
            <source>Immature</source>
            <translation>Inmadura</translation>
        </message>
        <message id="grade.cataract.lens.mature">
            <source>Mature</source>
            <translation>Madura</translation>
        </message>
        <message id="grade.cataract.lens.pseudophakic">
            <source>Pseudophakic</source>
            <translation>Pseudofáquico</translation>
        </message>
        <message id="grade.cataract.lens.aphakic">
            <source>Aphakic</source>
            <translation>Afáquico</translation>
        </message>
        <message id="grading.cell">
            <source>{eye}, {finding}: {code} {word}</source>
            <extracomment>Keep {code}, {eye}, {finding}, {word} as they are; they become names and numbers.</extracomment>
            <translation>{eye}, {finding}: {code} {word}</translation>
        </message>
        <message id="grading.choose">
            <source>Choose</source>
            <translation>Elegir</translation>
        </message>
        <message id="grading.confirm">
            <source>Confirm and next</source>
            <translation>Confirmar y seguir</translation>
        </message>
        <message id="grading.signed-by">
            <source>{reader}, {time}</source>
            <extracomment>Keep {reader}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{reader}, {time}</translation>
        </message>
        <message id="grading.seen-at">
            <source>seen at {percent} %</source>
            <extracomment>Keep {percent} as they are; they become names and numbers.</extracomment>
            <translation>vista al {percent} %</translation>
        </message>
        <message id="grading.from-preview">
            <source>{said}, graded from a preview</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>{said}, graduado con una vista previa</translation>
        </message>
        <message id="grading.reader">
            <source>Reading: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Lee: {name}</translation>
        </message>
        <message id="grading.nobody">
            <source>Sign in to grade</source>
            <translation>Identifíquese para graduar</translation>
        </message>
        <message id="grading.no-key">
            <source>This key means nothing in {scheme}.</source>
            <extracomment>Keep {scheme} as they are; they become names and numbers.</extracomment>
            <translation>Esta tecla no significa nada en {scheme}.</translation>
        </message>
        <message id="grading.no-picture">
            <source>There is no picture of that eye to grade.</source>
            <translation>No hay imagen de ese ojo para graduar.</translation>
        </message>
        <message id="grading.unseen">
            <source>This picture cannot be shown here, so it has no grade but Ungradable (U).</source>
            <translation>Esta imagen no se puede mostrar aquí, así que su único grado es No gradable (U).</translation>
        </message>
        <message id="grading.too-soon">
            <source>A new person is on the screen. Look first, then confirm.</source>
            <translation>Hay otra persona en pantalla. Mire primero, confirme después.</translation>
        </message>
        <message id="grading.moved-on">
            <source>The screen has moved on, so nothing was stored. Look again.</source>
            <translation>La pantalla ha cambiado, así que no se guardó nada. Mire otra vez.</translation>
        </message>
        <message id="grading.stored">
            <source>{name}: {outcome}</source>
            <extracomment>Keep {name}, {outcome} as they are; they become names and numbers.</extracomment>
            <translation>{name}: {outcome}</translation>
        </message>
        <message id="reason.not-imaged">
            <source>{eye} has no picture</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} no tiene imagen</translation>
        </message>
        <message id="reason.not-graded">
            <source>{eye} is not graded</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye} no está graduado</translation>
        </message>
        <message id="reason.not-whole">
            <source>{eye}: {finding} is missing</source>
            <extracomment>Keep {eye}, {finding} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: falta {finding}</translation>
        </message>
        <message id="reason.spoilt">
            <source>{eye}: its picture is ungradable, take it again</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: su imagen no se puede clasificar, repítala</translation>
        </message>
        <message id="quality.title">
            <source>Picture · Q</source>
            <translation>Imagen · Q</translation>
        </message>
        <message id="quality.of">
            <source>Picture of {eye}: {said}</source>
            <extracomment>Keep {eye}, {said} as they are; they become names and numbers.</extracomment>
            <translation>Imagen de {eye}: {said}</translation>
        </message>
        <message id="quality.unsaid">
            <source>–</source>
            <translation>–</translation>
        </message>
        <message id="quality.gradable">
            <source>Gradable</source>
            <translation>Clasificable</translation>
        </message>
        <message id="quality.blurred">
            <source>Blurred</source>
            <translation>Borrosa</translation>
        </message>
        <message id="quality.dark">
            <source>Too dark</source>
            <translation>Muy oscura</translation>
        </message>
        <message id="quality.lids">
            <source>Lid, lashes</source>
            <translation>Párpado</translation>
        </message>
        <message id="quality.off-centre">
            <source>Off centre</source>
            <translation>Descentrada</translation>
        </message>
        <message id="quality.media">
            <source>Clouded eye</source>
            <translation>Ojo turbio</translation>
        </message>
        <message id="quality.is-ungradable">
            <source>Ungradable: {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>No clasificable: {why}</translation>
        </message>
        <message id="quality.taken-back">
            <source>Nothing is said of this picture now</source>
            <translation>Ya no se dice nada de esta imagen</translation>
        </message>
        <message id="quality.advice.gradable">
            <source>Gradable</source>
            <translation>Clasificable</translation>
        </message>
        <message id="quality.advice.blurred">
            <source>Ungradable: blurred. Take it again: clean the lens, forehead on the bar, wait for focus.</source>
            <translation>No clasificable: borrosa. Repítala: limpie la lente, frente en el apoyo, espere el enfoque.</translation>
        </message>
        <message id="quality.advice.dark">
            <source>Ungradable: too dark. Take it again: darken the room, wait for the pupil, more flash.</source>
            <translation>No clasificable: muy oscura. Repítala: oscurezca la sala, espere la pupila, más flash.</translation>
        </message>
        <message id="quality.advice.lids">
            <source>Ungradable: lid or lashes. Take it again: ask to open wide, hold the lid.</source>
            <translation>No clasificable: párpado o pestañas. Repítala: pida abrir bien, sujete el párpado.</translation>
        </message>
        <message id="quality.advice.off-centre">
            <source>Ungradable: off centre. Take it again: let them look at the light, centre the pupil.</source>
            <translation>No clasificable: descentrada. Repítala: que mire la luz, centre la pupila.</translation>
        </message>
        <message id="quality.advice.media">
            <source>Ungradable: the eye is clouded. Another picture will hardly help: grade U.</source>
            <translation>No clasificable: el ojo está turbio. Otra imagen no ayudará: clasifique U.</translation>
        </message>
        <message id="screen.title">
            <source>Can this screen show a lesion today?</source>
            <translation>¿Puede esta pantalla mostrar hoy una lesión?</translation>
        </message>
        <message id="screen.asked">
            <source>Look for a smaller square in the black, in the white and in the red one, and for eight separate steps of grey below.</source>
            <translation>Busque un cuadrado más pequeño en el negro, en el blanco y en el rojo, y ocho escalones de gris abajo.</translation>
        </message>
        <message id="screen.seen">
            <source>I see all of them</source>
            <translation>Los veo todos</translation>
        </message>
        <message id="screen.unseen">
            <source>I do not</source>
            <translation>No los veo</translation>
        </message>
        <message id="screen.later">
            <source>Later</source>
            <translation>Más tarde</translation>
        </message>
        <message id="screen.not-checked">
            <source>Screen not checked today</source>
            <translation>Pantalla sin revisar hoy</translation>
        </message>
        <message id="screen.failed">
            <source>Screen check failed today</source>
            <translation>La pantalla falló la revisión de hoy</translation>
        </message>
        <message id="screen.kept">
            <source>The screen is checked for today</source>
            <translation>La pantalla está revisada por hoy</translation>
        </message>
        <message id="screen.advice">
            <source>Turn the brightness up, shade the screen, then check again (K). Grades say that the check failed.</source>
            <translation>Suba el brillo, dé sombra a la pantalla y revise otra vez (K). Las clasificaciones dirán que falló.</translation>
        </message>
        <message id="reason.unknown-scheme">
            <source>{eye}: {grade}, a scale that this station does not know</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: {grade}, una escala que esta estación no conoce</translation>
        </message>
        <message id="reason.two-schemes">
            <source>The eyes were graded on two scales</source>
            <translation>Los ojos se graduaron con dos escalas</translation>
        </message>
        <message id="reason.no-eye">
            <source>Both eyes are absent</source>
            <translation>Faltan ambos ojos</translation>
        </message>
        <message id="reason.grade">
            <source>{eye} {grade}</source>
            <extracomment>Keep {eye}, {grade} as they are; they become names and numbers.</extracomment>
            <translation>{eye} {grade}</translation>
        </message>
        <message id="reason.asymmetry">
            <source>The two eyes differ: CDR</source>
            <translation>Los dos ojos difieren: CDR</translation>
        </message>
        <message id="staff.who">
            <source>Who is here?</source>
            <translation>¿Quién está aquí?</translation>
        </message>
        <message id="staff.pin-of">
            <source>{name}, your PIN</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name}, su PIN</translation>
        </message>
        <message id="staff.wrong">
            <source>That PIN does not fit.</source>
            <translation>Ese PIN no coincide.</translation>
        </message>
        <message id="staff.wait">
            <source>Too many tries. Wait {n} seconds.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Demasiados intentos. Espere {n} segundos.</translation>
        </message>
        <message id="staff.new">
            <source>Somebody new</source>
            <translation>Alguien nuevo</translation>
        </message>
        <message id="staff.name">
            <source>Your name</source>
            <translation>Su nombre</translation>
        </message>
        <message id="staff.pin">
            <source>A PIN of four digits</source>
            <translation>Un PIN de cuatro cifras</translation>
        </message>
        <message id="staff.pin-again">
            <source>The PIN again</source>
            <translation>El PIN otra vez</translation>
        </message>
        <message id="staff.role">
            <source>What you do here</source>
            <translation>Qué hace aquí</translation>
        </message>
        <message id="staff.role.volunteer">
            <source>Volunteer</source>
            <translation>Voluntario</translation>
        </message>
        <message id="staff.role.grader">
            <source>Grader</source>
            <translation>Graduador</translation>
        </message>
        <message id="staff.role.doctor">
            <source>Doctor</source>
            <translation>Médico</translation>
        </message>
        <message id="staff.role.lead">
            <source>Camp lead</source>
            <translation>Jefe del campamento</translation>
        </message>
        <message id="staff.add">
            <source>Add and start</source>
            <translation>Añadir y empezar</translation>
        </message>
        <message id="staff.back">
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message id="staff.pins-differ">
            <source>The two PINs differ.</source>
            <translation>Los dos PIN son distintos.</translation>
        </message>
        <message id="staff.delete-digit">
            <source>Delete the last digit</source>
            <translation>Borrar la última cifra</translation>
        </message>
        <message id="staff.digits">
            <source>{n} of 4 digits</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} de 4 cifras</translation>
        </message>
        <message id="staff.not-me">
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message id="staff.who-works">
            <source>Who works here</source>
            <translation>Quién trabaja aquí</translation>
        </message>
        <message id="staff.kept">
            <source>Whoever leaves signs nothing any more. What they signed stays theirs.</source>
            <translation>Quien se va ya no firma nada. Lo que firmó sigue siendo suyo.</translation>
        </message>
        <message id="staff.leaves">
            <source>Leaves</source>
            <translation>Se va</translation>
        </message>
        <message id="staff.has-left">
            <source>{name} does not work here any more</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} ya no trabaja aquí</translation>
        </message>
        <message id="staff.not-oneself">
            <source>Somebody else must say that you leave. Lock first.</source>
            <translation>Otra persona debe decir que usted se va. Bloquee primero.</translation>
        </message>
        <message id="staff.own-pin">
            <source>Your own PIN</source>
            <translation>Su propio PIN</translation>
        </message>
        <message id="staff.pin-old">
            <source>The PIN until now</source>
            <translation>El PIN hasta ahora</translation>
        </message>
        <message id="staff.pin-new">
            <source>The new PIN, four digits</source>
            <translation>El nuevo PIN, cuatro dígitos</translation>
        </message>
        <message id="staff.change-pin">
            <source>Change PIN</source>
            <translation>Cambiar el PIN</translation>
        </message>
        <message id="staff.pin-changed">
            <source>Your PIN is changed</source>
            <translation>Su PIN ha cambiado</translation>
        </message>
    </context>
    <context>
        <name>hints</name>
        <message id="hint.answer-first">
            <source>{eye}: the picture looks like the other eye. Press R or L first.</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: la imagen parece del otro ojo. Pulse primero R o L.</translation>
        </message>
        <message id="hint.side">
            <source>{eye}: the disc lies as in the other eye. Which eye is it?</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>{eye}: la papila está como en el otro ojo. ¿Qué ojo es?</translation>
        </message>
        <message id="hint.dark">
            <source>Looks dark: a darker room, wait for the pupil, or drops</source>
            <translation>Parece oscura: sala más oscura, esperar a la pupila, o gotas</translation>
        </message>
        <message id="hint.bright">
            <source>Looks too bright: less flash, then again</source>
            <translation>Parece demasiado clara: menos flash, y otra vez</translation>
        </message>
        <message id="hint.blurred">
            <source>Looks blurred: wipe the lens, a blink, focus, then again</source>
            <translation>Parece borrosa: limpiar la lente, parpadear, enfocar, y otra vez</translation>
        </message>
    </context>
    <context>
        <name>importing</name>
        <message id="import.drop">
            <source>Drop pictures, folders or ZIPs</source>
            <translation>Suelte imágenes, carpetas o ZIP</translation>
        </message>
        <message id="import.running">
            <source>Bringing in the files…</source>
            <translation>Trayendo los archivos…</translation>
        </message>
        <message id="import.stored" numerus="yes">
            <source>{n} pictures came in</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>Entró {n} imagen</numerusform>
                <numerusform>Entraron {n} imágenes</numerusform>
            </translation>
        </message>
        <message id="import.duplicate" numerus="yes">
            <source>{n} were here already</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} ya estaba aquí</numerusform>
                <numerusform>{n} ya estaban aquí</numerusform>
            </translation>
        </message>
        <message id="import.waiting" numerus="yes">
            <source>{n} photographs ask whose eye it is</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} fotografía pregunta de quién es el ojo</numerusform>
                <numerusform>{n} fotografías preguntan de quién es el ojo</numerusform>
            </translation>
        </message>
        <message id="import.aside" numerus="yes">
            <source>{n} need a look in the Inbox</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} necesita atención en Entrada</numerusform>
                <numerusform>{n} necesitan atención en Entrada</numerusform>
            </translation>
        </message>
        <message id="import.skipped" numerus="yes">
            <source>{n} files were not taken, the first is {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>No se tomó {n} archivo: {name}</numerusform>
                <numerusform>No se tomaron {n} archivos, el primero es {name}</numerusform>
            </translation>
        </message>
        <message id="import.nothing">
            <source>There was no file in it</source>
            <translation>No había ningún archivo</translation>
        </message>
        <message id="import.taken-back">
            <source>import taken back</source>
            <translation>importación deshecha</translation>
        </message>
        <message id="import.why-unreadable">
            <source>It cannot be read.</source>
            <translation>No se puede leer.</translation>
        </message>
        <message id="import.why-absent">
            <source>There is no such file.</source>
            <translation>No existe ese archivo.</translation>
        </message>
        <message id="import.why-index">
            <source>The list of contents of a medium; its pictures are read one by one.</source>
            <translation>Es el índice de un soporte; sus imágenes se leen una a una.</translation>
        </message>
        <message id="import.why-index-damaged">
            <source>The list of contents of this medium is damaged.</source>
            <translation>El índice de este soporte está dañado.</translation>
        </message>
        <message id="import.why-link">
            <source>It is a link to somewhere else, which is not followed.</source>
            <translation>Es un enlace a otro lugar, y no se sigue.</translation>
        </message>
        <message id="import.why-no-file">
            <source>It is not a file.</source>
            <translation>No es un archivo.</translation>
        </message>
        <message id="import.why-zip-empty">
            <source>This ZIP is empty.</source>
            <translation>Este ZIP está vacío.</translation>
        </message>
        <message id="import.why-outside">
            <source>The medium names a file outside of itself.</source>
            <translation>El soporte nombra un archivo que está fuera de él.</translation>
        </message>
        <message id="import.why-not-there">
            <source>The medium names this file, but it is not there.</source>
            <translation>El soporte nombra este archivo, pero no está ahí.</translation>
        </message>
        <message id="import.why-empty">
            <source>The file is empty.</source>
            <translation>El archivo está vacío.</translation>
        </message>
        <message id="import.why-too-large">
            <source>The photograph is too large.</source>
            <translation>La fotografía es demasiado grande.</translation>
        </message>
        <message id="import.why-only-jpeg">
            <source>Only JPEG and PNG photographs are taken in. Save it as JPEG first.</source>
            <translation>Solo se admiten fotografías JPEG y PNG. Guárdela antes como JPEG.</translation>
        </message>
        <message id="import.why-foreign">
            <source>This is not a picture we know.</source>
            <translation>No es una imagen que conozcamos.</translation>
        </message>
        <message id="import.why-zip-long">
            <source>This ZIP lists more files than one import takes. Unpack it first.</source>
            <translation>Este ZIP contiene más archivos de los que se admiten de una vez. Descomprímalo antes.</translation>
        </message>
        <message id="import.why-zip-unreadable">
            <source>This ZIP cannot be read.</source>
            <translation>Este ZIP no se puede leer.</translation>
        </message>
        <message id="import.why-zip-many">
            <source>More than {n} files in one ZIP are not read.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>No se leen más de {n} archivos de un ZIP.</translation>
        </message>
        <message id="import.why-locked">
            <source>It is locked with a password.</source>
            <translation>Está protegido con contraseña.</translation>
        </message>
        <message id="import.why-packed">
            <source>It is packed in a way that is not read here.</source>
            <translation>Está comprimido de un modo que aquí no se lee.</translation>
        </message>
        <message id="import.why-member-large">
            <source>It would unpack to more than {n} MB.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Descomprimido ocuparía más de {n} MB.</translation>
        </message>
        <message id="import.why-zip-large">
            <source>The ZIP unpacks to more than one import takes.</source>
            <translation>Descomprimido, el ZIP supera lo que se admite de una vez.</translation>
        </message>
        <message id="import.why-inside">
            <source>It is damaged inside the ZIP.</source>
            <translation>Está dañado dentro del ZIP.</translation>
        </message>
        <message id="import.why-unpacks">
            <source>It unpacks to more than one import takes.</source>
            <translation>Descomprimido supera lo que se admite de una vez.</translation>
        </message>
        <message id="import.why-kinds">
            <source>Only JPEG and PNG pictures can be taken in as photographs.</source>
            <translation>Como fotografías solo se admiten imágenes JPEG y PNG.</translation>
        </message>
        <message id="import.why-bits">
            <source>A JPEG of {n} bits cannot be taken in as a photograph.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Una imagen JPEG de {n} bits no se admite como fotografía.</translation>
        </message>
        <message id="import.why-png-damaged">
            <source>The PNG picture is damaged.</source>
            <translation>La imagen PNG está dañada.</translation>
        </message>
        <message id="import.why-points">
            <source>A picture of {columns} x {rows} points cannot be taken in.</source>
            <extracomment>Keep {columns}, {rows} as they are; they become names and numbers.</extracomment>
            <translation>No se admite una imagen de {columns} × {rows} puntos.</translation>
        </message>
        <message id="import.why-undecodable">
            <source>The picture cannot be decoded: it is cut off or damaged.</source>
            <translation>La imagen no se puede descodificar: está cortada o dañada.</translation>
        </message>
        <message id="import.why-no-jpeg">
            <source>This is not a JPEG picture.</source>
            <translation>No es una imagen JPEG.</translation>
        </message>
        <message id="import.why-jpeg-size">
            <source>The JPEG picture does not say how large it is.</source>
            <translation>La imagen JPEG no dice de qué tamaño es.</translation>
        </message>
        <message id="import.why-jpeg-cut">
            <source>The JPEG picture ended early.</source>
            <translation>La imagen JPEG termina antes de tiempo.</translation>
        </message>
        <message id="import.why-jpeg-damaged">
            <source>The JPEG picture is damaged.</source>
            <translation>La imagen JPEG está dañada.</translation>
        </message>
        <message id="import.why-mirrored">
            <source>The photograph was stored mirrored. Check which eye it shows.</source>
            <translation>La fotografía estaba guardada en espejo. Compruebe qué ojo muestra.</translation>
        </message>
        <message id="import.why-long-ago">
            <source>Its camera says that it was taken on {day}; it is filed under today.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Su cámara dice que se tomó el {day}; se archiva con fecha de hoy.</translation>
        </message>
        <message id="photograph.title">
            <source>Whose eye is this?</source>
            <translation>¿De quién es este ojo?</translation>
        </message>
        <message id="photograph.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} de {of}</translation>
        </message>
        <message id="photograph.person">
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message id="photograph.search">
            <source>Name, ID or phone</source>
            <translation>Nombre, número o teléfono</translation>
        </message>
        <message id="photograph.nobody">
            <source>Nobody is chosen yet</source>
            <translation>Aún no se eligió a nadie</translation>
        </message>
        <message id="photograph.eye">
            <source>Which eye?</source>
            <translation>¿Qué ojo?</translation>
        </message>
        <message id="photograph.field">
            <source>Aimed at</source>
            <translation>Centrada en</translation>
        </message>
        <message id="photograph.later">
            <source>Leave it in the Inbox</source>
            <translation>Dejarla en Entrada</translation>
        </message>
        <message id="photograph.save">
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message id="photograph.saved">
            <source>For {name}: {eye}</source>
            <extracomment>Keep {eye}, {name} as they are; they become names and numbers.</extracomment>
            <translation>Para {name}: {eye}</translation>
        </message>
        <message id="photograph.say">
            <source>Say whose eye this is</source>
            <translation>Diga de quién es este ojo</translation>
        </message>
        <message id="photograph.picture">
            <source>The photograph</source>
            <translation>La fotografía</translation>
        </message>
        <message id="inbox.held-photograph">
            <source>A photograph</source>
            <translation>Una fotografía</translation>
        </message>
        <message id="inbox.held-photograph-why">
            <source>A photograph says neither whose eye it shows nor which one. Somebody has to.</source>
            <translation>Una fotografía no dice de quién es el ojo ni cuál es. Alguien tiene que decirlo.</translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message id="inbox.title">
            <source>Inbox</source>
            <translation>Entrada</translation>
        </message>
        <message id="inbox.empty">
            <source>The Inbox is empty</source>
            <translation>La entrada está vacía</translation>
        </message>
        <message id="inbox.empty-rest">
            <source>Every picture has a person. New ones without a name will wait here.</source>
            <translation>Cada imagen tiene una persona. Las nuevas sin nombre esperarán aquí.</translation>
        </message>
        <message id="inbox.list">
            <source>Pictures without a person</source>
            <translation>Imágenes sin persona</translation>
        </message>
        <message id="inbox.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} imagen</numerusform>
                <numerusform>{n} imágenes</numerusform>
            </translation>
        </message>
        <message id="inbox.chosen">
            <source>{n} chosen</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} elegidas</translation>
        </message>
        <message id="inbox.no-sender">
            <source>Imported</source>
            <translation>Importada</translation>
        </message>
        <message id="inbox.no-person">
            <source>No person</source>
            <translation>Sin persona</translation>
        </message>
        <message id="inbox.quoted">
            <source>“{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>«{said}»</translation>
        </message>
        <message id="inbox.eye-not-said">
            <source>which eye? not said</source>
            <translation>¿qué ojo? no se dijo</translation>
        </message>
        <message id="inbox.which-eye-is-this">
            <source>Which eye is this?</source>
            <translation>¿Qué ojo es este?</translation>
        </message>
        <message id="inbox.hidden" numerus="yes">
            <source>{n} hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} oculta</numerusform>
                <numerusform>{n} ocultas</numerusform>
            </translation>
        </message>
        <message id="inbox.show-hidden">
            <source>Show again</source>
            <translation>Mostrar de nuevo</translation>
        </message>
        <message id="inbox.shown-again">
            <source>Shown again</source>
            <translation>Se muestra de nuevo</translation>
        </message>
        <message id="inbox.held">
            <source>Needs a look</source>
            <translation>Necesita atención</translation>
        </message>
        <message id="inbox.held-conflict">
            <source>A second version</source>
            <translation>Una segunda versión</translation>
        </message>
        <message id="inbox.held-quarantine">
            <source>Could not be read</source>
            <translation>No se pudo leer</translation>
        </message>
        <message id="inbox.held-conflict-why">
            <source>A picture with this number is here already, with other content. Both are kept; the first one is shown.</source>
            <translation>Ya hay aquí una imagen con este número y otro contenido. Se guardan ambas; se muestra la primera.</translation>
        </message>
        <message id="inbox.held-quarantine-why">
            <source>These bytes could not be read as a picture. They are kept as they came.</source>
            <translation>Estos bytes no se pudieron leer como imagen. Se guardan tal como llegaron.</translation>
        </message>
        <message id="inbox.held-title">
            <source>Kept as it came</source>
            <translation>Guardado como llegó</translation>
        </message>
        <message id="inbox.held-rest">
            <source>Nothing is lost. Save it as a file to send it to your supporter.</source>
            <translation>No se pierde nada. Guárdelo como archivo para enviarlo a quien le da soporte.</translation>
        </message>
        <message id="inbox.save-file">
            <source>Save as a file</source>
            <translation>Guardar como archivo</translation>
        </message>
        <message id="inbox.file-written">
            <source>The file is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>El archivo está escrito: {name}</translation>
        </message>
        <message id="inbox.right">
            <source>OD right</source>
            <translation>OD derecho</translation>
        </message>
        <message id="inbox.left">
            <source>OS left</source>
            <translation>OS izquierdo</translation>
        </message>
        <message id="inbox.unknown">
            <source>Not known</source>
            <translation>No se sabe</translation>
        </message>
        <message id="inbox.macula">
            <source>Macula</source>
            <translation>Mácula</translation>
        </message>
        <message id="inbox.disc">
            <source>Disc</source>
            <translation>Papila</translation>
        </message>
        <message id="inbox.external">
            <source>External</source>
            <translation>Externo</translation>
        </message>
        <message id="inbox.eye-set">
            <source>Eye set: {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>Ojo fijado: {eye}</translation>
        </message>
        <message id="inbox.field-set">
            <source>Field set: {field}</source>
            <extracomment>Keep {field} as they are; they become names and numbers.</extracomment>
            <translation>Campo fijado: {field}</translation>
        </message>
        <message id="inbox.whose">
            <source>Whose picture is it?</source>
            <translation>¿De quién es la imagen?</translation>
        </message>
        <message id="inbox.whose-many">
            <source>Whose pictures are they?</source>
            <translation>¿De quién son las imágenes?</translation>
        </message>
        <message id="inbox.choose">
            <source>Choose</source>
            <translation>Elegir</translation>
        </message>
        <message id="inbox.choose-name">
            <source>Choose {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Elegir a {name}</translation>
        </message>
        <message id="inbox.someone-else">
            <source>Someone else</source>
            <translation>Otra persona</translation>
        </message>
        <message id="inbox.new-person">
            <source>New person</source>
            <translation>Persona nueva</translation>
        </message>
        <message id="inbox.not-a-patient">
            <source>Not a patient</source>
            <translation>No es paciente</translation>
        </message>
        <message id="inbox.drag">
            <source>Or drag the picture onto a face</source>
            <translation>O arrastre la imagen a una cara</translation>
        </message>
        <message id="inbox.nobody-fits">
            <source>Nobody fits for certain. Search by name or number.</source>
            <translation>Nadie encaja con certeza. Busque por nombre o número.</translation>
        </message>
        <message id="inbox.two-fit">
            <source>Two people fit. Choose a face.</source>
            <translation>Encajan dos personas. Elija una cara.</translation>
        </message>
        <message id="inbox.moved" numerus="yes">
            <source>{n} pictures moved to {name}</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>Imagen pasada a {name}</numerusform>
                <numerusform>{n} imágenes pasadas a {name}</numerusform>
            </translation>
        </message>
        <message id="inbox.hid" numerus="yes">
            <source>{n} pictures hidden</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>Imagen oculta</numerusform>
                <numerusform>{n} imágenes ocultas</numerusform>
            </translation>
        </message>
        <message id="inbox.hide-title">
            <source>Why is this not a patient?</source>
            <translation>¿Por qué no es un paciente?</translation>
        </message>
        <message id="inbox.hide-rest">
            <source>The picture is hidden, not deleted. It can be shown again.</source>
            <translation>La imagen se oculta, no se borra. Se puede mostrar de nuevo.</translation>
        </message>
        <message id="inbox.hide-test">
            <source>Test picture</source>
            <translation>Imagen de prueba</translation>
        </message>
        <message id="inbox.hide-mistake">
            <source>Taken by mistake</source>
            <translation>Tomada por error</translation>
        </message>
        <message id="inbox.hide-team">
            <source>Somebody of the team</source>
            <translation>Alguien del equipo</translation>
        </message>
        <message id="inbox.hide">
            <source>Hide</source>
            <translation>Ocultar</translation>
        </message>
        <message id="inbox.keep">
            <source>Keep it here</source>
            <translation>Dejarla aquí</translation>
        </message>
        <message id="why.no-number">
            <source>It came without a number.</source>
            <translation>Llegó sin número.</translation>
        </message>
        <message id="why.not-our-number">
            <source>Its number is not one of ours.</source>
            <translation>Su número no es de los nuestros.</translation>
        </message>
        <message id="why.wrong-check-digit">
            <source>Its number was mistyped: the last digit does not fit.</source>
            <translation>Su número está mal escrito: la última cifra no encaja.</translation>
        </message>
        <message id="why.unknown-number">
            <source>Nobody on this laptop has its number.</source>
            <translation>Nadie en este portátil tiene su número.</translation>
        </message>
        <message id="why.other-sex">
            <source>The camera says another sex.</source>
            <translation>La cámara dice otro sexo.</translation>
        </message>
        <message id="why.other-birth-year">
            <source>The camera says another birth year.</source>
            <translation>La cámara dice otro año de nacimiento.</translation>
        </message>
        <message id="why.other-name">
            <source>The camera says another name.</source>
            <translation>La cámara dice otro nombre.</translation>
        </message>
        <message id="why.two-people-one-study">
            <source>One study number came for two people.</source>
            <translation>Un número de estudio llegó para dos personas.</translation>
        </message>
        <message id="why.moved-out">
            <source>Somebody took it from a person.</source>
            <translation>Alguien se la quitó a una persona.</translation>
        </message>
        <message id="why.not-at-camera">
            <source>The camera says this person, but somebody else was at the camera.</source>
            <translation>La cámara dice esta persona, pero ante la cámara había otra.</translation>
        </message>
        <message id="why.two-at-camera">
            <source>More than one person was at the camera.</source>
            <translation>Había más de una persona ante la cámara.</translation>
        </message>
        <message id="because.at-camera">
            <source>At {camera} from {start} to {end}</source>
            <extracomment>Keep {camera}, {end}, {start} as they are; they become names and numbers.</extracomment>
            <translation>En {camera} de {start} a {end}</translation>
        </message>
        <message id="because.at-camera-now">
            <source>At {camera} since {start}</source>
            <extracomment>Keep {camera}, {start} as they are; they become names and numbers.</extracomment>
            <translation>En {camera} desde {start}</translation>
        </message>
        <message id="because.near-camera">
            <source>At {camera} until {end}</source>
            <extracomment>Keep {camera}, {end} as they are; they become names and numbers.</extracomment>
            <translation>En {camera} hasta {end}</translation>
        </message>
        <message id="because.number">
            <source>The camera says {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>La cámara dice {number}</translation>
        </message>
        <message id="because.alias">
            <source>The camera says {said}, the short number of this card</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>La cámara dice {said}, el número corto de esta tarjeta</translation>
        </message>
        <message id="because.same-name">
            <source>The camera says this name</source>
            <translation>La cámara dice este nombre</translation>
        </message>
        <message id="because.like-name">
            <source>The camera says “{said}”</source>
            <extracomment>Keep {said} as they are; they become names and numbers.</extracomment>
            <translation>La cámara dice «{said}»</translation>
        </message>
        <message id="because.waiting">
            <source>Waiting since {start}, not pictured yet</source>
            <extracomment>Keep {start} as they are; they become names and numbers.</extracomment>
            <translation>Espera desde {start}, aún sin imagen</translation>
        </message>
        <message id="because.found">
            <source>Found by your words</source>
            <translation>Hallado con sus palabras</translation>
        </message>
        <message id="but.other-sex">
            <source>but another sex</source>
            <translation>pero otro sexo</translation>
        </message>
        <message id="but.other-birth-year">
            <source>but another birth year</source>
            <translation>pero otro año de nacimiento</translation>
        </message>
        <message id="but.other-name">
            <source>but another name</source>
            <translation>pero otro nombre</translation>
        </message>
    </context>
    <context>
        <name>missing</name>
        <message id="missing.title">
            <source>Leave without these?</source>
            <translation>¿Irse sin estas?</translation>
        </message>
        <message id="missing.line">
            <source>Missing: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>Falta: {what}</translation>
        </message>
        <message id="missing.why">
            <source>Say why, then {name} may go.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Diga por qué, y {name} podrá irse.</translation>
        </message>
        <message id="missing.stay">
            <source>Stay at the camera</source>
            <translation>Seguir ante la cámara</translation>
        </message>
        <message id="missing.announced" numerus="yes">
            <source>{n} announced pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} imagen anunciada</numerusform>
                <numerusform>{n} imágenes anunciadas</numerusform>
            </translation>
        </message>
        <message id="missing.because-small-pupil">
            <source>Pupil too small</source>
            <translation>Pupila demasiado pequeña</translation>
        </message>
        <message id="missing.because-no-view">
            <source>No clear view inside</source>
            <translation>No se ve el interior</translation>
        </message>
        <message id="missing.because-no-eye">
            <source>No eye to photograph</source>
            <translation>No hay ojo que fotografiar</translation>
        </message>
        <message id="missing.because-moves">
            <source>Cannot keep still</source>
            <translation>No puede estar quieto</translation>
        </message>
        <message id="missing.because-refused">
            <source>Does not want it</source>
            <translation>No quiere</translation>
        </message>
        <message id="missing.because-camera">
            <source>Camera trouble</source>
            <translation>Problema de la cámara</translation>
        </message>
        <message id="missing.because-later">
            <source>Comes back later</source>
            <translation>Vuelve más tarde</translation>
        </message>
        <message id="missing.after-grading" numerus="yes">
            <source>{n} pictures came after grading</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>Tras graduar llegó {n} imagen</numerusform>
                <numerusform>Tras graduar llegaron {n} imágenes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>newborns</name>
        <message id="newborn.gestation">
            <source>Weeks at birth</source>
            <translation>Semanas al nacer</translation>
        </message>
        <message id="newborn.weight">
            <source>Birth weight in grams</source>
            <translation>Peso al nacer en gramos</translation>
        </message>
        <message id="newborn.ask-gestation">
            <source>Write 28w3d.</source>
            <translation>Escriba 28w3d.</translation>
        </message>
        <message id="newborn.ask-weight">
            <source>Write grams, like 1200.</source>
            <translation>Escriba gramos, p. ej. 1200.</translation>
        </message>
        <message id="newborn.ask-birth-date">
            <source>Write the birth date, like {day}.</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Escriba la fecha de nacimiento, como {day}.</translation>
        </message>
        <message id="newborn.grams">
            <source>{n} g?</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>¿{n} g?</translation>
        </message>
        <message id="newborn.age">
            <source>{weeks} w {days} d since conception</source>
            <extracomment>Keep {days}, {weeks} as they are; they become names and numbers.</extracomment>
            <translation>{weeks} sem {days} d desde la concepción</translation>
        </message>
        <message id="newborn.overdue">
            <source>Eye examination overdue</source>
            <translation>Examen de ojos atrasado</translation>
        </message>
        <message id="newborn.no-date">
            <source>no next day</source>
            <translation>sin próxima fecha</translation>
        </message>
        <message id="newborn.next">
            <source>Next eye examination</source>
            <translation>Próximo examen de ojos</translation>
        </message>
        <message id="newborn.no-more">
            <source>No more</source>
            <translation>No más</translation>
        </message>
        <message id="newborn.in-weeks" numerus="yes">
            <source>in {n} weeks</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>en 1 semana</numerusform>
                <numerusform>en {n} semanas</numerusform>
            </translation>
        </message>
        <message id="newborn.planned">
            <source>Next eye examination of {name}: {date}</source>
            <extracomment>Keep {date}, {name} as they are; they become names and numbers.</extracomment>
            <translation>Próximo examen de ojos de {name}: {date}</translation>
        </message>
        <message id="newborn.since" numerus="yes">
            <source>{n} days</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 día</numerusform>
                <numerusform>{n} días</numerusform>
            </translation>
        </message>
        <message id="newborn.due">
            <source>due {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>para el {date}</translation>
        </message>
    </context>
    <context>
        <name>letters</name>
        <message id="letter.on">
            <source>Eye screening, {camp}, {day}</source>
            <extracomment>Keep {camp}, {day} as they are; they become names and numbers.</extracomment>
            <translation>Cribado ocular, {camp}, {day}</translation>
        </message>
        <message id="letter.number">
            <source>Your number</source>
            <translation>Su número</translation>
        </message>
        <message id="letter.no-picture">
            <source>No picture was taken</source>
            <translation>No se tomó imagen</translation>
        </message>
        <message id="letter.picture-elsewhere">
            <source>The picture cannot be printed</source>
            <translation>La imagen no se puede imprimir</translation>
        </message>
        <message id="letter.unread">
            <source>Not read yet</source>
            <translation>Aún sin leer</translation>
        </message>
        <message id="letter.where">
            <source>Where to go</source>
            <translation>Adónde ir</translation>
        </message>
        <message id="letter.when">
            <source>Day and time</source>
            <translation>Día y hora</translation>
        </message>
        <message id="letter.read-by">
            <source>Read by {readers}</source>
            <extracomment>Keep {readers} as they are; they become names and numbers.</extracomment>
            <translation>Leído por {readers}</translation>
        </message>
        <message id="letter.rule">
            <source>By the rule {rule}</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>Según la regla {rule}</translation>
        </message>
        <message id="letter.worse">
            <source>If you see worse, or if an eye hurts, go to an eye doctor at once. Take this letter with you.</source>
            <translation>Si ve peor, o si le duele un ojo, vaya enseguida a un oftalmólogo. Lleve esta carta.</translation>
        </message>
        <message id="letter.drawn">
            <source>Marked on the picture of {eye}: {what}</source>
            <extracomment>Keep {eye}, {what} as they are; they become names and numbers.</extracomment>
            <translation>Marcado en la imagen de {eye}: {what}</translation>
        </message>
        <message id="letter.printed">
            <source>Printed {day}, {time}, by {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>Impreso el {day}, {time}, por {by}</translation>
        </message>
        <message id="letter.copy">
            <source>Copy. First printed {day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>Copia. Impresa por primera vez el {day}, {time}</translation>
        </message>
        <message id="letter.replaces">
            <source>This letter takes the place of the one of {day}, {time}. Please destroy that one.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>Esta carta sustituye a la del {day}, {time}. Destruya aquella, por favor.</translation>
        </message>
        <message id="letter.page">
            <source>Page {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Página {n}</translation>
        </message>
        <message id="letters.title">
            <source>Letters</source>
            <translation>Cartas</translation>
        </message>
        <message id="letters.language">
            <source>Language of the letter</source>
            <translation>Idioma de la carta</translation>
        </message>
        <message id="letters.print">
            <source>Print letter</source>
            <translation>Imprimir carta</translation>
        </message>
        <message id="letters.save">
            <source>Keep as PDF</source>
            <translation>Guardar como PDF</translation>
        </message>
        <message id="letters.kept-as">
            <source>The letter of {name} is in {file}</source>
            <extracomment>Keep {file}, {name} as they are; they become names and numbers.</extracomment>
            <translation>La carta de {name} está en {file}</translation>
        </message>
        <message id="letters.was-printed">
            <source>Letter of {name} printed</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Carta de {name} impresa</translation>
        </message>
        <message id="letters.line">
            <source>{day}, {time}, {by}</source>
            <extracomment>Keep {by}, {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}, {time}, {by}</translation>
        </message>
        <message id="letters.out-of-date">
            <source>Out of date</source>
            <translation>Caducada</translation>
        </message>
        <message id="letters.replaced">
            <source>Replaced</source>
            <translation>Sustituida</translation>
        </message>
        <message id="letters.a-copy">
            <source>Copy</source>
            <translation>Copia</translation>
        </message>
        <message id="letters.none">
            <source>No letter yet</source>
            <translation>Aún no hay carta</translation>
        </message>
        <message id="letters.cannot-undo">
            <source>A printed letter cannot be taken back. If the result changes, print one that replaces it.</source>
            <translation>Una carta impresa no se puede recoger. Si el resultado cambia, imprima otra que la sustituya.</translation>
        </message>
        <message id="letters.to-replace">
            <source>Letters to replace</source>
            <translation>Cartas por sustituir</translation>
        </message>
        <message id="letters.says-other">
            <source>The letter says something else than what stands now</source>
            <translation>La carta dice algo distinto de lo que vale ahora</translation>
        </message>
        <message id="letters.refused-eye">
            <source>No letter: nobody has said which eye a picture shows.</source>
            <translation>Sin carta: nadie ha dicho qué ojo muestra una imagen.</translation>
        </message>
        <message id="letters.refused-person">
            <source>No letter: whose pictures these are is in question.</source>
            <translation>Sin carta: está en duda de quién son estas imágenes.</translation>
        </message>
        <message id="letters.refused-grade">
            <source>No letter: nobody has signed a grade of this visit.</source>
            <translation>Sin carta: nadie ha firmado un grado de esta visita.</translation>
        </message>
        <message id="letters.refused-unread">
            <source>No letter: an eye has a picture that nobody has graded in full.</source>
            <translation>Sin carta: un ojo tiene una imagen que nadie ha graduado del todo.</translation>
        </message>
        <message id="letters.refused-name">
            <source>No letter: say who you are first.</source>
            <translation>Sin carta: diga primero quién es usted.</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message id="opening.tagline">
            <source>A face, two eyes, an answer today.</source>
            <translation>Una cara, dos ojos, una respuesta hoy.</translation>
        </message>
        <message id="opening.how">
            <source>Works all day without a network. When one appears, everything goes to headquarters by itself.</source>
            <translation>Funciona todo el día sin red. Cuando aparece una, todo va solo a la central.</translation>
        </message>
        <message id="opening.practice">
            <source>Try it with practice patients</source>
            <translation>Probarlo con pacientes de práctica</translation>
        </message>
        <message id="opening.title">
            <source>Set up this laptop</source>
            <translation>Prepare este portátil</translation>
        </message>
        <message id="opening.title-rest">
            <source>Two minutes. Nothing leaves this laptop before you say so.</source>
            <translation>Dos minutos. Nada sale de este portátil antes de que usted lo diga.</translation>
        </message>
        <message id="opening.camp">
            <source>Camp</source>
            <translation>Campamento</translation>
        </message>
        <message id="opening.camp-name">
            <source>Name and place</source>
            <translation>Nombre y lugar</translation>
        </message>
        <message id="opening.prefix">
            <source>Card prefix</source>
            <translation>Prefijo de tarjeta</translation>
        </message>
        <message id="opening.letter">
            <source>Laptop letter</source>
            <translation>Letra del portátil</translation>
        </message>
        <message id="opening.cards">
            <source>Cards of this laptop will look like {number}. No two laptops of a camp may share a letter.</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>Las tarjetas de este portátil serán como {number}. Dos portátiles de un campamento no pueden compartir letra.</translation>
        </message>
        <message id="opening.passphrase">
            <source>Passphrase</source>
            <translation>Frase de paso</translation>
        </message>
        <message id="opening.words">
            <source>Four or more words</source>
            <translation>Cuatro palabras o más</translation>
        </message>
        <message id="opening.again">
            <source>Once more</source>
            <translation>Otra vez</translation>
        </message>
        <message id="opening.keep">
            <source>Everything on this laptop is encrypted with it. Write it down and keep it with the camp lead.</source>
            <translation>Todo en este portátil se cifra con ella. Anótela y guárdela con el jefe del campamento.</translation>
        </message>
        <message id="opening.differ">
            <source>These two differ.</source>
            <translation>No son iguales.</translation>
        </message>
        <message id="opening.short">
            <source>Looks short.</source>
            <translation>Parece corta.</translation>
        </message>
        <message id="opening.short-rest">
            <source>You can use it anyway.</source>
            <translation>Puede usarla igualmente.</translation>
        </message>
        <message id="opening.too-short">
            <source>Needs at least 8 characters.</source>
            <translation>Necesita al menos 8 caracteres.</translation>
        </message>
        <message id="opening.hq">
            <source>Headquarters</source>
            <translation>Central</translation>
        </message>
        <message id="opening.can-wait">
            <source>can wait</source>
            <translation>puede esperar</translation>
        </message>
        <message id="opening.address">
            <source>Address of its DICOMweb archive</source>
            <translation>Dirección de su archivo DICOMweb</translation>
        </message>
        <message id="opening.start">
            <source>Start the day</source>
            <translation>Empezar el día</translation>
        </message>
        <message id="opening.unlock-title">
            <source>This station is locked</source>
            <translation>Esta estación está bloqueada</translation>
        </message>
        <message id="opening.unlock-rest">
            <source>Enter the passphrase of this laptop. The camp lead has it.</source>
            <translation>Escriba la frase de paso de este portátil. La tiene el jefe del campamento.</translation>
        </message>
        <message id="opening.unlock">
            <source>Unlock</source>
            <translation>Desbloquear</translation>
        </message>
        <message id="practice.sentence">
            <source>Practice: these people are invented, and nothing is kept.</source>
            <translation>Práctica: estas personas son inventadas, y no se guarda nada.</translation>
        </message>
        <message id="practice.cut">
            <source>Cut the network</source>
            <translation>Cortar la red</translation>
        </message>
        <message id="practice.restore">
            <source>Bring the network back</source>
            <translation>Devolver la red</translation>
        </message>
        <message id="practice.stray">
            <source>Send a picture of nobody</source>
            <translation>Enviar una imagen de nadie</translation>
        </message>
        <message id="opening.opening">
            <source>Opening the station…</source>
            <translation>Abriendo la estación…</translation>
        </message>
    </context>
    <context>
        <name>patients</name>
        <message id="sex.F">
            <source>F</source>
            <translation>F</translation>
        </message>
        <message id="sex.M">
            <source>M</source>
            <translation>M</translation>
        </message>
        <message id="sex.O">
            <source>O</source>
            <translation>O</translation>
        </message>
        <message id="sex.female">
            <source>Female</source>
            <translation>Femenino</translation>
        </message>
        <message id="sex.male">
            <source>Male</source>
            <translation>Masculino</translation>
        </message>
        <message id="sex.other">
            <source>Other</source>
            <translation>Otro</translation>
        </message>
        <message id="age.about">
            <source>about {value}</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>unos {value}</translation>
        </message>
        <message id="age.years">
            <source>{value} years</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} años</translation>
        </message>
        <message id="age.months">
            <source>{value} months</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} meses</translation>
        </message>
        <message id="age.weeks">
            <source>{value} weeks</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} semanas</translation>
        </message>
        <message id="age.days">
            <source>{value} days</source>
            <extracomment>Keep {value} as they are; they become names and numbers.</extracomment>
            <translation>{value} días</translation>
        </message>
        <message id="age.ask">
            <source>Write 62, 3m or 1964.</source>
            <translation>Escriba 62, 3m o 1964.</translation>
        </message>
        <message id="age.ask-which">
            <source>Which day is it?</source>
            <translation>¿Qué día es?</translation>
        </message>
        <message id="age.ask-unit">
            <source>Write 10w, 3m or 62.</source>
            <translation>Escriba 10w, 3m o 62.</translation>
        </message>
        <message id="age.ask-calendar">
            <source>Write the age instead.</source>
            <translation>Escriba mejor la edad.</translation>
        </message>
        <message id="alike.same-name">
            <source>Same name</source>
            <translation>Mismo nombre</translation>
        </message>
        <message id="alike.sounds-same">
            <source>Name sounds the same</source>
            <translation>El nombre suena igual</translation>
        </message>
        <message id="alike.other-name">
            <source>Different name</source>
            <translation>Otro nombre</translation>
        </message>
        <message id="alike.same-village">
            <source>Same village, {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>Mismo pueblo, {village}</translation>
        </message>
        <message id="alike.other-village">
            <source>Lives in {village}</source>
            <extracomment>Keep {village} as they are; they become names and numbers.</extracomment>
            <translation>Vive en {village}</translation>
        </message>
        <message id="alike.ages">
            <source>Ages {one} and {other}</source>
            <extracomment>Keep {one}, {other} as they are; they become names and numbers.</extracomment>
            <translation>Edades {one} y {other}</translation>
        </message>
        <message id="alike.other-sex">
            <source>Different sex</source>
            <translation>Otro sexo</translation>
        </message>
        <message id="alike.same-phone">
            <source>Same phone</source>
            <translation>Mismo teléfono</translation>
        </message>
        <message id="alike.other-phone">
            <source>Different phone</source>
            <translation>Otro teléfono</translation>
        </message>
        <message id="alike.same-photo">
            <source>The same photo</source>
            <translation>La misma foto</translation>
        </message>
        <message id="register.title">
            <source>Register</source>
            <translation>Registrar</translation>
        </message>
        <message id="register.today">
            <source>{n} registered today</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} registrados hoy</translation>
        </message>
        <message id="register.given">
            <source>Given name</source>
            <translation>Nombre</translation>
        </message>
        <message id="register.family">
            <source>Family name</source>
            <translation>Apellido</translation>
        </message>
        <message id="register.native">
            <source>Name in own script</source>
            <translation>Nombre en su escritura</translation>
        </message>
        <message id="register.sex">
            <source>Sex</source>
            <translation>Sexo</translation>
        </message>
        <message id="register.age">
            <source>Age or birth year</source>
            <translation>Edad o nacimiento</translation>
        </message>
        <message id="register.village">
            <source>Village</source>
            <translation>Pueblo</translation>
        </message>
        <message id="register.phone">
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message id="register.phone-short">
            <source>Looks short.</source>
            <translation>Parece corto.</translation>
        </message>
        <message id="register.anyway">
            <source>You can save it anyway.</source>
            <translation>Puede guardarlo igualmente.</translation>
        </message>
        <message id="register.consent">
            <source>Agrees to photos and to sharing with headquarters</source>
            <translation>Acepta las fotos y que se compartan con la central</translation>
        </message>
        <message id="register.save">
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message id="register.clear">
            <source>Clear</source>
            <translation>Limpiar</translation>
        </message>
        <message id="register.from-file">
            <source>From file</source>
            <translation>De un archivo</translation>
        </message>
        <message id="register.no-photo">
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message id="register.photo-hint">
            <source>Drop a picture here. The photo is optional.</source>
            <translation>Suelte aquí una imagen. La foto es opcional.</translation>
        </message>
        <message id="register.photo">
            <source>Headshot</source>
            <translation>Retrato</translation>
        </message>
        <message id="register.photo-of">
            <source>Photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Foto de {name}</translation>
        </message>
        <message id="webcam.take">
            <source>Take photo</source>
            <translation>Tomar foto</translation>
        </message>
        <message id="webcam.again">
            <source>Take again</source>
            <translation>Repetir foto</translation>
        </message>
        <message id="webcam.stop">
            <source>Stop</source>
            <translation>Parar</translation>
        </message>
        <message id="webcam.which">
            <source>Webcam</source>
            <translation>Cámara web</translation>
        </message>
        <message id="webcam.starting">
            <source>The webcam is starting.</source>
            <translation>La cámara web se está encendiendo.</translation>
        </message>
        <message id="webcam.live">
            <source>Live picture. Space takes the photo.</source>
            <translation>Imagen en vivo. La barra espaciadora toma la foto.</translation>
        </message>
        <message id="webcam.none">
            <source>No webcam is plugged in. Plug one in, or choose a file.</source>
            <translation>No hay ninguna cámara web conectada. Conecte una o elija un archivo.</translation>
        </message>
        <message id="webcam.gone">
            <source>The webcam has gone away. Plug it in again, or choose a file.</source>
            <translation>La cámara web se ha desconectado. Conéctela de nuevo o elija un archivo.</translation>
        </message>
        <message id="webcam.busy">
            <source>The webcam cannot be opened. Another program may be using it: close that, or choose a file.</source>
            <translation>No se puede abrir la cámara web. Quizá la use otro programa: ciérrelo o elija un archivo.</translation>
        </message>
        <message id="webcam.silent">
            <source>No picture comes from the webcam. Another program may be using it: close that, or choose a file.</source>
            <translation>No llega ninguna imagen de la cámara web. Quizá la use otro programa: ciérrelo o elija un archivo.</translation>
        </message>
        <message id="webcam.missing">
            <source>Webcams need something that is not on this laptop: {what}. Choose a file.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>Las cámaras web necesitan algo que no está en este portátil: {what}. Elija un archivo.</translation>
        </message>
        <message id="phone.offer">
            <source>Photograph with a phone</source>
            <translation>Fotografiar con un teléfono</translation>
        </message>
        <message id="phone.scan">
            <source>Scan this with the phone's camera.</source>
            <translation>Escanee esto con la cámara del teléfono.</translation>
        </message>
        <message id="phone.left">
            <source>For this photo only. It ends in {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>Solo para esta foto. Termina en {time}.</translation>
        </message>
        <message id="phone.over">
            <source>The code has ended, and no photo came. Ask for a new one.</source>
            <translation>El código ha terminado y no llegó ninguna foto. Pida uno nuevo.</translation>
        </message>
        <message id="phone.run-out">
            <source>Phones would warn: this laptop's certificate has run out, or its clock is wrong. Use another way.</source>
            <translation>Los teléfonos avisarían: el certificado de este portátil ha caducado o su reloj está mal. Haga la foto de otra manera.</translation>
        </message>
        <message id="phone.received-form">
            <source>The photo is on the laptop's form. It is kept when the person is registered there.</source>
            <translation>La foto está en el formulario del portátil. Se guarda cuando se registra allí a la persona.</translation>
        </message>
        <message id="phone.received-person">
            <source>The photo is on the laptop. Look there: the laptop says when it is kept.</source>
            <translation>La foto está en el portátil. Mírelo: dice cuándo queda guardada.</translation>
        </message>
        <message id="phone.page-title">
            <source>Photo for the laptop</source>
            <translation>Foto para el portátil</translation>
        </message>
        <message id="phone.page-ask">
            <source>Take a photo of the face of the person beside you. It goes to the form that is open on the laptop.</source>
            <translation>Haga una foto de la cara de la persona que está a su lado. Va al formulario abierto en el portátil.</translation>
        </message>
        <message id="phone.page-choose">
            <source>Take photo</source>
            <translation>Hacer foto</translation>
        </message>
        <message id="phone.page-send">
            <source>Send to the laptop</source>
            <translation>Enviar al portátil</translation>
        </message>
        <message id="phone.page-ended">
            <source>This link has ended. Nothing was stored. Ask for a new code at the laptop.</source>
            <translation>Este enlace ha terminado. No se guardó nada. Pida un código nuevo en el portátil.</translation>
        </message>
        <message id="phone.page-other">
            <source>This is not a photo that can be read. Nothing was stored. Send a JPEG or PNG.</source>
            <translation>Esto no es una foto que se pueda leer. No se guardó nada. Envíe un JPEG o PNG.</translation>
        </message>
        <message id="phone.page-large">
            <source>This photo is too large. Nothing was stored. Choose a smaller size in the camera.</source>
            <translation>Esta foto es demasiado grande. No se guardó nada. Elija un tamaño menor en la cámara.</translation>
        </message>
        <message id="phone.page-busy">
            <source>Another photo comes by this link just now. Nothing of yours was stored.</source>
            <translation>En este momento llega otra foto por este enlace. No se guardó nada de la suya.</translation>
        </message>
        <message id="phone.page-trouble">
            <source>That did not work, and nothing was stored. Try again, or take the photo at the laptop.</source>
            <translation>No funcionó y no se guardó nada. Inténtelo de nuevo o haga la foto en el portátil.</translation>
        </message>
        <message id="register.answer-first">
            <source>First say who it is.</source>
            <translation>Diga primero quién es.</translation>
        </message>
        <message id="register.nameless">
            <source>A name is needed.</source>
            <translation>Hace falta un nombre.</translation>
        </message>
        <message id="register.alike">
            <source>Already here?</source>
            <translation>¿Ya está aquí?</translation>
        </message>
        <message id="register.alike-count">
            <source>{n} look alike</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} parecidos</translation>
        </message>
        <message id="register.new">
            <source>New, just now</source>
            <translation>Nuevo, ahora mismo</translation>
        </message>
        <message id="register.since">
            <source>Here since {time}</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>Aquí desde {time}</translation>
        </message>
        <message id="register.same-person">
            <source>Same person</source>
            <translation>Misma persona</translation>
        </message>
        <message id="register.someone-else">
            <source>Someone else</source>
            <translation>Otra persona</translation>
        </message>
        <message id="register.never-joins">
            <source>Nothing is joined unless you say so.</source>
            <translation>No se une nada si usted no lo dice.</translation>
        </message>
        <message id="patients.title">
            <source>Patients</source>
            <translation>Pacientes</translation>
        </message>
        <message id="patients.count" numerus="yes">
            <source>{n} people on this laptop</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} persona en este portátil</numerusform>
                <numerusform>{n} personas en este portátil</numerusform>
            </translation>
        </message>
        <message id="patients.search">
            <source>Name, ID, phone, or scan a card</source>
            <translation>Nombre, número, teléfono, o lea una tarjeta</translation>
        </message>
        <message id="patients.none">
            <source>Nobody fits on this laptop</source>
            <translation>Nadie coincide en este portátil</translation>
        </message>
        <message id="patients.none-rest">
            <source>Try fewer letters, or register the person.</source>
            <translation>Pruebe con menos letras, o registre a la persona.</translation>
        </message>
        <message id="patients.empty">
            <source>Nobody is registered yet</source>
            <translation>Aún no hay nadie registrado</translation>
        </message>
        <message id="patients.empty-rest">
            <source>Register the first person, or let a camera send a picture.</source>
            <translation>Registre a la primera persona, o deje que una cámara envíe una imagen.</translation>
        </message>
        <message id="patient.born">
            <source>born {date}</source>
            <extracomment>Keep {date} as they are; they become names and numbers.</extracomment>
            <translation>nacimiento {date}</translation>
        </message>
        <message id="patient.born-about">
            <source>born about {year}</source>
            <extracomment>Keep {year} as they are; they become names and numbers.</extracomment>
            <translation>nacimiento hacia {year}</translation>
        </message>
        <message id="patient.card">
            <source>Card</source>
            <translation>Tarjeta</translation>
        </message>
        <message id="patient.visits">
            <source>Visits</source>
            <translation>Visitas</translation>
        </message>
        <message id="patient.today">
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message id="patient.read">
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message id="patient.to-camera">
            <source>To camera</source>
            <translation>A la cámara</translation>
        </message>
        <message id="patient.photo">
            <source>Photo from file</source>
            <translation>Foto de archivo</translation>
        </message>
        <message id="patient.consent">
            <source>Consent given</source>
            <translation>Dio su consentimiento</translation>
        </message>
        <message id="patient.no-consent">
            <source>No consent</source>
            <translation>Sin consentimiento</translation>
        </message>
        <message id="patient.consent-unasked">
            <source>Consent not asked</source>
            <translation>Consentimiento sin preguntar</translation>
        </message>
        <message id="patient.known-as">
            <source>Known as</source>
            <translation>También llamado</translation>
        </message>
        <message id="patient.here">
            <source>Here</source>
            <translation>Aquí</translation>
        </message>
        <message id="patient.details">
            <source>Details</source>
            <translation>Datos</translation>
        </message>
        <message id="patient.pictures" numerus="yes">
            <source>{n} pictures</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} imagen</numerusform>
                <numerusform>{n} imágenes</numerusform>
            </translation>
        </message>
        <message id="patient.no-pictures">
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message id="patient.unknown-eye" numerus="yes">
            <source>{n} pictures without an eye</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>{n} imagen sin ojo</numerusform>
                <numerusform>{n} imágenes sin ojo</numerusform>
            </translation>
        </message>
        <message id="patient.no-visits-rest">
            <source>Pictures appear here by themselves when the camera sends them.</source>
            <translation>Las imágenes aparecen aquí solas cuando la cámara las envía.</translation>
        </message>
        <message id="patient.called">
            <source>{name} is at the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} está ante la cámara</translation>
        </message>
        <message id="patient.new-photo">
            <source>New photo</source>
            <translation>Foto nueva</translation>
        </message>
        <message id="patient.photo-set">
            <source>New photo of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Foto nueva de {name}</translation>
        </message>
        <message id="patient.shared-photo">
            <source>This photo is also shown for {name}, {number}. Whose face is it?</source>
            <extracomment>Keep {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>Esta foto también se muestra para {name}, {number}. ¿De quién es la cara?</translation>
        </message>
        <message id="patient.not-this-face">
            <source>Not {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>No es {name}</translation>
        </message>
        <message id="patient.open-other">
            <source>Open {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Abrir a {name}</translation>
        </message>
        <message id="patient.photo-away">
            <source>The photo is taken away from {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Se le quitó la foto a {name}</translation>
        </message>
        <message id="join.offer">
            <source>Same person as…</source>
            <translation>Es la misma persona que…</translation>
        </message>
        <message id="join.search">
            <source>Whose other record?</source>
            <translation>¿De quién es el otro registro?</translation>
        </message>
        <message id="join.close">
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message id="join.differ">
            <source>Sex or birth year differ. Press again if it really is one person.</source>
            <translation>El sexo o el año de nacimiento no coinciden. Pulse otra vez si de verdad es una sola persona.</translation>
        </message>
        <message id="join.done">
            <source>{name} and {other} are one person</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} y {other} son una sola persona</translation>
        </message>
        <message id="join.parted">
            <source>{name} and {other} are two people</source>
            <extracomment>Keep {name}, {other} as they are; they become names and numbers.</extracomment>
            <translation>{name} y {other} son dos personas</translation>
        </message>
        <message id="join.sort">
            <source>{n} new since they were joined: look whose they are.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Nuevo desde la unión: {n}. Mire de quién es.</translation>
        </message>
        <message id="join.joined">
            <source>One person with {name}, {number}. Joined by {by}, {date}.</source>
            <extracomment>Keep {by}, {date}, {name}, {number} as they are; they become names and numbers.</extracomment>
            <translation>Una sola persona con {name}, {number}. Unidos por {by}, {date}.</translation>
        </message>
        <message id="join.part">
            <source>They are two people</source>
            <translation>Son dos personas</translation>
        </message>
        <message id="join.under">
            <source>under {number}</source>
            <extracomment>Keep {number} as they are; they become names and numbers.</extracomment>
            <translation>con el número {number}</translation>
        </message>
        <message id="patient.photos">
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message id="patient.earlier-photo">
            <source>Show the earlier photo</source>
            <translation>Mostrar la foto anterior</translation>
        </message>
        <message id="patient.from">
            <source>from {camera}</source>
            <extracomment>Keep {camera} as they are; they become names and numbers.</extracomment>
            <translation>de {camera}</translation>
        </message>
        <message id="trail.title">
            <source>Who did what</source>
            <translation>Quién hizo qué</translation>
        </message>
        <message id="trail.more">
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message id="trail.line">
            <source>{day}, {time}</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>{day}, {time}</translation>
        </message>
        <message id="trail.nobody">
            <source>nobody signed in</source>
            <translation>nadie identificado</translation>
        </message>
        <message id="trail.station">
            <source>this laptop</source>
            <translation>este portátil</translation>
        </message>
        <message id="trail.hq">
            <source>HQ</source>
            <translation>la central</translation>
        </message>
        <message id="trail.import">
            <source>an import</source>
            <translation>una importación</translation>
        </message>
        <message id="trail.program">
            <source>program {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>programa {name}</translation>
        </message>
        <message id="trail.times">
            <source>{what} ({n} times)</source>
            <extracomment>Keep {n}, {what} as they are; they become names and numbers.</extracomment>
            <translation>{what} ({n} veces)</translation>
        </message>
        <message id="trail.patient-create">
            <source>registered the person</source>
            <translation>registró a la persona</translation>
        </message>
        <message id="trail.patient-amend">
            <source>changed what is known of the person</source>
            <translation>cambió los datos de la persona</translation>
        </message>
        <message id="trail.patient-forget">
            <source>removed the person</source>
            <translation>quitó a la persona</translation>
        </message>
        <message id="trail.card-create">
            <source>printed the card</source>
            <translation>imprimió la tarjeta</translation>
        </message>
        <message id="trail.card-amend">
            <source>met somebody else with this card</source>
            <translation>encontró a otra persona con esta tarjeta</translation>
        </message>
        <message id="trail.joined">
            <source>joined two records</source>
            <translation>unió dos registros</translation>
        </message>
        <message id="trail.parted">
            <source>parted two records</source>
            <translation>separó dos registros</translation>
        </message>
        <message id="trail.instance-create">
            <source>picture arrived: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>llegó una imagen: {what}</translation>
        </message>
        <message id="trail.instance-amend">
            <source>picture put right</source>
            <translation>corrigió una imagen</translation>
        </message>
        <message id="trail.instance-forget">
            <source>removed a picture</source>
            <translation>quitó una imagen</translation>
        </message>
        <message id="trail.moved">
            <source>moved a picture</source>
            <translation>movió una imagen</translation>
        </message>
        <message id="trail.hidden">
            <source>hid a picture</source>
            <translation>ocultó una imagen</translation>
        </message>
        <message id="trail.shown">
            <source>showed a hidden picture again</source>
            <translation>volvió a mostrar una imagen oculta</translation>
        </message>
        <message id="trail.eye">
            <source>eye: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>ojo: {was} → {now}</translation>
        </message>
        <message id="trail.field">
            <source>field: {was} → {now}</source>
            <extracomment>Keep {now}, {was} as they are; they become names and numbers.</extracomment>
            <translation>campo: {was} → {now}</translation>
        </message>
        <message id="trail.unknown">
            <source>not stated</source>
            <translation>no indicado</translation>
        </message>
        <message id="trail.opinion-create">
            <source>graded the {eye}</source>
            <extracomment>Keep {eye} as they are; they become names and numbers.</extracomment>
            <translation>evaluó el {eye}</translation>
        </message>
        <message id="trail.referral-create">
            <source>decided: to be seen</source>
            <translation>decidió: debe ser visto</translation>
        </message>
        <message id="trail.referral-amend">
            <source>changed the referral</source>
            <translation>cambió la derivación</translation>
        </message>
        <message id="trail.told">
            <source>told the person</source>
            <translation>avisó a la persona</translation>
        </message>
        <message id="trail.untold">
            <source>not told after all</source>
            <translation>en realidad no fue avisada</translation>
        </message>
        <message id="trail.seen">
            <source>closed the referral</source>
            <translation>cerró la derivación</translation>
        </message>
        <message id="trail.reopened">
            <source>opened the referral again</source>
            <translation>abrió de nuevo la derivación</translation>
        </message>
        <message id="trail.letter-create">
            <source>printed a letter</source>
            <translation>imprimió una carta</translation>
        </message>
        <message id="trail.photo-create">
            <source>took a headshot</source>
            <translation>tomó una foto del rostro</translation>
        </message>
        <message id="trail.photo-amend">
            <source>showed an earlier headshot</source>
            <translation>mostró una foto anterior</translation>
        </message>
        <message id="trail.photo-forget">
            <source>took a headshot away</source>
            <translation>quitó una foto del rostro</translation>
        </message>
        <message id="trail.turn-create">
            <source>called to the camera</source>
            <translation>llamó a la cámara</translation>
        </message>
        <message id="trail.turn-amend">
            <source>left the camera</source>
            <translation>dejó la cámara</translation>
        </message>
        <message id="trail.quality-create">
            <source>judged a picture</source>
            <translation>juzgó una imagen</translation>
        </message>
        <message id="trail.annotation-create">
            <source>drew on a picture</source>
            <translation>dibujó en una imagen</translation>
        </message>
        <message id="trail.annotation-back">
            <source>took a drawing back</source>
            <translation>quitó un dibujo</translation>
        </message>
    </context>
    <context>
        <name>problems</name>
        <message id="problem.Problem">
            <source>This did not work</source>
            <translation>No funcionó</translation>
        </message>
        <message id="problem.Problem.do">
            <source>Try once more.</source>
            <translation>Inténtelo otra vez.</translation>
        </message>
        <message id="problem.Invalid">
            <source>This cannot be used</source>
            <translation>Esto no se puede usar</translation>
        </message>
        <message id="problem.Invalid.do">
            <source>Look at what was entered and change it.</source>
            <translation>Mire lo que se escribió y cámbielo.</translation>
        </message>
        <message id="problem.TooLarge">
            <source>This is too large</source>
            <translation>Es demasiado grande</translation>
        </message>
        <message id="problem.TooLarge.do">
            <source>Choose a smaller file.</source>
            <translation>Elija un archivo más pequeño.</translation>
        </message>
        <message id="problem.Unsupported">
            <source>This kind is not read</source>
            <translation>Este tipo no se lee</translation>
        </message>
        <message id="problem.Unsupported.do">
            <source>Choose a JPEG or PNG picture, or a DICOM file.</source>
            <translation>Elija una imagen JPEG o PNG, o un archivo DICOM.</translation>
        </message>
        <message id="problem.NotFound">
            <source>It is not here</source>
            <translation>No está aquí</translation>
        </message>
        <message id="problem.NotFound.do">
            <source>Search again by name or number.</source>
            <translation>Busque otra vez por nombre o número.</translation>
        </message>
        <message id="problem.Gone">
            <source>It was removed</source>
            <translation>Se retiró</translation>
        </message>
        <message id="problem.Gone.do">
            <source>Its history is kept.</source>
            <translation>Su historia se conserva.</translation>
        </message>
        <message id="problem.Conflict">
            <source>Somebody changed it meanwhile</source>
            <translation>Alguien lo cambió mientras tanto</translation>
        </message>
        <message id="problem.Conflict.do">
            <source>Look at the new values, then decide.</source>
            <translation>Mire los valores nuevos y decida.</translation>
        </message>
        <message id="problem.Refused">
            <source>This is not allowed</source>
            <translation>Esto no está permitido</translation>
        </message>
        <message id="problem.Refused.do">
            <source>Ask the camp's lead.</source>
            <translation>Pregunte al jefe del campamento.</translation>
        </message>
        <message id="problem.Unauthorized">
            <source>Nobody is signed in</source>
            <translation>Nadie se ha identificado</translation>
        </message>
        <message id="problem.Unauthorized.do">
            <source>Sign in, or ask for a new key.</source>
            <translation>Identifíquese, o pida una clave nueva.</translation>
        </message>
        <message id="problem.Unavailable">
            <source>Busy just now</source>
            <translation>Ocupado en este momento</translation>
        </message>
        <message id="problem.Unavailable.do">
            <source>Work on. Eyecamp tries again by itself.</source>
            <translation>Siga trabajando. Eyecamp lo intenta de nuevo solo.</translation>
        </message>
        <message id="problem.Offline">
            <source>No network</source>
            <translation>Sin red</translation>
        </message>
        <message id="problem.Offline.do">
            <source>Work on. Sending starts by itself when a network appears.</source>
            <translation>Siga trabajando. El envío empieza solo cuando aparece una red.</translation>
        </message>
        <message id="problem.Portal">
            <source>A login page answered</source>
            <translation>Respondió una página de acceso</translation>
        </message>
        <message id="problem.Portal.do">
            <source>Open a web browser and sign in to this network.</source>
            <translation>Abra un navegador e identifíquese en esta red.</translation>
        </message>
        <message id="problem.StorageFull">
            <source>This laptop is full</source>
            <translation>Este portátil está lleno</translation>
        </message>
        <message id="problem.StorageFull.do">
            <source>Free some space; cameras keep their pictures until then.</source>
            <translation>Libere espacio; hasta entonces las cámaras guardan sus imágenes.</translation>
        </message>
        <message id="problem.Damaged">
            <source>A file is damaged</source>
            <translation>Un archivo está dañado</translation>
        </message>
        <message id="problem.Damaged.do">
            <source>It is set aside. Take or send the picture again if you can.</source>
            <translation>Se ha apartado. Tome o envíe la imagen otra vez si puede.</translation>
        </message>
        <message id="problem.Locked">
            <source>The station is locked</source>
            <translation>La estación está bloqueada</translation>
        </message>
        <message id="problem.Locked.do">
            <source>Close the other Eyecamp, or enter the passphrase again.</source>
            <translation>Cierre el otro Eyecamp, o escriba la frase de paso otra vez.</translation>
        </message>
    </context>
    <context>
        <name>questions</name>
        <message id="question.name">
            <source>Two names</source>
            <translation>Dos nombres</translation>
        </message>
        <message id="question.gender">
            <source>Two sexes</source>
            <translation>Dos sexos</translation>
        </message>
        <message id="question.birthDate">
            <source>Two dates of birth</source>
            <translation>Dos fechas de nacimiento</translation>
        </message>
        <message id="question.address">
            <source>Two villages</source>
            <translation>Dos pueblos</translation>
        </message>
        <message id="question.removed">
            <source>Removed on one side</source>
            <translation>Eliminado en un lado</translation>
        </message>
        <message id="question.other">
            <source>Two versions of a record</source>
            <translation>Dos versiones de un registro</translation>
        </message>
        <message id="question.before">
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message id="question.here">
            <source>This laptop says</source>
            <translation>Este equipo dice</translation>
        </message>
        <message id="question.there">
            <source>Headquarters says</source>
            <translation>La central dice</translation>
        </message>
        <message id="question.nothing">
            <source>nothing</source>
            <translation>nada</translation>
        </message>
        <message id="question.keep-mine">
            <source>Send ours</source>
            <translation>Enviar lo nuestro</translation>
        </message>
        <message id="question.keep-theirs">
            <source>Take theirs</source>
            <translation>Tomar lo suyo</translation>
        </message>
        <message id="question.keep-both">
            <source>Each keeps its own</source>
            <translation>Cada uno lo suyo</translation>
        </message>
        <message id="question.decided">
            <source>Decided. The next sync follows it.</source>
            <translation>Decidido. La próxima sincronización lo aplica.</translation>
        </message>
        <message id="records.title">
            <source>Records</source>
            <translation>Registros</translation>
        </message>
        <message id="records.waiting">
            <source>Not shown by headquarters yet: {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>La central aún no los ha mostrado: {n}</translation>
        </message>
        <message id="records.alone">
            <source>On this laptop alone: {n}. This headquarters takes pictures only.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Solo en este equipo: {n}. Esta central solo acepta imágenes.</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message id="hq.list-page-large">
            <source>A page of the list of headquarters is too large.</source>
            <translation>Una página de la lista de la central es demasiado grande.</translation>
        </message>
        <message id="hq.loses-halves">
            <source>Headquarters loses what has come of this picture.</source>
            <translation>La central pierde lo que ya había llegado de esta imagen.</translation>
        </message>
        <message id="hq.picture-cut">
            <source>The bytes of a picture are not those that came in.</source>
            <translation>Los bytes de una imagen no son los que llegaron.</translation>
        </message>
        <message id="hq.no-small-pictures">
            <source>Headquarters makes no small pictures.</source>
            <translation>La central no hace imágenes pequeñas.</translation>
        </message>
        <message id="hq.line-closed">
            <source>The line to headquarters was closed.</source>
            <translation>Se cerró la conexión con la central.</translation>
        </message>
        <message id="hq.closed-while-sending">
            <source>Eyecamp was closed while this picture was being sent.</source>
            <translation>Eyecamp se cerró mientras se enviaba esta imagen.</translation>
        </message>
        <message id="hq.no-list">
            <source>Headquarters answered with something that is not a list.</source>
            <translation>La central respondió con algo que no es una lista.</translation>
        </message>
        <message id="hq.not-as-stored">
            <source>Headquarters cannot give the picture in the form it is stored in.</source>
            <translation>La central no puede dar la imagen en la forma en que está guardada.</translation>
        </message>
        <message id="hq.could-not-process">
            <source>Headquarters could not process this picture.</source>
            <translation>La central no pudo procesar esta imagen.</translation>
        </message>
        <message id="hq.could-not-read">
            <source>Headquarters could not read this picture.</source>
            <translation>La central no pudo leer esta imagen.</translation>
        </message>
        <message id="hq.did-not-say">
            <source>Headquarters did not say what became of this picture.</source>
            <translation>La central no dijo qué pasó con esta imagen.</translation>
        </message>
        <message id="hq.request-refused">
            <source>Headquarters did not take the request ({status}).</source>
            <extracomment>Keep {status} as they are; they become names and numbers.</extracomment>
            <translation>La central no aceptó la petición ({status}).</translation>
        </message>
        <message id="hq.picture-refused">
            <source>Headquarters did not take this picture (reason {reason}).</source>
            <extracomment>Keep {reason} as they are; they become names and numbers.</extracomment>
            <translation>La central no aceptó esta imagen (motivo {reason}).</translation>
        </message>
        <message id="hq.not-understood">
            <source>Headquarters did not understand what was sent.</source>
            <translation>La central no entendió lo que se envió.</translation>
        </message>
        <message id="hq.not-allowed">
            <source>Headquarters does not allow this to this station.</source>
            <translation>La central no permite esto a esta estación.</translation>
        </message>
        <message id="hq.no-end">
            <source>Headquarters does not come to an end with its answer.</source>
            <translation>La central no termina de responder.</translation>
        </message>
        <message id="hq.no-person-yet">
            <source>Headquarters does not have this person yet.</source>
            <translation>La central aún no tiene a esta persona.</translation>
        </message>
        <message id="hq.token-unknown">
            <source>Headquarters does not know this station's token.</source>
            <translation>La central no conoce el código de acceso de esta estación.</translation>
        </message>
        <message id="hq.may-not-send">
            <source>Headquarters does not let this station send pictures.</source>
            <translation>La central no deja que esta estación envíe imágenes.</translation>
        </message>
        <message id="hq.place-unknown">
            <source>Headquarters does not say where the pictures of this visit are.</source>
            <translation>La central no dice dónde están las imágenes de esta visita.</translation>
        </message>
        <message id="hq.record-otherwise">
            <source>Headquarters does not show this record any more as it was confirmed.</source>
            <translation>La central ya no muestra este registro como fue confirmado.</translation>
        </message>
        <message id="hq.form-refused">
            <source>Headquarters does not take pictures in this form.</source>
            <translation>La central no acepta imágenes en esta forma.</translation>
        </message>
        <message id="hq.compression-refused">
            <source>Headquarters does not take this kind of compression.</source>
            <translation>La central no acepta este tipo de compresión.</translation>
        </message>
        <message id="hq.kind-refused">
            <source>Headquarters does not take this kind of picture.</source>
            <translation>La central no acepta este tipo de imagen.</translation>
        </message>
        <message id="hq.picture-lost">
            <source>Headquarters had this picture, and has lost it.</source>
            <translation>La central tenía esta imagen y la ha perdido.</translation>
        </message>
        <message id="hq.record-lost">
            <source>Headquarters had this record, and has lost it.</source>
            <translation>La central tenía este registro y lo ha perdido.</translation>
        </message>
        <message id="hq.another-picture">
            <source>Headquarters has another picture under this number.</source>
            <translation>La central tiene otra imagen con este número.</translation>
        </message>
        <message id="hq.no-archive">
            <source>Headquarters has no archive at this address.</source>
            <translation>La central no tiene ningún archivo en esta dirección.</translation>
        </message>
        <message id="hq.no-records">
            <source>Headquarters has no records at this address.</source>
            <translation>La central no tiene registros en esta dirección.</translation>
        </message>
        <message id="hq.no-room">
            <source>Headquarters has no room for this picture just now.</source>
            <translation>La central no tiene sitio para esta imagen ahora.</translation>
        </message>
        <message id="hq.removed-there">
            <source>Headquarters has removed this.</source>
            <translation>La central lo ha eliminado.</translation>
        </message>
        <message id="hq.something-else">
            <source>Headquarters has something else under this number.</source>
            <translation>La central tiene otra cosa con este número.</translation>
        </message>
        <message id="hq.not-shown-what">
            <source>Headquarters has this picture, but does not show what it is.</source>
            <translation>La central tiene esta imagen, pero no muestra qué es.</translation>
        </message>
        <message id="hq.differs">
            <source>Headquarters has this picture, but {what} differs.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>La central tiene esta imagen, pero difiere: {what}.</translation>
        </message>
        <message id="hq.differ">
            <source>Headquarters has this picture, but {what} differ.</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>La central tiene esta imagen, pero difieren: {what}.</translation>
        </message>
        <message id="hq.record-twice">
            <source>Headquarters has this record more than once.</source>
            <translation>La central tiene este registro más de una vez.</translation>
        </message>
        <message id="hq.busy">
            <source>Headquarters is busy.</source>
            <translation>La central está ocupada.</translation>
        </message>
        <message id="hq.fhir-edition">
            <source>Headquarters keeps records in an edition of FHIR that Eyecamp does not speak.</source>
            <translation>La central guarda los registros en una edición de FHIR que Eyecamp no habla.</translation>
        </message>
        <message id="hq.place-not-encrypted">
            <source>Headquarters named a place for pictures that does not encrypt.</source>
            <translation>La central indicó un lugar para imágenes que no cifra.</translation>
        </message>
        <message id="hq.fixed-there">
            <source>Headquarters says something else, and lets no station change it.</source>
            <translation>La central dice otra cosa y no deja que ninguna estación lo cambie.</translation>
        </message>
        <message id="hq.somebody-must-choose">
            <source>Headquarters says something else. Somebody must choose.</source>
            <translation>La central dice otra cosa. Alguien debe elegir.</translation>
        </message>
        <message id="hq.number-not-valid">
            <source>Headquarters says that the picture's number is not valid.</source>
            <translation>La central dice que el número de la imagen no es válido.</translation>
        </message>
        <message id="hq.not-of-visit">
            <source>Headquarters says that this picture does not belong to its visit.</source>
            <translation>La central dice que esta imagen no pertenece a su visita.</translation>
        </message>
        <message id="hq.too-slow">
            <source>Headquarters sends too slowly to be waited for.</source>
            <translation>La central envía demasiado despacio para esperarla.</translation>
        </message>
        <message id="hq.sent-elsewhere">
            <source>Headquarters sent us on to another server. That is not followed.</source>
            <translation>La central nos envió a otro servidor. Eso no se sigue.</translation>
        </message>
        <message id="hq.shown-again">
            <source>Headquarters shows this record again, which was removed here.</source>
            <translation>La central vuelve a mostrar este registro, que se eliminó aquí.</translation>
        </message>
        <message id="hq.still-shown">
            <source>Headquarters still shows this record, which was removed here.</source>
            <translation>La central aún muestra este registro, que se eliminó aquí.</translation>
        </message>
        <message id="hq.kept-from-elsewhere">
            <source>Headquarters has this from elsewhere and keeps it, though it was removed here. Somebody there must look.</source>
            <translation>La central lo tiene de otra fuente y lo conserva, aunque se eliminó aquí. Alguien allí debe mirarlo.</translation>
        </message>
        <message id="hq.kept-changed">
            <source>Headquarters keeps this, which was removed here: somebody changed it there. Somebody there must look.</source>
            <translation>La central conserva esto, que se eliminó aquí: alguien lo cambió allí. Alguien allí debe mirarlo.</translation>
        </message>
        <message id="hq.kept-pictures">
            <source>Headquarters keeps this visit, which was removed here: it has its pictures. Somebody there must look.</source>
            <translation>La central conserva esta visita, que se eliminó aquí: tiene sus imágenes. Alguien allí debe mirarla.</translation>
        </message>
        <message id="hq.stopped-answering">
            <source>Headquarters stopped answering.</source>
            <translation>La central dejó de responder.</translation>
        </message>
        <message id="hq.takes-no-appointments">
            <source>Headquarters takes no appointments.</source>
            <translation>La central no acepta citas.</translation>
        </message>
        <message id="hq.takes-no-grades">
            <source>Headquarters takes no grades.</source>
            <translation>La central no acepta gradaciones.</translation>
        </message>
        <message id="hq.takes-no-headshots">
            <source>Headquarters takes no headshots.</source>
            <translation>La central no acepta retratos.</translation>
        </message>
        <message id="hq.takes-no-people">
            <source>Headquarters takes no new people from stations.</source>
            <translation>La central no acepta personas nuevas de las estaciones.</translation>
        </message>
        <message id="hq.takes-no-referrals">
            <source>Headquarters takes no referrals.</source>
            <translation>La central no acepta derivaciones.</translation>
        </message>
        <message id="hq.takes-no-visits">
            <source>Headquarters takes no visits.</source>
            <translation>La central no acepta visitas.</translation>
        </message>
        <message id="hq.not-stored">
            <source>Headquarters takes this picture again and again without storing it.</source>
            <translation>La central recibe esta imagen una y otra vez sin guardarla.</translation>
        </message>
        <message id="hq.not-shown-yet">
            <source>Headquarters took this picture, but does not show it yet.</source>
            <translation>La central recibió esta imagen, pero aún no la muestra.</translation>
        </message>
        <message id="hq.record-not-shown">
            <source>Headquarters took this record, but does not show it as it was sent.</source>
            <translation>La central recibió este registro, pero no lo muestra como se envió.</translation>
        </message>
        <message id="hq.none-set-up">
            <source>No headquarters is set up.</source>
            <translation>No hay ninguna central configurada.</translation>
        </message>
        <message id="hq.not-decided">
            <source>Nobody has decided this yet.</source>
            <translation>Nadie ha decidido esto todavía.</translation>
        </message>
        <message id="hq.whose-picture">
            <source>Nobody has said yet whose picture this is.</source>
            <translation>Nadie ha dicho todavía de quién es esta imagen.</translation>
        </message>
        <message id="hq.whose">
            <source>Nobody has said yet whose this is.</source>
            <translation>Nadie ha dicho todavía de quién es esto.</translation>
        </message>
        <message id="hq.changed-there">
            <source>Somebody changed this at headquarters meanwhile.</source>
            <translation>Alguien cambió esto en la central mientras tanto.</translation>
        </message>
        <message id="hq.decided-already">
            <source>Somebody has already decided this.</source>
            <translation>Alguien ya ha decidido esto.</translation>
        </message>
        <message id="hq.certificate">
            <source>Something answered that cannot prove to be headquarters: its certificate is not valid.</source>
            <translation>Respondió algo que no puede probar que es la central: su certificado no es válido.</translation>
        </message>
        <message id="hq.not-headquarters">
            <source>Something answered that is not headquarters, perhaps the login page of this network.</source>
            <translation>Respondió algo que no es la central, quizá la página de acceso de esta red.</translation>
        </message>
        <message id="hq.address-unreadable">
            <source>The address of headquarters cannot be read.</source>
            <translation>La dirección de la central no se puede leer.</translation>
        </message>
        <message id="hq.address-form">
            <source>The address of headquarters must look like https://host/dicom-web.</source>
            <translation>La dirección de la central debe ser como https://host/dicom-web.</translation>
        </message>
        <message id="hq.answer-damaged">
            <source>The answer of headquarters came damaged.</source>
            <translation>La respuesta de la central llegó dañada.</translation>
        </message>
        <message id="hq.two-people">
            <source>The camera used one visit number for two people. A person must look at this visit first.</source>
            <translation>La cámara usó un número de visita para dos personas. Alguien debe mirar primero esta visita.</translation>
        </message>
        <message id="hq.line-broke">
            <source>The line to headquarters broke.</source>
            <translation>Se cortó la línea con la central.</translation>
        </message>
        <message id="hq.line-too-short">
            <source>The line to headquarters breaks too early for a picture of this size. It is tried again every hour, and can go by stick.</source>
            <translation>La línea con la central se corta demasiado pronto para una imagen de este tamaño. Se vuelve a intentar cada hora, y puede ir por memoria USB.</translation>
        </message>
        <message id="hq.paid-link-spent">
            <source>Today's share of the paid link is used up. It goes tomorrow or on another link. “Sync now” sends it all the same.</source>
            <translation>La parte de hoy del enlace de pago se ha agotado. Va mañana o por otro enlace. «Sincronizar ahora» lo envía de todos modos.</translation>
        </message>
        <message id="hq.list-damaged">
            <source>The list of headquarters came damaged.</source>
            <translation>La lista de la central llegó dañada.</translation>
        </message>
        <message id="hq.list-endless">
            <source>The list of headquarters does not come to an end.</source>
            <translation>La lista de la central no termina.</translation>
        </message>
        <message id="hq.list-circles">
            <source>The list of headquarters goes in circles.</source>
            <translation>La lista de la central da vueltas.</translation>
        </message>
        <message id="hq.not-come">
            <source>The picture of this entry has not come yet.</source>
            <translation>La imagen de esta entrada aún no ha llegado.</translation>
        </message>
        <message id="hq.token-open-line">
            <source>The token for headquarters is not sent over an open line. Use an https address.</source>
            <translation>El código de la central no se envía por una línea abierta. Use una dirección https.</translation>
        </message>
        <message id="hq.no-patient">
            <source>There is no such patient.</source>
            <translation>No existe ese paciente.</translation>
        </message>
        <message id="hq.no-question">
            <source>There is no such question.</source>
            <translation>No existe esa pregunta.</translation>
        </message>
        <message id="hq.no-way">
            <source>There is no way to headquarters just now.</source>
            <translation>No hay camino a la central ahora.</translation>
        </message>
        <message id="hq.not-choosable">
            <source>This cannot be chosen here.</source>
            <translation>Esto no se puede elegir aquí.</translation>
        </message>
        <message id="hq.no-picture">
            <source>This is not a picture.</source>
            <translation>Esto no es una imagen.</translation>
        </message>
        <message id="hq.picture-too-large">
            <source>This picture is larger than headquarters takes.</source>
            <translation>Esta imagen es mayor de lo que acepta la central.</translation>
        </message>
        <message id="hq.two-versions">
            <source>Two versions of this picture are here. A person must say which one is right.</source>
            <translation>Hay dos versiones de esta imagen. Alguien debe decir cuál es la correcta.</translation>
        </message>
        <message id="hq.result-no-eye">
            <source>Headquarters does not say which eye.</source>
            <translation>La central no dice qué ojo.</translation>
        </message>
        <message id="hq.result-taken-back">
            <source>Headquarters has taken this result back.</source>
            <translation>La central ha retirado este resultado.</translation>
        </message>
        <message id="hq.no-such-picture">
            <source>Headquarters has no such picture, or two that differ.</source>
            <translation>La central no tiene esa imagen, o tiene dos distintas.</translation>
        </message>
        <message id="hq.lists-no-results">
            <source>Headquarters lists no such results.</source>
            <translation>La central no enumera tales resultados.</translation>
        </message>
        <message id="hq.result-several-people">
            <source>Headquarters names several people who are registered here.</source>
            <translation>La central nombra a varias personas registradas aquí.</translation>
        </message>
        <message id="hq.result-other-picture">
            <source>Headquarters names somebody, and a picture of somebody else.</source>
            <translation>La central nombra a alguien y una imagen de otra persona.</translation>
        </message>
        <message id="hq.result-name-alone">
            <source>Headquarters names this person by name alone.</source>
            <translation>La central nombra a esta persona solo por su nombre.</translation>
        </message>
        <message id="hq.result-other-eye">
            <source>Headquarters speaks of one eye, and of a picture of the other.</source>
            <translation>La central habla de un ojo y de una imagen del otro.</translation>
        </message>
        <message id="hq.no-results-listed">
            <source>No results are listed.</source>
            <translation>No hay resultados en la lista.</translation>
        </message>
        <message id="hq.needs-a-hand">
            <source>Say who you are: this needs a hand.</source>
            <translation>Diga quién es: esto necesita la firma de alguien.</translation>
        </message>
        <message id="hq.answered-already">
            <source>Somebody has answered this already.</source>
            <translation>Alguien ya ha respondido a esto.</translation>
        </message>
        <message id="hq.no-result">
            <source>There is no such result.</source>
            <translation>No existe ese resultado.</translation>
        </message>
        <message id="hq.task-whose">
            <source>Headquarters asks for pictures that are here, but does not say whose they are.</source>
            <translation>La central pide imágenes que están aquí, pero no dice de quién son.</translation>
        </message>
        <message id="hq.task-several">
            <source>Headquarters names pictures of several people.</source>
            <translation>La central nombra imágenes de varias personas.</translation>
        </message>
        <message id="hq.task-moved">
            <source>Headquarters now says that this task is about somebody else.</source>
            <translation>La central dice ahora que esta tarea es sobre otra persona.</translation>
        </message>
        <message id="hq.task-taken">
            <source>Headquarters has given this task to somebody else. What was said here stays an opinion.</source>
            <translation>La central dio esta tarea a otra persona. Lo que se dijo aquí queda como opinión.</translation>
        </message>
        <message id="hq.task-ended">
            <source>Headquarters has ended this task. What was said here stays an opinion.</source>
            <translation>La central ha terminado esta tarea. Lo que se dijo aquí queda como opinión.</translation>
        </message>
        <message id="hq.task-gone">
            <source>Headquarters does not have this task any more. What was said here stays an opinion.</source>
            <translation>La central ya no tiene esta tarea. Lo que se dijo aquí queda como opinión.</translation>
        </message>
        <message id="hq.task-not-given">
            <source>Headquarters did not give this task to this station.</source>
            <translation>La central no dio esta tarea a esta estación.</translation>
        </message>
        <message id="hq.task-not-taken">
            <source>Headquarters did not take what was done for this task.</source>
            <translation>La central no aceptó lo que se hizo para esta tarea.</translation>
        </message>
        <message id="hq.task-not-back">
            <source>Headquarters did not take this task back.</source>
            <translation>La central no aceptó la devolución de esta tarea.</translation>
        </message>
        <message id="hq.task-not-placed">
            <source>This task could not be placed. Somebody must look at it.</source>
            <translation>No se pudo asignar esta tarea. Alguien debe mirarla.</translation>
        </message>
        <message id="hq.no-task">
            <source>There is no such task.</source>
            <translation>No existe tal tarea.</translation>
        </message>
        <message id="hq.other-task">
            <source>Headquarters answered with another task than the one that was asked for.</source>
            <translation>La central respondió con otra tarea que la que se pidió.</translation>
        </message>
        <message id="hq.no-worklist">
            <source>Headquarters has no worklist.</source>
            <translation>La central no tiene lista de tareas.</translation>
        </message>
        <message id="hq.result-whose">
            <source>This is a result of a visit here, but headquarters does not say whose it is.</source>
            <translation>Es un resultado de una visita de aquí, pero la central no dice de quién es.</translation>
        </message>
        <message id="hq.result-not-placed">
            <source>This result could not be placed. Somebody must look at it.</source>
            <translation>No se pudo asignar este resultado. Alguien debe mirarlo.</translation>
        </message>
        <message id="hq.result-does-not-fit">
            <source>What headquarters says of this person does not fit.</source>
            <translation>Lo que la central dice de esta persona no encaja.</translation>
        </message>
        <message id="hq.own-copy">
            <source>This laptop's own copy cannot be sent. {why}</source>
            <extracomment>Keep {why} as they are; they become names and numbers.</extracomment>
            <translation>La copia de este portátil no se puede enviar. {why}</translation>
        </message>
        <message id="hq.left-there">
            <source>The original of this picture was left at headquarters and is not on this laptop.</source>
            <translation>El original de esta imagen se dejó en la sede y no está en este portátil.</translation>
        </message>
        <message id="hq.not-left">
            <source>The original of this picture has not left this laptop.</source>
            <translation>El original de esta imagen no ha salido de este portátil.</translation>
        </message>
        <message id="hq.not-given-back">
            <source>Headquarters does not give this picture back.</source>
            <translation>La sede no devuelve esta imagen.</translation>
        </message>
        <message id="hq.other-bytes-back">
            <source>What headquarters gave back is not the picture that was sent there. It is kept aside.</source>
            <translation>Lo que devolvió la sede no es la imagen que se envió allí. Se ha apartado.</translation>
        </message>
        <message id="hq.unknown">
            <source>There is a reason that this language has no words for.</source>
            <translation>Hay un motivo para el que este idioma no tiene palabras.</translation>
        </message>
        <message id="hq.part-patient_id">
            <source>the patient number</source>
            <translation>el número de paciente</translation>
        </message>
        <message id="hq.part-study_uid">
            <source>the visit</source>
            <translation>la visita</translation>
        </message>
        <message id="hq.part-laterality">
            <source>the eye</source>
            <translation>el ojo</translation>
        </message>
        <message id="hq.part-rows">
            <source>the height</source>
            <translation>la altura</translation>
        </message>
        <message id="hq.part-columns">
            <source>the width</source>
            <translation>el ancho</translation>
        </message>
        <message id="hq.part-frames">
            <source>the number of frames</source>
            <translation>el número de fotogramas</translation>
        </message>
    </context>
    <context>
        <name>referrals</name>
        <message id="referrals.search">
            <source>Name, village, phone</source>
            <translation>Nombre, pueblo, teléfono</translation>
        </message>
        <message id="referrals.empty">
            <source>Nobody is waiting to be seen</source>
            <translation>Nadie espera ser visto</translation>
        </message>
        <message id="referrals.empty-rest">
            <source>Whoever must be referred appears here and stays until somebody has seen them.</source>
            <translation>Quien deba ser derivado aparece aquí y se queda hasta que alguien lo haya visto.</translation>
        </message>
        <message id="referrals.seen">
            <source>Was seen</source>
            <translation>Fue visto</translation>
        </message>
        <message id="referrals.no-phone">
            <source>No phone</source>
            <translation>Sin teléfono</translation>
        </message>
        <message id="referrals.told">
            <source>{name} was told</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Se avisó a {name}</translation>
        </message>
        <message id="referrals.not-told">
            <source>{name} was not told after all</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Al final no se avisó a {name}</translation>
        </message>
        <message id="referrals.was-seen">
            <source>{name} was seen</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} fue visto</translation>
        </message>
        <message id="referrals.was">
            <source>Decided by {rule}; milder opinions stand now</source>
            <extracomment>Keep {rule} as they are; they become names and numbers.</extracomment>
            <translation>Decidido por {rule}; ahora hay opiniones más leves</translation>
        </message>
        <message id="referrals.more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} más</translation>
        </message>
        <message id="referrals.no-letter">
            <source>No letter yet</source>
            <translation>Aún sin carta</translation>
        </message>
        <message id="referrals.letter-out-of-date">
            <source>Letter out of date</source>
            <translation>Carta desactualizada</translation>
        </message>
        <message id="referrals.how-in person">
            <source>Told in person</source>
            <translation>Se le dijo en persona</translation>
        </message>
        <message id="referrals.how-phone">
            <source>Told by phone</source>
            <translation>Se le dijo por teléfono</translation>
        </message>
        <message id="referrals.how-somebody">
            <source>Told through family or village</source>
            <translation>Se le dijo a través de la familia o el pueblo</translation>
        </message>
        <message id="referrals.other-end">
            <source>Other end</source>
            <translation>Otro fin</translation>
        </message>
        <message id="referrals.end-own doctor">
            <source>Is seen by their own doctor</source>
            <translation>Lo atiende su propio médico</translation>
        </message>
        <message id="referrals.end-moved away">
            <source>Moved away</source>
            <translation>Se mudó</translation>
        </message>
        <message id="referrals.end-does not want">
            <source>Does not want to go</source>
            <translation>No quiere ir</translation>
        </message>
        <message id="referrals.end-died">
            <source>Died</source>
            <translation>Falleció</translation>
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
            <translation>Fin del día</translation>
        </message>
        <message id="day.pdf">
            <source>Poster as PDF</source>
            <translation>Cartel en PDF</translation>
        </message>
        <message id="day.file">
            <source>end-of-day.pdf</source>
            <translation>fin-del-dia.pdf</translation>
        </message>
        <message id="day.written">
            <source>The poster is in {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>El cartel está en {name}</translation>
        </message>
        <message id="day.registered">
            <source>registered</source>
            <translation>registrados</translation>
        </message>
        <message id="day.pictured">
            <source>pictured</source>
            <translation>fotografiados</translation>
        </message>
        <message id="day.complete">
            <source>complete</source>
            <translation>completos</translation>
        </message>
        <message id="day.referred">
            <source>referred</source>
            <translation>derivados</translation>
        </message>
        <message id="day.urgent">
            <source>urgent</source>
            <translation>urgentes</translation>
        </message>
        <message id="day.ungradable">
            <source>ungradable</source>
            <translation>no evaluables</translation>
        </message>
        <message id="day.wall">
            <source>Everyone we saw today</source>
            <translation>Todos los que vimos hoy</translation>
        </message>
        <message id="day.villages">
            <source>Where they came from</source>
            <translation>De dónde vinieron</translation>
        </message>
        <message id="day.ends">
            <source>Loose ends</source>
            <translation>Asuntos pendientes</translation>
        </message>
        <message id="day.before">
            <source>finish before you leave</source>
            <translation>terminar antes de irse</translation>
        </message>
        <message id="day.nothing">
            <source>Nothing is open.</source>
            <translation>Nada pendiente.</translation>
        </message>
        <message id="day.untold" numerus="yes">
            <source>{n} urgent people not spoken to</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 persona urgente con quien nadie ha hablado</numerusform>
                <numerusform>{n} personas urgentes con quienes nadie ha hablado</numerusform>
            </translation>
        </message>
        <message id="day.missing" numerus="yes">
            <source>{n} people with pictures missing</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 persona a quien le faltan imágenes</numerusform>
                <numerusform>{n} personas a quienes les faltan imágenes</numerusform>
            </translation>
        </message>
        <message id="day.which-eye" numerus="yes">
            <source>{n} people with an eye not stated</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 persona con un ojo sin indicar</numerusform>
                <numerusform>{n} personas con un ojo sin indicar</numerusform>
            </translation>
        </message>
        <message id="day.inbox" numerus="yes">
            <source>{n} pictures without a person</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 imagen sin persona</numerusform>
                <numerusform>{n} imágenes sin persona</numerusform>
            </translation>
        </message>
        <message id="day.ungraded" numerus="yes">
            <source>{n} people not graded yet</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 persona aún sin graduar</numerusform>
                <numerusform>{n} personas aún sin graduar</numerusform>
            </translation>
        </message>
        <message id="day.waiting" numerus="yes">
            <source>{n} people still waiting</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 persona sigue esperando</numerusform>
                <numerusform>{n} personas siguen esperando</numerusform>
            </translation>
        </message>
        <message id="day.no-reason">
            <source>no reason given</source>
            <translation>sin motivo indicado</translation>
        </message>
        <message id="day.close">
            <source>Close the day</source>
            <translation>Cerrar el día</translation>
        </message>
        <message id="day.reopen">
            <source>Open the day again</source>
            <translation>Abrir el día de nuevo</translation>
        </message>
        <message id="day.closed-by">
            <source>Closed by {by}, {time}</source>
            <extracomment>Keep {by}, {time} as they are; they become names and numbers.</extracomment>
            <translation>Cerrado por {by}, {time}</translation>
        </message>
        <message id="day.close-over">
            <source>If you close the day all the same, say why. Your name and the reason stay with it.</source>
            <translation>Si cierra el día de todos modos, diga por qué. Su nombre y el motivo quedan anotados.</translation>
        </message>
        <message id="day.close-why">
            <source>Why?</source>
            <translation>¿Por qué?</translation>
        </message>
        <message id="day.close-anyway">
            <source>Close all the same</source>
            <translation>Cerrar de todos modos</translation>
        </message>
        <message id="day.keep-open">
            <source>Keep it open</source>
            <translation>Dejarlo abierto</translation>
        </message>
        <message id="day.needs-why">
            <source>Say why the day is closed although somebody urgent was not spoken to.</source>
            <translation>Diga por qué se cierra el día sin haber hablado con alguien urgente.</translation>
        </message>
        <message id="day.is-closed">
            <source>The day is closed.</source>
            <translation>El día está cerrado.</translation>
        </message>
        <message id="day.is-open">
            <source>The day is open again.</source>
            <translation>El día está abierto de nuevo.</translation>
        </message>
        <message id="day.go-inbox">
            <source>Inbox</source>
            <translation>Bandeja</translation>
        </message>
    </context>
    <context>
        <name>results</name>
        <message id="patient.from-hq">
            <source>Readings of headquarters and ours</source>
            <translation>Lecturas de la central y nuestras</translation>
        </message>
        <message id="patient.hq-visit">
            <source>Visit of {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Visita del {day}</translation>
        </message>
        <message id="result.title">
            <source>A result from headquarters waits</source>
            <translation>Un resultado de la central espera</translation>
        </message>
        <message id="result.why-name">
            <source>Headquarters names this person by name alone. Look at the record before you say who it is.</source>
            <translation>La central nombra a esta persona solo por su nombre. Mire la ficha antes de decir quién es.</translation>
        </message>
        <message id="result.why-unlike">
            <source>Name, sex or birth are not those of the person with this number.</source>
            <translation>El nombre, el sexo o el nacimiento no son los de la persona con este número.</translation>
        </message>
        <message id="result.why-taken-back">
            <source>Headquarters has taken this result back. It counts until a reader has replaced it.</source>
            <translation>La central ha retirado este resultado. Cuenta hasta que un lector lo sustituya.</translation>
        </message>
        <message id="result.is">
            <source>It is {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Es {name}</translation>
        </message>
        <message id="result.eye-R">
            <source>Right eye</source>
            <translation>Ojo derecho</translation>
        </message>
        <message id="result.eye-L">
            <source>Left eye</source>
            <translation>Ojo izquierdo</translation>
        </message>
        <message id="result.seen">
            <source>I have seen it</source>
            <translation>Lo he visto</translation>
        </message>
        <message id="result.given">
            <source>The result stands in the record of {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>El resultado está en la ficha de {name}</translation>
        </message>
        <message id="result.was-seen">
            <source>The result waits no more</source>
            <translation>El resultado ya no espera</translation>
        </message>
    </context>
    <context>
        <name>style</name>
        <message id="eye.right">
            <source>right eye</source>
            <translation>ojo derecho</translation>
        </message>
        <message id="eye.left">
            <source>left eye</source>
            <translation>ojo izquierdo</translation>
        </message>
        <message id="eye.both">
            <source>both eyes</source>
            <translation>ambos ojos</translation>
        </message>
        <message id="eye.picture">
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message id="field.macula">
            <source>macula</source>
            <translation>mácula</translation>
        </message>
        <message id="field.disc">
            <source>disc</source>
            <translation>papila</translation>
        </message>
        <message id="field.external">
            <source>external</source>
            <translation>externo</translation>
        </message>
        <message id="tile.expected">
            <source>{what}, still to come</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, aún por llegar</translation>
        </message>
        <message id="tile.arriving">
            <source>{what}, arriving</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, llegando</translation>
        </message>
        <message id="tile.good">
            <source>{what}, sharp</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, nítida</translation>
        </message>
        <message id="tile.blurred">
            <source>{what}, blurred, retake?</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, borrosa, ¿repetir?</translation>
        </message>
        <message id="tile.ungradable">
            <source>{what}, ungradable</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, no gradable</translation>
        </message>
        <message id="tile.which-eye">
            <source>Which eye?</source>
            <translation>¿Qué ojo?</translation>
        </message>
        <message id="tile.check-eye">
            <source>{what}, check which eye</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>{what}, compruebe qué ojo</translation>
        </message>
        <message id="tile.report">
            <source>Report (PDF)</source>
            <translation>Informe (PDF)</translation>
        </message>
        <message id="tile.forward-only">
            <source>Camera-private picture, will be sent on</source>
            <translation>Imagen propia de la cámara, se enviará tal cual</translation>
        </message>
        <message id="pair.none">
            <source>no picture</source>
            <translation>sin imagen</translation>
        </message>
        <message id="undo">
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message id="change">
            <source>Change</source>
            <translation>Cambiar</translation>
        </message>
        <message id="close">
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message id="more">
            <source>{n} more</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} más</translation>
        </message>
        <message id="optional">
            <source>optional</source>
            <translation>opcional</translation>
        </message>
    </context>
    <context>
        <name>syncing</name>
        <message id="sync.title">
            <source>Sync</source>
            <translation>Sincronización</translation>
        </message>
        <message id="now.title">
            <source>To headquarters</source>
            <translation>A la central</translation>
        </message>
        <message id="now.button">
            <source>Send this patient now</source>
            <translation>Enviar este paciente ahora</translation>
        </message>
        <message id="now.asked">
            <source>{name} goes first.</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} va primero.</translation>
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
            <translation>Aún no se ha medido ninguna línea.</translation>
        </message>
        <message id="now.moment">
            <source>under a minute on this line</source>
            <translation>menos de un minuto con esta línea</translation>
        </message>
        <message id="now.minutes" numerus="yes">
            <source>about {n} minutes on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>cerca de 1 minuto con esta línea</numerusform>
                <numerusform>cerca de {n} minutos con esta línea</numerusform>
            </translation>
        </message>
        <message id="now.hours" numerus="yes">
            <source>about {n} hours on this line</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>cerca de 1 hora con esta línea</numerusform>
                <numerusform>cerca de {n} horas con esta línea</numerusform>
            </translation>
        </message>
        <message id="now.longer">
            <source>more than a day on this line</source>
            <translation>más de un día con esta línea</translation>
        </message>
        <message id="now.records" numerus="yes">
            <source>{n} records</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 registro</numerusform>
                <numerusform>{n} registros</numerusform>
            </translation>
        </message>
        <message id="now.first">
            <source>Goes before everybody else, after who is urgent.</source>
            <translation>Va antes que todos, después de los urgentes.</translation>
        </message>
        <message id="now.offline">
            <source>No network. This goes first as soon as there is one.</source>
            <translation>Sin red. Esto va primero en cuanto haya.</translation>
        </message>
        <message id="now.pause">
            <source>Headquarters asked to be left alone until {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>La central pidió que no se le llame hasta las {time}.</translation>
        </message>
        <message id="sync.again-at">
            <source>Next try at {time}.</source>
            <extracomment>Keep {time} as they are; they become names and numbers.</extracomment>
            <translation>Próximo intento a las {time}.</translation>
        </message>
        <message id="sync.again-on">
            <source>Next try on {day} at {time}.</source>
            <extracomment>Keep {day}, {time} as they are; they become names and numbers.</extracomment>
            <translation>Próximo intento el {day} a las {time}.</translation>
        </message>
        <message id="sync.first">
            <source>Goes first: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Va primero: {name}</translation>
        </message>
        <message id="sync.wrote">
            <source>Headquarters wrote: {quote}.</source>
            <extracomment>Keep {quote} as they are; they become names and numbers.</extracomment>
            <translation>La central escribió: {quote}.</translation>
        </message>
        <message id="sync.try">
            <source>Try now</source>
            <translation>Intentar ahora</translation>
        </message>
        <message id="sync.look">
            <source>Open the Inbox</source>
            <translation>Abrir Entrada</translation>
        </message>
        <message id="sync.now">
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message id="sync.asked">
            <source>Asking headquarters now.</source>
            <translation>Preguntando a la central.</translation>
        </message>
        <message id="sync.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>de {n}</translation>
        </message>
        <message id="sync.standing-idle">
            <source>Headquarters was asked. New pictures go by themselves.</source>
            <translation>Se preguntó a la central. Las imágenes nuevas van solas.</translation>
        </message>
        <message id="sync.standing-working">
            <source>Talking to headquarters.</source>
            <translation>Hablando con la central.</translation>
        </message>
        <message id="sync.standing-offline">
            <source>No network. Sending starts by itself when one appears.</source>
            <translation>Sin red. El envío empieza solo cuando aparece una.</translation>
        </message>
        <message id="sync.standing-portal">
            <source>A login page answers in place of headquarters. Sign in to this network first.</source>
            <translation>Responde una página de acceso en lugar de la central. Identifíquese primero en esta red.</translation>
        </message>
        <message id="sync.standing-attention">
            <source>Some pictures need a look.</source>
            <translation>Algunas imágenes necesitan atención.</translation>
        </message>
        <message id="sync.starts-by-itself">
            <source>Sending starts by itself when a network appears.</source>
            <translation>El envío empieza solo cuando aparece una red.</translation>
        </message>
        <message id="sync.next">
            <source>What goes next</source>
            <translation>Qué va ahora</translation>
        </message>
        <message id="sync.next-size">
            <source>{size} in all</source>
            <extracomment>Keep {size} as they are; they become names and numbers.</extracomment>
            <translation>{size} en total</translation>
        </message>
        <message id="sync.paid-share">
            <source>Paid link: {used} of {limit} today</source>
            <extracomment>Keep {limit}, {used} as they are; they become names and numbers.</extracomment>
            <translation>Enlace de pago: {used} de {limit} hoy</translation>
        </message>
        <message id="sync.paid">
            <source>Paid link: {used} today</source>
            <extracomment>Keep {used} as they are; they become names and numbers.</extracomment>
            <translation>Enlace de pago: {used} hoy</translation>
        </message>
        <message id="sync.lane-small">
            <source>Small pictures</source>
            <translation>Imágenes pequeñas</translation>
        </message>
        <message id="sync.lane-full">
            <source>Full pictures</source>
            <translation>Imágenes completas</translation>
        </message>
        <message id="sync.lane-large">
            <source>Large files</source>
            <translation>Archivos grandes</translation>
        </message>
        <message id="sync.on-the-way">
            <source>{n} on the way now</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} en camino</translation>
        </message>
        <message id="sync.read-back">
            <source>Headquarters is asked to show them before they count.</source>
            <translation>Se pide a la central que las muestre antes de contarlas.</translation>
        </message>
        <message id="sync.results-unread">
            <source>Results of headquarters cannot be read</source>
            <translation>No se pueden leer los resultados de la central</translation>
        </message>
        <message id="sync.list-unread">
            <source>The list of headquarters cannot be read</source>
            <translation>No se puede leer la lista de la central</translation>
        </message>
        <message id="sync.tasks-unread">
            <source>The readings that headquarters asks for cannot be read</source>
            <translation>No se pueden leer las lecturas que pide la central</translation>
        </message>
        <message id="sync.held">
            <source>Waiting for a person</source>
            <translation>Esperan a una persona</translation>
        </message>
        <message id="sync.held-why">
            <source>They go when somebody has said whose they are.</source>
            <translation>Van cuando alguien haya dicho de quién son.</translation>
        </message>
        <message id="sync.attention">
            <source>Needs a look</source>
            <translation>Necesita atención</translation>
        </message>
        <message id="sync.soon">
            <source>Waiting to go to headquarters</source>
            <translation>Esperando para ir a la central</translation>
        </message>
        <message id="sync.nothing">
            <source>Nothing waits to go</source>
            <translation>Nada espera para ir</translation>
        </message>
        <message id="sync.nothing-rest">
            <source>New pictures go by themselves.</source>
            <translation>Las imágenes nuevas van solas.</translation>
        </message>
        <message id="sync.attempts">
            <source>Last attempts</source>
            <translation>Últimos intentos</translation>
        </message>
        <message id="sync.no-attempts">
            <source>None since Eyecamp was opened.</source>
            <translation>Ninguno desde que se abrió Eyecamp.</translation>
        </message>
        <message id="sync.hq">
            <source>Headquarters</source>
            <translation>Central</translation>
        </message>
        <message id="sync.address">
            <source>DICOMweb address</source>
            <translation>Dirección DICOMweb</translation>
        </message>
        <message id="sync.records-address">
            <source>FHIR address, for records and results</source>
            <translation>Dirección FHIR, para registros y resultados</translation>
        </message>
        <message id="sync.use-address">
            <source>Use this address</source>
            <translation>Usar esta dirección</translation>
        </message>
        <message id="sync.address-doubt">
            <source>An address begins with https:// or http://.</source>
            <translation>Una dirección empieza por https:// o http://.</translation>
        </message>
        <message id="sync.address-taken">
            <source>Headquarters is now {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>La central es ahora {name}</translation>
        </message>
        <message id="sync.leave-print">
            <source>Page to print</source>
            <translation>Página para imprimir</translation>
        </message>
        <message id="sync.leave-file">
            <source>leaving-camp.pdf</source>
            <translation>dejar-campamento.pdf</translation>
        </message>
        <message id="sync.leave-at">
            <source>Counted {at}</source>
            <extracomment>Keep {at} as they are; they become names and numbers.</extracomment>
            <translation>Contado {at}</translation>
        </message>
        <message id="sync.leave-hq">
            <source>Headquarters: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Central: {name}</translation>
        </message>
        <message id="sync.leave-number">
            <source>Number</source>
            <translation>Número</translation>
        </message>
        <message id="sync.leave-name">
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message id="sync.leave-pictures">
            <source>Pictures</source>
            <translation>Imágenes</translation>
        </message>
        <message id="sync.leave-missing">
            <source>Missing</source>
            <translation>Faltan</translation>
        </message>
        <message id="sync.leave-nobody">
            <source>Nobody's yet</source>
            <translation>Aún de nadie</translation>
        </message>
        <message id="sync.leave-sum">
            <source>Together</source>
            <translation>En total</translation>
        </message>
        <message id="sync.leave-signed">
            <source>Checked by, and when</source>
            <translation>Comprobado por, y cuándo</translation>
        </message>
        <message id="stick.open">
            <source>By stick</source>
            <translation>Por memoria USB</translation>
        </message>
        <message id="stick.title">
            <source>By stick</source>
            <translation>Por memoria USB</translation>
        </message>
        <message id="stick.what">
            <source>For days without any network. What is on the stick can be opened with this passphrase only.</source>
            <translation>Para días sin ninguna red. Lo que hay en la memoria solo se abre con esta frase de contraseña.</translation>
        </message>
        <message id="stick.folder">
            <source>Folder on the stick</source>
            <translation>Carpeta de la memoria</translation>
        </message>
        <message id="stick.passphrase">
            <source>Passphrase of the stick</source>
            <translation>Frase de contraseña de la memoria</translation>
        </message>
        <message id="stick.write">
            <source>Write to the stick</source>
            <translation>Escribir en la memoria</translation>
        </message>
        <message id="stick.take">
            <source>Bring in from the stick</source>
            <translation>Traer de la memoria</translation>
        </message>
        <message id="stick.close">
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message id="stick.working">
            <source>Writing and reading…</source>
            <translation>Escribiendo y leyendo…</translation>
        </message>
        <message id="stick.short">
            <source>At least {n} characters.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Al menos {n} caracteres.</translation>
        </message>
        <message id="stick.nothing">
            <source>There is nothing to bring.</source>
            <translation>No hay nada que traer.</translation>
        </message>
        <message id="stick.written" numerus="yes">
            <source>{n} pictures are on the stick and were read back. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 imagen está en la memoria y se leyó de vuelta. Cuenta cuando llegue su recibo.</numerusform>
                <numerusform>{n} imágenes están en la memoria y se leyeron de vuelta. Cuentan cuando lleguen sus recibos.</numerusform>
            </translation>
        </message>
        <message id="stick.waits" numerus="yes">
            <source>{n} stay here: they wait for a person.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>1 se queda aquí: espera a una persona.</numerusform>
                <numerusform>{n} se quedan aquí: esperan a una persona.</numerusform>
            </translation>
        </message>
        <message id="stick.records-written">
            <source>Records on the stick: {n}. They count when their receipts come.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Registros en la memoria: {n}. Cuentan cuando llegan sus recibos.</translation>
        </message>
        <message id="stick.receipts">
            <source>Receipts: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>Recibos: {n} coinciden, {others} no.</translation>
        </message>
        <message id="stick.records-receipts">
            <source>Receipts for records: {n} fit, {others} do not.</source>
            <extracomment>Keep {n}, {others} as they are; they become names and numbers.</extracomment>
            <translation>Recibos de registros: {n} coinciden, {others} no.</translation>
        </message>
        <message id="stick.do-not-count">
            <source>That station does not stand for headquarters here, so they do not count.</source>
            <translation>Esa estación no representa aquí a la central, así que no cuentan.</translation>
        </message>
        <message id="stick.arrived">
            <source>New: {n}. Known already: {known}. Kept aside: {aside}.</source>
            <extracomment>Keep {aside}, {known}, {n} as they are; they become names and numbers.</extracomment>
            <translation>Nuevas: {n}. Ya conocidas: {known}. Apartadas: {aside}.</translation>
        </message>
        <message id="stick.records-arrived">
            <source>Records, new or changed: {n}. Known already: {known}. Waiting for a person: {waits}.</source>
            <extracomment>Keep {known}, {n}, {waits} as they are; they become names and numbers.</extracomment>
            <translation>Registros nuevos o cambiados: {n}. Ya conocidos: {known}. A la espera de una persona: {waits}.</translation>
        </message>
        <message id="stick.records-withdrawn">
            <source>Removed at their station, and not shown here any more: {n}.</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>Eliminados en su estación, y ya no se muestran aquí: {n}.</translation>
        </message>
        <message id="stick.take-back">
            <source>The receipts are on the stick: take it back.</source>
            <translation>Los recibos están en la memoria: devuélvala.</translation>
        </message>
        <message id="stick.no-receipts">
            <source>No receipts could be written on the stick.</source>
            <translation>No se pudieron escribir recibos en la memoria.</translation>
        </message>
        <message id="stick.full">
            <source>The stick is full. Use a larger one.</source>
            <translation>La memoria está llena. Use una más grande.</translation>
        </message>
        <message id="stick.pulled">
            <source>The stick was pulled out, or cannot be written or read.</source>
            <translation>Se retiró la memoria, o no se puede escribir ni leer.</translation>
        </message>
        <message id="stick.locked">
            <source>The passphrase does not open what is on the stick.</source>
            <translation>La frase de contraseña no abre lo que hay en la memoria.</translation>
        </message>
        <message id="stick.damaged">
            <source>A file on the stick is damaged. What came before the damage is here; ask for the rest again.</source>
            <translation>Un archivo de la memoria está dañado. Lo anterior al daño está aquí; pida el resto de nuevo.</translation>
        </message>
        <message id="stick.not-ours">
            <source>A file on the stick is not for this station.</source>
            <translation>Un archivo de la memoria no es para esta estación.</translation>
        </message>
    </context>
    <context>
        <name>tasks</name>
        <message id="tasks.title">
            <source>Headquarters asks for a reading</source>
            <translation>La central pide una lectura</translation>
        </message>
        <message id="tasks.urgent">
            <source>Headquarters calls it urgent</source>
            <translation>La central la llama urgente</translation>
        </message>
        <message id="tasks.missing">
            <source>Its pictures have not come here yet</source>
            <translation>Sus imágenes aún no han llegado aquí</translation>
        </message>
        <message id="tasks.cancel-asked">
            <source>Headquarters asks to give it back</source>
            <translation>La central pide que se devuelva</translation>
        </message>
        <message id="tasks.nobody">
            <source>Somebody who is not known here</source>
            <translation>Alguien que aquí no se conoce</translation>
        </message>
        <message id="tasks.read">
            <source>Read this</source>
            <translation>Leer esta</translation>
        </message>
        <message id="tasks.give-back">
            <source>Give back</source>
            <translation>Devolver</translation>
        </message>
        <message id="tasks.seen">
            <source>I have seen it</source>
            <translation>La he visto</translation>
        </message>
        <message id="tasks.was-taken">
            <source>The reading of {name} is begun here</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>La lectura de {name} ha empezado aquí</translation>
        </message>
        <message id="tasks.was-given-back">
            <source>The reading of {name} goes back to headquarters</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>La lectura de {name} vuelve a la central</translation>
        </message>
        <message id="tasks.was-seen">
            <source>It stands here no more</source>
            <translation>Ya no se muestra aquí</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message id="today.waiting">
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message id="today.at-camera">
            <source>At camera</source>
            <translation>Ante la cámara</translation>
        </message>
        <message id="today.to-read">
            <source>To read</source>
            <translation>Por leer</translation>
        </message>
        <message id="today.done">
            <source>Pictured</source>
            <translation>Con imagen</translation>
        </message>
        <message id="today.of">
            <source>of {n}</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>de {n}</translation>
        </message>
        <message id="today.part-of">
            <source>{have} of {of}</source>
            <extracomment>Keep {have}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{have} de {of}</translation>
        </message>
        <message id="today.both-eyes">
            <source>Both eyes</source>
            <translation>Ambos ojos</translation>
        </message>
        <message id="today.one-eye">
            <source>One eye</source>
            <translation>Un ojo</translation>
        </message>
        <message id="today.which-eye">
            <source>Which eye?</source>
            <translation>¿Qué ojo?</translation>
        </message>
        <message id="today.next">
            <source>Next</source>
            <translation>Siguiente</translation>
        </message>
        <message id="today.call">
            <source>Call</source>
            <translation>Llamar</translation>
        </message>
        <message id="today.nobody-at-camera">
            <source>Nobody is at the camera</source>
            <translation>No hay nadie ante la cámara</translation>
        </message>
        <message id="today.nobody-waits">
            <source>Nobody is waiting</source>
            <translation>Nadie espera</translation>
        </message>
        <message id="today.nobody-waits-rest">
            <source>Whoever is registered will wait here.</source>
            <translation>Quien se registre esperará aquí.</translation>
        </message>
        <message id="today.nothing-to-read">
            <source>Nothing to read yet</source>
            <translation>Nada que leer todavía</translation>
        </message>
        <message id="today.nothing-to-read-rest">
            <source>Pictures appear here by themselves.</source>
            <translation>Las imágenes aparecen aquí solas.</translation>
        </message>
        <message id="today.not-this-person">
            <source>Not this person?</source>
            <translation>¿No es esta persona?</translation>
        </message>
        <message id="today.moved-out">
            <source>{n} pictures of {name} went to the Inbox</source>
            <extracomment>Keep {n}, {name} as they are; they become names and numbers.</extracomment>
            <translation>{n} imágenes de {name} pasaron a Entrada</translation>
        </message>
        <message id="today.finish">
            <source>Finish</source>
            <translation>Terminar</translation>
        </message>
        <message id="today.finished">
            <source>{name} left the camera</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>{name} dejó la cámara</translation>
        </message>
        <message id="today.minutes">
            <source>{n} min</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} min</translation>
        </message>
        <message id="today.hours">
            <source>{n} h</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} h</translation>
        </message>
    </context>
    <context>
        <name>viewer</name>
        <message id="viewer.fetch">
            <source>Fetch it again</source>
            <translation>Traerlo de nuevo</translation>
        </message>
        <message id="viewer.title">
            <source>Read</source>
            <translation>Leer</translation>
        </message>
        <message id="viewer.red-free">
            <source>Red-free</source>
            <translation>Sin rojo</translation>
        </message>
        <message id="viewer.one-to-one">
            <source>1:1</source>
            <translation>1:1</translation>
        </message>
        <message id="viewer.page-width">
            <source>Page width</source>
            <translation>Ancho de página</translation>
        </message>
        <message id="viewer.fit">
            <source>Fit</source>
            <translation>Ajustar</translation>
        </message>
        <message id="viewer.linked">
            <source>Zoom linked</source>
            <translation>Zoom unido</translation>
        </message>
        <message id="viewer.detail-comes">
            <source>Full detail is coming</source>
            <translation>El detalle completo está llegando</translation>
        </message>
        <message id="viewer.no-right">
            <source>No picture of the right eye</source>
            <translation>No hay imagen del ojo derecho</translation>
        </message>
        <message id="viewer.no-left">
            <source>No picture of the left eye</source>
            <translation>No hay imagen del ojo izquierdo</translation>
        </message>
        <message id="viewer.visit-today">
            <source>Visit today</source>
            <translation>Visita de hoy</translation>
        </message>
        <message id="viewer.visit">
            <source>Visit {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Visita {day}</translation>
        </message>
        <message id="viewer.visits">
            <source>Visit</source>
            <translation>Visita</translation>
        </message>
        <message id="viewer.place">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} de {of}</translation>
        </message>
        <message id="viewer.previous">
            <source>Previous person</source>
            <translation>Persona anterior</translation>
        </message>
        <message id="viewer.next">
            <source>Next person</source>
            <translation>Persona siguiente</translation>
        </message>
        <message id="viewer.pictures-right">
            <source>Pictures of the right eye</source>
            <translation>Imágenes del ojo derecho</translation>
        </message>
        <message id="viewer.pictures-left">
            <source>Pictures of the left eye</source>
            <translation>Imágenes del ojo izquierdo</translation>
        </message>
        <message id="viewer.pictures-other">
            <source>Pictures whose eye is not known</source>
            <translation>Imágenes cuyo ojo no se sabe</translation>
        </message>
        <message id="viewer.is-right">
            <source>OD right</source>
            <translation>OD derecho</translation>
        </message>
        <message id="viewer.is-left">
            <source>OS left</source>
            <translation>OS izquierdo</translation>
        </message>
        <message id="viewer.set-right">
            <source>Set to the right eye</source>
            <translation>Fijado al ojo derecho</translation>
        </message>
        <message id="viewer.set-left">
            <source>Set to the left eye</source>
            <translation>Fijado al ojo izquierdo</translation>
        </message>
        <message id="viewer.set-unknown">
            <source>Set to not known</source>
            <translation>Fijado a no se sabe</translation>
        </message>
        <message id="viewer.back-to-pair">
            <source>Back to the pair</source>
            <translation>Volver al par</translation>
        </message>
        <message id="viewer.nobody">
            <source>Nobody to read yet</source>
            <translation>Nadie que leer todavía</translation>
        </message>
        <message id="viewer.nobody-rest">
            <source>People appear here when their first picture has come.</source>
            <translation>Las personas aparecen aquí cuando llega su primera imagen.</translation>
        </message>
        <message id="viewer.no-visit">
            <source>No pictures of {name} on this laptop</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>No hay imágenes de {name} en este portátil</translation>
        </message>
        <message id="viewer.is-pdf">
            <source>A report in PDF. It opens in a PDF reader.</source>
            <translation>Un informe en PDF. Se abre en un lector de PDF.</translation>
        </message>
        <message id="viewer.no-pixels">
            <source>There is no picture in this one. It is kept, and will be sent on.</source>
            <translation>No hay imagen en este objeto. Se guarda, y se enviará.</translation>
        </message>
        <message id="viewer.undecodable">
            <source>This picture cannot be shown here. It is kept as it came, and will be sent on.</source>
            <translation>Esta imagen no se puede mostrar aquí. Se guarda como llegó, y se enviará.</translation>
        </message>
        <message id="viewer.save-copy">
            <source>Save a copy</source>
            <translation>Guardar una copia</translation>
        </message>
        <message id="viewer.save-how">
            <source>Press E to save a copy as a file.</source>
            <translation>Pulse E para guardar una copia como archivo.</translation>
        </message>
        <message id="viewer.copy-saved">
            <source>The copy is written: {name}</source>
            <extracomment>Keep {name} as they are; they become names and numbers.</extracomment>
            <translation>Se guardó una copia: {name}</translation>
        </message>
        <message id="viewer.frame">
            <source>{n} of {of}</source>
            <extracomment>Keep {n}, {of} as they are; they become names and numbers.</extracomment>
            <translation>{n} de {of}</translation>
        </message>
        <message id="viewer.frames">
            <source>Frame</source>
            <translation>Fotograma</translation>
        </message>
        <message id="viewer.previous-frame">
            <source>Previous frame (Page Up)</source>
            <translation>Fotograma anterior (Re Pág)</translation>
        </message>
        <message id="viewer.next-frame">
            <source>Next frame (Page Down)</source>
            <translation>Fotograma siguiente (Av Pág)</translation>
        </message>
        <message id="viewer.pages">
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message id="viewer.previous-page">
            <source>Previous page (Page Up)</source>
            <translation>Página anterior (Page Up)</translation>
        </message>
        <message id="viewer.next-page">
            <source>Next page (Page Down)</source>
            <translation>Página siguiente (Page Down)</translation>
        </message>
        <message id="viewer.compare">
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message id="viewer.compare-with">
            <source>Compare: {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Comparar: {day}</translation>
        </message>
        <message id="viewer.blink">
            <source>Blink</source>
            <translation>Alternar</translation>
        </message>
        <message id="viewer.swipe">
            <source>Swipe</source>
            <translation>Deslizar</translation>
        </message>
        <message id="viewer.edge">
            <source>Move the edge between then and now (comma and full stop)</source>
            <translation>Mover el borde entre antes y ahora (coma y punto)</translation>
        </message>
        <message id="viewer.earlier">
            <source>Earlier · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Antes · {day}</translation>
        </message>
        <message id="viewer.now-today">
            <source>Today · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Hoy · {day}</translation>
        </message>
        <message id="viewer.now-day">
            <source>This visit · {day}</source>
            <extracomment>Keep {day} as they are; they become names and numbers.</extracomment>
            <translation>Esta visita · {day}</translation>
        </message>
        <message id="viewer.now-graded">
            <source>is graded</source>
            <translation>está graduada</translation>
        </message>
        <message id="viewer.days-ago" numerus="yes">
            <source>{n} days ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>hace {n} día</numerusform>
                <numerusform>hace {n} días</numerusform>
            </translation>
        </message>
        <message id="viewer.months-ago" numerus="yes">
            <source>{n} months ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>
                <numerusform>hace {n} mes</numerusform>
                <numerusform>hace {n} meses</numerusform>
            </translation>
        </message>
        <message id="viewer.years-ago">
            <source>{n} years ago</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>hace {n} años</translation>
        </message>
        <message id="viewer.nothing-earlier">
            <source>No earlier picture of this eye on this laptop.</source>
            <translation>No hay imagen anterior de este ojo en este portátil.</translation>
        </message>
        <message id="mark.measure">
            <source>Measure</source>
            <translation>Medir</translation>
        </message>
        <message id="mark.arrow">
            <source>Arrow</source>
            <translation>Flecha</translation>
        </message>
        <message id="mark.ellipse">
            <source>Ellipse</source>
            <translation>Elipse</translation>
        </message>
        <message id="mark.note">
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message id="mark.write">
            <source>Write a note, then Enter</source>
            <translation>Escriba una nota, luego Intro</translation>
        </message>
        <message id="mark.not-here">
            <source>Nothing can be drawn on a report.</source>
            <translation>No se puede dibujar sobre un informe.</translation>
        </message>
        <message id="mark.kept">
            <source>Kept beside the picture: {what}</source>
            <extracomment>Keep {what} as they are; they become names and numbers.</extracomment>
            <translation>Guardado junto a la imagen: {what}</translation>
        </message>
        <message id="mark.pixels">
            <source>{n} px</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} px</translation>
        </message>
        <message id="mark.mm">
            <source>{n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>{n} mm</translation>
        </message>
        <message id="mark.about-mm">
            <source>about {n} mm</source>
            <extracomment>Keep {n} as they are; they become names and numbers.</extracomment>
            <translation>unos {n} mm</translation>
        </message>
        <message id="desk.undone">
            <source>Taken back</source>
            <translation>Deshecho</translation>
        </message>
    </context>
</TS>
