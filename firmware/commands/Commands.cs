using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Commands of the city: each is obeyed once or not at all. A genuine and new one waits for a still moment, in
    /// which its counter is stored; only the pass after that obeys. What is refused changes nothing.
    /// </summary>
    public sealed class Commands
    {
        /// <summary>Bytes of a message on the command topic.</summary>
        public const int LongestMessage = 576;

        /// <summary>Commands that wait, or whose end is still known.</summary>
        public const int Room = 8;

        private const int UnreadableLevel = 2;

        /// <summary>One place more, for an abort that finds all the others waiting.</summary>
        private const int Ring = Room + 1;
        private const long RetryMs = 1000;

        private readonly Node _node;
        private readonly EventWriter _events;
        private readonly CommandCheck _check;
        private readonly CommandEffects _effects;
        private readonly CommandMemory _memory;

        /// <summary>In the order of their counters, in a ring; the last place is the running one's.</summary>
        private readonly CommandRecord[] _commands = new CommandRecord[Ring + 1];
        private CommandRecord _in = new CommandRecord();
        private CommandRecord _telling;
        private int _turn;
        private int _waiting;
        private bool _mayObey;
        private bool _endDue;
        private long _keptMs = -RetryMs;
        private bool _leaving;
        private bool _toTell;
        private ulong _newest;

        public readonly RefusedCommands Refused = new RefusedCommands();
        public readonly NodeReport Report;

        public Commands(Node node, NodeSettings settings, NodePorts ports, IClock clock, EventWriter events)
        {
            _node = node;
            _events = events;
            _check = new CommandCheck(settings, node.Uplink.Mac, clock);
            _effects = new CommandEffects(node, ports, clock);
            Report = _effects.Report;
            _memory = new CommandMemory(ports.Store);
            for (int i = 0; i < _commands.Length; i++)
            {
                _commands[i] = new CommandRecord();
            }
        }

        /// <summary>
        /// Once, when the journal is open. What was begun and has no stored end has failed: nobody knows how far it
        /// came. A restart has come to its end by this.
        /// </summary>
        public void Open(long nowMs)
        {
            CommandRecord last = _commands[0];
            _memory.Open(last);
            _newest = _memory.Counter;
            _turn = 1;
            if (last.State == ResultState.Running || last.State == ResultState.Accepted)
            {
                CommandReason reason = _effects.Outcome(last);
                if (reason == CommandReason.Busy)
                {
                    _commands[0] = _commands[Ring];
                    _commands[Ring] = last;
                    last.State = ResultState.Running;
                }
                else
                {
                    End(last, reason == CommandReason.None ? ResultState.Done : ResultState.Failed, reason, nowMs);
                }
            }

            if (_memory.IsUnreadable)
            {
                EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
                audit.Action = AuditAction.CounterUnreadable;
                audit.Level = UnreadableLevel;
                _events.Add();
            }
        }

        /// <summary>A message that came on the command topic; nothing of it is kept but its fields.</summary>
        public void Take(UplinkMessage message, long nowMs)
        {
            CommandReason reason = _check.Read(message, _in);
            reason = reason != CommandReason.None ? reason : IsRepeated(nowMs) ? CommandReason.Repeated
                : _check.Age(_in);
            reason = reason != CommandReason.None ? reason
                : _memory.IsUnreadable ? CommandReason.CounterUnreadable
                : _in.Counter <= _newest ? CommandReason.CounterOld
                : _waiting == Ring || (_waiting == Room && _in.Operation != CommandOperation.AbortSwap)
                    ? CommandReason.QueueFull
                : CommandReason.None;
            if (reason == CommandReason.Repeated && _in.Operation == CommandOperation.Observe)
            {
                // Asked for again and again on purpose; the result that is told again is of that moment.
                return;
            }

            if (reason != CommandReason.None)
            {
                _in = Refused.Take(_in, reason);
                return;
            }

            CommandRecord taken = _in;
            _in = _commands[_turn];
            _commands[_turn] = taken;
            _turn = (_turn + 1) % Ring;
            _waiting++;
            _newest = taken.Counter;
            taken.State = ResultState.Accepted;
            Tell(taken);
            if (taken.ChangesSettings)
            {
                _node.FieldSettings.Hear(message.Payload, taken);
            }
            else if (taken.Operation == CommandOperation.OfferCertificate)
            {
                _node.Certificates.Hear(message.Payload, taken);
            }

            if (taken.Operation == CommandOperation.AbortSwap)
            {
                // It names its swap: heard again, it can do no more than it did. So it need not wait for stillness.
                taken.Reason = _effects.Obey(taken, nowMs);
                taken.Due = false;
            }
        }

        /// <summary>Obeys the command whose counter has been stored. Before lane and bays have their pass.</summary>
        public void Pass(long nowMs)
        {
            if (_mayObey)
            {
                _mayObey = false;
                Obey(First, nowMs);
            }

            _endDue = _memory.IsHealed(_node.Latch) || _endDue;
            Run(nowMs);
            Refused.Audit(_events, nowMs);
        }

        /// <summary>At most one append, so only while nothing moves. True when it has used the store.</summary>
        public bool Keep(long nowMs)
        {
            if (_endDue && nowMs - _keptMs >= RetryMs)
            {
                // Until it is kept, a restart may know neither the end nor, of one that the store refused, the counter.
                _endDue = !_memory.Keep();
                _keptMs = _endDue ? nowMs : nowMs - RetryMs;
                return true;
            }

            if (_waiting == 0 || _mayObey)
            {
                return false;
            }

            CommandRecord first = First;
            _memory.Counter = first.Counter;
            bool obeyed = first.Operation == CommandOperation.AbortSwap;
            CommandReason age = _check.Age(first);
            if (!obeyed && age != CommandReason.None)
            {
                End(first, ResultState.Expired, age, nowMs);
                _waiting--;
                return false;
            }

            Write(first);
            _mayObey = _memory.Keep() || obeyed;
            if (!_mayObey)
            {
                End(first, ResultState.Rejected, CommandReason.StoreRefused, nowMs);
                _waiting--;
            }

            return true;
        }

        /// <summary>Writes the next result that is to be told; its length, 0 when there is none.</summary>
        public int Encode(byte[] into, long nowMs)
        {
            _telling = null;
            bool held = false;
            for (int i = 0; i <= Ring && _toTell && _telling == null; i++)
            {
                CommandRecord known = _commands[i < Ring ? (_turn + i) % Ring : i];

                // The city speaks with the new key as soon as it hears of it: then it must count.
                bool holds = known.Due && known.Operation == CommandOperation.RotateKey
                    && known.State == ResultState.Done && _node.Uplink.Mac.IsDue;
                held = held || holds;
                _telling = known.Due && !holds ? known : null;
            }

            _toTell = held || _telling != null;
            _telling = _telling != null ? _telling : Refused.Next(nowMs);
            return _telling == null ? 0 : _effects.Report.Encode(_telling, into, nowMs);
        }

        /// <summary>The broker's client has taken what was written last.</summary>
        public void Told(long nowMs)
        {
            _telling.Due = false;
            _telling.ToldMs = nowMs;
        }

        /// <summary>The oldest that waits.</summary>
        private CommandRecord First
        {
            get { return _commands[(_turn + Ring - _waiting) % Ring]; }
        }

        private void Obey(CommandRecord command, long nowMs)
        {
            bool restart = command.Operation == CommandOperation.RestartWhenIdle || command.ChangesSettings;
            CommandRecord running = _commands[Ring];
            CommandReason reason = command.Operation == CommandOperation.AbortSwap ? command.Reason
                : restart && (running.State == ResultState.Running || _node.FieldSettings.IsOnTrial)
                    ? CommandReason.Busy
                : _effects.Obey(command, nowMs);
            if (reason != CommandReason.None)
            {
                End(command, ResultState.Rejected, reason, nowMs);
            }
            else if (restart)
            {
                _commands[(_turn + Ring - _waiting) % Ring] = running;
                _commands[Ring] = command;
                command.State = ResultState.Running;
                Write(command);
                _endDue = true;
                Tell(command);
            }
            else
            {
                End(command, ResultState.Done, reason, nowMs);
            }

            _waiting--;
        }

        /// <summary>
        /// A restart waits until nothing is under way; its state is stored before it. Settings on trial end either in
        /// force or, by another restart, with those before.
        /// </summary>
        private void Run(long nowMs)
        {
            CommandRecord running = _commands[Ring];
            FieldSettings settings = _node.FieldSettings;
            bool change = running.ChangesSettings;
            if (settings.IsOnTrial)
            {
                if (settings.IsOver(_node.Journal, nowMs) && _waiting == 0 && !_endDue && _effects.IsIdle(nowMs))
                {
                    _effects.Restart(BootReason.SettingsRolledBack);
                }
            }
            else if (running.State != ResultState.Running)
            {
                return;
            }
            else if (change && settings.Outcome(running.Counter) == CommandReason.None)
            {
                End(running, ResultState.Done, CommandReason.None, nowMs);
            }
            else if (_check.Age(running) == CommandReason.Expired)
            {
                settings.Drop();
                End(running, ResultState.Expired, CommandReason.Expired, nowMs);
            }
            else if (_waiting == 0 && !_endDue && !settings.IsDue && _effects.IsIdle(nowMs))
            {
                if (_leaving)
                {
                    _effects.Restart(change ? BootReason.SettingsTried : BootReason.Command);
                    return;
                }

                if (change)
                {
                    settings.Arm(running.Counter);
                }

                Write(running);
                _leaving = true;
                _endDue = true;
            }
        }

        private void End(CommandRecord command, ResultState state, CommandReason reason, long nowMs)
        {
            command.State = state;
            command.Reason = reason;
            Refused.ByReason[(int)reason] += reason == CommandReason.None ? 0u : 1u;
            Tell(command);
            EventRecord audit = _events.Begin(EventKind.Audit, nowMs);
            audit.Action = state == ResultState.Done ? AuditAction.CommandDone
                : state == ResultState.Failed ? AuditAction.CommandFailed : AuditAction.CommandRejected;
            audit.Issuer = Issuer.City;
            audit.OrderNumber = command.Id;
            audit.Reason = (int)reason;
            audit.Value = (int)command.Operation;
            _events.Add();
            Write(command);
            _endDue = true;
        }

        private void Write(CommandRecord command)
        {
            _memory.Write(command);
            _leaving = false;
        }

        /// <summary>The same command is known: its result is told again, once a second.</summary>
        private bool IsRepeated(long nowMs)
        {
            for (int i = 0; i <= Ring; i++)
            {
                CommandRecord known = _commands[i];
                if (known.State != ResultState.None && known.Id == _in.Id && known.Counter == _in.Counter)
                {
                    if (nowMs - known.ToldMs >= RefusedCommands.AnswerMs)
                    {
                        Tell(known);
                    }

                    return true;
                }
            }

            return false;
        }

        private void Tell(CommandRecord command)
        {
            command.Due = true;
            _toTell = true;
        }
    }
}
