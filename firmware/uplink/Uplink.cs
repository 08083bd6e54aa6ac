using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What is sent to the city and when: birth and state first, then copies of alarms, then the journal in order with
    /// a bounded number in flight. The broker's acknowledgement frees a place; only the city's own, authenticated,
    /// lets the journal forget.
    /// </summary>
    public sealed class Uplink
    {
        /// <summary>Messages that may wait for the broker at once; an alarm may be one more.</summary>
        public const int Window = 7;

        /// <summary>
        /// Events go so far ahead of what the city has stored: not more than a broker keeps for a city that is away
        /// (mosquitto keeps 1,000), and no whole journal again and again to a city that is silent.
        /// </summary>
        public const ulong Ahead = 512;

        private const int MessagesAPass = 4;

        /// <summary>
        /// A message that waits longer was lost, or the client gave it up without a word, or nobody is there any more.
        /// </summary>
        private const long BrokerLimitMs = 30000;

        /// <summary>
        /// The broker has it and the city stays silent: sent again from the watermark, each time after twice as long.
        /// </summary>
        private const long CityLimitMs = 30000;
        private const long LongestCityLimitMs = 960000;

        private readonly IUplink _port;
        private readonly Journal _journal;
        private readonly Topics _topics;
        private readonly BirthWriter _birth;
        private readonly AckRecord _ack = new AckRecord();
        private readonly Connection _connection;
        private readonly UplinkMessage _message = new UplinkMessage(Commands.LongestMessage + 64);
        private readonly byte[] _payload = new byte[1024];
        private readonly InFlight _flight = new InFlight(Window + 1);
        private readonly AlarmCopies _alarms = new AlarmCopies();
        private bool _subscribed;
        private bool _birthDue;
        private bool _stateDue;
        private ulong _next = 1;
        private ulong _brokerThrough;
        private long _progressMs;
        private long _patienceMs = CityLimitMs;
        private bool _toldMaintenance;
        private bool _gapSent;
        private ulong _before;

        /// <summary>Acknowledgements refused since start: garbled, wrong MAC, other journal.</summary>
        public uint RefusedAcks;

        /// <summary>Genuine acknowledgements of more than the broker has acknowledged; believed up to there.</summary>
        public uint EarlyAcks;

        /// <summary>Times the journal was sent again because the city stayed silent.</summary>
        public uint Resends;

        /// <summary>Connections given up because the broker did not acknowledge.</summary>
        public uint GivenUp;

        /// <summary>Out of service, or under maintenance: told on the state topic.</summary>
        public bool Maintenance;

        /// <summary>Civil time for the birth; the board's until its owner says otherwise.</summary>
        public IClock Clock;

        /// <summary>Latest civil time the city told, Unix milliseconds; 0 before the first.</summary>
        public long CityUtcMs;

        /// <summary>It came with an acknowledgement of this boot's events, so it is no old one.</summary>
        public bool IsTimeFresh;

        /// <summary>Takes what comes on the command topic, and has results to be sent; may be null.</summary>
        public Commands Commands;

        /// <summary>Which keys of the city count.</summary>
        public readonly MacCheck Mac;

        /// <summary>What goes beside the events.</summary>
        public readonly TelemetryUplink Telemetry;

        public Uplink(NodePorts ports, NodeSettings settings, Journal journal)
        {
            _port = ports.Uplink;
            Mac = new MacCheck(ports.Mac, ports.Store);
            Clock = ports.Clock;
            _journal = journal;
            Telemetry = new TelemetryUplink(new TelemetryStore(ports.Store, settings.TelemetryBytes), journal);
            _topics = new Topics(settings);
            _birth = new BirthWriter(journal, Mac);
            _connection = new Connection(_port, ports.Random);
        }

        /// <summary>Once, when the journal is open.</summary>
        public void Start(NodeSettings settings)
        {
            _birth.Start(settings);
            _before = _journal.LastStored > _journal.AcknowledgedThrough ? _journal.LastStored
                : _journal.AcknowledgedThrough;
        }

        /// <summary>Who the node is, once more.</summary>
        public void ResendBirth()
        {
            _birthDue = true;
        }

        /// <summary>Copies of alarms that found no room; the events themselves follow in order.</summary>
        public uint DroppedAlarmCopies
        {
            get { return _alarms.Dropped; }
        }

        /// <summary>A copy of this event goes out before any backlog, once it is stored.</summary>
        public void Alarm(ulong sequence)
        {
            _alarms.Add(sequence);
        }

        /// <summary>
        /// Once a pass. Connecting, and ending a connection, may stall every thread on a device, so it happens only
        /// when the caller says that nothing moves.
        /// </summary>
        public void Pump(long nowMs, bool mayConnect)
        {
            _flight.NowMs = nowMs;
            if (!_connection.IsUp(nowMs, mayConnect))
            {
                return;
            }

            if (_connection.IsNew)
            {
                Begin(nowMs);
            }

            _subscribed = _subscribed || (_port.Subscribe(_topics.Ack)
                && (Commands == null || _port.Subscribe(_topics.Command)));
            TakeBrokerAcks();
            for (int i = 0; i < MessagesAPass && _port.Receive(_message); i++)
            {
                if (_message.Topic == _topics.Ack && !_message.Retained)
                {
                    TakeCityAck(nowMs);
                }
                else if (Commands != null && _message.Topic == _topics.Command)
                {
                    Commands.Take(_message, nowMs);
                }
            }

            Publish(nowMs);
            Watch(nowMs, mayConnect);
        }

        private void Begin(long nowMs)
        {
            _flight.Clear(_alarms);
            _next = _journal.AcknowledgedThrough + 1;
            _progressMs = nowMs;
            _birthDue = true;
            _stateDue = true;
            _subscribed = false;
            _gapSent = false;
            Telemetry.Begin(nowMs);
        }

        private void TakeBrokerAcks()
        {
            int id = _port.Acknowledged();
            while (id != 0)
            {
                if (_flight.Take(id))
                {
                    _connection.Prove();
                }

                Telemetry.Take(id);
                id = _port.Acknowledged();
            }

            // The highest ever: what is sent again after a reconnect was acknowledged before.
            ulong through = _flight.Through(_next);
            _brokerThrough = through > _brokerThrough ? through : _brokerThrough;
        }

        private void TakeCityAck(long nowMs)
        {
            if (_message.Length > _message.Payload.Length
                || AckCodec.Decode(_message.Payload, 0, _message.Length, _ack) != DecodeResult.Ok
                || !Mac.Fits(_message.Payload, _ack) || _ack.Journal != _journal.Identity)
            {
                RefusedAcks++;
                return;
            }

            ulong through = _ack.EventThrough;
            if (through < _journal.AcknowledgedThrough)
            {
                SendGap(through);
            }
            else
            {
                _patienceMs = CityLimitMs;
            }

            if (through > _brokerThrough)
            {
                // Of a history that came by another way, or from before the watermark was lost.
                EarlyAcks++;
                through = _brokerThrough;
            }

            Telemetry.Acknowledge(_ack.TelemetryThrough, nowMs);
            TakeTime(_ack.CityUtcMs, _ack.EventThrough > _before);
            if (through > _journal.AcknowledgedThrough)
            {
                _journal.Acknowledge(through);
                _progressMs = nowMs;
            }
        }

        /// <summary>
        /// An old acknowledgement that is heard again must not turn the clock back; the first that cannot be older than
        /// this boot may.
        /// </summary>
        private void TakeTime(long utcMs, bool fresh)
        {
            if (utcMs >= SelfTest.EarliestUtcMs && utcMs <= SelfTest.LatestUtcMs
                && (utcMs > CityUtcMs || (fresh && !IsTimeFresh)))
            {
                CityUtcMs = utcMs;
                IsTimeFresh = IsTimeFresh || fresh;
            }
        }

        /// <summary>
        /// The city has less than it once had: it was restored, or is another one. It gets what is still stored, but
        /// once a connection: an old acknowledgement that is heard again asks for the same.
        /// </summary>
        private void SendGap(ulong through)
        {
            ulong first = _journal.FirstStored;
            first = through < first ? first : through + 1;
            if (!_gapSent && first < _next)
            {
                _next = first;
            }

            _gapSent = true;
        }

        private void Publish(long nowMs)
        {
            if (_birthDue && _flight.Count < Window)
            {
                NodeReport report = Commands == null ? null : Commands.Report;
                _birthDue = !Send(_topics.Birth, _birth.Encode(_payload, Clock, report, nowMs), true, 0);
            }

            _stateDue = _stateDue || _toldMaintenance != Maintenance;
            if (_stateDue && !_birthDue && _flight.Count < Window)
            {
                _toldMaintenance = Maintenance;
                _stateDue = !Send(
                    _topics.State, Ascii.Write(Maintenance ? "maintenance" : "online", _payload, 0), true, 0);
            }

            PublishAlarms();
            PublishResults(nowMs);
            PublishEvents();
            PublishTelemetry(nowMs);
        }

        /// <summary>Silence of the broker ends the connection; silence of the city sends the events again.</summary>
        private void Watch(long nowMs, bool mayConnect)
        {
            if (_flight.WaitsMs > BrokerLimitMs)
            {
                if (mayConnect)
                {
                    GivenUp++;
                    _port.Disconnect();
                }

                return;
            }

            if (_flight.Through(_next) <= _journal.AcknowledgedThrough)
            {
                _progressMs = nowMs;
                return;
            }

            if (nowMs - _progressMs > _patienceMs)
            {
                // Perhaps it answers, and the subscription was lost: a refused one is not reported.
                _subscribed = false;
                _next = _journal.AcknowledgedThrough + 1;
                _progressMs = nowMs;
                Resends++;
                if (mayConnect && _patienceMs > CityLimitMs)
                {
                    // Not the first time: perhaps this broker takes everything and passes nothing on.
                    _port.Disconnect();
                }

                _patienceMs = _patienceMs < LongestCityLimitMs ? _patienceMs * 2 : LongestCityLimitMs;
            }
        }

        private void PublishAlarms()
        {
            while (_alarms.Count > 0 && _flight.Count <= Window && _alarms.First <= _journal.LastStored)
            {
                int length = _journal.Read(_alarms.First, _payload);
                if (length > 0 && !Send(_topics.Alarm, length, false, InFlight.Copy | _alarms.First))
                {
                    return;
                }

                _alarms.RemoveFirst();
            }
        }

        private void PublishResults(long nowMs)
        {
            while (Commands != null && _flight.Count < Window)
            {
                int length = Commands.Encode(_payload, nowMs);
                if (length <= 0 || !Send(_topics.Result, length, false, 0))
                {
                    return;
                }

                Commands.Told(nowMs);
            }
        }

        private void PublishEvents()
        {
            ulong last = _journal.AcknowledgedThrough + Ahead;
            last = last < _journal.LastStored ? last : _journal.LastStored;
            while (_flight.Count < Window && _next <= last)
            {
                int length = _journal.Read(_next, _payload);
                if (length < 0)
                {
                    // The city can go on only without a gap: it is told that this one is lost.
                    length = _journal.EncodeDamaged(_next, _payload);
                }

                if (length > 0 && !Send(_topics.Event, length, false, _next))
                {
                    return;
                }

                _next++;
            }
        }

        /// <summary>Behind everything else, and not while an event waits.</summary>
        private void PublishTelemetry(long nowMs)
        {
            bool waits = _flight.Count >= Window || _next <= _journal.LastStored;
            int id = waits ? 0 : Telemetry.Publish(_port, _topics.Telemetry, _payload, nowMs);
            if (id != 0)
            {
                _flight.Add(id, 0);
            }
        }

        private bool Send(string topic, int length, bool retain, ulong sequence)
        {
            int id = _port.Publish(topic, _payload, length, retain);
            if (id == 0)
            {
                return false;
            }

            _flight.Add(id, sequence);
            return true;
        }
    }
}
