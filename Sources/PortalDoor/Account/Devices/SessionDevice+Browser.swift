import Custody
import PageKit
import Wording

extension SessionDevice {
    /// Reads how a browser names itself (RFC 9110 § 10.1.5), with good will and no further than 512 bytes; whatever it
    /// says, one of a few kinds comes out, and its own words are neither kept nor shown.
    init?(userAgent: String?) {
        guard let userAgent, !userAgent.isEmpty else { return nil }
        let words = String(decoding: userAgent.utf8.prefix(512), as: UTF8.self)
        func first<Kind>(_ signs: [(String, Kind)], or other: Kind) -> Kind {
            signs.first { words.contains($0.0) }?.1 ?? other
        }
        self.init(browser: first(Self.browserSigns, or: .other), system: first(Self.systemSigns, or: .other))
    }

    /// Most browsers bear the names of others as well: the rarer word comes first.
    private static let browserSigns: [(String, Browser)] = [
        ("Edg/", .edge), ("EdgA/", .edge), ("EdgiOS/", .edge), ("OPR/", .opera), ("SamsungBrowser/", .samsung),
        ("Firefox/", .firefox), ("FxiOS/", .firefox), ("CriOS/", .chrome), ("Chrome/", .chrome),
        ("Chromium/", .chrome), ("Safari/", .safari),
    ]

    /// An iPhone calls itself like a Mac, Android and Chromebooks like Linux.
    private static let systemSigns: [(String, System)] = [
        ("iPhone", .iPhone), ("iPad", .iPad), ("Android", .android), ("Windows", .windows), ("CrOS", .chromebook),
        ("Macintosh", .mac), ("Linux", .linux), ("X11", .linux),
    ]

    /// In plain words: “Firefox, on a Windows computer”.
    var spoken: Phrase {
        guard browser != .other || system != .other else { return DevicesText.unknown.phrase }
        return DevicesText.device(browser: browser.name, machine: system.text)
    }
}

extension SessionDevice.Browser {
    fileprivate var name: Phrase {
        switch self {
        case .chrome: Phrase(verbatim: "Chrome")
        case .edge: Phrase(verbatim: "Edge")
        case .firefox: Phrase(verbatim: "Firefox")
        case .opera: Phrase(verbatim: "Opera")
        case .safari: Phrase(verbatim: "Safari")
        case .samsung: Phrase(verbatim: "Samsung Internet")
        case .other: DevicesText.someBrowser.phrase
        }
    }
}

extension SessionDevice.System {
    fileprivate var text: DevicesText {
        switch self {
        case .android: .android
        case .chromebook: .chromebook
        case .iPad: .iPad
        case .iPhone: .iPhone
        case .linux: .linux
        case .mac: .mac
        case .windows: .windows
        case .other: .someMachine
        }
    }
}
