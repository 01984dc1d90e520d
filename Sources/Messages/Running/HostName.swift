/// A host by name or IPv4 address, with nothing in it that could mean more in an address of a server.
struct HostName: Hashable, Sendable {
    let text: String

    init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { byte in
            switch UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") ? byte + 32 : byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard (1...253).contains(text.utf8.count), allowed, !text.hasPrefix("-"), !text.hasPrefix(".") else {
            return nil
        }
        self.text = text
    }

    /// Whether it is this machine: the only one that may be spoken to without TLS.
    var isLoopback: Bool { text == "127.0.0.1" || text == "localhost" }
}
