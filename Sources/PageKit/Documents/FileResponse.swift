import HTTPTypes
package import Hummingbird
import NIOCore
package import ServerKit

/// Files as they leave a door: each under a policy by which it can do nothing (security design § 5.6).
package enum FileResponse {
    /// A file that browsers save and never show.
    package static func saved(
        _ bytes: [UInt8],
        named name: String,
        type: String = "application/octet-stream"
    ) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: #"attachment; filename="\#(name)""#],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        return response
    }

    /// The page inside the frame of a document.
    package static func sandboxed(_ page: ContentPage, nonce: OpaqueID?) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentDisposition: "inline"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.html))
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nonce).apply(to: &response)
        return response
    }
}
