import ClinicalDocuments
import PageKit
import RecordService
import Wording

/// A file that somebody adds: judged by its bytes, whatever its name says.
struct OwnFile: Sendable {
    /// What the page's field offers to choose.
    static let accepted = """
        .pdf,.txt,.rtf,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,text/plain,text/rtf,image/jpeg,image/png,image/tiff
        """

    let bytes: [UInt8]
    let mediaType: String

    /// The file, or why it is not taken.
    static func read(_ bytes: [UInt8]?) -> Result<OwnFile, Reason> {
        guard let bytes, !bytes.isEmpty else { return .failure(Reason(text: .fileMissing)) }
        guard bytes.count <= OwnDocument.sizeLimit else { return .failure(Reason(text: .fileTooLarge)) }
        switch DocumentKind(of: bytes) {
        case .pdf:
            return PDFActivity.isActive(bytes)
                ? .failure(Reason(text: .fileActive)) : .success(OwnFile(bytes: bytes, mediaType: "application/pdf"))
        case .jpeg: return .success(OwnFile(bytes: bytes, mediaType: "image/jpeg"))
        case .png: return .success(OwnFile(bytes: bytes, mediaType: "image/png"))
        case .tiff: return .success(OwnFile(bytes: bytes, mediaType: "image/tiff"))
        case .rtf:
            // Objects of other programs, which may run when they are opened.
            return bytes.contains(Array("\\obj".utf8))
                ? .failure(Reason(text: .fileActive)) : .success(OwnFile(bytes: bytes, mediaType: "text/rtf"))
        case .text:
            guard String(validating: bytes, as: UTF8.self) != nil else { return .failure(Reason(text: .fileKind)) }
            return .success(OwnFile(bytes: bytes, mediaType: "text/plain"))
        default: return .failure(Reason(text: .fileKind))
        }
    }

    /// Why a file is not taken.
    struct Reason: Error, Hashable, Sendable {
        let text: AddingText
    }
}
