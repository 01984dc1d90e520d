public import AccessRules
public import ClinicalDocuments
public import HealthRecord
import Hummingbird
public import PDFPages
import PageKit
public import RecordService
public import ServerKit
import Wording

/// The patient's portal: pages made on the server over the acts of `RecordService`; all but passkeys work without a script.
///
/// It translates and never decides; what it tells of the rules (`Explaining/`) is their own explanation.
public struct PortalDoor: Sendable {
    let service: RecordService
    let rules: RuleBook
    let valueSets: ValueSets
    let settings: PortalSettings
    let clock: @Sendable () -> Instant
    let random: @Sendable (Int) -> [UInt8]
    let log: EventLog
    let drawing: any PDFDrawing
    let seal: Seal
    let cookies: Cookies
    let assets: StaticAssets
    let site: Site
    let documentSheet: StyleSheet
    let shelf: Shelf
    /// First accesses that wait for their codes.
    let waiting: Shelf

    /// Joins the portal to the application.
    ///
    /// - Parameters:
    ///   - records: the acts on records.
    ///   - rules: the rules, to explain who may read what.
    ///   - valueSets: labels of types and classes.
    ///   - settings: what the deployment says of itself.
    ///   - clock: tells the time.
    ///   - random: draws unpredictable bytes.
    ///   - log: what the operator has to know.
    ///   - drawing: draws the pages of PDF files.
    public init(
        records: RecordService,
        rules: RuleBook,
        valueSets: ValueSets,
        settings: PortalSettings,
        clock: @escaping @Sendable () -> Instant,
        random: @escaping @Sendable (Int) -> [UInt8],
        log: EventLog,
        drawing: any PDFDrawing
    ) throws(PortalError) {
        guard let seal = Seal(secret: settings.secret) else { throw .shortSecret }
        guard let cookies = Cookies() else { throw .missingResource("cookies") }
        guard let sheet = StyleSheet(bundled: "portail.css"), let logo = StyleSheet.logo else {
            throw .missingResource("portail.css")
        }
        guard let documentSheet = StyleSheet(bundled: "document.css") else { throw .missingResource("document.css") }
        guard let script = StyleSheet.passkeyScript else { throw .missingResource("cle.js") }
        assets = StaticAssets([
            StaticAsset(name: "portail.css", kind: .css, bytes: Array(sheet.text.utf8)),
            StaticAsset(name: "logo.svg", kind: .svg, bytes: logo),
            StaticAsset(name: "cle.js", kind: .js, bytes: script),
        ])
        site = .portal(
            AssetPaths(
                styles: assets.path(of: "portail.css") ?? "",
                logo: assets.path(of: "logo.svg") ?? "",
                script: assets.path(of: "cle.js")
            ),
            isRehearsal: settings.domain == .rehearsal
        )
        service = records
        self.rules = rules
        self.valueSets = valueSets
        self.settings = settings
        self.log = log
        self.drawing = drawing
        self.clock = clock
        self.random = random
        self.seal = seal
        self.cookies = cookies
        self.documentSheet = documentSheet
        shelf = Shelf(random: random)
        waiting = Shelf(places: 2000, random: random)
    }

    func newID() -> UniqueID { UniqueID(drawnFrom: random) }

    /// How refusals of the door itself look: the portal's own pages, in the language of whoever asked.
    public var failures: FailureRenderer {
        let (site, cookie) = (site, cookies.language)
        return FailureRenderer(contentType: "text/html; charset=utf-8") { failure, request in
            let query = request.uri.query.flatMap { try? FormFields(parsing: Array($0.utf8)) }
            let language = SpokenLanguage.of(request, query, cookie)
            let frame = Frame(site: site, language: language, path: Paths.home, visitor: nil, formToken: "")
            return TroublePage(trouble: .init(failure.code), incident: failure.incident?.description).render(in: frame)
        }
    }
}

extension TroublePage.Trouble {
    init(_ code: Failure.Code) {
        self =
            switch code {
            case .notFound: .notFound
            case .unauthorised: .needed
            case .forbidden, .peerRefused: .refused
            case .forged: .stale
            case .tooManyRequests: .tooMany
            case .unavailable, .timedOut, .internalError: .paused
            case .badRequest, .methodNotAllowed, .bodyTooLarge, .unsupportedEncoding, .refused: .bad
            }
    }
}
