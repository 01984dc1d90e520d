import Custody
import Foundation
import FuzzSeeds
import OperatorDoor
import ServerKit
import Testing

/// Bodies of any kind are read or refused with a code, and nothing else happens.
@Suite struct FuzzTests {
    static let good =
        #"{"order":"00000000-0000-4000-8000-000000000001","paper":"pi\u00e8ce","matricule":"1","given":["A","B"]}"#

    @Test func readsWhatFoundationReads() throws {
        let texts = [
            "{}", " { } ", #"{"a":"b"}"#, #"{"a":["b","c"],"d":""}"#, #"{"a":"\u00e9\"\\\/\b\f\n\r\t"}"#,
            #"{"a":"\ud83d\ude00é"}"#, Self.good,
        ]
        for text in texts {
            let own = try FlatJSON(Array(text.utf8))
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let theirs = try #require(object as? [String: Any])
            #expect(Set(own.members.keys) == Set(theirs.keys))
            for (name, member) in own.members {
                switch member {
                case .one(let text): #expect(theirs[name] as? String == text)
                case .many(let texts): #expect(theirs[name] as? [String] == texts)
                }
            }
        }
    }

    @Test(arguments: [
        "", "[", "[]", "null", "1", "\"a\"", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1}", "{\"a\":null}", "{\"a\":true}",
        "{\"a\":{}}", "{\"a\":[[]]}", "{\"a\":[1]}", "{\"a\":\"b\",}", "{\"a\":\"b\"}x", "{\"a\":\"b\",\"a\":\"c\"}",
        "{\"a\":\"b\",\"\\u0061\":\"c\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ude00\"}",
        "{\"a\":\"\\ud83d\\u0041\"}", "{\"a\":\"\\ud83dx\"}", "{\"a\":\"\\u+041\"}", "{\"a\":\"\n\"}", "{\"a\":\"b",
        "{'a':'b'}", "{\"a\":[\"b\",]}", "\u{FEFF}{}",
    ])
    func refuses(text: String) {
        #expect(throws: OperatorFault.badJSON) { _ = try FlatJSON(Array(text.utf8)) }
    }

    @Test(arguments: [-1, 0, 1]) func refusesWhatIsTooMuch(beyond: Int) throws {
        let names = (0..<FlatJSON.memberLimit + beyond).map { "m\($0)" }
        let list = Array(repeating: "", count: FlatJSON.listLimit + beyond)
        let long = String(repeating: "x", count: FlatJSON.textLimit + beyond)
        let members: [[String: FlatJSON.Member]] = [
            Dictionary(uniqueKeysWithValues: names.map { ($0, .one("")) }), ["a": .many(list)], ["a": .one(long)],
            ["a": .many([long])], [long: .one("")],
        ]
        for members in members {
            let body = Array(Self.written(members).utf8)
            if beyond > 0 {
                #expect(throws: OperatorFault.badJSON) { _ = try FlatJSON(body) }
            } else {
                #expect(try FlatJSON(body).members == members)
            }
        }
    }

    private static func written(_ members: [String: FlatJSON.Member]) -> String {
        let written = members.map { name, member in
            switch member {
            case .one(let text): "\"\(name)\":\"\(text)\""
            case .many(let texts): "\"\(name)\":[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
            }
        }
        return "{" + written.joined(separator: ",") + "}"
    }

    @Test func refusesNamesThatAreNoText() {
        #expect(throws: OperatorFault.badJSON) { _ = try FlatJSON([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x22, 0x22, 0x7D]) }
    }

    @Test func survivesAnyBytes() {
        var generator = SplitMix64(seed: FuzzSeed.of(118))
        for _ in 0..<20_000 {
            var bytes = Array(Self.good.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
                default: bytes.removeLast(min(bytes.count, Int.random(in: 1...20, using: &generator)))
                }
            }
            guard let own = try? FlatJSON(bytes) else { continue }
            // What is taken is JSON to others as well.
            #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(own)")
        }
    }

    @Test func everyVerbAnswersAnyBodyWithACode() async throws {
        let desk = try Desk()
        var generator = SplitMix64(seed: FuzzSeed.of(9))
        for verb in OperatorVerb.allCases {
            let role = try #require(verb.roles.first)
            for _ in 0..<25 {
                var members: [String: Any] = [:]
                for field in VerbField.allCases where Int.random(in: 0..<3, using: &generator) > 0 {
                    guard verb.fields.required.contains(field) || verb.fields.optional.contains(field) else { continue }
                    let text =
                        ["", "é", "1", "2026-01-01", "../../x", "252046938304226"].randomElement(using: &generator)
                        ?? ""
                    members[field.rawValue] = field.isList ? [text] as Any : text as Any
                }
                let body = [UInt8](try JSONSerialization.data(withJSONObject: members))
                let reply = try await desk.send(verb.rawValue, body, with: Desk.certificate(role))
                let answer = try JSONDecoder().decode(OperatorAnswer.self, from: Data(reply.text.utf8))
                let isSound = reply.status == 200 || answer.fault?.code.status == reply.status
                #expect(isSound, "\(verb) \(reply)")
            }
        }
    }

    @Test(arguments: [(-1, 200), (0, 200), (1, 413)]) func aBodyHasALimit(beyond: Int, status: Int) async throws {
        let desk = try Desk()
        let spaces = [UInt8](repeating: 0x20, count: OperatorDoor.bodyLimit.bytes + beyond - 2)
        let body = Array("{".utf8) + spaces + Array("}".utf8)
        let verb = OperatorVerb.journal.rawValue
        #expect(try await desk.send(verb, body, with: Desk.certificate(.auditor)).status == status)
    }
}

/// Numbers that are the same at each run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
