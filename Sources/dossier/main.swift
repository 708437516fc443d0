import Commands
import Foundation

// Where a limit on the size of files is reached, writing shall fail with an error that can be told,
// not end the program.
signal(SIGXFSZ, SIG_IGN)
let status = withExtendedLifetime(Interruption()) {
    Dossier.run(Array(CommandLine.arguments.dropFirst()), session: .ofProcess())
}
exit(status)
