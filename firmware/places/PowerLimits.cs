using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// What the city lets the bays of a node draw, over time. A charger has an enable input and nothing to set its
    /// power with, so a bay is charged or it is not. A restart forgets all limits.
    /// </summary>
    public sealed class PowerLimits
    {
        /// <summary>Milliseconds that a limit may last.</summary>
        public const long LongestMs = CommandEffects.LongestMs;

        private const int Periods = CommandRecord.PeriodRoom;
        private const int NoLimit = -1;

        private readonly int[] _bays;
        private readonly int _chargerW;

        // Of all bays together, then of each.
        private readonly long[] _untilMs;
        private readonly int[] _counts;
        private readonly long[] _startMs;
        private readonly int[] _limitW;
        private int _leftW;

        public PowerLimits(NodeSettings settings)
        {
            _bays = settings.Bays;
            _chargerW = settings.ChargerW;
            int places = _bays.Length + 1;
            _untilMs = new long[places];
            _counts = new int[places];
            _startMs = new long[places * Periods];
            _limitW = new int[places * Periods];
        }

        /// <summary>Replaces the limit of the command's bay.</summary>
        /// <param name="command">Its times are civil, its bay of this node.</param>
        /// <param name="utcMs">Civil time of now.</param>
        /// <param name="nowMs">Milliseconds since boot: what counts from here on.</param>
        public CommandReason Set(CommandRecord command, long utcMs, long nowMs)
        {
            int place = command.Bay == 0 ? 0 : -1;
            for (int i = 0; i < _bays.Length; i++)
            {
                place = _bays[i] == command.Bay ? i + 1 : place;
            }

            bool fits = place >= 0 && command.UntilUtcMs - utcMs > 0 && command.UntilUtcMs - utcMs <= LongestMs;
            for (int i = 0; i < command.PeriodCount && fits; i++)
            {
                fits = command.LimitW[i] >= 0 && command.StartUtcMs[i] >= 0
                    && command.StartUtcMs[i] < command.UntilUtcMs;
                if (command.LimitW[i] > 0 && _chargerW == 0)
                {
                    return CommandReason.NotSupported;
                }
            }

            if (!fits)
            {
                return CommandReason.BadArgument;
            }

            _untilMs[place] = nowMs + (command.UntilUtcMs - utcMs);
            _counts[place] = command.PeriodCount;
            for (int i = 0; i < command.PeriodCount; i++)
            {
                _startMs[place * Periods + i] = nowMs + (command.StartUtcMs[i] - utcMs);
                _limitW[place * Periods + i] = command.LimitW[i];
            }

            return CommandReason.None;
        }

        /// <summary>Before the bays are asked for, once a pass.</summary>
        public void Begin(long nowMs)
        {
            _leftW = At(0, nowMs);
        }

        /// <summary>
        /// Whether a bay that is to be charged may be; it has its part of what all may draw then, and those after it
        /// what is left.
        /// </summary>
        public bool Allows(int index, long nowMs)
        {
            int own = At(index + 1, nowMs);
            bool allowed = Covers(own) && Covers(_leftW);
            if (allowed && _leftW != NoLimit)
            {
                _leftW -= _chargerW;
            }

            return allowed;
        }

        /// <summary>A limit that is not known to let a charger run does not.</summary>
        private bool Covers(int limitW)
        {
            return limitW == NoLimit || (_chargerW > 0 && limitW >= _chargerW);
        }

        private int At(int place, long nowMs)
        {
            if (nowMs >= _untilMs[place])
            {
                return NoLimit;
            }

            int latest = -1;
            for (int i = place * Periods; i < place * Periods + _counts[place]; i++)
            {
                bool begun = _startMs[i] <= nowMs;
                latest = begun && (latest < 0 || _startMs[i] >= _startMs[latest]) ? i : latest;
            }

            return latest < 0 ? NoLimit : _limitW[latest];
        }
    }
}
