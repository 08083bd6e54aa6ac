using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>
    /// Whether a message is a command of the city's to this node, whole and in time. Changes nothing.
    /// </summary>
    public sealed class CommandCheck
    {
        /// <summary>Milliseconds that an expiry may lie ahead.</summary>
        public const long HorizonMs = 86400000;

        private readonly IClock _clock;
        private readonly MacCheck _mac;
        private readonly string _name;

        public CommandCheck(NodeSettings settings, MacCheck mac, IClock clock)
        {
            _clock = clock;
            _mac = mac;
            _name = settings.City + "/" + settings.Station + "/" + settings.Node;
        }

        /// <summary>Reads a message that came; None when it is genuine, of whatever age.</summary>
        public CommandReason Read(UplinkMessage message, CommandRecord into)
        {
            into.Clear();
            return message.Length > Commands.LongestMessage ? CommandReason.TooLong
                : CommandCodec.Decode(message.Payload, 0, message.Length, into) != DecodeResult.Ok
                    ? CommandReason.Unparsable
                : message.Retained ? CommandReason.Retained
                : !_mac.Fits(message.Payload, into) ? CommandReason.NotAuthentic
                : !IsThis(message.Payload, into) ? CommandReason.OtherNode
                : CommandReason.None;
        }

        /// <summary>
        /// None while the command has its time ahead of it, and not too much of it. A held time is late by the outage:
        /// what has expired meanwhile would pass, so it counts as none until somebody tells a better one.
        /// </summary>
        public CommandReason Age(CommandRecord command)
        {
            long leftMs = command.ExpiryUtcMs - _clock.UtcMs;
            return _clock.UtcQuality <= TimeQuality.Held ? CommandReason.TimeUnknown
                : command.ExpiryUtcMs <= 0 || leftMs <= 0 ? CommandReason.Expired
                : leftMs > HorizonMs ? CommandReason.ExpiryTooFar
                : CommandReason.None;
        }

        private bool IsThis(byte[] message, CommandRecord command)
        {
            bool same = command.NodeLength == _name.Length;
            for (int i = 0; same && i < _name.Length; i++)
            {
                same = message[command.NodeOffset + i] == (byte)_name[i];
            }

            return same;
        }
    }
}
