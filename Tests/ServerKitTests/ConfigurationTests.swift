import FuzzSeeds
import ServerKit
import Testing

@Suite struct ConfigurationTests {
    enum Mode: String, CaseIterable { case demo, production }

    static let port = ConfigurationKey("portal.port", .integer(1...65_535), default: 8443, doc: "Port of the portal.")
    static let mode = ConfigurationKey("mode", .choice(Mode.self), default: .demo, doc: "What runs.")
    static let verbose = ConfigurationKey("verbose", .flag, default: false, doc: "More events.")
    static let folder = ConfigurationKey("folder", .text("the path of a folder"), default: "data", doc: "Where.")
    static let peers = ConfigurationKey("trustedPeers", .list(), default: ["a", "b"], doc: "Who.")
    static let pin = ConfigurationKey("keys.pin", .secret(), default: SecretText("CANARY"), doc: "The token's PIN.")

    private var schema: ConfigurationSchema {
        get throws {
            try ConfigurationSchema([
                Self.port.declaration, Self.mode.declaration, Self.verbose.declaration, Self.folder.declaration,
                Self.peers.declaration, Self.pin.declaration,
            ])
        }
    }

    private func load(_ file: String?, _ environment: [String: String] = [:]) throws -> Configuration {
        try schema.load(file: file.map { Array($0.utf8) }, environment: environment)
    }

    @Test func theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws {
        #expect(try load(nil).value(Self.port) == 8443)
        #expect(try load(#"{"portal":{"port":1}}"#).value(Self.port) == 1)
        #expect(try load(#"{"portal.port":65535}"#).value(Self.port) == 65_535)
        let both = try load(
            #"{"portal.port":1,"mode":"production","verbose":true,"folder":"/f","trustedPeers":["x"]}"#,
            ["DMP_PORTAL_PORT": "2", "DMP_TRUSTED_PEERS": "p, q", "DMP_KEYS_PIN": "1234", "PATH": "/bin"]
        )
        #expect(try both.value(Self.port) == 2)
        #expect(try both.value(Self.mode) == .production)
        #expect(try both.value(Self.verbose))
        #expect(try both.value(Self.folder) == "/f")
        #expect(try both.value(Self.peers) == ["p", "q"])
        #expect(try both.value(Self.pin).reveal() == "1234")
    }

    /// Whoever reads the file has them, whether the environment says something else or not.
    @Test func secretsOfTheFileAreNamed() throws {
        #expect(try load(#"{"folder":"/f"}"#, ["DMP_KEYS_PIN": "1234"]).secretsInFile == [])
        #expect(try load(#"{"keys":{"pin":"1"}}"#).secretsInFile == ["keys.pin"])
        #expect(try load(#"{"keys.pin":"1"}"#, ["DMP_KEYS_PIN": "1234"]).secretsInFile == ["keys.pin"])
    }

    @Test(arguments: [
        (#"{"portal":{"prot":1}}"#, ConfigurationError.unknownKey("portal.prot")),
        (#"{"x":1}"#, .unknownKey("x")),
        (#"{"portal.port":0}"#, .badValue(key: "portal.port", expected: "a whole number from 1 to 65535")),
        (#"{"portal.port":65536}"#, .badValue(key: "portal.port", expected: "a whole number from 1 to 65535")),
        (#"{"portal.port":"CANARY"}"#, .badValue(key: "portal.port", expected: "a whole number from 1 to 65535")),
        (#"{"portal.port":null}"#, .badValue(key: "portal.port", expected: "a whole number from 1 to 65535")),
        (#"{"mode":"CANARY"}"#, .badValue(key: "mode", expected: "one of demo, production")),
        (#"{"verbose":1}"#, .badValue(key: "verbose", expected: "true or false")),
        (#"{"folder":1}"#, .badValue(key: "folder", expected: "the path of a folder")),
        (#"{"trustedPeers":["a",1]}"#, .badValue(key: "trustedPeers", expected: "a list of texts")),
        (#"{"keys":{"pin":""}}"#, .badValue(key: "keys.pin", expected: "a secret text")),
        (#"{"portal.port":1,"portal":{"port":1}}"#, .repeatedKey("portal.port")),
        ("[]", .unreadableFile), ("{", .unreadableFile), ("", .unreadableFile),
    ])
    func aWrongFileNamesItsKey(file: String, error: ConfigurationError) {
        #expect(throws: error) { try load(file) }
        #expect(!error.description.contains("CANARY"))
    }

    @Test(arguments: [
        ("DMP_PORTAL_PROT", "1", ConfigurationError.unknownKey("DMP_PORTAL_PROT")),
        ("DMP_PORTAL_PORT", "x", .badValue(key: "DMP_PORTAL_PORT", expected: "a whole number from 1 to 65535")),
        ("DMP_VERBOSE", "yes", .badValue(key: "DMP_VERBOSE", expected: "true or false")),
    ])
    func aWrongEnvironmentNamesItsKey(name: String, value: String, error: ConfigurationError) {
        #expect(throws: error) { try load(nil, [name: value]) }
    }

    @Test func aMandatoryKeyIsAskedFor() throws {
        let key = ConfigurationKey("tls.key", .text("the path of a file"), doc: "The key.")
        let schema = try ConfigurationSchema([key.declaration])
        #expect(throws: ConfigurationError.missing(key: "tls.key", expected: "the path of a file")) {
            try schema.load(file: nil, environment: [:])
        }
        #expect(try schema.load(file: nil, environment: ["DMP_TLS_KEY": "k"]).value(key) == "k")
    }

    /// A key misspelt is one missing and one unknown: both are named, and whatever else is wrong.
    @Test func everythingThatIsWrongIsNamedAtOnce() throws {
        let sender = ConfigurationKey<[String]>("service.sender", .list(of: "lines of an address"), doc: "Who writes.")
        let schema = try ConfigurationSchema([sender.declaration, Self.port.declaration, Self.verbose.declaration])
        let expected = #"a list of texts, as ["one", "two"]: lines of an address"#
        let wrong: [(String, [ConfigurationError])] = [
            (
                #"{"service.sendr":["x"],"portal.port":0,"other":1}"#,
                [
                    .missing(key: "service.sender", expected: expected),
                    .badValue(key: "portal.port", expected: "a whole number from 1 to 65535"), .unknownKey("other"),
                    .unknownKey("service.sendr"),
                ]
            ),
            (
                #"{"service.sender":"12 rue Haute, Dijon","verbose":1}"#,
                [
                    .badValue(key: "service.sender", expected: expected),
                    .badValue(key: "verbose", expected: "true or false"),
                ]
            ),
        ]
        for (file, errors) in wrong {
            #expect(throws: ConfigurationError.several(errors)) {
                try schema.load(file: Array(file.utf8), environment: [:])
            }
            let lines = ConfigurationError.several(errors).description.split(separator: "\n").map(String.init)
            #expect(lines == errors.map(\.description))
        }
        #expect(throws: ConfigurationError.missing(key: "service.sender", expected: expected)) {
            try schema.load(file: nil, environment: [:])
        }
    }

    @Test func nothingShowsASecret() throws {
        let configuration = try load(nil)
        var dumped = ""
        dump(configuration, to: &dumped)
        dump(try configuration.value(Self.pin), to: &dumped)
        let texts = [
            configuration.description, String(reflecting: configuration), "\(try configuration.value(Self.pin))",
            dumped,
        ]
        for text in texts { #expect(!text.contains("CANARY")) }
        #expect(configuration.description.contains("keys.pin = •••"))
    }

    @Test func theExampleIsAFile() throws {
        let example = try schema.example
        #expect(!example.contains("CANARY"))
        #expect(example.contains("// Port of the portal.\n"))
        #expect(example.contains("in the environment: DMP_PORTAL_PORT"))
        #expect(try load(example).description == load(nil).description)
    }

    @Test(arguments: 0..<10)
    func survivesMutatedFiles(seed: UInt64) throws {
        var generator = SplitMix64(seed: FuzzSeed.of(seed))
        let schema = try schema
        let sample = Array(#"{"portal":{"port":1},"trustedPeers":["x"],"verbose":true,"folder":"/f"}"#.utf8)
        for _ in 0..<100 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = Bool.random(using: &generator) ? .random(in: 0...255, using: &generator) : bytes[0]
            }
            do throws(ConfigurationError) {
                let configuration = try schema.load(file: bytes, environment: [:])
                #expect((1...65_535).contains(try configuration.value(Self.port)))
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test func twoKeysDoNotShareAName() {
        #expect(throws: ConfigurationError.declaredTwice("mode")) {
            try ConfigurationSchema([Self.mode.declaration, Self.mode.declaration])
        }
        let clash = ConfigurationKey("portal-port", .flag, default: true, doc: "")
        #expect(throws: ConfigurationError.declaredTwice("DMP_PORTAL_PORT")) {
            try ConfigurationSchema([Self.port.declaration, clash.declaration])
        }
    }
}
