import HealthRecord

extension ActText {
    /// A document sent by secured messaging, with the mailbox for the holder and whoever acts for him; nil for any other act.
    init?(sending event: TraceEvent, titles: [String], reader: TraceReader) {
        guard event.act == .send else { return nil }
        let what = DocumentsText.object(titles: titles, count: event.documents.count)
        let mailbox = reader == .other ? nil : event.details[TraceEvent.recipientKey]
        let (french, english) = (mailbox ?? "un professionnel", mailbox ?? "a professional")
        switch event.sendingFailure {
        case nil:
            self.init(
                "envoyé \(what.french) à \(french) par messagerie sécurisée",
                "envoyer \(what.french) à \(french) par messagerie sécurisée",
                "sent \(what.english) to \(english) by secured messaging",
                "send \(what.english) to \(english) by secured messaging"
            )
        case .unsent:
            self.init(
                "renoncé à envoyer \(what.french) à \(french) par messagerie sécurisée : l'envoi n'a pas abouti",
                "renoncer à envoyer \(what.french) à \(french) par messagerie sécurisée",
                "gave up sending \(what.english) to \(english) by secured messaging: the sending failed",
                "give up sending \(what.english) to \(english) by secured messaging"
            )
        case .uncertain:
            self.init(
                "tenté d'envoyer \(what.french) à \(french) par messagerie sécurisée, sans confirmation : l'envoi a peut-être abouti",
                "tenter d'envoyer \(what.french) à \(french) par messagerie sécurisée",
                "tried to send \(what.english) to \(english) by secured messaging, without confirmation: it may have been sent",
                "try to send \(what.english) to \(english) by secured messaging"
            )
        }
    }
}
