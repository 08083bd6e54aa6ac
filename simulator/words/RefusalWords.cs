using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Why a frame was refused, in words.</summary>
public static class RefusalWords
{
    public static string Of(DecodeResult result) => result switch
    {
        DecodeResult.UnknownId => "unknown identifier",
        DecodeResult.ForeignAddress => "between addresses that are not of this bus",
        DecodeResult.Short => "too short for its message",
        DecodeResult.Long => "too long for its message",
        DecodeResult.Malformed => "contents that the format excludes",
        DecodeResult.Checksum => "wrong checksum",
        DecodeResult.FrozenCounter => "life counter stands still",
        DecodeResult.CounterInvalid => "life counter marked invalid",
        DecodeResult.TransportUnexpected => "transport frame of a session that was never opened",
        DecodeResult.TransportSequence => "transport packet missing or out of its session",
        DecodeResult.TransportSize => "transport size that contradicts its packets, or is too large",
        DecodeResult.TransportAborted => "transport session aborted",
        DecodeResult.TransportTimeout => "transport session that never ended",
        DecodeResult.TransportRepeated => "transport packet repeated",
        DecodeResult.TransportRestarted => "transport session begun anew before its end",
        DecodeResult.NoRoom => "more transport sessions or boards than there is room for",
        DecodeResult.WrongSender => "known message from the node that never sends it",
        _ => Words.Of(result),
    };
}
