import Glibc
import Synchronization

/// A program to be run: what is typed, where, and with which environment. It inherits nothing.
package struct ChildProcess: Sendable {
    package var program: String
    package var arguments: [String]
    package var environment: [String: String]
    /// Nil for the folder of this process.
    package var directory: String?
    /// Seconds after which the program and everything it started in its group are killed with SIGKILL.
    package var limit: Double

    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
        directory: String? = nil,
        limit: Double = 120
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
        self.limit = limit
    }

    /// How it ended.
    package struct Outcome: Sendable {
        /// The exit status, or 128 + the signal that ended it.
        package let status: Int32
        package let output: String
        package let errors: String
        /// Wall clock, seconds.
        package let seconds: Double
        /// The largest resident set of the program, octets; the system counts that of this process at the start too.
        package let peakMemory: Int
        package let wasKilled: Bool
    }

    package struct CannotStart: Error, CustomStringConvertible {
        let program: String
        let code: Int32
        package var description: String { "cannot start \(program): \(String(cString: strerror(code)))" }
    }

    /// Runs it to its end and reads both its streams while it runs, however much it writes.
    package func run() throws -> Outcome { try start().finish() }

    /// Starts it and does not wait.
    package func start() throws -> Running {
        let began = Self.clock()
        let (process, output, errors) = try spawn()
        return Running(
            process: process, streams: [Stream(descriptor: output), Stream(descriptor: errors)], began: began,
            limit: limit)
    }
}

extension ChildProcess {
    /// A program that has been started.
    package struct Running: ~Copyable {
        let process: pid_t
        fileprivate var streams: [Stream]
        let began: Double
        let limit: Double

        /// Reads both streams until the program ends or its time is up, and says how it ended.
        package consuming func finish() -> Outcome {
            let wasKilled = !ChildProcess.drain(&streams, until: began + limit)
            if wasKilled { kill(-process, SIGKILL) }
            var (status, usage) = (Int32(0), rusage())
            while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
            let seconds = ChildProcess.clock() - began
            for stream in streams { close(stream.descriptor) }
            let signal = status & 0x7F
            return Outcome(
                status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
                output: String(decoding: streams[0].octets, as: UTF8.self),
                errors: String(decoding: streams[1].octets, as: UTF8.self),
                seconds: seconds, peakMemory: usage.ru_maxrss * 1024, wasKilled: wasKilled)
        }
    }
}

extension ChildProcess {
    /// One end of a pipe and what came out of it.
    fileprivate struct Stream {
        let descriptor: Int32
        var octets: [UInt8] = []
        var isOpen = true

        mutating func take() {
            let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count > 0 { octets += buffer.prefix(count) }
                return count
            }
            if count == 0 || (count < 0 && errno != EINTR) { isOpen = false }
        }
    }

    /// Reads both streams to their ends; false when the time was up before.
    fileprivate static func drain(_ streams: inout [Stream], until deadline: Double) -> Bool {
        while streams.contains(where: \.isOpen) {
            let rest = deadline - clock()
            if rest <= 0 { return false }
            var waiting = streams.map { stream in
                pollfd(fd: stream.isOpen ? stream.descriptor : -1, events: Int16(POLLIN), revents: 0)
            }
            // Rounded down, then at least 1: a kill within the first millisecond must be possible.
            poll(&waiting, nfds_t(waiting.count), Int32(max(1, min(rest * 1000, 1000))))
            for index in streams.indices where waiting[index].revents != 0 { streams[index].take() }
        }
        return true
    }

    fileprivate static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Held from the making of pipes until they are closed on exec: a process started in between by another
    /// thread would keep them open.
    private static let starting = Mutex(())

    private func spawn() throws -> (process: pid_t, output: Int32, errors: Int32) {
        try Self.starting.withLock { _ in
            let (output, errors) = (Self.pipe(), Self.pipe())
            defer {
                close(output.write)
                close(errors.write)
            }
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, output.write, 1)
            posix_spawn_file_actions_adddup2(&actions, errors.write, 2)
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            // What a test runner's threads ignore or block, such as SIGXFSZ, a person's shell does not.
            var signals = sigset_t()
            sigemptyset(&signals)
            posix_spawnattr_setsigmask(&attributes, &signals)
            sigfillset(&signals)
            posix_spawnattr_setsigdefault(&attributes, &signals)
            posix_spawnattr_setflags(
                &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
            var process = pid_t()
            let words = command
            let code = Self.withCStrings(words) { arguments in
                Self.withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) {
                    posix_spawn(&process, words[0], &actions, &attributes, arguments, $0)
                }
            }
            guard code == 0 else {
                close(output.read)
                close(errors.read)
                throw CannotStart(program: program, code: code)
            }
            return (process, output.read, errors.read)
        }
    }

    /// Only GNU sources may ask posix_spawn for a folder, so env goes there first and then becomes the program.
    private var command: [String] {
        (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + [program] + arguments
    }

    private static func pipe() -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        _ = Glibc.pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// A NULL-terminated list of C strings, for as long as `body` runs.
    private static func withCStrings<Value>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { list[index] = strdup(text) }
        list[texts.count] = nil
        defer {
            for index in texts.indices { free(list[index]) }
            list.deallocate()
        }
        return body(list)
    }
}
