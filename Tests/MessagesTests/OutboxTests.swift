import Foundation
import HealthRecord
import Messages
import Testing
import Wording

@Suite struct OutboxTests {
    private func send(_ notice: Notice, by channel: ContactChannel) async throws -> ScratchFolder {
        let folder = try ScratchFolder()
        let outbox = OutboxFolder(
            path: folder.path + "/outbox",
            service: Samples.service,
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        try await outbox.carry(Samples.outgoing(notice, by: channel), in: .french)
        return folder
    }

    private func read(_ folder: ScratchFolder) throws -> String {
        let name = "outbox/20260312133000-\(Samples.id.text).json"
        return try String(contentsOf: folder.url(name), encoding: .utf8)
    }

    @Test func aTextMessageIsOneFileWithoutINS() async throws {
        let folder = try await send(.oneTimeCode("123456", minutes: 5), by: Samples.sms)
        #expect(
            try read(folder).replacing("\u{A0}", with: " ")
                == #"{"body":"DMP : votre code est 123456. Il est valable 5 minutes. Ne le donnez à personne, "#
                + #"même au téléphone.","channel":"sms","code":"123456","ins":null,"#
                + #""sentAt":"2026-03-12T13:30:00.000Z","to":"+33 6 99 00 00 00"}"# + "\n"
        )
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/outbox")
        #expect(names == ["20260312133000-\(Samples.id.text).json"])
    }

    @Test func aNoticeWithoutCodeWritesNull() async throws {
        let text = try read(try await send(.newDocument(at: Samples.moment), by: Samples.mail))
        #expect(text.contains(#""code":null"#))
        #expect(text.contains(#""channel":"email""#))
        #expect(text.contains(#""to":"claire@example.fr""#))
    }

    @Test func aLetterCarriesTheINSAndItsPage() async throws {
        let folder = try await send(.openingCode("ABCDEFGHJKM"), by: Samples.letter)
        let text = try read(folder)
        #expect(text.contains(#""ins":"255069900000175""#) || Samples.ins == nil)
        #expect(text.contains(#""code":"ABCDEFGHJKM""#))
        #expect(text.contains(#""to":"Claire Exemple\n12 rue des Lilas\nBâtiment B\n69003 LYON""#))
        let page = try Data(contentsOf: folder.url("outbox/20260312133000-\(Samples.id.text).pdf"))
        #expect(page.starts(with: Array("%PDF".utf8)))
    }

    @Test func filesAreForTheirOwnerOnly() async throws {
        let folder = try await send(.oneTimeCode("123456", minutes: 5), by: Samples.sms)
        let name = folder.path + "/outbox/20260312133000-\(Samples.id.text).json"
        let attributes = try FileManager.default.attributesOfItem(atPath: name)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func aFolderThatCannotBeMadeIsAnError() async throws {
        let outbox = OutboxFolder(
            path: "/proc/nowhere/outbox",
            service: Samples.service,
            now: { Samples.moment },
            makeID: { Samples.id }
        )
        await #expect(throws: MessageError.self) {
            try await outbox.carry(Samples.outgoing(.newDocument(at: Samples.moment), by: Samples.mail), in: .french)
        }
    }

    @Test func theSpoolHoldsLettersOnly() async throws {
        let folder = try ScratchFolder()
        let spool = LetterSpool(path: folder.path, service: Samples.service, makeID: { Samples.id })
        try await spool.carry(Samples.outgoing(.activationCode("ABCDEFGHJKM"), by: Samples.letter), in: .french)
        #expect(folder.names == ["\(Samples.id.text).pdf"])
        await #expect(throws: MessageError.wrongCarrier(.sms)) {
            try await spool.carry(Samples.outgoing(.newDocument(at: Samples.moment), by: Samples.sms), in: .french)
        }
        await #expect(throws: MessageError.addressUnusable(.letter)) {
            try await spool.carry(Samples.outgoing(.newDocument(at: Samples.moment), by: .letter([])), in: .french)
        }
    }
}
