using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>What a command does. It may always be refused, and then nothing has changed.</summary>
    public sealed class CommandEffects
    {
        /// <summary>Milliseconds that an authorisation or a limit of power may last.</summary>
        public const long LongestMs = 31L * 86400000;

        private readonly Node _node;
        private readonly IClock _clock;
        private readonly IRestart _restart;

        public readonly NodeReport Report;

        public CommandEffects(Node node, NodePorts ports, IClock clock)
        {
            _node = node;
            _clock = clock;
            _restart = ports.Restart;
            Report = new NodeReport(node, clock);
        }

        /// <summary>Does what is asked, or says why not.</summary>
        public CommandReason Obey(CommandRecord command, long nowMs)
        {
            switch (command.Operation)
            {
                case CommandOperation.AuthoriseSwap:
                    return Authorise(command, nowMs);
                case CommandOperation.RequestSwap:
                    CommandReason reason = _node.Role.Refusal(nowMs);
                    return reason != CommandReason.None ? reason : Authorise(command, nowMs);
                case CommandOperation.AbortSwap:
                    return _node.Role.Abort(command.Number);
                case CommandOperation.TakeOutOfService:
                    _node.TakeOutOfService(Issuer.City, command.Number, nowMs);
                    return CommandReason.None;
                case CommandOperation.PutIntoService:
                    return !_node.Latch.IsSetBy(Issuer.City)
                        || !_node.PutIntoService(Issuer.City, command.Number, nowMs)
                        ? CommandReason.NotOrdered : CommandReason.None;
                case CommandOperation.LimitPower:
                case CommandOperation.ScheduleCharging:
                    return _node.Role.Limit(command, _clock.UtcMs, nowMs);
                case CommandOperation.RestartWhenIdle:
                    return _restart == null ? CommandReason.NotSupported : CommandReason.None;
                case CommandOperation.ChangeSettings:
                    return _restart == null ? CommandReason.NotSupported
                        : _node.FieldSettings.Offer(command.Counter);
                case CommandOperation.RotateKey:
                    return _node.Uplink.Mac.Offer(command.Order, command.OrderLength)
                        ? CommandReason.None : CommandReason.BadArgument;
                case CommandOperation.ResendBirth:
                    _node.Uplink.ResendBirth();
                    return CommandReason.None;
                case CommandOperation.OfferCertificate:
                    return _node.Certificates.Refusal(command);
                case CommandOperation.UseCertificates:
                    return _node.Certificates.Begin(command, _clock.UtcMs, nowMs);
                case CommandOperation.QuerySnapshot:
                case CommandOperation.SelfTest:
                case CommandOperation.Diagnose:
                    return CommandReason.None;
                case CommandOperation.Observe:
                    _node.Role.Observed.Begin();
                    return _node.Role.IsAttended ? CommandReason.None : CommandReason.NotAttended;
                case CommandOperation.ClearIsolation:
                case CommandOperation.FreeBay:
                    return CommandReason.LocalOnly;
                default:
                    return CommandReason.UnknownOperation;
            }
        }

        /// <summary>
        /// What became of a command without a stored end, after a restart: None when it is done, Busy while it runs on.
        /// </summary>
        public CommandReason Outcome(CommandRecord last)
        {
            return last.ChangesSettings ? _node.FieldSettings.Outcome(last.Counter)
                : last.State == ResultState.Accepted ? CommandReason.OutcomeUnknown : CommandReason.None;
        }

        /// <summary>No swap, no reserved bay, nothing that waits to be stored: a restart disturbs nobody.</summary>
        public bool IsIdle(long nowMs)
        {
            return _node.Role.IsIdle && !_node.Journal.HasPending && !_node.Latch.IsDue(nowMs);
        }

        public void Restart(BootReason reason)
        {
            _restart.Restart(reason);
        }

        private CommandReason Authorise(CommandRecord command, long nowMs)
        {
            Authorisations authorised = _node.Role.Authorised;
            long leftMs = command.UntilUtcMs - _clock.UtcMs;
            return authorised == null ? CommandReason.NotSupported
                : command.VehicleLength == 0 || leftMs <= 0 || leftMs > LongestMs ? CommandReason.BadArgument
                : authorised.Add(command, nowMs + leftMs, nowMs) ? CommandReason.None
                : CommandReason.NoRoom;
        }
    }
}
