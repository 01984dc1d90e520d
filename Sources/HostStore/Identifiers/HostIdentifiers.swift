public import Sealing

/// The kind of ``DepositID``.
public enum DepositKind {}
/// The kind of ``ChangeID``.
public enum ChangeKind {}
/// The kind of ``SetID``.
public enum SetKind {}
/// The kind of ``ObjectKey``.
public enum ObjectKind {}

/// Names a deposit while it is pending; forgotten once its rows are active.
public typealias DepositID = RandomID<DepositKind>
/// Names a change between its staging and its end.
public typealias ChangeID = RandomID<ChangeKind>
/// Names a sealed submission set.
public typealias SetID = RandomID<SetKind>
/// Names an object file.
public typealias ObjectKey = RandomID<ObjectKind>
