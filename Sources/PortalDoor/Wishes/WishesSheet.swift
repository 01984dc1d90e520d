import ClinicalDocuments

/// The sheet of page 15, which professionals read and write as well.
typealias WishesSheet = ClinicalDocuments.WishesSheet
