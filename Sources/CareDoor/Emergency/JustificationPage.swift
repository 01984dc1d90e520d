import Custody
import HealthRecord
import PageKit
import Wording

/// The justification of a broken glass, written afterwards: first what was done, then why it had to be.
struct JustificationPage: Page {
    let handle: String
    let traits: PatientTraits
    let review: EmergencyReview
    var text = ""
    var faults: [FieldFault] = []

    var trail: [Crumb] { [Crumb(label: CareShellText.patients.phrase, path: Paths.patients)] }

    func heading(_ language: Language) -> String { CareNoticeText.justifyTitle(language) }

    func content(_ frame: Frame) -> [Node] {
        nodes {
            section("acces", CareNoticeText.accessToJustify, frame, class: "panel") {
                tag("dl") {
                    pair(.patient, foreign(traits.name.spoken), frame)
                    pair(.born, Node.text(frame(DateText.date(traits.birthDate))), frame)
                    pair(.opened, Node.text(frame(DateText.moment(review.access.openedAt))), frame)
                    pair(.reason, reason(frame), frame)
                    pair(.read, Node.text(frame(CountText.documents(review.documentsRead))), frame)
                }
            }
            paragraph(frame(CareNoticeText.justifyLead), class: "lead")
            Forms.post(Paths.justification(handle, review.access.id), frame) {
                Forms.area(
                    Names.reason,
                    frame(CareNoticeText.justifyLabel),
                    text,
                    rows: 6,
                    maximum: 4000,
                    isRequired: true,
                    faults: faults,
                    frame
                )
                Forms.submit(frame(CareNoticeText.justifySend))
            }
        }
    }

    private func reason(_ frame: Frame) -> Node {
        guard case .breakGlass(let reason) = review.access.mode, !reason.isEmpty else {
            return Node.text(frame(CareNoticeText.noReason))
        }
        return foreign(reason)
    }

    private func pair(_ label: CareNoticeText, _ value: Node, _ frame: Frame) -> Node {
        TraitList.pair(label, value, frame)
    }
}
