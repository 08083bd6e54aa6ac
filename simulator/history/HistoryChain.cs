using System.Security.Cryptography;

namespace SwapEdge.Simulator;

/// <summary>
/// The chain through a history. Behind bytes that do not fit there are two values it can go on from: without them, when
/// they were put in, and with all that is sound, as a device goes on that has started behind damage.
/// </summary>
internal sealed class HistoryChain(byte[] key)
{
    private const int Length = 32;

    private readonly byte[] _input = new byte[2 + Length + 1024];
    private byte[] _fitting = new byte[Length];
    private byte[] _sound = new byte[Length];

    public void Begin(ReadOnlySpan<byte> value)
    {
        _fitting = value.ToArray();
        _sound = value.ToArray();
    }

    public bool IsAt(ReadOnlySpan<byte> value) => value.SequenceEqual(_fitting) || value.SequenceEqual(_sound);

    /// <summary>Goes on over these bytes; whether the tag says that the device did so too.</summary>
    public bool Extend(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> tag)
    {
        byte[] next = Next(_fitting, bytes);
        bool fits = next.AsSpan().StartsWith(tag);
        bool apart = !_fitting.AsSpan().SequenceEqual(_sound);
        byte[] sound = apart ? Next(_sound, bytes) : next;
        if (!fits && apart && sound.AsSpan().StartsWith(tag))
        {
            next = sound;
            fits = true;
        }

        _fitting = fits ? next : _fitting;
        _sound = fits ? next : sound;
        return fits;
    }

    private byte[] Next(byte[] value, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _input.Length - 2 - Length)
        {
            return new byte[Length];
        }

        _input[0] = 8;
        _input[1] = 8;
        value.CopyTo(_input, 2);
        bytes.CopyTo(_input.AsSpan(2 + Length));
        return HMACSHA256.HashData(key, _input.AsSpan(0, 2 + Length + bytes.Length));
    }
}
