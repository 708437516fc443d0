import Commands
import Foundation

exit(Dossier.run(Array(CommandLine.arguments.dropFirst()), session: .ofProcess()))
