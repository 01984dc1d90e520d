import AccessRules
import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Pages 7 and 21: the first page of a record, and the desk's.
extension CareDoor {
    /// LOINC 60591-5, *synthèse médicale*; SYNTH before it.
    private static let syntheses: Set<String> = ["60591-5", "SYNTH"]
    static let recentCount = 5

    func summary(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        if now.stay.isDesk { return try await desk(turn, now) }
        let listing: RecordListing
        do {
            listing = try await service.list(now.visit)
        } catch .refused(let refusal) where refusal.remedy == Remedy.askHolderForLeave.rawValue {
            // The leave has ended since the search.
            var chart = now.chart
            chart.standing = chart.standing == .valid ? .expired : chart.standing
            charts.open(chart, in: now.stay.cookie)
            return .see(Paths.chart(now.handle, .consent))
        } catch {
            throw error
        }
        let entries = listing.clinical.filter { $0.status == .approved }
        let synthesis = entries.filter { Self.syntheses.contains($0.typeCode.value) }
            .max { $0.creationTime.start < $1.creationTime.start }
        return .page(
            SummaryPage(
                handle: now.handle,
                name: now.chart.traits.name.spoken,
                recent: news(entries, now).map { line($0, now) },
                isEmpty: entries.isEmpty,
                synthesis: synthesis.map { line($0, now) },
                hiddenFromPatient: entries.filter { isMine($0, now.stay) && $0.visibility.contains(.hiddenFromPatient) }
                    .count,
                previousAccess: now.chart.previousAccess,
                isTreating: listing.policy.isTreatingPhysician(now.stay.actor),
                wishes: listing.policy.emergency,
                offered: emergencies(of: now.chart),
                directives: entries.filter { Self.directives.contains($0.typeCode.value) }.map { line($0, now) },
                sheet: try await people(in: entries, now),
                wishesSheet: latestSheet(entries).map { line($0, now) },
                accesses: try await latestAccesses(under: listing.policy, now),
                offersSecret: !now.chart.isSecret && offersSecrecy(now.chart, on: now.today),
                offersFiling: now.offersFiling,
                notice: turn.asked(Names.done) == "accord" ? CareConsentText.given.phrase : nil
            )
        )
    }

    /// The people to warn, read once in a chart: each reading is traced, and the holder reads of it.
    private func people(in entries: [DocumentEntry], _ now: Consultation) async throws -> WishesSheet? {
        guard let latest = latestSheet(entries) else { return nil }
        if let known = now.chart.people, known.document == latest.id { return known.sheet }
        let found = try await sheet(in: entries, now)?.sheet
        var chart = now.chart
        chart.people = (latest.id, found)
        charts.open(chart, in: now.stay.cookie)
        return found
    }

    /// The latest of what professionals and structures have added since the reader's previous access, or at all before his
    /// first one (PDT-INF-527).
    private func news(_ entries: [DocumentEntry], _ now: Consultation) -> [DocumentEntry] {
        let since = now.chart.previousAccess
        let added = entries.filter { entry in
            (since.map { entry.depositedAt > $0 } ?? true) && DocumentFacts(entry, for: now.visit.actor).origin == .care
        }
        return Array(added.sorted { ($0.depositedAt, $0.id) > ($1.depositedAt, $1.id) }.prefix(Self.recentCount))
    }

    /// Page 21: identity, contacts, wishes; no document.
    private func desk(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        guard let found = try await service.standing(now.visit) else { return .trouble(.notFound) }
        // Contacts come with the structure's leave; who the patient is, with the test of existence. What would be refused is
        // not asked for: the patient would read of an attempt that nobody made.
        let people =
            found.standing.authorisation == .valid
            ? Administration(try await service.administrativeData(now.visit))
            : Administration(traits: found.traits)
        return .page(
            DeskPage(
                handle: now.handle,
                people: people,
                standing: found.standing.authorisation,
                wishes: found.standing.emergency,
                offered: emergencies(of: now.chart),
                structure: NameText.structure(now.stay.actor.structure),
                leave: found.standing.authorisation == .valid ? found.standing.leave : nil,
                leaveWouldEnd: now.chart.leaveWouldEnd,
                notice: turn.asked(Names.done) == "accord" ? CareDeskText.declared.phrase : nil
            )
        )
    }
}

extension RecordListing {
    /// The documents, without the signatures of their lots.
    var clinical: [DocumentEntry] { entries.filter(\.isOnDisplay) }
}

extension DocumentEntry {
    /// Whether it is one of the documents that pages list: no signature of a lot, and nothing deleted.
    var isOnDisplay: Bool { !isLotSignature && status != .deleted }
}
