public import ClinicalDocuments
public import HealthRecord
public import PDFPages
import PageKit
public import RecordService
public import ServerKit
import Wording

/// The professionals' site: sign-in by the card of the browser's connection, pages made on the server, without a script.
///
/// It translates and never decides: every act is a verb of `RecordService` under an admission of the custodian's.
public struct CareDoor: Sendable {
    let service: RecordService
    let valueSets: ValueSets
    let settings: CareSettings
    let clock: @Sendable () -> Instant
    let serverClock: ServerClock
    let random: @Sendable (Int) -> [UInt8]
    let log: EventLog
    let drawing: any PDFDrawing
    let seal: Seal
    let cookies: CareCookies
    let assets: StaticAssets
    let assetPaths: AssetPaths
    let documentSheet: StyleSheet
    let charts = ChartBook()
    let arrivals = ArrivalBook()
    let searches: TokenBuckets<String>

    /// Joins the site to the application.
    ///
    /// - Parameters:
    ///   - records: the acts on records.
    ///   - valueSets: labels of types and specialties.
    ///   - settings: what the deployment says of itself.
    ///   - clock: tells the time.
    ///   - serverClock: tells how long something took.
    ///   - random: draws unpredictable bytes.
    ///   - log: what the operator has to know.
    ///   - drawing: draws the pages of PDF files.
    public init(
        records: RecordService,
        valueSets: ValueSets,
        settings: CareSettings,
        clock: @escaping @Sendable () -> Instant,
        serverClock: ServerClock,
        random: @escaping @Sendable (Int) -> [UInt8],
        log: EventLog,
        drawing: any PDFDrawing
    ) throws(CareDoorError) {
        guard let seal = Seal(secret: settings.secret) else { throw .shortSecret }
        guard let cookies = CareCookies() else { throw .missingResource("cookies") }
        guard let sheet = StyleSheet(bundled: "portail.css"), let logo = StyleSheet.logo else {
            throw .missingResource("portail.css")
        }
        guard let documentSheet = StyleSheet(bundled: "document.css") else { throw .missingResource("document.css") }
        assets = StaticAssets([
            StaticAsset(name: "portail.css", kind: .css, bytes: Array(sheet.text.utf8)),
            StaticAsset(name: "logo.svg", kind: .svg, bytes: logo),
        ])
        assetPaths = AssetPaths(
            styles: assets.path(of: "portail.css") ?? "",
            logo: assets.path(of: "logo.svg") ?? ""
        )
        service = records
        self.valueSets = valueSets
        self.settings = settings
        self.clock = clock
        self.serverClock = serverClock
        self.random = random
        self.log = log
        self.drawing = drawing
        self.seal = seal
        self.cookies = cookies
        self.documentSheet = documentSheet
        searches = TokenBuckets(burst: settings.searchBurst, perHour: settings.searchesPerHour)
    }

    /// What has to be done now and then: records that nobody has looked at for long are forgotten.
    public var keepUp: @Sendable () -> Void {
        { [charts, clock] in charts.forget(before: clock().advanced(bySeconds: -9 * 3600)) }
    }

    func newID() -> UniqueID { UniqueID(drawnFrom: random) }

    /// How refusals of the door itself look: the site's own pages, in French.
    public var failures: FailureRenderer {
        let frame = Frame(
            site: .care(assetPaths, isRehearsal: settings.domain == .rehearsal, menu: []),
            language: .french,
            path: Paths.home,
            visitor: nil,
            formToken: ""
        )
        return FailureRenderer(contentType: "text/html; charset=utf-8") { failure in
            TroublePage(trouble: .init(failure.code), incident: failure.incident?.description).render(in: frame)
        }
    }
}

extension TroublePage.Trouble {
    init(_ code: Failure.Code) {
        self =
            switch code {
            case .notFound: .notFound
            case .unauthorised, .peerRefused: .ended
            case .forbidden: .refused(.refused)
            case .forged: .stale
            case .tooManyRequests: .tooMany
            case .unavailable, .timedOut, .internalError: .paused
            case .badRequest, .methodNotAllowed, .bodyTooLarge, .unsupportedEncoding, .refused: .bad
            }
    }
}
