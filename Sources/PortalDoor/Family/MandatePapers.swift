import Custody
import HealthRecord
public import RecordService
public import Wording

/// The proofs of carers' access as the record files them: the same sheet that people print, in French.
public enum MandatePapers {
    /// Writes them under a service's own name.
    public static func printer(for sheet: ServiceSheet) -> MandatePrinter {
        { certificate in
            let isEnd = certificate.occasion == .ended
            let paper = MandateSheet(
                mandate: certificate.mandate,
                holder: certificate.holder,
                holderBirth: certificate.holderBirth,
                service: sheet,
                now: certificate.at,
                ended: isEnd ? certificate.at : nil
            )
            return MandatePaper(
                title: (isEnd ? MandateText.filedEnded : .filedTaken)(.french),
                bytes: try paper.printed(.french)
            )
        }
    }
}
