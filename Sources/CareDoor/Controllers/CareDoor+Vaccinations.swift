import ClinicalDocuments
import HealthRecord
import PageKit
import RecordService
import SafeXML
import Wording

/// Page 12.
extension CareDoor {
    /// LOINC 11369-6, history of vaccinations; 87273-9, note of one.
    private static let vaccinationTypes: Set<String> = ["11369-6", "87273-9"]
    /// Documents that one page opens at most, the latest ones.
    private static let vaccinationLimit = 24

    func vaccinations(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        let documents = listing.clinical
            .filter { Self.vaccinationTypes.contains($0.typeCode.value) && $0.status == .approved }
            .sorted { $0.creationTime.start > $1.creationTime.start }
        let opened = Array(documents.prefix(Self.vaccinationLimit))
        var injections: [VaccinationsPage.Injection] = []
        if !opened.isEmpty {
            for outcome in try await service.read(opened.map(\.uniqueID), now.visit) {
                guard case .document(let read) = outcome else { continue }
                injections += Self.vaccinations(in: read.bytes).map { shot in
                    VaccinationsPage.Injection(
                        name: shot.name,
                        disease: VaccineText.disease(shot.code),
                        date: shot.time.map { date($0) },
                        order: shot.time?.start,
                        lot: shot.lot,
                        document: read.entry.id,
                        author: author(read.entry)
                    )
                }
            }
        }
        let byDisease = turn.asked(Names.sort) == "maladie"
        return .page(
            VaccinationsPage(
                handle: now.handle,
                injections: Self.distinct(injections),
                documents: documents.map { line($0, now) },
                byDisease: byDisease,
                isPartial: documents.count > opened.count
            )
        )
    }

    private static func vaccinations(in bytes: [UInt8]) -> [Vaccination] {
        guard let document = try? XMLDocument(parsing: bytes, limits: .clinicalDocument),
            let header = try? CDAHeader(document)
        else { return [] }
        return StructuredResults(document, header: header).vaccinations
    }

    /// One injection told by several documents is one line.
    private static func distinct(_ all: [VaccinationsPage.Injection]) -> [VaccinationsPage.Injection] {
        var seen: Set<String> = []
        return all.filter {
            seen.insert("\($0.name)|\($0.order.map { $0.date.iso8601 } ?? "")|\($0.lot ?? "")").inserted
        }
    }
}
