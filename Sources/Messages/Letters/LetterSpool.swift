public import HealthRecord
public import Wording

/// The production carrier of letters: pages dropped in the folder from which the printing house takes them.
public struct LetterSpool: MessageCarrier {
    private let folder: DropFolder
    private let service: ServiceSheet
    private let makeID: @Sendable () -> UniqueID

    /// A spool at a path; the names of its files say nothing of people.
    public init(path: String, service: ServiceSheet, makeID: @escaping @Sendable () -> UniqueID) {
        folder = DropFolder(path: path)
        self.service = service
        self.makeID = makeID
    }

    /// Prints the letter into the folder of the printing house.
    public func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        guard case .letter(let address) = notice.channel else { throw .wrongCarrier(notice.channel.kind) }
        guard address.contains(where: { !$0.isEmpty }) else { throw .addressUnusable(.letter) }
        let letter = Letter(
            notice.notice,
            to: notice.recipient,
            address: address,
            at: notice.at,
            service: service,
            language: language
        )
        try folder.put(LetterPrinter().print(letter, at: notice.at), as: makeID().text + ".pdf")
    }
}
