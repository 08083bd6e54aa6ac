using System.Diagnostics.CodeAnalysis;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a node says became of a command, without its details.</summary>
public sealed record CityResult(ulong Id, ulong Counter, ResultState State, CommandReason Reason)
{
    /// <summary>Refused for a reason that goes away: the same command is taken later, so this is not its end.</summary>
    public bool IsNotYet => Reason is CommandReason.TimeUnknown or CommandReason.QueueFull;

    public static bool TryRead(byte[] data, [NotNullWhen(true)] out CityResult? result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ulong[] fields = new ulong[5];
        int at = 0;
        while (at >= 0 && at < data.Length)
        {
            at = ProtoReader.Next(data, at, data.Length, out int tag, out ulong value);
            if (at >= 0 && (tag & 7) == ProtoReader.WireVarint && tag >> 3 < fields.Length)
            {
                fields[tag >> 3] = value;
            }
        }

        result = at < 0 || fields[3] == 0
            ? null : new CityResult(fields[1], fields[2], (ResultState)fields[3], (CommandReason)fields[4]);
        return result is not null;
    }
}
