public import HealthRecord

extension OutboxFolder: SecureMailCarrier {
    /// Writes the message as a file, after the files that it brings.
    public func send(_ message: SecureMessage) async throws(MailFailure) {
        do throws(MessageError) { try put(message) } catch { throw .unsent(error) }
    }

    private func put(_ message: SecureMessage) throws(MessageError) {
        let sentAt = now()
        let name = "\(sentAt.hl7)-\(makeID().text)"
        // The files come first: whoever sees the message finds what it brings.
        for attachment in message.attachments { try folder.put(attachment.bytes, as: "\(name)-\(attachment.name)") }
        var entry = OutboxEntry(.email, sentAt: sentAt)
        entry.to = message.recipient.address
        entry.body = message.subject + "\n\n" + message.body
        try folder.put(entry.json(), as: name + ".json")
    }
}
