/// Labels, hints and faults of form fields, the same wherever they are asked.
package enum FieldText: CatalogueText {
    case ins, insHint, insFault, identifier, identifierHint, identifierFault, letterCode, letterCodeHint,
        letterCodeFault, birthDate, birthDateHint, birthDateFault, minorFault
    case secret, newSecret, newSecretHint, secretAgain, secretAgainFault, secretFault, signInSecret
    case phone, phoneHint, phoneFault, email, emailHint, emailFault, contactFault, consentFault
    case code, codeHint, codeFault, notAccepted, tooShort, tooLong, digitsOnly, common, personal, dateFault, dateAhead

    package var phrase: Phrase {
        switch self {
        case .ins: Phrase("Numéro de sécurité sociale", "Social security number")
        case .insHint:
            Phrase(
                "15 caractères, inscrits sur votre carte Vitale. Les espaces ne comptent pas.",
                "15 characters, printed on your Vitale card. Spaces do not matter."
            )
        case .insFault:
            Phrase(
                "Vérifiez votre numéro : il compte 15 caractères, comme 2 69 05 49 588 157 80.",
                "Check your number: it has 15 characters, such as 2 69 05 49 588 157 80."
            )
        case .identifier:
            Phrase("Numéro de sécurité sociale ou identifiant choisi", "Social security number or chosen name")
        case .identifierHint:
            Phrase(
                "Les 15 caractères de votre carte Vitale, ou l'identifiant que vous avez choisi dans vos réglages.",
                "The 15 characters of your Vitale card, or the name that you chose in your settings."
            )
        case .identifierFault:
            Phrase(
                "Écrivez votre numéro de 15 caractères, ou l'identifiant que vous avez choisi.",
                "Write your number of 15 characters, or the name that you chose."
            )
        case .letterCode: Phrase("Code du courrier", "Code from the letter")
        case .letterCodeHint:
            Phrase(
                "11 lettres ou chiffres, comme ABCD EFGH JKM. Majuscules, espaces et tirets ne comptent pas.",
                "11 letters or digits, such as ABCD EFGH JKM. Capitals, spaces and hyphens do not matter."
            )
        case .letterCodeFault:
            Phrase(
                "Recopiez les 11 caractères du code, comme ABCD EFGH JKM.",
                "Copy the 11 characters of the code, such as ABCD EFGH JKM."
            )
        case .birthDate: Phrase("Date de naissance", "Date of birth")
        case .birthDateHint:
            Phrase("Jour, mois, année. Exemple : 12/04/1952.", "Day, month, year. Example: 12/04/1952.")
        case .birthDateFault: Phrase("Écrivez la date comme 12/04/1952.", "Write the date like 12/04/1952.")
        case .minorFault:
            Phrase(
                "Avant 18 ans, c'est un parent ou un tuteur qui ouvre l'accès au dossier. Il le demande à l'assistance, puis reçoit un courrier à son nom.",
                "Before the age of 18, a parent or guardian gets access to the record. They ask the help desk, then receive a letter in their own name."
            )
        case .dateAhead: Phrase("Cette date est dans le futur.", "This date is in the future.")
        case .dateFault: Phrase("Écrivez chaque date comme 12/04/2026.", "Write each date like 12/04/2026.")
        case .secret: Phrase("Code secret choisi à l'ouverture", "Secret code chosen at opening")
        case .signInSecret: Phrase("Code secret", "Secret code")
        case .newSecret: Phrase("Code secret que je choisis", "Secret code I choose")
        case .newSecretHint:
            Phrase(
                "Au moins 12 caractères, ou 16 si vous n'utilisez que des chiffres. Quelques mots sans lien entre eux conviennent. Évitez votre nom et votre date de naissance.",
                "At least 12 characters, or 16 if you use digits only. A few unrelated words will do. Avoid your name and your date of birth."
            )
        case .secretAgain: Phrase("Code secret, une seconde fois", "Secret code, once more")
        case .secretAgainFault:
            Phrase(
                "Les deux codes secrets sont différents. Écrivez-les de nouveau.",
                "The two secret codes differ. Write them again."
            )
        case .secretFault: Phrase("Écrivez votre code secret.", "Write your secret code.")
        case .phone: Phrase("Téléphone mobile", "Mobile phone")
        case .phoneHint:
            Phrase(
                "Pour recevoir un code par SMS. Exemple : 06 39 98 12 34.",
                "To receive a code by text message. Example: 06 39 98 12 34."
            )
        case .phoneFault:
            Phrase(
                "Écrivez un numéro de mobile, comme 06 39 98 12 34.",
                "Write a mobile number, such as 06 39 98 12 34."
            )
        case .email: Phrase("Adresse e-mail", "E-mail address")
        case .emailHint:
            Phrase(
                "Pour recevoir un code par e-mail. Exemple : nom@exemple.fr.",
                "To receive a code by e-mail. Example: name@example.org."
            )
        case .emailFault:
            Phrase(
                "Écrivez une adresse e-mail, comme nom@exemple.fr.",
                "Write an e-mail address, such as name@example.org."
            )
        case .contactFault:
            Phrase(
                "Indiquez un téléphone mobile ou une adresse e-mail, ou les deux.",
                "Give a mobile phone or an e-mail address, or both."
            )
        case .consentFault:
            Phrase(
                "Cochez la case si vous voulez ouvrir votre dossier.",
                "Tick the box if you wish to open your record."
            )
        case .code: Phrase("Code à usage unique", "One-time code")
        case .codeHint:
            Phrase(
                "6 chiffres, qui servent une seule fois. Vous pouvez coller le code.",
                "6 digits, good for once. You may paste the code."
            )
        case .codeFault:
            Phrase(
                "Ce code n'est pas accepté. Vérifiez-le. Après trois essais, il faut en demander un nouveau.",
                "This code is not accepted. Check it. After three tries a new one is needed."
            )
        case .notAccepted:
            Phrase(
                "Ces informations ne sont pas acceptées. Vérifiez chaque champ, puis recommencez.",
                "This information is not accepted. Check each field, then try again."
            )
        case .tooShort:
            Phrase(
                "Choisissez un code secret d'au moins 12 caractères.",
                "Choose a secret code of at least 12 characters."
            )
        case .tooLong:
            Phrase(
                "Choisissez un code secret d'au plus 128 caractères.",
                "Choose a secret code of at most 128 characters."
            )
        case .digitsOnly:
            Phrase("Avec des chiffres seuls, il en faut au moins 16.", "With digits only, at least 16 are needed.")
        case .common:
            Phrase(
                "Ce code secret est trop courant. Choisissez-en un autre.",
                "This secret code is too common. Choose another one."
            )
        case .personal:
            Phrase(
                "Ce code secret contient votre nom, votre date de naissance ou votre numéro. Choisissez-en un autre.",
                "This secret code holds your name, date of birth or number. Choose another one."
            )
        }
    }
}
