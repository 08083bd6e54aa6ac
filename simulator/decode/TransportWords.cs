using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Frames of the transport protocol in words.</summary>
public static class TransportWords
{
    public static string Of(CanFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        byte[] data = frame.Data;
        if (frame.Length < 8)
        {
            return Invariant($"{frame.Length} bytes where a transport frame has 8");
        }

        return J1939.Pgn(frame.Id) == Transport.DataPgn
            ? Invariant($"data packet {data[0]}: {Convert.ToHexString(data, 1, Transport.PacketBytes)}")
            : Connection(data);
    }

    /// <summary>Name of the message of a PGN, or the PGN itself.</summary>
    public static string Carried(int pgn)
    {
        ChargeRow? row = Array.Find(ChargeMessages.Rows, row => row.Pgn != 0 && row.Pgn == pgn);
        return row?.Name ?? Invariant($"PGN {pgn:X6}");
    }

    private static string Connection(byte[] data)
    {
        string message = Carried(Transport.CarriedPgn(data));
        int size = Transport.Size(data);
        int packets = Transport.PacketCount(data);
        return Transport.Control(data) switch
        {
            Transport.RequestToSend =>
                Invariant($"request to send {message}: {size} bytes in {packets} packets"),
            Transport.ClearToSend =>
                Invariant($"clear to send {message}: {data[1]} packets from number {data[2]}"),
            Transport.EndOfMessage =>
                Invariant($"end of message {message}: {size} bytes in {packets} packets received"),
            Transport.BroadcastAnnounce =>
                Invariant($"broadcast of {message}: {size} bytes in {packets} packets"),
            Transport.Abort => $"abort of {message}: {AbortReason(data[1])}",
            int control => Invariant($"control byte {control:X2}, which is not defined"),
        };
    }

    private static string AbortReason(byte reason) => reason switch
    {
        Transport.AbortBusy => "busy with another session",
        Transport.AbortResources => "no resources",
        Transport.AbortTimeout => "time-out",
        _ => Invariant($"reason {reason}"),
    };
}
