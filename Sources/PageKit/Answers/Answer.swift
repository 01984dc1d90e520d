package import HTTPTypes
package import Hummingbird
import NIOCore
import Wording

/// What a route of a door answers.
package enum Answer: Sendable {
    /// A page.
    case page(any Page, status: HTTPResponse.Status = .ok, cookies: [String] = [])
    /// Go there with GET.
    case see(String, cookies: [String] = [], fields: [HTTPField] = [])
    /// Anything else, such as a file.
    case raw(Response)

    /// The cookies that it gives.
    package var cookies: [String] {
        switch self {
        case .page(_, _, let cookies), .see(_, let cookies, _): cookies
        case .raw: []
        }
    }

    /// As it goes out, but for cookies; the frame is made for a page alone.
    package func response(in frame: () -> Frame) -> Response {
        switch self {
        case .raw(let raw): return raw
        case .see(let path, _, let fields):
            var response = Response(status: .seeOther, headers: [.location: path])
            for field in fields { response.headers.append(field) }
            return response
        case .page(let page, let status, _):
            let frame = frame()
            return Response(
                status: status,
                headers: [
                    .contentType: "text/html; charset=utf-8", .contentLanguage: frame.language.rawValue,
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(string: page.render(in: frame)))
            )
        }
    }
}
