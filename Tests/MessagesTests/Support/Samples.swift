import HealthRecord
import Messages
import Synchronization
import Wording

/// Fictitious people and notices.
enum Samples {
    static let moment = Instant(milliseconds: 1_773_322_200_000)
    static let holder = PersonName(family: "Exemple", given: "Claire")
    static let id = UniqueID(random: (1, 2))
    static let ins = INS("255069900000175", root: INSRoot.test.rawValue)
    static let service = ServiceSheet(
        portalAddress: "dmp.example.fr",
        helpPhone: "01\u{A0}99\u{A0}00\u{A0}00\u{A0}00",
        senderLines: ["Dossier médical partagé", "TSA 00000", "75000 PARIS"]
    )
    static let address = ["12 rue des Lilas", "Bâtiment B", "69003 LYON"]
    static let mail = ContactChannel.email("claire@example.fr")
    static let sms = ContactChannel.sms("+33 6 99 00 00 00")
    static let letter = ContactChannel.letter(address)
    static let notices: [Notice] = [
        .openingCode("ABCDEFGHJKM"), .activationCode("ABCDEFGHJKM"), .oneTimeCode("123456", minutes: 5),
        .firstAccess(by: PersonName(family: "Modèle", given: "Anne"), at: moment),
        .emergencyAccess(by: PersonName(family: "Modèle", given: "Anne"), at: moment), .newDocument(at: moment),
        .accessChanged(at: moment),
        .newDevice(at: moment),
        .ofRepresented(.firstAccess, at: moment), .ofRepresented(.emergencyAccess, at: moment),
        .ofRepresented(.newDocument, at: moment),
    ]

    static func outgoing(_ notice: Notice, by channel: ContactChannel) -> OutgoingNotice {
        OutgoingNotice(channel: channel, recipient: holder, ins: ins, notice: notice, at: moment)
    }

    static func print(_ notice: Notice) throws -> [UInt8] {
        let letter = Letter(notice, to: holder, address: address, at: moment, service: service)
        return try LetterPrinter().print(letter, at: moment)
    }
}

/// A carrier that fails as it is told, then takes.
final class FailingCarrier: MessageCarrier {
    private let failures: Mutex<[MessageError]>
    private let calls = Mutex(0)

    init(_ failures: [MessageError]) { self.failures = Mutex(failures) }

    var count: Int { calls.withLock { $0 } }

    func carry(_ notice: OutgoingNotice, in language: Language) async throws(MessageError) {
        calls.withLock { $0 += 1 }
        let failure = failures.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        if let failure { throw failure }
    }
}
