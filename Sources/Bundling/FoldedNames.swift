/// Names that are told apart by a number for each, as a careless file system sees them: quick and small, and sure where it
/// says that a name is new. That a name may be there already is to be looked at.
///
/// The numbers are the same in every run (FNV-1a with 64 bits), so whoever goes by them comes to the same names.
struct FoldedNames {
    private var numbers: Set<UInt64> = []

    /// False where a name that differs in the case of letters or in Unicode normalisation at the most may be there already.
    mutating func insert(_ name: String) -> Bool { numbers.insert(Self.number(name)).inserted }

    private static func number(_ name: String) -> UInt64 {
        FoldedPath(BagPath(name)).withOctets { octets in
            octets.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
    }
}
