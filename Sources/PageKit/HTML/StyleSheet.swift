import Foundation

/// A style sheet of this bundle.
package struct StyleSheet: Sendable {
    package let text: String

    /// Reads a sheet by its name; nil when the bundle lacks it, or when it could end its own element.
    package init?(bundled name: String) {
        guard let data = FileManager.default.contents(atPath: Self.folder + "/" + name),
            let text = String(data: data, encoding: .utf8), !text.contains("<")
        else { return nil }
        self.text = text
    }

    /// The logo of all doors.
    package static var logo: [UInt8]? {
        FileManager.default.contents(atPath: folder + "/logo.svg").map { Array($0) }
    }

    /// The script by which a browser reaches its passkeys; a file of its own, never part of a page.
    package static var passkeyScript: [UInt8]? {
        FileManager.default.contents(atPath: folder + "/cle.js").map { Array($0) }
    }

    // Not `resourcePath`: that is inside `Resources` on one platform and outside on another.
    static var folder: String { Bundle.module.bundlePath + "/Resources" }
}
