import Crypto
public import Hummingbird
import NIOCore

/// One file of the application, such as its style sheet.
public struct StaticAsset: Sendable {
    /// The kinds served.
    public enum Kind: String, Sendable {
        case css = "text/css; charset=utf-8"
        case svg = "image/svg+xml"
        case js = "text/javascript; charset=utf-8"
        case png = "image/png"
        case icon = "image/x-icon"
        case woff2 = "font/woff2"
        case text = "text/plain; charset=utf-8"
    }

    let name: String
    let kind: Kind
    let bytes: [UInt8]
    let digest: String

    /// A file by its name, such as `site.css`.
    public init(name: String, kind: Kind, bytes: [UInt8]) {
        self.name = name
        self.kind = kind
        self.bytes = bytes
        digest = SHA256.hash(data: bytes).prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

/// Files served from memory under names that change with their content, so that browsers keep them for good.
public struct StaticAssets: Sendable {
    private let byName: [String: StaticAsset]
    private static let forever = "public, max-age=31536000, immutable"

    /// A set of files; of two with one name the last counts.
    public init(_ assets: [StaticAsset]) {
        byName = Dictionary(assets.map { ($0.name, $0) }) { _, last in last }
    }

    /// The path of a file in pages, with its digest; nil when there is none of this name.
    public func path(of name: String) -> String? { byName[name].map { "/assets/\($0.digest)/\($0.name)" } }

    /// The answer to `GET /assets/{digest}/{name}`; `Refusal(.notFound)` for another name or another version.
    public func respond(digest: String, name: String, to request: Request) throws(Refusal) -> Response {
        guard let asset = byName[name], asset.digest == digest else { throw Refusal(.notFound) }
        let tag = "\"\(asset.digest)\""
        let headers: HTTPFields = [.eTag: tag, .cacheControl: Self.forever]
        // RFC 9110 §13.1.2: a list of tags, or `*`.
        let known = request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }
            .contains { [tag, "W/\(tag)", "*"].contains(String(String($0).trimmingSpaces)) }
        if known { return Response(status: .notModified, headers: headers) }
        var response = Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes))
        )
        response.headers[.contentType] = asset.kind.rawValue
        return response
    }
}

extension RouterMethods where Context: DoorContext {
    /// Serves files from memory under `/assets`.
    public func serve(_ assets: StaticAssets) {
        get("/assets/{digest}/{name}") { request, context in
            try assets.respond(
                digest: context.parameters.get("digest") ?? "",
                name: context.parameters.get("name") ?? "",
                to: request
            )
        }
    }
}
