internal import HealthRecord
internal import LPSKit
internal import SampleRecords

/// Where the demonstration's sites of pages are.
struct SilencePlaces: Sendable {
    let manifest: BenchmarkManifest
    let portal: PageSite.Address
    let outbox: BenchmarkOutbox
    private let path: String
    private let care: String
    private let authorities: [String]

    init(_ options: BenchmarkOptions) throws(BenchmarkError) {
        path = options.manifest
        manifest = try BenchmarkManifest.read(path)
        guard let portal = manifest.portal, let care = manifest.care else { throw .unreadable(file: "demo.json") }
        authorities = [try BenchmarkManifest.text(manifest.ca, beside: path)]
        self.care = care
        self.portal = PageSite.Address(url: portal, authorities: authorities)
        outbox = BenchmarkOutbox(manifest, beside: path)
    }

    /// The professionals' site, for the holder of a card.
    func care(for doctor: SampleProfessional) throws(BenchmarkError) -> PageSite.Address {
        guard let person = manifest.professionals.first(where: { $0.nationalId == doctor.id.text }) else {
            throw .nobody
        }
        return PageSite.Address(
            url: care,
            authorities: authorities,
            card: PEMPair(
                certificate: try BenchmarkManifest.text(person.authenticationCertificate, beside: path),
                privateKey: try BenchmarkManifest.text(person.authenticationKey, beside: path)
            )
        )
    }
}
