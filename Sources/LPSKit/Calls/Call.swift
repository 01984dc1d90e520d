internal import SOAPWire

/// A request ready to be sent.
struct Call: Sendable {
    let action: DMPAction
    let messageID: String
    let url: String
    let contentType: String
    let body: [UInt8]
}

/// A document that goes along with a message.
struct CallAttachment: Sendable {
    let contentID: String
    let mimeType: String
    let bytes: [UInt8]
}

/// An answer as it came.
struct RawAnswer: Sendable {
    let status: UInt
    let contentType: String
    let body: [UInt8]
}
