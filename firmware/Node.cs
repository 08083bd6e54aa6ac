using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One controller, whatever its role. The board constructs it, calls <see cref="Start"/> once and then
    /// <see cref="Pass"/> every 50 ms; that is the whole firmware.
    /// </summary>
    public sealed class Node
    {
        /// <summary>
        /// Version and build, part of the birth. Who writes an image onto a board puts the hash of it in the place of
        /// the zeros, wherever this text stands in it.
        /// </summary>
        public const string Build = "0.1.0+00000000";

        /// <summary>The watermark is kept after so many acknowledgements, or so long after the first of them.</summary>
        private const ulong KeepAfterEvents = 32;
        private const long KeepAfterMs = 60000;
        private const int UnreadableLevel = 2;

        private readonly NodePorts _ports;
        private readonly CivilTime _time;
        private readonly EventWriter _events;
        private readonly Commands _commands;
        private long _keptMs;

        /// <summary>Those in force.</summary>
        public readonly NodeSettings Settings;

        /// <summary>What was changed in the field.</summary>
        public readonly FieldSettings FieldSettings;

        public readonly Journal Journal;
        public readonly Uplink Uplink;

        /// <summary>Out of service, or not; survives a restart.</summary>
        public readonly ServiceLatch Latch;

        /// <summary>A lane, bays or a cabinet.</summary>
        public readonly NodeRole Role;

        public readonly Telemetry Telemetry;

        public readonly CertificateRotation Certificates;
        public readonly CertificateWatch Watch;
        public readonly NodeVitals Vitals;
        public readonly SelfTest SelfTest;

        /// <summary>The last warnings and faults.</summary>
        public RecentTroubles Troubles
        {
            get { return _events.Troubles; }
        }

        /// <summary>
        /// Takes all memory the node will need; one append at most, for settings that are to be tried. Those given have
        /// been checked by the caller, and are of the kind that the ports are for.
        /// </summary>
        public Node(NodeSettings settings, NodePorts ports)
        {
            FieldSettings = new FieldSettings(ports.Store);
            settings = FieldSettings.Open(settings);
            Settings = settings;
            settings.SetCrc();
            _ports = ports;
            Journal = new Journal(ports.Store, ports.Mac, settings.Journal);
            _time = new CivilTime(ports.Clock, ports.Store);
            Uplink = new Uplink(ports, settings, Journal);
            Uplink.Clock = _time;
            _events = new EventWriter(Journal, _time, Uplink);
            Latch = new ServiceLatch(ports.Store, _events);
            Certificates = new CertificateRotation(ports, Journal, _events);
            Watch = new CertificateWatch(ports.Certificates, _time);
            Vitals = new NodeVitals(ports.Vitals);
            SelfTest = new SelfTest(this, _time);
            _commands = new Commands(this, settings, ports, _time, _events);
            Uplink.Commands = _commands;
            Role = ports.Open(settings, Journal, _events, Latch);
            TelemetrySources sources = new TelemetrySources(Role);
            Telemetry = new Telemetry(
                Journal, _time, _events, Uplink.Telemetry.Store, sources, settings.TelemetryIntervalS);
        }

        /// <summary>Opens the journal and takes over what it finds. May take seconds on a device.</summary>
        public void Start(long nowMs)
        {
            Journal.Open(_ports.Random);
            Troubles.Open(Journal);
            FieldSettings.Start(Journal, nowMs);
            _time.Open(Journal, nowMs);
            _events.Begin(EventKind.Boot, nowMs);
            _events.Add();
            Latch.Open(nowMs);
            _commands.Open(nowMs);
            Role.Start(nowMs);
            Uplink.Telemetry.Store.Open(Journal.Identity);
            Telemetry.BlackBox.Start(nowMs);
            if (!Uplink.Mac.Open())
            {
                Tell(AuditAction.KeyUnreadable, 0, nowMs);
            }

            if (FieldSettings.IsSetAside)
            {
                Tell(AuditAction.SettingsSetAside, 0, nowMs);
            }

            Certificates.Open();
            Uplink.Start(Settings);
            _keptMs = nowMs;
        }

        /// <summary>
        /// Once, from the board, some seconds after the start: what it finds wrong is an event. The time may yet come.
        /// </summary>
        public void TestAtStart(long nowMs)
        {
            SelfTest.Run();
            int found = SelfTest.Found & ~(1 << (int)SelfTestFinding.TimeUnknown);
            if (found != 0)
            {
                Tell(AuditAction.SelfTestFailed, found, nowMs);
            }
        }

        /// <summary>
        /// From the panel's handler or a command's: serves nobody any more, once a swap under way is over.
        /// </summary>
        /// <param name="issuer">Local or City.</param>
        /// <param name="order">Its number of the order, 0 when it has none.</param>
        /// <param name="nowMs">Milliseconds since boot.</param>
        public void TakeOutOfService(Issuer issuer, ulong order, long nowMs)
        {
            Latch.Set(issuer, order, nowMs);
        }

        /// <summary>Takes back what the same issuer has ordered; false when it has not.</summary>
        public bool PutIntoService(Issuer issuer, ulong order, long nowMs)
        {
            return Latch.Clear(issuer, order, nowMs);
        }

        /// <summary>
        /// One turn: read, decode, decide, drive, record, store, send. Never blocks but for the store.
        /// </summary>
        /// <param name="nowMs">Milliseconds since boot; never goes back.</param>
        public void Pass(long nowMs)
        {
            _ports.Heartbeat.Toggle();
            Vitals.Begin(nowMs);
            _time.Pass(nowMs, Uplink.CityUtcMs, Uplink.IsTimeFresh, _events);
            _commands.Pass(nowMs);
            Role.Pass(nowMs);
            Telemetry.Pass(nowMs);
            bool still = !Role.Moving;
            if (still)
            {
                Store(nowMs);
                Vitals.Sample(nowMs);
            }

            Watch.Pass(_events, nowMs);
            Certificates.Pass(nowMs, still);
            Phase phase = Role.Phase;
            Uplink.Maintenance = Latch.IsSet || phase == Phase.OutOfService || phase == Phase.Maintenance;
            Uplink.Pump(nowMs, still);
        }

        /// <summary>At most one append. A latch goes first: it must not wait behind a journal that is
        /// refused.</summary>
        private void Store(long nowMs)
        {
            if (Latch.IsDue(nowMs))
            {
                Latch.Keep(nowMs);
                return;
            }

            if (Role.Keep(nowMs) || Uplink.Mac.Keep(nowMs) || FieldSettings.Keep(nowMs) || Certificates.Keep(nowMs)
                || _commands.Keep(nowMs))
            {
                return;
            }

            if (_time.IsDue(nowMs))
            {
                _time.Keep(nowMs);
                return;
            }

            if (Journal.HasPending)
            {
                if (!Journal.Commit() && Journal.StoreFull)
                {
                    // Telemetry never takes an event's room.
                    Uplink.Telemetry.Store.GiveWay();
                }

                return;
            }

            ulong unkept = Journal.UnkeptAcknowledgements;
            if (unkept == 0)
            {
                _keptMs = nowMs;
            }
            else if (unkept >= KeepAfterEvents || nowMs - _keptMs >= KeepAfterMs)
            {
                Journal.KeepWatermark();
                _keptMs = nowMs;
                return;
            }

            Telemetry.Keep();
        }

        private void Tell(AuditAction action, int value, long nowMs)
        {
            EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
            audit.Action = action;
            audit.Value = value;
            audit.Level = UnreadableLevel;
            _events.Add();
        }
    }
}
