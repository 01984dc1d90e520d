import HealthRecord

extension ActText {
    /// A document sent by secured messaging, with the mailbox for the holder and whoever acts for him; nil for any other act.
    init?(sending event: TraceEvent, titles: [String], reader: TraceReader) {
        guard event.act == .send else { return nil }
        let what = DocumentsText.object(titles: titles, count: event.documents.count)
        let mailbox = reader == .other ? nil : event.details[TraceEvent.recipientKey]
        let (french, english) = (mailbox ?? "un professionnel", mailbox ?? "a professional")
        guard event.isUnsent else {
            self.init(
                "envoyé \(what.french) à \(french) par messagerie sécurisée",
                "envoyer \(what.french) à \(french) par messagerie sécurisée",
                "sent \(what.english) to \(english) by secured messaging",
                "send \(what.english) to \(english) by secured messaging"
            )
            return
        }
        self.init(
            "renoncé à envoyer \(what.french) à \(french) par messagerie sécurisée : l'envoi n'a pas abouti",
            "renoncer à envoyer \(what.french) à \(french) par messagerie sécurisée",
            "gave up sending \(what.english) to \(english) by secured messaging: the sending failed",
            "give up sending \(what.english) to \(english) by secured messaging"
        )
    }
}
