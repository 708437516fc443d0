import Testing

@Suite("remind --print-timer")
struct ReminderTimerTests {
    private static let units = """
        # /etc/systemd/system/dossier-remind.service
        [Unit]
        Description=Reminders of ACME 100%% Ltd by dossier

        [Service]
        Type=oneshot
        User=qm
        ExecStart=/usr/local/bin/dossier -C {desk} remind --format mail --command "msmtp -C \\"$$HOME/my rc\\" -t 100%%"
        # Somebody holds the register, or the mail program says "later": the next run tells it.
        SuccessExitStatus=75
        # A mail program that hands over to a queue on this machine, such as that of postfix, needs NoNewPrivileges=no and its
        # queue among the ReadWritePaths; one that speaks to a server, such as msmtp, needs nothing.
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectSystem=strict
        ProtectHome=read-only
        ProtectKernelTunables=yes
        ProtectKernelModules=yes
        ProtectKernelLogs=yes
        ProtectControlGroups=yes
        ProtectClock=yes
        ProtectHostname=yes
        RestrictSUIDSGID=yes
        RestrictRealtime=yes
        RestrictNamespaces=yes
        LockPersonality=yes
        SystemCallArchitectures=native
        # The only folder that may be written: SQLite keeps its log beside the register.
        ReadWritePaths={desk}/.dossier

        # /etc/systemd/system/dossier-remind.timer
        [Unit]
        Description=Every working day: reminders of ACME 100%% Ltd by dossier

        [Timer]
        OnCalendar=Mon..Fri 07:30
        # Runs that were missed while the machine slept are made up for.
        Persistent=true
        RandomizedDelaySec=5m

        [Install]
        WantedBy=timers.target


        """

    private static let command = #"msmtp -C "$HOME/my rc" -t 100%"#

    private func desk() throws -> Desk {
        let desk = try Desk()
        desk.run("init", "--organization", "ACME 100% Ltd", "--standard", "20000-1").expect()
        return desk
    }

    @Test("units of systemd, filled in and quoted")
    func systemd() throws {
        try desk().run("remind", "--print-timer", "systemd", "--format", "mail", "--command", Self.command)
            .expect(
                out: Self.units,
                err:
                    "Next: save both files, then: systemctl daemon-reload && systemctl enable --now dossier-remind.timer\n"
            )
    }

    @Test("a line of crontab, of Windows")
    func lines() throws {
        let desk = try desk()
        desk.run("remind", "--print-timer", "cron").expect(
            out: """
                # Every working day at 7:30; what is printed is mailed by cron. Add with: crontab -e
                30 7 * * 1-5  /usr/local/bin/dossier -C {desk} remind

                """, err: "")
        desk.run("remind", "--print-timer", "cron", "--format", "mail", "--command", "it's " + Self.command)
            .expect(
                out: #"""
                    # Every working day at 7:30; what is printed is mailed by cron. Add with: crontab -e
                    30 7 * * 1-5  /usr/local/bin/dossier -C {desk} remind --format mail --command 'it'\''s msmtp -C "$HOME/my rc" -t 100\%'

                    """#, err: "")
        desk.run("remind", "--print-timer", "schtasks", "--format", "mail", "--command", Self.command).expect(
            out: #"""
                schtasks /Create /TN DossierRemind /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 07:30 /TR "wsl.exe --exec /usr/local/bin/dossier -C {desk} remind --format mail --command \"msmtp -C \\\"$HOME/my rc\\\" -t 100%\""

                """#, err: "")
    }

    @Test("a timer takes one line")
    func oneLine() throws {
        try desk().run("remind", "--print-timer", "cron", "--command", "a\nb").expect(
            65, out: "", err: "dossier: error: a timer takes one line, not \"a b\"\n")
    }
}
