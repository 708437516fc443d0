import CSystemCalls
import Commands
import Foundation

// Where a limit on the size of files is reached, writing shall fail with an error that can be told,
// not end the program.
signal(SIGXFSZ, SIG_IGN)
// Where it is refused, more memory is taken and nothing else changes.
_ = return_large_memory()
let status = withExtendedLifetime(Interruption()) {
    Dossier.run(Array(CommandLine.arguments.dropFirst()), session: .ofProcess())
}
exit(status)
