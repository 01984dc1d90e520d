import Foundation

/// A style sheet of this bundle.
struct StyleSheet: Sendable {
    let text: String

    /// Reads a sheet by its name; nil when the bundle lacks it, or when it could end its own element.
    init?(bundled name: String) {
        guard let data = FileManager.default.contents(atPath: Self.folder + "/" + name),
            let text = String(data: data, encoding: .utf8), !text.contains("<")
        else { return nil }
        self.text = text
    }

    // Not `resourcePath`: that is inside `Resources` on one platform and outside on another.
    static var folder: String { Bundle.module.bundlePath + "/Resources" }
}
