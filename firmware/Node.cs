using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// One controller: a lane, or bays, or a cabinet. The board constructs it, calls <see cref="Start"/> once and then
    /// <see cref="Pass"/> every 50 ms; that is the whole firmware.
    /// </summary>
    public sealed class Node
    {
        /// <summary>Version of firmware and build, part of the birth.</summary>
        public const string Build = "0.1.0";

        /// <summary>The watermark is kept after so many acknowledgements, or so long after the first of them.</summary>
        private const ulong KeepAfterEvents = 32;
        private const long KeepAfterMs = 60000;

        private readonly NodeSettings _settings;
        private readonly NodePorts _ports;
        private readonly CivilTime _time;
        private readonly EventWriter _events;
        private readonly ServiceSwitch _switch;
        private readonly Commands _commands;
        private long _keptMs;

        /// <summary>What was changed in the field.</summary>
        public readonly FieldSettings FieldSettings;

        public readonly Journal Journal;
        public readonly Uplink Uplink;

        /// <summary>Out of service, or not; survives a restart.</summary>
        public readonly ServiceLatch Latch;

        /// <summary>Null when the node owns no lane.</summary>
        public readonly Lane Lane;

        /// <summary>Null when the node owns no bays.</summary>
        public readonly BayGroup Bays;

        /// <summary>Null when the node is no cabinet.</summary>
        public readonly Cabinet Cabinet;

        /// <summary>No swap is under way.</summary>
        public bool IsAtRest
        {
            get
            {
                return (Lane == null || SwapTable.IsAtRest(Lane.Phase))
                    && (Cabinet == null || SwapTable.IsAtRest(Cabinet.Phase));
            }
        }

        public readonly Telemetry Telemetry;

        /// <summary>
        /// Takes all memory the node will need; one append at most, for settings that are to be tried. Those given have
        /// been checked by the caller.
        /// </summary>
        public Node(NodeSettings settings, NodePorts ports)
        {
            FieldSettings = new FieldSettings(ports.Store);
            settings = FieldSettings.Open(settings);
            _settings = settings;
            settings.SetCrc();
            _ports = ports;
            Journal = new Journal(ports.Store, ports.Mac, settings.Journal);
            _time = new CivilTime(ports.Clock, ports.Store);
            Uplink = new Uplink(ports, settings, Journal);
            Uplink.Clock = _time;
            _events = new EventWriter(Journal, _time, Uplink);
            Latch = new ServiceLatch(ports.Store, _events);
            _switch = new ServiceSwitch(Latch);
            _commands = new Commands(this, settings, ports, _time, _events);
            Uplink.Commands = _commands;
            if (settings.IsCabinet)
            {
                Cabinet = new Cabinet(settings, ports, Journal, _events);
            }
            else
            {
                Lane = settings.Lane == 0 ? null : new Lane(settings, ports, Journal, _events);
                Bays = settings.Bays.Length == 0 ? null : new BayGroup(settings, ports, _events);
            }

            TelemetrySources sources = new TelemetrySources(Lane, Bays, Cabinet);
            Telemetry = new Telemetry(
                Journal, _time, _events, Uplink.Telemetry.Store, sources, settings.TelemetryIntervalS);
        }

        /// <summary>Opens the journal and takes over what it finds. May take seconds on a device.</summary>
        public void Start(long nowMs)
        {
            EventRecord last = new EventRecord();
            Journal.Open(_ports.Random);
            FieldSettings.Start(Journal, nowMs);
            _time.Open(Journal, nowMs);
            _events.Begin(EventKind.Boot, nowMs);
            _events.Add();
            Latch.Open(nowMs);
            _commands.Open(nowMs);
            if (Lane != null)
            {
                bool sure = Journal.FindLast(EventKind.SwapStep, last);
                Lane.Start(last, sure, nowMs);
            }

            if (Bays != null)
            {
                Bays.Start(nowMs);
            }

            if (Cabinet != null)
            {
                bool sure = Journal.FindLast(EventKind.SwapStep, last);
                Cabinet.Start(last, sure, nowMs);
            }

            Uplink.Telemetry.Store.Open(Journal.Identity);
            Telemetry.BlackBox.Start(nowMs);
            Uplink.Mac.Open();
            Uplink.Start(_settings);
            _keptMs = nowMs;
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
            _time.Pass(nowMs, Uplink.CityUtcMs, _events);
            _commands.Pass(nowMs);
            if (Lane != null)
            {
                Lane.OutOfService = Latch.IsSet;
                Lane.Pass(nowMs);
                _switch.Pass(Lane.ClosedSelected, Lane.Phase, Lane.Output.Seen, nowMs);
            }

            if (Bays != null)
            {
                Bays.Pass(nowMs);
            }

            if (Cabinet != null)
            {
                Cabinet.OutOfService = Latch.IsSet;
                Cabinet.Pass(nowMs);
                _switch.Pass(Cabinet.ClosedSelected, Cabinet.Phase, Cabinet.Output.Seen, nowMs);
            }

            Telemetry.Pass(nowMs);
            bool still = (Lane == null || !Lane.Moving) && (Cabinet == null || !Cabinet.Moving);
            if (still)
            {
                Store(nowMs);
            }

            Phase phase = Lane != null ? Lane.Phase : Cabinet != null ? Cabinet.Phase : Phase.Idle;
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

            bool kept = (Bays != null && Bays.Keep(nowMs)) || (Cabinet != null && Cabinet.Doors.Keep(nowMs));
            if (kept || Uplink.Mac.Keep(nowMs) || FieldSettings.Keep(nowMs) || _commands.Keep(nowMs))
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
    }
}
