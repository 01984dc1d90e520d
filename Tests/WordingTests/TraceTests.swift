import HealthRecord
import Testing
import Wording

@Suite struct TraceTests {
    @Test func anOrdinaryReadingIsToldInFull() {
        let event = Samples.event(.read, by: .care(Samples.physician))
        let told = TraceSentence(event, titles: ["Compte rendu de radiographie"])
        #expect(
            told.sentence.french
                == "Le\u{A0}12\u{A0}mars\u{A0}2026 à 14\u{A0}h\u{A0}30, le\u{A0}Dr\u{A0}Anne Exemple, médecin généraliste, "
                + "Cabinet des Lilas, a lu le document «\u{A0}Compte rendu de radiographie\u{A0}»."
        )
        #expect(
            told.sentence.english
                == "On\u{A0}12\u{A0}March\u{A0}2026 at 14:30, Dr\u{A0}Anne Exemple, general practitioner, "
                + "Cabinet des Lilas, read the document “Compte rendu de radiographie”."
        )
        #expect(told.remark == nil)
        // Below the day and the time, the same without them.
        #expect(
            told.untimed.french
                == "Le\u{A0}Dr\u{A0}Anne Exemple, médecin généraliste, Cabinet des Lilas, "
                + "a lu le document «\u{A0}Compte rendu de radiographie\u{A0}»."
        )
        #expect(told.untimed.english.hasPrefix("Dr\u{A0}Anne Exemple, general practitioner,"))
    }

    /// A physician declares himself, and nobody else (CSP L1111-16).
    @Test func aTreatingPhysicianIsToldOfAsOneWhoDeclaredHimself() {
        let event = Samples.event(.declareTreatingPhysician, by: .care(Samples.physician), documents: 0)
        #expect(TraceSentence(event).sentence.french.hasSuffix("a déclaré être votre médecin traitant."))
        let other = TraceSentence(event, reader: .other).sentence.french
        #expect(other.hasSuffix("a déclaré être le médecin traitant du patient."))
        let left = Samples.event(.resignTreatingPhysician, by: .care(Samples.physician), documents: 0)
        #expect(TraceSentence(left).sentence.french.hasSuffix("a renoncé au rôle de médecin traitant."))
    }

    /// Whoever acts for the holder reads all that the holder reads, and is not told that the holder's acts are his own.
    @Test func whoeverActsForTheHolderIsNotTheHolder() {
        let own = Samples.event(.read, by: .holder(Samples.holder))
        let told = TraceSentence(own, reader: .acting).sentence
        #expect(told.french.contains("titulaire du dossier, a lu un document"))
        #expect(told.english.contains("holder of the record, read a document"))
        for act in TracedAct.allCases {
            let event = Samples.event(act, by: .care(Samples.physician))
            let said = TraceSentence(event, reader: .acting).sentence
            #expect(!said.french.contains("votre") && !said.english.contains("your"), "\(act): \(said.french)")
        }
        let details = [TraceEvent.recipientKey: "anne@chu.mssante.fr", TraceEvent.sendingKey: "1"]
        let sent = Samples.event(.send, by: .holder(Samples.holder), details: details)
        #expect(TraceSentence(sent, reader: .acting).sentence.french.contains("anne@chu.mssante.fr"))
        let order = ["operator": "Rose Greffe", "operatorRole": "registrar", "paper": "jugement 34"]
        let closed = Samples.event(.close, by: .system("life cycle"), documents: 0, details: order)
        #expect(TraceSentence(closed, reader: .acting).remark == TraceSentence(closed).remark)
    }

    @Test func anEmergencyShowsItsReasonAsTyped() {
        let reason = "Personne inconsciente, pas d'autre choix ?"
        let told = TraceSentence(Samples.event(.read, by: .care(Samples.physician), mode: .breakGlass(reason: reason)))
        #expect(told.remark?.french == "Accès en urgence. Motif indiqué\u{A0}: «\u{A0}\(reason)\u{A0}».")
        #expect(told.whole.french.contains("a lu un document. Accès en urgence."))
    }

    /// The holder reads which operator it was, in what role, on which paper; nobody else does.
    @Test func anOrderNamesWhoGaveItAndOnWhatPaper() {
        var details = ["operator": "Rose Greffe", "operatorRole": "registrar", "paper": "jugement 34"]
        let event = Samples.event(.close, by: .system("life cycle"), documents: 0, details: details)
        #expect(
            TraceSentence(event).remark?.french
                == "Par Rose Greffe, service des identités. Pièce\u{A0}: «\u{A0}jugement 34\u{A0}»."
        )
        #expect(TraceSentence(event).remark?.english == "By Rose Greffe, identity service. Paper: “jugement 34”.")
        #expect(TraceSentence(event, reader: .other).remark == nil)
        details["firstOperator"] = "Sacha Secours"
        details["firstOperatorRole"] = "support"
        let both = Samples.event(.request, by: .system("operator"), documents: 0, details: details)
        #expect(
            TraceSentence(both).remark?.english
                == "By Sacha Secours, support, and Rose Greffe, identity service. Paper: “jugement 34”."
        )
        let opening = Samples.event(.openRecord, by: .holder(Samples.holder), documents: 0, details: details)
        #expect(TraceSentence(opening).remark?.french.hasPrefix("Invitation envoyée par Sacha Secours") == true)
        #expect(TraceSentence(Samples.event(.close, by: .system("life cycle"))).remark == nil)
    }

    /// The holder reads to what mailbox a document went; somebody else reads that it went.
    @Test func aSendingNamesItsMailboxToTheHolderAlone() {
        let details = [TraceEvent.recipientKey: "anne@chu.mssante.fr", TraceEvent.sendingKey: "1"]
        let sent = Samples.event(.send, by: .holder(Samples.holder), details: details)
        #expect(
            TraceSentence(sent, titles: ["Bilan"]).sentence.french.hasSuffix(
                ", vous avez envoyé le document «\u{A0}Bilan\u{A0}» à anne@chu.mssante.fr par messagerie sécurisée."
            )
        )
        #expect(
            TraceSentence(sent).sentence.english.hasSuffix(
                "you sent a document to anne@chu.mssante.fr by secured messaging."
            )
        )
        let other = TraceSentence(sent, reader: .other).sentence
        #expect(other.french.hasSuffix(" a envoyé un document à un professionnel par messagerie sécurisée."))
        #expect(!other.english.contains("anne@"))
        let unsent = Samples.event(
            .send,
            by: .system("portal"),
            details: details.merging([SendingFailure.unsent.traceKey: "1"]) { own, _ in own }
        )
        #expect(
            TraceSentence(unsent).sentence.french.hasSuffix(
                "le service DMP a renoncé à envoyer un document à anne@chu.mssante.fr par messagerie sécurisée\u{A0}: "
                    + "l’envoi n’a pas abouti."
            )
        )
        let uncertain = Samples.event(
            .send,
            by: .system("portal"),
            details: details.merging([SendingFailure.uncertain.traceKey: "1"]) { own, _ in own }
        )
        #expect(
            TraceSentence(uncertain).sentence.french.hasSuffix(
                "le service DMP a tenté d’envoyer un document à anne@chu.mssante.fr par messagerie sécurisée, "
                    + "sans confirmation\u{A0}: l’envoi a peut-être abouti."
            )
        )
        let refused = Samples.event(.send, by: .holder(Samples.holder), outcome: .refused, details: details)
        #expect(TraceSentence(refused).sentence.french.contains("vous avez demandé à envoyer un document à anne@"))
        #expect(TraceSentence(refused).remark == nil)
        for (hindrance, said) in [(SendingHindrance.begun, "avait déjà été demandé"), (.tooMany, "en un jour")] {
            let kept = details.merging([TraceEvent.conflictKey: hindrance.rawValue]) { own, _ in own }
            let hindered = Samples.event(.send, by: .holder(Samples.holder), outcome: .refused, details: kept)
            #expect(TraceSentence(hindered).remark?.french.contains(said) == true)
        }
    }

    /// § 7.1, page 22: who did what, and whom it is about; what a minor decides is told to nobody by name.
    @Test func aDecisionNamesWhomItIsAboutToTheHolderAlone() throws {
        let details = ["name": "Camille Essai", "subject": "P899900000017"]
        for act in [TracedAct.authorise, .revoke, .block, .unblock, .nameAdministrator] {
            let event = Samples.event(act, by: .holder(Samples.holder), documents: 0, details: details)
            let remark = try #require(TraceSentence(event).remark)
            #expect(remark.french == "Professionnel concerné\u{A0}: Camille Essai.")
            #expect(TraceSentence(event, reader: .acting).remark == nil)
            #expect(TraceSentence(event, reader: .other).remark == nil)
        }
        // Who declares himself is named by the sentence, and a team's name is nobody's.
        for act in [TracedAct.endTeam, .read] {
            let event = Samples.event(act, by: .holder(Samples.holder), documents: 0, details: details)
            #expect(TraceSentence(event).remark == nil)
        }
    }

    @Test func aRefusalSaysWhatWasAsked() {
        let told = TraceSentence(Samples.event(.read, by: .care(Samples.physician), outcome: .refused))
        #expect(told.sentence.french.hasSuffix("a demandé à lire un document. Cette demande a été refusée."))
        #expect(told.sentence.english.hasSuffix("asked to read a document. This request was refused."))
    }

    @Test func theHoldersOwnActsAreToldToYou() {
        let event = Samples.event(.signIn, by: .holder(Samples.holder), documents: 0)
        #expect(TraceSentence(event).sentence.french.hasSuffix(", vous avez ouvert une session."))
        #expect(
            TraceSentence(event, reader: .other).sentence.french
                .hasSuffix(", Claire Exemple, titulaire du dossier, a ouvert une session.")
        )
    }

    @Test func severalDocumentsAreCounted() {
        let event = Samples.event(.read, by: .care(Samples.physician), documents: 3)
        #expect(TraceSentence(event).sentence.french.hasSuffix("a lu 3\u{A0}documents."))
        let some = TraceSentence(event, titles: ["A"])
        #expect(some.sentence.french.hasSuffix("a lu 3\u{A0}documents, dont «\u{A0}A\u{A0}»."))
    }

    @Test func aStructureWithoutAPersonIsNamed() {
        let actor = Samples.care("10", name: PersonName(family: "LOGICIEL", given: ""), person: nil)
        let told = TraceSentence(Samples.event(.deposit, by: .care(actor)), titles: ["A"])
        #expect(told.sentence.french.contains(", Cabinet des Lilas (LOGICIEL) a ajouté le document"))
    }

    /// By what somebody asked: his software, or the professionals' site.
    @Test(arguments: [
        ([TraceEvent.softwareKey: "Essai", TraceEvent.webKey: "1"], ", sur le site web des professionnels."),
        ([TraceEvent.softwareKey: "Site web des professionnels"], ", avec son logiciel."),
        ([:], "a lu un document."),
    ])
    func theMeansOfAnAccessAreTold(details: [String: String], end: String) {
        let event = Samples.event(.read, by: .care(Samples.physician), details: details)
        #expect(TraceSentence(event).sentence.french.hasSuffix(end))
        let own = Samples.event(.read, by: .holder(Samples.holder), details: details)
        #expect(TraceSentence(own).sentence.french.hasSuffix("avez lu un document."))
    }

    /// What speaks to the patient is not said to a colleague.
    @Test(arguments: [TracedAct.authorise, .delegateConsent, .requestPresence, .confirmPresence])
    func aColleagueIsNotSpokenToAsThePatient(act: TracedAct) {
        let event = Samples.event(act, by: .care(Samples.physician), documents: 0)
        #expect(TraceSentence(event).sentence.french.contains("votre"))
        let told = TraceSentence(event, reader: .other).sentence
        #expect(told.french.contains("du patient") && !told.french.contains("votre"))
        #expect(told.english.contains("patient's") || told.english.contains("patient’s"))
        #expect(!told.english.contains("your"))
    }

    @Test func everyActHasItsOwnWords() {
        let done = Set(TracedAct.allCases.map { ActText($0).done.french })
        #expect(done.count == TracedAct.allCases.count)
        let attempted = Set(TracedAct.allCases.map { ActText($0).attempted.english })
        #expect(attempted.count == TracedAct.allCases.count)
    }

    @Test func noWordOfTheTradeReachesPeople() {
        // identity-and-experience § 7.3.
        for phrase in Samples.composed {
            for word in ["XDS", "VIHF", "provision", "INS ", "hash"] { #expect(!phrase.french.contains(word)) }
        }
    }
}
