import Foundation
import Store
import Yams

/// What `config.yaml` says.
struct RegisterConfiguration: Equatable {
    /// An IANA name such as `Europe/Berlin`; nil for the machine's zone.
    var timeZone: String?

    /// The file that a new register gets.
    static let initialText = """
        # Settings of this register. Everything may be left out.

        # The zone that decides which day is today, as an IANA name; the machine's own when left out.
        # time_zone: Europe/Berlin

        """

    static func load(_ location: RegisterLocation) throws -> RegisterConfiguration {
        guard let text = try? String(contentsOfFile: location.configuration, encoding: .utf8) else {
            return RegisterConfiguration()
        }
        return try parse(text, path: location.configuration)
    }

    static func parse(_ text: String, path: String) throws -> RegisterConfiguration {
        var configuration = RegisterConfiguration()
        do {
            guard let root = try Yams.compose(yaml: text) else { return configuration }
            guard let mapping = root.mapping else {
                throw Failure(.unusableData, "\(path): not a list of settings")
            }
            for (key, value) in mapping {
                let line = key.mark?.line ?? 1
                guard key.string == "time_zone" else {
                    throw Failure(
                        .unusableData,
                        "\(path):\(line): unknown setting \"\(key.string ?? "?")\"; known: time_zone")
                }
                configuration.timeZone = value.string
            }
        } catch let error as YamlError {
            throw Failure(.unusableData, "\(path): \(error)")
        }
        return configuration
    }
}
