import Bundling
import Certification

extension BagContents {
    /// A bag of files that are at hand.
    init(
        baseName: String, payload: [PayloadFile], tagFiles: [TagFile] = [], info: [InfoField] = [],
        time: Timestamp = Timestamp(seconds: 0)
    ) throws {
        try self.init(
            baseName: baseName, payload: Payload(payload), tagFiles: tagFiles, info: info, time: time)
    }
}
