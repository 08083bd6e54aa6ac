using System.Security.Cryptography;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What the city asks of a node: <c>CommandBody</c> of city.proto. Arguments that are not given are not sent.
/// </summary>
public sealed record CityCommand(CommandOperation Operation)
{
    private const int Room = 1024;

    public string Vehicle { get; init; } = "";

    public string Order { get; init; } = "";

    public long UntilUtcMs { get; init; }

    /// <summary>Of the swap to abort, or of the order that closes or opens the node.</summary>
    public ulong Number { get; init; }

    /// <summary>0 for all of the node.</summary>
    public int Bay { get; init; }

    /// <summary>The limit of a LimitPower is its only one.</summary>
    public IReadOnlyList<ChargingPeriod> Periods { get; init; } = [];

    /// <summary>Of a ChangeSettings: the bytes of a <c>Settings</c> of settings.proto.</summary>
    public ReadOnlyMemory<byte> Settings { get; init; }

    /// <summary>Of an OfferCertificate: <see cref="CertificateParts"/>.</summary>
    public ReadOnlyMemory<byte> Part { get; init; }

    /// <summary>Of a RotateKey: 16 random bytes.</summary>
    public ReadOnlyMemory<byte> Nonce { get; init; }

    /// <summary>How long the node may take until it obeys.</summary>
    public TimeSpan Valid { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The message for the command topic, signed with the node's key.</summary>
    public byte[] Sign(string node, ulong id, ulong counter, long utcMs, byte[] key)
    {
        byte[] message = new byte[Room];
        int start = ProtoWriter.Open(message, 0, 1);
        int at = ProtoWriter.Varint(message, start, 1, (uint)SignedKind.Command);
        at = ProtoWriter.Text(message, at, 2, node);
        at = ProtoWriter.Varint(message, at, 3, id);
        at = ProtoWriter.Varint(message, at, 4, counter);
        at = ProtoWriter.Varint(message, at, 5, (ulong)(utcMs + (long)Valid.TotalMilliseconds));
        at = ProtoWriter.Close(message, start, Arguments(message, at));
        int bodyLength = at - start;
        at = ProtoWriter.Head(message, at, 2, SignedRecord.MacLength);
        if (at < 0)
        {
            throw new InvalidOperationException($"a command of more than {Room} bytes");
        }

        HMACSHA256.HashData(key, message.AsSpan(start, bodyLength), message.AsSpan(at));
        return message[..(at + SignedRecord.MacLength)];
    }

    private int Arguments(byte[] into, int at)
    {
        int start = ProtoWriter.Open(into, at, (int)Operation);
        if (Operation == CommandOperation.ChangeSettings)
        {
            Settings.CopyTo(into.AsMemory(start));
            return ProtoWriter.Close(into, start, start + Settings.Length);
        }

        if (Operation == CommandOperation.RotateKey)
        {
            at = ProtoWriter.Head(into, start, 2, Nonce.Length);
            Nonce.CopyTo(into.AsMemory(at));
            return ProtoWriter.Close(into, start, at + Nonce.Length);
        }

        at = ProtoWriter.Text(into, start, 1, Vehicle);
        at = ProtoWriter.Text(into, at, 2, Order);
        at = ProtoWriter.Varint(into, at, 3, (ulong)UntilUtcMs);
        at = ProtoWriter.Varint(into, at, 4, Number);
        at = ProtoWriter.Varint(into, at, 5, (uint)Bay);
        foreach (ChargingPeriod period in Periods)
        {
            if (Operation is CommandOperation.LimitPower or CommandOperation.UseCertificates)
            {
                at = ProtoWriter.Varint(into, at, 6, (uint)period.LimitW);
                continue;
            }

            int nested = ProtoWriter.Open(into, at, 7);
            at = ProtoWriter.Varint(into, nested, 1, (ulong)period.StartUtcMs);
            at = ProtoWriter.Varint(into, at, 2, (uint)period.LimitW);
            at = ProtoWriter.Close(into, nested, at);
        }

        if (!Part.IsEmpty)
        {
            at = ProtoWriter.Head(into, at, 8, Part.Length);
            Part.CopyTo(into.AsMemory(at));
            at += Part.Length;
        }

        return ProtoWriter.Close(into, start, at);
    }
}
