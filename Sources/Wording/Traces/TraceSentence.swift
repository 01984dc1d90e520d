public import HealthRecord

/// Who reads the history.
public enum TraceReader: Hashable, Sendable {
    /// The holder of the record, whose own acts are told with *vous*.
    case holder
    /// Whoever acts for the holder: he reads all that the holder reads, and *vous* is not the holder.
    case acting
    /// Somebody else.
    case other
}

/// One line of the history of accesses, in sentences a person understands.
public struct TraceSentence: Hashable, Sendable {
    /// When, who and what.
    ///
    /// `Le 12 mars 2026 à 14 h 30, le Dr Anne Exemple, médecin généraliste, Cabinet des Lilas, a lu le document « X ».`
    public let sentence: Phrase
    /// Who and what, for a page that says when by itself.
    ///
    /// `Le Dr Anne Exemple, médecin généraliste, Cabinet des Lilas, a lu le document « X ».`
    public let untimed: Phrase
    /// What is out of the ordinary: an emergency and its reason; nil for an ordinary access.
    public let remark: Phrase?

    /// Tells an event; `titles` are those of its documents that this reader may know.
    public init(_ event: TraceEvent, titles: [String] = [], reader: TraceReader = .holder) {
        let act =
            (reader == .holder ? nil : ActText(toOthers: event)) ?? ActText(ofOneself: event)
            ?? ActText(sending: event, titles: titles, reader: reader)
            ?? ActText(event.act, titles: titles, documents: event.documents.count)
        let moment = DateText.moment(event.time)
        let who = Self.subject(event.actor, reader)
        let verb = Self.verb(event.actor, event.outcome, reader)
        let deed = event.outcome == .permitted ? act.done : act.attempted
        let comma = who.isDescribed ? "," : ""
        let (means, stop) = (Self.means(event.means), Self.end(event.outcome))
        let told = Phrase(
            french: "\(who.phrase.french)\(comma) \(verb.french)\(deed.french)\(means.french)\(stop.french)",
            english: "\(who.phrase.english)\(comma) \(verb.english)\(deed.english)\(means.english)\(stop.english)"
        )
        untimed = told.capitalised
        sentence = Phrase(
            french: "Le\u{A0}\(moment.french), \(told.french)",
            english: "On\u{A0}\(moment.english), \(told.english)"
        )
        // Who works for the service is told to the holder and whoever acts for him alone.
        remark =
            Self.remark(event.mode)
            ?? (reader == .other ? nil : IncidentText.remark(event) ?? OperatorText.remark(event))
            ?? Self.opinion(event) ?? event.sendingHindrance?.remark
            ?? (reader == .holder ? Self.concerned(event) : nil)
    }

    /// The sentence, then the remark where there is one.
    public var whole: Phrase { remark.map { sentence + $0 } ?? sentence }

    /// That whoever is in charge of a protection stated the person's own opinion; nil for any other event.
    private static func opinion(_ event: TraceEvent) -> Phrase? {
        guard event.details["opinion"] != nil else { return nil }
        return Phrase("L'avis de la personne a été demandé.", "The person was asked for an opinion.")
    }

    /// What to say of the mode of an access; nil for an ordinary one.
    public static func remark(_ mode: AccessMode) -> Phrase? {
        switch mode {
        case .normal: nil
        case .breakGlass(let reason):
            reason.isEmpty
                ? Phrase("Accès en urgence, sans motif indiqué.", "Emergency access, no reason stated.")
                : Phrase(
                    "Accès en urgence. Motif indiqué : « \(reason) ».",
                    "Emergency access. Reason stated: “\(reason)”."
                )
        case .regulation:
            Phrase(
                "Accès par le centre de régulation du Samu, après un appel au 15.",
                "Access by the emergency medical service, after a call to 15."
            )
        }
    }

    private static func subject(_ actor: Actor, _ reader: TraceReader) -> (phrase: Phrase, isDescribed: Bool) {
        switch actor {
        case .holder(let name):
            reader == .holder
                ? (Phrase("vous", "you"), false)
                : (Phrase("\(name.spoken), titulaire du dossier", "\(name.spoken), holder of the record"), true)
        case .representative(let name, let capacity):
            (
                Phrase("\(name.spoken), \(capacity.label.french)", "\(name.spoken), \(capacity.label.english)"), true
            )
        case .care(let care): (NameText.described(care), care.person != nil)
        case .system: (Phrase("le service DMP", "the DMP service"), false)
        }
    }

    private static func verb(_ actor: Actor, _ outcome: TracedOutcome, _ reader: TraceReader) -> Phrase {
        var isYou = false
        if case .holder = actor { isYou = reader == .holder }
        return switch outcome {
        case .permitted: Phrase(french: isYou ? "avez " : "a ", english: "")
        case .refused: Phrase(french: isYou ? "avez demandé à " : "a demandé à ", english: "asked to ")
        }
    }

    /// By what a professional asked: his software, or a browser.
    private static func means(_ means: AccessMeans?) -> Phrase {
        switch means {
        case .webSite: Phrase(", sur le site web des professionnels", ", on the professionals' web site")
        case .software: Phrase(", avec son logiciel", ", with software")
        case nil: Phrase(french: "", english: "")
        }
    }

    private static func end(_ outcome: TracedOutcome) -> Phrase {
        switch outcome {
        case .permitted: Phrase(".", ".")
        case .refused: Phrase(". Cette demande a été refusée.", ". This request was refused.")
        }
    }
}
